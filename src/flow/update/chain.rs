//! Digging deeper: the next follow-up after an answer. Not here: how its attempt is made (`sequel`).

use crate::flow::Effect;
use crate::flow::chain::FollowingUp;
use crate::flow::state::{Screen, State};
use crate::flow::update::{screens, sequel};
use crate::model::attempt::AttemptId;
use crate::model::chain::{self, Link};
use crate::model::language::Bilingual;
use crate::model::question::FollowUpKind;

/// Asks the next follow-up after the answer under review; of one kind, or of any.
pub(super) fn ask_reviewed(state: &mut State, kind: Option<FollowUpKind>, out: &mut Vec<Effect>) {
    let Some(after) = state.reviewed().map(|attempt| attempt.id.clone()) else {
        return;
    };
    if !state.busy() && put(state, &after, kind) {
        screens::show(state, Screen::Practice, out);
    }
}

/// Puts the next follow-up after an answer on the card; false when nothing is left to ask.
pub(super) fn put(state: &mut State, after: &AttemptId, kind: Option<FollowUpKind>) -> bool {
    let Some(answer) = state.attempt(after).cloned() else {
        return false;
    };
    let first = answer.chain().clone();
    // What was asked is gone when the first answer is: its words are then those of this one.
    let of = state.attempt(&first).unwrap_or(&answer);
    let question = sequel::question_of(state, of.question.clone());
    let asked: Vec<(FollowUpKind, Bilingual)> = state
        .chain(&first)
        .into_iter()
        .filter_map(|attempt| Some((attempt.link.as_ref()?.kind, attempt.question.text.clone())))
        .collect();
    let draw = state.practice.deck.next_u64();
    let general = &state.general_follow_ups;
    let next = match kind {
        None => chain::next(&question, general, &asked, draw),
        Some(kind) => chain::of_kind(general, kind, &asked, draw),
    };
    let Some(next) = next else {
        return false;
    };
    let link = Link {
        first,
        depth: answer.depth().saturating_add(1),
        kind: next.kind,
    };
    sequel::forget(state);
    state.practice.question = Some(question);
    state.practice.other_language = false;
    state.practice.follow_up = Some(FollowingUp {
        after: answer.id.clone(),
        link,
        asked: next,
        plan: sequel::one_language(answer.language_at(answer.take.frames)),
    });
    true
}
