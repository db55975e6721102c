//! Beside the disc of a take that lost its microphone: from the start again, or no further.

use egui::Ui;

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::theme::icons;
use crate::ui::widgets::button::Button;

/// Draws the ways on beside the disc; to listen only where the banner does not offer it.
pub fn beside_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    (can_start_over, listen): (bool, bool),
    out: &mut Vec<Command>,
) {
    let again = tr!(look.words, "interrupted-start-over");
    let button = Button::quiet(&again)
        .icon(icons::START_OVER)
        .does(Action::StartOver)
        .enabled(can_start_over);
    let response = button.centered_at(ui, geometry.beside_disc(-1.0));
    if response.clicked() {
        out.push(Command::StartOver);
    }
    response.on_hover_text(tr!(look.words, "interrupted-start-over-keeps"));
    if listen {
        let words = tr!(look.words, "interrupted-listen");
        let button = Button::quiet(&words)
            .icon(icons::PLAY)
            .does(Action::FinishInterrupted);
        if button.centered_at(ui, geometry.beside_disc(1.0)).clicked() {
            out.push(Command::StopRecording);
        }
    }
}
