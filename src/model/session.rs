//! Sessions: whole interviews, with interviewers one after another and breaks between them.
//! Not here: their files (`library::session_file`), how one runs (`flow`).

pub mod course;
pub mod panel;
pub mod record;
pub mod shape;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use jiff::Zoned;

use crate::model::attempt::AttemptId;

/// File name of a session without its ending: `2026-11-21_140000_loop-day_7f3a`. Made and read like
/// the name of an attempt: ASCII, begins with the time on the wall, never leaves its folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(Arc<str>);

impl SessionId {
    /// The id of a session begun at a time; `salt` tells two of one second apart.
    pub fn new(begun: &Zoned, format: &str, salt: u16) -> Self {
        Self(AttemptId::new(begun, format, salt).as_str().into())
    }

    /// Reads a name; `None` for what no session is called.
    pub fn parse(name: &str) -> Option<Self> {
        AttemptId::parse(name).map(|id| Self(id.as_str().into()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The place of an attempt in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionPlace {
    pub session: SessionId,
    /// Whose question it was, from 1.
    pub interviewer: u8,
    /// The answer's number in the whole session, from 1.
    pub number: u16,
}
