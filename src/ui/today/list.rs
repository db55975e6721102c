//! The list of the day: what was done, what is next and why.

use egui::{Response, Role, Ui, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::today::TodayCommand;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::today::view::{Day, DoneRow, Row};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, icon, language_bar};

/// Height of a proposal.
const ROW: f32 = 64.0;
/// Height of what was done.
const DONE_ROW: f32 = 44.0;
/// Width of the bar that stands for the languages.
const BAR: f32 = 24.0;
/// Narrower lists have no room for a second button in each row; the key remains.
const BUTTON_FROM: f32 = 360.0;
/// Room of the weight of a principle, behind the reason.
const STAR: f32 = 40.0;

/// Draws the list. A choice that has just moved is scrolled into view.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, day: &Day<'_>, moved: bool) {
    form::group(ui, &day.list, |ui| {
        for row in &day.done {
            if done_ui(ui, cx, row).clicked() {
                cx.push(Command::OpenAttempt(row.id.clone()));
            }
        }
        for (index, row) in day.rows.iter().enumerate() {
            let selected = index == day.selected;
            let response = row_ui(ui, cx, row, selected);
            if response.clicked() {
                cx.push(Command::Today(TodayCommand::Start {
                    question: row.item.question.clone(),
                    language: row.item.language,
                }));
            }
            if selected && moved {
                ui.scroll_to_rect(response.rect, None);
            }
        }
        if let Some(rest) = &day.rest {
            form::hairline(ui);
            ui.add_space(size::STEP_4);
            form::sentence(ui, rest, Size::Body);
            ui.add_space(size::STEP_4);
        }
    });
}

/// An answer of today.
fn done_ui(ui: &mut Ui, cx: &Cx<'_>, row: &DoneRow<'_>) -> Response {
    let palette = cx.palette;
    let id = ("done", row.id.as_str(), row.language);
    let response = form::pressable(ui, id, DONE_ROW, None, |ui| {
        let color = palette.language(row.language);
        let points = Size::Caption.icon();
        ui.add_space((BAR - points) / 2.0);
        icon::plain(ui, icons::CHECK_CIRCLE.fill(), points, color);
        ui.add_space((BAR - points) / 2.0 + size::STEP_2);
        let ink = Ink::regular(Size::Body, palette.text2);
        words::mute(ui, row.question, ink);
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.said));
    response
}

/// A proposal: its question, why, and the way past it.
fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>, selected: bool) -> Response {
    let item = row.item;
    let fill = selected.then_some(cx.palette.selected);
    let id = ("item", item.question.as_str(), item.language);
    let response = form::pressable(ui, id, ROW, fill, |ui| {
        language_bar::show(ui, item.plan(), BAR);
        ui.add_space(size::STEP_2);
        let room = ui.max_rect().width();
        form::at_right(ui, |ui| {
            if room >= BUTTON_FROM {
                put_off(ui, cx, row, selected);
            }
            form::lines(ui, |ui| {
                let weight = if selected {
                    Weight::SemiBold
                } else {
                    Weight::Regular
                };
                let ink = Ink {
                    weight,
                    ..Ink::regular(Size::Body, cx.palette.text)
                };
                words::mute(ui, row.question, ink);
                why(ui, cx, row);
            });
        });
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.said));
    response
}

/// The way past a proposal; its words end on the margin.
fn put_off(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>, selected: bool) {
    let words = tr!(cx.words, "today-not");
    let mut button = Button::quiet(&words).small();
    if selected {
        button = button.does(Action::PutOff);
    }
    ui.add_space(-size::STEP_2);
    // The same button stands in every row.
    let id = ("not", row.item.question.as_str(), row.item.language);
    if ui.push_id(id, |ui| ui.add(button)).inner.clicked() {
        cx.push(Command::Today(TodayCommand::PutOff {
            question: row.item.question.clone(),
            language: row.item.language,
        }));
    }
}

/// Why, for which principle, and how much the role asks for that.
fn why(ui: &mut Ui, cx: &Cx<'_>, row: &Row<'_>) {
    let ink = Ink::regular(Size::Caption, cx.palette.text2);
    ui.horizontal(|ui| {
        let star = if row.item.weight > 0 { STAR } else { 0.0 };
        let room = (ui.available_width() - star).max(0.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            words::mute(ui, &row.why, ink);
        });
        if row.item.weight > 0 {
            icon::plain(ui, icons::STAR.fill(), size::STEP_3, ink.color);
            ui.add_space(-size::STEP_1);
            words::mute(ui, &row.item.weight.to_string(), ink);
        }
    });
}
