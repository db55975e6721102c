//! A key cap: the name of a key in a small frame, beside the words of what it does.

use egui::{Color32, CornerRadius, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2};

use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};

/// Size of the cap of a key.
pub fn size_of(ui: &Ui, key: &str) -> Vec2 {
    let text = text::free_line(
        ui,
        key,
        Size::Caption,
        Weight::Regular,
        Color32::PLACEHOLDER,
    );
    Vec2::new((text.size().x + 12.0).max(size::KEY), size::KEY)
}

/// A cap in egui's layout.
pub fn show(ui: &mut Ui, key: &str) {
    let (_, rect) = ui.allocate_space(size_of(ui, key));
    paint(ui, rect.left_center(), key, false);
}

/// Paints a cap whose left edge is centred on `left_center`; returns its width.
pub fn paint(ui: &Ui, left_center: Pos2, key: &str, on_ink: bool) -> f32 {
    let palette = palette(ui.ctx());
    let cap = size_of(ui, key);
    let rect = Rect::from_min_size(Pos2::new(left_center.x, left_center.y - cap.y / 2.0), cap);
    let (fill, edge, color) = if on_ink {
        (
            Color32::TRANSPARENT,
            palette.inverse2.gamma_multiply(0.6),
            palette.inverse,
        )
    } else {
        (palette.surface, palette.line, palette.text2)
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(6),
        fill,
        Stroke::new(size::HAIRLINE, edge),
        StrokeKind::Inside,
    );
    let text = text::free_line(ui, key, Size::Caption, Weight::Regular, color);
    ui.painter()
        .galley(rect.center() - text.size() / 2.0, text, color);
    cap.x
}
