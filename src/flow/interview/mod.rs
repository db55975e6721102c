//! Sessions as the app knows them: the one that is chosen, the one under way, those of before.
//! Not here: what a command does to them (`update`), what is asked next (`model::session`).

pub(super) mod asking;
mod queries;
pub(super) mod sessions;
pub(super) mod update;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use crate::model::fault::FileFault;
use crate::model::session::SessionId;
use crate::model::session::record::Session;

#[derive(Clone, Debug, Default)]
pub struct Interview {
    /// All sessions, newest first.
    pub sessions: Vec<Arc<Session>>,
    pub faults: Vec<FileFault>,
    /// The session under way, also while it waits.
    pub current: Option<Current>,
    pub shown: Option<SessionId>,
    /// Sessions whose last change is not on disk yet.
    pub unsaved: BTreeSet<SessionId>,
}

impl Interview {
    pub fn session(&self, id: &SessionId) -> Option<&Arc<Session>> {
        let at = self.position(id)?;
        self.sessions.get(at)
    }

    pub(super) fn position(&self, id: &SessionId) -> Option<usize> {
        self.sessions.iter().position(|each| each.id == *id)
    }

    /// The session under way, also while it waits.
    pub fn current(&self) -> Option<&Arc<Session>> {
        self.session(&self.current.as_ref()?.id)
    }

    /// The newest session that can be gone on with and is not under way.
    pub fn unfinished(&self) -> Option<&Arc<Session>> {
        let current = self.current.as_ref().map(|current| &current.id);
        let mut each = self.sessions.iter();
        each.find(|session| session.is_unfinished() && Some(&session.id) != current)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Current {
    pub id: SessionId,
    /// Up to when its clock has counted, since the start of the app; `None` while it stands.
    pub counted: Option<Duration>,
    /// Whether it pauses after the answer that is being made.
    pub pause_after: bool,
}
