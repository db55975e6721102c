//! A card: surface, hairline, one soft shadow.

use egui::{CornerRadius, Frame, Rect, Stroke, Ui};

use crate::ui::theme::{palette, size};

/// A card around what egui lays out within it.
pub fn frame(ui: &Ui) -> Frame {
    let palette = palette(ui.ctx());
    Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(size::HAIRLINE, palette.line))
        .corner_radius(CornerRadius::same(size::RADIUS_CARD))
        .shadow(palette.card_shadow())
}

/// Paints a card into a rectangle.
pub fn paint(ui: &Ui, rect: Rect) {
    let shape = frame(ui).paint(rect.shrink(size::HAIRLINE));
    ui.painter().add(shape);
}
