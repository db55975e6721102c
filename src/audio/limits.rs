//! When a running take is worth a word, and when it cannot go on.
//! Not here: who looks (`watch`).

use std::time::Duration;

/// When to say what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// No samples at all since the start: say so. Longer than `stalled`, because a headset may need
    /// a second to wake up, and `PulseAudio` up to two.
    pub late: Duration,
    /// No samples at all since the start: give up.
    pub never: Duration,
    /// No new samples for this long: say so.
    pub stalled: Duration,
    /// No new samples for this long: end the take.
    pub lost: Duration,
    /// No new samples for this long after an error of the sound system: end the take.
    pub failed: Duration,
    /// Only zeros for this long, in time of the take: say so.
    pub zeros: Duration,
    /// Losses closer together than this are one episode.
    pub quiet_after_loss: Duration,
    /// As much sound as this is missing against the clock, for good: the sound system lost it.
    /// Above what a buffer more or less can feign, below what a listener would miss.
    pub missing: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            late: Duration::from_secs(2),
            never: Duration::from_secs(6),
            stalled: Duration::from_secs(1),
            lost: Duration::from_secs(5),
            failed: Duration::from_millis(700),
            zeros: Duration::from_secs(2),
            quiet_after_loss: Duration::from_millis(500),
            missing: Duration::from_millis(80),
        }
    }
}
