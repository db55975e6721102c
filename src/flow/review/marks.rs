//! Marks that a person sets while listening, and the part of the take that counts; each change can be
//! taken back while the answer is under review. Not here: marks of a running take (`practice::timed_events`).

use crate::flow::library::update as library;
use crate::flow::listening::ReviewCard;
use crate::flow::review::{Change, MarkCommand, MarkKey, playback, trim};
use crate::flow::state::{Screen, State};
use crate::flow::update::out::Out;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::limits;
use crate::model::mark::{FlagKind, Mark, MarkKind, TEXT_CHARS, clean_text, free_frame};
use crate::model::take::frames_from_seconds;

/// How long before a mark one begins to listen, in seconds.
const BEFORE_SECS: f64 = 1.0;

pub fn handle(state: &mut State, asked: MarkCommand, out: &mut Out) {
    let id = state.reviewed().map(|attempt| attempt.id.clone());
    let id = match (&asked, id) {
        (MarkCommand::SetText { id, .. }, _) => id.clone(),
        (_, Some(id)) if state.screen == Screen::Review => id,
        _ => return,
    };
    match asked {
        MarkCommand::Here => set_here(state, &id, out),
        MarkCommand::Step(by) => step(state, by, out),
        MarkCommand::Select(key) => state.marking.selected = Some(key),
        MarkCommand::Hear(key) => hear(state, &id, key, out),
        MarkCommand::SetKind(key, kind) => set_kind(state, &id, key, kind, out),
        MarkCommand::NextKind => next_kind(state, &id, out),
        MarkCommand::SetText { key, text, .. } => set_text(state, &id, key, &text, out),
        MarkCommand::MoveTo(key, frame) => move_to(state, &id, key, frame, out),
        MarkCommand::LetGo => state.marking.moving = false,
        MarkCommand::Delete(key) => {
            if let Some(before) = flag(state, &id, key) {
                change(state, &id, Some(before), None, out);
            }
        }
    }
}

impl State {
    /// The selected mark of the attempt under review that the person may change.
    pub fn selected_flag(&self) -> Option<&Mark> {
        let key = self.marking.selected?;
        let marks = &self.reviewed()?.marks;
        marks
            .iter()
            .find(|mark| key.names(mark) && mark.flag().is_some())
    }
}

/// The flag of this name.
fn flag(state: &State, id: &AttemptId, key: MarkKey) -> Option<Mark> {
    let mut marks = state.attempt(id)?.marks.iter();
    let flag = marks.find(|mark| key.names(mark) && mark.flag().is_some());
    flag.cloned()
}

/// Sets a mark at what was heard when the key came. The playhead is told every 40 ms while it plays.
fn set_here(state: &mut State, id: &AttemptId, out: &mut Out) {
    let (Some(attempt), true) = (state.attempt(id), state.playback.id.as_ref() == Some(id)) else {
        return;
    };
    let frame = state.playback.frame.min(attempt.take.frames);
    // A second press at the same place finds the mark that is there.
    let there = attempt
        .marks
        .iter()
        .find(|mark| mark.frame == frame && mark.flag().is_some());
    if let Some(mark) = there {
        state.marking.selected = Some(MarkKey::of(mark));
    } else if attempt.take.frames > 0 && attempt.marks.len() < limits::MARKS / 2 {
        let mark = Mark::new(frame, MarkKind::Flag(FlagKind::Free));
        change(state, id, None, Some(mark), out);
    }
}

/// Seeks to the mark before or behind the playhead. While it plays, the mark that was just passed is no
/// longer the one before.
fn step(state: &mut State, by: i32, out: &mut Out) {
    let Some(attempt) = state.reviewed() else {
        return;
    };
    let passed = if state.playback.playing {
        frames_from_seconds(BEFORE_SECS, attempt.take.sample_rate_hz)
    } else {
        0
    };
    let (at, end) = (state.playback.frame, attempt.take.frames);
    let marks = attempt.marks.iter().filter(|mark| mark.is_place());
    let next = if by > 0 {
        marks
            .filter(|mark| mark.frame.min(end) > at)
            .min_by_key(|mark| mark.frame)
    } else {
        marks
            .filter(|mark| mark.frame.min(end).saturating_add(passed) < at)
            .max_by_key(|mark| mark.frame)
    };
    if let Some(key) = next.map(MarkKey::of) {
        state.marking.selected = Some(key);
        playback::seek_to(state, key.frame, out);
    }
}

fn hear(state: &mut State, id: &AttemptId, key: MarkKey, out: &mut Out) {
    let Some(attempt) = state.attempt(id) else {
        return;
    };
    let before = frames_from_seconds(BEFORE_SECS, attempt.take.sample_rate_hz);
    let kept = attempt.kept();
    let frame = key.frame.min(kept.end_frame).saturating_sub(before);
    let from = frame.max(kept.start_frame);
    state.marking.selected = Some(key);
    state.listening.card = ReviewCard::Marks;
    playback::play(state, id, from, out);
}

