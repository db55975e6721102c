//! The sound check: the one on its screen, and the quiet one before the first recording of a day.

use std::time::Duration;

use crate::flow::check::{Check, CheckRecording, CheckResult, Quiet, Speaker, Stage};
use crate::flow::state::{LibraryStatus, Phase, Screen, State};
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::flow::{Command, Effect, Now};
use crate::model::audio::AudioCommand;
use crate::model::fault::SoundFault;
use crate::model::mic_issue::{MicIssue, quiet_troubles, troubles};
use crate::model::peaks::Peak;
use crate::model::sound_check::{CheckEnd, LISTEN_SECS, QUIET_SECS};

impl Check {
    fn next_id(&mut self) -> u32 {
        self.last_id = self.last_id.wrapping_add(1);
        self.last_id
    }
}

/// Nothing goes on behind the screen, and what was said is forgotten.
pub fn reset(state: &mut State, out: &mut Out) {
    let idle = matches!(state.check.stage, Stage::Idle);
    if !idle || state.check.speaker != Speaker::Silent {
        out.push(Effect::Audio(AudioCommand::ForgetCheck));
        if let Quiet::Listening(_) = state.check.quiet {
            state.check.quiet = Quiet::Nothing;
        }
    }
    state.check.stage = Stage::Idle;
    state.check.speaker = Speaker::Silent;
}

/// Listens; asked again while listening, stops with what was heard so far.
pub fn speak(state: &mut State, now: &Now, out: &mut Out) {
    // A voice that is being stopped would be heard.
    if state.screen != Screen::Check || state.busy() || state.aloud.reading.is_some() {
        return;
    }
    if matches!(state.check.stage, Stage::Listening(_)) {
        out.push(Effect::Audio(AudioCommand::StopCheck));
        return;
    }
    let id = state.check.next_id();
    state.check.stage = Stage::Listening(CheckRecording {
        id,
        secs: 0.0,
        level_dbfs: 0.0,
        peaks: Vec::new(),
    });
    // The start of a check ends what the former one still played.
    state.check.speaker = Speaker::Silent;
    state.check.quiet = Quiet::Nothing;
    state.check.day = Some(now.date.date());
    out.push(start(state, id, LISTEN_SECS));
}

fn start(state: &State, id: u32, secs: f64) -> Effect {
    Effect::Audio(AudioCommand::StartCheck {
        id,
        device: state.settings.input_device.clone(),
        length: Duration::from_secs_f64(secs),
    })
}

/// Plays again what was said.
pub fn replay(state: &mut State, out: &mut Out) {
    let Stage::Done(result) = &state.check.stage else {
        return;
    };
    if result.end.heard.frames == 0 {
        return;
    }
    let id = state.check.next_id();
    state.check.speaker = Speaker::Voice(id);
    out.push(Effect::Audio(AudioCommand::PlayCheck {
        id,
        volume: state.settings.volume,
        device: state.settings.output_device.clone(),
    }));
}

/// Plays the tone; not while the microphone would hear it.
pub fn tone(state: &mut State, out: &mut Out) {
    let listening = matches!(state.check.stage, Stage::Listening(_));
    if state.screen != Screen::Check || listening {
        return;
    }
    let id = state.check.next_id();
    state.check.speaker = Speaker::Tone(id);
    out.push(Effect::Audio(AudioCommand::PlayTone {
        id,
        device: state.settings.output_device.clone(),
    }));
}

/// What was found holds for another microphone.
pub fn microphone_changed(state: &mut State, out: &mut Out) {
    reset(state, out);
    if let Quiet::Listening(_) = std::mem::take(&mut state.check.quiet) {
        out.push(Effect::Audio(AudioCommand::ForgetCheck));
    }
}

/// Another speaker may be well.
pub fn speaker_changed(state: &mut State) {
    if let Speaker::Failed(_) = state.check.speaker {
        state.check.speaker = Speaker::Silent;
    }
}

