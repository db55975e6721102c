//! The person's stories: as they are here, as they are on disk, and what is looked at.
//! Not here: what happens with them (`update`).

pub(super) mod assignment;
pub(super) mod draft;
mod queries;
pub(super) mod update;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::cached::Cached;
use crate::model::coverage::Coverage;
use crate::model::fault::FileFault;
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::star::StarPart;
use crate::model::story::{Story, StoryId};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StoriesTab {
    #[default]
    Stories,
    /// Where they have been told.
    Coverage,
}

impl StoriesTab {
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Stories => Self::Coverage,
            Self::Coverage => Self::Stories,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum StoryEdit {
    Title(String),
    Part(Language, StarPart, String),
    /// The figures, one for each line.
    Numbers(Vec<String>),
    /// The person's own words for it.
    Tags(Vec<String>),
    Notes(String),
    /// It can be told for this principle; said again, not any more.
    Principle(Principle),
}

#[derive(Clone, Debug, Default)]
pub struct Stories {
    pub list: Vec<Arc<Story>>,
    pub faults: Vec<FileFault>,
    pub loaded: bool,
    pub selected: Option<StoryId>,
    pub tab: StoriesTab,
    /// The language whose parts are shown; `None` is that of the window.
    pub language: Option<Language>,
    /// One that was begun and that nothing was typed into yet: it has no file.
    pub draft: Option<StoryId>,
    /// The last story that got the name of its title, as it was called before and now.
    pub renamed: Option<(StoryId, StoryId)>,
    /// Counts up each time the title is to take the cursor.
    pub focus_title: u32,
    /// Counts up with every change of the list.
    pub revision: u64,
    /// Where they have been told, by the revisions of library and stories; as of the last look.
    pub coverage: Cached<(u64, u64), Coverage>,
    /// As they are on disk, or will be when what was asked for is done.
    pub base: BTreeMap<StoryId, Arc<Story>>,
    /// Saves on their way, by story.
    pub saving: BTreeMap<StoryId, usize>,
    /// On their way to the trash.
    pub trashing: BTreeSet<StoryId>,
    /// Deleted stories that can be taken back, the last one last, each with how many attempts had
    /// been deleted before it.
    pub deleted: Vec<(usize, Arc<Story>)>,
}

impl Stories {
    pub fn get(&self, id: &StoryId) -> Option<&Arc<Story>> {
        let at = self.list.binary_search_by(|story| story.id.cmp(id)).ok()?;
        self.list.get(at)
    }

    /// Puts a story into its place, instead of its former self if there is one.
    pub fn put(&mut self, story: Arc<Story>) {
        self.changed();
        let at = self.list.binary_search_by(|other| other.id.cmp(&story.id));
        match at {
            Ok(at) => {
                if let Some(place) = self.list.get_mut(at) {
                    *place = story;
                }
            }
            Err(at) => self.list.insert(at, story),
        }
    }

    /// The list is another one: what is derived from it is out of date.
    pub fn changed(&mut self) {
        self.revision = self.revision.wrapping_add(1);
    }

    /// In the order in which they are listed.
    pub fn by_title(&self) -> Vec<&Arc<Story>> {
        let mut list: Vec<&Arc<Story>> = self.list.iter().collect();
        list.sort_by(|a, b| (a.name(), &a.id).cmp(&(b.name(), &b.id)));
        list
    }

    pub fn shown(&self) -> Option<&Arc<Story>> {
        self.get(self.selected.as_ref()?)
    }

    /// Stories whose last save failed.
    pub fn failed(&self) -> Vec<StoryId> {
        let ids = self.list.iter().map(|story| &story.id);
        let failed = ids.filter(|id| self.is_unsaved(id) && !self.saving.contains_key(id));
        failed.cloned().collect()
    }

    /// Whether the last change of a story is not on disk yet.
    pub fn is_unsaved(&self, id: &StoryId) -> bool {
        let draft = self.draft.as_ref() == Some(id);
        self.saving.contains_key(id) || (!draft && self.get(id) != self.base.get(id))
    }
}
