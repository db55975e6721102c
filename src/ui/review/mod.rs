//! The review screen: hear the answer, see it, rate it, note something, go on.

mod card;
mod chain;
pub mod chain_view;
mod compare;
mod compare_view;
mod compare_wave;
mod header;
mod heard;
mod labels;
mod layout;
mod list;
mod loop_span;
mod mark_list;
mod mark_text;
mod marks;
mod measures;
mod mended;
mod next_actions;
mod notes;
mod overview;
mod part_labels;
mod pause_marks;
mod pauses;
mod points;
mod rating;
mod rating_card;
mod recording_quality;
mod sound;
mod story;
mod switch_span;
mod transport;
mod trim;
pub mod view;
mod wave;
mod zoom;

use egui::{Rect, ScrollArea, Sense, Ui, Vec2};

use crate::flow::Command;
use crate::flow::listening::{ReviewCard, ReviewMarkers};
use crate::flow::state::Screen;
use crate::model::attempt::AttemptId;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::heard::Heard;
use crate::ui::review::layout::Places;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::motion;
use crate::ui::theme::text::Size;
use crate::ui::widgets::blank::Blank;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::scroll;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct ReviewMemory {
    notes: notes::NotesMemory,
    marks: mark_list::MarkListMemory,
    wave: sound::WaveMemory,
    /// Attempt and line of the last frame: a line that changed is scrolled into view.
    shown: Option<(AttemptId, usize)>,
    heard: heard::HeardMemory,
    compare: compare::CompareMemory,
    /// In the small window: the card with notes, pauses and figures stands where the rating would.
    card_open: bool,
    /// The card and the pause of the last frame: who asks for one wants to see it.
    listening: ReviewMarkers,
}

/// What is drawn, and what is changed while it is drawn.
struct Scene<'a> {
    view: ReviewView<'a>,
    heard: Heard<'a>,
    /// What the last answer to the same differs in.
    offer: Option<String>,
    notes: &'a mut notes::NotesMemory,
    marks: &'a mut mark_list::MarkListMemory,
    wave: &'a mut sound::WaveMemory,
    card_open: &'a mut bool,
    /// Whether another line is to be rated than in the last frame.
    moved: bool,
}

/// Draws the screen into the room right of the rail.
pub fn review_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut ReviewMemory) {
    if let Some(pair) = cx.state.compared() {
        compare::compare_ui(ui, cx, &pair, &mut memory.compare);
        if cx.state.playback.playing {
            ui.ctx().request_repaint_after(motion::FRAME);
        }
        return;
    }
    let Some(mut view) = ReviewView::new(cx.words, cx.state, cx.now) else {
        nothing_ui(ui, cx);
        return;
    };
    memory.notes.follow(ui, view.attempt);
    memory.marks.text.follow(ui, view.attempt);
    let unsettled = memory.notes.is_unsettled() || memory.marks.text.is_unsettled();
    if view.saved == view::Saved::OnDisk && unsettled {
        view.saved = view::Saved::Saving;
    }
    let moved = follow(memory, &view);
    let differences = &mut memory.compare.differences;
    let mut scene = Scene {
        offer: compare_view::offer(cx.words, cx.state, differences),
        heard: memory.heard.follow(cx.state, view.attempt),
        notes: &mut memory.notes,
        marks: &mut memory.marks,
        wave: &mut memory.wave,
        card_open: &mut memory.card_open,
        moved,
        view,
    };
    let room = ui.max_rect();
    let needed = layout::height_small(room.x_range());
    if !cx.small {
        wide_ui(ui, cx, room, &mut scene);
    } else if room.height() < needed {
        scroll::show(ui, ScrollArea::vertical().id_salt("review"), |ui| {
            let all = Vec2::new(room.width(), needed);
            let (rect, _) = ui.allocate_exact_size(all, Sense::hover());
            small_ui(ui, cx, rect, &mut scene);
        });
    } else {
        small_ui(ui, cx, room, &mut scene);
    }
    scene.notes.settle(ui, cx.out);
    scene.marks.text.settle(ui, cx.out);
    if scene.view.playing {
        ui.ctx().request_repaint_after(motion::FRAME);
    }
}

/// Opens and closes the card of the small window by what changed since the last frame; returns
/// whether another line is to be rated.
fn follow(memory: &mut ReviewMemory, view: &ReviewView<'_>) -> bool {
    let shown = Some((view.attempt.id.clone(), view.current));
    let moved = memory.shown != shown;
    if moved {
        // Whoever rates by keys wants to see what is rated.
        memory.card_open = false;
    }
    memory.shown = shown;
    let asked = (view.listening.card, view.listening.pause);
    if asked != (memory.listening.card, memory.listening.pause) && !moved {
        memory.card_open = true;
    }
    memory.listening = view.listening;
    moved
}

/// Beside the rating.
fn wide_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: Rect, scene: &mut Scene<'_>) {
    let places = Places::wide(room);
    left_ui(ui, cx, &places, scene);
    let Scene {
        view,
        heard,
        notes,
        marks,
        ..
    } = scene;
    let card = &mut layout::column(ui, "card", places.lower);
    card::card_ui(card, cx, view, heard, (notes, marks));
    if let Some(panel) = places.panel {
        let panel = &mut layout::column(ui, "rating", panel);
        rating::rating_ui(panel, cx, view, scene.moved);
    }
    let ways = &mut layout::column(ui, "ways", places.buttons);
    next_actions::ways_ui(ways, cx, view, None);
}

/// One column; rating and card take turns.
fn small_ui(ui: &mut Ui, cx: &mut Cx<'_>, room: Rect, scene: &mut Scene<'_>) {
    let places = Places::small(room, *scene.card_open);
    left_ui(ui, cx, &places, scene);
    let Scene {
        view,
        heard,
        notes,
        marks,
        card_open,
        ..
    } = scene;
    if **card_open {
        let card = &mut layout::column(ui, "card", places.lower);
        let escaped = card::card_ui(card, cx, view, heard, (notes, marks));
        **card_open = !escaped;
    } else {
        let card = &mut layout::column(ui, "rating", places.lower);
        rating_card::rating_card_ui(card, cx, view);
    }
    let swap = if **card_open {
        tr!(cx.words, "review-rating")
    } else {
        tr!(cx.words, "review-notes")
    };
    let ways = &mut layout::column(ui, "ways", places.buttons);
    if next_actions::ways_ui(ways, cx, view, Some(&swap)) {
        **card_open = !**card_open;
        if **card_open && view.listening.card == ReviewCard::Notes {
            notes.focus();
        }
    }
}

/// What both windows have in common.
fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, places: &Places, scene: &mut Scene<'_>) {
    let view = &scene.view;
    let zoomed = cx.state.is_zoomed() && matches!(view.sound, view::Sound::Ready(_));
    let places = &if zoomed { places.with_strip() } else { *places };
    let header = &mut layout::column(ui, "header", places.header);
    header::header_ui(header, cx, view, scene.offer.as_deref());
    sound::sound_ui(ui, cx, places, view, &scene.heard, scene.wave);
    transport::transport_ui(ui, cx, places.transport, view);
}

/// No attempt: the last one was deleted, or none was opened.
fn nothing_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let blank = Blank {
        size: Size::Title,
        title: tr!(cx.words, "review-none"),
        sentences: vec![],
    };
    let go = tr!(cx.words, "review-none-go");
    let ways = [Button::primary(&go)];
    if blank.show(ui, &ways, Vec2::ZERO, |_, _| ()).is_some() {
        cx.push(Command::GoTo(Screen::Practice));
    }
}
