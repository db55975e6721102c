//! The list of the day: what was done, what is next and why.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::today::TodayCommand;
use crate::i18n::{names, today};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::{Column, PADDING, Rows, group};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::today::view::{Day, DoneRow, Row, Start};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{focus, icon, language_bar};

/// Height of a proposal.
const ROW: f32 = 64.0;
/// Height of what was done.
const DONE_ROW: f32 = 44.0;
/// Width of the bar that stands for the languages.
const BAR: f32 = 24.0;
/// From the bar to the words.
const WORDS: f32 = BAR + 16.0;
/// Narrower lists have no room for a second button in each row; the key remains.
const BUTTON_FROM: f32 = 400.0;

/// Draws the list. A choice that has just moved is scrolled into view.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (day, moved): (&Day<'_>, bool),
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let (done, goal) = (day.plan.done, day.plan.goal);
    let name = tr!(w, "today-list", done = done, goal = goal);
    group(ui, look, column, &name, |ui, rows| {
        for row in &day.done {
            if done_ui(ui, look, row, rows) {
                out.push(Command::OpenAttempt(row.id.clone()));
            }
        }
        for (index, row) in day.rows.iter().enumerate() {
            let selected = index == day.selected;
            let rect = row_ui(ui, look, (row, selected), rows, out);
            if selected && moved {
                ui.scroll_to_rect(rect, None);
            }
        }
        let said = match day.start {
            Start::First | Start::Next => None,
            Start::More => Some(tr!(w, "today-all-done")),
            Start::Nothing => Some(tr!(w, "today-nothing")),
            Start::NoQuestions => Some(tr!(w, "today-no-questions")),
        };
        if let Some(said) = said {
            rows.hairline(ui);
            rows.room(size::STEP_4);
            rows.sentence(ui, &said, Size::Body);
            rows.room(size::STEP_4);
        }
    });
}

/// Takes the room of a row; the rectangle reaches from edge to edge of the card.
fn take(ui: &Ui, rows: &mut Rows<'_>, height: f32) -> Rect {
    rows.hairline(ui);
    let column = &mut *rows.column;
    let corner = Pos2::new(column.left, column.y);
    column.y += height;
    Rect::from_min_size(corner, Vec2::new(column.width, height))
}

/// An answer of today; returns whether it is to be opened.
fn done_ui(ui: &mut Ui, look: &UiContext<'_>, row: &DoneRow<'_>, rows: &mut Rows<'_>) -> bool {
    let w = look.words;
    let palette = look.palette;
    let rect = take(ui, rows, DONE_ROW);
    let id = ui.scope_id().with(("done", row.id.as_str(), row.language));
    let response = ui.interact(rect, id, Sense::click());
    let inside = rect.shrink2(Vec2::new(size::STEP_1, 2.0));
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(inside, radius, palette.surface_variant);
    }
    let y = rect.center().y;
    let left = rect.left() + PADDING;
    let check = icons::CHECK_CIRCLE.fill();
    let middle = Pos2::new(left + BAR / 2.0, y);
    icon::paint(
        ui,
        middle,
        check,
        Size::Caption.icon(),
        palette.language(row.language),
    );
    let from = left + WORDS;
    let room = rect.right() - PADDING - from;
    let ink = palette.text2;
    let galley = text::line(ui, row.question, Size::Body, Weight::Regular, ink, room);
    let at = Pos2::new(from, y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    focus::ring(ui, &response, inside, size::RADIUS_ROW);
    response.widget_info(|| {
        let language = names::language(w, row.language);
        let name = format!("{} · {} · {language}", tr!(w, "today-done"), row.question);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    response.clicked()
}

/// A proposal: its question, why, and the way past it; returns its place.
fn row_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (row, selected): (&Row<'_>, bool),
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) -> Rect {
    let w = look.words;
    let palette = look.palette;
    let item = row.item;
    let rect = take(ui, rows, ROW);
    let id = ui
        .scope_id()
        .with(("item", item.question.as_str(), item.language));
    let response = ui.interact(rect, id, Sense::click());
    let inside = rect.shrink2(Vec2::new(size::STEP_1, 4.0));
    let fill = match (selected, response.hovered()) {
        (true, _) => Some(palette.selected),
        (false, true) => Some(palette.surface_variant),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter().rect_filled(inside, radius, fill);
    }
    let y = rect.center().y;
    let left = rect.left() + PADDING;
    language_bar::paint(ui, Pos2::new(left + BAR / 2.0, y), item.plan(), BAR);
    let mut right = rect.right() - PADDING;
    focus::ring(ui, &response, inside, size::RADIUS_ROW);
    let reason = today::reason(w, item);
    let plan = names::plan(w, item.plan());
    response.widget_info(|| {
        let name = format!("{} · {plan} · {reason}", row.question);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    if response.clicked() {
        out.push(Command::Today(TodayCommand::Start {
            question: item.question.clone(),
            language: item.language,
        }));
    }
    if rect.width() >= BUTTON_FROM {
        let words = tr!(w, "today-not");
        let button = Button::quiet(&words).small();
        let button = if selected {
            button.does(Action::PutOff)
        } else {
            button
        };
        let at = Pos2::new(right + size::STEP_2, y - size::CHIP / 2.0);
        right -= button.measure(ui).x;
        let put_off = ui
            .push_id(("not", item.question.as_str(), item.language), |ui| {
                button.right_at(ui, at)
            })
            .inner;
        if put_off.clicked() {
            out.push(Command::Today(TodayCommand::PutOff {
                question: item.question.clone(),
                language: item.language,
            }));
        }
    }
    let from = left + WORDS;
    let room = right - size::STEP_2 - from;
    let weight = if selected {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let galley = text::line(ui, row.question, Size::Body, weight, palette.text, room);
    let top = y - Size::Body.line() / 2.0 - Size::Caption.line() / 2.0;
    ui.painter()
        .galley(Pos2::new(from, top), galley, palette.text);
    why_ui(
        ui,
        look,
        (row, &reason),
        Pos2::new(from, top + Size::Body.line()),
        room,
    );
    rect
}

/// Why, for which principle, and how much the role asks for that.
fn why_ui(ui: &Ui, look: &UiContext<'_>, (row, reason): (&Row<'_>, &str), at: Pos2, room: f32) {
    let ink = look.palette.text2;
    let principle = row
        .item
        .principle
        .map(|it| names::principle(look.words, it));
    let said = match &principle {
        Some(principle) => format!("{reason} · {principle}"),
        None => reason.to_owned(),
    };
    let star = (row.item.weight > 0).then(|| row.item.weight.to_string());
    let star_room = if star.is_some() { 36.0 } else { 0.0 };
    let room = room - star_room;
    let galley = text::line(ui, &said, Size::Caption, Weight::Regular, ink, room);
    let width = galley.size().x;
    ui.painter().galley(at, galley, ink);
    if let Some(star) = star {
        let middle = at.y + Size::Caption.line() / 2.0;
        let x = at.x + width + size::STEP_3;
        icon::paint(ui, Pos2::new(x, middle), icons::STAR.fill(), 12.0, ink);
        let figure = text::free_line(ui, &star, Size::Caption, Weight::Regular, ink);
        ui.painter()
            .galley(Pos2::new(x + size::STEP_2, at.y), figure, ink);
    }
}
