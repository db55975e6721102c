//! Phrases: what was said between two pauses. Not here: how they are found (`analysis`).

use crate::flow::heard;
use crate::flow::state::State;
use crate::model::speech::Span;

/// The phrases of the attempt that is heard, in their order; none before they were looked for.
pub fn of_heard(state: &State) -> &[Span] {
    let speech = state
        .heard()
        .and_then(|attempt| heard::speech(state, attempt));
    speech.map_or(&[], |speech| &speech.runs)
}

/// The phrase at the playhead: the one that is heard, or else the next, or else the last.
pub fn current(state: &State) -> Option<Span> {
    let phrases = of_heard(state);
    let at = phrases.partition_point(|phrase| phrase.end_frame <= state.playback.frame);
    phrases.get(at).or(phrases.last()).copied()
}
