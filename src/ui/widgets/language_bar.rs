//! The short bar that stands for a language plan: jade, cobalt, or one and then the other.

use egui::{CornerRadius, Pos2, Rect, Ui, Vec2};

use crate::model::language::LanguagePlan;
use crate::ui::theme::palette;

/// A bar in egui's layout.
pub fn show(ui: &mut Ui, plan: LanguagePlan, width: f32) {
    let (_, rect) = ui.allocate_space(Vec2::new(width, 4.0));
    paint(ui, rect.center(), plan, width);
}

/// Paints the bar of a plan, 4 high, around a centre.
pub fn paint(ui: &Ui, center: Pos2, plan: LanguagePlan, width: f32) {
    let palette = palette(ui.ctx());
    let rect = Rect::from_center_size(center, Vec2::new(width, 4.0));
    let radius = CornerRadius::same(2);
    let start = palette.language(plan.start());
    match plan.switch_to() {
        None => {
            ui.painter().rect_filled(rect, radius, start);
        }
        Some(to) => {
            let half = (width - 2.0) / 2.0;
            let left = Rect::from_min_size(rect.min, Vec2::new(half, 4.0));
            let right =
                Rect::from_min_size(rect.min + Vec2::new(half + 2.0, 0.0), Vec2::new(half, 4.0));
            ui.painter().rect_filled(left, radius, start);
            ui.painter()
                .rect_filled(right, radius, palette.language(to));
        }
    }
}
