//! What belongs here: the audio engine without a window, the program that `recorders.py` measures beside others.
//! What does not: figures of processor and memory, which are taken from outside.
//!
//! `recorder SECONDS FILE.wav [DEVICE]` records that long from the first samples on, says in one line of JSON what was
//! reported meanwhile, and ends.

use std::error::Error;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

use retake::audio::Engine;
use retake::audio::system_backend::SystemBackend;
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::take::TakeEnd;
use serde_json::{Value, json};

/// Reports that may wait; they are taken as they come.
const QUEUE: usize = 1024;
/// Longer than any microphone and any disk takes.
const PATIENCE: Duration = Duration::from_secs(30);

struct Arguments {
    length: Duration,
    wav: PathBuf,
    device: Option<String>,
}

impl Arguments {
    fn read(mut words: impl Iterator<Item = OsString>) -> Option<Self> {
        let secs: f64 = words.next()?.to_str()?.parse().ok()?;
        let arguments = Self {
            length: Duration::try_from_secs_f64(secs).ok()?,
            wav: words.next()?.into(),
            device: words.next().and_then(|word| word.into_string().ok()),
        };
        words.next().is_none().then_some(arguments)
    }
}

/// What was reported while the take ran.
#[derive(Default)]
struct Heard {
    device: Option<String>,
    sample_rate_hz: u32,
    first: Option<Instant>,
    last: Option<Instant>,
    longest: Duration,
    reports: u64,
    captured_frames: u64,
    loudest_dbfs: Option<f32>,
    troubles: Vec<String>,
    end: Option<TakeEnd>,
}

impl Heard {
    fn hear(&mut self, at: Instant, report: AudioEvent) {
        match report {
            AudioEvent::CaptureBegan {
                sample_rate_hz,
                device,
            } => {
                self.sample_rate_hz = sample_rate_hz;
                self.device = Some(device.id);
                self.first = Some(at);
                self.last = Some(at);
            }
            AudioEvent::CaptureProgress {
                captured_frames,
                level_dbfs,
                ..
            } => {
                if let Some(last) = self.last.replace(at) {
                    self.longest = self.longest.max(at.saturating_duration_since(last));
                }
                self.reports += 1;
                self.captured_frames = captured_frames;
                self.loudest_dbfs = Some(self.loudest_dbfs.unwrap_or(level_dbfs).max(level_dbfs));
            }
            AudioEvent::CaptureTrouble(fault) => self.troubles.push(format!("{fault:?}")),
            AudioEvent::CaptureFinished(end) => self.end = Some(end),
            _ => {}
        }
    }

    /// Hears reports until the take is over or that time has come.
    fn until(&mut self, reports: &Receiver<(Instant, AudioEvent)>, time: Instant) {
        while self.end.is_none() {
            let left = time.saturating_duration_since(Instant::now());
            match reports.recv_timeout(left) {
                Ok((at, report)) => {
                    let began = matches!(report, AudioEvent::CaptureBegan { .. });
                    self.hear(at, report);
                    if began {
                        return;
                    }
                }
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn json(&self, ordered: Instant) -> Value {
        let gaps: Vec<Value> = self
            .end
            .iter()
            .flat_map(|end| &end.gaps)
            .map(|gap| json!({"start_frame": gap.start_frame, "frames": gap.frames, "cause": format!("{:?}", gap.cause)}))
            .collect();
        let lost: u64 = self
            .end
            .iter()
            .flat_map(|end| &end.gaps)
            .map(|gap| gap.frames)
            .sum();
        let to_first = self
            .first
            .map(|first| first.saturating_duration_since(ordered));
        json!({
            "state": self.end.as_ref().map(|end| format!("{:?}", end.state)),
            "frames": self.end.as_ref().map(|end| end.frames),
            "sample_rate_hz": self.sample_rate_hz,
            "device": self.device,
            "gaps": gaps,
            "lost_frames": lost,
            "troubles": self.troubles,
            "fault": self.end.as_ref().and_then(|end| end.fault.as_ref()).map(|fault| format!("{fault:?}")),
            "peak_dbfs": self.end.as_ref().and_then(|end| end.peak_dbfs),
            "reported_peak_dbfs": self.loudest_dbfs,
            "captured_frames_at_last_report": self.captured_frames,
            "reports": self.reports,
            "secs_to_first_samples": to_first.map(|secs| secs.as_secs_f64()),
            "longest_between_reports_secs": self.longest.as_secs_f64(),
        })
    }
}

fn record(arguments: Arguments) -> Result<Value, Box<dyn Error>> {
    let (sink, reports) = sync_channel(QUEUE);
    // What does not fit is missing in the figures, not in the take.
    let sink = Arc::new(move |report| drop(sink.try_send((Instant::now(), report))));
    let engine = Engine::start(Box::new(SystemBackend), sink)?;
    let ordered = Instant::now();
    engine.send(AudioCommand::StartCapture {
        wav: arguments.wav,
        device: arguments.device,
    })?;
    let mut heard = Heard::default();
    while heard.first.is_none() && heard.end.is_none() && ordered.elapsed() < PATIENCE {
        heard.until(&reports, ordered + PATIENCE);
    }
    let first = heard.first.unwrap_or_else(Instant::now);
    heard.until(&reports, first + arguments.length);
    engine.send(AudioCommand::StopCapture)?;
    heard.until(&reports, Instant::now() + PATIENCE);
    drop(engine);
    Ok(heard.json(ordered))
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let Some(arguments) = Arguments::read(std::env::args_os().skip(1)) else {
        writeln!(
            std::io::stderr(),
            "Usage: recorder SECONDS FILE.wav [DEVICE]"
        )?;
        return Ok(ExitCode::from(2));
    };
    writeln!(std::io::stdout(), "{}", record(arguments)?)?;
    Ok(ExitCode::SUCCESS)
}
