//! What a first start asks, in the place of the plan: a question, and an answer for each key.
//! Not here: what an answer changes (`flow::setup::update`).

use egui::{Margin, Role, Ui};
use jiff::ToSpan as _;

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::setup::{DAYS, Setup};
use crate::i18n::{dates, names};
use crate::model::language::LanguagePlan;
use crate::tr;
use crate::ui::Cx;
use crate::ui::practice::geometry::Geometry;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{card, form, words};

/// Draws the question that is asked now.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, asked: Setup) {
    let margin = if geometry.small {
        Margin::symmetric(16, 8)
    } else {
        ui.add_space(size::STEP_4);
        Margin::symmetric(24, 16)
    };
    card::frame(ui).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = egui::vec2(size::STEP_2, size::STEP_2);
        let question = question(cx, asked);
        head_ui(ui, cx, asked, &question);
        words::announce(ui, ui.max_rect(), "setup", Role::Status, &question);
        ui.horizontal_wrapped(|ui| {
            for (at, answer) in answers(cx, asked).iter().enumerate() {
                let mut button = Button::secondary(answer).digit(at + 1);
                if geometry.small {
                    button = button.small();
                }
                if ui.add(button).clicked() {
                    cx.push(Command::AnswerSetup(at));
                }
            }
        });
    });
}

/// The question, which of how many it is, and the way past all of them.
fn head_ui(ui: &mut Ui, cx: &mut Cx<'_>, asked: Setup, question: &str) {
    let number = Setup::ALL.iter().position(|each| *each == asked);
    let of = format!("{} / {}", number.map_or(1, |at| at + 1), Setup::ALL.len());
    ui.horizontal(|ui| {
        let palette = cx.palette;
        ui.label(text::rich(
            question,
            Size::Body,
            Weight::SemiBold,
            palette.text,
        ));
        ui.label(text::rich(
            of,
            Size::Caption,
            Weight::Regular,
            palette.text3,
        ));
        form::at_right(ui, |ui| {
            let skip = tr!(cx.words, "setup-skip");
            let button = Button::quiet(&skip).small().does(Action::Close);
            if ui.add(button).clicked() {
                cx.push(Command::SkipSetup);
            }
        });
    });
}

fn question(cx: &Cx<'_>, asked: Setup) -> String {
    match asked {
        Setup::Language => tr!(cx.words, "setup-language"),
        Setup::Role => tr!(cx.words, "setup-role"),
        Setup::Day => tr!(cx.words, "setup-day"),
    }
}

/// The answers in the order of their keys.
fn answers(cx: &Cx<'_>, asked: Setup) -> Vec<String> {
    match asked {
        Setup::Language => LanguagePlan::ALL
            .map(|plan| names::plan(cx.words, plan))
            .to_vec(),
        Setup::Role => {
            let language = cx.state.language();
            let roles = cx.state.roles.iter();
            roles
                .map(|role| role.name.get(language).to_owned())
                .collect()
        }
        Setup::Day => {
            let today = cx.now.date.date();
            let day = |days: i64| {
                let date = today.saturating_add(days.days());
                let weeks = days / 7;
                let date = dates::plain_day(cx.words, date, today);
                tr!(cx.words, "setup-day-in", weeks = weeks, date = date)
            };
            let days = DAYS.map(day).into_iter();
            days.chain([tr!(cx.words, "setup-day-none")]).collect()
        }
    }
}
