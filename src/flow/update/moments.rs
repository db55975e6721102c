//! Moments of a running take besides its cue: what is announced, where the interviewer breaks in,
//! where a part begins, when a take of a round is over.

use std::time::Duration;

use crate::flow::state::{Phase, Recording, Screen, State};
use crate::flow::update::{recording, review};
use crate::flow::{Effect, Now};
use crate::model::drill::INTERRUPTION_SECS;
use crate::model::mark::{Mark, MarkKind};
use crate::model::star::StarPart;
use crate::model::story_words::{CAPTURE_SECS, was_capture};

/// How long the words of the interviewer lie over the question.
const INTERRUPTION_SHOWN: Duration = Duration::from_secs(4);

/// What comes by itself in the course of a take.
pub(super) fn tick(state: &mut State, now: &Now, out: &mut Vec<Effect>) {
    if let Phase::Recording(recording) = &mut state.practice.phase {
        recording
            .interruption_until
            .take_if(|until| now.since_start >= *until);
    }
    announce(state, out);
    break_in(state, now, out);
    end_due_take(state, out);
}

fn running(state: &State) -> Option<&Recording> {
    match &state.practice.phase {
        Phase::Recording(recording) => Some(recording),
        _ => None,
    }
}

fn mark_now(state: &mut State, kind: MarkKind, out: &mut Vec<Effect>) {
    if let Some(frame) = running(state).map(|recording| recording.live.captured_frames) {
        recording::mark(state, Mark { frame, kind }, out);
    }
}

/// Says once that a cue comes, unless it was ordered before.
fn announce(state: &mut State, out: &mut Vec<Effect>) {
    let due = running(state).and_then(|recording| {
        let attempt = &recording.attempt;
        let to = attempt.plan.switch_to()?;
        let at_secs = attempt.drill?.announced_at_secs()?;
        let told = recording
            .marks
            .iter()
            .any(|mark| matches!(mark.kind, MarkKind::Announced { .. } | MarkKind::Cue { .. }));
        let due = recording.live.captured_secs() >= at_secs && recording.cue_ordered.is_none();
        (due && !told).then_some(to)
    });
    if let Some(to) = due {
        mark_now(state, MarkKind::Announced { to }, out);
    }
}

/// On the pressure ladder the interviewer breaks in once, but not into a cue.
fn break_in(state: &mut State, now: &Now, out: &mut Vec<Effect>) {
    let ladder = state.settings.ladder;
    let Phase::Recording(recording) = &mut state.practice.phase else {
        return;
    };
    let broke_in = recording
        .marks
        .iter()
        .any(|mark| mark.kind == MarkKind::Interruption);
    let cue_seen = recording.cue_ordered.is_some() || recording.cue_until.is_some();
    if ladder
        && !broke_in
        && !cue_seen
        && recording.attempt.round.is_none()
        && recording.live.captured_secs() >= INTERRUPTION_SECS
    {
        recording.interruption_until = Some(now.since_start + INTERRUPTION_SHOWN);
        mark_now(state, MarkKind::Interruption, out);
    }
}

/// A part begins. A tap of the part that runs already does nothing.
pub(super) fn tap(state: &mut State, part: StarPart, out: &mut Vec<Effect>) {
    if state.screen == Screen::Review {
        review::set_part(state, part, out);
    } else if running(state).is_some_and(|recording| recording.part() != Some(part)) {
        mark_now(state, MarkKind::Part(part), out);
    }
}

/// A take of a round, or of a story that is told for the first time, ends by itself.
pub(super) fn end_due_take(state: &mut State, out: &mut Vec<Effect>) {
    let due = running(state).is_some_and(|recording| {
        let attempt = &recording.attempt;
        let of_round = attempt.round.as_ref().map(|round| round.kind.take_secs());
        let told = attempt.link.is_none() && was_capture(&attempt.question);
        let secs = of_round.or(told.then_some(CAPTURE_SECS));
        secs.is_some_and(|secs| recording.live.captured_secs() >= f64::from(secs))
    });
    if due {
        recording::stop(state, out);
    }
}
