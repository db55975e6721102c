//! From an edit list to the speaker's ring: resample, stretch, push, remember what stands where.
//! Not here: when to play what (`player`), what happens after the ring (`callback`), the files
//! (`assembly`).

use rtrb::Producer;

use crate::analysis::resample::Resampler;
use crate::audio::playback::anchors::Anchors;
use crate::audio::playback::assembly::Assembly;
use crate::audio::playback::playback_facts::PlaybackSlot;
use crate::audio::playback::stretch::Stretch;
use crate::audio::wav::WavError;
use crate::model::audio::Rendition;

/// Frames that go through at once.
const BLOCK: usize = 2048;

/// Feeds one ring from one edit list.
pub struct Feed {
    assembly: Assembly,
    ring: Producer<PlaybackSlot>,
    resampler: Resampler,
    stretch: Stretch,
    // Frames of the take's rate for each of the device's.
    ratio: f64,
    // Frames of the take's rate since the last jump, and the take at each.
    given: u64,
    takes: Anchors,
    // Frames of the device before the stretch, at each after it.
    unstretched: Anchors,
    // What comes next, from `next` on.
    queue: Vec<PlaybackSlot>,
    next: usize,
    at_end: bool,
    // Kept to be used again.
    samples: Vec<f32>,
    resampled: Vec<f32>,
    stretched: Vec<f32>,
}

impl Feed {
    /// A feed for a device of this rate that was told nothing yet; `None` for a rate that makes no
    /// sense.
    pub fn new(assembly: Assembly, ring: Producer<PlaybackSlot>, rate_hz: u32) -> Option<Self> {
        let own_hz = assembly.sample_rate_hz();
        Some(Self {
            resampler: Resampler::new(own_hz, rate_hz)?,
            stretch: Stretch::new(rate_hz),
            ratio: f64::from(own_hz) / f64::from(rate_hz.max(1)),
            assembly,
            ring,
            given: 0,
            takes: Anchors::default(),
            unstretched: Anchors::default(),
            queue: Vec::new(),
            next: 0,
            at_end: true,
            samples: Vec::with_capacity(BLOCK),
            resampled: Vec::new(),
            stretched: Vec::new(),
        })
    }

    /// From now on everything comes from this frame of the take on, marked with a generation.
    pub fn jump(&mut self, take_frame: u64, generation: u32) -> Result<(), WavError> {
        self.queue.clear();
        self.next = 0;
        self.queue.push(PlaybackSlot::start(generation));
        self.at_end = false;
        self.given = 0;
        self.takes.clear();
        self.takes.push(0.0, take_frame as f64, 1.0);
        self.unstretched.clear();
        self.resampler.reset();
        self.stretch.reset();
        self.assembly.jump(take_frame)
    }

    /// Another rendition for the jump that comes next.
    pub fn set(&mut self, rendition: &Rendition) {
        self.assembly.set(rendition.edit.clone(), rendition.looped);
        self.stretch.set_speed(f64::from(rendition.speed));
    }

    /// Another rendition from here on, without a gap. `heard` is the frame of the take that is heard now: a
    /// loop around it holds also when the sound has been read beyond its end.
    /// `false` when it takes a jump to go on.
    pub fn change(&mut self, rendition: &Rendition, heard: u64) -> Result<bool, WavError> {
        let read = self.assembly.take_frame().unwrap_or(f64::MAX);
        let missed = rendition
            .looped
            .filter(|looped| looped.holds(heard) && read >= looped.end_frame as f64);
        self.set(rendition);
        self.assembly.go_on(missed.map(|looped| looped.start_frame))
    }

    /// The frame of the take at a frame of the device since the last jump.
    pub fn take_frame(&self, device_frame: f64) -> Option<f64> {
        let before = self.unstretched.at(device_frame).unwrap_or(device_frame);
        self.takes.at(before * self.ratio)
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
        self.resampled.clear();
        self.stretched.clear();
        let run = self.assembly.read(&mut self.samples, BLOCK)?;
        if let Some(run) = &run {
            self.takes
                .push(self.given as f64, run.take_frame, run.per_frame);
            self.given += run.frames as u64;
        }
        self.resampler.push(&self.samples, &mut self.resampled);
        if run.is_none() {
            self.at_end = true;
            self.resampler.finish(&mut self.resampled);
        }
        let (sound, places) = (&self.resampled, &mut self.unstretched);
        self.stretch.push(sound, &mut self.stretched, places);
        if self.at_end {
            self.stretch.finish(&mut self.stretched, places);
        }
        let ready = self.stretched.iter();
        self.queue
            .extend(ready.map(|&value| PlaybackSlot::sample(value)));
        if self.at_end {
            self.queue.push(PlaybackSlot::end());
        }
        Ok(())
    }
}
