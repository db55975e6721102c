//! Which microphone and which speaker, and the tone.

use egui::{Pos2, Rect, Ui, Vec2};

use crate::flow::keys::Action;
use crate::flow::{Command, State};
use crate::i18n::faults;
use crate::model::fault::Fault;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::check::view::CheckView;
use crate::ui::check::{Column, PADDING};
use crate::ui::settings::devices::{self, DeviceChoice};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;

/// Draws them one below the other, beside the disc; returns their bottom.
pub fn column_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    view: &CheckView<'_>,
    mut column: Column,
    out: &mut Vec<Command>,
) -> f32 {
    column.card(ui, |ui, column| {
        column.y += PADDING;
        let microphone = devices::microphone(look.words, state);
        choice_ui(ui, look, &microphone, column, out);
        column.y += size::STEP_6;
        speaker_ui(ui, look, state, view, column, out);
        column.y += PADDING;
    });
    column.y
}

/// Draws them side by side, above the disc; returns their bottom.
pub fn across_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    view: &CheckView<'_>,
    mut column: Column,
    out: &mut Vec<Command>,
) -> f32 {
    column.card(ui, |ui, column| {
        column.y += size::STEP_3;
        let half = (column.width / 2.0).round();
        let mut left = Column {
            width: half + PADDING / 2.0,
            ..*column
        };
        let mut right = Column {
            left: column.left + half - PADDING / 2.0,
            ..left
        };
        let microphone = devices::microphone(look.words, state);
        choice_ui(ui, look, &microphone, &mut left, out);
        speaker_ui(ui, look, state, view, &mut right, out);
        column.y = left.y.max(right.y) + size::STEP_3;
    });
    column.y
}

fn choice_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    choice: &DeviceChoice<'_>,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let ink = look.palette.text2;
    let name = text::free_line(ui, &choice.name, Size::Caption, Weight::SemiBold, ink);
    column.say(ui, name);
    column.y += size::STEP_1;
    let rect = Rect::from_min_size(
        Pos2::new(column.inner_left(), column.y),
        Vec2::new(column.inner_width(), size::BUTTON),
    );
    choice.show(ui, look.words, rect, out);
    column.y += size::BUTTON;
    if let Some(caption) = &choice.caption {
        hint(ui, look, column, caption);
    }
}

fn speaker_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    view: &CheckView<'_>,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let speaker = devices::speaker(look.words, state);
    choice_ui(ui, look, &speaker, column, out);
    column.y += size::STEP_2;
    let tone = tr!(look.words, "check-tone");
    let button = Button::secondary(&tone)
        .icon(icons::SPEAKER)
        .does(Action::CheckTone)
        .enabled(view.tone);
    let at = Pos2::new(column.inner_left(), column.y);
    if button.at(ui, at).clicked() {
        out.push(Command::CheckTone);
    }
    column.y += size::BUTTON;
    if let Some(fault) = view.speaker_fault {
        let said = faults::text(look.words, &Fault::Sound(fault.clone()));
        hint(ui, look, column, &format!("{} {}", said.what, said.remedy));
    } else if !look.small {
        hint(ui, look, column, &tr!(look.words, "check-tone-how"));
    }
}

fn hint(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column, words: &str) {
    column.y += size::STEP_2;
    let room = (column.inner_width(), usize::MAX);
    let ink = look.palette.text3;
    let galley = text::paragraph(ui, words, Size::Caption, Weight::Regular, ink, room);
    column.say(ui, galley);
}
