//! What is known of the recordings by ear of the program, and where the person stands in listening
//! to one. Changed by `update` only. Not here: what was found (`model::speech`).

mod queries;
pub(super) mod speech;
pub(super) mod update;

use std::collections::BTreeSet;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::take::TakeState;

/// How far the recordings of the library have been looked through.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// Number of the last order; reports of former ones count no progress.
    pub order: u32,
    /// What has been asked for and has not come yet.
    pub pending: BTreeSet<AttemptId>,
    /// The one that was asked for first in the running order.
    pub first: Option<AttemptId>,
    /// The listing of the library at which all attempts were looked at; `None` when they are to be
    /// looked at again.
    pub looked: Option<u64>,
}

pub fn can_be_heard(attempt: &Attempt) -> bool {
    attempt.take.frames > 0
        && matches!(
            attempt.take.state,
            TakeState::Complete | TakeState::Repaired
        )
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReviewCard {
    #[default]
    Notes,
    /// Marks of the person, and what else is a place to go to.
    Marks,
    Pauses,
    Measures,
    /// The answer and all that were dug out of it.
    Chain,
    /// What a good answer has; only where something is right or wrong.
    Points,
}

impl ReviewCard {
    /// All cards in their order.
    pub const ALL: [Self; 6] = [
        Self::Notes,
        Self::Marks,
        Self::Pauses,
        Self::Measures,
        Self::Chain,
        Self::Points,
    ];
}

/// Most points that can be ticked.
const MOST_POINTS: u8 = 32;

/// Where the person stands in listening to the attempt under review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewMarkers {
    pub card: ReviewCard,
    /// The frame of the marker of the first word while it is being placed.
    pub marker: Option<u64>,
    /// The first frame of the pause that was jumped to last.
    pub pause: Option<u64>,
    /// Whether question and points stand in the other language than that of the answer.
    pub other_language: bool,
    /// Which points of a good answer were said, a bit for each; not kept.
    pub ticks: u32,
}

impl ReviewMarkers {
    /// Whether a point was said, counted from 0.
    pub const fn said(&self, point: u8) -> bool {
        point < MOST_POINTS && self.ticks & (1 << point) != 0
    }

    pub const fn toggle_point(&mut self, point: u8) {
        if point < MOST_POINTS {
            self.ticks ^= 1 << point;
        }
    }
}
