//! A card: surface, hairline, one soft shadow.

use egui::epaint::RectShape;
use egui::{CornerRadius, Rect, Stroke, StrokeKind, Ui};

use crate::ui::theme::{palette, size};

/// Paints a card into a rectangle.
pub fn paint(ui: &Ui, rect: Rect) {
    let palette = palette(ui.ctx());
    let radius = CornerRadius::same(size::RADIUS_CARD);
    let edge = Stroke::new(size::HAIRLINE, palette.line);
    let card = RectShape::new(rect, radius, palette.surface, edge, StrokeKind::Inside);
    ui.painter()
        .add(palette.card_shadow().as_shape(rect, radius));
    ui.painter().add(card);
}
