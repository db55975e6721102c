//! The questions that were on the card, for the way back. Not here: going back (`update`).

use crate::model::question::QuestionKey;

/// Most questions to which there is a way back.
const MOST_SHOWN: usize = 100;

/// The questions that were on the card in this run, oldest first, and which of them is there now.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    keys: Vec<QuestionKey>,
    at: usize,
}

impl Shown {
    /// A question comes onto the card after those that were there.
    pub fn push(&mut self, key: QuestionKey) {
        if self.keys.last() != Some(&key) {
            self.keys.push(key);
        }
        if self.keys.len() > MOST_SHOWN {
            self.keys.remove(0);
        }
        self.at = self.keys.len().saturating_sub(1);
    }

    /// The question before the one on the card.
    pub fn previous(&self) -> Option<&QuestionKey> {
        self.keys.get(self.at.checked_sub(1)?)
    }

    /// The question from which the person stepped back.
    pub fn next(&self) -> Option<&QuestionKey> {
        self.keys.get(self.at + 1)
    }

    /// Forgets the questions from which the person stepped back.
    pub fn forget_next(&mut self) {
        self.keys.truncate(self.at + 1);
    }

    /// Moves to the question before (-1) or after (1).
    pub fn step(&mut self, by: isize) {
        let last = self.keys.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}
