//! Takes from the first order to the closed file, over a fake sound system: what was fed is in the
//! file, every failure has its name, and nothing that hangs holds a take up.
//! Not here: samples one by one (`audio::capture`), broken files (`audio::wav_repair`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod disks;
mod faults;
mod interrupted;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::{Duration, Instant};

use retake::audio::Engine;
use retake::audio::backend::{StreamDeath, StreamFormat};
use retake::audio::capture::{CaptureCallback, CaptureFacts};
use retake::audio::clock::Moment;
use retake::audio::fake_backend::{FakeBackend, FakeMic, Plan, Step};
use retake::audio::limits::Limits;
use retake::audio::take::{Next, TakeRunner, World};
use retake::audio::take_clock::SharedTakeClock;
use retake::audio::take_file::{Disks, RealDisks, TakeFile, part_of};
use retake::audio::writer::{Room, TakeWriter};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::SoundFault;
use retake::model::sound::Devices;
use retake::model::take::{Gap, GapCause, TakeEnd, TakeState};

/// Longer than anything takes on a busy machine; only a broken program waits this long.
const PATIENCE: Duration = Duration::from_secs(20);

struct Rig {
    backend: FakeBackend,
    engine: Engine,
    reports: Receiver<AudioEvent>,
    folder: tempfile::TempDir,
}

impl Rig {
    fn new(plan: Plan) -> Self {
        Self::with_limits(plan, Limits::default())
    }

    fn with_limits(plan: Plan, limits: Limits) -> Self {
        Self::on_disks_with_limits(plan, Arc::new(RealDisks), limits)
    }

    fn on_disks(plan: Plan, disks: Arc<dyn Disks>) -> Self {
        Self::on_disks_with_limits(plan, disks, Limits::default())
    }

    fn on_disks_with_limits(plan: Plan, disks: Arc<dyn Disks>, limits: Limits) -> Self {
        let backend = FakeBackend::new(plan);
        let (sink, reports) = sync_channel(10_000);
        let sink = Arc::new(move |report| sink.try_send(report).unwrap());
        let engine = Engine::start_on(Box::new(backend.clone()), sink, limits, disks).unwrap();
        Self {
            backend,
            engine,
            reports,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn wav(&self) -> PathBuf {
        self.folder.path().join("answer.wav")
    }

    fn start(&self) {
        let order = AudioCommand::StartCapture {
            wav: self.wav(),
            device: None,
        };
        self.engine.send(order).unwrap();
    }

    fn start_and_take_the_microphone(&self) -> FakeMic {
        self.start();
        self.backend.microphone(PATIENCE).unwrap()
    }

    fn stop(&self) {
        self.engine.send(AudioCommand::StopCapture).unwrap();
    }

    /// All reports up to and including the first that fits.
    fn until(&self, fits: impl Fn(&AudioEvent) -> bool) -> Vec<AudioEvent> {
        let mut seen = Vec::new();
        loop {
            let report = self.reports.recv_timeout(PATIENCE);
            seen.push(report.unwrap_or_else(|_| panic!("only {seen:?}")));
            if seen.last().is_some_and(&fits) {
                return seen;
            }
        }
    }

    fn end(&self) -> TakeEnd {
        let seen = self.until(|report| matches!(report, AudioEvent::CaptureFinished(_)));
        match seen.into_iter().last() {
            Some(AudioEvent::CaptureFinished(end)) => end,
            other => panic!("{other:?}"),
        }
    }

    /// Where the sound of a take that has ended is.
    fn wav_after(&self, end: &TakeEnd) -> PathBuf {
        assert_eq!(end.state, TakeState::Complete);
        self.wav()
    }

    fn no_second_end(self) {
        drop(self.engine);
        let ends = self
            .reports
            .try_iter()
            .filter(|report| matches!(report, AudioEvent::CaptureFinished(_)));
        assert_eq!(ends.count(), 0);
    }
}

fn ramp(frames: usize) -> Vec<i16> {
    (1..=20_000).cycle().take(frames).collect()
}

fn samples_of(wav: &Path) -> Vec<i16> {
    let mut reader = hound::WavReader::open(wav).unwrap();
    reader.samples().map(Result::unwrap).collect()
}

fn is_trouble(report: &AudioEvent, fault: &SoundFault) -> bool {
    matches!(report, AudioEvent::CaptureTrouble(trouble) if trouble == fault)
}

#[test]
fn what_was_fed_is_in_the_file() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    let fed = ramp(48_000);
    for piece in fed.chunks(777) {
        mic.feed(piece);
    }
    let seen = rig.until(|report| {
        matches!(
            report,
            AudioEvent::CaptureProgress {
                captured_frames: 48_000,
                written_frames: 48_000,
                ..
            }
        )
    });
    assert_eq!(rig.engine.captured_frames(), 48_000);
    assert!(matches!(
        &seen[0],
        AudioEvent::CaptureBegan { sample_rate_hz: 48_000, device } if device.id == "fake:mic"
    ));
    // While the take runs the file is already one that others can read.
    assert_eq!(samples_of(&part_of(&rig.wav())).len(), 48_000);
    rig.stop();
    let end = rig.end();
    assert_eq!(
        (end.state, end.frames, end.sample_rate_hz, end.fault.clone()),
        (TakeState::Complete, 48_000, 48_000, None)
    );
    assert!(end.gaps.is_empty());
    assert_eq!(end.peaks.frames, 48_000);
    assert!((end.peak_dbfs.unwrap() - 20.0 * (20_000.0_f32 / 32_768.0).log10()).abs() < 1e-3);
    assert_eq!(samples_of(&rig.wav()), fed);
    assert!(!part_of(&rig.wav()).exists());
    assert!(rig.backend.has_closed(1, PATIENCE));
    rig.no_second_end();
}

#[test]
fn live_reports_tell_level_clipping_and_peaks() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&vec![0.5_f32; 4_800]);
    let progress = |report: &AudioEvent| matches!(report, AudioEvent::CaptureProgress { .. });
    let Some(AudioEvent::CaptureProgress {
        level_dbfs,
        clipped,
        peaks,
        ..
    }) = rig.until(progress).pop()
    else {
        panic!()
    };
    assert!((level_dbfs + 6.02).abs() < 0.01 && !clipped);
    assert_eq!(peaks.len(), 3);
    mic.feed(&[1.0_f32; 10]);
    rig.until(|report| matches!(report, AudioEvent::CaptureProgress { clipped: true, .. }));
    rig.stop();
    rig.end();
}

