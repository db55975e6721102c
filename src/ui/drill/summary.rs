//! After a round: how quickly the first words came, and every take with its cue.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::{Words, dates};
use crate::model::drill::{RESCUE_TARGET_SECS, RoundKind};
use crate::model::switch::SaidBy;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::drill::view::{Cue, Latency, Row, Summary, is_quick};
use crate::ui::settings::parts::{Column, PADDING, Rows, group};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, keycap};

/// Height of the row of a take.
const ROW: f32 = 44.0;
/// From the key of a take to its question.
const QUESTION: f32 = 36.0;
/// Room of the latency, at the right end; more where it is judged.
const LATENCY: (f32, f32) = (132.0, 208.0);
/// Room of the cue, before the latency.
const CUE: f32 = 132.0;

/// Draws the one number, and the rows.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    summary: &Summary<'_>,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = match summary.kind {
        RoundKind::Answers => tr!(w, "drill-kind-answers"),
        RoundKind::Rescue => tr!(w, "drill-kind-rescue"),
    };
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_4);
        number(ui, look, summary, rows);
        rows.room(size::STEP_4);
    });
    let name = tr!(w, "drill-takes", count = summary.rows.len());
    group(ui, look, column, &name, |ui, rows| {
        for row in &summary.rows {
            if row_ui(ui, look, (row, summary.kind), rows) {
                out.push(Command::OpenAttempt(row.id.clone()));
            }
        }
    });
}

/// A time to a tenth of a second: more is not heard.
fn tenth(secs: f64) -> String {
    format!("{secs:.1}")
}

/// The one number with what it says, or why there is none.
fn number(ui: &mut Ui, look: &UiContext<'_>, summary: &Summary<'_>, rows: &mut Rows<'_>) {
    let w = look.words;
    let known = &summary.latencies_secs;
    let (Some(median), Some(least), Some(most)) =
        (summary.median_secs(), known.first(), known.last())
    else {
        let (what, then) = if summary.cues == 0 {
            (tr!(w, "drill-no-cues"), tr!(w, "drill-no-cues-do"))
        } else if summary.awaited {
            (tr!(w, "drill-listening"), tr!(w, "drill-listening-do"))
        } else {
            (tr!(w, "drill-none-known"), tr!(w, "drill-none-known-do"))
        };
        rows.sentence(ui, &what, Size::Body);
        rows.sentence(ui, &then, Size::Caption);
        return;
    };
    let median = tenth(median);
    let range = tr!(
        w,
        "drill-range",
        count = known.len(),
        cues = summary.cues,
        least = tenth(*least),
        most = tenth(*most)
    );
    let (figure, after, below) = match summary.kind {
        RoundKind::Answers => (
            tr!(w, "drill-secs", secs = median),
            tr!(w, "drill-median"),
            range,
        ),
        RoundKind::Rescue => (
            tr!(
                w,
                "drill-within-of",
                count = summary.quick(),
                all = known.len()
            ),
            tr!(w, "drill-within", target = RESCUE_TARGET_SECS),
            format!("{} · {range}", tr!(w, "drill-median-is", secs = median)),
        ),
    };
    let at = Pos2::new(rows.column.inner_left(), rows.column.y);
    let ink = look.palette.text;
    let width = figures::paint(ui, at, &figure, Size::Display, Weight::SemiBold, ink);
    let line = Rect::from_min_size(at, Vec2::new(width, Size::Display.line()));
    words::announce(ui, line, "drill-number", Role::Label, &figure);
    // Three points lower stands nearly the same base line.
    let beside = Pos2::new(at.x + width + size::STEP_3, line.center().y + 3.0);
    words::left(
        ui,
        beside,
        &after,
        Ink::regular(Size::Body, look.palette.text2),
    );
    rows.room(Size::Display.line());
    rows.sentence(ui, &below, Size::Caption);
}

fn cue_words(w: Words<'_>, cue: Cue) -> String {
    match cue {
        Cue::At { secs, .. } => tr!(w, "drill-cue-at", time = dates::clock(secs)),
        Cue::Catch => tr!(w, "drill-cue-none"),
        Cue::NotYet => tr!(w, "drill-cue-not-yet"),
    }
}

