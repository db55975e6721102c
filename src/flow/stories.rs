//! The person's stories, as far as they were read.

use std::sync::Arc;

use crate::model::story::{Story, StoryId};

/// All stories.
#[derive(Clone, Debug, Default)]
pub struct Stories {
    /// By id.
    pub list: Vec<Arc<Story>>,
}

impl Stories {
    /// A story by id.
    pub fn get(&self, id: &StoryId) -> Option<&Arc<Story>> {
        let at = self.list.binary_search_by(|story| story.id.cmp(id)).ok()?;
        self.list.get(at)
    }
}
