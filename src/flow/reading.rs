//! What is known of reading aloud. Changed by `update::reading` only.

use crate::flow::state::{Phase, Screen, State};
use crate::model::language::{Bilingual, Language};
use crate::model::reading::{Reader, ReadingFault};
use crate::model::settings::Reading;

/// How often a question is read again: once, as in the tests of spoken English that many sit.
pub const REPEATS: u8 = 1;

/// Reading aloud.
#[derive(Clone, Debug, Default)]
pub struct Aloud {
    /// What was found; `None` until it was looked for.
    pub found: Option<Result<Reader, ReadingFault>>,
    /// Whether it is being looked for.
    pub looking: bool,
    /// What stands on the card.
    pub card: Option<OnCard>,
    /// What is being read; its report is awaited. Also while it is being stopped.
    pub reading: Option<u32>,
    /// Whether it is being stopped.
    pub stopping: bool,
    /// Whether the microphone is to be opened when nothing is heard any more.
    pub then_record: bool,
    /// Counts texts, so that late reports are told apart.
    pub last_id: u32,
}

/// The question or follow-up on the card, and how far its reading is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnCard {
    /// Its words.
    pub text: Bilingual,
    /// Whether it is to be read as soon as nothing stands against it.
    pub due: bool,
    /// Whether it was read, or began to be.
    pub heard: bool,
    /// How often it may still be read again.
    pub repeats_left: u8,
    /// Whether the person asked for its words.
    pub shown: bool,
    /// Why it could not be read.
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

impl State {
    /// Whether questions can be read in a language; `Err` says why not.
    pub fn can_read(&self, language: Language) -> Result<(), ReadingFault> {
        match &self.aloud.found {
            Some(Ok(reader)) if reader.speaks(language) => Ok(()),
            Some(Ok(_)) => Err(ReadingFault::NoVoice(language)),
            Some(Err(fault)) => Err(fault.clone()),
            None => Err(ReadingFault::NoProgram),
        }
    }

    /// The words on the card, in both languages, while nothing is recorded.
    pub fn words_on_card(&self) -> Option<&Bilingual> {
        if self.screen != Screen::Practice || !matches!(self.practice.phase, Phase::Idle) {
            return None;
        }
        match self.practice.task.follow_up() {
            Some(following) => Some(&following.asked.text),
            None => self
                .practice
                .question
                .as_ref()
                .map(|question| &question.text),
        }
    }

    /// Whether the words of the question are hidden: they are to be listened to, and can be.
    pub fn listens_only(&self) -> bool {
        let Some(card) = &self.aloud.card else {
            return false;
        };
        let looks = self.aloud.found.is_none();
        let can = looks || self.can_read(self.next_plan().start()).is_ok();
        self.settings.reading == Reading::ListenOnly && can && !card.shown && card.fault.is_none()
    }
}
