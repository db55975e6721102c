//! Samples to minima and maxima of equal stretches, as fast as memory gives them.
//! Not here: the shape of the result (`model::peaks`), reading files (`audio::wav`).

use crate::model::peaks::{Peak, Peaks};

/// Peaks per second that are kept of a whole take: a stretch of 10 ms is finer than a pixel
/// column of any answer that fits on a screen, and an hour of it takes 1.4 MB.
pub const PEAKS_PER_SEC: u32 = 100;

/// Frames per stretch, at least 1, for about `per_sec` stretches a second.
pub fn frames_per_peak(sample_rate_hz: u32, per_sec: u32) -> u32 {
    (sample_rate_hz / per_sec.max(1)).max(1)
}

/// Grows peaks from samples that come in pieces of any size.
#[derive(Clone, Debug)]
pub struct PeakBuilder {
    frames_per_peak: u32,
    sample_rate_hz: u32,
    frames: u64,
    // The stretch that is not full yet, and how many frames it holds.
    open: Peak,
    open_frames: u32,
    done: Vec<Peak>,
}

impl PeakBuilder {
    /// An empty builder making about `per_sec` peaks a second.
    pub fn new(sample_rate_hz: u32, per_sec: u32) -> Self {
        Self {
            frames_per_peak: frames_per_peak(sample_rate_hz, per_sec),
            sample_rate_hz,
            frames: 0,
            open: Peak::default(),
            open_frames: 0,
            done: Vec::new(),
        }
    }

    /// Appends samples.
    pub fn push(&mut self, mut samples: &[i16]) {
        self.frames = self.frames.saturating_add(samples.len() as u64);
        while !samples.is_empty() {
            let room = self.frames_per_peak.saturating_sub(self.open_frames) as usize;
            let (now, later) = samples.split_at(samples.len().min(room.max(1)));
            samples = later;
            if let Some(peak) = Peak::of(now) {
                self.open = match self.open_frames {
                    0 => peak,
                    _ => self.open.merge(peak),
                };
                self.open_frames = self.open_frames.saturating_add(now.len() as u32);
            }
            if self.open_frames >= self.frames_per_peak {
                self.done.push(self.open);
                self.open_frames = 0;
            }
        }
    }

    /// Frames pushed so far.
    pub fn frames(&self) -> u64 {
        self.frames
    }

    /// Hands out the full stretches since the last call, and forgets them.
    pub fn take_done(&mut self) -> Vec<Peak> {
        std::mem::take(&mut self.done)
    }

    /// The peaks, with the last stretch as it stands.
    #[must_use]
    pub fn finish(mut self) -> Peaks {
        if self.open_frames > 0 {
            self.done.push(self.open);
        }
        Peaks::new(
            self.frames_per_peak,
            self.frames,
            self.sample_rate_hz,
            self.done,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn naive(samples: &[i16], per: usize) -> Vec<Peak> {
        samples
            .chunks(per)
            .map(|stretch| Peak {
                min: *stretch.iter().min().unwrap(),
                max: *stretch.iter().max().unwrap(),
            })
            .collect()
    }

    proptest! {
        #[test]
        fn pieces_of_any_size_give_what_the_naive_way_gives(
            samples in prop::collection::vec(any::<i16>(), 0..2000),
            cuts in prop::collection::vec(0_usize..300, 0..40),
            rate in 1_u32..2000,
        ) {
            let mut builder = PeakBuilder::new(rate, PEAKS_PER_SEC);
            let mut rest = samples.as_slice();
            for cut in cuts {
                let (now, later) = rest.split_at(cut.min(rest.len()));
                builder.push(now);
                rest = later;
            }
            builder.push(rest);
            let peaks = builder.finish();
            prop_assert_eq!(peaks.frames, samples.len() as u64);
            prop_assert_eq!(peaks.peaks, naive(&samples, peaks.frames_per_peak as usize));
        }
    }

    #[test]
    fn what_was_handed_out_is_not_handed_out_again() {
        let mut builder = PeakBuilder::new(4, 1);
        builder.push(&[1, 2, 3, 4, 5]);
        assert_eq!(builder.take_done(), [Peak { min: 1, max: 4 }]);
        assert!(builder.take_done().is_empty());
        assert_eq!(builder.finish().peaks, [Peak { min: 5, max: 5 }]);
    }
}
