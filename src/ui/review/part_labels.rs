//! Small parts of this screen only: a tooltip with a key cap, and what stands behind a sign.

use egui::{Frame, Popup, PopupCloseBehavior, Response, Ui};

use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::keycap;
use crate::ui::widgets::words::{self, Ink};

/// Width of what stands behind a sign.
const BEHIND: f32 = 340.0;

/// What opens when a sign is pressed, and closes with a press beside it.
pub fn behind(opener: &Response, inside: impl FnOnce(&mut Ui)) {
    let frame = Frame::popup(&opener.ctx.global_style()).inner_margin(size::STEP_4);
    Popup::menu(opener)
        .frame(frame)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(BEHIND);
            inside(ui);
        });
}

/// A tooltip that also names the key.
pub fn tip(response: Response, look: &UiContext<'_>, name: &str, key: &str) -> Response {
    response.on_hover_ui(|ui| {
        ui.horizontal(|ui| {
            words::label(ui, name, Ink::regular(Size::Caption, look.palette.text));
            keycap::show(ui, key);
        });
    })
}
