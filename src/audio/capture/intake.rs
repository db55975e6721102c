//! From the ring of one stream to samples at the take's rate, with losses where they happened.
//! Not here: the file (`writer`), the ring's other end (`capture`).

use std::sync::Arc;

use rtrb::Consumer;

use crate::analysis::resample::Resampler;
use crate::audio::capture::{CaptureFacts, CaptureItem, Slot};
use crate::audio::sample::{from_i16, to_i16};
use crate::model::fault::SoundFault;

/// Slots handled at once.
const BLOCK: usize = 1 << 14;

/// What comes out of the ring, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Samples at the take's rate.
    Samples(&'a [i16]),
    /// This many frames of the take are missing here, at least 1.
    Lost(u64),
}

/// The end of one stream's ring. A take that goes on from another device gets a new one.
pub struct Intake {
    ring: Consumer<Slot>,
    facts: Arc<CaptureFacts>,
    // Frames of the take per frame of the stream, and how to get there when it is not 1.
    ratio: f64,
    resampler: Option<Resampler>,
    // Frames of the stream that were taken, and frames of the take that were given.
    taken: u64,
    given: u64,
    // Kept to be used again.
    slots: Vec<Slot>,
    block: Vec<i16>,
    floats: Vec<f32>,
    resampled: Vec<f32>,
    converted: Vec<i16>,
}

impl Intake {
    /// An intake for a stream of one rate into a take of another, in frames per second. Fails when
    /// there is no way between the two.
    pub fn new(
        ring: Consumer<Slot>,
        facts: Arc<CaptureFacts>,
        stream_rate_hz: u32,
        take_rate_hz: u32,
    ) -> Result<Self, SoundFault> {
        let no_way = || SoundFault::Other {
            detail: format!("{stream_rate_hz} Hz cannot become {take_rate_hz} Hz"),
        };
        let resampler = if stream_rate_hz == take_rate_hz {
            None
        } else {
            Some(Resampler::new(stream_rate_hz, take_rate_hz).ok_or_else(no_way)?)
        };
        Ok(Self {
            ring,
            facts,
            ratio: f64::from(take_rate_hz) / f64::from(stream_rate_hz.max(1)),
            resampler,
            taken: 0,
            given: 0,
            slots: vec![Slot::default(); BLOCK],
            block: Vec::with_capacity(BLOCK),
            floats: Vec::new(),
            resampled: Vec::new(),
            converted: Vec::new(),
        })
    }

    /// Frames of the stream in which a channel was clipped.
    pub fn clipped_frames(&self) -> u64 {
        self.facts.clipped_frames()
    }

