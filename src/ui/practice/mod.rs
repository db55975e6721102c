//! The practice screen: a question, and one thing to do. Question, disc and sound have one
//! place in all phases.

mod badge;
mod card;
mod card_view;
mod disc_view;
mod follow_up_view;
pub mod geometry;
mod mend;
mod mend_view;
mod menu;
pub mod menu_view;
mod plan;
mod plan_view;
mod progress;
mod question_text;
mod reading_view;
mod record_button;
pub mod running_view;
mod setup;
mod take;
mod take_view;
mod task_view;
mod top_bar;
mod topics;
mod topics_view;
pub mod view;
pub mod waveform;
mod ways;
mod ways_view;

pub use follow_up_view::depth_words;
pub use task_view::round_words;

use std::time::Duration;

use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::ui::Cx;
use crate::ui::theme::motion;
use crate::ui::widgets::{card as surface, scroll};

use geometry::Geometry;
use menu::MenuMemory;
use view::{PracticeView, Stage};

/// What the screen remembers from frame to frame.
#[derive(Debug, Default)]
pub struct PracticeMemory {
    menu: MenuMemory,
}

/// Draws the screen into the room right of the rail.
pub fn practice_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut PracticeMemory) {
    let view = PracticeView::new(cx.words, cx.state, cx.now);
    let screen = ui.max_rect();
    let needed = Vec2::new(
        Geometry::WIDTH_NEEDED,
        Geometry::height_needed(screen, cx.small),
    );
    if screen.width() >= needed.x && screen.height() >= needed.y {
        let geometry = Geometry::new(screen, cx.small);
        screen_ui(ui, cx, &geometry, &view, memory);
    } else {
        // At great zoom the screen is larger than the window.
        scroll::show(ui, ScrollArea::both().auto_shrink(false), |ui| {
            let whole = screen.size().max(needed);
            let (rect, _) = ui.allocate_exact_size(whole, Sense::hover());
            let geometry = Geometry::new(rect, true);
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
    let row = Layout::left_to_right(Align::Center);
    let column = Layout::top_down(Align::Min);
    let middle = Layout::top_down(Align::Center);
    part(ui, geometry.bar, row, |ui| {
        top_bar::show(ui, cx, view, &mut memory.menu);
    });
    surface::paint(ui, geometry.card);
    part(ui, geometry.inside, column, |ui| {
        card::show(ui, cx, geometry, &view.card);
    });
    part(ui, geometry.stage, column, |ui| match &view.stage {
        Stage::Setup(asked) => setup::show(ui, cx, geometry, *asked),
        Stage::Plan(plan) => plan::show(ui, cx, geometry, plan),
        Stage::Mend(mend) => mend::show(ui, cx, mend),
        Stage::Take(take) => take::show(ui, cx, geometry, take),
    });
    part(ui, geometry.beside_disc(-1.0), middle, |ui| {
        ways::show(ui, cx, &view.ways.left);
    });
    part(ui, geometry.beside_disc(0.0), middle, |ui| {
        record_button::show(ui, cx, &view.disc);
    });
    part(ui, geometry.words, middle, |ui| {
        record_button::words(ui, cx, &view.disc);
    });
    part(ui, geometry.beside_disc(1.0), middle, |ui| {
        ways::show(ui, cx, &view.ways.right);
    });
}

/// A part of the screen in its place, without gaps between what stands in it.
fn part(ui: &mut Ui, place: Rect, layout: Layout, inside: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(place).layout(layout);
    let ui = &mut ui.new_child(builder);
    ui.spacing_mut().item_spacing = Vec2::ZERO;
    inside(ui);
}

/// Asks for the next frame where something moves by itself; nothing does while idle.
fn keep_moving(ui: &Ui, view: &PracticeView<'_>) {
    let Stage::Take(take) = &view.stage else {
        return;
    };
    if let Some(secs) = take.time.next_in_secs {
        let next = Duration::from_secs_f32(secs.clamp(0.0, 1.0));
        ui.ctx().request_repaint_after(next.max(motion::FRAME));
    } else if let Some(running) = &take.running
        && !running.closes()
        && !running.waits()
    {
        ui.ctx().request_repaint_after(motion::FRAME);
    }
}
