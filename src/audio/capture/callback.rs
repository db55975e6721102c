//! REALTIME. What happens to the samples of the microphone on the sound system's own thread:
//! mixed to one channel, made 16-bit, pushed into the ring, counted. Not here: opening a microphone
//! (`system_backend`), writing a file (`writer`).
//!
//! The rules, checked by `tests/realtime.rs`:
//! 1. No allocation, no free, no lock, no system call, no logging, no clock, no panic path.
//! 2. All memory is made and touched before the stream starts; the ring holds several seconds.
//! 3. Samples leave through one ring, facts through atomics, nothing else is shared.
//! 4. What cannot be stored is counted; a gap becomes silence of the same length in the file and a
//!    visible fault with its place and length. The time axis never shifts.
//! 5. A buffer of any size, any channel count, any sample format, NaN or empty is normal input.
//! 6. Nothing is freed here: the callback owns its end of the ring until the stream is dropped.
//! 7. The error callback obeys the same rules: see `backend::StreamHealth`.
//! 8. The writer stops at its first error and says so; the callback may not look healthy for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use rtrb::{Consumer, Producer, RingBuffer};

use crate::audio::mixdown::Mixdown;
use crate::audio::sample::{DeviceSample, to_i16};
use crate::model::live::CLIP_MAGNITUDE;
use crate::model::sound::Mix;

/// Seconds that the ring holds: as long as a disk may stall before anything is lost.
pub const RING_SECS: u32 = 10;

/// What one place of the ring holds: a sample, or how many frames are missing here. One ring for
/// both, so that a gap stands exactly where it happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Slot(i32);

/// What a [`Slot`] means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaptureItem {
    Sample(i16),
    /// This many frames were lost here, at least 1.
    Lost(u32),
}

impl Slot {
    // Everything from here up counts lost frames; samples are far below.
    const LOST_BASE: i32 = 0x0010_0000;
    /// Most frames that one slot can count.
    pub const LOST_MAX: u64 = (i32::MAX - Self::LOST_BASE) as u64;

    #[inline]
    fn sample(sample: i16) -> Self {
        Self(i32::from(sample))
    }

    #[inline]
    fn lost(frames: u64) -> Self {
        Self(Self::LOST_BASE.saturating_add(frames.min(Self::LOST_MAX) as i32))
    }

    #[inline]
    pub fn meaning(self) -> CaptureItem {
        if self.0 > Self::LOST_BASE {
            CaptureItem::Lost(self.0.wrapping_sub(Self::LOST_BASE) as u32)
        } else {
            CaptureItem::Sample(self.0 as i16)
        }
    }
}

/// What the callback says of the take. Frames count from the start of the take.
#[derive(Debug, Default)]
pub struct CaptureFacts {
    captured_frames: AtomicU64,
    lost_frames: AtomicU64,
    // One more than the frame, so that 0 can mean "never".
    after_last_clip: AtomicU64,
    after_last_sound: AtomicU64,
    clipped_frames: AtomicU64,
    peak: AtomicU32,
    // One more than the channel, so that 0 can mean the mean.
    channel: AtomicU32,
    closed: AtomicBool,
}

impl CaptureFacts {
    /// Frames that the device delivered, lost ones included. What is counted here is in the ring.
    pub fn captured_frames(&self) -> u64 {
        self.captured_frames.load(Ordering::Acquire)
    }

    /// Frames that did not fit into the ring.
    pub fn lost_frames(&self) -> u64 {
        self.lost_frames.load(Ordering::Acquire)
    }

    /// Frames in which a channel that is recorded was clipped.
    pub fn clipped_frames(&self) -> u64 {
        self.clipped_frames.load(Ordering::Acquire)
    }

    /// What of the channels is recorded.
    pub fn mix(&self) -> Mix {
        match self.channel.load(Ordering::Acquire) {
            0 => Mix::Mean,
            channel => Mix::Channel((channel - 1) as u16),
        }
    }

    fn tell_mix(&self, mix: Mix) {
        let channel = match mix {
            Mix::Mean => 0,
            Mix::Channel(channel) => u32::from(channel) + 1,
        };
        self.channel.store(channel, Ordering::Release);
    }

    /// One more than the frame of the newest clipped sample; 0 when none was.
    pub fn after_last_clip(&self) -> u64 {
        self.after_last_clip.load(Ordering::Acquire)
    }

    /// One more than the frame of the newest sample that is not zero; 0 when all were.
    pub fn after_last_sound(&self) -> u64 {
        self.after_last_sound.load(Ordering::Acquire)
    }

    /// Highest magnitude since the last call, 0 to 1 of full scale.
    pub fn take_peak(&self) -> f32 {
        self.peak.swap(0, Ordering::AcqRel) as f32 / 32_768.0
    }

