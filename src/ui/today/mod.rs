//! The today screen: how far the interview is, what to do today and why, and one story told three
//! times. Not here: the answers themselves, which are given on the practice screen.

mod day;
mod list;
mod outcome;
pub mod outcome_view;
mod tell;
pub mod view;

use egui::Ui;

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::state::Screen;
use crate::flow::today::TodayCommand;
use crate::i18n::faults::FaultText;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;
use crate::ui::widgets::words::{self, Ink};

use view::{Day, TodayView};

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct TodayMemory {
    /// The day as it is being typed.
    date: day::DateMemory,
    /// The chosen row in the last frame; another one is scrolled into view.
    selected: usize,
}

/// Draws the screen into the room right of the rail.
pub fn today_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut TodayMemory) {
    let today = cx.now.date.date();
    let view = TodayView::new(cx.words, cx.state, today);
    form::head(ui, size::COLUMN, |ui| head(ui, cx, &view));
    // What came of tellings begins at its top, however far the list was scrolled.
    let name = match view {
        TodayView::Outcome(_) => "tellings",
        _ => "today",
    };
    form::page(ui, name, size::COLUMN, |ui| {
        ui.add_space(size::STEP_2);
        match &view {
            TodayView::Opening => {
                let ink = Ink::regular(Size::Body, cx.palette.text2);
                words::label(ui, &tr!(cx.words, "today-opening"), ink);
            }
            TodayView::Fault(fault) => fault_ui(ui, cx, fault),
            TodayView::Day(day) => {
                headline(ui, cx, day);
                day::show(ui, cx, day, &mut memory.date);
                let moved = std::mem::replace(&mut memory.selected, day.selected) != day.selected;
                list::show(ui, cx, day, moved);
                tell::show(ui, cx, &day.story);
            }
            TodayView::Outcome(outcome) => outcome::show(ui, cx, outcome),
        }
    });
}

/// The title at the left, the way on at the right: the one filled button.
fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &TodayView<'_>) {
    let (mut end, mut start) = (false, false);
    form::ends(
        ui,
        ui.available_height(),
        |ui| {
            if matches!(view, TodayView::Outcome(_)) {
                end = form::back(ui, &tr!(cx.words, "today-back"), Action::Close);
                form::title(ui, &tr!(cx.words, "today-result"));
            } else {
                form::title(ui, &tr!(cx.words, "today-screen"));
            }
        },
        |ui| {
            if let TodayView::Day(Day {
                way_on: Some(words),
                ..
            }) = view
            {
                let button = Button::primary(words).does(Action::StartNext);
                start = ui.add(button).clicked();
            }
        },
    );
    if end {
        cx.push(Command::Today(TodayCommand::EndTelling));
    }
    if start {
        cx.push(Command::Today(TodayCommand::StartNext));
    }
}

/// How far the interview is, and what that makes of the day.
fn headline(ui: &mut Ui, cx: &Cx<'_>, day: &Day<'_>) {
    let large = if cx.small { Size::Title } else { Size::Display };
    let palette = cx.palette;
    words::label(ui, &day.headline, Ink::strong(large, palette.text));
    words::label(ui, &day.what, Ink::regular(Size::Body, palette.text2));
    ui.add_space(size::STEP_4);
}

fn fault_ui(ui: &mut Ui, cx: &mut Cx<'_>, fault: &FaultText) {
    form::group(ui, &fault.what, |ui| {
        ui.add_space(size::STEP_4);
        form::sentence(ui, &fault.remedy, Size::Body);
        if let Some(detail) = &fault.detail {
            form::sentence(ui, detail, Size::Caption);
        }
        ui.add_space(size::STEP_4);
        let words = tr!(cx.words, "today-to-settings");
        if ui.add(Button::primary(&words)).clicked() {
            cx.push(Command::GoTo(Screen::Settings));
        }
        ui.add_space(size::STEP_4);
    });
}
