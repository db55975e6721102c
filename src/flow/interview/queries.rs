//! What is asked of the state about sessions and the answers made in them.

use crate::flow::state::State;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::session::SessionPlace;
use crate::model::session::record::{Session, Status};
use crate::model::timeline::{a_day_before, newest_first};
use std::sync::Arc;

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
        let limit = a_day_before(&session.begun);
        let place = |attempt: &Attempt| -> Option<u16> {
            let place: &SessionPlace = attempt.session.as_ref()?;
            (place.session == session.id).then_some(place.number)
        };
        let entries = self.library.entries.iter().map(|entry| &entry.attempt);
        let mut found: Vec<(u16, &Arc<Attempt>)> = entries
            .take_while(|attempt| attempt.created.timestamp() >= limit)
            .filter_map(|attempt| Some((place(attempt)?, attempt)))
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| newest_first(b.1, a.1)));
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
