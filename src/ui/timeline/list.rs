//! The list: attempts by day, newest first. Only what is on screen is laid out.

use egui::scroll_area::ScrollBarVisibility;
use egui::{Pos2, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::flow::{Command, State};
use crate::i18n::dates;
use crate::model::timeline::{Row, hangs};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::timeline::derived::Derived;
use crate::ui::timeline::row::RowView;
use crate::ui::timeline::{Scene, TimelineMemory, faults};
use crate::ui::widgets::scroll;

/// The scroll bar lies in the gap beside the rows.
const BAR_ROOM: f32 = 14.0;

/// Draws the list into a rectangle.
pub fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    rect: Rect,
    derived: &Derived,
    memory: &mut TimelineMemory,
    out: &mut Vec<Command>,
) {
    let timeline = &scene.state.timeline;
    let key_moved = timeline.reveal_selected != memory.reveal_seen;
    let reveal = key_moved || memory.reveal_next;
    memory.reveal_seen = timeline.reveal_selected;
    let area = rect.with_max_x(rect.right() + BAR_ROOM);
    let mut child = ui.new_child(UiBuilder::new().id_salt("list").max_rect(area));
    child.set_clip_rect(area.intersect(ui.clip_rect()));
    scroll::quiet(&mut child);
    ScrollArea::vertical()
        .id_salt("timeline-list")
        .auto_shrink(false)
        .animated(false)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show_viewport(&mut child, |ui, viewport| {
            let origin = ui.max_rect().min;
            let head = faults::height(ui, scene, rect.width(), memory);
            let height = head + derived.height() + size::STEP_4;
            ui.allocate_exact_size(Vec2::new(rect.width(), height), Sense::hover());
            if head > 0.0 && viewport.top() < head {
                faults::show(ui, scene, origin, rect.width(), memory);
            }
            let place = |index: usize| {
                let top = derived.tops.get(index).copied().unwrap_or_default();
                let bottom = derived.tops.get(index + 1).copied().unwrap_or(top);
                Rect::from_min_max(
                    Pos2::new(origin.x, origin.y + head + top),
                    Pos2::new(origin.x + rect.width(), origin.y + head + bottom),
                )
            };
            if reveal && let Some(row) = selected_row(scene.state) {
                memory.reveal_next = false;
                let mut wanted = place(row);
                // The first of a day brings its day with it.
                if row > 0 && matches!(timeline.rows.get(row - 1), Some(Row::Day(..))) {
                    wanted = wanted.union(place(row - 1));
                }
                ui.scroll_to_rect(wanted, None);
            }
            let visible = derived.rows_within(viewport.top() - head, viewport.bottom() - head);
            let drawn = Drawn {
                visible,
                derived,
                key_moved,
            };
            rows(ui, scene, drawn, &place, memory, out);
        });
}

/// What of the list is drawn.
struct Drawn<'a> {
    visible: std::ops::Range<usize>,
    derived: &'a Derived,
    key_moved: bool,
}

fn rows(
    ui: &mut Ui,
    scene: &Scene<'_>,
    drawn: Drawn<'_>,
    place: &dyn Fn(usize) -> Rect,
    memory: &mut TimelineMemory,
    out: &mut Vec<Command>,
) {
    let state = scene.state;
    let mut wanted = Vec::new();
    let entries = &state.library.entries;
    for index in drawn.visible {
        let rect = place(index);
        match state.timeline.rows.get(index) {
            Some(Row::Day(date, _)) => {
                let words = dates::day(scene.look.words, *date, scene.today);
                let color = scene.look.palette.text2;
                let galley = text::free_line(ui, &words, Size::Caption, Weight::SemiBold, color);
                let at = Pos2::new(
                    rect.left() + 24.0,
                    rect.top() + 22.0 - galley.size().y / 2.0,
                );
                text::label_at(ui, galley, at);
            }
            Some(Row::Attempt(entry)) => {
                let Some(entry) = entries.get(*entry) else {
                    continue;
                };
                let id = &entry.attempt.id;
                if !state.peaks.contains_key(id) {
                    wanted.push(id.clone());
                }
                RowView {
                    attempt: &entry.attempt,
                    bars: memory.bars(state, id),
                    key_moved: drawn.key_moved,
                    hangs: hangs(entries, &state.timeline.rows, index),
                    deepest: drawn.derived.depths.get(id).copied(),
                }
                .show(ui, scene, rect, out);
            }
            None => {}
        }
    }
    if !wanted.is_empty() {
        out.push(Command::WantPeaks(wanted));
    }
}

fn selected_row(state: &State) -> Option<usize> {
    let id = state.timeline.selected.as_ref()?;
    let entry = crate::model::timeline::position(&state.library.entries, id).ok()?;
    row_of(state, entry)
}

/// The row of an entry, if the filter lists it.
pub fn row_of(state: &State, entry: usize) -> Option<usize> {
    let mut rows = state.timeline.rows.iter();
    rows.position(|row| *row == Row::Attempt(entry))
}
