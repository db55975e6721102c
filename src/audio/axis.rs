//! The time axis of a take: from frames of the stream that delivers now to frames of the take, which
//! may have been interrupted and gone on with from another device at another rate.
//! Not here: what happens to the samples (`intake`, `writer`).

use std::sync::{Arc, Mutex, PoisonError};

use crate::audio::capture::CaptureFacts;

/// How the frames of one stream count in the take.
#[derive(Clone, Debug, Default)]
pub struct Axis {
    facts: Arc<CaptureFacts>,
    base_frames: u64,
    ratio: f64,
}

impl Axis {
    /// A take that stands still at a frame.
    pub fn standing(at_frame: u64) -> Self {
        Self {
            facts: Arc::default(),
            base_frames: at_frame,
            ratio: 0.0,
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
}

/// The axis of the newest take, for whoever asks. Locked for the length of a copy, and never by a
/// callback.
#[derive(Clone, Debug, Default)]
pub struct SharedAxis(Arc<Mutex<Axis>>);

impl SharedAxis {
    /// Replaces it.
    pub fn set(&self, axis: Axis) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = axis;
    }

    /// Changes it.
    pub fn change(&self, change: impl FnOnce(&mut Axis)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Frames of the newest take that were delivered so far; 0 before the first.
    pub fn captured_frames(&self) -> u64 {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .captured_frames()
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
        let axis = SharedAxis::default();
        assert_eq!(axis.captured_frames(), 0);
        axis.set(Axis::running(Arc::clone(&facts), 0, 16_000, 16_000));
        assert_eq!(axis.captured_frames(), 1_600);
        axis.set(Axis::standing(5_000));
        assert_eq!(axis.captured_frames(), 5_000);
        axis.set(Axis::running(facts, 5_000, 16_000, 48_000));
        assert_eq!(axis.captured_frames(), 5_000 + 4_800);
        axis.change(|axis| axis.shift(100));
        assert_eq!(axis.captured_frames(), 5_000 + 4_800 + 100);
    }
}
