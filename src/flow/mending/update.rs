//! Saying a sentence again, choosing what is heard in its place, hearing and giving out the whole.

use std::collections::btree_map::Entry;
use std::sync::Arc;

use crate::flow::library::update as library;
use crate::flow::mending::queries::whole;
use crate::flow::mending::{MendCommand, PendingMend};
use crate::flow::practice::card;
use crate::flow::review::{playback, rendition};
use crate::flow::state::{Exporting, Screen, State, ToastKind};
use crate::flow::task::Task;
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens};
use crate::flow::{Command, Effect, Now};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::FileFault;
use crate::model::mend;
use crate::model::speech::Span;
use crate::model::take::seconds_from_frames;

pub fn handle(state: &mut State, command: MendCommand, now: &Now, out: &mut Out) {
    match command {
        MendCommand::SayAgain => say_again(state, None, now, out),
        MendCommand::Open(span) => say_again(state, Some(span), now, out),
        MendCommand::HearFirst => hear_first(state, out),
        MendCommand::Keep(take) => keep(state, take, out),
        MendCommand::HearAssembled => hear_assembled(state, now, out),
        MendCommand::SaveAssembled => save_assembled(state, now, out),
    }
}

/// Lays a sentence of the answer under review on the card.
fn say_again(state: &mut State, span: Option<Span>, now: &Now, out: &mut Out) {
    let may = state.screen == Screen::Review && !state.busy() && !state.closing;
    let Some(attempt) = state.reviewed().filter(|_| may).cloned() else {
        return;
    };
    if attempt.read_only {
        // What would be chosen could not be written down.
        let root = state.library.root.clone().unwrap_or_default();
        notices::fault(state, FileFault::LibraryNewer(root));
        return;
    }
    let here = state.playback.id.as_ref() == Some(&attempt.id);
    let (at_frame, looped) = match &state.playback {
        playback if here => (playback.frame, playback.looped),
        _ => (0, None),
    };
    let sentence = span
        .or(looped)
        .or_else(|| state.sentence_at(&attempt, at_frame));
    let Some(span) = sentence.and_then(|span| span.within(whole(&attempt))) else {
        notices::toast(state, ToastKind::NoSentence, now);
        return;
    };
    playback::pause(state, out);
    let question = card::question_of(state, attempt.question.clone());
    let task = Task::Mend(PendingMend {
        of: attempt.id.clone(),
        span,
        language: attempt.language_at(span.start_frame),
        secs: seconds_from_frames(span.frames(), attempt.take.sample_rate_hz),
        at_frame,
        looped,
    });
    card::put(state, question, task);
    screens::show(state, Screen::Practice);
}

/// Back to the answer, to the place where it was left.
pub fn leave(state: &mut State, pending: PendingMend, out: &mut Out) {
    card::release(state);
    out.then(Command::OpenAttempt(pending.of));
    out.then(Command::SetLoop(pending.looped));
    out.then(Command::SeekTo(pending.at_frame));
}

fn hear_first(state: &mut State, out: &mut Out) {
    if let Some(pending) = state.mending().cloned() {
        playback::toggle_part(state, &pending.of, pending.span, out);
    }
}

fn keep(state: &mut State, take: Option<AttemptId>, out: &mut Out) {
    let Some(PendingMend { of, span, .. }) = state.mending().cloned() else {
        return;
    };
    let known = |take: &AttemptId| state.mends_at(&of, span).iter().any(|it| it.id == *take);
    if take.as_ref().is_none_or(known) {
        library::change(state, &of, out, |attempt| {
            mend::keep(&mut attempt.mends, span, take);
        });
    }
}

/// A take was made: it is heard in place of the sentence, until the person chooses another.
pub fn made(state: &mut State, take: AttemptId, out: &mut Out) {
    keep(state, Some(take), out);
}

/// Hears the answer under review as it is assembled, from where one is; said again, as it was recorded.
fn hear_assembled(state: &mut State, now: &Now, out: &mut Out) {
    let Some(attempt) = state.reviewed().filter(|_| state.screen == Screen::Review) else {
        return;
    };
    let id = attempt.id.clone();
    if state.said(attempt).is_empty() {
        notices::toast(state, ToastKind::NothingMended, now);
        return;
    }
    if state.playback.id.as_ref() != Some(&id) {
        playback::get_ready(state, &id, out);
    }
    state.playback.assembled = !state.playback.assembled;
    playback::play(state, &id, state.playback.frame, out);
}

fn save_assembled(state: &mut State, now: &Now, out: &mut Out) {
    let Some(attempt) = state.reviewed().cloned() else {
        return;
    };
    let said = state.said(&attempt);
    if said.is_empty() || state.exporting.is_some() || state.library.root.is_none() {
        return;
    }
    state.exporting = Some(Exporting {
        since: now.since_start,
        done: 0,
        total: 1,
    });
    let edit = mend::assembled(attempt.take.frames, &said).within(attempt.kept());
    out.push(Effect::SaveAssembled {
        beside: state.beside(&attempt),
        attempt,
        edit,
        language: state.language(),
        at: now.date.clone(),
    });
}

/// Asks how loud the stretches are that will be heard in place of each other, and follows what is kept.
pub fn follow(state: &mut State, out: &mut Out) {
    if state.busy() || state.closing {
        return;
    }
    let of = match state.mending() {
        Some(pending) if state.screen == Screen::Practice => Some(&pending.of),
        _ => state.review.as_ref().map(|review| &review.id),
    };
    let Some(attempt) = of.and_then(|id| state.attempt(id)).cloned() else {
        return;
    };
    for said in state.said(&attempt) {
        let Some(take) = state.library.mends.get(&said.take).cloned() else {
            continue;
        };
        measure(state, attempt.clone(), said.span, out);
        let span = whole(&take);
        measure(state, take, span, out);
    }
    let kept = state.said(&attempt).into_iter().map(|said| said.take);
    let kept: Vec<AttemptId> = kept.collect();
    let playback = &state.playback;
    let heard = playback.assembled && playback.id.as_ref() == Some(&attempt.id);
    if heard && playback.playing && playback.beside != kept {
        // Other files: what plays has not got them.
        playback::play(state, &attempt.id, state.playback.frame, out);
    }
}

/// Asks how loud a stretch of a take is, once.
pub fn measure(state: &mut State, attempt: Arc<Attempt>, span: Span, out: &mut Out) {
    if let Entry::Vacant(place) = state.loudness.entry((attempt.id.clone(), span)) {
        place.insert(None);
        out.push(Effect::MeasureLoudness { attempt, span });
    }
}

/// A stretch was measured; `None` when its sound cannot be read, which playing it will tell.
pub fn measured(
    state: &mut State,
    attempt: AttemptId,
    span: Span,
    lufs: Option<f32>,
    out: &mut Out,
) {
    if let Some(known) = state.loudness.get_mut(&(attempt, span)) {
        *known = lufs;
        if state.playback.assembled {
            rendition::changed(state, out);
        }
    }
}
