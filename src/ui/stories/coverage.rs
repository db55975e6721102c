//! Where stories have been told: a row for each principle, a column for each story and one for all
//! answers, each square in two halves. Empty squares can be seen, and pressed to practise them.

mod square;

use egui::{
    CornerRadius, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use crate::flow::{Command, Now};
use crate::i18n::{Words, names};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::story::Story;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::Column;
use crate::ui::stories::view::Told;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{focus, icon, scroll};

use square::{HALF, Square};

/// Height of a row, and of the square in it.
const ROW: f32 = 36.0;
const SQUARE: f32 = 30.0;
/// From one column to the next.
const PITCH: f32 = HALF * 2.0 + 2.0 + 10.0;
/// Height of the titles over the columns.
const TITLES: f32 = 52.0;
/// Width of the names of principles.
const NAMES: (f32, f32) = (216.0, 132.0);
/// Dots that stand for a weight.
const DOT: f32 = 4.0;

/// Draws the grid.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (told, now): (&Told<'_>, &Now),
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    say(ui, look, column, &summary(w, told));
    let principles = told.principles();
    // Few stories leave room for whole names in a small window, too.
    let spare = column.width - (told.list.len() + 1) as f32 * PITCH;
    let names_width = names_width(ui, look, &principles, spare);
    let top = column.y;
    let height = TITLES + principles.len() as f32 * ROW;
    for (index, (principle, weight)) in principles.iter().enumerate() {
        let y = top + TITLES + index as f32 * ROW + ROW / 2.0;
        name(
            ui,
            look,
            Pos2::new(column.left, y),
            names_width,
            (*principle, *weight),
        );
    }
    let place = Rect::from_min_size(
        Pos2::new(column.left + names_width, top),
        Vec2::new(column.width - names_width, height + size::STEP_3),
    );
    let mut child = ui.new_child(UiBuilder::new().id_salt("coverage").max_rect(place));
    child.set_clip_rect(place.intersect(ui.clip_rect()));
    scroll::quiet(&mut child);
    ScrollArea::horizontal()
        .id_salt("columns")
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let columns = told.list.len() + 1;
            let whole = Vec2::new(columns as f32 * PITCH, height);
            let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
            let stories = told.list.iter().map(|story| Some(&***story));
            for (index, story) in std::iter::once(None).chain(stories).enumerate() {
                let left = rect.left() + index as f32 * PITCH;
                let at = Pos2::new(left, rect.top());
                let visible = Rect::from_min_size(at, Vec2::new(PITCH, height));
                if ui.is_rect_visible(visible) {
                    one_column(ui, look, (told, now), (at, story, &principles), out);
                }
            }
        });
    column.y = top + height + size::STEP_4;
    legend(ui, look, column);
    column.y += size::STEP_8;
}

/// As wide as the widest name, within limits.
fn names_width(ui: &Ui, look: &UiContext<'_>, principles: &[(Principle, u8)], spare: f32) -> f32 {
    let least = if look.small { NAMES.1 } else { NAMES.0 };
    let most = spare.clamp(least, NAMES.0);
    let ink = Ink::strong(Size::Caption, look.palette.text);
    let widths = principles.iter().map(|(principle, weight)| {
        let name = names::principle(look.words, *principle);
        words::width(ui, &name, ink) + f32::from(*weight) * (DOT + 3.0)
    });
    (widths.fold(0.0, f32::max) + size::STEP_6)
        .round()
        .min(most)
}

/// How many squares are empty, among those that a story is meant for; what to do with them.
fn summary(w: Words<'_>, told: &Told<'_>) -> String {
    let Some(coverage) = told.coverage else {
        return String::new();
    };
    if told.list.is_empty() {
        return tr!(w, "stories-coverage-none");
    }
    let without: Vec<Principle> = Principle::ALL
        .into_iter()
        .filter(|principle| {
            told.list
                .iter()
                .all(|story| !coverage.is_planned(&story.id, *principle))
        })
        .collect();
    let heavy = told
        .role
        .map(|role| without.iter().filter(|p| role.weight(**p) > 0).count());
    match (without.len(), heavy) {
        (0, _) => tr!(w, "stories-coverage-all"),
        (count, Some(heavy)) if heavy > 0 => {
            tr!(w, "stories-coverage-role", count = count, heavy = heavy)
        }
        (count, _) => tr!(w, "stories-coverage-some", count = count),
    }
}

fn say(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column, words: &str) {
    let color = look.palette.text2;
    let room = (column.width, 3);
    let galley = text::paragraph(ui, words, Size::Body, Weight::Regular, color, room);
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(column.left, column.y));
    column.y += height + size::STEP_3;
}

