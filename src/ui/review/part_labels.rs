//! What stands behind a sign of this screen.

use egui::{Frame, Popup, PopupCloseBehavior, Response, Ui};

use crate::ui::theme::size;

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
