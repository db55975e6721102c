//! Microphone and speaker.

use egui::{Ui, Vec2};

use crate::flow::Command;
use crate::flow::state::Screen;
use crate::tr;
use crate::ui::Cx;
use crate::ui::settings::devices;
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;

/// A list of devices.
const SELECT: Vec2 = Vec2::new(280.0, size::BUTTON);

/// Draws the group.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let refresh = tr!(w, "settings-devices-refresh");
    let button = Button::quiet(&refresh).small();
    if form::heading(ui, &tr!(w, "settings-sound"), |ui| ui.add(button)).clicked() {
        cx.push(Command::RefreshDevices);
    }
    form::group_card(ui, |ui| {
        for choice in [
            devices::microphone(w, cx.state),
            devices::speaker(w, cx.state),
        ] {
            let mut row = Row::new(&choice.name);
            if let Some(caption) = &choice.caption {
                row = row.caption(caption);
            }
            let select = SELECT.min(Vec2::new(ui.available_width(), SELECT.y));
            row.show(ui, select, |ui| {
                let (_, rect) = ui.allocate_space(select);
                choice.show(ui, w, rect, cx.out);
            });
        }
        let (title, what) = (tr!(w, "check-title"), tr!(w, "check-what-it-is"));
        let open = tr!(w, "check-open");
        let row = Row::new(&title).caption(&what);
        if row.button(ui, Button::secondary(&open)) {
            cx.push(Command::GoTo(Screen::Check));
        }
    });
}
