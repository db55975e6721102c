//! The timeline screen: what was answered when, how well by one's own measure, and the list to
//! find it again. The parts are in the files beside this one.

mod calendar;
mod derived;
mod empty;
mod faults;
mod header;
mod list;
mod memory;
mod picture;
mod progress;
mod row;
mod trash;
pub mod view;

pub use memory::TimelineMemory;

use egui::{Frame, Margin, Panel, Ui, Vec2};

use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::form;

use derived::Derived;
use view::TimelineView;

/// Right column.
const SIDE: f32 = 304.0;
/// Between the columns.
const GAP: f32 = 20.0;
/// Picture card, wide and small window.
const PICTURE: f32 = 248.0;
const PICTURE_SMALL: f32 = 176.0;
/// Below this height the list has all the room: at 200 % zoom.
const PICTURE_ABOVE: f32 = 460.0;

/// Draws the screen into the room right of the rail.
pub fn timeline_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut TimelineMemory) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let state = cx.state;
    if let Some(shown) = &state.timeline.trash {
        trash::show(ui, cx, shown, memory);
        return;
    }
    if cx.state.library.entries.is_empty() {
        let view = TimelineView::new(cx.words, cx.state, 0);
        header::title_alone(ui, cx);
        if let Some(unreadable) = &view.unreadable {
            faults::foot(ui, cx, unreadable, &mut memory.faults_open);
        }
        if let Some(blank) = &view.blank {
            empty::show(ui, cx, blank);
        }
        return;
    }
    let height = ui.available_height();
    header::show(ui, cx, memory);
    let room = ui.available_width();
    let inner = form::column_width(room, f32::INFINITY);
    let wide = !cx.small && inner >= SIDE + GAP + size::COLUMN_SMALL / 2.0;
    let picture = Vec2::new(
        if wide { inner - SIDE - GAP } else { inner },
        match (height < PICTURE_ABOVE, cx.small) {
            (true, _) => 0.0,
            (false, true) => PICTURE_SMALL,
            (false, false) => PICTURE,
        },
    );
    let mut slot = memory.derived.take();
    let plot = picture::area(picture, cx.small);
    let derived = Derived::refresh(&mut slot, cx.state, cx.now.date.date(), plot);
    if wide {
        side(ui, cx, derived);
    }
    let margin = ((room - inner) / 2.0) as i8;
    let margin = Margin {
        left: margin,
        right: if wide {
            (GAP - list::BAR_ROOM) as i8
        } else {
            margin
        },
        ..Margin::ZERO
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        main(ui, cx, memory, derived, picture);
    });
    memory.derived = slot;
}

/// The right column.
fn side(ui: &mut Ui, cx: &mut Cx<'_>, derived: &Derived) {
    let margin = Margin {
        left: list::BAR_ROOM as i8,
        right: size::MARGIN as i8,
        ..Margin::ZERO
    };
    Panel::right("timeline-side")
        .exact_size(list::BAR_ROOM + SIDE + size::MARGIN)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new().inner_margin(margin))
        .show(ui, |ui| {
            ui.add_space(size::STEP_2);
            calendar::show(ui, cx, derived);
        });
}

fn main(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    memory: &mut TimelineMemory,
    derived: &Derived,
    picture: Vec2,
) {
    let view = TimelineView::new(cx.words, cx.state, derived.listed);
    ui.add_space(size::STEP_2);
    if picture.y > 0.0 {
        picture::show(ui, cx, &view.count, picture, derived);
        ui.add_space(size::STEP_2);
    }
    if let Some(analyzing) = &view.analyzing {
        progress::show(ui, cx, analyzing);
    }
    match &view.blank {
        Some(empty) => empty::show(ui, cx, empty),
        None => list::show(ui, cx, &view, derived, memory),
    }
}
