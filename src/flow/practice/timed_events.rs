//! Moments of a running take: cue and flags, what is announced, where the interviewer breaks in, where
//! a part begins, when a take of a round is over.

use std::sync::Arc;
use std::time::Duration;

use crate::flow::command::Command;
use crate::flow::state::{Phase, Recording, State};
use crate::flow::update::out::Out;
use crate::flow::{Effect, Now};
use crate::model::attempt::Attempt;
use crate::model::audio::AudioCommand;
use crate::model::drill::INTERRUPTION_SECS;
use crate::model::language::Language;
use crate::model::limits;
use crate::model::mark::{CueBy, FlagKind, Mark, MarkKind};
use crate::model::star::StarPart;

/// How long the cue fills the screen.
pub const CUE_SHOWN: Duration = Duration::from_secs(2);
/// How long the words of the interviewer lie over the question.
const INTERRUPTION_SHOWN: Duration = Duration::from_secs(4);
/// The same for a question of its own, which has to be read; a short form of it stays.
const QUESTION_SHOWN: Duration = Duration::from_secs(8);

/// What comes by itself in the course of a take.
pub fn tick(state: &mut State, now: &Now, out: &mut Out) {
    if let Phase::Recording(recording) = &mut state.practice.phase {
        recording
            .cue_until
            .take_if(|until| now.since_start >= *until);
        recording
            .interruption_until
            .take_if(|until| now.since_start >= *until);
    }
    order_due_cue(state, out);
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

fn mark_now(state: &mut State, kind: MarkKind, out: &mut Out) {
    if let Some(frame) = running(state).map(|recording| recording.live.captured_frames) {
        mark(state, Mark::new(frame, kind), out);
    }
}

/// What is known of a running take goes to disk at once, so that a crash keeps it.
pub fn save(state: &mut State, attempt: Arc<Attempt>, out: &mut Out) {
    state.library.unsaved.insert(attempt.id.clone());
    out.push(Effect::SaveAttempt(attempt));
}

/// Sets a flag at this moment of the take.
pub fn flag(state: &mut State, out: &mut Out) {
    mark_now(state, MarkKind::Flag(FlagKind::Free), out);
}

/// Sets a mark on the running take.
pub fn mark(state: &mut State, mark: Mark, out: &mut Out) {
    let Phase::Recording(recording) = &mut state.practice.phase else {
        return;
    };
    // A key that repeats sets one flag. A key that is held must leave room for what matters.
    let crowded = mark.flag().is_some() && recording.marks.len() >= limits::MARKS / 2;
    if crowded || recording.marks.contains(&mark) {
        return;
    }
    recording.marks.push(mark.clone());
    Arc::make_mut(&mut recording.attempt).marks.push(mark);
    let attempt = recording.attempt.clone();
    save(state, attempt, out);
}

/// Orders the switch by hand; in a plan without one too, for practice with a friend.
pub fn cue_now(state: &mut State, out: &mut Out) {
    if let Phase::Recording(recording) = &state.practice.phase {
        let to = recording.attempt.plan.start().other();
        order_cue(state, to, CueBy::Hand, out);
    }
}

pub fn order_due_cue(state: &mut State, out: &mut Out) {
    let Phase::Recording(recording) = &state.practice.phase else {
        return;
    };
    let attempt = &recording.attempt;
    if let (Some(drill), Some(to)) = (attempt.drill, attempt.plan.switch_to())
        && recording.live.captured_secs() >= drill.cue_due_secs
    {
        order_cue(state, to, CueBy::Drill, out);
    }
}

/// One cue per take: a second one would surprise nobody.
fn order_cue(state: &mut State, to: Language, by: CueBy, out: &mut Out) {
    let Phase::Recording(recording) = &mut state.practice.phase else {
        return;
    };
    if recording.cue().is_some() || recording.cue_ordered.is_some() {
        return;
    }
    recording.cue_ordered = Some((to, by));
    if state.settings.cue_sound {
        out.push(Effect::Audio(AudioCommand::PlayCueSound {
            device: state.settings.output_device.clone(),
        }));
    }
}

/// The cue is on the screen: this frame is its place in the take.
pub fn cue_shown(state: &mut State, frame: u64, now: &Now, out: &mut Out) {
    let Phase::Recording(recording) = &mut state.practice.phase else {
        return;
    };
    if let Some((to, by)) = recording.cue_ordered.take() {
        recording.cue_until = Some(now.since_start + CUE_SHOWN);
        let sounds = state.settings.cue_sound;
        let kind = MarkKind::Cue { to, by };
        mark(state, Mark::new(frame, kind), out);
        if sounds {
            let kind = MarkKind::CueSound;
            mark(state, Mark::new(frame, kind), out);
        }
    }
}

/// Says once that a cue comes, unless it was ordered before.
fn announce(state: &mut State, out: &mut Out) {
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
fn break_in(state: &mut State, now: &Now, out: &mut Out) {
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

/// A part begins, if the answer is a story: an explanation has others. A tap of the part that runs
/// already does nothing.
pub fn tap(state: &mut State, part: StarPart, out: &mut Out) {
    let begins = running(state).is_some_and(|recording| {
        let subject = state.subject_of(&recording.attempt.question);
        subject.tells_a_story() && recording.part() != Some(part)
    });
    if begins {
        mark_now(state, MarkKind::Part(part), out);
    }
}

/// A take of a round ends by itself, and so does a telling, of a known story or for the first time.
pub fn end_due_take(state: &mut State, out: &mut Out) {
    let due = running(state).is_some_and(|recording| {
        recording.live.captured_secs() >= f64::from(recording.attempt.target_secs)
    });
    if due && state.practice.task.ends_at_target() {
        out.then(Command::StopRecording);
    }
}
