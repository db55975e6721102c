//! A take of three hours in fast motion: every sample is in the file, memory stays, and the take ends
//! by itself where it may not grow any more. Not here: real time and the real sound system
//! (`benches/recorders.py`).
//!
//! Two thousand frames a second instead of 48,000: the time, the steps and the reports are those of
//! three hours, and a debug build still goes through them in seconds.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs::File;
use std::io::{BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use retake::analysis::peaks::frames_per_peak;
use retake::audio::backend::StreamFormat;
use retake::audio::clock::Moment;
use retake::audio::fake_backend::{FakeBackend, FakeMic, Plan};
use retake::audio::limits::Limits;
use retake::audio::take::{Next, TakeRunner, World};
use retake::audio::take_clock::SharedTakeClock;
use retake::audio::take_file::{RealDisks, part_of};
use retake::audio::wav_layout::{Encoding, Layout};
use retake::model::audio::AudioEvent;
use retake::model::fault::SoundFault;
use retake::model::live::LIVE_PEAKS_PER_SEC;
use retake::model::peaks::Peak;
use retake::model::take::{TakeEnd, TakeState};

const RATE: u32 = 4_000;
const THREE_HOURS_FRAMES: u64 = 3 * 60 * 60 * RATE as u64;
const TEN_MINUTES_FRAMES: u64 = 10 * 60 * RATE as u64;
/// Frames of a buffer of the microphone, 50 ms.
const BUFFER: u64 = RATE as u64 / 20;
/// Buffers that arrive before each step, over and over: mostly one, at times as much as a disk that
/// was stuck for seconds leaves in the ring.
const ARRIVE: [u64; 6] = [1, 1, 2, 1, 5, 140];
/// Frames of the longest step.
const LONGEST_STEP_FRAMES: u64 = 140 * BUFFER;
/// Memory that may come and go with the system's own accounts.
const SLACK_BYTES: u64 = 1 << 20;
/// Longer than a thread takes to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// The sample of a frame: no stretch of them is like another.
fn said(frame: u64) -> i16 {
    ((frame.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 48) as u16).cast_signed()
}

/// What was reported.
#[derive(Default)]
struct Told {
    began: u32,
    captured_frames: u64,
    written_frames: u64,
    live_peaks: u64,
    troubles: Vec<SoundFault>,
}

impl Told {
    fn hear(&mut self, report: AudioEvent) {
        match report {
            AudioEvent::CaptureBegan { .. } => self.began += 1,
            AudioEvent::CaptureProgress {
                captured_frames,
                written_frames,
                peaks,
                ..
            } => {
                assert!(captured_frames >= self.captured_frames);
                assert!(written_frames >= self.written_frames && written_frames <= captured_frames);
                self.captured_frames = captured_frames;
                self.written_frames = written_frames;
                self.live_peaks += peaks.len() as u64;
            }
            AudioEvent::CaptureTrouble(fault) => self.troubles.push(fault),
            other => panic!("{other:?}"),
        }
    }
}

/// A take over a fake microphone, at a time of its own.
struct LongTake {
    runner: TakeRunner,
    mic: FakeMic,
    told: Arc<Mutex<Told>>,
    fed_frames: u64,
    buffer: Vec<i16>,
    // Held for as long as the take runs.
    _backend: FakeBackend,
}

impl LongTake {
    fn start(wav: &Path) -> Self {
        let backend = FakeBackend::new(Plan {
            input: StreamFormat {
                sample_rate_hz: RATE,
                channels: 1,
            },
            ..Plan::default()
        });
        let told = Arc::new(Mutex::new(Told::default()));
        let sink = Arc::clone(&told);
        let world = World {
            backend: Arc::new(backend.clone()),
            disks: Arc::new(RealDisks),
            sink: Arc::new(move |report| sink.lock().unwrap().hear(report)),
            limits: Limits::default(),
            take_clock: SharedTakeClock::default(),
        };
        let runner = TakeRunner::new(wav.to_owned(), None, world);
        let mic = backend.microphone(PATIENCE).unwrap();
        Self {
            runner,
            mic,
            told,
            fed_frames: 0,
            buffer: vec![0; BUFFER as usize],
            _backend: backend,
        }
    }

    /// Lets so many buffers arrive, then the take look at them, when as much time has passed.
    fn go_on(&mut self, buffers: u64) -> Option<TakeEnd> {
        for _ in 0..buffers {
            for (sample, frame) in self.buffer.iter_mut().zip(self.fed_frames..) {
                *sample = said(frame);
            }
            self.mic.feed(&self.buffer);
            self.fed_frames += BUFFER;
        }
        let now = Duration::from_secs_f64(self.fed_frames as f64 / f64::from(RATE));
        match self.runner.step(Moment::at(now), false) {
            Next::GoOn => None,
            Next::Finished(end) => Some(end),
        }
    }

    /// Goes on until that many frames have arrived or the take is over.
    fn go_on_to(&mut self, frames: u64) -> Option<TakeEnd> {
        let mut arrive = ARRIVE.into_iter().cycle();
        while self.fed_frames < frames {
            let end = self.go_on(arrive.next().unwrap());
            if end.is_some() {
                return end;
            }
        }
        None
    }
}

/// Memory of this process that is really there, in bytes; `None` where the system does not tell.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024)
}

