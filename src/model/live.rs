//! What is known of a take while it is being recorded: time, level, and the newest peaks.

use std::collections::VecDeque;

use crate::model::peaks::Peak;

/// Peaks per second that the writer reports while recording.
pub const LIVE_PEAKS_PER_SEC: u32 = 32;
/// How much of the take the live waveform shows.
pub const LIVE_WINDOW_SECS: u32 = 24;
/// Level from which a sample counts as clipped: the last step below full scale.
pub const CLIP_MAGNITUDE: f32 = 32_766.0 / 32_768.0;

/// The growing take as the screen shows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LiveTake {
    /// Frames per second; 0 before the first samples.
    pub sample_rate_hz: u32,
    /// Frames that the device delivered.
    pub captured_frames: u64,
    /// Frames that are in the file.
    pub written_frames: u64,
    /// Peak level of the last report, in dBFS; at most 0, at least −120.
    pub level_dbfs: f32,
    /// Frame of the newest clipped sample.
    pub clipped_at_frame: Option<u64>,
    /// Newest peaks at [`LIVE_PEAKS_PER_SEC`], oldest first, at most [`LIVE_WINDOW_SECS`] long.
    pub peaks: VecDeque<Peak>,
    /// Number of peaks since the start, so that bars keep their place when old ones leave.
    pub peaks_total: u64,
}

impl LiveTake {
    /// Appends peaks and forgets those that left the window.
    pub fn push_peaks(&mut self, peaks: &[Peak]) {
        self.peaks.extend(peaks);
        self.peaks_total += peaks.len() as u64;
        let keep = (LIVE_PEAKS_PER_SEC * LIVE_WINDOW_SECS) as usize;
        while self.peaks.len() > keep {
            self.peaks.pop_front();
        }
    }

    /// Seconds delivered by the device.
    pub fn captured_secs(&self) -> f64 {
        crate::model::take::seconds_from_frames(self.captured_frames, self.sample_rate_hz)
    }

    /// Seconds that are in the file.
    pub fn written_secs(&self) -> f64 {
        crate::model::take::seconds_from_frames(self.written_frames, self.sample_rate_hz)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_does_not_grow_with_the_length_of_a_recording() {
        let mut live = LiveTake::default();
        for _ in 0..10_000 {
            live.push_peaks(&[Peak { min: -1, max: 1 }; 3]);
        }
        assert_eq!(live.peaks.len(), 24 * 32);
        assert_eq!(live.peaks_total, 30_000);
    }
}
