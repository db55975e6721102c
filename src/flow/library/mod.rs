//! The library as it is known here. Not here: its files (`crate::library`).

pub(super) mod update;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::FileFault;
use crate::model::timeline::Entry;

#[derive(Clone, Debug, Default, PartialEq)]
pub enum LibraryStatus {
    #[default]
    Opening,
    Ready,
    Failed(FileFault),
}

#[derive(Clone, Debug, Default)]
pub struct Library {
    pub root: Option<PathBuf>,
    pub status: LibraryStatus,
    /// Attempts, newest first.
    pub entries: Vec<Entry>,
    pub faults: Vec<FileFault>,
    /// Attempts whose last change is not on disk yet.
    pub unsaved: BTreeSet<AttemptId>,
    /// Counts up with every change of the entries.
    pub revision: u64,
    /// Counts up with those changes after which other attempts may be listed or heard: what an attempt is
    /// found by, and whether it is there. A score is none.
    pub listing: u64,
    /// Another folder that was asked for and has not answered yet.
    pub requested: Option<PathBuf>,
    /// Attempts on their way to the trash.
    pub trashing: BTreeSet<AttemptId>,
    /// Attempts that the person deleted and can take back, last one last.
    pub deleted: Vec<Arc<Attempt>>,
}

impl Library {
    /// Whether its folder is known and no other was asked for.
    pub fn is_settled(&self) -> bool {
        self.root.is_some() && self.requested.is_none()
    }

    /// Entries came, went or are others: what is derived from them is out of date.
    pub fn changed(&mut self) {
        self.rated();
        self.listing = self.listing.wrapping_add(1);
    }

    /// An entry says something else, and is found by the same as before.
    pub fn rated(&mut self) {
        self.revision = self.revision.wrapping_add(1);
    }
}
