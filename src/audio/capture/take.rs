//! The life of one take: open the microphone, write, watch, stand still when the microphone is gone
//! and go on from another, finish, say how it ended; exactly once. Stepped by the `retake-writer` thread,
//! and by tests with a time of their own. Not here: orders of the app (`engine`), samples (`writer`),
//! one stream of it (`source`).

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::analysis::level::dbfs;
use crate::audio::backend::Backend;
use crate::audio::capture::source::{Source, SourceNews};
use crate::audio::capture::take_clock::{SharedTakeClock, TakeClock};
use crate::audio::capture::take_end::empty_end;
use crate::audio::capture::watch::Finding;
use crate::audio::capture::writer::{Room, TakeWriter};
use crate::audio::clock::Moment;
use crate::audio::limits::Limits;
use crate::audio::messages::EventSink;
use crate::audio::wav::take_file::{Disks, TakeFile};
use crate::model::audio::AudioEvent;
use crate::model::fault::SoundFault;
use crate::model::take::{GapCause, TakeEnd};

/// Reports of progress are at least this far apart.
const REPORT_EVERY: Duration = Duration::from_millis(40);

/// Whether a take goes on.
#[derive(Debug)]
pub enum Next {
    /// It does.
    GoOn,
    /// It is over, and its file is closed.
    Finished(TakeEnd),
}

/// What a take needs of the world.
#[derive(Clone)]
pub struct World {
    /// The sound system.
    pub backend: Arc<dyn Backend>,
    /// Where files come from.
    pub disks: Arc<dyn Disks>,
    /// Where reports go.
    pub sink: EventSink,
    /// When to say what.
    pub limits: Limits,
    /// Where the place of the newest sample is told.
    pub take_clock: SharedTakeClock,
}

/// A take that is being recorded.
pub struct TakeRunner {
    wav: PathBuf,
    world: World,
    // `None` while the take stands still.
    source: Option<Source>,
    // `None` until the first device is open.
    writer: Option<TakeWriter>,
    began: bool,
    stands_since: Option<Duration>,
    last_report: Duration,
}

/// Why a take cannot go on as it does.
enum Stop {
    /// It was asked to end.
    Asked,
    /// The microphone failed; another may do.
    Microphone(SoundFault),
    /// The file failed, or is full.
    File(SoundFault),
}

impl TakeRunner {
    /// A take from this microphone (`None` is the system's default) to `<wav>.part`, later `wav`.
    /// Nothing is done before the first step, apart from asking for the microphone.
    pub fn new(wav: PathBuf, device: Option<String>, world: World) -> Self {
        world.take_clock.set(TakeClock::default());
        let mut runner = Self {
            wav,
            world,
            source: None,
            writer: None,
            began: false,
            stands_since: None,
            last_report: Duration::ZERO,
        };
        runner.source = Some(runner.ask_for(device, Moment::default()));
        runner
    }

    /// Goes on from a microphone, if the take stands still and nobody asked before.
    pub fn resume(&mut self, device: Option<String>, now: Moment) {
        if self.stands_since.is_some() && self.source.is_none() {
            self.source = Some(self.ask_for(device, now));
        }
    }

    fn ask_for(&self, device: Option<String>, now: Moment) -> Source {
        let backend = Arc::clone(&self.world.backend);
        Source::open(backend, device, self.world.limits, now)
    }

    /// Does what is to be done now. `now` counts from the start of the take; `stop` ends it.
    pub fn step(&mut self, now: Moment, stop: bool) -> Next {
        match self.advance(now, stop) {
            Ok(()) => Next::GoOn,
            Err(Stop::Asked) => Next::Finished(self.finish(None)),
            Err(Stop::File(fault)) => Next::Finished(self.finish(Some(fault))),
            Err(Stop::Microphone(fault)) => self.stand_still(now, fault),
        }
    }

    fn advance(&mut self, now: Moment, stop: bool) -> Result<(), Stop> {
        // First, so that a take that is stopped at once still has what was delivered.
        self.hear_news(now)?;
        if stop {
            return Err(Stop::Asked);
        }
        self.world.take_clock.observe();
        self.begin(now);
        self.look(now)?;
        let Some(writer) = &mut self.writer else {
            return Ok(());
        };
        if writer.step(now.steady).map_err(Stop::File)? == Room::Full {
            return Err(Stop::File(SoundFault::TakeTooLong));
        }
        self.report(now.steady);
        Ok(())
    }

