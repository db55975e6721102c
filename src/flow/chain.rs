//! A follow-up that stands on the card and waits to be answered. Not here: which one comes next
//! (`model::chain`).

use crate::flow::state::State;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::chain::{Link, chain_of};
use crate::model::language::LanguagePlan;
use crate::model::question::FollowUp;

/// A follow-up on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowingUp {
    /// The answer after which it is asked.
    pub after: AttemptId,
    /// Its place in the chain.
    pub link: Link,
    /// What is asked.
    pub asked: FollowUp,
    /// In which language it is asked and to be answered: that in which the last answer ended.
    pub plan: LanguagePlan,
}

impl State {
    /// The attempts of a chain from the first answer down.
    pub fn chain(&self, first: &AttemptId) -> Vec<&Attempt> {
        let entries = self.library.entries.iter();
        chain_of(entries.map(|entry| &*entry.attempt), first)
    }
}
