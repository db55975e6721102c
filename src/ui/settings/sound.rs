//! Microphone and speaker.

use egui::{Pos2, Rect, Ui, Vec2};

use crate::flow::state::Screen;
use crate::flow::{Command, State};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::devices;
use crate::ui::settings::parts::{Column, group};
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;

/// A list of devices.
const SELECT: Vec2 = Vec2::new(280.0, size::BUTTON);

/// Draws the group.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let words = look.words;
    let refresh = tr!(words, "settings-devices-refresh");
    let at = Pos2::new(column.right() - size::STEP_3, column.y - 4.0);
    if Button::quiet(&refresh).small().right_at(ui, at).clicked() {
        out.push(Command::RefreshDevices);
    }
    let name = tr!(words, "settings-sound");
    group(ui, look, column, &name, |ui, rows| {
        for choice in [
            devices::microphone(words, state),
            devices::speaker(words, state),
        ] {
            let at = rows.row(ui, &choice.name, choice.caption.as_deref(), SELECT);
            choice.show(ui, words, Rect::from_min_size(at, SELECT), out);
        }
        let open = tr!(words, "check-open");
        let button = Button::secondary(&open);
        let size = button.measure(ui);
        let what = tr!(words, "check-what-it-is");
        let at = rows.row(ui, &tr!(words, "check-title"), Some(&what), size);
        if button.at(ui, at).clicked() {
            out.push(Command::GoTo(Screen::Check));
        }
    });
}