    /// From now on the callback takes nothing any more, even if the stream cannot be stopped.
    pub fn close(&self) {
        self.closed.store(true, Ordering::Release);
    }
}

/// The microphone's callback.
pub struct CaptureCallback {
    ring: Producer<Slot>,
    facts: Arc<CaptureFacts>,
    channels: usize,
    mixdown: Mixdown,
    // Frames delivered so far, and lost frames that the ring does not tell of yet.
    frames: u64,
    untold: u64,
}

impl CaptureCallback {
    /// A callback for frames of `channels` samples (at least 1), with a touched ring of
    /// `ring_frames` frames, and the other end of that ring. Not realtime-safe.
    pub fn new(
        channels: u16,
        ring_frames: usize,
        facts: Arc<CaptureFacts>,
    ) -> (Self, Consumer<Slot>) {
        let (mut ring, mut consumer) = RingBuffer::new(ring_frames.max(2));
        // The pages of a new ring are not there yet: the first write to each would be a page fault
        // on the sound system's thread.
        if let Ok(chunk) = ring.write_chunk_uninit(ring_frames.max(2)) {
            chunk.fill_from_iter(std::iter::repeat(Slot::sample(0)));
        }
        if let Ok(chunk) = consumer.read_chunk(consumer.slots()) {
            chunk.commit_all();
        }
        let callback = Self {
            ring,
            facts,
            channels: usize::from(channels.max(1)),
            mixdown: Mixdown::new(channels),
            frames: 0,
            untold: 0,
        };
        (callback, consumer)
    }

    /// Takes one buffer of interleaved samples; what is left of an incomplete frame is ignored.
    /// Realtime-safe.
    pub fn on_input<S: DeviceSample>(&mut self, interleaved: &[S]) {
        if self.facts.closed.load(Ordering::Acquire) {
            return;
        }
        let frames = (interleaved.len() / self.channels) as u64;
        if frames == 0 {
            return;
        }
        self.tell_of_losses();
        let room = self.ring.slots() as u64;
        // While a loss is untold nothing may pass it.
        let stored = if self.untold == 0 {
            frames.min(room)
        } else {
            0
        };
        self.store(interleaved, stored as usize);
        let lost = frames - stored;
        self.untold = self.untold.saturating_add(lost);
        self.frames = self.frames.saturating_add(frames);
        if lost > 0 {
            self.facts.lost_frames.fetch_add(lost, Ordering::AcqRel);
            // What was lost was not looked at; it must not pass for silence.
            self.facts
                .after_last_sound
                .fetch_max(self.frames, Ordering::AcqRel);
        }
        // Last, so that whoever reads this number finds as many frames in the ring.
        self.facts
            .captured_frames
            .store(self.frames, Ordering::Release);
    }

    fn tell_of_losses(&mut self) {
        while self.untold > 0 {
            let told = self.untold.min(Slot::LOST_MAX);
            if self.ring.push(Slot::lost(told)).is_err() {
                return;
            }
            self.untold -= told;
        }
    }

