//! Two answers heard against each other: opened, laid over each other, heard, left. Not here: which belong
//! together and their figures (`model::compare`), playback of one answer (`playback`).
//!
//! While two are compared `Playback::id` is `None`, and its frame is one of their common line: what asks for
//! a place in one take finds none.

use crate::flow::Effect;
use crate::flow::mending::update as mending;
use crate::flow::review::comparison::{Compare, CompareCommand, Pair};
use crate::flow::review::{peaks, playback};
use crate::flow::state::{Playback, Screen, State};
use crate::flow::update::out::Out;
use crate::model::attempt::AttemptId;
use crate::model::audio::AudioCommand;
use crate::model::compare::{Align, Side};
use crate::model::take::frames_from_seconds;

pub fn handle(state: &mut State, command: CompareCommand, out: &mut Out) {
    match command {
        CompareCommand::Open => {
            let first = state.comparable().first().map(|other| other.id.clone());
            if let Some(other) = first {
                open(state, &other, out);
            }
        }
        CompareCommand::With(other) => open(state, &other, out),
        CompareCommand::Close => _ = close(state, out),
        CompareCommand::Align(align) => set_align(state, align, out),
        CompareCommand::SwitchEar => {
            if let Some(pair) = state.compared() {
                hear(state, pair.ear.other(), out);
            }
        }
        CompareCommand::Hear(side) => hear(state, side, out),
        CompareCommand::SeekTo(frame) => {
            if let Some(pair) = state.compared() {
                seek(state, &pair, frame, out);
            }
        }
    }
}

/// Compares the answer under review with another one, from where it is heard now.
fn open(state: &mut State, other: &AttemptId, out: &mut Out) {
    if state.screen != Screen::Review || state.busy() || state.closing {
        return;
    }
    if !state.comparable().iter().any(|it| it.id == *other) {
        return;
    }
    let Some(reviewed) = state.reviewed().cloned() else {
        return;
    };
    let (playing, frame) = place_in(state, &reviewed.id);
    playback::pause(state, out);
    let silent = playback::silent(state);
    state.playback = silent;
    let mut compare = Compare {
        other: other.clone(),
        align: Align::Start,
        ear: Side::Newer,
        heard: None,
    };
    state.compare = Some(compare.clone());
    let Some(pair) = state.compared() else {
        state.compare = None;
        return;
    };
    compare.align = Align::usual(&pair.newer, &pair.earlier);
    compare.ear = pair.side_of(&reviewed.id);
    state.compare = Some(compare);
    let Some(pair) = state.compared() else {
        return;
    };
    state.playback.frame = pair.axis.at(pair.ear, frame);
    peaks::want_again(state, other, out);
    if playing {
        play(state, &pair, out);
    }
}

/// Whether the answer under review is heard, and where one is in it, also while it is compared.
fn place_in(state: &State, reviewed: &AttemptId) -> (bool, u64) {
    let playback = &state.playback;
    if let Some(pair) = state.compared() {
        let side = pair.side_of(reviewed);
        return (playback.playing, pair.axis.own(side, playback.frame));
    }
    if playback.id.as_ref() == Some(reviewed) {
        (playback.playing, playback.frame)
    } else {
        (false, 0)
    }
}

/// Leaves the comparison for the answer under review, at the same place; says whether there was one.
pub fn close(state: &mut State, out: &mut Out) -> bool {
    let pair = state.compared();
    if state.compare.is_none() {
        return false;
    }
    if let (Some(pair), Some(id)) = (pair, state.review.as_ref().map(|it| it.id.clone())) {
        let frame = pair.axis.own(pair.side_of(&id), state.playback.frame);
        state.compare = None;
        playback::get_ready(state, &id, out);
        state.playback.frame = frame;
    } else {
        forget(state, out);
    }
    true
}

/// Compares nothing any more; another answer or another screen is in front.
pub fn forget(state: &mut State, out: &mut Out) {
    if state.compare.take().is_some() && state.playback.id.is_none() {
        playback::pause(state, out);
        let silent = playback::silent(state);
        state.playback = silent;
    }
}

