//! A switch: on is ink, off is an edge.

use egui::{
    CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::ui::theme::{palette, size};
use crate::ui::widgets::focus;

/// How much room it takes.
pub const SIZE: Vec2 = Vec2::new(44.0, 24.0);

/// Places a switch with its left top corner at `at`; the response is clicked when it is to change.
pub fn at(ui: &mut Ui, at: Pos2, name: &str, on: bool) -> Response {
    let palette = palette(ui.ctx());
    let rect = Rect::from_min_size(at, SIZE);
    let id = ui.scope_id().with(("toggle", name));
    let response = ui.interact(rect, id, Sense::click());
    let radius = CornerRadius::same(12);
    let (fill, edge, knob) = if on {
        (palette.text, palette.text, palette.inverse)
    } else if response.hovered() {
        (palette.surface_variant, palette.control, palette.control)
    } else {
        (palette.surface, palette.control, palette.control)
    };
    ui.painter().rect(
        rect,
        radius,
        fill,
        Stroke::new(size::HAIRLINE, edge),
        StrokeKind::Inside,
    );
    let from_end = Vec2::new(12.0, 0.0);
    let center = if on {
        rect.right_center() - from_end
    } else {
        rect.left_center() + from_end
    };
    ui.painter().circle_filled(center, 8.0, knob);
    focus::ring(ui, &response, rect, 12);
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, on, name));
    response
}
