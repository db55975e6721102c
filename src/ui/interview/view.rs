//! What the interview screen shows, as plain data made of the state. No words, no measures.

use std::sync::Arc;

use crate::flow::State;
use crate::flow::state::LibraryStatus;
use crate::model::attempt::Attempt;
use crate::model::fault::FileFault;
use crate::model::session::record::{Session, Status};
use crate::ui::interview::debrief_view::Debrief;

/// Most sessions that are listed.
const LISTED: usize = 50;

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub enum InterviewView<'a> {
    /// A session is chosen.
    Setup(Setup<'a>),
    /// The session under way waits.
    Paused(&'a Session),
    /// The break of the session under way.
    Break(&'a Session),
    /// What came of a session.
    Debrief(Debrief<'a>),
}

/// Whether a session can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Yes.
    Ready,
    /// Not yet: the library is being opened.
    Opening,
    /// No: there is no library or no question.
    Blocked,
}

/// Before a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Setup<'a> {
    /// Whether one can begin.
    pub start: Start,
    /// The newest one that can be gone on with.
    pub waiting: Option<&'a Session>,
    /// Those of before, newest first.
    pub past: Vec<Past<'a>>,
    /// Which could not be read.
    pub faults: &'a [FileFault],
}

/// A session of before.
#[derive(Clone, Debug, PartialEq)]
pub struct Past<'a> {
    /// Which.
    pub session: &'a Session,
    /// How many answers were kept.
    pub answers: usize,
    /// The mean of their latest ratings; `None` while none is rated.
    pub score: Option<f32>,
}

impl<'a> InterviewView<'a> {
    /// The view of a state.
    pub fn new(state: &'a State) -> Self {
        let interview = &state.interview;
        if let Some(session) = state.on_break() {
            return Self::Break(session);
        }
        let shown = interview.shown.as_ref();
        if let Some(session) = shown.and_then(|id| interview.session(id)) {
            return Self::Debrief(Debrief::new(state, session));
        }
        let waits = |session: &&Arc<Session>| session.status != Status::Over;
        if let Some(session) = interview.current().filter(waits) {
            return Self::Paused(session);
        }
        Self::Setup(Setup {
            start: start(state),
            waiting: interview.unfinished().map(|session| &**session),
            past: interview
                .sessions
                .iter()
                .take(LISTED)
                .map(|of| past(state, of))
                .collect(),
            faults: &interview.faults,
        })
    }
}

fn start(state: &State) -> Start {
    match state.library.status {
        LibraryStatus::Opening => Start::Opening,
        LibraryStatus::Ready if !state.questions.is_empty() => Start::Ready,
        LibraryStatus::Ready | LibraryStatus::Failed(_) => Start::Blocked,
    }
}

fn past<'a>(state: &State, session: &'a Session) -> Past<'a> {
    let answers = state.answers_of(session);
    Past {
        session,
        answers: session.answers().max(answers.len()),
        score: mean(answers.iter().map(|(_, attempt)| &***attempt)),
    }
}

/// The mean of what was rated; `None` when nothing was.
pub fn mean<'a>(attempts: impl Iterator<Item = &'a Attempt>) -> Option<f32> {
    let scores: Vec<f32> = attempts.filter_map(Attempt::score).collect();
    (!scores.is_empty()).then(|| scores.iter().sum::<f32>() / scores.len() as f32)
}
