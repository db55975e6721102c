//! One attempt at a time is heard. Where it stands is known here, also while nothing plays.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::flow::Effect;
use crate::flow::review::rendition;
use crate::flow::state::{Playback, Screen, State};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, settings};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::audio::AudioCommand;
use crate::model::fault::{Recovery, SoundFault};
use crate::model::speech::Span;
use crate::model::take::frames_from_seconds;

/// Plays or pauses the attempt under review.
pub fn play_pause(state: &mut State, out: &mut Out) {
    if state.screen == Screen::Review
        && let Some(id) = state.reviewed().map(|attempt| attempt.id.clone())
    {
        toggle(state, &id, out);
    }
}

/// Plays or pauses an attempt; another one than the last goes on where it was left.
pub fn toggle(state: &mut State, id: &AttemptId, out: &mut Out) {
    if state.playback.id.as_ref() != Some(id) {
        let place = state.playback.places.get(id).copied();
        play(state, id, place.unwrap_or_default(), out);
    } else if state.playback.playing {
        pause(state, out);
    } else {
        play(state, id, state.playback.frame, out);
    }
}

/// Plays or pauses a part of an attempt, once and as it was recorded.
pub fn toggle_part(state: &mut State, id: &AttemptId, part: Span, out: &mut Out) {
    let playback = &state.playback;
    let here = playback.id.as_ref() == Some(id) && playback.only == Some(part);
    if here && playback.playing {
        pause(state, out);
        return;
    }
    let mut from = part.start_frame;
    if here && part.holds(playback.frame) {
        from = playback.frame;
    }
    get_ready(state, id, out);
    state.playback.only = Some(part);
    play(state, id, from, out);
}

pub fn play(state: &mut State, id: &AttemptId, from_frame: u64, out: &mut Out) {
    // While a take is made the microphone would hear it.
    if state.busy() {
        return;
    }
    let Some(attempt) = state.attempt(id).cloned() else {
        return;
    };
    let kept = attempt.kept();
    let there = Span::new(
        kept.start_frame,
        state.playable_frames(&attempt).min(kept.end_frame),
    );
    let from_frame = if there.holds(from_frame) {
        from_frame
    } else {
        kept.start_frame
    };
    let again = state.playback.id.as_ref() == Some(id);
    let places = places(state);
    let number = state.playback.number.wrapping_add(1);
    state.playback = Playback {
        number,
        id: Some(id.clone()),
        frame: from_frame,
        playing: true,
        looped: state.playback.looped.filter(|_| again),
        only: state.playback.only.filter(|_| again),
        assembled: again && state.playback.assembled,
        beside: Vec::new(),
        // It stands until something is heard.
        fault: state.playback.fault.take().filter(|_| again),
        places,
    };
    let rendition = rendition::of(state, &attempt);
    let beside = if state.playback.assembled {
        state.beside(&attempt)
    } else {
        Vec::new()
    };
    state.playback.beside = beside.iter().map(|take| take.id.clone()).collect();
    out.push(Effect::Play {
        id: number,
        attempt,
        beside,
        rendition,
        from_frame,
        volume: state.settings.volume,
        device: state.settings.output_device.clone(),
    });
}

/// Plays what stands.
pub fn play_on(state: &mut State, out: &mut Out) {
    if !state.playback.playing
        && let Some(id) = state.playback.id.clone()
    {
        play(state, &id, state.playback.frame, out);
    }
}

/// Where all that were heard stand, with the one that was heard last.
fn places(state: &mut State) -> BTreeMap<AttemptId, u64> {
    let mut places = std::mem::take(&mut state.playback.places);
    if let Some(attempt) = state.heard() {
        let (kept, frame) = (attempt.kept(), state.playback.frame);
        // Whoever has heard the end begins anew.
        let place = if kept.holds(frame) {
            frame
        } else {
            kept.start_frame
        };
        places.insert(attempt.id.clone(), place);
    }
    places
}

/// Stops the sound and keeps the place.
pub fn pause(state: &mut State, out: &mut Out) {
    if std::mem::take(&mut state.playback.playing) {
        out.push(Effect::Audio(AudioCommand::PausePlayback));
    }
}

