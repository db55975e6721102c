//! The mark of an attempt: Korean round, English square, a switch one upright mark split in the
//! order of time from below. Hollow while it has no score.

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2};

use crate::model::language::{Language, LanguagePlan};
use crate::ui::theme::Palette;

const ROUND: f32 = 9.0;
const SQUARE: f32 = 8.0;
const SPLIT: Vec2 = Vec2::new(8.0, 14.0);
const EDGE: f32 = 1.5;
const RING: f32 = 24.0;

/// Diameter of the ring of a chosen mark.
pub const RING_SIZE: f32 = RING;

/// Paints a mark around a centre.
pub fn paint(painter: &Painter, palette: &Palette, center: Pos2, plan: LanguagePlan, rated: bool) {
    match plan.switch_to() {
        None => paint_one(painter, palette, center, plan.start(), rated),
        Some(to) => paint_split(painter, palette, center, (plan.start(), to), rated),
    }
}

/// Side of a sign.
pub const SIGN: f32 = 6.0;

/// Paints the shape of a language alone, small: a sign beside its colour.
pub fn paint_sign(painter: &Painter, center: Pos2, language: Language, color: Color32) {
    let rect = Rect::from_center_size(center, Vec2::splat(SIGN));
    let round = match language {
        Language::Korean => SIGN as u8 / 2,
        Language::English => 1,
    };
    painter.rect_filled(rect, CornerRadius::same(round), color);
}

/// Paints the ring of the chosen mark; the mark itself is painted on it.
pub fn paint_ring(painter: &Painter, palette: &Palette, center: Pos2) {
    painter.circle(
        center,
        RING / 2.0,
        palette.surface,
        Stroke::new(EDGE, palette.text),
    );
}

fn paint_one(painter: &Painter, palette: &Palette, center: Pos2, language: Language, rated: bool) {
    let color = palette.language(language);
    let side = match language {
        Language::Korean => ROUND,
        Language::English => SQUARE,
    };
    let outer = Rect::from_center_size(center, Vec2::splat(side + EDGE * 2.0));
    let inner = Rect::from_center_size(center, Vec2::splat(side));
    let rounding = |rect: Rect| match language {
        Language::Korean => CornerRadius::same((rect.width() / 2.0).ceil() as u8),
        Language::English => CornerRadius::same(1),
    };
    painter.rect_filled(outer, rounding(outer), palette.surface);
    fill(painter, palette, inner, rounding(inner), color, rated);
}

fn paint_split(
    painter: &Painter,
    palette: &Palette,
    center: Pos2,
    (first, then): (Language, Language),
    rated: bool,
) {
    let whole = Rect::from_center_size(center, SPLIT);
    painter.rect_filled(
        whole.expand(EDGE),
        half_corners(first, then, 5),
        palette.surface,
    );
    let half = Vec2::new(SPLIT.x, SPLIT.y / 2.0 - 0.5);
    let lower = Rect::from_min_max(whole.max - half, whole.max);
    let upper = Rect::from_min_size(whole.min, half);
    let corners = half_corners(first, then, 4);
    let below = CornerRadius {
        nw: 1,
        ne: 1,
        ..corners
    };
    let above = CornerRadius {
        sw: 1,
        se: 1,
        ..corners
    };
    fill(
        painter,
        palette,
        lower,
        below,
        palette.language(first),
        rated,
    );
    fill(
        painter,
        palette,
        upper,
        above,
        palette.language(then),
        rated,
    );
}

/// The Korean half keeps its roundness, the English one its corners.
fn half_corners(below: Language, above: Language, round: u8) -> CornerRadius {
    let of = |language| match language {
        Language::Korean => round,
        Language::English => 1,
    };
    CornerRadius {
        nw: of(above),
        ne: of(above),
        sw: of(below),
        se: of(below),
    }
}

fn fill(
    painter: &Painter,
    palette: &Palette,
    rect: Rect,
    corners: CornerRadius,
    color: Color32,
    rated: bool,
) {
    if rated {
        painter.rect_filled(rect, corners, color);
    } else {
        painter.rect(
            rect,
            corners,
            palette.surface,
            Stroke::new(EDGE, color),
            StrokeKind::Inside,
        );
    }
}
