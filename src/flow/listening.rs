//! What is known of the recordings by ear of the program, and where the person stands in listening
//! to one. Changed by `update` only. Not here: what was found (`model::speech`).

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
    /// Whether all attempts have been looked at since the list last changed.
    pub looked: bool,
}

/// Whether a take can be looked through.
pub fn can_be_heard(attempt: &Attempt) -> bool {
    attempt.take.frames > 0
        && matches!(
            attempt.take.state,
            TakeState::Complete | TakeState::Repaired
        )
}

/// The card below the sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReviewCard {
    /// What the person noted.
    #[default]
    Notes,
    /// Where they paused.
    Pauses,
    /// Figures.
    Measures,
}

impl ReviewCard {
    /// All cards in their order.
    pub const ALL: [Self; 3] = [Self::Notes, Self::Pauses, Self::Measures];

    /// The next one, the first after the last.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Notes => Self::Pauses,
            Self::Pauses => Self::Measures,
            Self::Measures => Self::Notes,
        }
    }
}

/// Where the person stands in listening to the attempt under review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listening {
    /// The card on show.
    pub card: ReviewCard,
    /// The frame of the marker of the first word while it is being placed.
    pub marker: Option<u64>,
    /// The first frame of the pause that was jumped to last.
    pub pause: Option<u64>,
}
