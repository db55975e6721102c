//! A whole session on one axis of time: interviewers as bands, answers as blocks in the colours of
//! their languages, follow-ups lower the deeper they are. A block opens its review.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::dates;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::interview::debrief::row_name;
use crate::ui::interview::debrief_view::{Debrief, Row};
use crate::ui::settings::parts::Rows;
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

/// Draws it as wide as the card.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    debrief: &Debrief<'_>,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let palette = look.palette;
    let deepest = debrief.rows.iter().map(|row| row.asked.depth()).max();
    let deepest = deepest.unwrap_or(0).min(DEPTHS);
    let column = &mut *rows.column;
    let height = BLOCK + f32::from(deepest) * DEEPER + size::STEP_4;
    let room = Rect::from_min_size(
        Pos2::new(column.inner_left(), column.y + NAMES),
        Vec2::new(column.inner_width(), height),
    );
    let scores = room.bottom() + size::STEP_3;
    let below = scores + size::STEP_4;
    column.y = below + Size::Caption.line() + size::STEP_2;
    let x = |secs: f64| room.left() + room.width() * (secs / debrief.secs).clamp(0.0, 1.0) as f32;
    for band in &debrief.bands {
        let across = Rect::from_x_y_ranges(x(band.from_secs)..=x(band.to_secs), room.y_range());
        let Some(number) = band.interviewer else {
            if across.width() >= size::STEP_4 {
                icon::paint(ui, across.center(), icons::COFFEE, 16.0, palette.text3);
            }
            continue;
        };
        // A hair of the card between two bands.
        let inside = across.shrink2(Vec2::new(1.0, 0.0));
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        ui.painter()
            .rect_filled(inside, radius, palette.surface_variant);
        let whole = tr!(look.words, "interview-number", number = number);
        let short = number.to_string();
        let ink = Ink::regular(Size::Caption, palette.text2);
        let fits = words::width(ui, &whole, ink) <= inside.width();
        let said = if fits { &whole } else { &short };
        words::left(
            ui,
            Pos2::new(inside.left(), room.top() - NAMES / 2.0),
            said,
            ink,
        );
    }
    let mut free = f32::NEG_INFINITY;
    for row in &debrief.rows {
        block(ui, look, (row, room), x, out);
        score(ui, look, (row, scores), x, &mut free);
    }
    let (size, weight) = (Size::Caption, Weight::Regular);
    let start = Pos2::new(room.left(), below);
    figures::paint(ui, start, &dates::clock(0.0), size, weight, palette.text3);
    let end = Pos2::new(room.right(), below);
    let all = dates::clock(debrief.secs);
    figures::paint_right(ui, end, &all, size, weight, palette.text3);
}

/// The rating of an answer below its block: the ratings stand in a row. One that has no room beside
/// the one before it is left out; it stands in the list of answers.
fn score(
    ui: &Ui,
    look: &UiContext<'_>,
    (row, middle): (&Row<'_>, f32),
    x: impl Fn(f64) -> f32,
    free: &mut f32,
) {
    let Some((from, to)) = row.span_secs.filter(|_| row.attempt.is_some()) else {
        return;
    };
    let said = row
        .score
        .map_or_else(|| "–".to_owned(), |score| format!("{score:.1}"));
    let color = if row.score.is_some() {
        look.palette.text
    } else {
        look.palette.text3
    };
    let galley = text::free_line(ui, &said, Size::Caption, Weight::Regular, color);
    let left = (x(from) + x(to) - galley.size().x) / 2.0;
    if left >= *free {
        *free = left + galley.size().x + size::STEP_1;
        let top = middle - galley.size().y / 2.0;
        ui.painter().galley(Pos2::new(left, top), galley, color);
    }
}

fn block(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (row, room): (&Row<'_>, Rect),
    x: impl Fn(f64) -> f32,
    out: &mut Vec<Command>,
) {
    let (Some((from, to)), Some(attempt)) = (row.span_secs, row.attempt) else {
        return;
    };
    let palette = look.palette;
    let depth = f32::from(row.asked.depth().min(DEPTHS));
    let top = room.top() + size::STEP_2 + depth * DEEPER;
    let left = x(from);
    let right = x(to).max(left + NARROWEST);
    let rect = Rect::from_x_y_ranges(left..=right, top..=top + BLOCK);
    let radius = CornerRadius::same(size::RADIUS_SMALL);
    let language = attempt.plan.start();
    ui.painter()
        .rect_filled(rect, radius, palette.language(language));
    if let Some((at, to)) = row.cue {
        let turn = x(at).clamp(left, right);
        let after = rect.with_min_x(turn);
        ui.painter()
            .rect_filled(after, radius, palette.language(to));
        // The cue itself stands out of its block.
        let mark = Stroke::new(size::EMPHASIS, palette.text);
        ui.painter()
            .vline(turn.round(), top - 4.0..=top + BLOCK + 4.0, mark);
    }
    let id = ui.scope_id().with(("block", row.number));
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() {
        let edge = Stroke::new(size::EMPHASIS, palette.text);
        let outside = egui::StrokeKind::Outside;
        ui.painter().rect_stroke(rect, radius, edge, outside);
    }
    focus::ring(ui, &response, rect, size::RADIUS_SMALL);
    let name = row_name(look, row);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        out.push(Command::OpenAttempt(attempt.id.clone()));
    }
    response.on_hover_text(name);
}
