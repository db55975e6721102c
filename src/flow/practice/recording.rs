//! From the first sample to the closed file: time, level, cue, marks, faults.

use std::sync::Arc;

use crate::flow::Effect;
use crate::flow::command::Command;
use crate::flow::library::update as library;
use crate::flow::practice::{card, timed_events, update as practice};
use crate::flow::review::peaks;
use crate::flow::state::{Interrupted, Mic, Phase, Recording, Screen, State, Then};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::audio::AudioCommand;
use crate::model::fault::{Recovery, SoundFault};
use crate::model::peaks::Peak;
use crate::model::sound::Device;
use crate::model::take::{DeviceNote, TakeEnd, TakeState};

/// The level that stands for silence without a single bit in it.
const SILENT_DBFS: f32 = -120.0;
/// How often the space left is looked at, in seconds of the take.
const SPACE_EVERY_SECS: f64 = 30.0;

/// How loud it is.
#[derive(Clone, Copy, Debug)]
pub struct Level {
    dbfs: f32,
    clipped: bool,
}

impl Level {
    /// A level within the range of a meter.
    pub fn new(dbfs: f32, clipped: bool) -> Self {
        let dbfs = if dbfs.is_nan() {
            SILENT_DBFS
        } else {
            dbfs.clamp(SILENT_DBFS, 0.0)
        };
        Self { dbfs, clipped }
    }

    /// The level in dBFS.
    pub fn dbfs(self) -> f32 {
        self.dbfs
    }
}

/// The first samples arrived: only now it is a recording.
pub fn began(state: &mut State, sample_rate_hz: u32, device: Device, out: &mut Out) {
    if state.practice.mic == Mic::Off {
        // Nobody waits for this microphone any more; it must not stay open.
        out.push(Effect::Audio(AudioCommand::StopCapture));
        return;
    }
    let Phase::Arming(attempt) = &mut state.practice.phase else {
        return;
    };
    let take = &mut Arc::make_mut(attempt).take;
    take.sample_rate_hz = sample_rate_hz;
    take.device = Some(DeviceNote {
        id: device.id,
        name: device.name.clone(),
    });
    let mut recording = Recording::new(attempt.clone());
    recording.live.sample_rate_hz = sample_rate_hz;
    recording.device_name = device.name;
    timed_events::save(state, recording.attempt.clone(), out);
    state.practice.phase = Phase::Recording(recording);
    notices::mend_microphone(state);
}

/// The take grew.
pub fn progress(
    state: &mut State,
    captured_frames: u64,
    written_frames: u64,
    level: Level,
    peaks: &[Peak],
    out: &mut Out,
) {
    let recording = match &mut state.practice.phase {
        Phase::Recording(recording) | Phase::Finishing(recording) => recording,
        Phase::Interrupted(Interrupted { recording, .. }) => {
            // A late report: its length is known, its sound is not.
            recording.live.push_peaks(peaks);
            return;
        }
        Phase::Idle | Phase::Thinking { .. } | Phase::Arming(_) => return,
    };
    let live = &mut recording.live;
    let grew = captured_frames > live.captured_frames;
    let wrote = written_frames > live.written_frames;
    let space_before = (live.captured_secs() / SPACE_EVERY_SECS).floor();
    live.captured_frames = live.captured_frames.max(captured_frames);
    live.written_frames = live.written_frames.max(written_frames);
    live.level_dbfs = level.dbfs;
    if level.clipped {
        live.clipped_at_frame = Some(live.captured_frames);
    }
    live.push_peaks(peaks);
    if (live.captured_secs() / SPACE_EVERY_SECS).floor() > space_before {
        out.push(Effect::CheckSpace);
    }
    let heard = level.dbfs > SILENT_DBFS;
    let over = |fault: &SoundFault| match fault.cleared_by() {
        Recovery::Frames => grew,
        Recovery::Signal => heard,
        Recovery::Writing => wrote,
        Recovery::Microphone | Recovery::Speaker | Recovery::Nothing => false,
    };
    recording.trouble.take_if(|fault| over(fault));
    notices::mend_sound(state, over);
    timed_events::order_due_cue(state, out);
    timed_events::end_due_take(state, out);
}

/// Something is wrong and the take goes on, or it never began.
pub fn trouble(state: &mut State, fault: SoundFault, out: &mut Out) {
    if state.practice.mic != Mic::Open {
        // Of a take that nobody wants any more.
        return;
    }
    notices::fault(state, fault.clone());
    match &mut state.practice.phase {
        Phase::Recording(recording)
        | Phase::Interrupted(Interrupted { recording, .. })
        | Phase::Finishing(recording) => {
            recording.trouble = Some(fault);
        }
        Phase::Arming(attempt) if fault.ends_take() => {
            let attempt = attempt.clone();
            state.practice.phase = Phase::Idle;
            state.practice.mic = Mic::Off;
            out.push(Effect::Audio(AudioCommand::StopCapture));
            library::trash_unlisted(state, attempt, out);
        }
        Phase::Idle | Phase::Thinking { .. } | Phase::Arming(_) => {}
    }
}

