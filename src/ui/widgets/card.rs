//! A card: surface, hairline, one soft shadow.

use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui};

use crate::ui::theme::{palette, size};

/// Paints a card into a rectangle.
pub fn paint(ui: &Ui, rect: Rect) {
    let palette = palette(ui.ctx());
    let radius = CornerRadius::same(size::RADIUS_CARD);
    ui.painter()
        .add(palette.card_shadow().as_shape(rect, radius));
    ui.painter().rect(
        rect,
        radius,
        palette.surface,
        Stroke::new(size::HAIRLINE, palette.line),
        StrokeKind::Inside,
    );
}
