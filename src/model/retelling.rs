//! One story told three times, each time in less time (the 4/3/2 technique, with shorter times).
//! Gains were kept where the same talk was repeated: de Jong & Perfetti 2011, Language Learning 61.

use crate::model::attempt::AttemptId;

/// Time for each telling, in seconds.
pub const LIMITS_SECS: [u32; 3] = [180, 120, 90];
/// Time for each where all have the same: whether shrinking helps is disputed (Boers, 4/3/2 against
/// 3/3/3), in seconds.
pub const EQUAL_SECS: u32 = 180;

/// The place of an attempt among the tellings of one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retelling {
    /// The first telling; its own id for the first.
    pub first: AttemptId,
    /// Counted from 1.
    pub number: u8,
    /// How many there were to be.
    pub of: u8,
}