fn set_kind(state: &mut State, id: &AttemptId, key: MarkKey, kind: FlagKind, out: &mut Out) {
    let Some((before, attempt)) = flag(state, id, key).zip(state.attempt(id)) else {
        return;
    };
    let kind = MarkKind::Flag(kind);
    if before.kind == kind {
        return;
    }
    let after = Mark {
        frame: free_frame(&attempt.marks, before.frame, kind),
        kind,
        ..before.clone()
    };
    change(state, id, Some(before), Some(after), out);
}

fn next_kind(state: &mut State, id: &AttemptId, out: &mut Out) {
    let Some((mark, kind)) = state
        .selected_flag()
        .and_then(|mark| Some((MarkKey::of(mark), mark.flag()?)))
    else {
        return;
    };
    let all = FlagKind::ALL;
    let mut later = all.into_iter().cycle().skip_while(|each| *each != kind);
    if let Some(next) = later.nth(1) {
        set_kind(state, id, mark, next, out);
    }
}

/// Replaces the text. It may be longer only where a file already was.
fn set_text(state: &mut State, id: &AttemptId, key: MarkKey, text: &str, out: &mut Out) {
    let Some(before) = flag(state, id, key) else {
        return;
    };
    let most = before.text.chars().count().max(TEXT_CHARS);
    let text: String = clean_text(text).chars().take(most).collect();
    if before.text != text {
        let after = Mark {
            text,
            ..before.clone()
        };
        let selected = state.marking.selected;
        change(state, id, Some(before), Some(after), out);
        // A text may be handed over when another mark has been selected already.
        state.marking.selected = selected;
    }
}

fn move_to(state: &mut State, id: &AttemptId, key: MarkKey, frame: u64, out: &mut Out) {
    let Some((before, attempt)) = flag(state, id, key).zip(state.attempt(id)) else {
        return;
    };
    let frame = frame.min(attempt.take.frames);
    if frame == before.frame {
        return;
    }
    let after = Mark {
        frame: free_frame(&attempt.marks, frame, before.kind),
        ..before.clone()
    };
    // A drag is one change, however many steps it comes in.
    let going_on = std::mem::replace(&mut state.marking.moving, true);
    let like = |it: &Mark| it.kind == before.kind && it.text == before.text;
    let dragged = match state.marking.done.last_mut() {
        Some(Change::Flag {
            before: Some(first),
            after: last,
        }) if going_on && like(first) && last.as_ref() == Some(&before) => Some(last),
        _ => None,
    };
    if let Some(last) = dragged {
        *last = Some(after.clone());
        replace(state, id, Some(&before), Some(after), out);
    } else {
        change(state, id, Some(before), Some(after), out);
    }
}

/// Changes a flag so that it can be taken back.
fn change(
    state: &mut State,
    id: &AttemptId,
    before: Option<Mark>,
    after: Option<Mark>,
    out: &mut Out,
) {
    let reviewed = state.review.as_ref().is_some_and(|review| review.id == *id);
    if replace(state, id, before.as_ref(), after.clone(), out) && reviewed {
        state.marking.done.push(Change::Flag { before, after });
    }
}

/// Puts a flag in the place of another, selected; says whether the attempt may be changed.
fn replace(
    state: &mut State,
    id: &AttemptId,
    before: Option<&Mark>,
    after: Option<Mark>,
    out: &mut Out,
) -> bool {
    let selected = after.as_ref().map(MarkKey::of);
    let done = library::change(state, id, out, |attempt| {
        put(attempt, before, after);
    });
    if done {
        state.marking.selected = selected;
    }
    done
}

fn put(attempt: &mut Attempt, before: Option<&Mark>, after: Option<Mark>) {
    let marks = &mut attempt.marks;
    let at = before.and_then(|before| {
        let key = MarkKey::of(before);
        marks.iter().position(|mark| key.names(mark))
    });
    match (at, after) {
        (Some(at), Some(after)) => {
            if let Some(mark) = marks.get_mut(at) {
                *mark = after;
            }
        }
        (Some(at), None) => {
            marks.remove(at);
        }
        (None, Some(after)) => marks.push(after),
        (None, None) => {}
    }
}

/// Takes the last change back; says whether there was one.
pub fn undo(state: &mut State, out: &mut Out) -> bool {
    if state.screen != Screen::Review {
        return false;
    }
    let id = state.reviewed().map(|attempt| attempt.id.clone());
    let Some((id, last)) = id.zip(state.marking.done.pop()) else {
        return false;
    };
    match last {
        Change::Flag { before, after } => replace(state, &id, after.as_ref(), before, out),
        Change::Trim(before) => trim::set(state, &id, before, out),
    };
    true
}
