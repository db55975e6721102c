//! What happens when. Pure: `update(&mut State, Input, &Now) -> Vec<Effect>`.
//! No input or output, no thread, no window; time is an input. Every change of `state::State`
//! happens here and has a name.

pub mod chain;
pub mod check;
pub mod command;
pub mod drill;
pub mod effect;
pub mod event;
pub mod heard;
pub mod interview;
pub mod keys;
pub mod listening;
pub mod overlays;
pub mod phase;
pub mod place;
pub mod questions;
pub mod reading;
pub mod shown;
pub mod state;
pub mod stories;
pub mod task;
pub mod today;
pub mod topics;
pub mod update;

pub use command::Command;
pub use effect::Effect;
pub use event::Event;
pub use state::State;
pub use update::update;

use std::time::Duration;

/// Anything that can change the state.
#[derive(Clone, Debug)]
pub enum Input {
    /// A person asks.
    Command(Command),
    /// The world reports.
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