/// Lays them over each other at another place. What is heard goes on where it is.
fn set_align(state: &mut State, align: Align, out: &mut Out) {
    let Some(before) = state.compared() else {
        return;
    };
    if !Align::possible(&before.newer, &before.earlier).contains(&align) {
        return;
    }
    if let Some(compare) = &mut state.compare {
        compare.align = align;
    }
    let Some(pair) = state.compared() else {
        return;
    };
    let own = before.axis.own(pair.ear, state.playback.frame);
    state.playback.frame = pair.axis.at(pair.ear, own);
    if state.playback.playing {
        play(state, &pair, out);
    }
}

/// Hears one of the two from the same place on. The files are open already: it takes a jump only.
fn hear(state: &mut State, side: Side, out: &mut Out) {
    if let Some(compare) = &mut state.compare {
        compare.ear = side;
    }
    let pair = state.compared();
    if let Some(pair) = pair.filter(|_| state.playback.playing) {
        play(state, &pair, out);
    }
}

/// Plays or pauses; at the end from the start. Says whether two are compared.
pub fn play_pause(state: &mut State, out: &mut Out) -> bool {
    let Some(pair) = state.compared() else {
        return false;
    };
    if state.playback.playing {
        playback::pause(state, out);
    } else {
        play(state, &pair, out);
    }
    true
}

fn play(state: &mut State, pair: &Pair, out: &mut Out) {
    if state.busy() {
        return;
    }
    let there = pair.axis.span(pair.ear);
    let from_frame = match state.playback.frame {
        frame if frame >= there.end_frame => there.start_frame,
        frame => frame.max(there.start_frame),
    };
    let number = state.playback.number.wrapping_add(1);
    state.playback = Playback {
        number,
        frame: from_frame,
        playing: true,
        fault: state.playback.fault.take(),
        places: std::mem::take(&mut state.playback.places),
        ..Playback::default()
    };
    let rendition = state.compared_rendition(pair);
    if let Some(compare) = &mut state.compare {
        compare.heard = Some(rendition.clone());
    }
    out.push(Effect::Play {
        id: number,
        attempt: pair.newer.clone(),
        beside: vec![pair.earlier.clone()],
        rendition,
        from_frame,
        volume: state.settings.volume,
        device: state.settings.output_device.clone(),
    });
}

/// Goes on by seconds, backwards when negative. Says whether two are compared.
pub fn seek_by(state: &mut State, secs: f64, out: &mut Out) -> bool {
    let Some(pair) = state.compared() else {
        return false;
    };
    let by = frames_from_seconds(secs.abs(), pair.axis.rate_hz());
    let from = state.playback.frame;
    let to = if secs < 0.0 {
        from.saturating_sub(by)
    } else {
        from.saturating_add(by)
    };
    seek(state, &pair, to, out);
    true
}

fn seek(state: &mut State, pair: &Pair, frame: u64, out: &mut Out) {
    state.playback.frame = frame.min(pair.axis.frames());
    playback::follow_place(state, out);
}

/// Measures how loud the two are, plays on otherwise when that or the speed has changed, and gives up when one of them is gone or somebody is about to speak.
pub fn follow(state: &mut State, out: &mut Out) {
    if state.compare.is_none() {
        return;
    }
    // Something else is heard, or will be.
    let left = state.busy() || state.closing || state.playback.id.is_some();
    let pair = state.compared().filter(|_| !left);
    let Some(pair) = pair else {
        forget(state, out);
        return;
    };
    for side in Side::BOTH {
        let attempt = pair.attempt(side).clone();
        let kept = attempt.kept();
        mending::measure(state, attempt, kept, out);
    }
    let rendition = state.compared_rendition(&pair);
    if let Some(compare) = &mut state.compare
        && state.playback.playing
        && compare.heard.as_ref() != Some(&rendition)
    {
        compare.heard = Some(rendition.clone());
        out.push(Effect::Audio(AudioCommand::ChangeRendition(rendition)));
    }
}