/// Finishes the take.
pub fn stop(state: &mut State, out: &mut Out) {
    match std::mem::take(&mut state.practice.phase) {
        Phase::Recording(mut recording) => {
            // A cue that nobody saw did not happen.
            recording.cue_ordered = None;
            recording.cue_until = None;
            recording.interruption_until = None;
            state.practice.phase = Phase::Finishing(recording);
            out.push(Effect::Audio(AudioCommand::StopCapture));
        }
        Phase::Interrupted(Interrupted {
            mut recording,
            fault,
            ..
        }) => {
            recording.trouble = None;
            // Who asks to listen is not asked to say it again first.
            state.practice.task.forget_repeat();
            state.practice.phase = Phase::Finishing(recording);
            out.push(Effect::Audio(AudioCommand::StopCapture));
            // Nobody needs the microphone any more, and the take is seen through to its end.
            mend_interruption(state, &fault);
            screens::show(state, Screen::Practice);
        }
        other => {
            state.practice.phase = other;
            practice::cancel(state, out);
        }
    }
}

/// Ends a take that runs or waits, for something else than its review.
pub fn end(state: &mut State, then: Then, out: &mut Out) {
    match &mut state.practice.phase {
        Phase::Recording(recording) | Phase::Interrupted(Interrupted { recording, .. }) => {
            recording.then = then;
            stop(state, out);
        }
        Phase::Idle | Phase::Thinking { .. } | Phase::Arming(_) | Phase::Finishing(_) => {}
    }
}

/// An answer that was kept.
pub struct Kept {
    pub id: AttemptId,
    /// Whether nothing went wrong on its way.
    pub whole: bool,
}

/// The file is closed, whatever ended it. Returns the answer if it is to be gone on from.
pub fn finished(state: &mut State, end: TakeEnd, out: &mut Out) -> Option<Kept> {
    let mic = std::mem::take(&mut state.practice.mic);
    if mic == Mic::Off {
        return None;
    }
    let (mut attempt, then) = match std::mem::take(&mut state.practice.phase) {
        Phase::Arming(attempt) => (attempt, Then::Keep),
        Phase::Recording(recording)
        | Phase::Interrupted(Interrupted { recording, .. })
        | Phase::Finishing(recording) => (recording.attempt, recording.then),
        Phase::Idle | Phase::Thinking { .. } => return None,
    };
    let empty = end.state == TakeState::Empty || end.frames == 0;
    // After a fault there is something to read first.
    let whole = end.fault.is_none() && !state.closing;
    let then = match then {
        Then::Again if !whole => Then::Keep,
        // The window would close before it could come back.
        Then::Discard if state.closing => Then::Keep,
        then => then,
    };
    close(Arc::make_mut(&mut attempt), &end);
    if then != Then::Keep {
        give_up_place(Arc::make_mut(&mut attempt));
    }
    mend_silence(state, &attempt);
    if let (Some(fault), Mic::Open) = (end.fault, mic) {
        let saved_secs = (!empty).then(|| attempt.take.duration_secs());
        notices::fault_saved(state, fault, saved_secs);
    }
    out.push(Effect::CheckSpace);
    if !empty {
        out.push(Effect::SaveAttempt(attempt.clone()));
    }
    let id = attempt.id.clone();
    let nothing = empty || mic == Mic::Discard;
    if nothing {
        library::trash_unlisted(state, attempt.clone(), out);
    } else {
        library::insert(state, attempt.clone());
        state.library.unsaved.insert(id.clone());
        peaks::store(state, id.clone(), end.peaks);
        state.screen = Screen::Practice;
    }
    let next = match then {
        Then::Keep => return (!nothing).then_some(Kept { id, whole }),
        Then::Again => Command::Record,
        // As if it were deleted from the list: it can be taken back in the same way.
        Then::Discard => Command::Delete(id),
    };
    // The same question for the same task.
    let question = card::question_of(state, attempt.question.clone());
    card::show(state, Some(question));
    screens::show(state, Screen::Practice);
    // A pause that was asked for after this answer begins without it.
    let current = state.interview.current.as_ref();
    let pauses = matches!(next, Command::Delete(_)) && current.is_some_and(|it| it.pause_after);
    out.then(next);
    if pauses {
        out.then(Command::PauseSession);
    }
    None
}

/// Silence at the end of an answer that was heard is no trouble any more.
fn mend_silence(state: &mut State, attempt: &Attempt) {
    if attempt.take.peak_dbfs.is_some() {
        notices::mend_sound(state, |fault| match fault.cleared_by() {
            Recovery::Frames | Recovery::Signal => true,
            Recovery::Microphone | Recovery::Writing | Recovery::Speaker | Recovery::Nothing => {
                false
            }
        });
    }
}

/// Another take has its place in the round, in the session or among the tellings.
fn give_up_place(attempt: &mut Attempt) {
    attempt.round = None;
    attempt.session = None;
    attempt.retelling = None;
}

/// Takes the facts of a closed take over into its attempt.
fn close(attempt: &mut Attempt, end: &TakeEnd) {
    let take = &mut attempt.take;
    take.state = if end.frames == 0 {
        TakeState::Empty
    } else {
        end.state
    };
    take.frames = end.frames;
    take.gaps.clone_from(&end.gaps);
    take.peak_dbfs = end.peak_dbfs;
    take.levels = end.levels;
    if end.sample_rate_hz > 0 {
        take.sample_rate_hz = end.sample_rate_hz;
    }
    // A disk that failed keeps less than the microphone delivered.
    for mark in &mut attempt.marks {
        mark.frame = mark.frame.min(end.frames);
    }
}

/// Takes back what was said of the missing microphone.
pub fn mend_interruption(state: &mut State, interruption: &SoundFault) {
    notices::mend_sound(state, |fault| {
        fault == interruption || fault.cleared_by().comes_with_a_microphone()
    });
}