    fn hear_news(&mut self, now: Moment) -> Result<(), Stop> {
        let Some(source) = &mut self.source else {
            return Ok(());
        };
        let (ring, rate) = match source.news() {
            SourceNews::None => return Ok(()),
            SourceNews::Failed(fault) => return Err(Stop::Microphone(fault)),
            SourceNews::Opened {
                ring,
                sample_rate_hz,
            } => (ring, sample_rate_hz),
        };
        let facts = Arc::clone(&source.facts);
        let take_clock = if let Some(writer) = &mut self.writer {
            writer
                .go_on(ring, Arc::clone(&facts), rate)
                .map_err(Stop::Microphone)?;
            TakeClock::running(facts, writer.frames(), rate, writer.sample_rate_hz())
        } else {
            let disks = self.world.disks.as_ref();
            let file = TakeFile::create(&self.wav, rate, disks).map_err(Stop::File)?;
            let writer = TakeWriter::new(file, ring, Arc::clone(&facts), rate);
            self.writer = Some(writer);
            TakeClock::running(facts, 0, rate, rate)
        };
        tracing::debug!(at = ?now.steady, rate, "the microphone is open");
        self.world.take_clock.set(take_clock);
        Ok(())
    }

    /// Says that sound arrives, once for each source.
    fn begin(&mut self, now: Moment) {
        let (Some(source), Some(writer)) = (&mut self.source, &mut self.writer) else {
            return;
        };
        let Some(device) = source.take_first_samples() else {
            return;
        };
        if let Some(since) = self.stands_since.take() {
            writer.note_away(now.steady.saturating_sub(since));
        }
        (self.world.sink)(if self.began {
            AudioEvent::CaptureResumed { device }
        } else {
            AudioEvent::CaptureBegan {
                sample_rate_hz: writer.sample_rate_hz(),
                device,
            }
        });
        self.began = true;
    }

    fn look(&mut self, now: Moment) -> Result<(), Stop> {
        let Some(source) = &mut self.source else {
            return Ok(());
        };
        match source.look(now) {
            None => Ok(()),
            Some(Finding::End(fault)) => Err(Stop::Microphone(fault)),
            Some(Finding::Trouble(fault)) => {
                (self.world.sink)(AudioEvent::CaptureTrouble(fault));
                Ok(())
            }
            Some(Finding::Missing(stream_frames)) => self.fill(stream_frames),
        }
    }

    /// Puts silence where the sound system lost sound without a word.
    fn fill(&mut self, stream_frames: u64) -> Result<(), Stop> {
        let (Some(source), Some(writer)) = (&self.source, &mut self.writer) else {
            return Ok(());
        };
        let sample_rate_hz = writer.sample_rate_hz();
        let ratio = f64::from(sample_rate_hz) / f64::from(source.sample_rate_hz().max(1));
        let frames = (stream_frames as f64 * ratio).round() as u64;
        writer.fill(frames, GapCause::Missing).map_err(Stop::File)?;
        self.world
            .take_clock
            .change(|take_clock| take_clock.shift(frames));
        (self.world.sink)(AudioEvent::CaptureTrouble(SoundFault::Dropped {
            frames,
            sample_rate_hz,
        }));
        Ok(())
    }

    fn report(&mut self, now: Duration) {
        let (Some(source), Some(writer)) = (&mut self.source, &mut self.writer) else {
            return;
        };
        // Not before the first samples of a source: those are told of by themselves.
        let runs = self.began && self.stands_since.is_none();
        if !runs || now.saturating_sub(self.last_report) < REPORT_EVERY {
            return;
        }
        self.last_report = now;
        (self.world.sink)(AudioEvent::CaptureProgress {
            captured_frames: self.world.take_clock.captured_frames(),
            written_frames: writer.safe_frames(),
            level_dbfs: dbfs(source.facts.take_peak()),
            clipped: source.take_clipped(),
            peaks: writer.take_live_peaks(),
        });
    }

    /// The microphone failed. What was said is made safe, and the take waits; a take in which nothing
    /// was said is over.
    fn stand_still(&mut self, now: Moment, fault: SoundFault) -> Next {
        let Some(source) = self.source.take() else {
            return Next::GoOn;
        };
        let spoke = source.facts.captured_frames() > 0;
        let missed = source.still(now);
        source.close();
        let Some(writer) = self.writer.as_mut().filter(|_| self.began || spoke) else {
            return Next::Finished(self.finish(Some(fault)));
        };
        // One that died between its first samples and their being told of has something to keep.
        if self.stands_since.is_none() || spoke {
            if let Err(error) = writer.stand_still(missed) {
                return Next::Finished(self.finish(Some(error)));
            }
            self.stands_since.get_or_insert(now.steady);
        }
        let frames = writer.frames();
        self.world.take_clock.set(TakeClock::standing(frames));
        (self.world.sink)(AudioEvent::CaptureInterrupted { fault, frames });
        Next::GoOn
    }

    fn finish(&mut self, fault: Option<SoundFault>) -> TakeEnd {
        // First, so that the device's light goes out at once, and nothing more comes.
        if let Some(source) = self.source.take() {
            source.close();
        }
        match self.writer.take() {
            Some(writer) => writer.finish(fault),
            None => empty_end(fault),
        }
    }
}
