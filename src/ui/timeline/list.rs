//! The list: attempts by day, newest first. Only what is on screen is laid out.

use egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, Vec2};

use crate::flow::{Command, State};
use crate::i18n::dates;
use crate::model::timeline::{self, Row, hangs};
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::timeline::derived::Derived;
use crate::ui::timeline::faults;
use crate::ui::timeline::memory::TimelineMemory;
use crate::ui::timeline::row::{self, Placed};
use crate::ui::timeline::view::{RowView, TimelineView};
use crate::ui::widgets::scroll;
use crate::ui::widgets::words::{self, Ink};

/// The scroll bar lies in the gap beside the rows.
pub const BAR_ROOM: f32 = 14.0;

/// Draws the list into the rest of the room; the bar lies right of it.
pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &TimelineView,
    derived: &Derived,
    memory: &mut TimelineMemory,
) {
    let wanted = cx.state.timeline.reveal_selected;
    let moved = wanted != memory.reveal_seen;
    memory.reveal_seen = wanted;
    let room = ui.available_rect_before_wrap();
    let width = room.width();
    let builder = UiBuilder::new().max_rect(room.with_max_x(room.right() + BAR_ROOM));
    ui.scope_builder(builder, |ui| {
        scroll::quiet(ui);
        scroll::show(
            ui,
            ScrollArea::vertical()
                .id_salt("timeline-list")
                .auto_shrink(false)
                .animated(false),
            |ui| {
                ui.set_max_width(width);
                if let Some(unreadable) = &view.unreadable {
                    faults::show(ui, cx, unreadable, &mut memory.faults_open);
                }
                let height = derived.height() + size::STEP_4;
                let (_, whole) = ui.allocate_space(Vec2::new(width, height));
                if moved {
                    reveal(ui, cx.state, derived, whole);
                }
                rows(ui, cx, derived, whole, memory, moved);
            },
        );
    });
}

/// The place of a row in the list.
fn place(derived: &Derived, whole: Rect, index: usize) -> Rect {
    let top = derived.tops.get(index).copied().unwrap_or_default();
    let bottom = derived.tops.get(index + 1).copied().unwrap_or(top);
    whole
        .with_max_y(whole.top() + bottom)
        .with_min_y(whole.top() + top)
}

/// Scrolls the selected row into view.
fn reveal(ui: &Ui, state: &State, derived: &Derived, whole: Rect) {
    let Some(row) = selected_row(state) else {
        return;
    };
    let mut wanted = place(derived, whole, row);
    // The first of a day brings its day with it.
    if row > 0 && matches!(state.timeline.rows.get(row - 1), Some(Row::Day(..))) {
        wanted = wanted.union(place(derived, whole, row - 1));
    }
    ui.scroll_to_rect(wanted, None);
}

fn rows(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    derived: &Derived,
    whole: Rect,
    memory: &mut TimelineMemory,
    moved: bool,
) {
    let state = cx.state;
    let entries = &state.library.entries;
    let mut wanted = Vec::new();
    let seen = ui.clip_rect().translate(-whole.min.to_vec2());
    for index in derived.rows_within(seen.top(), seen.bottom()) {
        let rect = place(derived, whole, index);
        match state.timeline.rows.get(index) {
            Some(Row::Day(date, _)) => {
                let said = dates::day(cx.words, *date, cx.now.date.date());
                let inside = rect.shrink2(Vec2::new(size::STEP_6, 0.0));
                let inside = inside.with_min_y(rect.top() + size::STEP_2);
                let layout = Layout::left_to_right(Align::Center);
                let builder = UiBuilder::new().max_rect(inside).layout(layout);
                let ink = Ink::strong(Size::Caption, cx.palette.text2);
                words::label(&mut ui.new_child(builder), &said, ink);
            }
            Some(Row::Attempt(entry)) => {
                let Some(entry) = entries.get(*entry) else {
                    continue;
                };
                let attempt = &entry.attempt;
                if !state.peaks.contains_key(&attempt.id) {
                    wanted.push(attempt.id.clone());
                }
                let hangs = hangs(entries, &state.timeline.rows, index);
                let deepest = derived.depths.get(&attempt.id).copied();
                let view = RowView::new(cx.words, state, attempt, hangs, deepest);
                let placed = Placed {
                    rect,
                    bars: memory.bars(state, &attempt.id),
                    moved,
                };
                row::show(ui, cx, &view, &placed);
            }
            None => {}
        }
    }
    if !wanted.is_empty() {
        cx.push(Command::WantPeaks(wanted));
    }
}

fn selected_row(state: &State) -> Option<usize> {
    let id = state.timeline.selected.as_ref()?;
    row_of(state, timeline::position(&state.library.entries, id)?)
}

/// The row of an entry, if the filter lists it.
pub fn row_of(state: &State, entry: usize) -> Option<usize> {
    let mut rows = state.timeline.rows.iter();
    rows.position(|row| *row == Row::Attempt(entry))
}
