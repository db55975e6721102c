//! A recording as frames of 10 ms: how loud each is, how much like a voice, how periodic. Takes the
//! samples once, piece by piece, and keeps 12 bytes of each frame: an hour takes 5 MB.
//! Not here: what follows from them (`runs`, `nuclei`).

use crate::analysis::level::SILENCE_DBFS;
use crate::analysis::resample::Resampler;
use crate::analysis::thresholds::{FRAME_SAMPLES, LOW_CUT_HZ, PITCH_EVERY, RATE_HZ};
use crate::analysis::voice::VoiceScores;
use crate::analysis::voicing::Voicing;

/// Samples that are resampled at once: three times a power of two, for 48 kHz.
const CHUNK: usize = 3 * 512;
/// Samples that are turned from 16 bits at once.
const BLOCK: usize = 4096;

/// The frames of a recording. All lists are equally long.
#[derive(Clone, Debug, PartialEq)]
pub struct Frames {
    /// Frames per second of the recording itself.
    pub sample_rate_hz: u32,
    /// Length of the recording in its own frames.
    pub take_frames: u64,
    /// RMS above [`LOW_CUT_HZ`] in dBFS; [`SILENCE_DBFS`] where nothing moved.
    pub level_dbfs: Vec<f32>,
    /// 0 to 1: how much it is like a voice.
    pub voice: Vec<f32>,
    /// 0 to 1: how periodic it is.
    pub voiced: Vec<f32>,
}

impl Frames {
    /// The start of an analysis frame in frames of the recording; its end where it is the last.
    pub fn take_frame(&self, frame: usize) -> u64 {
        let at = frame as u64 * FRAME_SAMPLES as u64 * u64::from(self.sample_rate_hz);
        let half = u64::from(RATE_HZ / 2);
        ((at + half) / u64::from(RATE_HZ)).min(self.take_frames)
    }

    /// The analysis frame that a frame of the recording lies in.
    pub fn at(&self, take_frame: u64) -> usize {
        let per_sec = u64::from(RATE_HZ) / FRAME_SAMPLES as u64;
        let at = take_frame.saturating_mul(per_sec) / u64::from(self.sample_rate_hz.max(1));
        usize::try_from(at).unwrap_or(usize::MAX)
    }
}

/// Makes frames from samples.
pub struct Listener {
    sample_rate_hz: u32,
    take_frames: u64,
    resampler: Resampler,
    scores: VoiceScores,
    filter: LowCut,
    voicing: Voicing,
    // At the analysis rate: what is not a whole frame yet.
    open: Vec<f32>,
    fresh: Vec<f32>,
    level_dbfs: Vec<f32>,
    voiced: Vec<f32>,
}

impl Listener {
    /// For samples of a rate in frames per second; `None` for a rate that makes no sense.
    pub fn new(sample_rate_hz: u32) -> Option<Self> {
        Some(Self {
            sample_rate_hz,
            take_frames: 0,
            resampler: Resampler::in_chunks(sample_rate_hz, RATE_HZ, CHUNK)?,
            scores: VoiceScores::new(),
            filter: LowCut::new(),
            voicing: Voicing::new(),
            open: Vec::new(),
            fresh: Vec::new(),
            level_dbfs: Vec::new(),
            voiced: Vec::new(),
        })
    }

    /// Takes the next samples.
    pub fn push(&mut self, samples: &[i16]) {
        let mut block = [0.0; BLOCK];
        for piece in samples.chunks(BLOCK) {
            for (unit, sample) in block.iter_mut().zip(piece) {
                *unit = f32::from(*sample) / 32_768.0;
            }
            let block = block.get(..piece.len()).unwrap_or_default();
            self.take_frames += block.len() as u64;
            self.resampler.push(block, &mut self.fresh);
            self.hear();
        }
    }

    /// All frames; the last is filled up with silence.
    pub fn finish(mut self) -> Frames {
        self.resampler.finish(&mut self.fresh);
        self.hear();
        let rest = self.open.len() % FRAME_SAMPLES;
        if rest > 0 {
            self.fresh.resize(FRAME_SAMPLES - rest, 0.0);
            self.hear();
        }
        Frames {
            sample_rate_hz: self.sample_rate_hz,
            take_frames: self.take_frames,
            voice: self.scores.finish(self.level_dbfs.len()),
            level_dbfs: self.level_dbfs,
            voiced: self.voiced,
        }
    }

