//! The library as it is known here. Not here: its files (`crate::library`).

pub(super) mod update;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::cached::Cached;
use crate::model::fault::FileFault;
use crate::model::sync_copy::SyncCopy;
use crate::model::timeline::Entry;

#[derive(Clone, Debug, Default, PartialEq)]
pub enum LibraryStatus {
    #[default]
    Opening,
    Ready,
    Failed(FileFault),
}

/// An attempt that went to the trash in this run and can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    pub attempt: Arc<Attempt>,
    /// The answer that it went with, and comes back with; `None` for what was thrown away itself.
    pub with: Option<AttemptId>,
}

#[derive(Clone, Debug, Default)]
pub struct Library {
    pub root: Option<PathBuf>,
    pub status: LibraryStatus,
    /// Answers, newest first.
    pub entries: Vec<Entry>,
    /// Takes that say a sentence of an answer again. They are none themselves: nothing counts, rates or lists
    /// them.
    pub mends: BTreeMap<AttemptId, Arc<Attempt>>,
    pub faults: Vec<FileFault>,
    /// Attempts whose last change is not on disk yet.
    pub unsaved: BTreeSet<AttemptId>,
    /// Counts up with every change of the entries.
    pub revision: u64,
    /// Counts up with those changes after which other attempts may be listed or heard: what an attempt is
    /// found by, and whether it is there. A score is none.
    pub listing: u64,
    /// Whether a language was switched in an answer, by the revision of the entries; as of the last look.
    pub switched: Cached<u64, bool>,
    /// Another folder that was asked for and has not answered yet.
    pub requested: Option<PathBuf>,
    /// The folder to open at the next try, after one that failed.
    pub wanted: Option<PathBuf>,
    pub saving: Saving,
    /// Second versions of files that sync programs left.
    pub sync_copies: Vec<SyncCopy>,
    /// Attempts on their way to the trash.
    pub trashing: BTreeSet<AttemptId>,
    /// Attempts that the person deleted and can take back, last one last.
    pub deleted: Vec<Deleted>,
}

/// Wait before a save that failed is tried again for the first time; doubled after each failure.
pub const FIRST_RETRY: Duration = Duration::from_secs(2);
/// Longest wait between two tries: a disk that was full may be freed at any time.
pub const LAST_RETRY: Duration = Duration::from_mins(1);
/// How long a window that is to close waits for disk and sound. A sleeping disk needs some seconds to
/// wake up; systems end programs that take much longer to close.
pub const CLOSE_PATIENCE: Duration = Duration::from_secs(5);

/// What becomes of saves that fail.
#[derive(Clone, Debug, Default)]
pub struct Saving {
    /// Whether the last change of the settings is not on disk.
    pub settings: bool,
    /// A save has failed since the last plan was made.
    failed: bool,
    /// When it is tried again, since the start of the app.
    pub again_at: Option<Duration>,
    /// The last wait; zero when nothing fails.
    wait: Duration,
    /// Another library that was asked for, and waits until all is saved in the present one.
    pub leaving: Option<PathBuf>,
    /// One that was not opened because something could not be saved in the present one: asked for again, it
    /// is opened all the same.
    pub kept_from: Option<PathBuf>,
    /// When a window that is to close waits no longer.
    pub close_at: Option<Duration>,
    /// What could not be saved while the window was closing.
    pub lost: Vec<FileFault>,
}

impl Saving {
    /// A save failed. What cannot be written at all is not tried again.
    pub fn failed(&mut self, fault: &FileFault, closing: bool) {
        self.failed |= fault.may_pass();
        if closing {
            self.lost.push(fault.clone());
        }
    }

    /// Something of the present library was not saved. Says whether it was to be left, which it is not now.
    pub fn stays(&mut self) -> bool {
        let stays = self.leaving.take();
        let is_kept = stays.is_some();
        self.kept_from = stays.or(self.kept_from.take());
        is_kept
    }

    /// A save succeeded: the others that failed are worth another try at once.
    pub fn succeeded(&mut self) {
        self.wait = Duration::ZERO;
        if let Some(at) = &mut self.again_at {
            *at = Duration::ZERO;
        }
    }

    /// Plans the next try after a failure, and how long a closing window waits.
    pub fn plan(&mut self, now: Duration, closing: bool) {
        if std::mem::take(&mut self.failed) && self.again_at.is_none() {
            self.wait = (self.wait * 2).clamp(FIRST_RETRY, LAST_RETRY);
            self.again_at = Some(now + self.wait);
        }
        if closing && self.close_at.is_none() {
            self.close_at = Some(now + CLOSE_PATIENCE);
        }
    }

    /// Whether it is time for the next try; it is asked for once.
    pub fn take_due(&mut self, now: Duration) -> bool {
        self.again_at.take_if(|at| now >= *at).is_some()
    }
}

impl Library {
    /// Whether its folder is known and no other was asked for.
    pub fn is_settled(&self) -> bool {
        self.root.is_some() && self.requested.is_none()
    }

    /// Looks whether a language was switched in an answer, if entries changed since the last look.
    pub fn look_for_switches(&mut self) {
        if !self.switched.is_of(&self.revision) {
            self.switched.keep(self.revision, self.finds_a_switch());
        }
    }

    /// Whether a language was switched in an answer.
    pub fn has_a_switch(&self) -> bool {
        if self.switched.is_of(&self.revision) {
            *self.switched
        } else {
            self.finds_a_switch()
        }
    }

    fn finds_a_switch(&self) -> bool {
        let mut plans = self.entries.iter().map(|entry| entry.attempt.plan);
        plans.any(|plan| plan.switch_to().is_some())
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
