//! Sessions as the app knows them: the one that is chosen, the one under way, those of before.
//! Not here: what a command does to them (`update`), what is asked next (`model::session`).

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use crate::flow::drill::SECOND;
use crate::flow::state::State;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::FileFault;
use crate::model::session::record::{Session, Status};
use crate::model::session::{SessionId, SessionPlace};
use crate::model::story::StoryId;

/// The interview screen.
#[derive(Clone, Debug, Default)]
pub struct Interview {
    /// All sessions, newest first.
    pub sessions: Vec<Arc<Session>>,
    /// Which could not be read.
    pub faults: Vec<FileFault>,
    /// The session under way, also while it waits.
    pub current: Option<Current>,
    /// The session that is told of.
    pub shown: Option<SessionId>,
    /// Sessions whose last change is not on disk yet.
    pub unsaved: BTreeSet<SessionId>,
    /// A story that was just set on a second answer of one session, until it is pointed out.
    pub story_again: Option<StoryId>,
}

impl Interview {
    /// A session by id.
    pub fn session(&self, id: &SessionId) -> Option<&Arc<Session>> {
        let at = self.position(id).ok()?;
        self.sessions.get(at)
    }

    /// Where a session belongs: `Ok` when it is there.
    pub(super) fn position(&self, id: &SessionId) -> Result<usize, usize> {
        self.sessions.binary_search_by(|each| id.cmp(&each.id))
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

/// The session under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Current {
    /// Which.
    pub id: SessionId,
    /// Up to when its clock has counted, since the start of the app; `None` while it stands.
    pub counted: Option<Duration>,
    /// Whether it pauses after the answer that is being made.
    pub pause_after: bool,
}

impl State {
    /// The session whose question is on the card.
    pub fn asking(&self) -> Option<&Session> {
        let session = self.interview.current()?;
        (session.status == Status::Running && !session.on_break).then_some(session)
    }

    /// The session whose break is on.
    pub fn on_break(&self) -> Option<&Session> {
        let session = self.interview.current()?;
        (session.status == Status::Running && session.on_break).then_some(session)
    }

    /// The answers that were made in a session, by their number. One that is in no list any more
    /// (it was moved to the trash) is not there.
    pub fn answers_of(&self, session: &Session) -> Vec<(u16, &Arc<Attempt>)> {
        // Names begin with date and time to the second, and no answer is older than its session.
        let second = session.id.as_str().get(..SECOND);
        let place = |attempt: &Attempt| -> Option<u16> {
            let place: &SessionPlace = attempt.session.as_ref()?;
            (place.session == session.id).then_some(place.number)
        };
        let entries = self.library.entries.iter().map(|entry| &entry.attempt);
        let mut found: Vec<(u16, &Arc<Attempt>)> = entries
            .take_while(|attempt| attempt.id.as_str().get(..SECOND) >= second)
            .filter_map(|attempt| Some((place(attempt)?, attempt)))
            .collect();
        found.sort_by_key(|(number, attempt)| (*number, attempt.id.clone()));
        found
    }

    /// Another answer of the same session in which the story of this one was told.
    pub fn told_before(&self, id: &AttemptId) -> Option<&Arc<Attempt>> {
        let attempt = self.attempt(id)?;
        let story = attempt.story.as_ref()?;
        let session = self.interview.session(&attempt.session.as_ref()?.session)?;
        let answers = self.answers_of(session).into_iter();
        let mut others = answers.map(|(_, other)| other).filter(|it| it.id != *id);
        others.find(|other| other.story.as_ref() == Some(story) && other.chain() != attempt.chain())
    }
}
