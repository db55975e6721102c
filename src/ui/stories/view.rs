//! What the stories screen shows, read from the state. Nothing here draws or asks.

use std::sync::Arc;

use crate::flow::State;
use crate::flow::heard;
use crate::flow::state::LibraryStatus;
use crate::flow::stories::StoriesTab;
use crate::model::coverage::{Coverage, StoryStats};
use crate::model::fault::FileFault;
use crate::model::principle::Principle;
use crate::model::progress::Twins;
use crate::model::role::Role;
use crate::model::story::Story;

/// Everything that the screen shows.
#[derive(Clone, Debug)]
pub enum StoriesView<'a> {
    /// The library is being read.
    Opening,
    /// It cannot be used.
    Failed(&'a FileFault),
    /// There is no story yet.
    Empty,
    /// The list, and the story that is shown.
    Stories(Told<'a>),
    /// Where they have been told.
    Coverage(Told<'a>),
}

/// Stories, and where they have been told.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// In the order of their titles.
    pub list: Vec<&'a Arc<Story>>,
    /// What could not be read.
    pub faults: &'a [FileFault],
    /// The one that is shown.
    pub shown: Option<&'a Story>,
    /// Where they have been told; `None` for one frame at most.
    pub coverage: Option<&'a Coverage>,
    /// The role that the person prepares for.
    pub role: Option<&'a Role>,
}

impl<'a> Told<'a> {
    /// What is known of a story.
    pub fn telling(&self, story: &Story) -> Option<&'a StoryStats> {
        self.coverage?.telling(&story.id)
    }

    /// The principles with their weights for the role, the heaviest first.
    pub fn principles(&self) -> Vec<(Principle, u8)> {
        let weight = |principle| self.role.map_or(0, |role| role.weight(principle));
        let mut found = Principle::ALL
            .map(|principle| (principle, weight(principle)))
            .to_vec();
        found.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
        found
    }
}

/// The last whole tellings of a story in each language alone, part by part; `None` until there are
/// both, with taps, and somebody has listened to them.
pub fn twins(state: &State, story: &Story) -> Option<Twins> {
    let telling = state.stories.coverage.telling(&story.id)?;
    let [Some(korean), Some(english)] = &telling.tapped else {
        return None;
    };
    let korean = state.attempt(korean)?;
    let english = state.attempt(english)?;
    let heard = |attempt| heard::speech(state, attempt).map(|speech| &**speech);
    Twins::of((korean, heard(korean)?), (english, heard(english)?))
}

impl<'a> StoriesView<'a> {
    /// Reads the state.
    pub fn new(state: &'a State) -> Self {
        let stories = &state.stories;
        let told = Told {
            list: stories.by_title(),
            faults: &stories.faults,
            shown: stories.shown().map(|story| &**story),
            coverage: Some(&stories.coverage),
            role: state.role(),
        };
        match &state.library.status {
            LibraryStatus::Failed(fault) => Self::Failed(fault),
            LibraryStatus::Opening if !stories.loaded => Self::Opening,
            _ if told.list.is_empty() && told.faults.is_empty() => Self::Empty,
            _ if stories.tab == StoriesTab::Coverage => Self::Coverage(told),
            _ => Self::Stories(told),
        }
    }

    /// The side that is shown.
    pub fn tab(&self) -> StoriesTab {
        match self {
            Self::Coverage(_) => StoriesTab::Coverage,
            _ => StoriesTab::Stories,
        }
    }
}
