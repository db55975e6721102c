//! Phrases: what was said between two pauses. Not here: how they are found (`analysis`).

use crate::flow::heard;
use crate::flow::review::{looped, playback};
use crate::flow::state::State;
use crate::flow::update::out::Out;
use crate::model::speech::Span;
use crate::model::take::frames_from_seconds;

/// Whoever is less than so many seconds into a phrase and goes back means the one before.
const JUST_BEGUN_SECS: f64 = 0.7;

/// The phrases of the attempt that is heard, in their order; none before they were looked for.
fn of_heard(state: &State) -> &[Span] {
    let speech = playback::heard(state).and_then(|attempt| heard::speech(state, attempt));
    speech.map_or(&[], |speech| &speech.runs)
}

/// The phrase at the playhead: the one that is heard, or else the next, or else the last.
pub fn current(state: &State) -> Option<Span> {
    let phrases = of_heard(state);
    let at = phrases.partition_point(|phrase| phrase.end_frame <= state.playback.frame);
    phrases.get(at).or(phrases.last()).copied()
}

/// Goes to the start of the next phrase or, below 0, of this one or the one before it. A loop goes
/// along.
pub fn step(state: &mut State, by: i32, out: &mut Out) {
    let frame = state.playback.frame;
    let rate = playback::heard(state).map_or(0, |attempt| attempt.take.sample_rate_hz);
    let just_begun = frames_from_seconds(JUST_BEGUN_SECS, rate);
    let phrases = of_heard(state);
    let mut phrases = phrases.iter().copied();
    let phrase = if by < 0 {
        // In a loop one is at its start again and again.
        let from = match state.playback.looped {
            Some(looped) => looped.start_frame,
            None => frame.saturating_sub(just_begun),
        };
        phrases.rfind(|phrase| phrase.start_frame < from)
    } else {
        let from = state
            .playback
            .looped
            .map_or(frame, |looped| looped.start_frame);
        phrases.find(|phrase| phrase.start_frame > from)
    };
    match phrase {
        Some(phrase) if state.playback.looped.is_some() => {
            looped::set(state, Some(phrase), out);
        }
        Some(phrase) => playback::seek_to(state, phrase.start_frame, out),
        None => {}
    }
}
