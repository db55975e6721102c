//! The part of the take under review that counts: what is played, measured and exported. The recording
//! itself is never cut. Not here: taking a change back (`marks`).

use crate::flow::Now;
use crate::flow::library::update as library;
use crate::flow::review::{Change, TrimCommand, looped, playback, rendition};
use crate::flow::state::{Screen, State, ToastKind};
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::model::attempt::AttemptId;
use crate::model::speech::Span;
use crate::model::take::frames_from_seconds;

/// The shortest part that can be kept, in seconds.
pub const LEAST_SECS: f64 = 0.5;

pub fn handle(state: &mut State, asked: TrimCommand, now: &Now, out: &mut Out) {
    let heard = state.heard().cloned();
    let reviewed = state.review.as_ref().map(|review| &review.id);
    let Some(attempt) = heard.filter(|it| Some(&it.id) == reviewed) else {
        return;
    };
    if state.screen != Screen::Review {
        return;
    }
    let whole = Span::new(0, attempt.take.frames);
    let (kept, at) = (attempt.kept(), state.playback.frame);
    let wanted = match asked {
        // Beyond the other edge it is that edge that no longer holds.
        TrimCommand::From if at >= kept.end_frame => Span::new(at, whole.end_frame),
        TrimCommand::From => Span::new(at, kept.end_frame),
        TrimCommand::To if at <= kept.start_frame => Span::new(0, at),
        TrimCommand::To => Span::new(kept.start_frame, at),
        TrimCommand::Loop => match state.playback.looped {
            Some(looped) => looped,
            None => return,
        },
        TrimCommand::Whole => whole,
    };
    let least = frames_from_seconds(LEAST_SECS, attempt.take.sample_rate_hz);
    let wanted = wanted.within(whole).unwrap_or_default();
    if wanted.frames() < least && wanted != whole {
        notices::toast(state, ToastKind::TrimTooShort, now);
        return;
    }
    let trim = (wanted != whole).then_some(wanted);
    let before = attempt.trim;
    if trim != before && set(state, &attempt.id, trim, out) {
        state.marking.done.push(Change::Trim(before));
    }
}

/// Sets the part that counts; says whether the attempt may be changed.
pub fn set(state: &mut State, id: &AttemptId, trim: Option<Span>, out: &mut Out) -> bool {
    let done = library::change(state, id, out, |attempt| attempt.trim = trim);
    if done {
        if state.playback.id.as_ref() == Some(id) {
            looped::set(state, state.playback.looped, out);
        }
        rendition::changed(state, out);
        let kept = state.attempt(id).map(|attempt| attempt.kept());
        if let Some(kept) = kept.filter(|kept| !kept.holds(state.playback.frame))
            && state.playback.playing
        {
            playback::seek_to(state, kept.start_frame, out);
        }
    }
    done
}
