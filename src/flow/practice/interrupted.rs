//! A take that lost its microphone: it waits, and goes on, ends, or gives way to a new one. What was
//! said is safe in its open file all the while.

use std::sync::Arc;
use std::time::Duration;

use crate::flow::practice::{recording, timed_events};
use crate::flow::state::{GoingOn, Interrupted, Mic, Phase, Recording, Screen, State, Then};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens};
use crate::flow::{Effect, Now};
use crate::model::audio::AudioCommand;
use crate::model::fault::SoundFault;
use crate::model::sound::Device;
use crate::model::take::DeviceNote;

/// How often devices are looked for, so that a microphone that comes back shows by itself.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// The microphone is gone, or the one with which to go on could not be opened.
pub fn begin(state: &mut State, fault: SoundFault, frames: u64, now: &Now, out: &mut Out) {
    if state.practice.mic != Mic::Open {
        // Of a take that nobody wants any more.
        return;
    }
    let (mut recording, going_on) = match std::mem::take(&mut state.practice.phase) {
        Phase::Recording(recording) => (recording, GoingOn::Waits),
        Phase::Interrupted(before) => {
            let tried = before.going_on != GoingOn::Waits;
            let going_on = if tried {
                GoingOn::Failed
            } else {
                GoingOn::Waits
            };
            (before.recording, going_on)
        }
        Phase::Arming(attempt) if frames > 0 => (Recording::new(attempt), GoingOn::Waits),
        other => {
            let begins = matches!(other, Phase::Arming(_));
            state.practice.phase = other;
            // A take that is being closed needs no microphone any more.
            if begins {
                recording::trouble(state, fault, out);
            }
            return;
        }
    };
    recording.live.captured_frames = frames;
    recording.live.written_frames = frames;
    recording.trouble = None;
    // A cue that nobody saw did not happen. One that is due comes when the take goes on.
    recording.cue_ordered = None;
    recording.cue_until = None;
    recording.interruption_until = None;
    state.practice.phase = Phase::Interrupted(Interrupted {
        recording,
        fault: fault.clone(),
        going_on,
        look_at: now.since_start + LOOK_EVERY,
    });
    // What was known of devices is out of date.
    state.devices = None;
    out.push(Effect::Audio(AudioCommand::ListDevices));
    notices::mend_microphone(state);
    notices::fault(state, fault);
}

/// Goes on with the best microphone at hand. Without one it only says so.
pub fn resume(state: &mut State, out: &mut Out) {
    if state.interrupted().is_none_or(is_opening) || !may_open(state, out) {
        return;
    }
    let device = match &state.devices {
        Some(_) => state.microphone().map(|device| device.id.clone()),
        None => state.settings.input_device.clone(),
    };
    if let Phase::Interrupted(interrupted) = &mut state.practice.phase {
        interrupted.going_on = GoingOn::Opens;
        out.push(Effect::Audio(AudioCommand::ResumeCapture { device }));
    }
}

fn is_opening(interrupted: &Interrupted) -> bool {
    interrupted.going_on == GoingOn::Opens
}

/// Whether there may be a microphone. If not, looks for one and shows again what is the matter.
fn may_open(state: &mut State, out: &mut Out) -> bool {
    if state.devices.is_none() || state.microphone().is_some() {
        return true;
    }
    out.push(Effect::Audio(AudioCommand::ListDevices));
    if let Some(fault) = state.interrupted().map(|waits| waits.fault.clone()) {
        notices::fault(state, fault);
    }
    false
}

/// Sound arrives again.
pub fn resumed(state: &mut State, device: Device, out: &mut Out) {
    let (mut recording, fault) = match std::mem::take(&mut state.practice.phase) {
        Phase::Interrupted(Interrupted {
            recording, fault, ..
        }) => (recording, fault),
        other => {
            state.practice.phase = other;
            return;
        }
    };
    recording.trouble = None;
    recording.device_name.clone_from(&device.name);
    Arc::make_mut(&mut recording.attempt).take.device = Some(DeviceNote {
        id: device.id,
        name: device.name,
    });
    timed_events::save(state, recording.attempt.clone(), out);
    state.practice.phase = Phase::Recording(recording);
    recording::mend_interruption(state, &fault);
    // The person may be choosing a microphone; what is being recorded must be seen.
    screens::show(state, Screen::Practice);
}

/// Keeps what was said and asks the same question again, from a take that runs or waits. Without a
/// microphone it only says so.
pub fn start_over(state: &mut State, out: &mut Out) {
    if state.interrupted().is_none() || may_open(state, out) {
        recording::end(state, Then::Again, out);
    }
}

/// Looks for devices from time to time.
pub fn tick(state: &mut State, now: &Now, out: &mut Out) {
    if let Phase::Interrupted(interrupted) = &mut state.practice.phase
        && !is_opening(interrupted)
        && now.since_start >= interrupted.look_at
    {
        interrupted.look_at = now.since_start + LOOK_EVERY;
        out.push(Effect::Audio(AudioCommand::ListDevices));
    }
}

/// When devices are looked for next.
pub fn next_look(state: &State) -> Option<Duration> {
    let interrupted = state.interrupted()?;
    (!is_opening(interrupted)).then_some(interrupted.look_at)
}