/// What stands is heard whole, once and as it was recorded: ways to hear it end with the screen that
/// shows them.
pub fn forget_ways(state: &mut State) {
    let playback = &mut state.playback;
    playback.looped = None;
    playback.only = None;
    playback.assembled = false;
}

/// Gets an attempt ready to be heard, from where it was left in this run.
pub fn get_ready(state: &mut State, id: &AttemptId, out: &mut Out) {
    pause(state, out);
    let silent = silent(state);
    state.playback = Playback {
        id: Some(id.clone()),
        frame: silent.places.get(id).copied().unwrap_or_else(|| {
            state
                .attempt(id)
                .map_or(0, |attempt| attempt.kept().start_frame)
        }),
        ..silent
    };
}

/// Stops the sound and closes its files, which may be open also while it stands.
pub fn close_files(state: &mut State, out: &mut Out) {
    state.playback.playing = false;
    out.push(Effect::Audio(AudioCommand::EndPlayback));
}

/// Lets go of an attempt that is about to leave: a file that is open may keep its folder from moving.
pub fn release(state: &mut State, id: &AttemptId, out: &mut Out) {
    let playback = &state.playback;
    let heard = playback.id.as_ref() == Some(id) || playback.beside.contains(id);
    // What was heard before may be open still.
    if heard || !playback.playing {
        close_files(state, out);
    }
    if heard {
        state.playback = silent(state);
    }
}

/// No attempt, at a new number: what is still reported of the last playback is late.
pub fn silent(state: &mut State) -> Playback {
    Playback {
        places: places(state),
        number: state.playback.number.wrapping_add(1),
        ..Playback::default()
    }
}

/// Goes to a frame. What plays stays within what counts; what stands may go anywhere in the take, where
/// an edge can be set.
pub fn seek_to(state: &mut State, frame: u64, out: &mut Out) {
    let playing = state.playback.playing;
    let there = state.heard().map(|attempt| {
        if playing {
            attempt.kept()
        } else {
            Span::new(0, attempt.take.frames)
        }
    });
    if let Some(there) = there {
        state.playback.frame = frame.max(there.start_frame).min(there.end_frame);
        follow_place(state, out);
    }
}

/// What plays goes to where one is.
pub fn follow_place(state: &State, out: &mut Out) {
    if state.playback.playing {
        out.push(Effect::Audio(AudioCommand::SeekPlayback {
            id: state.playback.number,
            frame: state.playback.frame,
        }));
    }
}

pub fn seek_by(state: &mut State, secs: f64, out: &mut Out) {
    let rate = state
        .heard()
        .map_or(0, |attempt| attempt.take.sample_rate_hz);
    let by = frames_from_seconds(secs.abs(), rate);
    let from = state.playback.frame;
    let to = if secs < 0.0 {
        from.saturating_sub(by)
    } else {
        from.saturating_add(by)
    };
    seek_to(state, to, out);
}

pub fn set_volume(state: &mut State, volume: f32, out: &mut Out) {
    if volume.is_nan() {
        return;
    }
    let volume = volume.clamp(0.0, 1.0);
    out.push(Effect::Audio(AudioCommand::SetVolume(volume)));
    settings::change(state, out, |settings| settings.volume = volume);
}

/// Playback has come this far. A late report of a pause or of an earlier playback moves nothing.
pub fn at(state: &mut State, number: u32, frame: u64) {
    if state.playback.playing && state.playback.number == number {
        state.playback.frame = frame;
        let mended = state.playback.fault.take();
        notices::mend_sound(state, |shown| {
            shown.cleared_by() == Recovery::Speaker || mended.as_ref() == Some(shown)
        });
    }
}

/// The end was reached; the next play begins at the start.
pub fn ended(state: &mut State, number: u32) {
    if state.playback.number == number {
        let there =
            |attempt: &Arc<Attempt>| state.playable_frames(attempt).min(attempt.kept().end_frame);
        let end = state.heard().map(there);
        state.playback.playing = false;
        // Two answers that are compared stand where the one in the ear ended.
        if state.compare.is_none() {
            state.playback.frame = end.unwrap_or_default();
        }
    }
}

/// It cannot be heard.
pub fn failed(state: &mut State, number: u32, fault: SoundFault) {
    if state.playback.number == number {
        state.playback.playing = false;
        state.playback.fault = Some(fault.clone());
        notices::fault(state, fault);
    }
}
