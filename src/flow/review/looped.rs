//! A stretch of a take that is heard again and again. Not here: playback itself (`playback`).

use crate::flow::review::{phrases, playback, rendition};
use crate::flow::state::State;
use crate::flow::update::out::Out;
use crate::model::speech::Span;
use crate::model::take::frames_from_seconds;

/// The shortest stretch that is looped, in seconds.
pub const LEAST_SECS: f64 = 0.05;
/// What is heard of an answer before its cue and after it, in seconds.
const AROUND_CUE_SECS: (f64, f64) = (3.0, 8.0);

/// Whoever is less than so many seconds into a phrase and goes back means the one before.
const JUST_BEGUN_SECS: f64 = 0.7;

/// Loops a stretch of the take that is heard, or ends the loop. Playback that is outside goes to its
/// start; its edges are kept apart and within what counts of the take. A stretch that does not count at
/// all is no loop.
pub fn set(state: &mut State, span: Option<Span>, out: &mut Out) {
    let Some(attempt) = state.heard() else {
        return;
    };
    let kept = attempt.kept();
    let counts = |span: &Span| attempt.trim.is_none() || span.within(kept).is_some();
    let least = frames_from_seconds(LEAST_SECS, attempt.take.sample_rate_hz).max(1);
    let looped = span
        .filter(counts)
        .and_then(|span| clamped(span, kept, least));
    if looped == state.playback.looped {
        return;
    }
    state.playback.looped = looped;
    rendition::changed(state, out);
    if let Some(looped) = looped
        && !looped.holds(state.playback.frame)
    {
        playback::seek_to(state, looped.start_frame, out);
    }
}

/// A stretch within what counts, at least `least` frames long; `None` where less counts.
fn clamped(span: Span, kept: Span, least: u64) -> Option<Span> {
    if kept.frames() < least {
        return None;
    }
    let last_start = kept.end_frame - least;
    let start = span.start_frame.clamp(kept.start_frame, last_start);
    let end = span.end_frame.clamp(start + least, kept.end_frame);
    Some(Span::new(start, end))
}

/// Loops the phrase that is heard, or ends the loop.
pub fn toggle_phrase(state: &mut State, out: &mut Out) {
    let span = match state.playback.looped {
        Some(_) => None,
        None => phrases::current(state),
    };
    set(state, span, out);
}

/// Loops what is around the cue from its start on, or ends that loop.
pub fn toggle_cue(state: &mut State, out: &mut Out) {
    let Some(attempt) = state.heard() else {
        return;
    };
    let Some((cue, _)) = attempt.cue() else {
        return;
    };
    let (before, after) = AROUND_CUE_SECS;
    let frames = |secs| frames_from_seconds(secs, attempt.take.sample_rate_hz);
    let start = cue.frame.saturating_sub(frames(before));
    let span = Span::new(start, cue.frame.saturating_add(frames(after)));
    let before = state.playback.looped;
    set(state, Some(span), out);
    match state.playback.looped {
        looped if looped == before => set(state, None, out),
        Some(looped) => {
            playback::seek_to(state, looped.start_frame, out);
            playback::play_on(state, out);
        }
        None => {}
    }
}

/// Goes to the start of the next phrase or, below 0, of this one or the one before it. A loop goes
/// along.
pub fn step_phrase(state: &mut State, by: i32, out: &mut Out) {
    let frame = state.playback.frame;
    let rate = state
        .heard()
        .map_or(0, |attempt| attempt.take.sample_rate_hz);
    let just_begun = frames_from_seconds(JUST_BEGUN_SECS, rate);
    let phrases = phrases::of_heard(state);
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
            set(state, Some(phrase), out);
        }
        Some(phrase) => playback::seek_to(state, phrase.start_frame, out),
        None => {}
    }
}

/// Moves the edges of the loop by seconds, back when negative. Neither moves the other.
pub fn move_edges(state: &mut State, start_secs: f64, end_secs: f64, out: &mut Out) {
    let (Some(span), Some(attempt)) = (state.playback.looped, state.heard()) else {
        return;
    };
    let rate = attempt.take.sample_rate_hz;
    let least = frames_from_seconds(LEAST_SECS, rate).max(1);
    let moved = |frame: u64, secs: f64| {
        let by = frames_from_seconds(secs.abs(), rate);
        if secs < 0.0 {
            frame.saturating_sub(by)
        } else {
            frame.saturating_add(by)
        }
    };
    let last_start = span.end_frame.saturating_sub(least);
    let start = moved(span.start_frame, start_secs).min(last_start);
    let end = moved(span.end_frame, end_secs).max(start.saturating_add(least));
    set(state, Some(Span::new(start, end)), out);
}

/// Ends the loop; says whether there was one.
pub fn end(state: &mut State, out: &mut Out) -> bool {
    let looped = state.playback.looped.is_some();
    set(state, None, out);
    looped
}
