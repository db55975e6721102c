//! What came of a session: the axis, what to do next, how the speech went, and every answer.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::{Words, dates, progress, sessions};
use crate::model::session::record::Session;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::interview::debrief_view::{Debrief, Next, Row};
use crate::ui::interview::{axis, fatigue};
use crate::ui::settings::parts::{Column, PADDING, Rows, group};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{figures, focus, language_bar};

/// Height of the row of an answer.
const ROW: f32 = 56.0;
/// Room at the right end for the rating.
const SCORE: f32 = 96.0;
/// How far a follow-up stands in, for each depth.
const INDENT: f32 = 16.0;
/// Deeper ones stand in no further.
const DEPTHS: u8 = 5;
/// Height of the row of an interviewer.
const INTERVIEWER: f32 = 40.0;
/// Width of the bar of a language.
const BAR: f32 = 16.0;

/// Draws everything.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    debrief: &Debrief<'_>,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let session = debrief.session;
    let name = headline(w, debrief);
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_3);
        if debrief.rows.iter().all(|row| row.attempt.is_none()) {
            rows.sentence(ui, &tr!(w, "interview-no-answers"), Size::Body);
        } else {
            axis::show(ui, look, debrief, rows, out);
        }
        rows.room(size::STEP_3);
    });
    if !debrief.next.is_empty() {
        let name = tr!(w, "interview-next-steps");
        group(ui, look, column, &name, |ui, rows| {
            for next in &debrief.next {
                next_ui(ui, look, *next, rows, out);
            }
        });
    }
    if !debrief.twice.is_empty() {
        let name = tr!(w, "interview-twice");
        group(ui, look, column, &name, |ui, rows| {
            rows.room(size::STEP_4);
            for (story, count) in &debrief.twice {
                let said = tr!(
                    w,
                    "interview-twice-story",
                    story = story.as_str(),
                    count = { *count }
                );
                rows.sentence(ui, &said, Size::Body);
            }
            rows.sentence(ui, &tr!(w, "interview-twice-what"), Size::Caption);
            rows.room(size::STEP_4);
        });
    }
    let name = tr!(w, "interview-tired");
    group(ui, look, column, &name, |ui, rows| {
        fatigue::show(ui, look, debrief, rows);
    });
    let name = tr!(w, "interview-all", count = session.answers());
    group(ui, look, column, &name, |ui, rows| {
        let mut who = 0;
        for row in &debrief.rows {
            if std::mem::replace(&mut who, row.asked.interviewer) != who {
                interviewer_ui(ui, look, (session, who), rows);
            }
            row_ui(ui, look, row, rows, out);
        }
    });
    if session.is_unfinished() {
        let resume = tr!(w, "interview-resume");
        let at = Pos2::new(column.left, column.y);
        if Button::secondary(&resume).at(ui, at).clicked() {
            out.push(Command::ResumeSession(session.id.clone()));
        }
        column.y += size::BUTTON + size::STEP_6;
    }
}

/// How much there was, and its mean.
fn headline(w: Words<'_>, debrief: &Debrief<'_>) -> String {
    let session = debrief.session;
    let mut parts = vec![
        sessions::length(w, session.shape),
        tr!(w, "interview-answers", count = session.answers()),
    ];
    parts.push(match debrief.score {
        Some(score) => tr!(w, "interview-mean", score = format!("{score:.1}")),
        None => tr!(w, "interview-unrated"),
    });
    parts.join(" · ")
}

fn next_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    next: Next<'_>,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let (attempt, why, does, then) = match next {
        Next::Rate(attempt) => (
            attempt,
            tr!(w, "interview-why-unrated"),
            tr!(w, "interview-do-rate"),
            None,
        ),
        Next::Again(attempt, secs) => (
            attempt,
            tr!(w, "interview-why-slow", time = progress::secs(w, secs)),
            tr!(w, "interview-do-again"),
            Some(Command::Retake),
        ),
        Next::Deeper(attempt, reached) => (
            attempt,
            tr!(w, "interview-why-shallow", count = reached),
            tr!(w, "interview-do-deeper"),
            Some(Command::AskFollowUp(None)),
        ),
    };
    let question = attempt.question.text.get(w.language());
    let button = Button::secondary(&does);
    let at = rows.row(ui, question, Some(&why), button.measure(ui));
    // The same button stands in several rows: each has its own name by its place.
    let clicked = ui
        .push_id(("next", attempt.id.as_str(), &does), |ui| {
            button.at(ui, at).clicked()
        })
        .inner;
    if clicked {
        out.push(Command::OpenAttempt(attempt.id.clone()));
        out.extend(then);
    }
}

