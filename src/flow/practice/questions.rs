//! Which questions the person chooses among: those of a filter, and the one before.
//! Not here: what choosing does (`update`).

use std::collections::HashMap;

use crate::flow::state::State;
use crate::flow::task::Task;
use crate::model::filter::{Filter, LOW_SCORE, Past};
use crate::model::question::{Question, QuestionKey};
use crate::model::timeline::Entry;

/// The questions that a filter takes, in the order of their packs.
pub fn questions_of<'a>(
    questions: &'a [Question],
    entries: &[Entry],
    filter: &Filter,
) -> Vec<&'a Question> {
    let pasts = if filter.looks_back() {
        pasts(entries)
    } else {
        HashMap::new()
    };
    let past = |question: &Question| pasts.get(&*question.id).copied().unwrap_or_default();
    questions
        .iter()
        .filter(|question| filter.takes(question, past(question)))
        .collect()
}

/// What became of the answers to each question, by its id. The entries are newest first.
fn pasts(entries: &[Entry]) -> HashMap<&str, Past> {
    let mut pasts: HashMap<&str, Past> = HashMap::new();
    let mut scored = HashMap::new();
    for attempt in entries.iter().map(|entry| &entry.attempt) {
        if attempt.link.is_some() {
            continue;
        }
        let id = &*attempt.question.id;
        let past = pasts.entry(id).or_default();
        past.answered = true;
        past.starred |= attempt.starred;
        if let Some(score) = attempt.score() {
            past.rated_low = *scored.entry(id).or_insert(score) < LOW_SCORE;
        }
    }
    pasts
}

impl State {
    /// The questions that a filter takes, in the order of their packs.
    pub fn questions_of(&self, filter: &Filter) -> Vec<&Question> {
        questions_of(&self.questions, &self.library.entries, filter)
    }

    /// A question of a pack that is there.
    pub fn question_by_key(&self, key: &QuestionKey) -> Option<&Question> {
        self.in_pack(&key.pack, &key.id)
    }

    /// A question by the ids of its pack and of itself.
    pub fn in_pack(&self, pack: &str, id: &str) -> Option<&Question> {
        let mut questions = self.questions.iter();
        questions.find(|it| it.id == id && it.pack == pack)
    }

    /// The question that was on the card before, where the person may go back to it.
    pub fn previous_question(&self) -> Option<&Question> {
        let key = self.practice.shown.previous()?;
        self.may_choose_question()
            .then(|| self.question_by_key(key))?
    }

    /// Whether the person may choose another question now: nothing is being recorded, and neither an
    /// interviewer nor a schedule has chosen.
    pub fn may_choose_question(&self) -> bool {
        let free = matches!(self.practice.task, Task::Free { .. } | Task::DrillRound(_));
        free && !self.busy()
    }
}
