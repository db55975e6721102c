//! The same question in both languages, side by side. Not here: which answers are twins (`model`).

use egui::{Color32, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::i18n::{dates, names, progress as say};
use crate::model::language::Language;
use crate::model::progress::{Progress, TwinPart, Twins};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::progress::sheet::Sheet;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::words::Ink;

/// Questions that are shown: the latest.
const QUESTIONS: usize = 3;
/// Height of a row.
const ROW: f32 = 28.0;
/// Width of the columns behind the name, from the right.
const COLUMNS: [f32; 4] = [104.0, 64.0, 68.0, 68.0];

/// Draws the card.
pub fn card(ui: &mut Ui, look: &UiContext<'_>, progress: &Progress, sheet: &mut Sheet) {
    let words = look.words;
    sheet.card(ui, look, &tr!(words, "progress-twins"), |ui, sheet| {
        if progress.twins.is_empty() {
            let none = tr!(words, "progress-twins-none");
            sheet.words(ui, &none, Ink::regular(Size::Caption, look.palette.text3));
            return;
        }
        for (twins, at) in progress.twins.iter().zip(0..QUESTIONS) {
            if at > 0 {
                sheet.y += size::STEP_2;
            }
            question(ui, look, twins, sheet);
            table(ui, look, twins, at == 0, sheet);
        }
    });
}

/// The parts of two answers below each other, with or without the names of the columns.
pub fn table(ui: &mut Ui, look: &UiContext<'_>, twins: &Twins, named: bool, sheet: &mut Sheet) {
    let words = look.words;
    if named {
        let ink = (Size::Caption, Weight::Regular, look.palette.text3);
        let heads = [
            tr!(words, "progress-twins-pauses"),
            tr!(words, "progress-twins-ratio"),
            names::language(words, Language::English),
            names::language(words, Language::Korean),
        ];
        cells(ui, (sheet.left, sheet.right(), sheet.y), &heads, ink);
        sheet.y += 24.0;
    }
    for part in &twins.parts {
        row(ui, look, twins, part, sheet);
    }
}

fn question(ui: &mut Ui, look: &UiContext<'_>, twins: &Twins, sheet: &mut Sheet) {
    let language = look.words.language();
    let own = twins.question.get(language);
    let question = if own.is_empty() {
        twins.question.get(language.other())
    } else {
        own
    };
    let galley = text::line(
        ui,
        question,
        Size::Caption,
        Weight::SemiBold,
        look.palette.text2,
        sheet.width,
    );
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(sheet.left, sheet.y));
    sheet.y += height + size::STEP_1;
}

fn row(ui: &mut Ui, look: &UiContext<'_>, twins: &Twins, part: &TwinPart, sheet: &mut Sheet) {
    let words = look.words;
    let palette = look.palette;
    let (korean, english) = (part.korean, part.english);
    let name = say::part(words, korean.part);
    let ratio = format!("{:.1}", part.ratio());
    let pauses = [korean, english].map(|one| format!("{:.0}", one.pauses_per_min));
    let [before, after] = &pauses;
    let rect = Rect::from_min_size(Pos2::new(sheet.left, sheet.y), Vec2::new(sheet.width, ROW));
    let top = rect.top() + (ROW - Size::Body.line()) / 2.0;
    ui.painter().hline(
        rect.x_range(),
        rect.top().round() + 0.5,
        Stroke::new(size::HAIRLINE, palette.line),
    );
    let room = sheet.width - COLUMNS.iter().sum::<f32>();
    let galley = text::line(ui, &name, Size::Body, Weight::Regular, palette.text, room);
    ui.painter()
        .galley(Pos2::new(rect.left(), top), galley, palette.text);
    let figures = [
        format!("{before} · {after}"),
        tr!(words, "progress-twins-times", ratio = ratio.as_str()),
        dates::clock(english.secs.round()),
        dates::clock(korean.secs.round()),
    ];
    let ink = (Size::Body, Weight::Regular, palette.text);
    cells(ui, (rect.left(), rect.right(), top), &figures, ink);
    let spoken = tr!(
        words,
        "progress-twins-row",
        part = name,
        korean = dates::clock(korean.secs.round()),
        english = dates::clock(english.secs.round()),
        ratio = ratio,
        before = before.as_str(),
        after = after.as_str()
    );
    let id = ui
        .scope_id()
        .with(("progress-twins", twins.english.as_str(), korean.part));
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Row, true, &spoken));
    sheet.y += ROW;
}

/// Words in the columns, each ending at the right of its own.
fn cells(
    ui: &Ui,
    (left, right, top): (f32, f32, f32),
    cells: &[String; 4],
    (size, weight, color): (Size, Weight, Color32),
) {
    let mut x = right;
    for (words, column) in cells.iter().zip(COLUMNS) {
        let galley = text::line(ui, words, size, weight, color, column - 4.0);
        let at = Pos2::new((x - galley.size().x).max(left), top);
        ui.painter().galley(at, galley, color);
        x -= column;
    }
}
