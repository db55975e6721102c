//! REALTIME. What happens on the sound system's own thread when a take is heard: samples from the
//! ring to every channel, volume, short fades. Not here: opening a speaker (`cpal_backend`),
//! reading a file (`player`).
//!
//! The rules, checked by `tests/realtime.rs`:
//! 1. No allocation, no free, no lock, no system call, no logging, no clock, no panic path.
//! 2. All memory is made and touched before the stream starts.
//! 3. Sound comes through one ring, wishes and facts through atomics, nothing else is shared.
//! 4. What does not come in time is silence, and is counted.
//! 5. A buffer of any size, any channel count, any sample format is normal.
//! 6. Nothing is freed here: the callback owns its end of the ring until the stream is dropped.
//! 7. Nothing starts, stops or jumps without a fade, so that nothing clicks.
//!
//! A jump is a new generation. The player asks for it by number and puts a mark with that number
//! into the ring, before the first sample of the new place; the callback fades out, throws away
//! all up to that mark, and fades in.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use rtrb::{Consumer, Producer, RingBuffer};

use crate::audio::backend::StreamFormat;
use crate::audio::sample::{DeviceSample, sane};

/// Length of a fade: too short to be heard as one, too long to click.
pub const FADE_SECS: f32 = 0.005;
/// Time that the volume takes from silence to full.
const VOLUME_SECS: f32 = 0.03;

/// What one place of the ring holds: a sample, or a mark. Marks are bit patterns that no sample
/// has, so that one ring carries both in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sound(u32);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Meaning {
    Sample(f32),
    Start(u32),
    End,
}

impl Sound {
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

