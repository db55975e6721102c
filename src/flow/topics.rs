//! The candidate chooses among the topics of computer science, as in the interview. Not here: what
//! choosing does (`update`).

use crate::flow::state::State;
use crate::model::question::{Question, Subject};

/// The choice while it stands on the card.
#[derive(Clone, Debug, PartialEq)]
pub struct Topics {
    /// The question that stood there before.
    pub before: Option<Question>,
}

impl State {
    /// The topics that have questions, in the order in which they are offered.
    pub fn topics(&self) -> Vec<Subject> {
        let asked = |topic: &Subject| self.questions.iter().any(|it| it.subject == *topic);
        Subject::TOPICS.into_iter().filter(asked).collect()
    }

    /// Whether a topic is to be chosen now. Any question on the card ends that.
    pub fn picks_topic(&self) -> bool {
        self.practice.topics.is_some() && self.practice.question.is_none()
    }
}
