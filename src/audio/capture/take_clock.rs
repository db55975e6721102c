//! The time axis of a take: from frames of the stream that delivers now to frames of the take, which
//! may have been interrupted and gone on with from another device at another rate.
//! Not here: what happens to the samples (`intake`, `writer`).

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::audio::capture::CaptureFacts;
use crate::audio::capture::stream_clock::StreamClock;
use crate::audio::clock::Stopwatch;

/// How the frames of one stream count in the take.
#[derive(Clone, Debug, Default)]
pub struct TakeClock {
    facts: Arc<CaptureFacts>,
    base_frames: u64,
    ratio: f64,
    stream_rate_hz: u32,
    stream_clock: StreamClock,
}

impl TakeClock {
    /// A take that stands still at a frame.
    pub fn standing(at_frame: u64) -> Self {
        Self {
            base_frames: at_frame,
            ..Self::default()
        }
    }

    /// A stream that begins at a frame of the take. Rates in frames per second; a stream rate of 0
    /// stands still.
    pub fn running(
        facts: Arc<CaptureFacts>,
        at_frame: u64,
        stream_rate_hz: u32,
        take_rate_hz: u32,
    ) -> Self {
        Self {
            facts,
            base_frames: at_frame,
            ratio: if stream_rate_hz == 0 {
                0.0
            } else {
                f64::from(take_rate_hz) / f64::from(stream_rate_hz)
            },
            stream_rate_hz,
            stream_clock: StreamClock::default(),
        }
    }

    /// Everything from now on is this many frames later: silence was put in.
    pub fn shift(&mut self, frames: u64) {
        self.base_frames += frames;
    }

    /// Frames of the take that were delivered so far.
    pub fn captured_frames(&self) -> u64 {
        self.base_frames + (self.facts.captured_frames() as f64 * self.ratio).round() as u64
    }

    fn observe(&mut self, now: Duration) {
        let rate_hz = f64::from(self.stream_rate_hz);
        self.stream_clock
            .observe(now, self.facts.captured_frames(), rate_hz);
    }

    fn frames_at(&self, now: Duration) -> u64 {
        let delivered = self.facts.captured_frames();
        let rate_hz = f64::from(self.stream_rate_hz);
        let stream_frames = self.stream_clock.frames_at(now, delivered, rate_hz);
        self.base_frames + (stream_frames * self.ratio).round() as u64
    }
}

/// The clock of the newest take, for whoever asks. Locked for the length of a copy, and never by a
/// callback.
#[derive(Clone, Debug)]
pub struct SharedTakeClock {
    take_clock: Arc<Mutex<TakeClock>>,
    stopwatch: Stopwatch,
}

impl Default for SharedTakeClock {
    fn default() -> Self {
        Self {
            take_clock: Arc::default(),
            stopwatch: Stopwatch::start(),
        }
    }
}

impl SharedTakeClock {
    /// Replaces it.
    pub fn set(&self, take_clock: TakeClock) {
        self.change(|present| *present = take_clock);
    }

    pub fn change(&self, change: impl FnOnce(&mut TakeClock)) {
        change(
            &mut self
                .take_clock
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        );
    }

    /// Looks how far the stream is; the more often, the better [`Self::frames_now`] knows.
    pub fn observe(&self) {
        let now = self.stopwatch.now().steady;
        self.change(|take_clock| take_clock.observe(now));
    }

    /// Frames of the newest take that were delivered so far; 0 before the first.
    pub fn captured_frames(&self) -> u64 {
        let take_clock = self
            .take_clock
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        take_clock.captured_frames()
    }

    /// Frames of the newest take that were captured by now, also those that are still on their way;
    /// told by the clock between two buffers.
    pub fn frames_now(&self) -> u64 {
        let now = self.stopwatch.now().steady;
        let take_clock = self
            .take_clock
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        take_clock.frames_at(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::capture::CaptureCallback;

    #[test]
    fn frames_of_any_stream_are_told_in_frames_of_the_take() {
        let facts = Arc::new(CaptureFacts::default());
        let (mut callback, _ring) = CaptureCallback::new(1, 2_000, Arc::clone(&facts));
        callback.on_input(&[1_i16; 1_600]);
        let take_clock = SharedTakeClock::default();
        assert_eq!(take_clock.captured_frames(), 0);
        take_clock.set(TakeClock::running(Arc::clone(&facts), 0, 16_000, 16_000));
        assert_eq!(take_clock.captured_frames(), 1_600);
        take_clock.set(TakeClock::standing(5_000));
        assert_eq!(take_clock.captured_frames(), 5_000);
        take_clock.set(TakeClock::running(facts, 5_000, 16_000, 48_000));
        assert_eq!(take_clock.captured_frames(), 5_000 + 4_800);
        take_clock.change(|take_clock| take_clock.shift(100));
        assert_eq!(take_clock.captured_frames(), 5_000 + 4_800 + 100);
    }
}