/// Compares the samples of a file, from that byte on, with what was said; returns their number.
fn compare_every_sample(wav: &Path, data_at: u64) -> u64 {
    let mut file = BufReader::new(File::open(wav).unwrap());
    file.seek(SeekFrom::Start(data_at)).unwrap();
    let mut bytes = Vec::new();
    let mut frame = 0;
    loop {
        bytes.clear();
        let read = file.by_ref().take(1 << 20).read_to_end(&mut bytes).unwrap();
        if read == 0 {
            return frame;
        }
        let (samples, rest) = bytes.as_chunks::<2>();
        assert!(rest.is_empty());
        for sample in samples {
            assert!(
                i16::from_le_bytes(*sample) == said(frame),
                "frame {frame} is not what was said"
            );
            frame += 1;
        }
    }
}

#[test]
fn three_hours_are_kept_to_the_last_sample() {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("answer.wav");
    let mut take = LongTake::start(&wav);

    assert!(take.go_on_to(TEN_MINUTES_FRAMES).is_none());
    let early = resident_bytes();
    assert!(
        take.go_on_to(THREE_HOURS_FRAMES - LONGEST_STEP_FRAMES)
            .is_none()
    );
    let late = resident_bytes();
    // Nobody stops it: it ends where it may not grow any more.
    let end = take
        .go_on_to(THREE_HOURS_FRAMES + LONGEST_STEP_FRAMES)
        .unwrap();

    assert_eq!(
        (end.state, end.frames, end.sample_rate_hz),
        (TakeState::Complete, THREE_HOURS_FRAMES, RATE)
    );
    assert_eq!(end.gaps, []);
    assert_eq!(end.fault, Some(SoundFault::TakeTooLong));
    assert!(take.fed_frames >= THREE_HOURS_FRAMES);

    let told = take.told.lock().unwrap();
    assert_eq!((told.began, &told.troubles), (1, &Vec::new()));
    // All but what came after the last report and the flush before it.
    let untold = 2 * LONGEST_STEP_FRAMES;
    assert!(told.written_frames + untold >= THREE_HOURS_FRAMES);
    let per_peak = u64::from(frames_per_peak(RATE, LIVE_PEAKS_PER_SEC));
    let kept = told.captured_frames.min(THREE_HOURS_FRAMES);
    assert_eq!(told.live_peaks, kept / per_peak);

    let layout = Layout::of(&mut File::open(&wav).unwrap(), &wav, None).unwrap();
    assert_eq!(
        layout,
        Layout {
            encoding: Encoding::Int16,
            channels: 1,
            sample_rate_hz: RATE,
            format_at: 12,
            data_at: 44,
            data_bytes: THREE_HOURS_FRAMES * 2,
            healthy: true,
        }
    );
    let bytes = std::fs::metadata(&wav).unwrap().len();
    assert_eq!(bytes, 44 + THREE_HOURS_FRAMES * 2);
    assert_eq!(
        compare_every_sample(&wav, layout.data_at),
        THREE_HOURS_FRAMES
    );
    assert!(!part_of(&wav).exists());

    // All that grows with a take are the peaks that are kept of it.
    let peaks_bytes = size_of::<Peak>() as u64 * end.peaks.peaks.len() as u64;
    assert_eq!(end.peaks.frames, THREE_HOURS_FRAMES);
    assert_eq!(peaks_bytes, 4 * 100 * 3 * 60 * 60);
    if let (Some(early), Some(late)) = (early, late) {
        let grown = late.saturating_sub(early);
        assert!(
            grown <= peaks_bytes + SLACK_BYTES,
            "{grown} bytes more in use after three hours than after ten minutes"
        );
    }
}
