//! Sound that the sound system lost without a word, found by comparing frames with the clock.
//! Pure: time is an argument. Not here: losses in our own ring (`capture`).
//!
//! A healthy stream lags behind the clock by a latency that jumps about within a buffer, and drifts with
//! the device's own clock by less than one part in a thousand. The smallest lag of a second is the
//! latency; when it stands higher than before in two seconds in a row, that much sound is missing.
//! A stream that catches up later never shows such a step, because seconds in which nothing
//! arrives are left out.

use std::time::Duration;

/// How long the smallest lag is looked for.
const WINDOW: Duration = Duration::from_secs(1);
/// What a device's clock may drift in one window, in seconds.
const DRIFT_SECS: f64 = 0.001;

/// Watches the lag of one stream.
#[derive(Debug, Default)]
pub struct DropoutDetector {
    captured: u64,
    window_began: Duration,
    // Smallest lag of the window that runs, and of the one before; in seconds, may be negative.
    smallest_secs: Option<f64>,
    before_secs: Option<f64>,
    // The lag of a stream that lost nothing.
    healthy_secs: Option<f64>,
}

impl DropoutDetector {
    /// Looks once; the answer is how many frames are missing. `now` is the time since the stream
    /// was started, `captured` the frames it has delivered, `notice` the least that counts.
    pub fn step(
        &mut self,
        now: Duration,
        captured: u64,
        sample_rate_hz: u32,
        notice: Duration,
    ) -> Option<u64> {
        if captured == 0 || sample_rate_hz == 0 {
            self.window_began = now;
            return None;
        }
        let rate = f64::from(sample_rate_hz);
        if captured > self.captured {
            self.captured = captured;
            let lag_secs = now.as_secs_f64() - captured as f64 / rate;
            let smallest = self.smallest_secs.map_or(lag_secs, |s| s.min(lag_secs));
            self.smallest_secs = Some(smallest);
        }
        if now.saturating_sub(self.window_began) < WINDOW {
            return None;
        }
        self.window_began = now;
        // A second in which nothing arrived says nothing, and breaks the row.
        let latest = self.smallest_secs.take();
        let before = std::mem::replace(&mut self.before_secs, latest);
        let (latest, before) = (latest?, before?);
        let healthy = *self.healthy_secs.get_or_insert(latest.max(before));
        let missing_secs = latest.min(before) - healthy;
        if missing_secs >= notice.as_secs_f64() {
            self.healthy_secs = Some(healthy + missing_secs);
            // Seen once is told once.
            self.before_secs = None;
            return Some((missing_secs * rate).round() as u64);
        }
        // Upwards it only drifts, and a step is not drift. Downwards it follows, but not a single
        // second: a reader that is held up between two clocks sees a lag that never was.
        let lower = latest.max(before).min(healthy);
        let above = latest - lower;
        let drift = if above < notice.as_secs_f64() {
            above.clamp(0.0, DRIFT_SECS)
        } else {
            0.0
        };
        self.healthy_secs = Some(lower + drift);
        None
    }

    /// How many frames are missing by now of a stream that is known to have been interrupted; the lag
    /// before the interruption tells.
    pub fn lost_by(
        &self,
        now: Duration,
        captured: u64,
        sample_rate_hz: u32,
        notice: Duration,
    ) -> Option<u64> {
        let before = self
            .healthy_secs
            .or(self.before_secs)
            .or(self.smallest_secs);
        let rate = f64::from(sample_rate_hz);
        let lag_secs = now.as_secs_f64() - captured as f64 / rate;
        let missing_secs = lag_secs - before?;
        let counts = rate > 0.0 && missing_secs >= notice.as_secs_f64();
        counts.then(|| (missing_secs * rate).round() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;
    const NOTICE: Duration = Duration::from_millis(80);

    /// Feeds a stream whose frames at each millisecond are told by a function, looked at every
    /// 17 ms; answers when what was found missing, in milliseconds.
    fn found(until_ms: u64, delivered_ms: impl Fn(u64) -> u64) -> Vec<(u64, u64)> {
        let mut watch = DropoutDetector::default();
        (0..until_ms)
            .step_by(17)
            .filter_map(|ms| {
                let now = Duration::from_millis(ms);
                let frames = watch.step(now, delivered_ms(ms) * 48, RATE, NOTICE)?;
                Some((ms, frames / 48))
            })
            .collect()
    }

    /// Whole buffers of 50 ms, 120 ms after they were spoken.
    fn buffered(ms: u64) -> u64 {
        ms.saturating_sub(120) / 50 * 50
    }

    #[test]
    fn a_healthy_stream_is_left_alone() {
        assert_eq!(found(600_000, buffered), []);
        // A clock that is 0.05 % slow or fast, for ten minutes.
        assert_eq!(found(600_000, |ms| buffered(ms * 9_995 / 10_000)), []);
        assert_eq!(found(600_000, |ms| buffered(ms * 10_005 / 10_000)), []);
    }

    #[test]
    fn a_lasting_loss_is_measured_within_three_seconds() {
        for lost in [100, 170, 1_000, 4_000] {
            let stream = |ms: u64| match buffered(ms) {
                before @ 0..10_000 => before,
                after => after.saturating_sub(lost).max(10_000),
            };
            let seen = found(60_000, stream);
            assert_eq!(seen.len(), 1, "{lost}: {seen:?}");
            let (at, ms) = seen[0];
            assert!(ms.abs_diff(lost) <= 20, "{lost}: {ms}");
            assert!(at <= 10_000 + lost + 3_500, "{lost}: told at {at}");
        }
    }

    #[test]
    fn sound_that_comes_late_is_not_lost() {
        // Nothing for two seconds, then all of it at once; and a burst every three seconds.
        let late = |ms: u64| match ms {
            10_000..12_000 => buffered(10_000),
            _ => buffered(ms),
        };
        assert_eq!(found(60_000, late), []);
        assert_eq!(found(60_000, |ms| buffered(ms) / 3_000 * 3_000), []);
    }

    #[test]
    fn each_of_several_losses_is_told() {
        let stream = |ms: u64| {
            let lost = ms / 20_000 * 200;
            buffered(ms).saturating_sub(lost)
        };
        let seen = found(90_000, stream);
        let sum: u64 = seen.iter().map(|(_, ms)| ms).sum();
        assert_eq!(seen.len(), 4, "{seen:?}");
        assert!(sum.abs_diff(800) <= 60, "{sum}");
    }

    #[test]
    fn a_reader_that_is_held_up_finds_nothing() {
        // Every five seconds one look counts sound that came 300 ms after its clock was read.
        let stream = |ms: u64| buffered(if ms % 5_000 < 17 { ms + 300 } else { ms });
        assert_eq!(found(60_000, stream), []);
    }
}
