//! The sound check's ears and voice: listens to a microphone through the very same stream, callback
//! and ring as a take, keeps what was heard in memory only, and plays it back. Nothing of it touches
//! the disk. Not here: what the samples say (`analysis::sound_check`), when a check runs (`flow`).

use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rtrb::Consumer;

use crate::analysis::level::dbfs;
use crate::analysis::peaks::PeakBuilder;
use crate::analysis::resample::Resampler;
use crate::analysis::sound_check;
use crate::audio::backend::Backend;
use crate::audio::backend::devices::is_monitor;
use crate::audio::capture::source::{Source, SourceNews};
use crate::audio::capture::watch::Finding;
use crate::audio::capture::{CaptureItem, Slot};
use crate::audio::clock::{Moment, Stopwatch};
use crate::audio::limits::Limits;
use crate::audio::messages::EventSink;
use crate::audio::playback::clip_player::{self, Ended, Speaker};
use crate::audio::playback::tone;
use crate::audio::sample::from_i16;
use crate::audio::worker::Worker;
use crate::model::audio::AudioEvent;
use crate::model::fault::SoundFault;
use crate::model::live::LIVE_PEAKS_PER_SEC;
use crate::model::sound::{Device, Mix};
use crate::model::sound_check::{CheckEnd, Heard};

/// How often a check looks around; also how exactly the first sample is timed.
const TICK: Duration = Duration::from_millis(5);
/// Reports of progress are at least this far apart.
const REPORT_EVERY: Duration = Duration::from_millis(40);
/// A check gives up earlier than a take: nothing is lost with it.
const NEVER: Duration = Duration::from_secs(4);
const LOST: Duration = Duration::from_secs(2);
/// How long the closing of the microphone is waited for, so that the next one finds it free.
const CLOSE_LIMIT: Duration = Duration::from_secs(1);
/// How long a take waits for that.
const GIVE_WAY_LIMIT: Duration = Duration::from_millis(10);

/// What a check heard.
struct Kept {
    samples: Vec<i16>,
    sample_rate_hz: u32,
}

type Memory = Arc<Mutex<Option<Arc<Kept>>>>;

/// Carries out the orders of the check. It never waits but for `give_way`.
pub(super) struct CheckRunner {
    backend: Arc<dyn Backend>,
    sink: EventSink,
    limits: Limits,
    listening: Option<Running>,
    sounding: Option<Running>,
    memory: Memory,
}

struct Running {
    // A message ends it with a report; dropping this ends it without one.
    stop: SyncSender<()>,
    worker: Worker,
}

impl CheckRunner {
    pub(super) fn new(backend: Arc<dyn Backend>, sink: EventSink, limits: Limits) -> Self {
        let limits = Limits {
            never: limits.never.min(NEVER),
            lost: limits.lost.min(LOST),
            ..limits
        };
        Self {
            backend,
            sink,
            limits,
            listening: None,
            sounding: None,
            memory: Memory::default(),
        }
    }

    /// Ends the check with what was heard so far.
    pub(super) fn stop(&self) {
        if let Some(running) = &self.listening {
            // Full: it was told already. Gone: it has ended.
            running.stop.try_send(()).ok();
        }
    }

    /// Plays a gentle tone.
    pub(super) fn play_tone(&mut self, id: u32, device: Option<String>) {
        self.sound(id, 1.0, device, tone::LENGTH, tone::samples);
    }

    /// Leaves the microphone to a take, and the room to its silence.
    pub(super) fn give_way(&mut self) {
        self.sounding = None;
        self.memory = Memory::default();
        let Some(Running { stop, worker }) = self.listening.take() else {
            return;
        };
        drop(stop);
        // Some devices can be opened only once; one that hangs in closing is not waited for.
        worker.join_within(GIVE_WAY_LIMIT);
    }

    /// Ends the check and its sounds without a report, and forgets what was heard.
    pub(super) fn forget(&mut self) {
        self.listening = None;
        self.sounding = None;
        // Another memory, so that a check that is just ending cannot write into it.
        self.memory = Memory::default();
    }

