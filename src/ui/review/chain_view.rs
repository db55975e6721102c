//! The chain that the attempt under review belongs to, as plain data: what was asked one below the
//! other, and how start and pauses changed with the depth.

use crate::flow::State;
use crate::flow::heard;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fluency::Fluency;
use crate::model::language::Language;
use crate::model::question::FollowUpKind;

/// A figure of a take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// The take is still being listened to.
    Awaited,
    /// There is none, or nobody can tell.
    Nothing,
    /// In seconds.
    Secs(f64),
}

/// One answer of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkView<'a> {
    /// Which attempt.
    pub id: &'a AttemptId,
    /// How deep it lies, 0 for the answer to the question itself.
    pub depth: u8,
    /// What it dug for; `None` for the question itself.
    pub kind: Option<FollowUpKind>,
    /// What was asked, in the language in which the answer began or in the other one.
    pub question: &'a str,
    /// Mean of the latest rating.
    pub score: Option<f32>,
    /// From the first sample to the first voice.
    pub start: Figure,
    /// The longest pause.
    pub pause: Figure,
    /// Whether it is the one under review.
    pub current: bool,
}

/// The links from the first answer down. An orphan's first answer is gone; those that are left stand.
pub fn links<'a>(state: &'a State, reviewed: &Attempt, other: bool) -> Vec<LinkView<'a>> {
    let chain = state.chain(reviewed.chain());
    let view = |attempt: &'a Attempt| {
        let (start, pause) = figures(state, attempt);
        LinkView {
            id: &attempt.id,
            depth: attempt.depth(),
            kind: attempt.link.as_ref().map(|link| link.kind),
            question: attempt.question.text.get(language(attempt, other)),
            score: attempt.score(),
            start,
            pause,
            current: attempt.id == reviewed.id,
        }
    };
    chain.into_iter().map(view).collect()
}

/// The language in which an answer began, or the other one.
pub fn language(attempt: &Attempt, other: bool) -> Language {
    let start = attempt.plan.start();
    if other { start.other() } else { start }
}

fn figures(state: &State, attempt: &Attempt) -> (Figure, Figure) {
    let Some(speech) = heard::speech(state, attempt) else {
        let figure = if heard::is_awaited(state, attempt) {
            Figure::Awaited
        } else {
            Figure::Nothing
        };
        return (figure, figure);
    };
    let Some(fluency) = Fluency::of(speech, speech.whole()) else {
        return (Figure::Nothing, Figure::Nothing);
    };
    let pause = fluency.pause_secs;
    let pause = pause.map_or(Figure::Nothing, |pause| Figure::Secs(pause.longest));
    (Figure::Secs(fluency.first_voice_secs), pause)
}
