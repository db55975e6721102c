//! What practice shows of a follow-up: how deep it lies, what it hangs on, and what the interviewer
//! broke in with. Plain data made of the state.

use crate::flow::chain::BreakIn;
use crate::flow::state::{Phase, State};
use crate::model::attempt::Link;
use crate::model::language::{Bilingual, Language};
use crate::model::mark::MarkKind;
use crate::model::question::FollowUpKind;

/// A follow-up on the card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FollowUpCard<'a> {
    /// How deep it lies, from 1.
    pub depth: u8,
    /// Whether it is a step of a scenario.
    pub step: bool,
    /// The question it hangs on, as far as it is known.
    pub under: Option<&'a str>,
}

/// What the interviewer says over the question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Interruption<'a> {
    /// To come to the point, in this language.
    Point(Language),
    /// This question.
    Asked(&'a str),
}

/// The follow-up that is answered, or that waits on the card.
pub fn follow_up(state: &State, language: Language) -> Option<FollowUpCard<'_>> {
    let link = link(state)?;
    let under = match (state.practice.task.follow_up(), &state.practice.question) {
        (Some(_), Some(question)) => Some(&question.text),
        _ => state.attempt(&link.first).map(|first| &first.question.text),
    };
    Some(FollowUpCard {
        depth: link.depth,
        step: link.kind == FollowUpKind::Step,
        under: under.map(|text| text.get(language)),
    })
}

/// The place of the attempt that is made, or of the next one, in its chain.
pub fn link(state: &State) -> Option<&Link> {
    match state.attempt_in_hand() {
        Some(attempt) => attempt.link.as_ref(),
        None => state.practice.task.follow_up().map(|it| &it.link),
    }
}

/// What the interviewer says now.
pub fn interruption(state: &State) -> Option<Interruption<'_>> {
    let Phase::Recording(recording) = &state.practice.phase else {
        return None;
    };
    recording.interruption_until?;
    let language = recording.language();
    let asked = break_in(state).map(|text| Interruption::Asked(text.get(language)));
    Some(asked.unwrap_or(Interruption::Point(language)))
}

/// The question that the interviewer broke in with, once it is over the words of the card no more.
pub fn asked_between(state: &State) -> Option<&str> {
    let recording = state.recording()?;
    let came = |kind| recording.marks.iter().any(|mark| mark.kind == kind);
    let over = recording.interruption_until.is_none() && came(MarkKind::Interruption);
    break_in(state)
        .filter(|_| over)
        .map(|text| text.get(recording.language()))
}

fn break_in(state: &State) -> Option<&Bilingual> {
    let following = state.practice.task.follow_up()?;
    following
        .break_in
        .as_ref()
        .map(|BreakIn { asked, .. }| &asked.text)
}
