//! The switch on the sound: the parts within the bracket, the handle at the start of the new
//! language, and the marks of the voice below. Not here: the waveform itself (`sound`), the words
//! above it (`labels`), what is known (`heard`).

use std::ops::Range;

use egui::accesskit::Action;
use egui::{CursorIcon, EventFilter, Key, Pos2, Rangef, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::SHIFT_SECS;
use crate::i18n::{dates, names};
use crate::model::fluency::tenths;
use crate::model::mark::MarkKind;
use crate::model::star::StarPart;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::heard::{By, Known, SwitchSpan};
use crate::ui::review::layout::Places;
use crate::ui::review::part_labels;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::speech_marks::{self, Bracket};
use crate::ui::widgets::take_waveform::{frame_at, x_of};
use crate::ui::widgets::{access, focus};

/// Seconds on show while the marker is being placed.
const CLOSE_SECS: f64 = 12.0;
/// Seconds before the cue that are on show then.
const LEAD_SECS: f64 = 3.0;
/// Room in which the pointer finds the handle.
const GRASP: f32 = 24.0;

/// The frames on show: all of them, or those around the switch while its marker is being placed.
pub fn range(view: &ReviewView<'_>, known: Option<&Known>) -> Range<u64> {
    let all = 0..view.attempt.take.frames;
    let Some(turn) = known.and_then(|known| known.turn) else {
        return all;
    };
    if turn.by != By::Placing {
        return all;
    }
    let start = turn.cue.saturating_sub(view.frames(LEAD_SECS));
    let behind = turn.restart.saturating_add(view.frames(LEAD_SECS));
    let end = (start + view.frames(CLOSE_SECS)).max(behind).min(all.end);
    start.min(end)..end
}

/// Where the bracket is; `None` when there is none, or none of it is on show.
pub fn bracket(wave: Rect, range: &Range<u64>, turn: SwitchSpan) -> Option<Bracket> {
    let on_show = turn.by != By::Nobody
        && turn.restart > turn.cue
        && range.contains(&turn.cue)
        && turn.restart <= range.end;
    let x = |frame| x_of(wave, range, frame).round();
    on_show.then(|| Bracket {
        cue_x: x(turn.cue),
        silent_x: x(turn.silent),
        restart_x: x(turn.restart),
        to: turn.to,
    })
}

/// Draws runs and pauses below the waveform, the parts and edges of the bracket, and STAR letters.
pub fn marks_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (known, wave, range): (&Known, Rect, &Range<u64>),
    out: &mut Vec<Command>,
) {
    for run in &known.runs {
        speech_marks::paint_run(ui, wave, range, run.span, run.language);
    }
    let bracket = known.turn.and_then(|turn| bracket(wave, range, turn));
    // Between cue and restart the silence is named above, and the handle hangs below.
    let reach = size::HANDLE;
    let taken = bracket.map(|b| Rangef::new(b.cue_x - 2.0, b.restart_x + reach));
    let pauses = known
        .pauses
        .iter()
        .map(|pause| (pause.span, tenths(pause.secs)));
    let middle = places.pauses_y;
    speech_marks::paint_pauses(ui, wave, middle, range, pauses, taken);
    if let (Some(bracket), Some(turn)) = (bracket, known.turn) {
        bracket.paint_edges(ui, places.zone);
        inner_ui(ui, look, places, view, (turn, wave, range));
    }
    star_ui(ui, look, view, (wave, range), out);
}

/// The parts of the switch within the bracket, as far as there is room.
fn inner_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (turn, wave, range): (SwitchSpan, Rect, &Range<u64>),
) {
    let w = look.words;
    let part = |from: u64, to: u64| (from, to, tenths(view.secs(to.saturating_sub(from))));
    let pieces = [
        part(turn.cue, turn.silent),
        part(turn.silent, turn.voice),
        part(turn.voice, turn.restart),
    ];
    let named = |at: usize, secs: &str| match at {
        0 => tr!(w, "speech-part-end", secs = secs),
        1 => tr!(w, "speech-part-silence", secs = secs),
        _ => tr!(w, "speech-part-sounds", secs = secs),
    };
    let color = look.palette.language(turn.to);
    let middle = places.zone.top() + size::EMPHASIS + Size::Caption.line() / 2.0;
    for (at, (from, to, secs)) in pieces.iter().enumerate() {
        if to <= from {
            continue;
        }
        let x = Rangef::new(x_of(wave, range, *from), x_of(wave, range, *to));
        let long = named(at, secs);
        let shown = [long.as_str(), secs.as_str()]
            .into_iter()
            .map(|words| text::free_line(ui, words, Size::Caption, Weight::Regular, color))
            .find(|galley| galley.size().x + size::STEP_2 <= x.span());
        let rect = Rect::from_x_y_ranges(x, Rangef::point(middle).expand(size::STEP_2));
        let id = ui.scope_id().with(("switch-part", at));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &long));
        if let Some(galley) = shown {
            let corner = Pos2::new(x.center(), middle) - galley.size() / 2.0;
            ui.painter().galley(corner, galley, color);
        }
        response.on_hover_text(long);
    }
}

