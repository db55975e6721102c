//! Icons: painted, or as a button of their own with a name for tooltips and screen readers.

use egui::{
    Align2, Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo,
};

use crate::flow::keys::{self, Action};
use crate::ui::theme::icons::Icon;
use crate::ui::theme::text::{self, Size};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::{focus, keycap};

/// Paints an icon around a centre.
pub fn paint(ui: &Ui, center: Pos2, icon: Icon, points: f32, color: Color32) {
    ui.painter().text(
        center,
        Align2::CENTER_CENTER,
        icon.glyph,
        text::icon_font(icon, points),
        color,
    );
}

/// An icon in egui's layout.
pub fn plain(ui: &mut Ui, icon: Icon, points: f32, color: Color32) {
    let (_, rect) = ui.allocate_space(Vec2::splat(points));
    paint(ui, rect.center(), icon, points, color);
}

/// A button that is only an icon. `name` is its tooltip and accessible name.
pub fn button(
    ui: &mut Ui,
    rect: Rect,
    icon: Icon,
    points: f32,
    name: &str,
    enabled: bool,
) -> Response {
    bare(ui, rect, icon, points, name, enabled).on_hover_text(name)
}

fn bare(ui: &mut Ui, rect: Rect, icon: Icon, points: f32, name: &str, enabled: bool) -> Response {
    let palette = palette(ui.ctx());
    let response = ui.interact(
        rect,
        ui.scope_id().with(("icon-button", name)),
        if enabled {
            Sense::click()
        } else {
            Sense::hover()
        },
    );
    if enabled && response.hovered() {
        ui.painter().rect_filled(
            rect,
            CornerRadius::same(size::RADIUS_FIELD),
            palette.surface_variant,
        );
    }
    let color = match (enabled, response.hovered()) {
        (false, _) => palette.heat2,
        (true, true) => palette.text,
        (true, false) => palette.text2,
    };
    paint(ui, rect.center(), icon, points, color);
    focus::ring(ui, &response, rect, size::RADIUS_FIELD);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response
}

/// A square icon button of this side, placed by egui's layout.
pub fn inline_button(ui: &mut Ui, side: f32, icon: Icon, name: &str, enabled: bool) -> Response {
    let (_, rect) = ui.allocate_space(Vec2::splat(side));
    button(ui, rect, icon, Size::Body.icon(), name, enabled)
}

/// The same for what a key does too: the tooltip says which.
pub fn inline_button_for(
    ui: &mut Ui,
    side: f32,
    icon: Icon,
    (name, action): (&str, impl Into<Option<Action>>),
    enabled: bool,
) -> Response {
    let (_, rect) = ui.allocate_space(Vec2::splat(side));
    button_for(
        ui,
        rect,
        icon,
        Size::Body.icon(),
        (name, action.into()),
        enabled,
    )
}

/// A button that is only an icon, for what a key does too: the tooltip says which.
pub fn button_for(
    ui: &mut Ui,
    rect: Rect,
    icon: Icon,
    points: f32,
    (name, action): (&str, Option<Action>),
    enabled: bool,
) -> Response {
    let response = bare(ui, rect, icon, points, name, enabled);
    keycap::tip(response, name, action.map_or("", keys::cap))
}

/// The square that an icon button of the transport or the top bar fills.
pub fn square(center: Pos2) -> Rect {
    Rect::from_center_size(center, Vec2::splat(size::BUTTON))
}
