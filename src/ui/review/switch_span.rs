//! The switch on the sound: the parts within the bracket, the handle at the start of the new
//! language, and the marks of the voice below. Not here: the waveform itself (`sound`), the words
//! above it (`labels`), what is known (`heard`).

use std::ops::Range;

use egui::accesskit::Action;
use egui::{CursorIcon, Key, Pos2, Rangef, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::SHIFT_SECS;
use crate::i18n::{dates, names};
use crate::model::fluency::tenths;
use crate::model::speech::Span;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::heard::{By, Known, SwitchSpan};
use crate::ui::review::pause_marks;
use crate::ui::review::view::ReviewView;
use crate::ui::review::wave::Wave;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::focus::{self, Steps};
use crate::ui::widgets::speech_marks::{self, Bracket};
use crate::ui::widgets::{access, keycap};

/// Seconds on show while the marker is being placed.
const CLOSE_SECS: f64 = 12.0;
/// Seconds before the cue that are on show then.
const LEAD_SECS: f64 = 3.0;

/// The frames on show: those that were chosen, or those around the switch while its marker is being
/// placed and nobody chose a part with it.
pub fn range(view: &ReviewView<'_>, known: Option<&Known>, chosen: Range<u64>) -> Range<u64> {
    let all = 0..view.attempt.take.frames;
    let Some(turn) = known.and_then(|known| known.turn) else {
        return chosen;
    };
    if turn.by != By::Placing || (chosen != all && chosen.contains(&turn.restart)) {
        return chosen;
    }
    let start = turn.cue.saturating_sub(view.frames(LEAD_SECS));
    let behind = turn.restart.saturating_add(view.frames(LEAD_SECS));
    let end = (start + view.frames(CLOSE_SECS)).max(behind).min(all.end);
    start.min(end)..end
}

/// Where the bracket is; `None` when there is none, or none of it is on show.
pub fn bracket(wave: &Wave<'_>, turn: SwitchSpan) -> Option<Bracket> {
    let on_show = turn.by != By::Nobody
        && turn.restart > turn.cue
        && wave.range.contains(&turn.cue)
        && turn.restart <= wave.range.end;
    let x = |frame| wave.x(frame).round();
    on_show.then(|| Bracket {
        cue_x: x(turn.cue),
        silent_x: x(turn.silent),
        restart_x: x(turn.restart),
        to: turn.to,
    })
}

/// Draws runs and pauses below the waveform, and the parts and edges of the bracket.
pub fn spans_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, known: &Known) {
    for run in &known.runs {
        speech_marks::paint_run(ui, wave.rect, &wave.range, run.span, run.language);
    }
    let bracket = known.turn.and_then(|turn| bracket(wave, turn));
    // Between cue and restart the silence is named above, and the handle hangs below.
    let reach = size::HANDLE;
    let taken = bracket.map(|b| Rangef::new(b.cue_x - 2.0, b.restart_x + reach));
    pause_marks::pauses_ui(ui, cx, wave, known, taken);
    if let (Some(bracket), Some(turn)) = (bracket, known.turn) {
        bracket.paint_edges(ui, wave.zone);
        inner_ui(ui, cx, wave, turn);
    }
}

/// The parts of the switch within the bracket, as far as there is room.
fn inner_ui(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave<'_>, turn: SwitchSpan) {
    let w = cx.words;
    let pieces = [
        Span::new(turn.cue, turn.silent),
        Span::new(turn.silent, turn.voice),
        Span::new(turn.voice, turn.restart),
    ];
    let color = cx.palette.language(turn.to);
    let middle = wave.zone.top() + size::EMPHASIS + Size::Caption.line() / 2.0;
    for (at, piece) in pieces.into_iter().enumerate() {
        if piece.frames() == 0 {
            continue;
        }
        let secs = tenths(wave.view.secs(piece.frames()));
        let long = match at {
            0 => tr!(w, "speech-part-end", secs = secs.as_str()),
            1 => tr!(w, "speech-part-silence", secs = secs.as_str()),
            _ => tr!(w, "speech-part-sounds", secs = secs.as_str()),
        };
        let x = wave.reach(piece);
        let shown = [&long, &secs]
            .into_iter()
            .map(|words| text::free_line(ui, words, Size::Caption, Weight::Regular, color))
            .find(|galley| galley.size().x + size::STEP_2 <= x.span());
        let rect = Rect::from_x_y_ranges(x, Rangef::point(middle).expand(size::STEP_2));
        let id = ui.scope_id().with(("switch-part", at));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &long));
        if let Some(galley) = shown {
            let corner = rect.center() - galley.size() / 2.0;
            ui.painter().galley(corner, galley, color);
        }
        response.on_hover_text(long);
    }
}

/// The handle. Returns whether it is held, so that what is on show stays under the pointer.
pub fn handle_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, turn: SwitchSpan) -> bool {
    let placing = turn.by == By::Placing;
    if !placing && !wave.shows(turn.restart) {
        return false;
    }
    let shown = turn.restart.clamp(wave.range.start, wave.range.end);
    let center = Pos2::new(wave.x(shown).round(), wave.zone.bottom());
    let rect = Rect::from_center_size(center, Vec2::splat(size::HANDLE));
    let grasp = Rect::from_center_size(center, Vec2::splat(size::TARGET));
    let id = ui.scope_id().with("first-word");
    let response = ui
        .interact(grasp, id, Sense::click_and_drag())
        .on_hover_cursor(CursorIcon::ResizeHorizontal);
    let language = names::language(cx.words, turn.to);
    let name = tr!(cx.words, "speech-handle", language = language);
    let secs = wave.view.secs(turn.restart);
    let time = dates::clock_tenths(secs);
    speech_marks::paint_handle(ui, center, cx.palette.language(turn.to), placing);
    focus::ring(ui, &response, rect, size::HANDLE as u8 / 2);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, &name);
        info.current_text_value = Some(time.clone());
        info.value = Some(secs);
        info
    });
    let take = 0.0..=wave.view.secs(wave.view.attempt.take.frames);
    access::measure(&response, secs, take, &time);
    if response.dragged() {
        if let Some(at) = response.interact_pointer_pos() {
            cx.push(Command::PlaceFirstWord(wave.frame(at.x)));
        }
    } else if response.clicked() && !placing {
        cx.push(Command::PickFirstWord);
    }
    stepped(ui, &response, placing, cx.out);
    let held = response.dragged();
    if !held {
        keycap::tip(response, &name, "W");
    }
    held
}

/// With the keyboard on the handle its arrows move it, and Enter confirms; a screen reader moves it too.
fn stepped(ui: &Ui, handle: &Response, placing: bool, out: &mut Vec<Command>) {
    ui.ctx().accesskit_node_builder(handle.id, |node| {
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.set_numeric_value_step(SHIFT_SECS);
    });
    let enter = handle.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let Steps { back, on } = focus::steps(ui, handle);
    if placing && enter {
        out.push(Command::ConfirmFirstWord);
    } else if on != back {
        if !placing {
            out.push(Command::PickFirstWord);
        }
        out.push(Command::ShiftFirstWord(
            SHIFT_SECS * (on as f64 - back as f64),
        ));
    }
}
