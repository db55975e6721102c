//! What comparing two answers is: which ones, laid over each other where, and which of the two is in the
//! ear. Not here: what is asked of the state (`compared`), what is done (`compare`).

use std::sync::Arc;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::audio::Rendition;
use crate::model::compare::{Align, Axis, Side};

/// What can be asked about comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareCommand {
    /// Compare the answer under review with the likeliest other one.
    Open,
    /// The same with a certain one.
    With(AttemptId),
    Close,
    Align(Align),
    /// Hear the other of the two from the same place on.
    SwitchEar,
    /// Hear this one.
    Hear(Side),
    /// Go to a frame of the common line.
    SeekTo(u64),
}

/// Two answers being compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// The one beside the answer under review.
    pub other: AttemptId,
    pub align: Align,
    /// Which is heard.
    pub ear: Side,
    /// How, since it was played last.
    pub heard: Option<Rendition>,
}

/// The two that are compared, as they lie over each other.
#[derive(Clone, Debug)]
pub struct Pair {
    pub newer: Arc<Attempt>,
    pub earlier: Arc<Attempt>,
    pub axis: Axis,
    pub align: Align,
    pub ear: Side,
}

impl Pair {
    pub const fn attempt(&self, side: Side) -> &Arc<Attempt> {
        match side {
            Side::Newer => &self.newer,
            Side::Earlier => &self.earlier,
        }
    }

    /// Which of the two an answer is.
    pub fn side_of(&self, id: &AttemptId) -> Side {
        if self.newer.id == *id {
            Side::Newer
        } else {
            Side::Earlier
        }
    }
}
