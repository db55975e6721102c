//! The topics of computer science with what became of them so far, as plain data: nobody should pick
//! their weak one by accident.

use std::collections::BTreeMap;

use crate::flow::State;
use crate::model::question::Subject;

/// A topic to choose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicView {
    /// Which.
    pub subject: Subject,
    /// How often one of its questions was answered.
    pub answered: usize,
    /// The mean of the newest rating among those answers.
    pub last_score: Option<f32>,
}

/// The topics in the order in which they are offered.
pub fn topics(state: &State) -> Vec<TopicView> {
    let of: BTreeMap<(&str, &str), Subject> = state
        .questions
        .iter()
        .map(|question| {
            (
                (question.pack.as_str(), question.id.as_str()),
                question.subject,
            )
        })
        .collect();
    let mut topics: Vec<TopicView> = state
        .topics()
        .into_iter()
        .map(|subject| TopicView {
            subject,
            answered: 0,
            last_score: None,
        })
        .collect();
    // Newest first.
    for entry in &state.library.entries {
        let attempt = &entry.attempt;
        let asked = (attempt.question.pack.as_str(), attempt.question.id.as_str());
        let subject = of.get(&asked).filter(|_| attempt.link.is_none());
        let topic = topics
            .iter_mut()
            .find(|topic| Some(&topic.subject) == subject);
        if let Some(topic) = topic {
            topic.answered += 1;
            topic.last_score = topic.last_score.or(attempt.score());
        }
    }
    topics
}