/// The check hears something.
pub fn progress(state: &mut State, id: u32, level_dbfs: f32, secs: f64, peaks: Vec<Peak>) {
    if let Stage::Listening(listening) = &mut state.check.stage
        && listening.id == id
    {
        listening.level_dbfs = level_dbfs;
        listening.secs = secs;
        listening.peaks.extend(peaks);
    }
}

/// A check is over.
pub fn done(state: &mut State, id: u32, end: CheckEnd, out: &mut Out) {
    if state.check.quiet == Quiet::Listening(id) {
        quietly_done(state, &end);
        return;
    }
    let Stage::Listening(listening) = &mut state.check.stage else {
        return;
    };
    if listening.id != id {
        return;
    }
    let peaks = std::mem::take(&mut listening.peaks);
    if end.fault.is_none() && end.heard.frames == 0 {
        // Stopped before the first samples: there is nothing to say.
        state.check.stage = Stage::Idle;
        return;
    }
    if end.fault.is_some() {
        // Perhaps it is not there any more.
        out.push(Effect::Audio(AudioCommand::ListDevices));
    }
    let sounds = end.fault.is_none() && end.heard.peak_dbfs.is_some();
    let troubles = troubles(&end, state.settings.input_device.as_deref());
    state.check.stage = Stage::Done(Box::new(CheckResult {
        end,
        troubles,
        peaks,
    }));
    if sounds {
        notices::mend_microphone(state);
        replay(state, out);
    }
}

/// A sound of the check is over.
pub fn played(state: &mut State, id: u32, fault: Option<SoundFault>) {
    if matches!(state.check.speaker, Speaker::Voice(now) | Speaker::Tone(now) if now == id) {
        state.check.speaker = fault.map_or(Speaker::Silent, Speaker::Failed);
    }
}

/// Whether somebody who asks for this is about to answer.
pub fn prepares_an_answer(command: &Command) -> bool {
    matches!(
        command,
        Command::NextQuestion
            | Command::SetPlan(_)
            | Command::CyclePlan
            | Command::Record
            | Command::Retake
    )
}

/// Listens to the room for a moment, before the first answer of a day. When `Space` is the very
/// first key of the day there is no such moment: then the take's own watch does this work, and
/// nobody waits for anything.
pub fn quietly(state: &mut State, now: &Now, out: &mut Out) {
    let preparing = matches!(state.practice.phase, Phase::Idle | Phase::Thinking { .. });
    let known = state.library.status == LibraryStatus::Ready;
    let today = now.date.date();
    let answered = state
        .library
        .entries
        .iter()
        .any(|entry| entry.attempt.created.date() == today);
    let checked = state.check.day == Some(today);
    let here = state.screen == Screen::Practice;
    let reads = state.aloud.reading.is_some();
    if !preparing || !known || answered || checked || !here || reads || state.closing {
        return;
    }
    let id = state.check.next_id();
    state.check.quiet = Quiet::Listening(id);
    state.check.day = Some(today);
    out.push(start(state, id, QUIET_SECS));
}

/// What is well is not spoken of.
fn quietly_done(state: &mut State, end: &CheckEnd) {
    let found = quiet_troubles(end, state.settings.input_device.as_deref());
    let told = match found.first() {
        Some(MicIssue::Fault(fault)) => Some(fault.clone()),
        Some(MicIssue::Muted) => Some(SoundFault::OnlyZeros),
        // The badge says it.
        _ => None,
    };
    state.check.quiet = if found.is_empty() {
        Quiet::Nothing
    } else {
        Quiet::Found(found)
    };
    if let Some(fault) = told {
        notices::fault(state, fault);
    }
}

/// A take goes before any check: it ends at once, without a word. What an earlier one found is
/// for the take's own watch to say from now on.
pub fn give_way(state: &mut State, out: &mut Out) {
    let taking = !matches!(state.practice.phase, Phase::Idle | Phase::Thinking { .. });
    if !taking || state.check.quiet == Quiet::Nothing {
        return;
    }
    if let Quiet::Listening(_) = std::mem::take(&mut state.check.quiet) {
        out.push(Effect::Audio(AudioCommand::ForgetCheck));
    }
}
