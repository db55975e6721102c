//! What follows from what was heard in a take and what the person marked on it. Pure questions to
//! the state; nothing here changes it.

use std::sync::Arc;

use crate::flow::listening::can_be_heard;
use crate::flow::state::State;
use crate::model::attempt::Attempt;
use crate::model::mark::{Mark, MarkKind, PauseCause};
use crate::model::speech::{Span, Speech};
use crate::model::switch::Switch;
use crate::model::take::frames_from_seconds;

/// How far the start of a pause may move when the analysis changes, in seconds, before a judgement
/// of it no longer belongs to it.
const PAUSE_DRIFT_SECS: f64 = 0.25;

/// What was heard in an attempt's take, once it is known.
pub fn speech<'a>(state: &'a State, attempt: &Attempt) -> Option<&'a Arc<Speech>> {
    state.speech.get(&attempt.id)?.as_ref()
}

/// Whether a take will still be listened to.
pub fn is_awaited(state: &State, attempt: &Attempt) -> bool {
    let pending = state.analysis.pending.contains(&attempt.id);
    let asked = pending || !state.speech.contains_key(&attempt.id);
    asked && can_be_heard(attempt)
}

/// The switch of an attempt with a cue, unless the cue was trimmed away.
pub fn switch(speech: &Speech, attempt: &Attempt) -> Option<Switch> {
    let (cue, _) = attempt.cue()?;
    if !attempt.kept().holds(cue.frame) {
        return None;
    }
    Some(Switch::of(speech, cue.frame, attempt.first_word_frame()))
}

pub fn judges(mark: &Mark, pause: Span, sample_rate_hz: u32) -> bool {
    let drift = frames_from_seconds(PAUSE_DRIFT_SECS, sample_rate_hz);
    let reach = Span::new(pause.start_frame.saturating_sub(drift), pause.end_frame);
    matches!(mark.kind, MarkKind::Pause(_)) && reach.holds(mark.frame)
}

/// Why a pause was made, as the person judged.
pub fn cause(attempt: &Attempt, pause: Span) -> Option<PauseCause> {
    let rate = attempt.take.sample_rate_hz;
    attempt.marks.iter().find_map(|mark| match mark.kind {
        MarkKind::Pause(cause) if judges(mark, pause, rate) => Some(cause),
        _ => None,
    })
}
