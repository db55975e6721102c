//! All that a banner says, for which it has too little room. Not here: when it is offered (`banner`).

use egui::{Frame, Popup, PopupCloseBehavior, Response};

use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};

/// Width of the list.
const WIDTH: f32 = 420.0;

/// What opens behind a sign: the two lines of the banner, and what the system said.
pub fn show(
    opener: &Response,
    look: &UiContext<'_>,
    [first, second]: [&String; 2],
    detail: Option<&str>,
) {
    let frame = Frame::popup(&opener.ctx.global_style()).inner_margin(size::STEP_4);
    Popup::menu(opener)
        .frame(frame)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            let room = ui.ctx().content_rect().width() - size::STEP_8 * 2.0;
            ui.set_width(WIDTH.min(room));
            ui.spacing_mut().item_spacing.y = size::STEP_1;
            let palette = look.palette;
            text::label(ui, first, Size::Body, Weight::SemiBold, palette.text);
            text::label(ui, second, Size::Body, Weight::Regular, palette.text2);
            if let Some(detail) = detail {
                text::label(ui, detail, Size::Caption, Weight::Regular, palette.text3);
            }
        });
}
