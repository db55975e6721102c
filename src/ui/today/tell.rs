//! One story told three times: what it is, with which times, and the way in.

use egui::Ui;

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::today::TodayCommand;
use crate::model::language::LanguagePlan;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::today::view::{Offer, Story};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;
use crate::ui::widgets::language_bar;
use crate::ui::widgets::row::Row;

/// Width of the bar that stands for the language.
const BAR: f32 = 24.0;

/// Draws the card.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, story: &Story<'_>) {
    form::group(ui, &tr!(cx.words, "today-tell"), |ui| {
        ui.add_space(size::STEP_4);
        form::sentence(ui, &tr!(cx.words, "today-tell-what"), Size::Caption);
        ui.add_space(size::STEP_2);
        match story {
            Story::Missing => {
                form::sentence(ui, &tr!(cx.words, "today-tell-none"), Size::Body);
                ui.add_space(size::STEP_4);
            }
            Story::Waiting(place) => waiting(ui, cx, place),
            Story::Offered(offer) => offered(ui, cx, offer),
        }
    });
}

fn waiting(ui: &mut Ui, cx: &mut Cx<'_>, place: &str) {
    form::sentence(ui, place, Size::Body);
    ui.add_space(size::STEP_3);
    ui.horizontal_wrapped(|ui| {
        let go_on = tr!(cx.words, "today-tell-go-on");
        let go_on = Button::primary(&go_on).does(Action::StartNext);
        if ui.add(go_on).clicked() {
            cx.push(Command::Today(TodayCommand::Tell));
        }
        let end = tr!(cx.words, "today-telling-end");
        if ui.add(Button::quiet(&end)).clicked() {
            cx.push(Command::Today(TodayCommand::EndTelling));
        }
    });
    ui.add_space(size::STEP_4);
}

fn offered(ui: &mut Ui, cx: &mut Cx<'_>, offer: &Offer<'_>) {
    let w = cx.words;
    let times = [
        (false, tr!(w, "today-tell-times-less")),
        (true, tr!(w, "today-tell-times-equal")),
    ];
    let picked = Row::new(&tr!(w, "today-tell-times")).choice(ui, &times, offer.equal);
    let asked = picked.map(TodayCommand::SetEqual).map(Command::Today);
    cx.out.extend(asked);
    form::hairline(ui);
    ui.add_space(size::STEP_3);
    form::ends(
        ui,
        size::BUTTON,
        |ui| {
            language_bar::show(ui, LanguagePlan::only(offer.language), BAR);
            ui.add_space(size::STEP_2);
            form::sentence(ui, offer.question, Size::Body);
        },
        |ui| {
            let start = tr!(w, "today-tell-start");
            if ui.add(Button::secondary(&start)).clicked() {
                cx.push(Command::Today(TodayCommand::Tell));
            }
        },
    );
    ui.add_space(size::STEP_3);
    if offer.compared {
        let again = tr!(w, "today-tell-compared");
        if form::flush(ui, Button::quiet(&again)).clicked() {
            cx.push(Command::Today(TodayCommand::ShowTellings));
        }
        ui.add_space(size::STEP_1);
    }
}
