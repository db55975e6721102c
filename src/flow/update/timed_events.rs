//! Moments of a running take besides its cue: what is announced, where the interviewer breaks in,
//! where a part begins, when a take of a round is over.

use std::time::Duration;

use crate::flow::state::{Phase, Recording, Screen, State};
use crate::flow::update::{recording, review};
use crate::flow::{Effect, Now};
use crate::model::drill::INTERRUPTION_SECS;
use crate::model::mark::{Mark, MarkKind};
use crate::model::star::StarPart;

/// How long the words of the interviewer lie over the question.
const INTERRUPTION_SHOWN: Duration = Duration::from_secs(4);
/// The same for a question of its own, which has to be read; a short form of it stays.
const QUESTION_SHOWN: Duration = Duration::from_secs(8);

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

/// The interviewer breaks in once where that was asked for, or on the pressure ladder; but not into a
/// cue.
fn break_in(state: &mut State, now: &Now, out: &mut Vec<Effect>) {
    let task = &state.practice.task;
    let interrupts = task.may_be_interrupted();
    let asked = task.follow_up();
    let asked = asked.and_then(|following| following.break_in.as_ref());
    let ladder = state.settings.ladder.then_some(INTERRUPTION_SECS);
    let due_secs = asked.map(|asked| asked.due_secs).or(ladder);
    let shown = if asked.is_some() {
        QUESTION_SHOWN
    } else {
        INTERRUPTION_SHOWN
    };
    let Phase::Recording(recording) = &mut state.practice.phase else {
        return;
    };
    let broke_in = recording
        .marks
        .iter()
        .any(|mark| mark.kind == MarkKind::Interruption);
    let cue_seen = recording.cue_ordered.is_some() || recording.cue_until.is_some();
    let captured_secs = recording.live.captured_secs();
    if due_secs.is_some_and(|due_secs| captured_secs >= due_secs)
        && !broke_in
        && !cue_seen
        && interrupts
    {
        recording.interruption_until = Some(now.since_start + shown);
        mark_now(state, MarkKind::Interruption, out);
    }
}

/// Whether the answer at hand is a story.
fn tells_a_story(state: &State) -> bool {
    let attempt = match running(state) {
        Some(recording) => Some(&recording.attempt),
        None => state.reviewed(),
    };
    attempt.is_none_or(|attempt| state.subject_of(&attempt.question).tells_a_story())
}

/// A part begins. A tap of the part that runs already does nothing.
pub(super) fn tap(state: &mut State, part: StarPart, out: &mut Vec<Effect>) {
    // An explanation has other parts.
    if !tells_a_story(state) {
        return;
    }
    if state.screen == Screen::Review {
        review::set_part(state, part, out);
    } else if running(state).is_some_and(|recording| recording.part() != Some(part)) {
        mark_now(state, MarkKind::Part(part), out);
    }
}

/// A take of a round ends by itself, and so does a telling, of a known story or for the first time.
pub(super) fn end_due_take(state: &mut State, out: &mut Vec<Effect>) {
    let due = running(state).is_some_and(|recording| {
        recording.live.captured_secs() >= f64::from(recording.attempt.target_secs)
    });
    if due && state.practice.task.ends_at_target() {
        recording::stop(state, out);
    }
}
