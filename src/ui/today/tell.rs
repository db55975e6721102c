//! One story told three times: what it is, with which times, and the way in.

use egui::{Pos2, Ui};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::today::TodayCommand;
use crate::model::language::LanguagePlan;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::{Column, choice, group};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::today::view::Story;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::language_bar;

/// Width of the bar that stands for the language.
const BAR: f32 = 24.0;

/// Draws the card.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (story, equal): (&Story<'_>, bool),
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = tr!(w, "today-tell");
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_4);
        rows.sentence(ui, &tr!(w, "today-tell-what"), Size::Caption);
        rows.room(size::STEP_2);
        match story {
            Story::Missing => {
                rows.sentence(ui, &tr!(w, "today-tell-none"), Size::Body);
                rows.room(size::STEP_4);
            }
            Story::Waiting(telling) => {
                let (number, of) = (telling.number, telling.of());
                let said = tr!(w, "today-tell-waiting", number = number, of = of);
                rows.sentence(ui, &said, Size::Body);
                rows.room(size::STEP_3);
                let at = Pos2::new(rows.column.inner_left(), rows.column.y);
                let go_on = tr!(w, "today-tell-go-on");
                let go_on = Button::primary(&go_on).does(Action::StartNext);
                let width = go_on.measure(ui).x;
                if go_on.at(ui, at).clicked() {
                    out.push(Command::Today(TodayCommand::Tell));
                }
                let end = tr!(w, "today-telling-end");
                let at = Pos2::new(at.x + width + size::STEP_2, at.y);
                if Button::quiet(&end).at(ui, at).clicked() {
                    out.push(Command::Today(TodayCommand::EndTelling));
                }
                rows.room(size::BUTTON + size::STEP_4);
            }
            Story::Offered {
                question,
                language,
                compared,
            } => {
                let times = [
                    (false, tr!(w, "today-tell-times-less")),
                    (true, tr!(w, "today-tell-times-equal")),
                ];
                let name = tr!(w, "today-tell-times");
                let picked = choice(ui, rows, &name, &times, &equal);
                out.extend(picked.map(TodayCommand::SetEqual).map(Command::Today));
                let start = tr!(w, "today-tell-start");
                let start = Button::secondary(&start);
                let room = start.measure(ui);
                rows.hairline(ui);
                rows.room(size::STEP_3);
                let column = &mut *rows.column;
                let right = Pos2::new(column.inner_right(), column.y);
                let words_room = column.inner_width() - room.x - BAR - size::STEP_8;
                let beside = words_room >= room.x;
                let y = column.y + size::BUTTON / 2.0;
                let left = column.inner_left();
                language_bar::paint(
                    ui,
                    Pos2::new(left + BAR / 2.0, y),
                    LanguagePlan::only(*language),
                    BAR,
                );
                let width = if beside {
                    words_room
                } else {
                    column.inner_width() - BAR - size::STEP_4
                };
                let ink = look.palette.text;
                let galley = text::line(ui, question, Size::Body, Weight::Regular, ink, width);
                let at = Pos2::new(left + BAR + size::STEP_4, y - galley.size().y / 2.0);
                text::label_at(ui, galley, at);
                let at = if beside {
                    right
                } else {
                    column.y += size::BUTTON + size::STEP_2;
                    Pos2::new(left + room.x, column.y)
                };
                if start.right_at(ui, at).clicked() {
                    out.push(Command::Today(TodayCommand::Tell));
                }
                rows.room(size::BUTTON + size::STEP_3);
                if *compared {
                    let again = tr!(w, "today-tell-compared");
                    // The button's own padding stands outside the margin.
                    let left = rows.column.inner_left() - size::STEP_2;
                    let at = Pos2::new(left, rows.column.y - size::STEP_1);
                    if Button::quiet(&again).small().at(ui, at).clicked() {
                        out.push(Command::Today(TodayCommand::ShowTellings));
                    }
                    rows.room(size::CHIP + size::STEP_1);
                }
            }
        }
    });
}
