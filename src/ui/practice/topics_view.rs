//! The topics of computer science with what became of them so far, as plain data: nobody should pick
//! their weak one by accident.

use std::collections::BTreeMap;

use crate::flow::State;
use crate::i18n::{Words, names};
use crate::model::question::Subject;
use crate::tr;

/// A topic to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicRow {
    /// Which.
    pub subject: Subject,
    /// What it is called.
    pub name: String,
    /// How often one of its questions was answered, and how well last.
    pub so_far: String,
}

struct Topic {
    subject: Subject,
    answered: usize,
    /// The mean of the newest rating among those answers.
    last_score: Option<f32>,
}

/// The topics in the order in which they are offered.
pub fn rows(w: Words<'_>, state: &State) -> Vec<TopicRow> {
    let row = |topic: Topic| TopicRow {
        subject: topic.subject,
        name: names::subject(w, topic.subject),
        so_far: match topic.answered {
            0 => tr!(w, "chain-topic-none"),
            count => answered(w, count, topic.last_score),
        },
    };
    topics(state).into_iter().map(row).collect()
}

/// How often something was answered, and with which score last.
pub fn answered(w: Words<'_>, count: usize, last_score: Option<f32>) -> String {
    match last_score {
        Some(score) => {
            let score = format!("{score:.1}");
            tr!(w, "practice-answered-scored", count = count, score = score)
        }
        None => tr!(w, "practice-answered", count = count),
    }
}

fn topics(state: &State) -> Vec<Topic> {
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
    let mut topics: Vec<Topic> = state
        .topics()
        .into_iter()
        .map(|subject| Topic {
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