    fn hear(&mut self) {
        // The resampler may ring a little over full scale.
        for sample in &mut self.fresh {
            *sample = sample.clamp(-1.0, 1.0);
        }
        self.scores.push(&self.fresh);
        self.open.append(&mut self.fresh);
        let mut open = std::mem::take(&mut self.open);
        let (frames, rest) = open.as_chunks::<FRAME_SAMPLES>();
        let whole = open.len() - rest.len();
        for frame in frames {
            self.frame(frame);
        }
        open.drain(..whole);
        self.open = open;
    }

    fn frame(&mut self, frame: &[f32; FRAME_SAMPLES]) {
        let mut frame = *frame;
        self.filter.pass(&mut frame);
        let power = frame.iter().map(|s| s * s).sum::<f32>() / FRAME_SAMPLES as f32;
        self.level_dbfs.push(dbfs_of_power(power));
        self.voicing.push(&frame);
        let strength = if self.level_dbfs.len() % PITCH_EVERY == 1 {
            self.voicing.strength()
        } else {
            self.voiced.last().copied().unwrap_or(0.0)
        };
        self.voiced.push(strength);
    }
}

/// Squared magnitude to dBFS, between [`SILENCE_DBFS`] and 0.
pub fn dbfs_of_power(power: f32) -> f32 {
    if power > 0.0 {
        (10.0 * power.log10()).clamp(SILENCE_DBFS, 0.0)
    } else {
        SILENCE_DBFS
    }
}

/// Butterworth's high-pass of second order at [`LOW_CUT_HZ`]; takes a constant offset out, too.
#[derive(Clone, Debug)]
struct LowCut {
    gain: f32,
    back: [f32; 2],
    state: [f32; 2],
}

impl LowCut {
    fn new() -> Self {
        let warped = (std::f32::consts::PI * LOW_CUT_HZ / RATE_HZ as f32).tan();
        let square = warped * warped;
        let norm = 1.0 / (1.0 + std::f32::consts::SQRT_2 * warped + square);
        Self {
            gain: norm,
            back: [
                2.0 * (square - 1.0) * norm,
                (1.0 - std::f32::consts::SQRT_2 * warped + square) * norm,
            ],
            state: [0.0; 2],
        }
    }

    fn pass(&mut self, samples: &mut [f32]) {
        let [back1, back2] = self.back;
        let [mut first, mut second] = self.state;
        for sample in samples {
            let input = *sample * self.gain;
            let output = input + first;
            first = second - 2.0 * input - back1 * output;
            second = input - back2 * output;
            *sample = output;
        }
        self.state = [first, second];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::vowels::take;
    use proptest::prelude::*;

    fn frames(samples: &[i16], rate: u32, piece: usize) -> Frames {
        let mut listener = Listener::new(rate).unwrap();
        samples.chunks(piece).for_each(|piece| listener.push(piece));
        listener.finish()
    }

    #[test]
    fn a_tone_has_its_level_and_rumble_has_none() {
        for (hertz, wanted) in [
            (1_000.0, -23.0),
            (200.0, -23.0),
            (20.0, -47.0),
            (0.0, SILENCE_DBFS),
        ] {
            let tone: Vec<i16> = (0..48_000)
                .map(|at| {
                    let angle = f64::from(at) * hertz / 48_000.0 * std::f64::consts::TAU;
                    ((angle + 0.5).sin() * 3_276.7) as i16
                })
                .collect();
            let found = frames(&tone, 48_000, 5_000);
            let middle = found.level_dbfs[80];
            assert!(
                (middle - wanted).abs() < 1.0 || middle < -100.0 && hertz <= 0.0,
                "{hertz} {middle}"
            );
        }
    }

    #[test]
    fn a_step_stays_where_it_is_at_every_rate() {
        for rate in [8_000, 16_000, 44_100, 48_000, 96_000] {
            let samples = take(rate, 1.0, &[(0.5, 1.0)], 0.0);
            let found = frames(&samples, rate, 4_096);
            assert_eq!(found.level_dbfs.len(), 100, "{rate}");
            let first = found
                .level_dbfs
                .iter()
                .position(|level| *level > -45.0)
                .unwrap();
            assert!((50..=51).contains(&first), "{rate}: {first}");
            assert_eq!(found.at(found.take_frame(first)), first);
            assert_eq!(found.take_frame(100), u64::from(rate));
        }
        assert!(Listener::new(0).is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]
        #[test]
        fn the_cut_into_pieces_does_not_matter(piece in 1_usize..9_000, length in 0_usize..30_000) {
            let samples = take(48_000, 0.7, &[(0.1, 0.6)], 0.01);
            let samples = &samples[..length.min(samples.len())];
            prop_assert_eq!(frames(samples, 48_000, piece), frames(samples, 48_000, 40_000));
        }
    }
}