/// Letters where the person tapped a part of the answer; each takes the playhead there.
fn star_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    view: &ReviewView<'_>,
    (wave, range): (Rect, &Range<u64>),
    out: &mut Vec<Command>,
) {
    let w = look.words;
    for mark in &view.attempt.marks {
        let MarkKind::Part(part) = mark.kind else {
            continue;
        };
        if !range.contains(&mark.frame) {
            continue;
        }
        let letter = match part {
            StarPart::Situation => tr!(w, "speech-situation-letter"),
            StarPart::Task => tr!(w, "speech-task-letter"),
            StarPart::Action => tr!(w, "speech-action-letter"),
            StarPart::Result => tr!(w, "speech-result-letter"),
        };
        let foot = Pos2::new(x_of(wave, range, mark.frame), wave.top());
        let rect = speech_marks::paint_letter(ui, foot, &letter);
        let id = ui.scope_id().with(("star-mark", mark.frame, part.id()));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        focus::ring(ui, &response, rect, size::RADIUS_SMALL);
        let time = dates::clock_tenths(view.secs(mark.frame));
        let name = tr!(
            w,
            "speech-star-at",
            part = names::part(look.words, part),
            time = time
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.clicked() {
            out.push(Command::SeekTo(mark.frame));
        }
        response.on_hover_text(name);
    }
}

/// The handle. Returns whether it is held, so that what is on show stays under the pointer.
pub fn handle_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (turn, wave, range): (SwitchSpan, Rect, &Range<u64>),
    out: &mut Vec<Command>,
) -> bool {
    let x = x_of(wave, range, turn.restart.clamp(range.start, range.end)).round();
    let center = Pos2::new(x, places.zone.bottom());
    let rect = Rect::from_center_size(center, Vec2::splat(size::HANDLE));
    let grasp = Rect::from_center_size(center, Vec2::splat(GRASP));
    let id = ui.scope_id().with("first-word");
    let response = ui
        .interact(grasp, id, Sense::click_and_drag())
        .on_hover_cursor(CursorIcon::ResizeHorizontal);
    let language = names::language(look.words, turn.to);
    let name = tr!(look.words, "speech-handle", language = language);
    let time = dates::clock_tenths(view.secs(turn.restart));
    let placing = turn.by == By::Placing;
    speech_marks::paint_handle(ui, center, look.palette.language(turn.to), placing);
    focus::ring(ui, &response, rect, size::HANDLE as u8 / 2);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, &name);
        info.current_text_value = Some(time.clone());
        info.value = Some(view.secs(turn.restart));
        info
    });
    let take = 0.0..=view.secs(view.attempt.take.frames);
    access::measure(&response, view.secs(turn.restart), take, &time);
    if response.dragged() {
        if let Some(at) = response.interact_pointer_pos() {
            out.push(Command::PlaceFirstWord(frame_at(wave, range, at.x)));
        }
    } else if response.clicked() && !placing {
        out.push(Command::PickFirstWord);
    }
    if response.has_focus() {
        stepped(ui, id, placing, out);
    }
    asked_by_reader(ui, id, placing, out);
    let held = response.dragged();
    if !held {
        part_labels::tip(response, look, &name, "W");
    }
    held
}

/// A screen reader moves it too.
fn asked_by_reader(ui: &Ui, id: egui::Id, placing: bool, out: &mut Vec<Command>) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.set_numeric_value_step(SHIFT_SECS);
    });
    let (back, on) = ui.input(|input| {
        let count = |action| input.num_accesskit_action_requests(id, action) as f64;
        (count(Action::Decrement), count(Action::Increment))
    });
    shifted(on - back, placing, out);
}

fn shifted(steps: f64, placing: bool, out: &mut Vec<Command>) {
    if steps.abs() < 0.5 {
        return;
    }
    if !placing {
        out.push(Command::PickFirstWord);
    }
    out.push(Command::ShiftFirstWord(SHIFT_SECS * steps));
}

/// With the keyboard on the handle its arrows move it, and Enter confirms.
fn stepped(ui: &Ui, id: egui::Id, placing: bool, out: &mut Vec<Command>) {
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let (back, on, enter) = ui.input(|input| {
        let count = |key| input.num_presses(key) as f64;
        (
            count(Key::ArrowLeft),
            count(Key::ArrowRight),
            input.key_pressed(Key::Enter),
        )
    });
    if placing && enter {
        out.push(Command::ConfirmFirstWord);
    } else {
        shifted(on - back, placing, out);
    }
}
