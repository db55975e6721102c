//! Two answers side by side: which ones belong together, how one is laid over the other, which of their
//! figures differ so much that a person can hear it. Not here: hearing them (`flow::review::compare`),
//! progress over many answers (`progress`).

mod axis;
mod figures;

use std::sync::Arc;

pub use axis::{Align, Axis, Side};
pub use figures::{Difference, Figure, Known, Row, rows, telling};

use crate::model::attempt::Attempt;
use crate::model::take::TakeState;

/// Why two answers belong together, the closest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kinship {
    /// The same question, to be answered in the same languages.
    Again,
    /// The same story.
    Story,
    /// The same question in other languages.
    OtherLanguage,
}

/// Why one answer can be compared with another; `None` when it cannot.
pub fn kinship(one: &Attempt, other: &Attempt) -> Option<Kinship> {
    if one.id == other.id || !has_sound(one) || !has_sound(other) {
        return None;
    }
    let same_question = asks_the_same(one, other);
    if same_question && one.plan == other.plan {
        Some(Kinship::Again)
    } else if one.story.is_some() && one.story == other.story {
        Some(Kinship::Story)
    } else {
        same_question.then_some(Kinship::OtherLanguage)
    }
}

/// The ids of a follow-up are those of the question it hangs on: there the words tell.
fn asks_the_same(one: &Attempt, other: &Attempt) -> bool {
    let key = |attempt: &Attempt| (attempt.question.pack.clone(), attempt.question.id.clone());
    let digs = one.link.is_some();
    key(one) == key(other)
        && digs == other.link.is_some()
        && (!digs || one.question.text == other.question.text)
}

fn has_sound(attempt: &Attempt) -> bool {
    let finished = matches!(
        attempt.take.state,
        TakeState::Complete | TakeState::Repaired
    );
    finished && attempt.take.frames > 0 && attempt.take.sample_rate_hz > 0
}

/// The answers that one can be compared with, the most likely first: earlier ones before later ones, then
/// the closest kin, then the nearest in time.
pub fn others<'a>(
    of: &Attempt,
    all: impl Iterator<Item = &'a Arc<Attempt>>,
) -> Vec<&'a Arc<Attempt>> {
    let at = |attempt: &Attempt| attempt.created.timestamp().as_millisecond();
    let mut others: Vec<_> = all
        .filter_map(|other| {
            let later = is_later(other, of);
            let apart = at(of).abs_diff(at(other));
            Some(((later, kinship(of, other)?, apart), other))
        })
        .collect();
    others.sort_by_key(|(order, _)| *order);
    others.into_iter().map(|(_, other)| other).collect()
}

/// Whether an answer was given after another one.
pub fn is_later(one: &Attempt, other: &Attempt) -> bool {
    crate::model::timeline::newest_first(one, other).is_lt()
}

#[cfg(test)]
mod tests;
