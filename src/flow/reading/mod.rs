//! What is known of reading aloud. Changed by `update` only.

mod queries;
pub(super) mod update;

use crate::model::language::Bilingual;
use crate::model::reading::{Reader, ReadingFault};

/// How often a question is read again: once, as in the tests of spoken English that many sit.
pub const REPEATS: u8 = 1;

#[derive(Clone, Debug, Default)]
pub struct Aloud {
    /// What was found; `None` until it was looked for.
    pub found: Option<Result<Reader, ReadingFault>>,
    pub looking: bool,
    pub card: Option<OnCard>,
    /// What is being read; its report is awaited. Also while it is being stopped.
    pub reading: Option<u32>,
    pub stopping: bool,
    /// Whether the microphone is to be opened when nothing is heard any more.
    pub then_record: bool,
    /// Counts texts, so that late reports are told apart.
    pub last_id: u32,
}

/// The question or follow-up on the card, and how far its reading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnCard {
    pub text: Bilingual,
    /// Whether it is to be read as soon as nothing stands against it.
    pub due: bool,
    /// Whether it was read, or began to be.
    pub heard: bool,
    /// How often it may still be read again.
    pub repeats_left: u8,
    /// Whether the person asked for its words.
    pub shown: bool,
    pub fault: Option<ReadingFault>,
}

impl OnCard {
    /// Words of which nothing was read.
    pub fn new(text: Bilingual, due: bool) -> Self {
        Self {
            text,
            due,
            heard: false,
            repeats_left: REPEATS,
            shown: false,
            fault: None,
        }
    }
}
