//! The focus ring: 2 px of ink, 2 px outside the shape; and that what has it is in view.

use egui::{CornerRadius, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::theme::{palette, size};

/// Draws the ring when the widget has the keyboard, and scrolls to where it is.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    follow(response);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(size::FOCUS_GAP),
            CornerRadius::same(radius.saturating_add(2)),
            Stroke::new(size::EMPHASIS, palette(ui.ctx()).text),
            StrokeKind::Outside,
        );
    }
}

/// Scrolls to a widget that has just been given the keyboard, for those that draw no ring.
pub fn follow(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}