    /// Listens to a microphone for so long; a check that runs is forgotten.
    pub(super) fn listen(&mut self, id: u32, device: Option<String>, length: Duration) {
        self.forget();
        let clock = Stopwatch::start();
        let backend = Arc::clone(&self.backend);
        let source = Source::open(backend, device, self.limits, clock.now());
        let listener = CheckListener::new(source, length);
        let (stop, stopped) = sync_channel(1);
        let (sink, memory) = (Arc::clone(&self.sink), Arc::clone(&self.memory));
        let started = Worker::start("retake-check", move || {
            if let Some(end) = listen(listener, id, &clock, &stopped, &sink, &memory) {
                sink(AudioEvent::CheckDone { id, end });
            }
        });
        match started {
            Ok(worker) => self.listening = Some(Running { stop, worker }),
            Err(error) => (self.sink)(AudioEvent::CheckDone {
                id,
                end: CheckEnd {
                    fault: Some(SoundFault::Other {
                        detail: error.to_string(),
                    }),
                    ..CheckEnd::default()
                },
            }),
        }
    }

    /// Plays what the last check heard.
    pub(super) fn play_back(&mut self, id: u32, volume: f32, device: Option<String>) {
        let memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(kept) = memory.clone() else {
            drop(memory);
            (self.sink)(AudioEvent::CheckPlayed { id, fault: None });
            return;
        };
        drop(memory);
        let secs = kept.samples.len() as f64 / f64::from(kept.sample_rate_hz.max(1));
        let length = Duration::from_secs_f64(secs);
        self.sound(id, volume, device, length, move |rate| {
            let floats: Vec<f32> = kept.samples.iter().copied().map(from_i16).collect();
            let Some(mut resampler) = Resampler::new(kept.sample_rate_hz, rate) else {
                return floats;
            };
            let mut out = Vec::new();
            resampler.push(&floats, &mut out);
            resampler.finish(&mut out);
            out
        });
    }

    fn sound(
        &mut self,
        id: u32,
        volume: f32,
        device: Option<String>,
        length: Duration,
        make: impl FnOnce(u32) -> Vec<f32> + Send + 'static,
    ) {
        // One sound at a time; the former one fades while this one is being opened.
        self.sounding = None;
        let speaker = Speaker {
            backend: Arc::clone(&self.backend),
            device,
            volume,
        };
        let (stop, stopped) = sync_channel(1);
        let sink = Arc::clone(&self.sink);
        let started = Worker::start("retake-clip", move || {
            let fault = match clip_player::play(speaker, length, &stopped, make) {
                Ok(Ended::Heard) => None,
                Ok(Ended::Stopped) => return,
                Err(fault) => Some(fault),
            };
            sink(AudioEvent::CheckPlayed { id, fault });
        });
        match started {
            Ok(worker) => self.sounding = Some(Running { stop, worker }),
            Err(error) => (self.sink)(AudioEvent::CheckPlayed {
                id,
                fault: Some(SoundFault::Other {
                    detail: error.to_string(),
                }),
            }),
        }
    }
}

/// Listens until enough was heard, or until told to stop; `None` when nobody wants to know.
fn listen(
    mut listener: CheckListener,
    id: u32,
    clock: &Stopwatch,
    stopped: &Receiver<()>,
    sink: &EventSink,
    memory: &Memory,
) -> Option<CheckEnd> {
    let fault = loop {
        let asked = stopped.recv_timeout(TICK);
        if asked == Err(RecvTimeoutError::Disconnected) {
            listener.close();
            return None;
        }
        match listener.step(clock.now()) {
            Ok(enough) if enough || asked.is_ok() => break None,
            Ok(_) => {}
            Err(fault) => break Some(fault),
        }
        listener.report(id, clock.now().steady, sink);
    };
    listener.close();
    // The last of the sound belongs to the picture, too.
    listener.report(id, Duration::MAX, sink);
    let (end, kept) = listener.end(fault);
    *memory.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(kept));
    // Forgotten while the samples were looked at.
    let forgotten = stopped.try_recv() == Err(TryRecvError::Disconnected);
    (!forgotten).then_some(end)
}

/// One check that listens.
struct CheckListener {
    source: Option<Source>,
    length: Duration,
    device: Option<Device>,
    sample_rate_hz: u32,
    ring: Option<Consumer<Slot>>,
    samples: Vec<i16>,
    // Lost before our ring, and in it.
    missing_frames: u64,
    dropped_frames: u64,
    first_sample: Option<Duration>,
    peaks: PeakBuilder,
    told_samples: usize,
    level: f32,
    // What is known of the channels before they are mixed.
    channels: u16,
    mix: Mix,
    clipped_frames: u64,
    last_report: Duration,
}

