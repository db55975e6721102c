//! What the interview screen shows, as plain data made of the state, in words. No measures.

use std::sync::Arc;

use jiff::civil::Date;

use crate::flow::{Command, State};
use crate::i18n::{Words, dates, sessions};
use crate::model::session::record::{Session, Status};
use crate::tr;
use crate::ui::interview::debrief_view::Debrief;
use crate::ui::interview::setup_view::Setup;

#[derive(Clone, Debug)]
pub struct InterviewView<'a> {
    pub title: String,
    pub page: Page<'a>,
}

#[derive(Clone, Debug)]
pub enum Page<'a> {
    /// A session is chosen; one of before may wait.
    Setup(Setup<'a>, Option<Standing>),
    Paused(Standing),
    Break(Break),
    Debrief(Debrief<'a>),
}

#[derive(Clone, Debug)]
pub struct Standing {
    /// What it is, in two words.
    pub name: String,
    /// What is left of the clock, and of which; only of the session under way.
    pub clock: Option<[String; 2]>,
    pub which: Option<String>,
    /// How far it has come, and what that means.
    pub notes: Vec<String>,
    /// The ways on, the first one filled.
    pub ways: Vec<(String, Command)>,
}

#[derive(Clone, Debug)]
pub struct Break {
    /// That it is one, or that it is over.
    pub title: String,
    /// How much of it is left.
    pub clock: String,
    /// The same, for screen readers.
    pub said: String,
    /// What comes after it.
    pub below: String,
    pub go_on: String,
}

impl<'a> InterviewView<'a> {
    pub fn new(w: Words<'_>, state: &'a State, today: Date) -> Self {
        let interview = &state.interview;
        let title = tr!(w, "interview-screen");
        if let Some(session) = state.on_break() {
            let page = Page::Break(Break::new(w, session));
            return Self { title, page };
        }
        let shown = interview.shown.as_ref();
        if let Some(session) = shown.and_then(|id| interview.session(id)) {
            return Self {
                title: name(w, session, today),
                page: Page::Debrief(Debrief::new(w, state, session)),
            };
        }
        let waits = |session: &&Arc<Session>| session.status != Status::Over;
        let page = if let Some(session) = interview.current().filter(waits) {
            Page::Paused(Standing::paused(w, session))
        } else {
            let waiting = interview.unfinished();
            let waiting = waiting.map(|session| Standing::waiting(w, session, today));
            Page::Setup(Setup::new(w, state, today), waiting)
        };
        Self { title, page }
    }
}

/// Which session: its format, and when it began.
fn name(w: Words<'_>, session: &Session, today: Date) -> String {
    let begun = dates::moment(w, &session.begun, today);
    format!("{} · {begun}", sessions::title(w, session.shape.format))
}

impl Standing {
    /// A session from before that can be gone on with.
    fn waiting(w: Words<'_>, session: &Session, today: Date) -> Self {
        Self {
            name: tr!(w, "interview-waits"),
            clock: None,
            which: Some(name(w, session, today)),
            notes: vec![place(w, session)],
            ways: ways(w, session),
        }
    }

    /// The session under way, while it waits.
    fn paused(w: Words<'_>, session: &Session) -> Self {
        let (left, of) = if session.on_break {
            (session.break_left_secs(), tr!(w, "interview-left-break"))
        } else {
            let of = tr!(w, "interview-left-of", number = session.at);
            (session.left_secs(), of)
        };
        Self {
            name: tr!(w, "interview-paused"),
            clock: Some([dates::clock(left.ceil()), of]),
            which: None,
            notes: vec![place(w, session), tr!(w, "interview-paused-what")],
            ways: ways(w, session),
        }
    }
}

/// How far it has come.
fn place(w: Words<'_>, session: &Session) -> String {
    let of = session.interviewers.len();
    let who = tr!(w, "interview-of", number = session.at, of = of);
    let answers = tr!(w, "interview-answers", count = session.answers());
    format!("{who} · {answers}")
}

/// Go on, leave it for another time, end it for good.
fn ways(w: Words<'_>, session: &Session) -> Vec<(String, Command)> {
    let id = &session.id;
    let go_on = (
        tr!(w, "interview-resume"),
        Command::ResumeSession(id.clone()),
    );
    let leave = (session.status == Status::Paused)
        .then(|| (tr!(w, "interview-leave"), Command::LeaveSession));
    let end = (tr!(w, "interview-end"), Command::EndSession(id.clone()));
    [Some(go_on), leave, Some(end)]
        .into_iter()
        .flatten()
        .collect()
}

impl Break {
    fn new(w: Words<'_>, session: &Session) -> Self {
        let left_secs = session.break_left_secs();
        let next = session.at.saturating_add(1);
        let minutes = (left_secs / 60.0).ceil() as u32;
        let left = tr!(w, "interview-minutes-left", minutes = minutes);
        let (title, below, go_on) = if left_secs <= 0.0 {
            (
                tr!(w, "interview-break-over"),
                tr!(w, "interview-break-over-what", number = next),
                tr!(w, "interview-break-go"),
            )
        } else {
            (
                tr!(w, "interview-break-title"),
                tr!(w, "interview-break-what", number = next),
                tr!(w, "interview-break-skip"),
            )
        };
        Self {
            clock: dates::clock(left_secs.ceil()),
            said: format!("{title} · {left}"),
            title,
            below,
            go_on,
        }
    }
}
