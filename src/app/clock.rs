//! The one place that reads the clock.

use std::time::Instant;

use crate::flow::Now;

/// Counts from the start of the app.
pub struct Clock {
    start: Instant,
}

impl Clock {
    /// Starts now.
    pub fn start() -> Self {
        Self {
            start: Instant::now(),
        }
    }

    /// Date and time, and time since the start.
    pub fn now(&self) -> Now {
        Now {
            date: jiff::Zoned::now(),
            since_start: self.start.elapsed(),
        }
    }

    /// A seed that differs from run to run: the moment is chance enough for drawing questions.
    pub fn seed(&self) -> u64 {
        let nanos =
            jiff::Timestamp::now().as_nanosecond() + self.start.elapsed().as_nanos().cast_signed();
        nanos as u64 ^ (u64::from(std::process::id()) << 40)
    }
}
