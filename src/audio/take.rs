//! The life of one take: open the microphone, write, watch, finish, say how it ended; exactly once.
//! Stepped by the `retake-writer` thread, and by tests with a time of their own.
//! Not here: orders of the app (`engine`), samples (`writer`).

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::TryRecvError;
use std::time::Duration;

use rtrb::Consumer;

use crate::analysis::level::dbfs;
use crate::audio::capture::{CaptureFacts, Slot};
use crate::audio::messages::{Report, ReportSink};
use crate::audio::stream::{News, Stream};
use crate::audio::take_end::empty_end;
use crate::audio::take_file::TakeFile;
use crate::audio::watch::{Finding, Limits, Seen, Watch};
use crate::audio::writer::{Room, TakeWriter};
use crate::model::fault::SoundFault;
use crate::model::sound::Device;
use crate::model::take::TakeEnd;

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

/// A take that is being recorded.
pub struct TakeRunner {
    wav: PathBuf,
    stream: Option<Stream<Consumer<Slot>>>,
    facts: Arc<CaptureFacts>,
    sink: ReportSink,
    watch: Watch,
    open: Option<OpenTake>,
    last_report: Duration,
    reported_clip: u64,
}

/// What there is once the device is open.
struct OpenTake {
    writer: TakeWriter,
    device: Device,
    sample_rate_hz: u32,
    began: bool,
}

impl TakeRunner {
    /// A take from this stream to `<wav>.part`, later `wav`. Nothing is done before the first step.
    pub fn new(
        wav: PathBuf,
        stream: Stream<Consumer<Slot>>,
        facts: Arc<CaptureFacts>,
        sink: ReportSink,
        limits: Limits,
    ) -> Self {
        Self {
            wav,
            stream: Some(stream),
            facts,
            sink,
            watch: Watch::new(limits),
            open: None,
            last_report: Duration::ZERO,
            reported_clip: 0,
        }
    }

    /// Does what is to be done now. `now` is the time since the start of the take; `stop` ends it.
    pub fn step(&mut self, now: Duration, stop: bool) -> Next {
        match self.advance(now, stop) {
            Ok(false) => Next::GoOn,
            Ok(true) => Next::Finished(self.finish(None)),
            Err(fault) => Next::Finished(self.finish(Some(fault))),
        }
    }

    /// Whether the take is to end, and as what.
    fn advance(&mut self, now: Duration, stop: bool) -> Result<bool, SoundFault> {
        // First, so that a take that is stopped at once still has what was delivered.
        self.hear_news()?;
        if stop {
            return Ok(true);
        }
        self.begin();
        self.look(now)?;
        let Some(open) = &mut self.open else {
            return Ok(false);
        };
        let room = open.writer.step(now)?;
        self.report(now);
        Ok(room == Room::Full)
    }

    fn hear_news(&mut self) -> Result<(), SoundFault> {
        let Some(stream) = &self.stream else {
            return Ok(());
        };
        match stream.news.try_recv() {
            Ok(News::Opened {
                device,
                format,
                end,
            }) => {
                let rate = format.sample_rate_hz;
                let file = TakeFile::create(&self.wav, rate)?;
                let facts = Arc::clone(&self.facts);
                self.open = Some(OpenTake {
                    writer: TakeWriter::new(file, end, facts, rate),
                    device,
                    sample_rate_hz: rate,
                    began: false,
                });
                Ok(())
            }
            Ok(News::Failed(fault)) => Err(fault),
            Err(TryRecvError::Empty) => Ok(()),
            // The stream's thread ended without a word.
            Err(TryRecvError::Disconnected) => Err(SoundFault::Other {
                detail: "the sound system failed".to_owned(),
            }),
        }
    }

    fn begin(&mut self) {
        let Some(open) = &mut self.open else { return };
        if !open.began && self.facts.captured_frames() > 0 {
            open.began = true;
            (self.sink)(Report::CaptureBegan {
                sample_rate_hz: open.sample_rate_hz,
                device: open.device.clone(),
            });
        }
    }

    fn look(&mut self, now: Duration) -> Result<(), SoundFault> {
        if let Some(death) = self
            .stream
            .as_ref()
            .and_then(|stream| stream.health.death())
        {
            return Err(death.fault());
        }
        let seen = Seen {
            captured_frames: self.facts.captured_frames(),
            lost_frames: self.facts.lost_frames(),
            after_last_sound: self.facts.after_last_sound(),
            complaints: self
                .stream
                .as_ref()
                .map_or(0, |stream| stream.health.complaints()),
            sample_rate_hz: self.open.as_ref().map_or(0, |open| open.sample_rate_hz),
        };
        match self.watch.step(now, seen) {
            Some(Finding::End(fault)) => Err(fault),
            Some(Finding::Trouble(fault)) => {
                (self.sink)(Report::CaptureTrouble(fault));
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn report(&mut self, now: Duration) {
        let Some(open) = &mut self.open else { return };
        if !open.began || now.saturating_sub(self.last_report) < REPORT_EVERY {
            return;
        }
        self.last_report = now;
        let clip = self.facts.after_last_clip();
        (self.sink)(Report::CaptureProgress {
            captured_frames: self.facts.captured_frames(),
            written_frames: open.writer.safe_frames(),
            level_dbfs: dbfs(self.facts.take_peak()),
            clipped: clip > self.reported_clip,
            peaks: open.writer.take_live_peaks(),
        });
        self.reported_clip = clip;
    }

    fn finish(&mut self, fault: Option<SoundFault>) -> TakeEnd {
        // First, so that the device's light goes out at once, and nothing more comes.
        self.facts.close();
        let stream = self.stream.take();
        if let Some(hiccups) = stream.map(|s| s.health.hiccups()).filter(|h| *h > 0) {
            tracing::info!(hiccups, "the sound system stumbled during the take");
        }
        match self.open.take() {
            Some(open) => open.writer.finish(fault),
            None => empty_end(fault),
        }
    }
}
