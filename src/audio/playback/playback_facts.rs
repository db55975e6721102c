//! What passes between the player and the speaker's callback: the slots of their ring, and atomics.
//! REALTIME as far as its items say so. Not here: what either makes of it (`player`, `playback`).

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use crate::audio::sample::sane;

/// What one place of the ring holds: a sample, or a mark. Marks are bit patterns that no sample
/// has, so that one ring carries both in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlaybackSlot(u32);

/// What a [`PlaybackSlot`] means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlaybackItem {
    /// A sample of −1 to 1.
    Sample(f32),
    /// Here begins a generation.
    Start(u32),
    /// Here ends the newest generation.
    End,
}

impl PlaybackSlot {
    const NAN: u32 = 0x7FC0_0000;
    const IS_END: u32 = 0x0020_0000;
    /// Generations count from 1 up to here, then from 1 again.
    pub const GENERATIONS: u32 = 0x001F_FFFF;

    /// A sample of −1 to 1.
    pub fn sample(value: f32) -> Self {
        Self(sane(value).to_bits())
    }

    /// Here begins a generation.
    pub fn start(generation: u32) -> Self {
        Self(Self::NAN | (generation & Self::GENERATIONS))
    }

    /// Here ends the newest generation.
    pub fn end() -> Self {
        Self(Self::NAN | Self::IS_END)
    }

    /// What it means. Realtime-safe.
    #[inline]
    pub fn meaning(self) -> PlaybackItem {
        if self.0 & Self::NAN != Self::NAN {
            PlaybackItem::Sample(f32::from_bits(self.0))
        } else if self.0 & Self::IS_END != 0 {
            PlaybackItem::End
        } else {
            PlaybackItem::Start(self.0 & Self::GENERATIONS)
        }
    }
}

/// What the player wishes, and what the callback says.
#[derive(Debug, Default)]
pub struct PlaybackFacts {
    playing: AtomicBool,
    wanted: AtomicU32,
    volume: AtomicU32,
    // Generation in the upper 24 bits, frames of it in the lower 40: both change together.
    place: AtomicU64,
    lag_frames: AtomicU32,
    silent: AtomicBool,
    ended: AtomicBool,
    underruns: AtomicU64,
    callbacks: AtomicU64,
}

/// How far the callback has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Which generation it plays.
    pub generation: u32,
    /// Frames of it, at the device's rate, that were handed to the device.
    pub frames: u64,
    /// Frames handed over and not heard yet.
    pub lag_frames: u64,
}

/// What the callback says after each buffer.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// How far it has come.
    pub place: Place,
    /// Whether nothing is to be heard.
    pub silent: bool,
    /// Whether the wanted generation came to its end.
    pub ended: bool,
}

impl PlaybackFacts {
    const FRAME_BITS: u32 = 40;

    /// Whether samples shall flow.
    pub fn set_playing(&self, playing: bool) {
        self.playing.store(playing, Ordering::Release);
    }

    /// The volume, 0 to 1.
    pub fn set_volume(&self, volume: f32) {
        let volume = sane(volume).max(0.0);
        self.volume.store(volume.to_bits(), Ordering::Release);
    }

    /// Jump to this generation.
    pub fn want(&self, generation: u32) {
        self.wanted.store(generation, Ordering::Release);
    }

    /// How far it has come.
    pub fn place(&self) -> Place {
        let place = self.place.load(Ordering::Acquire);
        Place {
            generation: (place >> Self::FRAME_BITS) as u32,
            frames: place & ((1 << Self::FRAME_BITS) - 1),
            lag_frames: u64::from(self.lag_frames.load(Ordering::Acquire)),
        }
    }

    /// Whether nothing is to be heard: paused and faded out, or ended.
    pub fn is_silent(&self) -> bool {
        self.silent.load(Ordering::Acquire)
    }

    /// Whether the last sample of the wanted generation was handed to the device.
    pub fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// How often the player was too late.
    pub fn underruns(&self) -> u64 {
        self.underruns.load(Ordering::Relaxed)
    }

    /// How often the device asked for sound.
    pub fn callbacks(&self) -> u64 {
        self.callbacks.load(Ordering::Relaxed)
    }

    /// The wanted generation, whether samples shall flow, and the volume. Realtime-safe.
    pub fn wishes(&self) -> (u32, bool, f32) {
        (
            self.wanted.load(Ordering::Acquire),
            self.playing.load(Ordering::Acquire),
            f32::from_bits(self.volume.load(Ordering::Acquire)),
        )
    }

    /// Says how it stands after a buffer. Realtime-safe.
    pub fn tell(&self, told: Told) {
        let mask = (1_u64 << Self::FRAME_BITS) - 1;
        let place = &told.place;
        let lag = u32::try_from(place.lag_frames).unwrap_or(u32::MAX);
        self.lag_frames.store(lag, Ordering::Release);
        self.place.store(
            (u64::from(place.generation) << Self::FRAME_BITS) | (place.frames & mask),
            Ordering::Release,
        );
        self.silent.store(told.silent, Ordering::Release);
        self.ended.store(told.ended, Ordering::Release);
        self.callbacks.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a stretch of missing samples. Realtime-safe.
    pub fn count_underrun(&self) {
        self.underruns.fetch_add(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sample_looks_like_a_mark() {
        for value in [f32::NAN, f32::INFINITY, -0.0, 1.0, f32::MIN_POSITIVE] {
            assert!(matches!(
                PlaybackSlot::sample(value).meaning(),
                PlaybackItem::Sample(_)
            ));
        }
        assert_eq!(PlaybackSlot::start(7).meaning(), PlaybackItem::Start(7));
        assert_eq!(PlaybackSlot::end().meaning(), PlaybackItem::End);
    }
}