    fn store<S: DeviceSample>(&mut self, interleaved: &[S], frames: usize) {
        let Ok(chunk) = self.ring.write_chunk_uninit(frames) else {
            return;
        };
        let whole = interleaved
            .get(..frames * self.channels)
            .unwrap_or_default();
        let mixdown = &mut self.mixdown;
        mixdown.look(whole);
        let mix = mixdown.mix();
        self.facts.tell_mix(mix);
        let clip = (CLIP_MAGNITUDE * 32_768.0) as u16;
        let (mut peak, mut after_clip, mut after_sound) = (0_u16, 0_u64, 0_u64);
        let (mut at, mut clipped) = (self.frames, 0);
        chunk.fill_from_iter(whole.chunks_exact(self.channels).map(|frame| {
            // Before it is mixed: a channel at full scale beside a quiet one is no less clipped.
            let magnitude = mix.magnitude(frame);
            at = at.saturating_add(1);
            peak = peak.max(magnitude);
            if magnitude > 0 {
                after_sound = at;
            }
            if magnitude >= clip {
                after_clip = at;
                clipped += 1;
            }
            Slot::sample(to_i16(mixdown.next(frame)))
        }));
        self.facts
            .clipped_frames
            .fetch_add(clipped, Ordering::AcqRel);
        self.facts.peak.fetch_max(u32::from(peak), Ordering::AcqRel);
        self.facts
            .after_last_sound
            .fetch_max(after_sound, Ordering::AcqRel);
        self.facts
            .after_last_clip
            .fetch_max(after_clip, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drained(ring: &mut Consumer<Slot>) -> Vec<CaptureItem> {
        std::iter::from_fn(|| ring.pop().ok())
            .map(Slot::meaning)
            .collect()
    }

    fn callback(
        channels: u16,
        ring: usize,
    ) -> (CaptureCallback, Consumer<Slot>, Arc<CaptureFacts>) {
        let facts = Arc::new(CaptureFacts::default());
        let (callback, ring) = CaptureCallback::new(channels, ring, Arc::clone(&facts));
        (callback, ring, facts)
    }

    #[test]
    fn every_slot_keeps_its_meaning() {
        for sample in [i16::MIN, -1, 0, 1, i16::MAX] {
            assert_eq!(Slot::sample(sample).meaning(), CaptureItem::Sample(sample));
        }
        for lost in [1, 2, 70_000, Slot::LOST_MAX] {
            assert_eq!(Slot::lost(lost).meaning(), CaptureItem::Lost(lost as u32));
        }
    }

    #[test]
    fn channels_are_mixed_to_their_mean() {
        let (mut callback, mut ring, facts) = callback(2, 16);
        callback.on_input(&[100_i16, 200, -4, -8, 7]);
        assert_eq!(
            drained(&mut ring),
            [CaptureItem::Sample(150), CaptureItem::Sample(-6)]
        );
        assert_eq!(facts.captured_frames(), 2);
    }

    /// Channels of opposite phase cancel each other in their mean, which is what a muted microphone
    /// sounds like.
    #[test]
    fn opposite_phase_is_no_silence() {
        let (mut callback, mut ring, facts) = callback(2, 8_192);
        let wave = |frame: i32| (frame % 200 * 100 - 10_000) as i16;
        let sound: Vec<i16> = (0..4_800)
            .flat_map(|frame| [wave(frame), -wave(frame)])
            .collect();
        callback.on_input(&sound);
        let wanted: Vec<CaptureItem> = (0..4_800).map(wave).map(CaptureItem::Sample).collect();
        assert!(drained(&mut ring) == wanted);
        assert_eq!(facts.mix(), Mix::Channel(0));
        assert_eq!((facts.after_last_clip(), facts.clipped_frames()), (0, 0));
        assert!(facts.after_last_sound() >= 4_799);
        assert!(facts.take_peak() > 0.3);
    }

    #[test]
    fn a_channel_that_clips_beside_another_is_clipped() {
        for (second, mix) in [(0, Mix::Channel(0)), (20_000, Mix::Mean)] {
            let (mut callback, _ring, facts) = callback(2, 8_192);
            let sound: Vec<i16> = (0..4_800)
                .flat_map(|frame| {
                    let full = if frame % 40 < 20 { i16::MAX } else { i16::MIN };
                    [full, (i32::from(full) * second / 32_768) as i16]
                })
                .collect();
            callback.on_input(&sound);
            assert_eq!((facts.mix(), facts.clipped_frames()), (mix, 4_800));
            assert_eq!(facts.after_last_clip(), 4_800);
            assert!(facts.take_peak() > 0.99);
        }
    }

    #[test]
    fn a_loss_stands_in_the_ring_where_it_happened() {
        let (mut callback, mut ring, facts) = callback(1, 4);
        callback.on_input(&[1_i16, 2, 3, 4, 5, 6]);
        callback.on_input(&[7_i16]);
        assert_eq!(facts.lost_frames(), 3);
        assert_eq!(drained(&mut ring).len(), 4);
        callback.on_input(&[8_i16, 9, 10, 11]);
        assert_eq!(
            drained(&mut ring),
            [
                CaptureItem::Lost(3),
                CaptureItem::Sample(8),
                CaptureItem::Sample(9),
                CaptureItem::Sample(10)
            ]
        );
        assert_eq!(facts.lost_frames(), 4);
        assert_eq!(facts.captured_frames(), 11);
    }

    #[test]
    fn facts_name_frames() {
        let (mut callback, _ring, facts) = callback(1, 64);
        callback.on_input(&[0.0_f32; 10]);
        assert_eq!((facts.after_last_sound(), facts.after_last_clip()), (0, 0));
        callback.on_input(&[0.0_f32, 0.5, f32::INFINITY, f32::NAN, 0.0]);
        assert_eq!(
            (facts.after_last_sound(), facts.after_last_clip()),
            (13, 13)
        );
        assert!(facts.take_peak() > 0.99);
        assert!(facts.take_peak() < 0.01);
    }

    #[test]
    fn a_closed_take_takes_nothing() {
        let (mut callback, mut ring, facts) = callback(1, 64);
        callback.on_input(&[1_i16]);
        facts.close();
        callback.on_input(&[2_i16]);
        assert_eq!(drained(&mut ring), [CaptureItem::Sample(1)]);
        assert_eq!(facts.captured_frames(), 1);
    }
}
