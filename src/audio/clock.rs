//! The time of a take: a steady clock for everything, and the clock on the wall only to notice
//! that the computer slept. Not here: dates of attempts (`app::clock`).

use std::time::{Duration, Instant, SystemTime};

/// One moment, seen by two clocks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Since the start, by the clock that never goes back and stands still while the computer
    /// sleeps (on most systems).
    pub steady: Duration,
    /// Since the start, by the clock on the wall; it jumps when somebody sets it.
    pub wall: Duration,
}

impl Moment {
    /// A moment at which both clocks agree.
    pub fn at(steady: Duration) -> Self {
        Self {
            steady,
            wall: steady,
        }
    }
}

/// Both clocks since their common start.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch {
    steady: Instant,
    wall: SystemTime,
}

impl Stopwatch {
    /// Clocks that start now.
    #[allow(
        clippy::disallowed_methods,
        reason = "the one place of this room that reads the clock on the wall"
    )]
    pub fn start() -> Self {
        Self {
            steady: Instant::now(),
            wall: SystemTime::now(),
        }
    }

    /// Now. A wall clock that was set back before the start says zero.
    pub fn now(&self) -> Moment {
        Moment {
            steady: self.steady.elapsed(),
            wall: self.wall.elapsed().unwrap_or_default(),
        }
    }
}
