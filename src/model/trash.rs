//! What was thrown away and can still be had back. Not here: where it lies (`library`).

use std::sync::Arc;

use crate::model::attempt::Attempt;

/// What is in the trash of a library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trash {
    /// Answers with sound, newest first.
    pub answers: Vec<TrashedAnswer>,
    /// Other things: stories, former versions of files, attempts in which nothing was said, takes that say a
    /// sentence of an answer again.
    pub others: usize,
    /// All of it together.
    pub bytes: u64,
}

impl Trash {
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many things there are.
    pub fn count(&self) -> usize {
        self.answers.len() + self.others
    }
}

/// An answer in the trash.
#[derive(Clone, Debug, PartialEq)]
pub struct TrashedAnswer {
    /// The name of its folder there, which says which one is meant.
    pub folder: String,
    pub attempt: Arc<Attempt>,
}
