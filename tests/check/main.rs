//! The sound check over a fake sound system: what it finds, that it leaves nothing behind, and that a
//! take never waits for it. Not here: what samples mean (`analysis::sound_check`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod beside_takes;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};
use std::time::Duration;

use retake::audio::Engine;
use retake::audio::backend::{StreamDeath, StreamFormat};
use retake::audio::fake_backend::{FakeBackend, FakeMic, FakeSpeaker, Plan, Step};
use retake::audio::limits::Limits;
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::SoundFault;
use retake::model::mic_issue::{MicIssue, troubles};
use retake::model::sound::{Device, Devices};
use retake::model::sound_check::CheckEnd;

/// Longer than anything takes on a busy machine; only a broken program waits this long.
const PATIENCE: Duration = Duration::from_secs(20);
const RATE: u32 = 48_000;

struct Rig {
    backend: FakeBackend,
    engine: Engine,
    reports: Receiver<AudioEvent>,
}

impl Rig {
    fn new(plan: Plan) -> Self {
        Self::with_limits(plan, Limits::default())
    }

    fn with_limits(plan: Plan, limits: Limits) -> Self {
        let backend = FakeBackend::new(plan);
        let (sink, reports) = sync_channel(10_000);
        let sink = Arc::new(move |report| sink.try_send(report).unwrap());
        let engine = Engine::start_with(Box::new(backend.clone()), sink, limits).unwrap();
        Self {
            backend,
            engine,
            reports,
        }
    }

    fn order(&self, order: AudioCommand) {
        self.engine.send(order).unwrap();
    }

    fn start(&self, id: u32, device: Option<&str>) {
        self.order(AudioCommand::StartCheck {
            id,
            device: device.map(str::to_owned),
            length: Duration::from_secs(3),
        });
    }

    fn microphone(&self) -> FakeMic {
        self.backend.microphone(PATIENCE).unwrap()
    }

