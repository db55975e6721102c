//! How loud a voice and its room are, from the levels of short stretches, in constant memory.
//! Not here: what is too quiet or too noisy (`model`), single levels (`level`).

use crate::analysis::level::{SILENCE_DBFS, dbfs};
use crate::model::live::CLIP_MAGNITUDE;
use crate::model::sound::Levels;

/// Stretches in a second: each lasts 50 ms, about a syllable.
const STRETCHES_PER_SEC: u32 = 20;
/// Fewest stretches that say something: one second of sound.
const STRETCHES_LEAST: u64 = STRETCHES_PER_SEC as u64;
/// Steps of the histogram in one dB.
const BINS_PER_DB: f32 = 10.0;
const BINS: usize = (-SILENCE_DBFS * BINS_PER_DB) as usize + 1;
/// The share of stretches that are no louder than the room.
const ROOM_SHARE: f64 = 0.1;
/// The share of stretches that are no louder than the voice.
const VOICE_SHARE: f64 = 0.9;

/// Takes a recording piece by piece; how it is cut into pieces does not matter.
///
/// A constant offset of a microphone is no sound: levels are those of the deviation from the mean of
/// a stretch. Stretches in which nothing moves at all come from muting and gates, not from a room, so
/// they count only when there is nothing else.
#[derive(Clone, Debug)]
pub struct LevelMeter {
    stretch_frames: u64,
    stretch: Stretch,
    // Stretches by level, those in which something moved.
    bins: Box<[u32]>,
    moving: u64,
    still: u64,
    clipped_frames: u64,
}

/// The stretch that is not complete yet.
#[derive(Clone, Debug, Default)]
struct Stretch {
    // Frames that went by, and those of them that were heard.
    frames: u64,
    heard: u64,
    sum: i64,
    squares: u64,
}

impl LevelMeter {
    /// A meter for samples of a rate in frames per second.
    pub fn new(sample_rate_hz: u32) -> Self {
        Self {
            stretch_frames: u64::from((sample_rate_hz / STRETCHES_PER_SEC).max(1)),
            stretch: Stretch::default(),
            bins: vec![0; BINS].into_boxed_slice(),
            moving: 0,
            still: 0,
            clipped_frames: 0,
        }
    }

    /// Takes the next samples.
    pub fn push(&mut self, samples: &[i16]) {
        let clip = (CLIP_MAGNITUDE * 32_768.0) as u16;
        let mut rest = samples;
        while !rest.is_empty() {
            let room = self.stretch_frames.saturating_sub(self.stretch.frames);
            let here = usize::try_from(room).unwrap_or(rest.len()).min(rest.len());
            let (piece, later) = rest.split_at(here);
            for &sample in piece {
                let value = i64::from(sample);
                self.stretch.sum += value;
                self.stretch.squares += (value * value) as u64;
                self.clipped_frames += u64::from(sample.unsigned_abs() >= clip);
            }
            self.stretch.frames += piece.len() as u64;
            self.stretch.heard += piece.len() as u64;
            self.close_if_full();
            rest = later;
        }
    }

    /// Passes over frames that were lost: they are neither voice nor room. Constant time.
    pub fn skip(&mut self, frames: u64) {
        let passed = self.stretch.frames.saturating_add(frames);
        if passed < self.stretch_frames {
            self.stretch.frames = passed;
            return;
        }
        self.stretch.frames = self.stretch_frames;
        self.close_if_full();
        self.stretch.frames = passed % self.stretch_frames;
    }

    fn close_if_full(&mut self) {
        if self.stretch.frames < self.stretch_frames {
            return;
        }
        let stretch = std::mem::take(&mut self.stretch);
        // A stretch that was mostly lost says nothing.
        if stretch.heard == 0 || stretch.heard * 2 < self.stretch_frames {
            return;
        }
        let level = stretch.dbfs();
        if level <= SILENCE_DBFS {
            self.still += 1;
            return;
        }
        let bin = ((level - SILENCE_DBFS) * BINS_PER_DB).round() as usize;
        if let Some(count) = self.bins.get_mut(bin) {
            *count = count.saturating_add(1);
            self.moving += 1;
        }
    }

    /// The levels so far; `None` while there is less than a second of sound.
    pub fn levels(&self) -> Option<Levels> {
        if self.moving + self.still < STRETCHES_LEAST {
            return None;
        }
        Some(Levels {
            noise_dbfs: self.level_at(ROOM_SHARE),
            speech_dbfs: self.level_at(VOICE_SHARE),
            clipped_frames: self.clipped_frames,
        })
    }

    /// The level that this share of the moving stretches does not exceed.
    fn level_at(&self, share: f64) -> f32 {
        let wanted = (share * self.moving as f64).ceil() as u64;
        let mut passed = 0_u64;
        for (bin, &count) in self.bins.iter().enumerate() {
            passed += u64::from(count);
            if count > 0 && passed >= wanted {
                return SILENCE_DBFS + bin as f32 / BINS_PER_DB;
            }
        }
        SILENCE_DBFS
    }
}