/// What is said of a latency, and whether the person said it.
fn latency_words(w: Words<'_>, cue: Cue, kind: RoundKind) -> Option<(String, bool)> {
    let Cue::At { latency, .. } = cue else {
        return None;
    };
    let (secs, by) = match latency {
        Latency::Known { secs, by } => (secs, by),
        Latency::Awaited => return Some((tr!(w, "drill-awaited"), false)),
        Latency::Unknown => return Some((tr!(w, "drill-unknown"), false)),
    };
    let mut said = tr!(w, "drill-secs", secs = tenth(secs));
    if kind == RoundKind::Rescue {
        let target = RESCUE_TARGET_SECS;
        let judged = if is_quick(secs) {
            tr!(w, "drill-quick", target = target)
        } else {
            tr!(w, "drill-slow", target = target)
        };
        said = format!("{said} · {judged}");
    }
    // Measured by the program, until the person confirms it.
    if by == SaidBy::Sound {
        said = format!("{said} · {}", tr!(w, "speech-automatic"));
    }
    Some((said, by == SaidBy::Person))
}

/// One take: its key, its question, its cue, its latency; returns whether it is to be opened.
fn row_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (row, kind): (&Row<'_>, RoundKind),
    rows: &mut Rows<'_>,
) -> bool {
    let w = look.words;
    let palette = look.palette;
    rows.hairline(ui);
    let column = &mut *rows.column;
    let corner = Pos2::new(column.left, column.y);
    let rect = Rect::from_min_size(corner, Vec2::new(column.width, ROW));
    column.y += ROW;
    let id = ui.scope_id().with(("take", row.number));
    let response = ui.interact(rect, id, Sense::click());
    let inside = rect.shrink2(Vec2::new(size::STEP_1, 2.0));
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(inside, radius, palette.surface_variant);
    }
    let y = rect.center().y;
    let left = rect.left() + PADDING;
    // The tenth is opened by 0.
    let key = (row.number % 10).to_string();
    keycap::paint(ui, Pos2::new(left, y), &key, false);
    let right = rect.right() - PADDING;
    let latency = latency_words(w, row.cue, kind);
    if let Some((said, confirmed)) = &latency {
        let known = matches!(
            row.cue,
            Cue::At {
                latency: Latency::Known { .. },
                ..
            }
        );
        let ink = match (known, *confirmed) {
            (true, true) => Ink::strong(Size::Body, palette.text),
            (true, false) => Ink::regular(Size::Body, palette.text),
            (false, _) => Ink::regular(Size::Caption, palette.text3),
        };
        let (size, weight, color) = (ink.size, ink.weight, ink.color);
        let top = Pos2::new(right, y - size.line() / 2.0);
        figures::paint_right(ui, top, said, size, weight, color);
    }
    let cue_right = right
        - match kind {
            RoundKind::Answers => LATENCY.0,
            RoundKind::Rescue => LATENCY.1,
        };
    let cue = cue_words(w, row.cue);
    let top = Pos2::new(cue_right, y - Size::Caption.line() / 2.0);
    let (size, weight) = (Size::Caption, Weight::Regular);
    let cue_left = figures::paint_right(ui, top, &cue, size, weight, palette.text3);
    if let Cue::At { to, .. } = row.cue {
        let x = cue_left - size::STEP_2;
        let stroke = Stroke::new(size::EMPHASIS, palette.language(to));
        ui.painter().vline(x.round(), y - 7.0..=y + 7.0, stroke);
    }
    let from = left + QUESTION;
    let room = cue_right - CUE - from;
    let galley = text::line(
        ui,
        row.question,
        Size::Body,
        Weight::Regular,
        palette.text,
        room,
    );
    let height = galley.size().y;
    ui.painter()
        .galley(Pos2::new(from, y - height / 2.0), galley, palette.text);
    focus::ring(ui, &response, inside, size::RADIUS_ROW);
    let took = latency.map_or_else(String::new, |(said, _)| format!(" · {said}"));
    let name = format!("{} · {} · {cue}{took}", row.number, row.question);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.clicked()
}