    fn speaker(&self) -> FakeSpeaker {
        self.backend.speaker(PATIENCE).unwrap()
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

    fn end(&self, wanted: u32) -> CheckEnd {
        let done = |report: &AudioEvent| matches!(report, AudioEvent::CheckDone { .. });
        match self.until(done).pop() {
            Some(AudioEvent::CheckDone { id, end }) if id == wanted => end,
            other => panic!("{other:?}"),
        }
    }

    fn played(&self, wanted: u32) -> Option<SoundFault> {
        let played = |report: &AudioEvent| matches!(report, AudioEvent::CheckPlayed { .. });
        match self.until(played).pop() {
            Some(AudioEvent::CheckPlayed { id, fault }) if id == wanted => fault,
            other => panic!("{other:?}"),
        }
    }
}

/// What is wrong, apart from how long a busy machine took.
fn found(mut end: CheckEnd, wished: Option<&str>) -> Vec<MicIssue> {
    end.first_sample_secs = None;
    troubles(&end, wished)
}

/// Seconds of a pause and then of syllables, over a soft room.
fn speech(rate: u32, secs: f64) -> Vec<i16> {
    let mut state = 1_u64;
    (0..(secs * f64::from(rate)) as usize)
        .map(|frame| {
            let at = frame as f64 / f64::from(rate);
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let room = ((state >> 33) % 60) as f64 - 30.0;
            let syllable = if at < 0.6 {
                0.0
            } else {
                (at * 20.0).sin().max(0.0)
            };
            let voice: f64 = (1..40).map(|n| (at * 900.0 * f64::from(n)).sin()).sum();
            (room + voice * syllable * 700.0) as i16
        })
        .collect()
}

/// What a speaker played that ran faster than it was filled: it waits in silence, and a voice in a
/// room is never silent for so many samples.
fn without_waits(heard: &[f32]) -> Vec<f32> {
    let pieces = heard.chunk_by(|one, next| (*one == 0.0) == (*next == 0.0));
    pieces
        .filter(|piece| piece[0] != 0.0 || piece.len() < 16)
        .flatten()
        .copied()
        .collect()
}

#[test]
fn a_voice_is_heard_judged_and_played_back() {
    let rig = Rig::new(Plan::default());
    rig.start(7, None);
    let mic = rig.microphone();
    let fed = speech(RATE, 3.0);
    mic.feed(&fed[..RATE as usize]);
    let seen = rig.until(|report| matches!(report, AudioEvent::CheckProgress { .. }));
    assert!(matches!(
        seen.last(),
        Some(AudioEvent::CheckProgress { id: 7, secs, peaks, .. }) if *secs > 0.0 && !peaks.is_empty()
    ));
    mic.feed(&fed[RATE as usize..]);
    let end = rig.end(7);
    assert_eq!(end.device.as_ref().unwrap().id, "fake:mic");
    assert_eq!((end.sample_rate_hz, end.heard.frames), (RATE, 144_000));
    assert_eq!(
        (end.lost_frames, &end.fault, end.monitor),
        (0, &None, false)
    );
    assert!(end.first_sample_secs.is_some());
    assert_eq!(found(end, None), []);
    // The microphone is given back before anything is played.
    assert!(rig.backend.has_closed(1, PATIENCE));

    rig.order(AudioCommand::PlayCheck {
        id: 8,
        volume: 1.0,
        device: None,
    });
    let speaker = rig.speaker();
    let mut heard = Vec::new();
    // The speaker runs before there is anything to play.
    let at = loop {
        heard.extend(speaker.hear(480));
        if let Some(at) = heard.iter().position(|value| *value != 0.0) {
            break at;
        }
        assert!(heard.len() < 100 * RATE as usize);
    };
    heard.drain(..at);
    while heard.len() < RATE as usize {
        heard.extend(without_waits(&speaker.hear(480)));
    }
    let wanted: Vec<f32> = fed.iter().map(|s| f32::from(*s) / 32_768.0).collect();
    let same = |shift: usize| {
        let pairs = (30_000..47_000).map(|n| heard[n] - wanted[n + shift]);
        pairs.fold(0.0, |worst: f32, error| worst.max(error.abs())) < 1e-3
    };
    assert!((0..3).any(same), "what is played is what was said");
}

#[test]
fn a_sound_is_reported_when_it_was_heard_to_its_end() {
    let rig = Rig::new(Plan::default());
    rig.order(AudioCommand::PlayTone {
        id: 3,
        device: None,
    });
    let speaker = rig.speaker();
    let mut loudest = 0.0_f32;
    for _ in 0..400 {
        let heard = speaker.hear(480);
        loudest = heard
            .iter()
            .fold(loudest, |most, value| most.max(value.abs()));
        if let Ok(report) = rig.reports.recv_timeout(Duration::from_millis(1)) {
            assert_eq!(report, AudioEvent::CheckPlayed { id: 3, fault: None });
            assert!((0.05..0.3).contains(&loudest), "{loudest}");
            return;
        }
    }
    assert_eq!(rig.played(3), None);
    assert!((0.05..0.3).contains(&loudest), "{loudest}");
}

#[test]
fn what_the_microphone_lacks_has_a_name() {
    let plain = Plan::default;
    let rate = |sample_rate_hz| Plan {
        input: StreamFormat {
            sample_rate_hz,
            channels: 1,
        },
        ..Plan::default()
    };
    let cases = [
        (plain(), vec![0; 144_000], MicIssue::Muted),
        (rate(16_000), speech(16_000, 3.0), MicIssue::CallMode(8_000)),
        (rate(8_000), speech(8_000, 3.0), MicIssue::CallMode(4_000)),
        (plain(), speech(RATE, 0.0), MicIssue::NothingSaid),
    ];
    for (plan, mut samples, wanted) in cases {
        if samples.is_empty() {
            samples = speech(RATE, 0.6)
                .into_iter()
                .cycle()
                .take(144_000)
                .collect();
        }
        let rig = Rig::new(plan);
        rig.start(1, None);
        rig.microphone().feed(&samples);
        assert_eq!(found(rig.end(1), None), [wanted]);
    }
}

#[test]
fn another_microphone_than_the_wished_one_and_a_monitor_are_told() {
    let rig = Rig::new(Plan::default());
    rig.start(1, Some("fake:gone"));
    rig.microphone().feed(&speech(RATE, 3.0));
    let end = rig.end(1);
    let used = end.device.clone().unwrap();
    assert_eq!(
        found(end, Some("fake:gone")),
        [MicIssue::NotTheChosen(used)]
    );

    let mut plan = Plan::default();
    plan.devices.inputs.push(Device {
        id: "fake:speaker.monitor".into(),
        name: "Monitor of speaker".into(),
    });
    let rig = Rig::new(plan);
    rig.start(1, Some("fake:speaker.monitor"));
    rig.microphone().feed(&speech(RATE, 3.0));
    assert_eq!(found(rig.end(1), None), [MicIssue::Monitor]);
}

#[test]
fn lost_frames_are_counted() {
    let rate = 4_000;
    let rig = Rig::new(Plan {
        input: StreamFormat {
            sample_rate_hz: rate,
            channels: 1,
        },
        ..Plan::default()
    });
    let more_than_the_ring_holds = speech(rate, 12.0);
    rig.start(1, None);
    rig.microphone().feed(&more_than_the_ring_holds);
    let end = rig.end(1);
    assert_eq!(end.lost_frames, 2 * u64::from(rate));
    assert!(matches!(
        found(end, None).first(),
        Some(MicIssue::Dropped { secs, .. }) if (*secs - 2.0).abs() < 1e-9
    ));
}

#[test]
fn a_microphone_that_cannot_be_used_is_named() {
    let none = Plan {
        devices: Devices::default(),
        ..Plan::default()
    };
    let denied = Plan {
        open_fault: Some(SoundFault::PermissionDenied),
        ..Plan::default()
    };
    let busy = Plan {
        play_fault: Some(SoundFault::DeviceBusy),
        ..Plan::default()
    };
    for (plan, fault) in [
        (none, SoundFault::NoMicrophone),
        (denied, SoundFault::PermissionDenied),
        (busy, SoundFault::DeviceBusy),
    ] {
        let rig = Rig::new(plan);
        rig.start(1, None);
        assert_eq!(rig.end(1).fault, Some(fault));
    }
}

#[test]
fn a_microphone_that_dies_or_hangs_ends_the_check() {
    let rig = Rig::new(Plan::default());
    rig.start(1, None);
    let mic = rig.microphone();
    mic.feed(&speech(RATE, 1.0));
    mic.fail(StreamDeath::DeviceLost, 100);
    assert_eq!(rig.end(1).fault, Some(SoundFault::DeviceLost));

    for step in [Step::Open, Step::Play] {
        let plan = Plan {
            hangs: vec![step],
            ..Plan::default()
        };
        let limits = Limits {
            never: Duration::from_millis(60),
            ..Limits::default()
        };
        let rig = Rig::with_limits(plan, limits);
        rig.start(1, None);
        assert_eq!(rig.end(1).fault, Some(SoundFault::NoSamples));
        rig.backend.let_go();
    }
}

#[test]
fn a_check_that_is_stopped_says_what_it_heard() {
    let rig = Rig::new(Plan::default());
    rig.start(1, None);
    let mic = rig.microphone();
    mic.feed(&speech(RATE, 2.0));
    rig.until(|report| matches!(report, AudioEvent::CheckProgress { .. }));
    rig.order(AudioCommand::StopCheck);
    let end = rig.end(1);
    assert_eq!((end.heard.frames, end.fault), (96_000, None));
    assert!(rig.backend.has_closed(1, PATIENCE));
}

#[test]
fn a_forgotten_check_says_nothing_and_leaves_nothing() {
    let rig = Rig::new(Plan::default());
    rig.start(1, None);
    let mic = rig.microphone();
    mic.feed(&speech(RATE, 2.0));
    rig.order(AudioCommand::ForgetCheck);
    assert!(rig.backend.has_closed(1, PATIENCE));
    mic.feed(&speech(RATE, 2.0));
    // There is nothing to play any more.
    rig.order(AudioCommand::PlayCheck {
        id: 2,
        volume: 1.0,
        device: None,
    });
    let seen = rig.until(|report| matches!(report, AudioEvent::CheckPlayed { .. }));
    let done = |report: &AudioEvent| matches!(report, AudioEvent::CheckDone { .. });
    assert!(!seen.iter().any(done), "{seen:?}");
}

#[test]
fn a_new_check_takes_the_place_of_the_former_one() {
    let rig = Rig::new(Plan::default());
    rig.start(1, None);
    let first = rig.microphone();
    rig.start(2, Some("fake:headset"));
    let second = rig.microphone();
    first.feed(&speech(RATE, 3.0));
    second.feed(&speech(RATE, 3.0));
    assert_eq!(rig.end(2).device.unwrap().id, "fake:headset");
}

#[test]
fn a_speaker_that_cannot_be_used_is_named() {
    let (id, device) = (1, None);
    let tone = AudioCommand::PlayTone { id, device };
    let mut plan = Plan::default();
    plan.devices.outputs.clear();
    let rig = Rig::new(plan);
    rig.order(tone.clone());
    assert_eq!(rig.played(1), Some(SoundFault::NoSpeaker));

    let rig = Rig::new(Plan::default());
    rig.order(tone);
    rig.speaker().fail(StreamDeath::DeviceLost);
    assert_eq!(rig.played(1), Some(SoundFault::DeviceLost));
}
