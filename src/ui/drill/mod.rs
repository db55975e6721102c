//! The drill screen: what a round is to be, the round that waits, and what came of the last one.
//! Not here: the takes of a round, which are made on the practice screen.

mod lines;
mod setup;
mod summary;
pub mod view;
mod waiting;

use egui::Ui;

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;

use lines::LinesMemory;
use view::DrillView;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct DrillMemory {
    /// The rescue lines as they are being typed.
    lines: LinesMemory,
}

/// Draws the screen into the room right of the rail.
pub fn drill_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut DrillMemory) {
    let view = DrillView::new(cx.words, cx.state);
    memory.lines.follow(ui, &cx.state.settings.rescue_lines);
    let before = cx.out.len();
    form::head(ui, size::COLUMN, |ui| head(ui, cx, &view));
    form::page(ui, "drill", size::COLUMN, |ui| {
        ui.add_space(size::STEP_2);
        match &view {
            DrillView::Setup(setup) => setup::show(ui, cx, setup, &mut memory.lines),
            DrillView::Waiting(round) => waiting::show(ui, cx, round),
            DrillView::Summary(summary) => summary::show(ui, cx, summary),
        }
    });
    // What was typed belongs to the round that the button starts: it is handed over first.
    let mut asked = cx.out.split_off(before);
    memory.lines.settle(ui, cx.out);
    cx.out.append(&mut asked);
}

/// The title at the left, the way on at the right: the one filled button.
fn head(ui: &mut Ui, cx: &mut Cx<'_>, view: &DrillView<'_>) {
    let w = cx.words;
    let (title, way_on, enabled) = match view {
        DrillView::Setup(setup) => {
            let ready = setup.blocked.is_none();
            (tr!(w, "drill-screen"), Some(tr!(w, "drill-start")), ready)
        }
        DrillView::Waiting(_) => (tr!(w, "drill-screen"), None, false),
        DrillView::Summary(_) => (tr!(w, "drill-result"), Some(tr!(w, "drill-again")), true),
    };
    let (mut back, mut start) = (false, false);
    form::ends(
        ui,
        ui.available_height(),
        |ui| {
            back = matches!(view, DrillView::Summary(_))
                && form::back(ui, &tr!(w, "check-back"), Action::EndRound);
            form::title(ui, &title);
        },
        |ui| {
            if let Some(words) = &way_on {
                let button = Button::primary(words).does(Action::StartRound);
                start = ui.add(button.enabled(enabled)).clicked();
            }
        },
    );
    if back {
        cx.push(Command::EndRound);
    }
    if start {
        cx.push(Command::StartRound(cx.state.drill.kind));
    }
}
