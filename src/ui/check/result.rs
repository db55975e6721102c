//! The verdict in the largest words, what is wrong and what to do, and the figures.

use egui::{Role, Ui, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::Words;
use crate::i18n::faults::FaultText;
use crate::model::recording_quality::Verdict;
use crate::tr;
use crate::ui::Cx;
use crate::ui::check::view::{Done, Fact, Facts};
use crate::ui::check::wave;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, form};

/// Height of a row of figures.
const ROW: f32 = 36.0;
/// Between two figures of a row.
const GUTTER: f32 = 32.0;

/// Draws the cards.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, done: &Done<'_>) {
    form::card(ui, |ui| verdict(ui, cx, done));
    if !done.troubles.is_empty() {
        ui.add_space(size::STEP_4);
        form::card(ui, |ui| {
            for trouble in &done.troubles {
                trouble_row(ui, cx, trouble);
            }
        });
    }
    if let Some(facts) = &done.facts {
        ui.add_space(size::STEP_4);
        form::card(ui, |ui| facts_table(ui, cx, facts));
    }
}

fn verdict_words(w: Words<'_>, verdict: Verdict) -> (String, String, Icon) {
    match verdict {
        Verdict::Good => (
            tr!(w, "check-good"),
            tr!(w, "check-good-what"),
            icons::CHECK_CIRCLE.fill(),
        ),
        Verdict::Usable => (
            tr!(w, "check-usable"),
            tr!(w, "check-usable-what"),
            icons::WARNING,
        ),
        Verdict::Unusable => (
            tr!(w, "check-unusable"),
            tr!(w, "check-unusable-what"),
            icons::WARNING,
        ),
    }
}

fn verdict(ui: &mut Ui, cx: &mut Cx<'_>, done: &Done<'_>) {
    let palette = cx.palette;
    let (verdict, what, sign) = verdict_words(cx.words, done.verdict);
    ui.add_space(size::STEP_4);
    form::beside_icon(ui, sign, Size::Display, |ui| {
        let said = words::mute(ui, &verdict, Ink::strong(Size::Display, palette.text));
        // A screen reader says it by itself.
        said.widget_info(|| WidgetInfo::labeled(Role::Status, true, &verdict));
    });
    words::label(ui, &what, Ink::regular(Size::Body, palette.text2));
    if done.can_replay {
        ui.add_space(size::STEP_2);
        wave::show(ui, cx, done.peaks);
    }
    ui.add_space(size::STEP_3);
    ui.horizontal_wrapped(|ui| buttons(ui, cx, done));
    ui.add_space(size::STEP_4);
}

fn buttons(ui: &mut Ui, cx: &mut Cx<'_>, done: &Done<'_>) {
    let again = tr!(cx.words, "check-again");
    let again = if done.verdict == Verdict::Good {
        Button::secondary(&again)
    } else {
        Button::primary(&again)
    };
    if ui.add(again.does(Action::CheckSpeak)).clicked() {
        cx.push(Command::CheckSpeak);
    }
    if done.can_replay {
        let words = if done.playing {
            tr!(cx.words, "check-replaying")
        } else {
            tr!(cx.words, "check-replay")
        };
        let replay = Button::secondary(&words).icon(icons::PLAY);
        if ui.add(replay.does(Action::CheckReplay)).clicked() {
            cx.push(Command::CheckReplay);
        }
    }
}

fn trouble_row(ui: &mut Ui, cx: &Cx<'_>, trouble: &FaultText) {
    form::hairline(ui);
    ui.add_space(size::STEP_3);
    form::beside_icon(ui, icons::WARNING, Size::Body, |ui| {
        words::label(ui, &trouble.what, Ink::strong(Size::Body, cx.palette.text));
        let ink = Ink::regular(Size::Body, cx.palette.text2);
        words::label(ui, &trouble.remedy, ink);
    });
    ui.add_space(size::STEP_3);
}

fn facts_table(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts) {
    ui.add_space(size::STEP_3);
    let ink = Ink::strong(Size::Caption, cx.palette.text2);
    words::label(ui, &facts.title, ink);
    ui.spacing_mut().item_spacing.x = GUTTER;
    for pair in facts.figures.chunks(2) {
        ui.columns(2, |columns| {
            for (column, figure) in columns.iter_mut().zip(pair) {
                fact(column, cx, figure);
            }
        });
    }
    ui.add_space(size::STEP_2);
}

/// A name at the left, its value at the right.
fn fact(ui: &mut Ui, cx: &Cx<'_>, fact: &Fact) {
    let whole = ui.scope(|ui| {
        let name = Ink::regular(Size::Body, cx.palette.text3);
        let value = Ink::regular(Size::Body, cx.palette.text);
        form::ends(
            ui,
            ROW,
            |ui| _ = words::mute(ui, &fact.name, name),
            |ui| _ = figures::show(ui, &fact.value, value),
        );
    });
    let said = format!("{}: {}", fact.name, fact.value);
    let label = || WidgetInfo::labeled(Role::Label, true, &said);
    whole.response.widget_info(label);
}
