//! One stream of a take, from asking for the microphone to closing it: what it says, what is seen of
//! it, and whether it is well. Not here: what a take does about it (`take`), threads (`stream`).

use std::sync::Arc;
use std::sync::mpsc::TryRecvError;
use std::time::Duration;

use rtrb::Consumer;

use crate::audio::backend::Backend;
use crate::audio::backend::stream::{News, Stream, open_microphone};
use crate::audio::capture::watch::{Finding, Seen, Watch};
use crate::audio::capture::{CaptureFacts, Slot};
use crate::audio::clock::Moment;
use crate::audio::limits::Limits;
use crate::model::fault::SoundFault;
use crate::model::sound::Device;

/// What a source says.
#[derive(Debug)]
pub enum SourceNews {
    /// Nothing new.
    None,
    /// The device is open.
    Opened {
        /// Our end of its ring.
        ring: Consumer<Slot>,
        /// Frames per second.
        sample_rate_hz: u32,
    },
    /// It cannot be used.
    Failed(SoundFault),
}

/// A microphone that is being opened or delivers.
pub struct Source {
    /// What its callback says.
    pub facts: Arc<CaptureFacts>,
    // `Err` when the system had no thread to open it.
    stream: Result<Stream<Consumer<Slot>>, SoundFault>,
    watch: Watch,
    asked: Moment,
    device: Option<Device>,
    sample_rate_hz: u32,
    channels: u16,
    told_first: bool,
    told_clip: u64,
}

impl Source {
    /// Asks for a microphone; `None` is the system's default. `now` counts from the start of the
    /// take.
    pub fn open(
        backend: Arc<dyn Backend>,
        device: Option<String>,
        limits: Limits,
        now: Moment,
    ) -> Self {
        let facts = Arc::new(CaptureFacts::default());
        let stream = open_microphone(backend, device, Arc::clone(&facts));
        Self {
            facts,
            stream: stream.map_err(|error| SoundFault::Other {
                detail: error.to_string(),
            }),
            watch: Watch::new(limits),
            asked: now,
            device: None,
            sample_rate_hz: 0,
            channels: 0,
            told_first: false,
            told_clip: 0,
        }
    }

    /// Frames per second; 0 until it is open.
    pub fn sample_rate_hz(&self) -> u32 {
        self.sample_rate_hz
    }

    /// Samples per frame; 0 until it is open.
    pub fn channels(&self) -> u16 {
        self.channels
    }

    /// What is new since the last call.
    pub fn news(&mut self) -> SourceNews {
        let stream = match &self.stream {
            Ok(stream) => stream,
            Err(fault) => return SourceNews::Failed(fault.clone()),
        };
        match stream.news.try_recv() {
            Ok(News::Opened {
                device,
                format,
                end,
            }) => {
                self.device = Some(device);
                self.sample_rate_hz = format.sample_rate_hz;
                self.channels = format.channels;
                SourceNews::Opened {
                    ring: end,
                    sample_rate_hz: format.sample_rate_hz,
                }
            }
            Ok(News::Failed(fault)) => SourceNews::Failed(fault),
            Err(TryRecvError::Empty) => SourceNews::None,
            // The stream's thread ended without a word.
            Err(TryRecvError::Disconnected) => SourceNews::Failed(SoundFault::Other {
                detail: "the sound system failed".to_owned(),
            }),
        }
    }

    /// The device, at the first call after samples began to arrive.
    pub fn take_first_samples(&mut self) -> Option<Device> {
        if self.told_first || self.facts.captured_frames() == 0 {
            return None;
        }
        let device = self.device.clone()?;
        self.told_first = true;
        Some(device)
    }

    /// Whether a sample was clipped since the last call.
    pub fn take_clipped(&mut self) -> bool {
        let clip = self.facts.after_last_clip();
        clip > std::mem::replace(&mut self.told_clip, clip)
    }

    /// Whether it is well.
    pub fn look(&mut self, now: Moment) -> Option<Finding> {
        let health = &self.stream.as_ref().ok()?.health;
        if let Some(death) = health.death() {
            return Some(Finding::End(death.fault()));
        }
        let seen = Seen {
            captured_frames: self.facts.captured_frames(),
            lost_frames: self.facts.lost_frames(),
            after_last_sound: self.facts.after_last_sound(),
            complaints: health.complaints(),
            renewals: health.renewals(),
            sample_rate_hz: self.sample_rate_hz,
        };
        self.watch.step(self.since_asked(now), seen)
    }

    /// For how long nothing has arrived.
    pub fn still(&self, now: Moment) -> Duration {
        self.watch.still(self.since_asked(now).steady)
    }

    /// Closes it, without waiting for that. Nothing more comes from it.
    pub fn close(self) {
        self.facts.close();
        let hiccups = self.stream.map_or(0, |stream| stream.health.hiccups());
        if hiccups > 0 {
            tracing::info!(hiccups, "the sound system stumbled during the take");
        }
    }

    /// Closes it and waits for that, no longer than `limit`; whether it is closed.
    pub fn close_within(self, limit: Duration) -> bool {
        self.facts.close();
        self.stream
            .map_or(true, |stream| stream.close_within(limit))
    }

    fn since_asked(&self, now: Moment) -> Moment {
        Moment {
            steady: now.steady.saturating_sub(self.asked.steady),
            wall: now.wall.saturating_sub(self.asked.wall),
        }
    }
}