/// Who asked what follows, and what about.
fn interviewer_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (session, number): (&Session, u8),
    rows: &mut Rows<'_>,
) {
    let w = look.words;
    let mut said = tr!(w, "interview-number", number = number);
    let at = usize::from(number).checked_sub(1);
    if let Some(interviewer) = at.and_then(|at| session.interviewers.get(at)) {
        said = format!("{said} · {}", sessions::asks(w, &interviewer.asks));
    }
    rows.hairline(ui);
    let column = &mut *rows.column;
    let ink = look.palette.text2;
    let room = column.inner_width();
    let galley = text::line(ui, &said, Size::Caption, Weight::SemiBold, ink, room);
    let middle = column.y + INTERVIEWER / 2.0;
    let at = Pos2::new(column.inner_left(), middle - galley.size().y / 2.0);
    text::label_at(ui, galley, at);
    column.y += INTERVIEWER;
}

/// An answer in words, for screen readers and for its block on the axis.
pub fn row_name(look: &UiContext<'_>, row: &Row<'_>) -> String {
    let w = look.words;
    let mut parts = vec![row.number.to_string()];
    if row.asked.depth() > 0 {
        parts.push(tr!(w, "interview-depth", depth = row.asked.depth()));
    }
    parts.push(row.asked.text().get(w.language()).to_owned());
    if let Some(attempt) = row.attempt {
        parts.push(dates::clock(attempt.take.duration_secs()));
    }
    parts.push(state_words(w, row));
    parts.join(" · ")
}

fn state_words(w: Words<'_>, row: &Row<'_>) -> String {
    match (row.attempt, row.score) {
        (Some(_), Some(score)) => tr!(w, "interview-mean", score = format!("{score:.1}")),
        (Some(_), None) => tr!(w, "interview-unrated"),
        (None, _) if row.asked.attempt.is_some() => tr!(w, "interview-gone"),
        (None, _) => tr!(w, "interview-unanswered"),
    }
}

fn row_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    row: &Row<'_>,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let palette = look.palette;
    rows.hairline(ui);
    let column = &mut *rows.column;
    let rect = Rect::from_min_size(
        Pos2::new(column.left, column.y),
        Vec2::new(column.width, ROW),
    );
    column.y += ROW;
    let sense = if row.attempt.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    };
    let id = ui.scope_id().with(("answer", row.number));
    let response = ui.interact(rect, id, sense);
    let inside = rect.shrink2(Vec2::new(size::STEP_1, 2.0));
    if response.hovered() && row.attempt.is_some() {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(inside, radius, palette.surface_variant);
    }
    let depth = row.asked.depth().min(DEPTHS);
    let left = rect.left() + PADDING + f32::from(depth) * INDENT;
    let right = rect.right() - PADDING;
    let y = rect.center().y;
    if let Some(attempt) = row.attempt {
        language_bar::paint(ui, Pos2::new(left + BAR / 2.0, y), attempt.plan, BAR);
    }
    let from = left + BAR + size::STEP_3;
    let state = state_words(w, row);
    let (shown, weight, color) = match row.score {
        Some(score) => (format!("{score:.1}"), Weight::SemiBold, palette.text),
        None => (state, Weight::Regular, palette.text3),
    };
    let points = if row.score.is_some() {
        Size::Body
    } else {
        Size::Caption
    };
    let corner = Pos2::new(right, y - points.line() / 2.0);
    figures::paint_right(ui, corner, &shown, points, weight, color);
    let mut more = Vec::new();
    if let Some(attempt) = row.attempt {
        more.push(dates::clock(attempt.take.duration_secs()));
    }
    if let Some(secs) = row.start_secs {
        let time = progress::secs(w, secs);
        more.push(tr!(w, "interview-started", time = time));
    }
    if let Some(reached) = row.reached {
        more.push(tr!(w, "interview-reached", count = reached));
    }
    if row.asked.general {
        more.push(tr!(w, "interview-general-short"));
    }
    let room = right - from - SCORE;
    let question = row.asked.text().get(w.language());
    let line = text::line(
        ui,
        question,
        Size::Body,
        Weight::Regular,
        palette.text,
        room,
    );
    let more = more.join(" · ");
    let below = text::line(
        ui,
        &more,
        Size::Caption,
        Weight::Regular,
        palette.text3,
        room,
    );
    let height = if more.is_empty() {
        Size::Body.line()
    } else {
        Size::Body.line() + Size::Caption.line()
    };
    let top = y - height / 2.0;
    ui.painter()
        .galley(Pos2::new(from, top), line, palette.text);
    let at = Pos2::new(from, top + Size::Body.line());
    ui.painter().galley(at, below, palette.text3);
    focus::ring(ui, &response, inside, size::RADIUS_ROW);
    let name = format!("{} · {more}", row_name(look, row));
    let role = if row.attempt.is_some() {
        Role::Button
    } else {
        Role::Label
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, &name));
    if let Some(attempt) = row.attempt
        && response.clicked()
    {
        out.push(Command::OpenAttempt(attempt.id.clone()));
    }
}
