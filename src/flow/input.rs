//! What `update` handles, and when.

use std::time::Duration;

use crate::flow::command::Command;
use crate::flow::event::Event;

#[derive(Clone, Debug)]
pub enum Input {
    Command(Command),
    Event(Event),
    /// Time passes; sent before every frame.
    Tick,
}

impl From<Command> for Input {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}

impl From<Event> for Input {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

/// The time at which an input is handled.
#[derive(Clone, Debug)]
pub struct Now {
    /// Date and time, for dates only.
    pub date: jiff::Zoned,
    /// Time since the start of the app; never goes back.
    pub since_start: Duration,
}
