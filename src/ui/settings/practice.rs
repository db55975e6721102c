//! Target, think time, the switch, cue sound, STAR line.

use egui::Ui;

use crate::flow::{Command, State};
use crate::i18n::{Words, dates, names};
use crate::model::drill::SwitchStyle;
use crate::model::settings::{CATCH_SHARES, STAR_SHAPES, TARGET_SECS, THINK_SECS};
use crate::model::star::StarShape;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::display::{choice, choice_of};
use crate::ui::settings::parts::{Column, Rows, group};
use crate::ui::settings::reading;
use crate::ui::widgets::toggle;

/// Draws the group.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let words = look.words;
    let settings = &state.settings;
    group(
        ui,
        look,
        column,
        &tr!(words, "settings-practice"),
        |ui, rows| {
            let targets = TARGET_SECS.map(|secs| (secs, dates::clock(f64::from(secs))));
            let name = tr!(words, "settings-target");
            if let Some(secs) = choice(ui, rows, &name, &targets, &settings.target_secs) {
                out.push(Command::SetTargetSecs(secs));
            }
            let thinks = THINK_SECS.map(|secs| {
                let label = if secs == 0 {
                    tr!(words, "settings-think-none")
                } else {
                    tr!(words, "settings-think-secs", secs = secs)
                };
                (secs, label)
            });
            let name = tr!(words, "settings-think");
            if let Some(secs) = choice(ui, rows, &name, &thinks, &settings.think_secs) {
                out.push(Command::SetThinkSecs(secs));
            }
            drill(ui, look, state, rows, out);
            reading::show(ui, look, state, rows, out);
            let name = tr!(words, "settings-cue-sound");
            let caption = tr!(words, "settings-cue-sound-headphones");
            let at = rows.row(ui, &name, Some(&caption), toggle::SIZE);
            if toggle::at(ui, at, &name, settings.cue_sound).clicked() {
                out.push(Command::SetCueSound(!settings.cue_sound));
            }
            let name = tr!(words, "settings-star");
            let caption = tr!(words, "settings-star-what");
            let at = rows.row(ui, &name, Some(&caption), toggle::SIZE);
            if toggle::at(ui, at, &name, settings.star_hint).clicked() {
                out.push(Command::ToggleStarHint);
            }
            let shapes = STAR_SHAPES.map(|percent| {
                let label = percent.map(|part| part.to_string()).join(" / ");
                (percent, label)
            });
            let name = tr!(words, "drill-shape");
            let caption = tr!(words, "drill-shape-what");
            let current = settings.star_shape.percent();
            let picked = choice_of(ui, rows, (&name, Some(&caption)), &shapes, &current);
            out.extend(picked.and_then(StarShape::new).map(Command::SetStarShape));
        },
    );
}

/// How a switch is asked for, how often it is not, and under which pressure.
fn drill(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let words = look.words;
    let settings = &state.settings;
    let styles = SwitchStyle::ALL.map(|style| (style, names::switch_style(words, style)));
    let name = tr!(words, "drill-style");
    if let Some(style) = choice(ui, rows, &name, &styles, &settings.switch_style) {
        out.push(Command::SetSwitchStyle(style));
    }
    let name = tr!(words, "drill-catch");
    let caption = tr!(words, "drill-catch-what");
    let shares = CATCH_SHARES.map(|share| (share, catch_label(words, share)));
    let head = (name.as_str(), Some(caption.as_str()));
    out.extend(
        choice_of(ui, rows, head, &shares, &settings.catch_share).map(Command::SetCatchShare),
    );
    let name = tr!(words, "drill-ladder");
    let caption = tr!(words, "drill-ladder-what");
    let at = rows.row(ui, &name, Some(&caption), toggle::SIZE);
    if toggle::at(ui, at, &name, settings.ladder).clicked() {
        out.push(Command::SetLadder(!settings.ladder));
    }
}

/// A share of takes without a cue, in words.
pub fn catch_label(words: Words<'_>, share: f32) -> String {
    tr!(
        words,
        "drill-catch-percent",
        percent = (share * 100.0).round()
    )
}