    #[inline]
    fn meaning(self) -> Meaning {
        if self.0 & Self::NAN != Self::NAN {
            Meaning::Sample(f32::from_bits(self.0))
        } else if self.0 & Self::IS_END != 0 {
            Meaning::End
        } else {
            Meaning::Start(self.0 & Self::GENERATIONS)
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
}

/// The speaker's callback.
pub struct PlaybackCallback {
    ring: Consumer<Sound>,
    facts: Arc<PlaybackFacts>,
    channels: usize,
    sample_rate_hz: f32,
    generation: u32,
    frames: u64,
    ended: bool,
    starved: bool,
    // Both 0 to 1, multiplied with every sample.
    fade: f32,
    volume: f32,
}

impl PlaybackCallback {
    /// A callback for a device, with a touched ring, and the other end of that ring.
    /// Not realtime-safe.
    pub fn new(
        format: StreamFormat,
        ring_frames: usize,
        facts: Arc<PlaybackFacts>,
    ) -> (Self, Producer<Sound>) {
        let (mut producer, mut ring) = RingBuffer::new(ring_frames.max(16));
        // The pages of a new ring are not there yet: see `capture::CaptureCallback::new`.
        if let Ok(chunk) = producer.write_chunk_uninit(ring_frames.max(16)) {
            chunk.fill_from_iter(std::iter::repeat(Sound::default()));
        }
        if let Ok(chunk) = ring.read_chunk(ring.slots()) {
            chunk.commit_all();
        }
        let callback = Self {
            ring,
            facts,
            channels: usize::from(format.channels.max(1)),
            sample_rate_hz: format.sample_rate_hz.max(1) as f32,
            generation: 0,
            frames: 0,
            ended: false,
            starved: false,
            fade: 0.0,
            volume: 0.0,
        };
        (callback, producer)
    }

    /// Fills one buffer of interleaved samples. `latency_secs` is how long the device takes until
    /// the first of them is heard. Realtime-safe.
    pub fn on_output<S: DeviceSample>(&mut self, interleaved: &mut [S], latency_secs: f32) {
        let wanted = self.facts.wanted.load(Ordering::Acquire);
        let playing = self.facts.playing.load(Ordering::Acquire);
        let volume = f32::from_bits(self.facts.volume.load(Ordering::Acquire));
        let volume_step = 1.0 / (VOLUME_SECS * self.sample_rate_hz);
        let frames = interleaved.len() / self.channels;
        // Once per buffer: what was not in the ring at its start comes with the next.
        let mut may_jump = true;
        let mut out = interleaved.chunks_exact_mut(self.channels);
        for frame in &mut out {
            if self.fade <= 0.0 && self.generation != wanted && may_jump {
                may_jump = false;
                self.jump_to(wanted);
            }
            let running = playing && self.generation == wanted && !self.ended;
            let value = self.next(running);
            let change = (volume - self.volume).clamp(-volume_step, volume_step);
            self.volume += change;
            frame.fill(S::from_unit(value * self.volume));
        }
        out.into_remainder().fill(S::from_unit(0.0));
        self.tell(wanted, frames, latency_secs);
    }

    fn tell(&self, wanted: u32, frames: usize, latency_secs: f32) {
        let mask = (1_u64 << PlaybackFacts::FRAME_BITS) - 1;
        let place =
            (u64::from(self.generation) << PlaybackFacts::FRAME_BITS) | (self.frames & mask);
        // No device is seconds late; a clock that says so is wrong.
        let latency = sane(latency_secs / 2.0).max(0.0) * 2.0 * self.sample_rate_hz;
        let lag = (latency as u32).saturating_add(frames as u32);
        self.facts.lag_frames.store(lag, Ordering::Release);
        self.facts.place.store(place, Ordering::Release);
        self.facts.silent.store(self.fade <= 0.0, Ordering::Release);
        self.facts
            .ended
            .store(self.ended && self.generation == wanted, Ordering::Release);
        self.facts.callbacks.fetch_add(1, Ordering::Relaxed);
    }

    /// The next sample with its fade.
    #[inline]
    fn next(&mut self, running: bool) -> f32 {
        let step = 1.0 / (FADE_SECS * self.sample_rate_hz);
        if !running && self.fade <= 0.0 {
            return 0.0;
        }
        let value = match self.ring.pop().map(Sound::meaning) {
            Ok(Meaning::Sample(value)) => {
                self.frames = self.frames.saturating_add(1);
                self.starved = false;
                value
            }
            Ok(Meaning::Start(generation)) => {
                // The new place was reached while the old one faded out.
                self.enter(generation);
                return 0.0;
            }
            Ok(Meaning::End) => {
                // The player has faded out the last samples.
                self.ended = true;
                self.fade = 0.0;
                return 0.0;
            }
            Err(_) => {
                if running && !self.starved {
                    self.starved = true;
                    self.facts.underruns.fetch_add(1, Ordering::Relaxed);
                }
                self.fade = 0.0;
                return 0.0;
            }
        };
        let change = if running { step } else { -step };
        self.fade = (self.fade + change).clamp(0.0, 1.0);
        value * self.fade
    }

    fn enter(&mut self, generation: u32) {
        self.generation = generation;
        self.frames = 0;
        self.ended = false;
        self.starved = false;
        self.fade = 0.0;
    }

    /// Throws away what is in the ring up to the mark of a generation. At most one ring full.
    fn jump_to(&mut self, wanted: u32) {
        for _ in 0..self.ring.slots() {
            if let Ok(sound) = self.ring.pop()
                && sound.meaning() == Meaning::Start(wanted)
            {
                self.enter(wanted);
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMAT: StreamFormat = StreamFormat {
        sample_rate_hz: 1_000,
        channels: 2,
    };

    struct Rig {
        callback: PlaybackCallback,
        ring: Producer<Sound>,
        facts: Arc<PlaybackFacts>,
    }

    fn rig() -> Rig {
        let facts = Arc::new(PlaybackFacts::default());
        let (callback, ring) = PlaybackCallback::new(FORMAT, 1_000, Arc::clone(&facts));
        facts.set_volume(1.0);
        facts.set_playing(true);
        Rig {
            callback,
            ring,
            facts,
        }
    }

    impl Rig {
        fn push(&mut self, generation: u32, value: f32, count: usize) {
            self.ring.push(Sound::start(generation)).unwrap();
            for _ in 0..count {
                self.ring.push(Sound::sample(value)).unwrap();
            }
            self.facts.want(generation);
        }

        /// The left channel of the next frames, after checking that the right one is the same.
        fn hear(&mut self, frames: usize) -> Vec<f32> {
            let mut buffer = vec![9.0_f32; frames * 2];
            self.callback.on_output(&mut buffer, 0.01);
            let (pairs, _) = buffer.as_chunks::<2>();
            assert!(
                pairs
                    .iter()
                    .all(|[left, right]| left.to_bits() == right.to_bits())
            );
            pairs.iter().map(|[left, _]| *left).collect()
        }
    }

    #[test]
    fn sound_fades_in_and_its_end_is_known() {
        let mut rig = rig();
        rig.push(1, 0.5, 100);
        rig.ring.push(Sound::end()).unwrap();
        let heard = rig.hear(60);
        assert!(
            heard[0] < 0.05 && (heard[59] - 0.5).abs() < 1e-3,
            "{heard:?}"
        );
        assert!(heard.windows(2).all(|pair| pair[1] - pair[0] < 0.11));
        assert!(!rig.facts.has_ended());
        let place = rig.facts.place();
        assert_eq!(
            (place.generation, place.frames, place.lag_frames),
            (1, 60, 70)
        );
        assert!(rig.hear(60)[45..].iter().all(|value| value.abs() < 1e-9));
        assert!(rig.facts.has_ended() && rig.facts.is_silent());
        assert_eq!((rig.facts.place().frames, rig.facts.underruns()), (100, 0));
    }

    #[test]
    fn a_jump_fades_out_throws_away_and_fades_in() {
        let mut rig = rig();
        rig.push(1, 0.5, 300);
        rig.hear(100);
        rig.push(2, -0.5, 100);
        let heard = rig.hear(60);
        assert!(
            heard[0] > 0.3 && (heard[59] + 0.5).abs() < 1e-3,
            "{heard:?}"
        );
        assert!(
            heard
                .windows(2)
                .all(|pair| (pair[1] - pair[0]).abs() < 0.11),
            "{heard:?}"
        );
        let place = rig.facts.place();
        assert_eq!(place.generation, 2);
        assert!(place.frames >= 50);
    }

    #[test]
    fn a_pause_keeps_the_place() {
        let mut rig = rig();
        rig.push(1, 0.5, 300);
        rig.hear(100);
        rig.facts.set_playing(false);
        rig.hear(100);
        assert!(rig.facts.is_silent());
        let frames = rig.facts.place().frames;
        assert_eq!(frames, 105);
        rig.hear(100);
        assert_eq!(rig.facts.place().frames, frames);
        rig.facts.set_playing(true);
        rig.hear(10);
        assert_eq!(rig.facts.place().frames, frames + 10);
    }

    #[test]
    fn a_jump_works_while_paused() {
        let mut rig = rig();
        rig.facts.set_playing(false);
        rig.push(1, 0.5, 300);
        rig.hear(10);
        rig.push(2, 0.5, 300);
        rig.hear(10);
        assert_eq!(rig.facts.place().generation, 2);
        assert_eq!(rig.facts.place().frames, 0);
    }

    #[test]
    fn each_underrun_is_counted_once() {
        let mut rig = rig();
        rig.push(1, 0.5, 50);
        rig.hear(100);
        rig.hear(100);
        assert_eq!(rig.facts.underruns(), 1);
        rig.ring.push(Sound::sample(0.5)).unwrap();
        rig.hear(100);
        assert_eq!(rig.facts.underruns(), 2);
    }

    #[test]
    fn no_sample_looks_like_a_mark() {
        for value in [f32::NAN, f32::INFINITY, -0.0, 1.0, f32::MIN_POSITIVE] {
            assert!(matches!(Sound::sample(value).meaning(), Meaning::Sample(_)));
        }
        assert_eq!(Sound::start(7).meaning(), Meaning::Start(7));
        assert_eq!(Sound::end().meaning(), Meaning::End);
    }
}
