//! Target, think time, the switch, cue sound, STAR line.

use egui::Ui;

use crate::flow::Command;
use crate::i18n::{Words, dates, names};
use crate::model::drill::SwitchStyle;
use crate::model::settings::{CATCH_SHARES, STAR_SHAPES, TARGET_SECS, THINK_SECS};
use crate::model::star::StarShape;
use crate::tr;
use crate::ui::Cx;
use crate::ui::settings::reading;
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;

/// Draws the group.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    form::group(ui, &tr!(cx.words, "settings-practice"), |ui| {
        times(ui, cx);
        drill(ui, cx);
        reading::show(ui, cx);
        cue_sound(ui, cx);
        star(ui, cx);
    });
}

/// How long an answer is to be, and how long one may think before it.
fn times(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let settings = &cx.state.settings;
    let targets = TARGET_SECS.map(|secs| (secs, dates::clock(f64::from(secs))));
    let name = tr!(w, "settings-target");
    let picked = Row::new(&name).choice(ui, &targets, settings.target_secs);
    cx.out.extend(picked.map(Command::SetTargetSecs));
    let thinks = THINK_SECS.map(|secs| {
        let label = if secs == 0 {
            tr!(w, "settings-think-none")
        } else {
            tr!(w, "settings-think-secs", secs = secs)
        };
        (secs, label)
    });
    let name = tr!(w, "settings-think");
    let picked = Row::new(&name).choice(ui, &thinks, settings.think_secs);
    cx.out.extend(picked.map(Command::SetThinkSecs));
}

/// How a switch is asked for, how often it is not, and under which pressure.
fn drill(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let styles = SwitchStyle::ALL.map(|style| (style, names::switch_style(w, style)));
    let name = tr!(w, "drill-style");
    let picked = Row::new(&name).choice(ui, &styles, cx.state.settings.switch_style);
    cx.out.extend(picked.map(Command::SetSwitchStyle));
    catch_share(ui, cx);
    let ladder = cx.state.settings.ladder;
    let (name, caption) = (tr!(w, "drill-ladder"), tr!(w, "drill-ladder-what"));
    if Row::new(&name).caption(&caption).toggle(ui, ladder) {
        cx.push(Command::SetLadder(!ladder));
    }
}

/// The share of takes without a cue; the drill asks for it too.
pub fn catch_share(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let (name, caption) = (tr!(w, "drill-catch"), tr!(w, "drill-catch-what"));
    let shares = CATCH_SHARES.map(|share| (share, catch_label(w, share)));
    let row = Row::new(&name).caption(&caption);
    let picked = row.choice(ui, &shares, cx.state.settings.catch_share);
    cx.out.extend(picked.map(Command::SetCatchShare));
}

fn cue_sound(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let on = cx.state.settings.cue_sound;
    let name = tr!(w, "settings-cue-sound");
    let caption = tr!(w, "settings-cue-sound-headphones");
    if Row::new(&name).caption(&caption).toggle(ui, on) {
        cx.push(Command::SetCueSound(!on));
    }
}

/// The line of the answer's parts, and how long each part is to be.
fn star(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let settings = &cx.state.settings;
    let (name, caption) = (tr!(w, "settings-star"), tr!(w, "settings-star-what"));
    let row = Row::new(&name).caption(&caption);
    if row.toggle(ui, settings.star_hint) {
        cx.push(Command::ToggleStarHint);
    }
    let shapes = STAR_SHAPES.map(|percent| {
        let label = percent.map(|part| part.to_string()).join(" / ");
        (percent, label)
    });
    let (name, caption) = (tr!(w, "drill-shape"), tr!(w, "drill-shape-what"));
    let row = Row::new(&name).caption(&caption);
    let picked = row.choice(ui, &shapes, settings.star_shape.percent());
    cx.out
        .extend(picked.and_then(StarShape::new).map(Command::SetStarShape));
}

/// A share of takes without a cue, in words.
pub fn catch_label(words: Words<'_>, share: f32) -> String {
    tr!(
        words,
        "drill-catch-percent",
        percent = (share * 100.0).round()
    )
}
