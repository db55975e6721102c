//! What practice shows of a follow-up: how deep it lies, what it hangs on, and what the interviewer
//! broke in with. Plain data made of the state.

use crate::flow::chain::BreakIn;
use crate::flow::state::{Phase, State};
use crate::i18n::Words;
use crate::model::attempt::Link;
use crate::model::language::{Bilingual, Language};
use crate::model::mark::MarkKind;
use crate::model::question::FollowUpKind;
use crate::tr;

/// What the interviewer says over the question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Interruption<'a> {
    /// To come to the point, in this language.
    Point(Language),
    /// This question.
    Asked(&'a str),
}

/// Who asks the follow-up that is answered or waits on the card, and how deep.
pub fn asks(w: Words<'_>, state: &State) -> Option<String> {
    let link = link(state)?;
    let what = depth_words(w, link.depth, link.kind == FollowUpKind::Step);
    Some(tr!(w, "chain-asks", what = what))
}

/// How deep a follow-up lies, in words.
pub fn depth_words(words: Words<'_>, depth: u8, step: bool) -> String {
    if step {
        tr!(words, "chain-step", depth = depth)
    } else {
        tr!(words, "chain-depth", depth = depth)
    }
}

/// The question that the follow-up hangs on, as far as it is known.
pub fn under(state: &State, language: Language) -> Option<&str> {
    let link = link(state)?;
    let under = match (state.practice.task.follow_up(), &state.practice.question) {
        (Some(_), Some(question)) => Some(&question.text),
        _ => state.attempt(&link.first).map(|first| &first.question.text),
    };
    under.map(|text| text.get(language))
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