/// A principle, and how much the role weighs it.
fn name(
    ui: &mut Ui,
    look: &UiContext<'_>,
    left: Pos2,
    width: f32,
    (principle, weight): (Principle, u8),
) {
    let palette = look.palette;
    let words = names::principle(look.words, principle);
    let dots = f32::from(weight) * (DOT + 3.0);
    let room = width - size::STEP_3 - dots - size::STEP_1;
    let font = if weight > 0 {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let galley = text::line(ui, &words, Size::Caption, font, palette.text, room);
    let end = left.x + galley.size().x + size::STEP_2;
    let cut = galley.elided;
    let at = Pos2::new(left.x, left.y - galley.size().y / 2.0);
    let response = text::label_at(ui, galley, at);
    if cut {
        response.on_hover_text(&words);
    }
    for dot in 0..weight {
        let center = Pos2::new(end + f32::from(dot) * (DOT + 3.0) + DOT / 2.0, left.y);
        ui.painter().circle_filled(center, DOT / 2.0, palette.text3);
    }
}

fn one_column(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (told, now): (&Told<'_>, &Now),
    (at, story, principles): (Pos2, Option<&Story>, &[(Principle, u8)]),
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let title = match story {
        None => tr!(w, "stories-any"),
        Some(story) => story.name().to_owned(),
    };
    heading(ui, look, at, (&title, story), told, out);
    for (index, (principle, _)) in principles.iter().enumerate() {
        let top = at.y + TITLES + index as f32 * ROW + (ROW - SQUARE) / 2.0;
        for (side, language) in [Language::Korean, Language::English]
            .into_iter()
            .enumerate()
        {
            let left = at.x + side as f32 * (HALF + 2.0);
            let rect = Rect::from_min_size(Pos2::new(left, top), Vec2::new(HALF, SQUARE));
            if !ui.is_rect_visible(rect) {
                continue;
            }
            let id = story.map(|story| &story.id);
            let found = told
                .coverage
                .and_then(|coverage| coverage.square(id, (*principle, language)));
            let planned = told
                .coverage
                .zip(id)
                .is_some_and(|(coverage, id)| coverage.is_planned(id, *principle));
            let what = Square {
                title: story.map(|_| title.as_str()),
                principle: *principle,
                language,
                found,
                planned,
            };
            if what.show(ui, look, rect, now) {
                out.push(Command::PractiseStory {
                    story: id.cloned(),
                    principle: *principle,
                    language,
                });
            }
        }
    }
}

/// The title over a column, in two lines; a press shows the story.
fn heading(
    ui: &mut Ui,
    look: &UiContext<'_>,
    at: Pos2,
    (title, story): (&str, Option<&Story>),
    told: &Told<'_>,
    out: &mut Vec<Command>,
) {
    let palette = look.palette;
    let overloaded = story
        .and_then(|story| told.telling(story))
        .is_some_and(|telling| telling.overloaded);
    let width = HALF * 2.0 - if overloaded { 22.0 } else { 0.0 };
    let color = if story.is_some() {
        palette.text
    } else {
        palette.text2
    };
    let mut job = egui::text::LayoutJob::single_section(
        title.to_owned(),
        text::format(Size::Caption, Weight::SemiBold, color),
    );
    job.wrap.max_width = width;
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let rect = Rect::from_min_size(at, Vec2::new(HALF * 2.0 + 2.0, TITLES - size::STEP_2));
    let top = Pos2::new(at.x, rect.bottom() - galley.size().y);
    let cut = galley.elided;
    ui.painter().galley(top, galley, color);
    if overloaded {
        let center = Pos2::new(rect.right() - 9.0, rect.bottom() - 10.0);
        icon::paint(
            ui,
            center,
            icons::WARNING,
            Size::Caption.icon(),
            palette.text2,
        );
    }
    let Some(story) = story else {
        let response = ui.interact(rect, ui.scope_id().with("any"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, title));
        return;
    };
    let id = ui.scope_id().with(("column", story.id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    focus::ring(ui, &response, rect, size::RADIUS_SEGMENT);
    let said = if overloaded {
        format!("{title}: {}", tr!(look.words, "stories-overloaded-why"))
    } else {
        title.to_owned()
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.clicked() {
        out.push(Command::SelectStory(Some(story.id.clone())));
    }
    if cut || overloaded {
        response.on_hover_text(said);
    }
}

/// What the looks of a square mean.
fn legend(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column) {
    let w = look.words;
    let palette = look.palette;
    let (korean, english) = (Language::Korean, Language::English);
    let looks = [
        (
            palette.language_tint(korean),
            palette.korean,
            tr!(w, "stories-legend-korean"),
        ),
        (
            palette.language_tint(english),
            palette.english,
            tr!(w, "stories-legend-english"),
        ),
        (
            palette.surface,
            palette.control,
            tr!(w, "stories-legend-stale"),
        ),
        (
            palette.background,
            palette.line,
            tr!(w, "stories-legend-empty"),
        ),
    ];
    let ink = Ink::regular(Size::Caption, palette.text3);
    let mut at = Pos2::new(column.left, column.y + 10.0);
    for (fill, edge, said) in looks {
        let width = 18.0 + size::STEP_2 + words::width(ui, &said, ink);
        if at.x > column.left && at.x + width > column.right() {
            at = Pos2::new(column.left, at.y + Size::Caption.line() + size::STEP_1);
        }
        let rect = Rect::from_center_size(at + Vec2::new(9.0, 0.0), Vec2::new(18.0, 14.0));
        let edge = Stroke::new(size::HAIRLINE, edge);
        let radius = CornerRadius::same(size::RADIUS_SMALL);
        ui.painter()
            .rect(rect, radius, fill, edge, StrokeKind::Inside);
        words::left(ui, at + Vec2::new(18.0 + size::STEP_2, 0.0), &said, ink);
        at.x += width + size::STEP_6;
    }
    column.y = at.y + 10.0;
}
