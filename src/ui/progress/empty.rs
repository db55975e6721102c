//! Progress without a figure: nothing recorded yet, being read, cannot be read.

use egui::{Pos2, Rect, Shape, Stroke, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::state::{LibraryStatus, Screen};
use crate::i18n::{faults, names};
use crate::model::fault::Fault;
use crate::model::language::{Language, LanguagePlan};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::lines;

/// Height of picture, words and button together.
const BLOCK: f32 = 348.0;
/// The lines of the picture: how wide, how far apart, how many.
const LINES: f32 = 560.0;
const PITCH: f32 = 32.0;
const COUNT: u8 = 4;
/// Weeks that are promised: the share of width and height at which they lie.
const PROMISED: [(f32, f32); 6] = [
    (0.05, 0.12),
    (0.23, 0.24),
    (0.41, 0.36),
    (0.59, 0.54),
    (0.77, 0.66),
    (0.95, 0.76),
];

/// Draws what there is to say; `unheard` answers wait to be listened to.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    room: Rect,
    (status, unheard): (&LibraryStatus, usize),
    out: &mut Vec<Command>,
) {
    let words = look.words;
    match status {
        LibraryStatus::Opening => {
            said(ui, look, room, &tr!(words, "timeline-opening"), &[]);
        }
        LibraryStatus::Failed(fault) => {
            let fault = faults::text(words, &Fault::File(fault.clone()));
            let detail = fault.detail.unwrap_or_default();
            let what = fault.what.trim_end_matches('.');
            let below = said(ui, look, room, what, &[&fault.remedy, &detail]);
            let button = tr!(words, "timeline-open-settings");
            if Button::primary(&button).centered_at(ui, below).clicked() {
                out.push(Command::GoTo(Screen::Settings));
            }
        }
        LibraryStatus::Ready => {
            let plan = names::plan(words, LanguagePlan::KoreanToEnglish);
            let how = tr!(words, "progress-empty-how", plan = plan);
            let then = tr!(words, "progress-empty-then");
            let waiting = if unheard > 0 {
                tr!(words, "progress-unheard", count = unheard)
            } else {
                String::new()
            };
            let title = tr!(words, "progress-empty");
            let below = said(ui, look, room, &title, &[&how, &then, &waiting]);
            let button = tr!(words, "timeline-draw");
            if Button::primary(&button)
                .does(Action::NextQuestion)
                .centered_at(ui, below)
                .clicked()
            {
                out.push(Command::NextQuestion);
            }
        }
    }
}

/// Picture, title and sentences; returns the middle of a button below them.
fn said(ui: &mut Ui, look: &UiContext<'_>, room: Rect, title: &str, sentences: &[&str]) -> Pos2 {
    let top = (room.top() + ((room.height() - BLOCK) * 0.45).max(64.0)).round();
    let width = LINES.min(room.width() - size::MARGIN * 2.0);
    let picture = Rect::from_min_size(
        Pos2::new((room.center().x - width / 2.0).round(), top),
        Vec2::new(width, PITCH * f32::from(COUNT - 1)),
    );
    promise(ui, look, picture);
    let mut y = picture.bottom() + size::STEP_8;
    let column = room.width() - size::MARGIN * 2.0;
    y = centered(
        ui,
        look,
        (room.center().x, y),
        title,
        (Size::Display, column),
    );
    y += size::STEP_2;
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        let column = column.min(size::COLUMN_SMALL);
        y = centered(
            ui,
            look,
            (room.center().x, y),
            sentence,
            (Size::Body, column),
        );
    }
    Pos2::new(room.center().x, y + size::STEP_6 + size::BUTTON / 2.0)
}

/// What this screen will be: a falling line, only promised.
fn promise(ui: &Ui, look: &UiContext<'_>, rect: Rect) {
    let palette = look.palette;
    for line in 0..COUNT {
        ui.painter().hline(
            rect.x_range(),
            rect.top() + f32::from(line) * PITCH + 0.5,
            Stroke::new(size::HAIRLINE, palette.line),
        );
    }
    let points = PROMISED.map(|(x, y)| rect.min + rect.size() * Vec2::new(x, y));
    let stroke = Stroke::new(1.0, palette.control);
    for dash in Shape::dashed_line(&points, stroke, 3.0, 4.0) {
        ui.painter().add(dash);
    }
    for (at, point) in points.into_iter().enumerate() {
        if at == 0 {
            super::plot::mark(ui, look, point, Language::English);
        } else {
            let mark = Rect::from_center_size(point, Vec2::splat(8.0));
            ui.painter().rect(
                mark,
                1.0,
                palette.background,
                stroke,
                egui::StrokeKind::Inside,
            );
        }
    }
}

/// Lines around a middle; returns their lower end.
fn centered(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (x, top): (f32, f32),
    words: &str,
    (size, width): (Size, f32),
) -> f32 {
    let (weight, color) = match size {
        Size::Display | Size::Title => (Weight::SemiBold, look.palette.text),
        Size::Body | Size::Caption => (Weight::Regular, look.palette.text2),
    };
    let broken = lines::of(ui, words, size, weight, width, 1);
    let mut y = top;
    for line in broken.text.lines() {
        let galley = text::free_line(ui, line, size, weight, color);
        let left = (x - galley.size().x / 2.0).round();
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(left, y));
        y += height;
    }
    y
}
