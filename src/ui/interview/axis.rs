//! A whole session on one axis of time: interviewers as bands, answers as blocks in the colours of
//! their languages, follow-ups lower the deeper they are. A block opens its review. Drawn by hand.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::dates;
use crate::tr;
use crate::ui::Cx;
use crate::ui::interview::answers::Band;
use crate::ui::interview::debrief_view::{Debrief, Row};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, icon};

/// Height of the names of the interviewers.
const NAMES: f32 = 28.0;
/// Height of a block.
const BLOCK: f32 = 18.0;
/// From one depth to the next.
const DEEPER: f32 = 16.0;
/// Narrowest block, so that a short answer can be pointed at.
const NARROWEST: f32 = 4.0;
/// Depths that are told apart; what is deeper lies with the last.
const DEPTHS: u8 = 5;
/// Height of the ratings below the blocks, and of the times below them.
const SCORES: f32 = 28.0;
const TIMES: f32 = 28.0;

/// Where the blocks lie, and how long they all take.
struct Axis {
    room: Rect,
    secs: f64,
}

impl Axis {
    fn x(&self, secs: f64) -> f32 {
        self.room.left() + self.room.width() * (secs / self.secs).clamp(0.0, 1.0) as f32
    }
}

/// Draws it as wide as the card.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, debrief: &Debrief<'_>) {
    let deepest = debrief.rows.iter().map(|row| row.depth).max();
    let deepest = deepest.unwrap_or(0).min(DEPTHS);
    let height = BLOCK + f32::from(deepest) * DEEPER + size::STEP_4;
    let whole = Vec2::new(ui.available_width(), NAMES + height + SCORES + TIMES);
    let (_, whole) = ui.allocate_space(whole);
    let top = whole.top() + NAMES;
    let axis = Axis {
        room: whole.with_min_y(top).with_max_y(top + height),
        secs: debrief.secs,
    };
    for band in &debrief.bands {
        band_ui(ui, cx, &axis, *band);
    }
    let mut free = f32::NEG_INFINITY;
    for row in &debrief.rows {
        block(ui, cx, &axis, row);
        score(ui, cx, &axis, row, &mut free);
    }
    let below = axis.room.bottom() + SCORES;
    let (size, weight, ink) = (Size::Caption, Weight::Regular, cx.palette.text3);
    let start = Pos2::new(axis.room.left(), below);
    figures::paint(ui, start, &dates::clock(0.0), size, weight, ink);
    let end = Pos2::new(axis.room.right(), below);
    let all = dates::clock(debrief.secs);
    figures::paint_right(ui, end, &all, size, weight, ink);
    let times = whole.with_min_y(below).with_max_y(below + size.line());
    let said = format!("{} – {all}", dates::clock(0.0));
    words::announce(ui, times, "session-axis", Role::Label, &said);
}

fn band_ui(ui: &mut Ui, cx: &Cx<'_>, axis: &Axis, band: Band) {
    let palette = cx.palette;
    let across = axis.x(band.from_secs)..=axis.x(band.to_secs);
    let across = Rect::from_x_y_ranges(across, axis.room.y_range());
    let Some(number) = band.interviewer else {
        if across.width() >= size::STEP_4 {
            icon::paint(ui, across.center(), icons::COFFEE, 16.0, palette.text3);
        }
        return;
    };
    // A hair of the card between two bands.
    let inside = across.shrink2(Vec2::new(1.0, 0.0));
    let radius = CornerRadius::same(size::RADIUS_SEGMENT);
    ui.painter()
        .rect_filled(inside, radius, palette.surface_variant);
    let whole = tr!(cx.words, "interview-number", number = number);
    let short = number.to_string();
    let ink = Ink::regular(Size::Caption, palette.text2);
    let fits = words::width(ui, &whole, ink) <= inside.width();
    let said = if fits { &whole } else { &short };
    let at = Pos2::new(inside.left(), axis.room.top() - NAMES / 2.0);
    words::left(ui, at, said, ink);
}

/// The rating of an answer below its block: the ratings stand in a row. One that has no room beside
/// the one before it is left out; it stands in the list of answers.
fn score(ui: &Ui, cx: &Cx<'_>, axis: &Axis, row: &Row<'_>, free: &mut f32) {
    let Some((from, to)) = row.span_secs.filter(|_| row.attempt.is_some()) else {
        return;
    };
    let (said, color) = match &row.score {
        Some(score) => (score.as_str(), cx.palette.text),
        None => ("–", cx.palette.text3),
    };
    let galley = text::free_line(ui, said, Size::Caption, Weight::Regular, color);
    let left = (axis.x(from) + axis.x(to) - galley.size().x) / 2.0;
    if left >= *free {
        *free = left + galley.size().x + size::STEP_1;
        let top = axis.room.bottom() + size::STEP_3 - galley.size().y / 2.0;
        ui.painter().galley(Pos2::new(left, top), galley, color);
    }
}

fn block(ui: &mut Ui, cx: &mut Cx<'_>, axis: &Axis, row: &Row<'_>) {
    let (Some((from, to)), Some(attempt), Some(plan)) = (row.span_secs, row.attempt, row.plan)
    else {
        return;
    };
    let palette = cx.palette;
    let depth = f32::from(row.depth.min(DEPTHS));
    let top = axis.room.top() + size::STEP_2 + depth * DEEPER;
    let left = axis.x(from);
    let right = axis.x(to).max(left + NARROWEST);
    let rect = Rect::from_x_y_ranges(left..=right, top..=top + BLOCK);
    let radius = CornerRadius::same(size::RADIUS_SMALL);
    let painter = ui.painter();
    painter.rect_filled(rect, radius, palette.language(plan.start()));
    if let Some((at, to)) = row.cue {
        let turn = axis.x(at).clamp(left, right);
        painter.rect_filled(rect.with_min_x(turn), radius, palette.language(to));
        // The cue itself stands out of its block.
        let mark = Stroke::new(size::EMPHASIS, palette.text);
        painter.vline(turn.round(), top - 4.0..=top + BLOCK + 4.0, mark);
    }
    let id = ui.scope_id().with(("block", row.number));
    // No wider than it is: the next block begins where it ends, and the list has the same answers.
    let target = Rect::from_center_size(rect.center(), Vec2::new(rect.width(), size::TARGET));
    let response = ui.interact(target, id, Sense::click());
    if response.hovered() {
        let edge = Stroke::new(size::EMPHASIS, palette.text);
        ui.painter()
            .rect_stroke(rect, radius, edge, StrokeKind::Outside);
    }
    focus::ring(ui, &response, rect, size::RADIUS_SMALL);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.said));
    if response.clicked() {
        cx.push(Command::OpenAttempt(attempt.clone()));
    }
    response.on_hover_text(&row.said);
}
