//! The disc: the one filled control. It begins, waits, stops; it never changes its place. Not here:
//! what it does (`disc_view`).

use egui::{
    Align, CornerRadius, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use crate::ui::Cx;
use crate::ui::practice::disc_view::{Disc, Shape};
use crate::ui::theme::text::Size;
use crate::ui::theme::{motion, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, focus, keycap};

/// Diameter of the disc in that of its ring.
const DISC: f32 = 68.0 / 88.0;
/// Side of the stop square in the ring's diameter.
const SQUARE: f32 = 32.0 / 88.0;
/// How much ink a hovered disc takes on.
const HOVER_INK: f32 = 0.12;

/// Draws the disc as wide as its room is high.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, disc: &Disc) {
    let side = Vec2::splat(ui.available_height());
    let (_, ring) = ui.allocate_space(side);
    let id = ui.scope_id().with("disc");
    let sense = if disc.command.is_some() {
        Sense::click()
    } else if ui.memory(|memory| memory.has_focus(id)) {
        // For a moment there is nothing to press: the keyboard stays here meanwhile.
        Sense::focusable_noninteractive()
    } else {
        Sense::hover()
    };
    let response = ui.interact(ring, id, sense);
    paint(ui, cx, ring, disc.shape, &response);
    focus::ring(ui, &response, ring, (ring.width() / 2.0) as u8);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, disc.command.is_some(), &disc.words));
    if let Some(key) = disc.key {
        access::key(&response, key);
    }
    if response.clicked() {
        cx.out.extend(disc.command.clone());
    }
}

/// Draws what the disc does, and its key.
pub fn words(ui: &mut Ui, cx: &Cx<'_>, disc: &Disc) {
    let ink = if disc.command.is_some() {
        Ink::strong(Size::Body, cx.palette.text)
    } else {
        Ink::regular(Size::Body, cx.palette.text3)
    };
    let cap = disc
        .key
        .map_or(0.0, |key| keycap::size_of(ui, key).x + size::STEP_2);
    let width = words::width(ui, &disc.words, ink) + cap;
    let room = Vec2::new(width, Size::Body.line());
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_2;
        words::mute(ui, &disc.words, ink);
        if let Some(key) = disc.key {
            keycap::show(ui, key);
        }
    });
}

fn paint(ui: &Ui, cx: &Cx<'_>, ring: Rect, shape: Shape, response: &Response) {
    let palette = cx.palette;
    let square = matches!(shape, Shape::Stops | Shape::Saves);
    let turned = ui.ctx().animate_bool_with_time_and_easing(
        response.id.with("square"),
        square,
        motion::STATE_SECS,
        egui::emath::easing::quadratic_out,
    );
    let red = if response.hovered() && response.sense.senses_click() {
        palette.recording.lerp_to_gamma(palette.text, HOVER_INK)
    } else {
        palette.recording
    };
    let edge = if shape == Shape::Stops {
        Stroke::new(
            egui::lerp(size::HAIRLINE..=size::EMPHASIS, turned),
            palette.line.lerp_to_gamma(palette.recording, turned),
        )
    } else {
        Stroke::new(size::HAIRLINE, palette.line)
    };
    let painter = ui.painter();
    let center = ring.center();
    painter.circle(
        center,
        ring.width() / 2.0 - edge.width,
        palette.surface,
        edge,
    );
    let diameter = ring.width() * DISC;
    if shape == Shape::Waits {
        painter.circle_stroke(
            center,
            diameter / 2.0 - size::EMPHASIS / 2.0,
            Stroke::new(size::EMPHASIS, palette.recording),
        );
        return;
    }
    let fill = match shape {
        Shape::Saves | Shape::Off => palette.heat1,
        Shape::Begins | Shape::Stops | Shape::Waits => red,
    };
    let side = egui::lerp(diameter..=ring.width() * SQUARE, turned);
    let radius = egui::lerp(diameter / 2.0..=f32::from(size::RADIUS_SEGMENT), turned);
    painter.rect(
        Rect::from_center_size(center, Vec2::splat(side)),
        CornerRadius::same(radius.round() as u8),
        fill,
        Stroke::NONE,
        StrokeKind::Inside,
    );
}
