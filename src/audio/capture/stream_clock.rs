//! Where a stream is between two of its buffers, by the clock. Pure: time is an argument.
//! Not here: what counts as lost (`dropout_detector`), frames of a take (`take_clock`).
//!
//! Buffers arrive late by what the sound system and the reader add, and never early. So of all
//! moments at which frames were counted, the one with the most frames for its time is that at which a
//! buffer had just arrived; from it the clock counts on.

use std::time::Duration;

/// How long an arrival counts: a device's own clock drifts by less than a millisecond in it.
const WINDOW: Duration = Duration::from_secs(1);
/// Most that is added to what was delivered, in seconds: longer than any usual buffer, and too short to
/// run ahead of a stream that stopped.
const MOST_AHEAD_SECS: f64 = 0.25;

/// The pace of one stream.
#[derive(Clone, Copy, Debug, Default)]
pub struct StreamClock {
    window_began: Duration,
    // Most frames ahead of the clock, in seconds: in the window that runs and in the one before.
    best_secs: Option<f64>,
    before_secs: Option<f64>,
}

impl StreamClock {
    /// Notes how many frames were delivered at a moment; rates in frames per second.
    pub fn observe(&mut self, now: Duration, delivered_frames: u64, rate_hz: f64) {
        if delivered_frames == 0 || rate_hz <= 0.0 {
            return;
        }
        if now.saturating_sub(self.window_began) >= WINDOW {
            self.before_secs = self.best_secs.take();
            self.window_began = now;
        }
        let ahead_secs = delivered_frames as f64 / rate_hz - now.as_secs_f64();
        let best = self.best_secs.map_or(ahead_secs, |s| s.max(ahead_secs));
        self.best_secs = Some(best);
    }

    /// How many frames the stream has captured by a moment, delivered or not; never fewer than were
    /// delivered.
    pub fn frames_at(&self, now: Duration, delivered_frames: u64, rate_hz: f64) -> f64 {
        let delivered = delivered_frames as f64;
        let best = [self.best_secs, self.before_secs].into_iter().flatten();
        let Some(ahead_secs) = best.reduce(f64::max) else {
            return delivered;
        };
        let by_the_clock = (now.as_secs_f64() + ahead_secs) * rate_hz;
        by_the_clock.clamp(delivered, delivered + MOST_AHEAD_SECS * rate_hz)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE_HZ: f64 = 48_000.0;

    /// Buffers of 50 ms that are 7 ms old when they arrive; the stream stops at `end_ms`.
    fn delivered(ms: u64, end_ms: u64) -> u64 {
        ms.min(end_ms).saturating_sub(7) / 50 * 50 * 48
    }

    fn watched(until_ms: u64, every_ms: usize, end_ms: u64) -> StreamClock {
        let mut clock = StreamClock::default();
        for ms in (0..until_ms).step_by(every_ms) {
            let now = Duration::from_millis(ms);
            clock.observe(now, delivered(ms, end_ms), RATE_HZ);
        }
        clock
    }

    #[test]
    fn between_two_buffers_the_clock_counts() {
        let clock = watched(5_000, 15, u64::MAX);
        for ms in 5_000..5_200 {
            let now = Duration::from_millis(ms);
            let frames = clock.frames_at(now, delivered(ms, u64::MAX), RATE_HZ);
            let truth = (ms - 7) as f64 * 48.0;
            // As near as the looks come to an arrival: 15 ms and 50 ms meet every 5 ms.
            assert!(
                (frames - truth).abs() <= 5.0 * 48.0,
                "{ms}: {frames} {truth}"
            );
        }
    }

    #[test]
    fn a_stream_that_stopped_is_not_run_ahead_of() {
        let clock = watched(5_000, 15, 4_500);
        let now = Duration::from_secs(9);
        let frames = clock.frames_at(now, delivered(9_000, 4_500), RATE_HZ);
        assert!(frames <= (4_500.0 + 250.0) * 48.0, "{frames}");
    }

    #[test]
    fn before_anything_is_known_only_what_was_delivered_counts() {
        let clock = StreamClock::default();
        let now = Duration::from_secs(1);
        assert!((clock.frames_at(now, 480, RATE_HZ) - 480.0).abs() < 1e-9);
    }
}
