//! A round of short takes, and an answer that is to be said again in the other language: what has
//! to be known between one take and the next. Not here: how one leads to the next (`update`).

mod queries;
pub(super) mod update;

use crate::model::attempt::{Attempt, AttemptId, Round};
use crate::model::drill::{ROUND_TAKES, RepeatScope, RoundKind};
use crate::model::language::{Language, LanguagePlan};
use crate::model::timeline::since;

/// The drill screen: what the next round would be, and which one is told of.
#[derive(Clone, Debug)]
pub struct Drill {
    pub kind: RoundKind,
    /// From which language to which, in a round of answers; a plan with a switch.
    pub plan: LanguagePlan,
    /// First attempt of the round whose outcome is shown.
    pub shown: Option<AttemptId>,
}

impl Default for Drill {
    fn default() -> Self {
        Self {
            kind: RoundKind::Answers,
            plan: LanguagePlan::KoreanToEnglish,
            shown: None,
        }
    }
}

impl Drill {
    /// The languages of a round of this kind: a rescue line is always one in English.
    pub fn plan_of(&self, kind: RoundKind) -> LanguagePlan {
        match kind {
            RoundKind::Answers => self.plan,
            RoundKind::Rescue => LanguagePlan::KoreanToEnglish,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct DrillRound {
    pub kind: RoundKind,
    /// The languages of each take.
    pub plan: LanguagePlan,
    /// The take that stands now, from 1 to `of`.
    pub number: u8,
    pub of: u8,
    /// The first attempt that was kept.
    pub first: Option<AttemptId>,
}

impl DrillRound {
    /// A round of which nothing was recorded yet.
    pub fn new(kind: RoundKind, plan: LanguagePlan) -> Self {
        Self {
            kind,
            plan,
            number: 1,
            of: ROUND_TAKES,
            first: None,
        }
    }

    /// The place of the present take, recorded as this attempt.
    pub fn place(&self, id: &AttemptId) -> Round {
        Round {
            first: self.first.as_ref().unwrap_or(id).clone(),
            number: self.number,
            of: self.of,
            kind: self.kind,
        }
    }
}

/// An answer that is to be said again.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingRepeat {
    pub what: RepeatScope,
    pub to: Language,
    pub first: AttemptId,
}

/// Takes of the round that began with an attempt, in their order; `attempts` is newest first.
pub fn takes_of<'a>(
    attempts: impl Iterator<Item = &'a Attempt>,
    first: &AttemptId,
) -> Vec<&'a Attempt> {
    let number = |attempt: &Attempt| {
        let round = attempt.round.as_ref();
        let round = round.filter(|round| round.first == *first);
        round.map(|round| round.number)
    };
    let mut found: Vec<(u8, &Attempt)> = since(attempts, first)
        .filter_map(|attempt| Some((number(attempt)?, attempt)))
        .collect();
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, attempt)| attempt).collect()
}
