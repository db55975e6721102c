//! The disc: the one filled control. It begins, waits, stops; it never changes its place.

use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use crate::flow::Command;
use crate::i18n::names;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::view::{Blocked, Disc};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{motion, size};
use crate::ui::widgets::{access, focus, keycap};

/// Diameter of the disc in that of its ring.
const DISC: f32 = 68.0 / 88.0;
/// Side of the stop square in the ring's diameter.
const SQUARE: f32 = 32.0 / 88.0;
/// How much ink a hovered disc takes on.
const HOVER_INK: f32 = 0.12;

/// Draws the disc and what it does below it.
pub fn disc_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    disc: Disc<'_>,
    out: &mut Vec<Command>,
) {
    let command = command(disc);
    let words = words(look, disc);
    let ring = Rect::from_center_size(geometry.disc, Vec2::splat(geometry.disc_ring));
    let sense = if command.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(ring, ui.scope_id().with("disc"), sense);
    paint(ui, look, ring, disc, &response);
    focus::ring(ui, &response, ring, (ring.width() / 2.0) as u8);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, command.is_some(), &words));
    if let Some(key) = key(disc) {
        access::key(&response, key);
    }
    paint_words(ui, look, geometry, &words, disc);
    if response.clicked() {
        out.extend(command);
    }
}

fn command(disc: Disc<'_>) -> Option<Command> {
    match disc {
        Disc::Record | Disc::StartNow => Some(Command::Record),
        Disc::Stop => Some(Command::StopRecording),
        Disc::GoOn { .. } => Some(Command::ResumeRecording),
        Disc::Waiting
        | Disc::Opening { .. }
        | Disc::Looking
        | Disc::NoMicrophone
        | Disc::Saving { .. }
        | Disc::Blocked(_) => None,
    }
}

fn words(look: &UiContext<'_>, disc: Disc<'_>) -> String {
    let w = look.words;
    match disc {
        Disc::Record => tr!(w, "practice-answer"),
        Disc::StartNow => tr!(w, "practice-start-now"),
        Disc::GoOn { device, failed } => {
            let device = names::by_means_of(w, device);
            if failed {
                tr!(w, "interrupted-retry", device = device)
            } else {
                tr!(w, "interrupted-go-on", device = device)
            }
        }
        Disc::Opening { device } => {
            tr!(w, "interrupted-opening", device = names::short(device))
        }
        Disc::Looking => tr!(w, "practice-looking"),
        Disc::NoMicrophone => tr!(w, "interrupted-none"),
        Disc::Waiting => tr!(w, "practice-waiting"),
        Disc::Stop => tr!(w, "practice-stop"),
        Disc::Saving { closing: false } => tr!(w, "practice-saving"),
        Disc::Saving { closing: true } => tr!(w, "practice-saving-closing"),
        Disc::Blocked(Blocked::LibraryOpening) => tr!(w, "practice-blocked-opening"),
        Disc::Blocked(Blocked::LibraryFailed) => tr!(w, "practice-blocked-failed"),
        Disc::Blocked(Blocked::NotDrawn) => tr!(w, "practice-blocked-question"),
        Disc::Blocked(Blocked::NoTopic) => tr!(w, "chain-topic-choose"),
        Disc::Blocked(Blocked::NoQuestions) => tr!(w, "practice-blocked-questions"),
    }
}

fn paint(ui: &Ui, look: &UiContext<'_>, ring: Rect, disc: Disc<'_>, response: &Response) {
    let palette = look.palette;
    let square = matches!(disc, Disc::Stop | Disc::Saving { .. });
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
    let edge = if disc == Disc::Stop {
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
    if matches!(disc, Disc::Waiting | Disc::Opening { .. } | Disc::Looking) {
        painter.circle_stroke(
            center,
            diameter / 2.0 - size::EMPHASIS / 2.0,
            Stroke::new(size::EMPHASIS, palette.recording),
        );
        return;
    }
    let fill = match disc {
        Disc::Saving { .. } | Disc::Blocked(_) | Disc::NoMicrophone => palette.heat1,
        _ => red,
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

/// The key that does the same.
fn key(disc: Disc<'_>) -> Option<&'static str> {
    match disc {
        Disc::Record | Disc::StartNow | Disc::Stop | Disc::GoOn { .. } => Some("Space"),
        Disc::Blocked(Blocked::NotDrawn) => Some("N"),
        Disc::Waiting
        | Disc::Opening { .. }
        | Disc::Looking
        | Disc::NoMicrophone
        | Disc::Saving { .. }
        | Disc::Blocked(_) => None,
    }
}

fn paint_words(ui: &Ui, look: &UiContext<'_>, geometry: &Geometry, words: &str, disc: Disc<'_>) {
    let palette = look.palette;
    let key = key(disc);
    let (weight, color) = if command(disc).is_some() {
        (Weight::SemiBold, palette.text)
    } else {
        (Weight::Regular, palette.text3)
    };
    let galley = text::free_line(ui, words, Size::Body, weight, color);
    let cap = key.map_or(0.0, |key| keycap::size_of(ui, key).x + size::STEP_2);
    let width = galley.size().x;
    let left = (geometry.disc.x - f32::midpoint(width, cap)).round();
    let top = geometry.disc_words_y - galley.size().y / 2.0;
    ui.painter()
        .galley(Pos2::new(left, top), galley, Color32::PLACEHOLDER);
    if let Some(key) = key {
        let at = Pos2::new(left + width + size::STEP_2, geometry.disc_words_y);
        keycap::paint(ui, at, key, false);
    }
}
