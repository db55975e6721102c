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

use rtrb::{Consumer, Producer, RingBuffer};

use crate::audio::playback::playback_facts::{
    Place, PlaybackFacts, PlaybackItem, PlaybackSlot, Told,
};
use crate::audio::sample::{DeviceSample, StreamFormat, sane};

/// Length of a fade: too short to be heard as one, too long to click.
pub const FADE_SECS: f32 = 0.005;
/// Time that the volume takes from silence to full.
const VOLUME_SECS: f32 = 0.03;

/// The speaker's callback.
pub struct PlaybackCallback {
    ring: Consumer<PlaybackSlot>,
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
    ) -> (Self, Producer<PlaybackSlot>) {
        let (mut producer, mut ring) = RingBuffer::new(ring_frames.max(16));
        // The pages of a new ring are not there yet: see `capture::CaptureCallback::new`.
        if let Ok(chunk) = producer.write_chunk_uninit(ring_frames.max(16)) {
            chunk.fill_from_iter(std::iter::repeat(PlaybackSlot::default()));
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
        let (wanted, playing, volume) = self.facts.wishes();
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
            // In silence the volume may jump; the fade takes care of the rest.
            let step = if self.fade > 0.0 { volume_step } else { 1.0 };
            self.volume += (volume - self.volume).clamp(-step, step);
            let value = self.next(running);
            frame.fill(S::from_unit(value * self.volume));
        }
        out.into_remainder().fill(S::from_unit(0.0));
        self.tell(wanted, frames, latency_secs);
    }

    fn tell(&self, wanted: u32, frames: usize, latency_secs: f32) {
        // No device is seconds late; a clock that says so is wrong.
        let latency_secs = sane(latency_secs / 2.0).max(0.0) * 2.0;
        let latency_frames = (latency_secs * self.sample_rate_hz) as u64;
        self.facts.tell(Told {
            place: Place {
                generation: self.generation,
                frames: self.frames,
                lag_frames: latency_frames.saturating_add(frames as u64),
            },
            silent: self.fade <= 0.0,
            ended: self.ended && self.generation == wanted,
        });
    }

    /// The next sample with its fade.
    #[inline]
    fn next(&mut self, running: bool) -> f32 {
        let step = 1.0 / (FADE_SECS * self.sample_rate_hz);
        if !running && self.fade <= 0.0 {
            return 0.0;
        }
        let value = match self.ring.pop().map(PlaybackSlot::meaning) {
            Ok(PlaybackItem::Sample(value)) => {
                self.frames = self.frames.saturating_add(1);
                self.starved = false;
                value
            }
            Ok(PlaybackItem::Start(generation)) => {
                // The new place was reached while the old one faded out.
                self.enter(generation);
                return 0.0;
            }
            Ok(PlaybackItem::End) => {
                // The player has faded out the last samples.
                self.ended = true;
                self.fade = 0.0;
                return 0.0;
            }
            Err(_) => {
                if running && !self.starved {
                    self.starved = true;
                    self.facts.count_underrun();
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
                && sound.meaning() == PlaybackItem::Start(wanted)
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
        ring: Producer<PlaybackSlot>,
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
            self.ring.push(PlaybackSlot::start(generation)).unwrap();
            for _ in 0..count {
                self.ring.push(PlaybackSlot::sample(value)).unwrap();
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
        rig.ring.push(PlaybackSlot::end()).unwrap();
        let heard = rig.hear(60);
        assert!(
            heard[0] < 0.11 && (heard[59] - 0.5).abs() < 1e-3,
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
        assert!((105..=106).contains(&frames), "{frames}");
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
        rig.ring.push(PlaybackSlot::sample(0.5)).unwrap();
        rig.hear(100);
        assert_eq!(rig.facts.underruns(), 2);
    }
}
