//! The review screen: hear the answer, see it, rate it, note something, go on.

mod header;
mod layout;
mod notes;
mod parts;
mod rating;
mod rating_card;
mod sound;
mod transport;
mod trust;
mod view;

use egui::{Pos2, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::flow::state::Screen;
use crate::flow::{Command, Now, State};
use crate::model::attempt::AttemptId;
use crate::tr;
use crate::ui::Look;
use crate::ui::review::layout::Places;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{motion, size};
use crate::ui::widgets::button::Button;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct ReviewMemory {
    notes: notes::NotesMemory,
    wave: sound::WaveMemory,
    /// Attempt and line of the last frame: a line that changed is scrolled into view.
    shown: Option<(AttemptId, usize)>,
    /// In the small window: the notes stand where the rating card would.
    notes_open: bool,
}

/// Draws the screen into the room right of the rail.
pub fn review_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    state: &State,
    now: &Now,
    memory: &mut ReviewMemory,
    out: &mut Vec<Command>,
) {
    let room = ui.max_rect();
    let Some(view) = ReviewView::new(look.words, state, now) else {
        nothing_ui(ui, look, room, out);
        return;
    };
    memory.notes.follow(ui, view.attempt);
    let shown = (view.attempt.id.clone(), view.current);
    let moved = memory.shown.as_ref() != Some(&shown);
    if moved {
        // Whoever rates by keys wants to see what is rated.
        memory.notes_open = false;
    }
    memory.shown = Some(shown);

    if !look.small {
        let places = Places::wide(room);
        left_ui(ui, look, &places, &view, memory, out);
        notes::notes_ui(ui, look, places.lower, view.attempt, &mut memory.notes);
        if let Some(panel) = places.panel {
            rating::rating_ui(ui, look, panel, &view, moved, out);
        }
        buttons_ui(ui, look, &places, None, out);
    } else if room.height() < layout::HEIGHT_SMALL {
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            ScrollArea::vertical().id_salt("review").show(ui, |ui| {
                let all = Vec2::new(room.width(), layout::HEIGHT_SMALL);
                let (rect, _) = ui.allocate_exact_size(all, Sense::hover());
                small_ui(ui, look, rect, &view, memory, out);
            });
        });
    } else {
        small_ui(ui, look, room, &view, memory, out);
    }
    memory.notes.settle(ui, out);
    if view.playing {
        ui.ctx().request_repaint_after(motion::FRAME);
    }
}

/// One column; rating and notes take turns.
fn small_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    room: Rect,
    view: &ReviewView<'_>,
    memory: &mut ReviewMemory,
    out: &mut Vec<Command>,
) {
    let places = Places::small(room);
    left_ui(ui, look, &places, view, memory, out);
    if memory.notes_open {
        let escaped = notes::notes_ui(ui, look, places.lower, view.attempt, &mut memory.notes);
        if escaped {
            memory.notes_open = false;
        }
    } else {
        rating_card::rating_card_ui(ui, look, places.lower, view, out);
    }
    let swap = if memory.notes_open {
        tr!(look.words, "review-rating")
    } else {
        tr!(look.words, "review-notes")
    };
    if buttons_ui(ui, look, &places, Some(&swap), out) {
        memory.notes_open = !memory.notes_open;
        if memory.notes_open {
            memory.notes.focus();
        }
    }
}

/// What both windows have in common.
fn left_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    memory: &mut ReviewMemory,
    out: &mut Vec<Command>,
) {
    header::header_ui(ui, look, places, view, out);
    sound::sound_ui(ui, look, places, view, &mut memory.wave, out);
    transport::transport_ui(ui, look, places, view, out);
}

/// The way on. Returns whether the quiet button for rating or notes was pressed.
fn buttons_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    places: &Places,
    swap: Option<&str>,
    out: &mut Vec<Command>,
) -> bool {
    let y = places.buttons_y;
    let left = Pos2::new(places.column.min, y);
    let retake = tr!(look.words, "review-retake");
    if Button::primary(&retake).key("R").at(ui, left).clicked() {
        out.push(Command::Retake);
    }
    let next = tr!(look.words, "review-next");
    // The words of a quiet button end on the edge of the column, not its padding.
    let right = Pos2::new(places.column.max + size::STEP_3, y);
    let next = Button::quiet(&next).key("N").right_at(ui, right);
    if next.clicked() {
        out.push(Command::NextQuestion);
    }
    swap.is_some_and(|words| {
        let right = Pos2::new(next.rect.left(), y);
        Button::quiet(words).right_at(ui, right).clicked()
    })
}

/// No attempt: the last one was deleted, or none was opened.
fn nothing_ui(ui: &mut Ui, look: &Look<'_>, room: Rect, out: &mut Vec<Command>) {
    let words = tr!(look.words, "review-none");
    let ink = look.palette.ink;
    let galley = text::free_line(ui, &words, Size::Title, Weight::SemiBold, ink);
    let center = room.center() - Vec2::new(0.0, size::STEP_8);
    text::label_at(ui, galley.clone(), center - galley.size() / 2.0);
    let go = tr!(look.words, "review-none-go");
    let at = room.center() + Vec2::new(0.0, size::STEP_4);
    if Button::primary(&go).centered_at(ui, at).clicked() {
        out.push(Command::GoTo(Screen::Practice));
    }
}
