//! The interview screen: what a session is to be, one that waits, its breaks, and what came of it.
//! Not here: its answers, which are made on the practice screen.

mod answers;
mod axis;
mod debrief;
pub mod debrief_view;
mod setup;
pub mod setup_view;
mod standing;
pub mod view;

use egui::Ui;

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;

use view::{InterviewView, Page};

/// Draws the screen into the room right of the rail.
pub fn interview_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let view = InterviewView::new(cx.words, cx.state, cx.now.date.date());
    if let Page::Break(pause) = &view.page {
        standing::break_ui(ui, cx, pause);
        return;
    }
    form::head(ui, size::COLUMN, |ui| head(ui, cx, &view));
    // Each has its own place in its page.
    let name = match &view.page {
        Page::Debrief(_) => "interview-debrief",
        Page::Setup(..) | Page::Paused(_) | Page::Break(_) => "interview",
    };
    form::page(ui, name, size::COLUMN, |ui| {
        ui.add_space(size::STEP_2);
        match &view.page {
            Page::Setup(setup, waiting) => setup::show(ui, cx, setup, waiting.as_ref()),
            Page::Paused(standing) => standing::show(ui, cx, standing),
            Page::Debrief(debrief) => debrief::show(ui, cx, debrief),
            Page::Break(_) => {}
        }
    });
}

/// The title at the left, the way on at the right.
fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &InterviewView<'_>) {
    let (mut back, mut start) = (false, false);
    form::ends(
        ui,
        ui.available_height(),
        |ui| {
            if matches!(view.page, Page::Debrief(_)) {
                back = form::back(ui, &tr!(cx.words, "check-back"), Action::Close);
            }
            form::title(ui, &view.title);
        },
        |ui| {
            let Page::Setup(setup, waiting) = &view.page else {
                return;
            };
            let ready = setup.blocked.is_none();
            // With one that waits, going on with it is the one filled button.
            let words = if waiting.is_some() {
                tr!(cx.words, "interview-start-new")
            } else {
                tr!(cx.words, "interview-start")
            };
            let button = if waiting.is_some() {
                Button::secondary(&words)
            } else {
                Button::primary(&words).does(Action::StartSession)
            };
            start = ui.add(button.enabled(ready)).clicked();
        },
    );
    if back {
        cx.push(Command::Escape);
    }
    if start {
        cx.push(Command::StartSession);
    }
}
