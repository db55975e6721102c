//! What is asked of the state about reading aloud: the words, and whether they can be read or are hidden.

use crate::flow::state::{Phase, Screen, State};
use crate::model::language::{Bilingual, Language};
use crate::model::reading::ReadingFault;
use crate::model::settings::Reading;

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
