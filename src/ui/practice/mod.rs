//! The practice screen: a question, and one thing to do. Laid out by hand: question, disc and sound
//! have one place in all phases.

mod badge;
mod card;
mod follow_up;
mod record_button;
pub use follow_up::depth_words;
pub mod follow_up_view;
pub mod geometry;
mod idle;
mod interrupted;
mod menu;
pub mod menu_view;
mod progress;
mod question_text;
mod reading;
mod reading_view;
mod running;
pub mod running_view;
mod session;
mod setup;
mod task_header;
pub use task_header::round_words;
pub mod task_view;
mod top_bar;
mod topics;
pub mod topics_view;
pub mod view;
pub mod waveform;

use std::time::Duration;

use egui::{Rect, ScrollArea, Ui};

use crate::flow::state::Screen;
use crate::ui::Cx;
use crate::ui::theme::motion;

use geometry::Geometry;
use menu::MenuMemory;
use task_view::TaskHeader;
use top_bar::FilterView;
use view::{PracticeView, Stage};

/// What the screen remembers from frame to frame.
#[derive(Debug, Default)]
pub struct PracticeMemory {
    menu: MenuMemory,
}

/// Draws the screen into the room right of the rail.
pub fn practice_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut PracticeMemory) {
    let view = PracticeView::new(cx.state, cx.now);
    let screen = ui.max_rect();
    let needed = Geometry::height_needed(screen, cx.small);
    if screen.height() >= needed {
        let geometry = Geometry::new(screen, cx.small);
        screen_ui(ui, cx, &geometry, &view, memory);
    } else {
        // At great zoom the screen is higher than the window.
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let at = ui.cursor().min;
            let tall = Rect::from_min_size(at, egui::vec2(screen.width(), needed));
            ui.allocate_rect(tall, egui::Sense::hover());
            let geometry = Geometry::new(tall, true);
            screen_ui(ui, cx, &geometry, &view, memory);
        });
    }
    keep_moving(ui, &view);
}

fn screen_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    geometry: &Geometry,
    view: &PracticeView<'_>,
    memory: &mut PracticeMemory,
) {
    // A take that waits for a microphone has to be given one; it may not be checked meanwhile.
    let opens = if cx.state.busy() {
        Screen::Settings
    } else {
        Screen::Check
    };
    let badge = (&view.badge, opens);
    let (badge_left, go) = top_bar::badge_ui(ui, &cx.look, geometry, badge);
    cx.out.extend(go);
    if let TaskHeader::Filter { only, left } = &view.top {
        let filter = FilterView { only, left: *left };
        top_bar::filter_ui(ui, cx, geometry, filter, badge_left, &mut memory.menu);
    } else {
        task_header::top_ui(ui, &cx.look, geometry, &view.top, badge_left);
    }
    card::card_ui(ui, &cx.look, geometry, &view.card, cx.out);
    let setup = cx.state.setup();
    if let Some(asked) = setup {
        setup::setup_ui(ui, cx, geometry, asked);
    }
    let (look, state, out) = (&cx.look, cx.state, &mut *cx.out);
    let line = (view.target_secs, view.star);
    match &view.stage {
        Stage::Idle { think_secs } => {
            if setup.is_none() {
                idle::plan_ui(ui, look, geometry, (&state.settings, *think_secs), out);
            }
            let hints = idle::Hints {
                next: !state.questions.is_empty(),
                previous: state.previous_question().is_some(),
                star_hint: task_view::may_star(state).then_some(state.settings.star_hint),
            };
            idle::beside_ui(ui, look, geometry, hints, out);
        }
        Stage::Bound => {
            running::no_time_ui(ui, look, geometry, view.target_secs);
            running::silence_ui(ui, look, geometry);
            progress::progress_ui(ui, look, geometry, None, line);
            task_header::beside_ui(ui, look, geometry, &state.practice.task, out);
        }
        Stage::Thinking { left_secs, .. } => {
            running::countdown_ui(ui, look, geometry, *left_secs);
            running::silence_ui(ui, look, geometry);
            progress::progress_ui(ui, look, geometry, None, line);
            idle::cancel_ui(ui, look, geometry, out);
        }
        Stage::Arming => {
            running::no_time_ui(ui, look, geometry, view.target_secs);
            running::silence_ui(ui, look, geometry);
            progress::progress_ui(ui, look, geometry, None, line);
            idle::cancel_ui(ui, look, geometry, out);
        }
        Stage::Running(running) => {
            running::running_ui(ui, look, geometry, running, view.target_secs);
            progress::progress_ui(ui, look, geometry, Some(running), line);
            running::beside_ui(ui, look, geometry, running, out);
        }
        Stage::Interrupted {
            running,
            can_start_over,
            told,
        } => {
            running::running_ui(ui, look, geometry, running, view.target_secs);
            progress::progress_ui(ui, look, geometry, Some(running), line);
            interrupted::beside_ui(ui, look, geometry, (*can_start_over, !told), out);
        }
    }
    record_button::disc_ui(ui, look, geometry, view.disc, out);
}

/// Asks for the next frame where something moves by itself; nothing does while idle.
fn keep_moving(ui: &Ui, view: &PracticeView<'_>) {
    match &view.stage {
        Stage::Running(running) if !running.closes() => {
            ui.ctx().request_repaint_after(motion::FRAME);
        }
        Stage::Thinking { next_in_secs, .. } => {
            let next = Duration::from_secs_f32(next_in_secs.clamp(0.0, 1.0));
            ui.ctx().request_repaint_after(next.max(motion::FRAME));
        }
        Stage::Idle { .. }
        | Stage::Bound
        | Stage::Arming
        | Stage::Running(_)
        | Stage::Interrupted { .. } => {}
    }
}
