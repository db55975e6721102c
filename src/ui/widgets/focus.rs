//! The focus ring: 2 px of ink, 2 px outside the shape.

use egui::{CornerRadius, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::theme::{palette, size};

/// Draws the ring when the widget has the keyboard.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(size::FOCUS_GAP),
            CornerRadius::same(radius.saturating_add(2)),
            Stroke::new(size::EMPHASIS, palette(ui.ctx()).text),
            StrokeKind::Outside,
        );
    }
}
