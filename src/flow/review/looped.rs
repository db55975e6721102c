//! A stretch of a take that is heard again and again. Not here: playback itself (`playback`).

use crate::flow::review::playback;
use crate::flow::state::State;
use crate::flow::update::out::Out;
use crate::model::speech::Span;
use crate::model::take::frames_from_seconds;

/// The shortest stretch that is looped, in seconds.
pub const LEAST_SECS: f64 = 0.05;

/// Loops a stretch of the take that is heard, or ends the loop. Playback that is outside goes to its
/// start; its edges are kept within the take and apart.
pub fn set(state: &mut State, span: Option<Span>, out: &mut Out) {
    let Some(attempt) = playback::heard(state) else {
        return;
    };
    let frames = attempt.take.frames;
    let least = frames_from_seconds(LEAST_SECS, attempt.take.sample_rate_hz).max(1);
    let looped = span.and_then(|span| clamped(span, frames, least));
    if looped == state.playback.looped {
        return;
    }
    state.playback.looped = looped;
    playback::changed(state, out);
    if let Some(looped) = looped
        && !looped.holds(state.playback.frame)
    {
        playback::seek_to(state, looped.start_frame, out);
    }
}

/// A stretch within a take of so many frames, at least `least` long; `None` in a shorter take.
fn clamped(span: Span, frames: u64, least: u64) -> Option<Span> {
    let last_start = frames.checked_sub(least)?;
    let start = span.start_frame.min(last_start);
    let end = span.end_frame.clamp(start + least, frames);
    Some(Span::new(start, end))
}