impl Stretch {
    /// RMS without the constant part.
    fn dbfs(&self) -> f32 {
        let count = self.heard as f64;
        let mean = self.sum as f64 / count;
        let power = (self.squares as f64 / count - mean * mean).max(0.0);
        dbfs((power.sqrt() / 32_768.0) as f32)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RATE: u32 = 8_000;

    fn levels(samples: &[i16]) -> Option<Levels> {
        let mut meter = LevelMeter::new(RATE);
        meter.push(samples);
        meter.levels()
    }

    /// Seconds of a 200 Hz tone.
    fn tone(secs: f64, peak: f64) -> Vec<i16> {
        (0..(secs * f64::from(RATE)) as usize)
            .map(|frame| {
                let angle = frame as f64 * 200.0 / f64::from(RATE) * std::f64::consts::TAU;
                (angle.sin() * peak * 32_767.0).round() as i16
            })
            .collect()
    }

    fn close(found: f32, wanted: f32, within: f32) -> bool {
        (found - wanted).abs() <= within
    }

    #[test]
    fn a_voice_over_a_room_is_told_apart() {
        let mut samples = tone(2.0, 0.001);
        samples.extend(tone(2.0, 0.1));
        let found = levels(&samples).unwrap();
        // The RMS of a tone is 3 dB below its peak.
        assert!(close(found.noise_dbfs, -63.0, 0.2), "{found:?}");
        assert!(close(found.speech_dbfs, -23.0, 0.2), "{found:?}");
        assert_eq!(found.clipped_frames, 0);
    }

    #[test]
    fn less_than_a_second_says_nothing() {
        assert_eq!(levels(&tone(0.94, 0.5)), None);
        assert!(levels(&tone(1.0, 0.5)).is_some());
        assert_eq!(LevelMeter::new(0).levels(), None);
    }

    #[test]
    fn silence_of_a_gate_is_no_room_unless_there_is_nothing_else() {
        let mut samples = vec![0; 2 * RATE as usize];
        let nothing = levels(&samples).unwrap();
        assert!(close(nothing.noise_dbfs, SILENCE_DBFS, 0.0));
        assert!(close(nothing.speech_dbfs, SILENCE_DBFS, 0.0));
        samples.extend(tone(1.0, 0.01));
        assert!(close(levels(&samples).unwrap().noise_dbfs, -43.0, 0.2));
    }

    #[test]
    fn a_constant_offset_is_no_sound() {
        let plain = levels(&tone(2.0, 0.01)).unwrap();
        let offset: Vec<i16> = tone(2.0, 0.01).iter().map(|value| value + 3_000).collect();
        let found = levels(&offset).unwrap();
        assert!(close(found.noise_dbfs, plain.noise_dbfs, 0.15), "{found:?}");
    }

    #[test]
    fn what_was_lost_is_neither_voice_nor_room() {
        let mut meter = LevelMeter::new(RATE);
        meter.push(&tone(0.6, 0.1));
        meter.skip(u64::MAX / 2);
        meter.push(&tone(0.6, 0.1));
        meter.skip(3);
        let found = meter.levels().unwrap();
        assert!(close(found.noise_dbfs, -23.0, 0.2), "{found:?}");
    }

    #[test]
    fn every_sample_at_full_scale_is_counted() {
        let mut samples = tone(1.0, 0.5);
        samples.extend([i16::MAX, i16::MIN, 32_766, -32_766, 32_765]);
        assert_eq!(levels(&samples).unwrap().clipped_frames, 4);
    }

    proptest! {
        #[test]
        fn twice_as_loud_is_six_db_more(seed in any::<u64>()) {
            let mut state = seed | 1;
            let quiet: Vec<i16> = (0..2 * RATE)
                .map(|frame| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    let loud = if frame / 4_000 % 2 == 0 { 50 } else { 5_000 };
                    ((state >> 40) as i32 % (2 * loud) - loud) as i16
                })
                .collect();
            let loud: Vec<i16> = quiet.iter().map(|value| value * 2).collect();
            let (quiet, loud) = (levels(&quiet).unwrap(), levels(&loud).unwrap());
            prop_assert!(close(loud.noise_dbfs - quiet.noise_dbfs, 6.02, 0.15));
            prop_assert!(close(loud.speech_dbfs - quiet.speech_dbfs, 6.02, 0.15));
        }

        #[test]
        fn the_cut_into_pieces_does_not_matter(
            samples in proptest::collection::vec(any::<i16>(), 8_000..12_000),
            piece in 1_usize..3_000,
            lost in 0_u64..2_000,
        ) {
            let mut whole = LevelMeter::new(RATE);
            whole.push(&samples);
            whole.skip(lost);
            whole.push(&samples);
            let mut pieces = LevelMeter::new(RATE);
            samples.chunks(piece).for_each(|piece| pieces.push(piece));
            (0..lost).for_each(|_| pieces.skip(1));
            samples.chunks(piece).for_each(|piece| pieces.push(piece));
            prop_assert_eq!(whole.levels(), pieces.levels());
        }
    }
}
