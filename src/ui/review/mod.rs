//! The review screen: hear the answer, see it, rate it, note something, go on.

mod broke_in;
mod card;
mod chain;
pub mod chain_view;
mod header;
mod heard;
mod labels;
mod layout;
mod measures;
mod next_actions;
mod notes;
mod part_labels;
mod pauses;
mod points;
mod rating;
mod rating_card;
mod recording_quality;
mod sound;
mod story;
mod switch_span;
mod transport;
mod view;

use egui::{Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::flow::Command;
use crate::flow::listening::{ReviewCard, ReviewMarkers};
use crate::flow::state::Screen;
use crate::model::attempt::AttemptId;
use crate::tr;
use crate::ui::review::heard::Heard;
use crate::ui::review::layout::Places;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{motion, size};
use crate::ui::widgets::button::Button;
use crate::ui::{Cx, UiContext};

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct ReviewMemory {
    notes: notes::NotesMemory,
    wave: sound::WaveMemory,
    /// Attempt and line of the last frame: a line that changed is scrolled into view.
    shown: Option<(AttemptId, usize)>,
    heard: heard::HeardMemory,
    /// In the small window: the card with notes, pauses and figures stands where the rating would.
    card_open: bool,
    /// The card and the pause of the last frame: who asks for one wants to see it.
    listening: ReviewMarkers,
}

/// What both windows draw.
struct Scene<'a> {
    view: ReviewView<'a>,
    heard: Heard<'a>,
}

/// Draws the screen into the room right of the rail.
pub fn review_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut ReviewMemory) {
    let (look, state, now, out) = (&cx.look, cx.state, cx.now, &mut *cx.out);
    let room = ui.max_rect();
    let Some(view) = ReviewView::new(look.words, state, now) else {
        nothing_ui(ui, look, room, out);
        return;
    };
    let ReviewMemory {
        notes,
        wave,
        shown,
        heard,
        card_open,
        listening,
    } = memory;
    notes.follow(ui, view.attempt);
    let now_shown = (view.attempt.id.clone(), view.current);
    let moved = shown.as_ref() != Some(&now_shown);
    if moved {
        // Whoever rates by keys wants to see what is rated.
        *card_open = false;
    }
    *shown = Some(now_shown);
    let asked = (view.listening.card, view.listening.pause);
    if asked != (listening.card, listening.pause) && !moved {
        *card_open = true;
    }
    *listening = view.listening;
    let playing = view.playing;
    let scene = Scene {
        heard: heard.follow(state, view.attempt),
        view,
    };
    let mut hands = Hands {
        notes,
        wave,
        card_open,
    };

    if !look.small {
        let places = Places::wide(room);
        left_ui(ui, look, &places, &scene, hands.wave, out);
        let held = (&scene.heard, &mut *hands.notes);
        card::card_ui(ui, look, places.lower, &scene.view, held, out);
        if let Some(panel) = places.panel {
            rating::rating_ui(ui, look, panel, &scene.view, moved, out);
        }
        next_actions::ways_ui(ui, look, &places, (&scene.view, None), out);
    } else if room.height() < layout::HEIGHT_SMALL {
        ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
            ScrollArea::vertical().id_salt("review").show(ui, |ui| {
                let all = Vec2::new(room.width(), layout::HEIGHT_SMALL);
                let (rect, _) = ui.allocate_exact_size(all, Sense::hover());
                small_ui(ui, look, rect, &scene, &mut hands, out);
            });
        });
    } else {
        small_ui(ui, look, room, &scene, &mut hands, out);
    }
    hands.notes.settle(ui, out);
    if playing {
        ui.ctx().request_repaint_after(motion::FRAME);
    }
}

/// What is changed while it is drawn.
struct Hands<'a> {
    notes: &'a mut notes::NotesMemory,
    wave: &'a mut sound::WaveMemory,
    card_open: &'a mut bool,
}

/// One column; rating and card take turns.
fn small_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    room: Rect,
    scene: &Scene<'_>,
    hands: &mut Hands<'_>,
    out: &mut Vec<Command>,
) {
    let places = Places::small(room, *hands.card_open);
    left_ui(ui, look, &places, scene, hands.wave, out);
    if *hands.card_open {
        let held = (&scene.heard, &mut *hands.notes);
        let escaped = card::card_ui(ui, look, places.lower, &scene.view, held, out);
        if escaped {
            *hands.card_open = false;
        }
    } else {
        rating_card::rating_card_ui(ui, look, places.lower, &scene.view, out);
    }
    let swap = if *hands.card_open {
        tr!(look.words, "review-rating")
    } else {
        tr!(look.words, "review-notes")
    };
    if next_actions::ways_ui(ui, look, &places, (&scene.view, Some(&swap)), out) {
        *hands.card_open = !*hands.card_open;
        if *hands.card_open && scene.view.listening.card == ReviewCard::Notes {
            hands.notes.focus();
        }
    }
}

/// What both windows have in common.
fn left_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    scene: &Scene<'_>,
    wave: &mut sound::WaveMemory,
    out: &mut Vec<Command>,
) {
    let view = &scene.view;
    header::header_ui(ui, look, places, view, out);
    sound::sound_ui(ui, look, places, view, (&scene.heard, wave), out);
    transport::transport_ui(ui, look, places, view, out);
}

/// No attempt: the last one was deleted, or none was opened.
fn nothing_ui(ui: &mut Ui, look: &UiContext<'_>, room: Rect, out: &mut Vec<Command>) {
    let words = tr!(look.words, "review-none");
    let ink = look.palette.text;
    let galley = text::free_line(ui, &words, Size::Title, Weight::SemiBold, ink);
    let center = room.center() - Vec2::new(0.0, size::STEP_8);
    text::label_at(ui, galley.clone(), center - galley.size() / 2.0);
    let go = tr!(look.words, "review-none-go");
    let at = room.center() + Vec2::new(0.0, size::STEP_4);
    if Button::primary(&go).centered_at(ui, at).clicked() {
        out.push(Command::GoTo(Screen::Practice));
    }
}
