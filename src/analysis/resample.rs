//! From one rate to another, piece by piece, without shifting the time axis: a file's to a speaker's, a
//! recording's to the analysis'. Not here: where the pieces come from and go to (`audio`, `frames`).

use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Indexing, Resampler as _, WindowFunction};

/// Frames that go through at once.
const CHUNK: usize = 1024;

/// Turns one rate into another. With equal rates the samples pass untouched.
pub struct Resampler {
    // `None` for equal rates.
    inner: Option<Fft<f32>>,
    ratio: f64,
    // What is not a full chunk yet.
    input: Vec<f32>,
    output: Vec<f32>,
    // Frames of the filter's delay that are still to be left out.
    to_skip: usize,
    taken: u64,
    given: u64,
}

impl Resampler {
    /// A resampler between two rates in frames per second; `None` for rates that make no sense.
    pub fn new(from_hz: u32, to_hz: u32) -> Option<Self> {
        Self::made(from_hz, to_hz, CHUNK, |from, to| {
            Fft::new(from, to, CHUNK, 1, FixedSync::Input).ok()
        })
    }

    /// The same for a whole recording: `chunk` frames go through at once. A length that is a multiple
    /// of the rates' shortest one, without large prime factors, takes a third of the time.
    pub fn in_chunks(from_hz: u32, to_hz: u32, chunk: usize) -> Option<Self> {
        Self::made(from_hz, to_hz, chunk, |from, to| {
            let window = WindowFunction::BlackmanHarris2;
            Fft::new_custom(from, to, chunk, 1, 1, window, FixedSync::Input).ok()
        })
    }

    fn made(
        from_hz: u32,
        to_hz: u32,
        chunk: usize,
        inner: impl FnOnce(usize, usize) -> Option<Fft<f32>>,
    ) -> Option<Self> {
        if from_hz == 0 || to_hz == 0 {
            return None;
        }
        let inner = if from_hz == to_hz {
            None
        } else {
            Some(inner(from_hz as usize, to_hz as usize)?)
        };
        let mut resampler = Self {
            output: vec![
                0.0;
                inner
                    .as_ref()
                    .map_or(0, rubato::Resampler::output_frames_max)
            ],
            inner,
            ratio: f64::from(to_hz) / f64::from(from_hz),
            input: Vec::with_capacity(chunk * 2),
            to_skip: 0,
            taken: 0,
            given: 0,
        };
        resampler.reset();
        Some(resampler)
    }

    /// Forgets everything, for a jump.
    pub fn reset(&mut self) {
        self.input.clear();
        self.taken = 0;
        self.given = 0;
        if let Some(inner) = &mut self.inner {
            inner.reset();
            self.to_skip = inner.output_delay();
        }
    }

    /// Takes samples and appends what is ready to `out`.
    pub fn push(&mut self, samples: &[f32], out: &mut Vec<f32>) {
        if self.inner.is_none() {
            out.extend_from_slice(samples);
            return;
        }
        self.taken += samples.len() as u64;
        self.input.extend_from_slice(samples);
        while self.input.len() >= self.needed() {
            let needed = self.needed();
            self.process(needed, u64::MAX, out);
            self.input.drain(..needed);
        }
    }

    /// Appends the rest to `out`, so that all of it is as long as all that was taken.
    pub fn finish(&mut self, out: &mut Vec<f32>) {
        let whole = (self.taken as f64 * self.ratio).round() as u64;
        while self.inner.is_some() && self.given < whole {
            let before = self.given + self.to_skip as u64;
            let rest = self.input.len().min(self.needed());
            self.process(rest, whole, out);
            self.input.clear();
            // A chunk of nothing moves the delay on; if not even that, there is no more to get.
            if self.given + self.to_skip as u64 == before && self.to_skip == 0 {
                break;
            }
        }
    }

    fn needed(&self) -> usize {
        self.inner
            .as_ref()
            .map_or(1, rubato::Resampler::input_frames_next)
            .max(1)
    }

    /// Sends `frames` of the input through, the rest of the chunk being silence, and hands out at
    /// most up to frame `limit`.
    fn process(&mut self, frames: usize, limit: u64, out: &mut Vec<f32>) {
        let needed = self.needed();
        if self.input.len() < needed {
            self.input.resize(needed, 0.0);
        }
        let Some(inner) = &mut self.inner else { return };
        let room = self.output.len();
        let (Ok(input), Ok(mut output)) = (
            InterleavedSlice::new(self.input.as_slice(), 1, self.input.len()),
            InterleavedSlice::new_mut(self.output.as_mut_slice(), 1, room),
        ) else {
            return;
        };
        let indexing = Indexing::new().partial_len(frames);
        let made = inner.process_into_buffer(&input, &mut output, Some(&indexing));
        let Ok((_, made)) = made else {
            tracing::warn!("a piece could not be resampled");
            return;
        };
        let skipped = made.min(self.to_skip);
        self.to_skip -= skipped;
        let fits = usize::try_from(limit - self.given).unwrap_or(usize::MAX);
        let end = made.min(skipped.saturating_add(fits));
        let ready = self.output.get(skipped..end).unwrap_or_default();
        self.given += ready.len() as u64;
        out.extend_from_slice(ready);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tone(rate: u32, hz: f32, frames: usize) -> Vec<f32> {
        (0..frames)
            .map(|frame| (frame as f32 * hz * std::f32::consts::TAU / rate as f32).sin())
            .collect()
    }

    #[test]
    fn length_and_place_stay_whatever_the_rates() {
        for (from, to) in [
            (44_100, 48_000),
            (48_000, 44_100),
            (16_000, 48_000),
            (48_000, 48_000),
        ] {
            let frames = from as usize + 123;
            let mut resampler = Resampler::new(from, to).unwrap();
            for round in 0..2 {
                let mut out = Vec::new();
                for piece in tone(from, 440.0, frames).chunks(777) {
                    resampler.push(piece, &mut out);
                }
                resampler.finish(&mut out);
                let whole = (frames as f64 * f64::from(to) / f64::from(from)).round() as usize;
                assert_eq!(out.len(), whole, "{from} {to} {round}");
                let worst = out
                    .iter()
                    .zip(tone(to, 440.0, whole))
                    .skip(2_000)
                    .take(whole - 4_000)
                    .map(|(got, wanted)| (got - wanted).abs())
                    .fold(0.0, f32::max);
                assert!(worst < 0.01, "{from} {to}: {worst}");
                resampler.reset();
            }
        }
    }

    #[test]
    fn very_short_sounds_come_through() {
        let mut resampler = Resampler::new(44_100, 48_000).unwrap();
        let mut out = Vec::new();
        resampler.push(&[0.5; 10], &mut out);
        resampler.finish(&mut out);
        assert_eq!(out.len(), 11);
        assert!(Resampler::new(0, 48_000).is_none());
    }
}