#[test]
fn dropping_the_engine_finishes_the_take() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&ramp(1_000));
    let (wav, reports) = (rig.wav(), rig.reports);
    drop(rig.engine);
    assert_eq!(samples_of(&wav), ramp(1_000));
    let ends = reports
        .try_iter()
        .filter(|report| matches!(report, AudioEvent::CaptureFinished(_)));
    assert_eq!(ends.count(), 1);
}

#[test]
fn a_second_start_finishes_the_first_take() {
    let rig = Rig::new(Plan::default());
    let first = rig.start_and_take_the_microphone();
    first.feed(&ramp(1_000));
    let other = rig.folder.path().join("other.wav");
    let order = AudioCommand::StartCapture {
        wav: other.clone(),
        device: None,
    };
    rig.engine.send(order).unwrap();
    assert_eq!(rig.end().frames, 1_000);
    let second = rig.backend.microphone(PATIENCE).unwrap();
    assert_eq!(rig.engine.captured_frames(), 0);
    second.feed(&ramp(500));
    // The first stream may still deliver; nobody listens.
    first.feed(&ramp(500));
    rig.until(|report| matches!(report, AudioEvent::CaptureBegan { .. }));
    assert_eq!(rig.engine.captured_frames(), 500);
    rig.stop();
    assert_eq!(rig.end().frames, 500);
    assert_eq!(samples_of(&rig.wav()).len(), 1_000);
    assert_eq!(samples_of(&other).len(), 500);
}

#[test]
fn no_recording_is_overwritten() {
    let rig = Rig::new(Plan::default());
    std::fs::write(rig.wav(), b"said before").unwrap();
    rig.start();
    let end = rig.end();
    assert_eq!(end.state, TakeState::Empty);
    assert!(matches!(end.fault, Some(SoundFault::WriteFailed { path, .. }) if path == rig.wav()));
    assert_eq!(std::fs::read(rig.wav()).unwrap(), b"said before");
}

#[test]
fn channels_and_rates_are_taken_as_they_come() {
    let rig = Rig::new(Plan {
        input: StreamFormat {
            sample_rate_hz: 44_100,
            channels: 3,
        },
        ..Plan::default()
    });
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&[3_i16, 6, 9, -3, -6, -9, 77]);
    mic.feed::<i16>(&[]);
    rig.until(|report| {
        matches!(
            report,
            AudioEvent::CaptureBegan {
                sample_rate_hz: 44_100,
                ..
            }
        )
    });
    rig.stop();
    assert_eq!(rig.end().sample_rate_hz, 44_100);
    assert_eq!(samples_of(&rig.wav()), [6, -6]);
}

#[test]
fn lost_frames_become_silence_in_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("answer.wav");
    let facts = Arc::new(CaptureFacts::default());
    let (mut callback, ring) = CaptureCallback::new(1, 1_000, Arc::clone(&facts));
    let file = TakeFile::create(&wav, 48_000, &RealDisks).unwrap();
    let mut writer = TakeWriter::new(file, ring, Arc::clone(&facts), 48_000);
    let fed = ramp(10_000);

    // The writer is asleep for 1,500 frames, awake, asleep again until the end.
    callback.on_input(&fed[..900]);
    callback.on_input(&fed[900..1_500]);
    assert_eq!(writer.step(Duration::from_millis(20)), Ok(Room::Left));
    callback.on_input(&fed[1_500..1_600]);
    assert_eq!(writer.step(Duration::from_millis(40)), Ok(Room::Left));
    callback.on_input(&fed[1_600..4_000]);
    callback.on_input(&fed[4_000..4_001]);
    assert_eq!(facts.lost_frames(), 500 + 1_401);

    let end = writer.finish(None);
    let gap = |start_frame, frames| Gap {
        start_frame,
        frames,
        cause: GapCause::Dropped,
        away_secs: 0,
    };
    assert_eq!(end.gaps, [gap(1_000, 500), gap(2_600, 1_401)]);
    assert_eq!(end.frames, 4_001);
    let mut expected = fed[..4_001].to_vec();
    expected[1_000..1_500].fill(0);
    expected[2_600..].fill(0);
    assert_eq!(samples_of(&wav), expected);
}

#[test]
fn devices_are_listed() {
    let rig = Rig::new(Plan::default());
    rig.engine.send(AudioCommand::ListDevices).unwrap();
    let seen = rig.until(|report| matches!(report, AudioEvent::Devices(_)));
    assert_eq!(seen, [AudioEvent::Devices(Plan::default().devices)]);
}
