//! Giving answers out: all of them, or those that the timeline shows, after a question. Not here: what
//! is made of them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::flow::listening::can_be_heard;
use crate::flow::state::{Exporting, Screen, State, Toast, ToastKind};
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::flow::{Effect, Now};
use crate::model::attempt::Attempt;
use crate::model::export::Answer;
use crate::model::fault::{Fault, FileFault};
use crate::model::timeline::{Entry, newest_first};

/// Asks whether what the timeline shows is to be given out. The question stands until it is answered.
pub fn ask(state: &mut State, now: &Now) {
    let some = state.listed_entries().next().is_some();
    if state.exporting.is_none() && some {
        lasting(state, ToastKind::ExportAsked, now);
    }
}

pub fn forget_question(state: &mut State) {
    if state.asks_to_export() {
        state.toast = None;
    }
}

/// A word that stays until something else takes its place.
fn lasting(state: &mut State, kind: ToastKind, now: &Now) {
    state.toast = Some(Toast {
        kind,
        until: now.since_start + Duration::from_hours(24),
    });
}

/// Gives out all answers, or those that the timeline shows.
pub fn start(state: &mut State, shown: bool, now: &Now, out: &mut Out) {
    forget_question(state);
    if state.exporting.is_some() || state.library.root.is_none() {
        return;
    }
    let wanted: Vec<&Entry> = if shown {
        state.listed_entries().collect()
    } else {
        state.library.entries.iter().collect()
    };
    let each = wanted.into_iter().map(|entry| answer(state, entry));
    let mut answers: Vec<Answer> = each.collect();
    // The oldest first: it is read from its beginning.
    answers.sort_by(|a, b| newest_first(&b.attempt, &a.attempt));
    if answers.is_empty() {
        return;
    }
    state.exporting = Some(Exporting {
        since: now.since_start,
        done: 0,
        total: answers.len(),
    });
    out.push(Effect::Export {
        answers,
        language: state.language(),
        at: now.date.clone(),
    });
}

fn answer(state: &State, entry: &Entry) -> Answer {
    let attempt = entry.attempt.clone();
    let story = attempt.story.as_ref();
    Answer {
        speech: state.speech.get(&attempt.id).cloned().flatten(),
        story: story.map(|id| state.story_title(id).0.to_owned()),
        attempt,
    }
}

/// Gives out the sound of the answer under review, with its marks.
pub fn sound(state: &State, now: &Now, out: &mut Out) {
    let there = |attempt: &&Arc<Attempt>| can_be_heard(attempt);
    if state.screen == Screen::Review
        && state.library.root.is_some()
        && let Some(attempt) = state.reviewed().filter(there)
    {
        out.push(Effect::ExportSound {
            attempt: attempt.clone(),
            language: state.language(),
            at: now.date.clone(),
        });
    }
}

/// It is there: the folder is shown.
pub fn sound_done(state: &mut State, end: Result<PathBuf, Fault>, now: &Now, out: &mut Out) {
    match end {
        Ok(folder) => {
            notices::toast(state, ToastKind::SoundExported(folder.clone()), now);
            out.push(Effect::Reveal(folder));
        }
        Err(fault) => notices::fault(state, fault),
    }
}

/// How far it is shows once it takes a while, unless another word is being read.
pub fn tick(state: &mut State, now: &Now) {
    let slow = |it: Exporting| now.since_start >= it.since + Exporting::SHOWN_AFTER;
    if state.exporting.is_some_and(slow) && state.toast.is_none() {
        lasting(state, ToastKind::Exporting, now);
    }
}

pub fn ready(state: &mut State, done: usize) {
    if let Some(exporting) = &mut state.exporting {
        exporting.done = done;
    }
}

pub fn cancelled(state: &mut State) {
    state.exporting = None;
    if state.toast_is(|kind| matches!(kind, ToastKind::Exporting)) {
        state.toast = None;
    }
}

/// They are there: the folder is shown.
pub fn done(
    state: &mut State,
    end: Result<PathBuf, FileFault>,
    told: fn(PathBuf) -> ToastKind,
    now: &Now,
    out: &mut Out,
) {
    cancelled(state);
    match end {
        Ok(folder) => {
            notices::toast(state, told(folder.clone()), now);
            out.push(Effect::Reveal(folder));
        }
        Err(fault) => notices::fault(state, fault),
    }
}
