//! After three tellings: their figures side by side, and what may be said of them.

use egui::{Pos2, Rect, Role, Ui, Vec2};

use crate::flow::Command;
use crate::i18n::{dates, names};
use crate::model::fluency::{Fluency, tenths};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::{Column, Rows, group};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::today::view::{Heard, Outcome, Told, Verdict};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{figures, words};

/// Widest column of a telling.
const CELL: f32 = 112.0;
/// Share of the card that a telling may take.
const CELL_SHARE: f32 = 0.2;

/// Draws the question, the figures and the sentence.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    outcome: &Outcome<'_>,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let palette = look.palette;
    let room = (column.width, 3);
    let ink = palette.text;
    let galley = text::paragraph(
        ui,
        outcome.question,
        Size::Title,
        Weight::SemiBold,
        ink,
        room,
    );
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(column.left, column.y));
    column.y += height + size::STEP_4;
    let name = names::language(look.words, outcome.language);
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_3);
        heads(ui, look, &outcome.tellings, rows, out);
        for measure in Measure::ALL {
            row(ui, look, measure, &outcome.tellings, rows);
        }
        rows.hairline(ui);
        rows.room(size::STEP_4);
        rows.sentence(ui, &verdict(look, outcome.verdict), Size::Body);
        rows.room(size::STEP_4);
    });
}

/// Width of the column of a telling.
fn cell(column: &Column) -> f32 {
    (column.inner_width() * CELL_SHARE).min(CELL).floor()
}

/// The tellings by their numbers; each opens its attempt.
fn heads(
    ui: &mut Ui,
    look: &UiContext<'_>,
    tellings: &[Told<'_>],
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let cell = cell(rows.column);
    let ink = look.palette.text3;
    for (index, told) in tellings.iter().rev().enumerate() {
        let right = rows.column.inner_right() - cell * index as f32;
        let at = Pos2::new(right + size::STEP_2, rows.column.y);
        let words = tr!(w, "today-result-number", number = told.number);
        if Button::quiet(&words).small().right_at(ui, at).clicked() {
            out.push(Command::OpenAttempt(told.id.clone()));
        }
        let limit = dates::clock(f64::from(told.limit_secs));
        let limit = tr!(w, "today-result-limit", time = limit);
        let top = Pos2::new(right, rows.column.y + size::CHIP);
        figures::paint_right(ui, top, &limit, Size::Caption, Weight::Regular, ink);
    }
    rows.room(size::CHIP + Size::Caption.line() + size::STEP_2);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Length,
    Rate,
    Pauses,
    Run,
    Voice,
}

impl Measure {
    const ALL: [Self; 5] = [
        Self::Length,
        Self::Rate,
        Self::Pauses,
        Self::Run,
        Self::Voice,
    ];

    fn words(self, look: &UiContext<'_>) -> (String, String) {
        let w = look.words;
        match self {
            Self::Length => (
                tr!(w, "today-result-length"),
                tr!(w, "today-result-length-what"),
            ),
            Self::Rate => (
                tr!(w, "today-result-rate"),
                tr!(w, "today-result-rate-what"),
            ),
            Self::Pauses => (
                tr!(w, "today-result-pauses"),
                tr!(w, "today-result-pauses-what"),
            ),
            Self::Run => (tr!(w, "today-result-run"), tr!(w, "today-result-run-what")),
            Self::Voice => (
                tr!(w, "today-result-voice"),
                tr!(w, "today-result-voice-what"),
            ),
        }
    }

    fn figure(self, look: &UiContext<'_>, fluency: &Fluency) -> String {
        match self {
            Self::Length => dates::clock(fluency.answer_secs),
            Self::Rate => tenths(fluency.articulation_rate),
            Self::Pauses => format!("{:.0}", fluency.pauses_per_min),
            Self::Run => tenths(fluency.mean_run_secs),
            Self::Voice => {
                let percent = (fluency.phonation_ratio * 100.0).round();
                tr!(look.words, "speech-percent", percent = percent)
            }
        }
    }
}

/// A measure, and its figure in each telling.
fn row(
    ui: &mut Ui,
    look: &UiContext<'_>,
    measure: Measure,
    tellings: &[Told<'_>],
    rows: &mut Rows<'_>,
) {
    let (name, what) = measure.words(look);
    let cell = cell(rows.column);
    let control = Vec2::new(cell * tellings.len() as f32, Size::Title.line());
    let at = rows.row(ui, &name, Some(&what), control);
    let ink = look.palette.text;
    let mut said = Vec::new();
    for (index, told) in tellings.iter().enumerate() {
        let figure = match &told.heard {
            Heard::Known(fluency) => measure.figure(look, fluency),
            Heard::Awaited => "…".to_owned(),
            Heard::Unknown => "–".to_owned(),
        };
        let top = Pos2::new(at.x + cell * (index + 1) as f32, at.y);
        figures::paint_right(ui, top, &figure, Size::Title, Weight::SemiBold, ink);
        said.push(figure);
    }
    let whole = format!("{name}: {}", said.join(" · "));
    let id = match measure {
        Measure::Length => "telling-length",
        Measure::Rate => "telling-rate",
        Measure::Pauses => "telling-pauses",
        Measure::Run => "telling-run",
        Measure::Voice => "telling-voice",
    };
    words::announce(
        ui,
        Rect::from_min_size(at, control),
        id,
        Role::Label,
        &whole,
    );
}

fn verdict(look: &UiContext<'_>, verdict: Verdict) -> String {
    let w = look.words;
    match verdict {
        Verdict::Awaited => tr!(w, "today-result-awaited"),
        Verdict::Unknown => tr!(w, "today-result-unknown"),
        Verdict::Alone => tr!(w, "today-result-one"),
        Verdict::Same => tr!(w, "today-result-same"),
        Verdict::Faster(percent) => tr!(w, "today-result-faster", percent = percent),
        Verdict::Slower(percent) => tr!(w, "today-result-slower", percent = percent),
    }
}
