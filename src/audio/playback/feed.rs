//! From a file to the speaker's ring: read, fade the very end, resample, push.
//! Not here: when to play what (`player`), what happens after the ring (`playback`).

use rtrb::Producer;

use crate::analysis::resample::Resampler;
use crate::audio::playback::FADE_SECS;
use crate::audio::playback::playback_facts::PlaybackSlot;
use crate::audio::sample::from_i16;
use crate::audio::wav::{WavError, WavReader};

/// Frames read from the file at once.
const BLOCK: usize = 2048;

/// Feeds one ring from one file.
pub struct Feed {
    reader: WavReader,
    ring: Producer<PlaybackSlot>,
    resampler: Resampler,
    // What comes next, from `next` on.
    queue: Vec<PlaybackSlot>,
    next: usize,
    at_end: bool,
    read_frame: u64,
    // Kept to be used again.
    samples: Vec<i16>,
    floats: Vec<f32>,
    resampled: Vec<f32>,
}

impl Feed {
    /// A feed that was told nothing yet.
    pub fn new(reader: WavReader, ring: Producer<PlaybackSlot>, resampler: Resampler) -> Self {
        Self {
            reader,
            ring,
            resampler,
            queue: Vec::new(),
            next: 0,
            at_end: true,
            read_frame: 0,
            samples: Vec::with_capacity(BLOCK),
            floats: Vec::with_capacity(BLOCK),
            resampled: Vec::new(),
        }
    }

    /// From now on everything comes from this frame on, marked with a generation.
    pub fn jump(&mut self, frame: u64, generation: u32) -> Result<(), WavError> {
        self.queue.clear();
        self.next = 0;
        self.queue.push(PlaybackSlot::start(generation));
        self.at_end = false;
        self.read_frame = frame.min(self.reader.frames());
        self.resampler.reset();
        self.reader.seek(frame)
    }

    /// Fills the ring as far as it goes.
    pub fn fill(&mut self) -> Result<(), WavError> {
        loop {
            let waiting = self.queue.get(self.next..).unwrap_or_default();
            let (pushed, left) = self.ring.push_partial_slice(waiting);
            self.next += pushed.len();
            if !left.is_empty() || self.at_end {
                return Ok(());
            }
            self.read_block()?;
        }
    }

    fn read_block(&mut self) -> Result<(), WavError> {
        self.queue.clear();
        self.next = 0;
        self.samples.clear();
        self.floats.clear();
        self.resampled.clear();
        let read = self.reader.read(&mut self.samples, BLOCK)?;
        let fade = (FADE_SECS * self.reader.sample_rate_hz() as f32).max(1.0);
        let to_end = self.reader.frames().saturating_sub(self.read_frame);
        self.floats
            .extend(self.samples.iter().enumerate().map(|(index, &sample)| {
                let left = to_end.saturating_sub(index as u64) as f32;
                from_i16(sample) * (left / fade).min(1.0)
            }));
        self.read_frame += read as u64;
        self.resampler.push(&self.floats, &mut self.resampled);
        if read == 0 {
            self.at_end = true;
            self.resampler.finish(&mut self.resampled);
        }
        self.queue.extend(
            self.resampled
                .iter()
                .map(|&value| PlaybackSlot::sample(value)),
        );
        if self.at_end {
            self.queue.push(PlaybackSlot::end());
        }
        Ok(())
    }
}
