//! A follow-up that stands on the card and waits to be answered, and what follows from the question
//! an answer belongs to. Not here: which follow-up comes next (`model::chain`).

mod queries;
pub(super) mod update;

use crate::model::attempt::AttemptId;
use crate::model::attempt::Link;
use crate::model::language::LanguagePlan;
use crate::model::question::FollowUp;

#[derive(Clone, Debug, PartialEq)]
pub struct PendingFollowUp {
    /// The answer after which it is asked.
    pub after: AttemptId,
    pub link: Link,
    pub asked: FollowUp,
    /// In which language it is asked and to be answered: that in which the last answer ended.
    pub plan: LanguagePlan,
    /// What the interviewer breaks in with while it is answered, if they do.
    pub break_in: Option<BreakIn>,
}

/// A question in the middle of an answer. Its moment is not stored: the mark says when it came.
#[derive(Clone, Debug, PartialEq)]
pub struct BreakIn {
    pub asked: FollowUp,
    /// When, in seconds from the first sample; drawn anew for each take, so that nobody knows it.
    pub due_secs: f64,
}
