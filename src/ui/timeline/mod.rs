//! The timeline screen: what was answered when, how well by one's own measure, and the list to
//! find it again. Laid out by hand; the parts are in the files beside this one.

mod calendar;
mod derived;
mod empty;
mod faults;
mod header;
mod list;
mod picture;
mod progress;
mod row;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Rect, Ui, Vec2};
use jiff::civil::Date;

use crate::flow::State;
use crate::flow::state::LibraryStatus;
use crate::model::attempt::AttemptId;
use crate::model::peaks::Peaks;
use crate::ui::theme::size;
use crate::ui::widgets::mini_waveform::{self, Bars};
use crate::ui::{Cx, UiContext};

/// Right column.
const SIDE: f32 = 304.0;
/// Between the columns, and between picture and list.
const GAP: f32 = 20.0;
/// Picture card, wide and small window.
const PICTURE: f32 = 248.0;
const PICTURE_SMALL: f32 = 176.0;
/// Top of the cards.
const CARDS_TOP: f32 = 72.0;
/// Below this height the list has all the room: at 200 % zoom.
const PICTURE_ABOVE: f32 = 460.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct TimelineMemory {
    /// Search text as it is being typed; an input method may be in the middle of a syllable.
    query: String,
    /// The state's query when it was last looked at: a change that was not typed is Escape.
    query_seen: String,
    focus_seen: u32,
    reveal_seen: u32,
    /// A mark was chosen: its row is to be scrolled into view when it is selected.
    reveal_next: bool,
    faults_open: bool,
    derived: Option<derived::Derived>,
    bars: BTreeMap<AttemptId, (Arc<Peaks>, Bars)>,
}

impl TimelineMemory {
    /// The bars of an attempt's waveform, computed once.
    fn bars(&mut self, state: &State, id: &AttemptId) -> Option<Bars> {
        let peaks = state.peaks.get(id)?.as_ref()?;
        if let Some((held, bars)) = self.bars.get(id)
            && Arc::ptr_eq(held, peaks)
        {
            return Some(*bars);
        }
        if self.bars.len() >= 500 {
            self.bars.clear();
        }
        let bars = mini_waveform::bars(peaks);
        self.bars.insert(id.clone(), (Arc::clone(peaks), bars));
        Some(bars)
    }
}

/// What all parts of the screen look at.
#[derive(Clone, Copy)]
struct Scene<'a> {
    look: &'a UiContext<'a>,
    state: &'a State,
    today: Date,
}

/// Draws the screen into the room right of the rail.
pub fn timeline_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut TimelineMemory) {
    let (look, state, now, out) = (&cx.look, cx.state, cx.now, &mut *cx.out);
    let scene = Scene {
        look,
        state,
        today: now.date.date(),
    };
    let room = ui.max_rect();
    if state.library.entries.is_empty() {
        header::title(ui, look, room);
        match &state.library.status {
            LibraryStatus::Opening => empty::opening(ui, look, room),
            LibraryStatus::Failed(fault) => empty::failed(ui, look, room, fault, out),
            LibraryStatus::Ready => {
                let below = empty::first(ui, look, room, out);
                faults::below(ui, &scene, room, below, memory);
            }
        }
        return;
    }
    header::show(ui, &scene, room, memory, out);

    let left = Rect::from_min_max(
        room.min + Vec2::new(size::MARGIN, CARDS_TOP),
        room.max - Vec2::new(size::MARGIN, 0.0),
    );
    let wide = !look.small && left.width() >= SIDE + GAP + size::COLUMN_SMALL / 2.0;
    let main = if wide {
        left.with_max_x(left.right() - SIDE - GAP)
    } else {
        left
    };
    let picture_height = if room.height() < PICTURE_ABOVE {
        0.0
    } else if look.small {
        PICTURE_SMALL
    } else {
        PICTURE
    };
    let card = main.with_max_y(main.top() + picture_height);
    let mut slot = memory.derived.take();
    let held = derived::Derived::refresh(
        &mut slot,
        state,
        scene.today,
        picture::Plot::new(card, look.small).area.size(),
    );
    let mut list = main;
    if picture_height > 0.0 {
        picture::show(ui, &scene, card, held, memory, out);
        list.min.y = card.bottom() + size::STEP_2;
    }
    if wide {
        let side = Rect::from_min_size(
            egui::pos2(main.right() + GAP, main.top()),
            Vec2::new(SIDE, calendar::HEIGHT),
        );
        calendar::show(ui, &scene, side, held);
    }
    list.max.y -= progress::show(ui, &scene, list);
    if state.timeline.rows.is_empty() {
        empty::no_match(ui, look, list, out);
    } else {
        list::show(ui, &scene, list, held, memory, out);
    }
    memory.derived = slot;
}