impl CheckListener {
    fn new(source: Source, length: Duration) -> Self {
        Self {
            source: Some(source),
            length,
            device: None,
            sample_rate_hz: 0,
            ring: None,
            samples: Vec::new(),
            missing_frames: 0,
            dropped_frames: 0,
            first_sample: None,
            peaks: PeakBuilder::new(0, LIVE_PEAKS_PER_SEC),
            told_samples: 0,
            level: 0.0,
            channels: 0,
            mix: Mix::Mean,
            clipped_frames: 0,
            last_report: Duration::ZERO,
        }
    }

    /// Whether enough was heard. `now` is the time since the start.
    fn step(&mut self, now: Moment) -> Result<bool, SoundFault> {
        let Some(source) = &mut self.source else {
            return Ok(true);
        };
        match source.news() {
            SourceNews::None => {}
            SourceNews::Opened {
                ring,
                sample_rate_hz,
            } => {
                self.sample_rate_hz = sample_rate_hz;
                self.ring = Some(ring);
                self.peaks = PeakBuilder::new(sample_rate_hz, LIVE_PEAKS_PER_SEC);
            }
            SourceNews::Failed(fault) => return Err(fault),
        }
        match source.look(now) {
            Some(Finding::End(fault)) => return Err(fault),
            Some(Finding::Missing(frames)) => self.missing_frames += frames,
            // What the check survives is among the facts it ends with.
            Some(Finding::Trouble(_)) | None => {}
        }
        if let Some(device) = source.take_first_samples() {
            self.device = Some(device);
            self.first_sample = Some(now.steady);
        }
        self.dropped_frames = source.facts.lost_frames();
        self.clipped_frames = source.facts.clipped_frames();
        self.channels = source.channels();
        self.mix = source.facts.mix();
        self.level = self.level.max(source.facts.take_peak());
        self.drain();
        Ok(self.sample_rate_hz > 0 && self.samples.len() >= self.wanted())
    }

    /// Frames that are enough.
    fn wanted(&self) -> usize {
        (self.length.as_secs_f64() * f64::from(self.sample_rate_hz)) as usize
    }

    fn drain(&mut self) {
        let room = self.wanted().saturating_sub(self.samples.len());
        let Some(ring) = &mut self.ring else { return };
        for _ in 0..room {
            match ring.pop().map(Slot::meaning) {
                Ok(CaptureItem::Sample(sample)) => self.samples.push(sample),
                // Counted already, also when it stands behind what is enough.
                Ok(CaptureItem::Lost(_)) => {}
                Err(_) => break,
            }
        }
    }

    /// Tells level, seconds and peaks since the last report, if it is time for one.
    fn report(&mut self, id: u32, now: Duration, sink: &EventSink) {
        let early = now.saturating_sub(self.last_report) < REPORT_EVERY;
        let new = self.samples.get(self.told_samples..).unwrap_or_default();
        if early || new.is_empty() {
            return;
        }
        self.peaks.push(new);
        self.told_samples = self.samples.len();
        self.last_report = now;
        sink(AudioEvent::CheckProgress {
            id,
            level_dbfs: dbfs(std::mem::take(&mut self.level)),
            secs: self.samples.len() as f64 / f64::from(self.sample_rate_hz.max(1)),
            peaks: self.peaks.take_done(),
        });
    }

    /// Gives the microphone back, so that the next one finds it free.
    fn close(&mut self) {
        if let Some(source) = self.source.take()
            && !source.close_within(CLOSE_LIMIT)
        {
            tracing::warn!("a microphone takes long to close after a check");
        }
    }

    fn end(self, fault: Option<SoundFault>) -> (CheckEnd, Kept) {
        let kept = Kept {
            sample_rate_hz: self.sample_rate_hz,
            samples: self.samples,
        };
        let mut heard = if kept.samples.is_empty() {
            Heard::default()
        } else {
            sound_check::of(&kept.samples, kept.sample_rate_hz)
        };
        let clipped = self.clipped_frames;
        heard.levels = heard.levels.map(|levels| levels.at_least_clipped(clipped));
        let monitor = |device: &Device| is_monitor(&device.id, &device.name);
        let end = CheckEnd {
            monitor: self.device.as_ref().is_some_and(monitor),
            device: self.device,
            sample_rate_hz: self.sample_rate_hz,
            channels: self.channels,
            mix: self.mix,
            first_sample_secs: self.first_sample.map(|first| first.as_secs_f64()),
            lost_frames: self.missing_frames.saturating_add(self.dropped_frames),
            heard,
            fault,
        };
        (end, kept)
    }
}
