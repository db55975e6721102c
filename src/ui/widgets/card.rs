//! A card: surface, hairline, one soft shadow.

use egui::epaint::RectShape;
use egui::layers::ShapeIdx;
use egui::{CornerRadius, Frame, Rect, Shape, Stroke, StrokeKind, Ui};

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
    ui.painter().add(shape(ui, rect));
}

/// The place of a card that lies under what is painted after this, and whose height is known only then.
pub struct Under(ShapeIdx);

/// Keeps a place for a card.
pub fn under(ui: &Ui) -> Under {
    Under(ui.painter().add(Shape::Noop))
}

impl Under {
    /// Paints the card into its place.
    pub fn paint(self, ui: &Ui, rect: Rect) {
        ui.painter().set(self.0, shape(ui, rect));
    }
}

fn shape(ui: &Ui, rect: Rect) -> Shape {
    let palette = palette(ui.ctx());
    let radius = CornerRadius::same(size::RADIUS_CARD);
    let edge = Stroke::new(size::HAIRLINE, palette.line);
    let card = RectShape::new(rect, radius, palette.surface, edge, StrokeKind::Inside);
    let shadow = palette.card_shadow().as_shape(rect, radius);
    Shape::Vec(vec![shadow.into(), card.into()])
}
