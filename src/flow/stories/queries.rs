//! What is asked of the state about stories.

use crate::flow::state::State;
use crate::model::attempt::Attempt;
use crate::model::coverage::{self};
use crate::model::language::Language;
use crate::model::story::StoryId;

impl State {
    /// The language whose parts of a story are shown.
    pub fn story_language(&self) -> Language {
        self.stories.language.unwrap_or(self.language())
    }

    /// What a story is called; for one that is gone, its name. The second says whether it is there.
    pub fn story_title<'a>(&'a self, id: &'a StoryId) -> (&'a str, bool) {
        match self.stories.get(id) {
            Some(story) => (story.name(), true),
            None => (id.as_str(), false),
        }
    }

    /// Stories that an attempt may have told, the most likely first.
    pub fn likely_stories(&self, attempt: &Attempt) -> Vec<StoryId> {
        let entries = self.library.entries.iter();
        let attempts: Vec<&Attempt> = entries.map(|entry| &*entry.attempt).collect();
        coverage::likely(&self.stories.list, &attempts, attempt)
    }
}