    /// Hands over all that is in the ring now, and no more: a device that is faster than the disk
    /// must not keep this call from ending.
    pub fn drain(
        &mut self,
        take: &mut impl FnMut(Piece<'_>) -> Result<(), SoundFault>,
    ) -> Result<(), SoundFault> {
        let mut left = self.ring.slots();
        while left > 0 {
            let mut slots = std::mem::take(&mut self.slots);
            let (filled, _) = self.ring.pop_partial_slice(&mut slots);
            left = left.saturating_sub(filled.len().max(1));
            let told = self.hand_over(filled, take);
            self.slots = slots;
            told?;
        }
        Ok(())
    }

    /// Hands over the rest of a stream that was closed, and what was lost at its very end, when no
    /// later sample could tell of it.
    pub fn drain_to_the_end(
        &mut self,
        take: &mut impl FnMut(Piece<'_>) -> Result<(), SoundFault>,
    ) -> Result<(), SoundFault> {
        // Read before the ring: whatever is counted here is in the ring or was lost.
        let captured = self.facts.captured_frames();
        self.drain(take)?;
        self.lose(captured.saturating_sub(self.taken), take)
    }

    fn hand_over(
        &mut self,
        slots: &[Slot],
        take: &mut impl FnMut(Piece<'_>) -> Result<(), SoundFault>,
    ) -> Result<(), SoundFault> {
        for slot in slots {
            match slot.meaning() {
                CaptureItem::Sample(sample) => self.block.push(sample),
                CaptureItem::Lost(frames) => {
                    self.hand_over_block(take)?;
                    self.lose(u64::from(frames), take)?;
                }
            }
        }
        self.hand_over_block(take)
    }

    fn hand_over_block(
        &mut self,
        take: &mut impl FnMut(Piece<'_>) -> Result<(), SoundFault>,
    ) -> Result<(), SoundFault> {
        self.taken += self.block.len() as u64;
        let told = if let Some(resampler) = &mut self.resampler {
            self.floats.clear();
            self.floats.extend(self.block.iter().map(|&s| from_i16(s)));
            resampler.push(&self.floats, &mut self.resampled);
            self.hand_over_resampled(take)
        } else if self.block.is_empty() {
            Ok(())
        } else {
            self.given += self.block.len() as u64;
            take(Piece::Samples(&self.block))
        };
        self.block.clear();
        told
    }

    fn hand_over_resampled(
        &mut self,
        take: &mut impl FnMut(Piece<'_>) -> Result<(), SoundFault>,
    ) -> Result<(), SoundFault> {
        if self.resampled.is_empty() {
            return Ok(());
        }
        self.converted.clear();
        self.converted
            .extend(self.resampled.iter().map(|&value| to_i16(value)));
        self.resampled.clear();
        self.given += self.converted.len() as u64;
        take(Piece::Samples(&self.converted))
    }

    fn lose(
        &mut self,
        frames: u64,
        take: &mut impl FnMut(Piece<'_>) -> Result<(), SoundFault>,
    ) -> Result<(), SoundFault> {
        if let Some(resampler) = &mut self.resampler {
            // What it still holds stands before the loss.
            resampler.finish(&mut self.resampled);
            resampler.reset();
            self.hand_over_resampled(take)?;
        }
        self.taken += frames;
        let due = (self.taken as f64 * self.ratio).round() as u64;
        let lost = due.saturating_sub(self.given);
        if frames == 0 || lost == 0 {
            return Ok(());
        }
        self.given += lost;
        take(Piece::Lost(lost))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::capture::CaptureCallback;

    /// All that comes out of a ring of 4,000 frames: samples, and losses as `None` each.
    fn through(stream_hz: u32, take_hz: u32, buffers: &[&[i16]]) -> Vec<Option<i16>> {
        let facts = Arc::new(CaptureFacts::default());
        let (mut callback, ring) = CaptureCallback::new(1, 4_000, Arc::clone(&facts));
        let mut intake = Intake::new(ring, facts, stream_hz, take_hz).unwrap();
        let mut out = Vec::new();
        let mut keep = |piece: Piece<'_>| {
            match piece {
                Piece::Samples(samples) => out.extend(samples.iter().copied().map(Some)),
                Piece::Lost(frames) => out.extend((0..frames).map(|_| None)),
            }
            Ok(())
        };
        for (index, buffer) in buffers.iter().enumerate() {
            callback.on_input::<i16>(buffer);
            // The last one finds no reader until the end.
            if index + 1 < buffers.len() {
                intake.drain(&mut keep).unwrap();
            }
        }
        intake.drain_to_the_end(&mut keep).unwrap();
        out
    }

    #[test]
    fn equal_rates_pass_untouched() {
        let ramp: Vec<i16> = (0..3_000).collect();
        let out = through(48_000, 48_000, &[&ramp, &ramp]);
        let expected: Vec<_> = ramp.iter().chain(&ramp).copied().map(Some).collect();
        assert_eq!(out, expected);
    }

    #[test]
    fn another_rate_keeps_length_and_level() {
        let tone: Vec<i16> = (0..3_200)
            .map(|n| (10_000.0 * (f64::from(n) * 0.1).sin()) as i16)
            .collect();
        let out = through(16_000, 48_000, &[&tone, &tone, &tone]);
        assert_eq!(out.len(), 3 * 9_600);
        let loudest = out.iter().flatten().map(|s| s.unsigned_abs()).max();
        assert!((9_500..10_800).contains(&loudest.unwrap()), "{loudest:?}");
        assert!(out.iter().all(Option::is_some));
    }

    #[test]
    fn a_loss_at_another_rate_is_as_long_as_it_lasted() {
        let long = vec![1_000_i16; 6_000];
        let out = through(16_000, 48_000, &[&long, &[1_000; 100], &long]);
        let lost = out.iter().filter(|sample| sample.is_none()).count();
        assert_eq!(out.len(), 3 * (6_000 + 100 + 6_000));
        assert!((3 * 4_000 - 10..=3 * 4_200).contains(&lost), "{lost}");
    }

    #[test]
    fn there_is_no_way_from_nothing() {
        let facts = Arc::new(CaptureFacts::default());
        let (_callback, ring) = CaptureCallback::new(1, 16, Arc::clone(&facts));
        assert!(Intake::new(ring, facts, 0, 48_000).is_err());
    }
}
