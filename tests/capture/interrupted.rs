//! A take that loses its microphone: all that was said is safe at once, the gap is in the file as
//! silence, and the same take goes on from any other device.

use super::*;

use retake::model::sound::Device;

fn interrupted(rig: &Rig) -> (SoundFault, u64) {
    let seen = rig.until(|report| matches!(report, AudioEvent::CaptureInterrupted { .. }));
    match seen.into_iter().last() {
        Some(AudioEvent::CaptureInterrupted { fault, frames }) => (fault, frames),
        other => panic!("{other:?}"),
    }
}

fn resume(rig: &Rig, device: Option<&str>) -> FakeMic {
    let device = device.map(str::to_owned);
    rig.engine
        .send(AudioCommand::ResumeCapture { device })
        .unwrap();
    rig.backend.microphone(PATIENCE).unwrap()
}

fn resumed(rig: &Rig) -> Device {
    let seen = rig.until(|report| matches!(report, AudioEvent::CaptureResumed { .. }));
    match seen.into_iter().last() {
        Some(AudioEvent::CaptureResumed { device }) => device,
        other => panic!("{other:?}"),
    }
}

/// The file must be whole and hold `said`, then only silence, then `after`.
fn check_file(rig: &Rig, end: &TakeEnd, said: &[i16], after: &[i16]) {
    let samples = samples_of(&rig.wav());
    assert_eq!(samples.len() as u64, end.frames);
    assert_eq!(&samples[..said.len()], said);
    assert_eq!(end.gaps.len(), 1, "{:?}", end.gaps);
    let gap = end.gaps[0];
    assert_eq!(gap.cause, GapCause::Interrupted);
    assert_eq!(gap.start_frame, said.len() as u64);
    let resumed_at = (gap.start_frame + gap.frames) as usize;
    assert!(samples[said.len()..resumed_at].iter().all(|s| *s == 0));
    assert_eq!(&samples[resumed_at..], after);
}

#[test]
fn every_death_of_a_stream_interrupts_and_the_take_goes_on_elsewhere() {
    for (death, fault) in [
        (StreamDeath::DeviceLost, SoundFault::DeviceLost),
        (StreamDeath::PermissionDenied, SoundFault::PermissionDenied),
        (StreamDeath::ServerGone, SoundFault::SoundServerGone),
        (StreamDeath::DeviceBusy, SoundFault::DeviceBusy),
        (StreamDeath::Failed, StreamDeath::Failed.fault()),
    ] {
        let rig = Rig::new(Plan::default());
        let mic = rig.start_and_take_the_microphone();
        mic.feed(&ramp(5_000));
        // As bad as it was seen: a flood of errors from a thread of the sound system.
        mic.fail(death, 1_000_000);
        let (told, frames) = interrupted(&rig);
        assert_eq!(told, fault);
        assert!(frames > 5_000);
        assert_eq!(rig.engine.captured_frames(), frames);
        // All of it is on disk, in a file that others can read, while the take waits.
        assert_eq!(samples_of(&part_of(&rig.wav()))[..5_000], ramp(5_000));
        // The dead stream may wake up again; nobody listens.
        mic.feed(&ramp(500));

        let other = resume(&rig, Some("fake:headset"));
        other.feed(&ramp(3_000));
        assert_eq!(resumed(&rig).id, "fake:headset");
        assert_eq!(rig.engine.captured_frames(), frames + 3_000);
        rig.stop();
        let end = rig.end();
        assert_eq!((end.state, end.fault.clone()), (TakeState::Complete, None));
        check_file(&rig, &end, &ramp(5_000), &ramp(3_000));
        rig.no_second_end();
    }
}

#[test]
fn an_interrupted_take_that_is_stopped_is_kept() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&ramp(5_000));
    mic.fail(StreamDeath::DeviceLost, 1);
    let (_, frames) = interrupted(&rig);
    rig.stop();
    let end = rig.end();
    assert_eq!(
        (end.state, end.frames, end.fault.clone()),
        (TakeState::Complete, frames, None)
    );
    check_file(&rig, &end, &ramp(5_000), &[]);
    rig.no_second_end();
}

#[test]
fn a_program_that_ends_while_a_take_waits_keeps_it() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&ramp(5_000));
    mic.fail(StreamDeath::DeviceLost, 1);
    interrupted(&rig);
    let (wav, reports) = (rig.wav(), rig.reports);
    drop(rig.engine);
    assert_eq!(samples_of(&wav)[..5_000], ramp(5_000));
    let ends = reports
        .try_iter()
        .filter(|report| matches!(report, AudioEvent::CaptureFinished(_)));
    assert_eq!(ends.count(), 1);
}

#[test]
fn going_on_may_fail_as_often_as_it_likes() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&ramp(5_000));
    mic.fail(StreamDeath::ServerGone, 1);
    let (_, frames) = interrupted(&rig);
    for fault in [SoundFault::SoundServerGone, SoundFault::NoMicrophone] {
        rig.backend
            .plan(|plan| plan.open_fault = Some(fault.clone()));
        rig.engine
            .send(AudioCommand::ResumeCapture { device: None })
            .unwrap();
        assert_eq!(interrupted(&rig), (fault, frames));
    }
    rig.backend.plan(|plan| plan.open_fault = None);
    resume(&rig, None).feed(&ramp(100));
    assert_eq!(resumed(&rig).id, "fake:mic");
    rig.stop();
    check_file(&rig, &rig.end(), &ramp(5_000), &ramp(100));
}

#[test]
fn a_take_that_was_never_interrupted_takes_no_other_device() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    let device = Some("fake:headset".to_owned());
    rig.engine
        .send(AudioCommand::ResumeCapture { device })
        .unwrap();
    mic.feed(&ramp(5_000));
    rig.until(|report| matches!(report, AudioEvent::CaptureProgress { .. }));
    rig.stop();
    assert_eq!(samples_of(&rig.wav_after(&rig.end())), ramp(5_000));
    assert!(rig.backend.microphone(Duration::ZERO).is_none());
}

#[test]
fn a_source_that_leaves_the_list_interrupts_although_samples_still_come() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&ramp(100));
    rig.backend
        .plan(|plan| plan.devices.inputs.retain(|device| device.id != "fake:mic"));
    let begin = Instant::now();
    let fault = loop {
        // As a server does it that moves the stream to another source without a word.
        mic.feed(&ramp(100));
        assert!(begin.elapsed() < PATIENCE);
        let report = rig.reports.recv_timeout(Duration::from_millis(10));
        if let Ok(AudioEvent::CaptureInterrupted { fault, .. }) = report {
            break fault;
        }
    };
    assert_eq!(fault, SoundFault::DeviceLost);
    // The one that is left is the one to go on with.
    resume(&rig, None).feed(&ramp(100));
    assert_eq!(resumed(&rig).id, "fake:headset");
    rig.stop();
    assert_eq!(rig.end().gaps.len(), 1);
}

#[test]
fn a_source_without_new_samples_interrupts() {
    let rig = Rig::with_limits(
        Plan::default(),
        Limits {
            never: Duration::from_hours(1),
            lost: Duration::from_millis(200),
            ..Limits::default()
        },
    );
    rig.start_and_take_the_microphone().feed(&ramp(500));
    let (fault, frames) = interrupted(&rig);
    assert_eq!(fault, SoundFault::NoSamples);
    // The silence is as long as the wait was: 200 ms, and what the busy machine adds to it.
    assert!(frames >= 500 + 9_600, "{frames}");
    resume(&rig, None).feed(&ramp(500));
    resumed(&rig);
    rig.stop();
    check_file(&rig, &rig.end(), &ramp(500), &ramp(500));
}

#[test]
fn a_device_of_another_rate_and_format_goes_on_with_the_same_file() {
    for (rate, channels, share) in [(16_000_u32, 1_u16, 3), (96_000, 2, 1), (44_100, 1, 1)] {
        let rig = Rig::new(Plan::default());
        let mic = rig.start_and_take_the_microphone();
        mic.feed(&ramp(5_000));
        mic.fail(StreamDeath::DeviceLost, 1);
        let (_, frames) = interrupted(&rig);
        rig.backend.plan(|plan| {
            plan.input = StreamFormat {
                sample_rate_hz: rate,
                channels,
            };
        });
        let other = resume(&rig, None);
        let tone = |n: usize| 0.5 * (n as f32 * 0.02).sin();
        let second: Vec<f32> = (0..rate as usize)
            .flat_map(|n| std::iter::repeat_n(tone(n), usize::from(channels)))
            .collect();
        for piece in second.chunks(960 * usize::from(channels)) {
            other.feed(piece);
        }
        resumed(&rig);
        // A second is a second, on the axis and in the file.
        assert_eq!(rig.engine.captured_frames(), frames + 48_000);
        rig.stop();
        let end = rig.end();
        assert_eq!((end.sample_rate_hz, end.frames), (48_000, frames + 48_000));
        let samples = samples_of(&rig.wav());
        let after = &samples[frames as usize..];
        let loudest = after.iter().map(|s| s.unsigned_abs()).max().unwrap();
        assert!((15_500..17_500).contains(&loudest), "{rate}: {loudest}");
        // The wave is where it belongs: a whole period later than at the start of the second.
        let at = |secs: f64| f64::from(after[(secs * 48_000.0) as usize]);
        let expected = |secs: f64| 16_384.0 * (secs * f64::from(rate) * 0.02).sin();
        for secs in [0.2, 0.5, 0.777] {
            let error = (at(secs) - expected(secs)).abs();
            assert!(
                error < 500.0 * f64::from(share),
                "{rate} at {secs}: {error}"
            );
        }
    }
}

#[test]
fn a_computer_that_slept_interrupts_the_take() {
    let backend = FakeBackend::new(Plan::default());
    let (sink, reports) = sync_channel(1_000);
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("answer.wav");
    let world = World {
        backend: Arc::new(backend.clone()),
        disks: Arc::new(RealDisks),
        sink: Arc::new(move |report| sink.try_send(report).unwrap()),
        limits: Limits::default(),
        take_clock: SharedTakeClock::default(),
    };
    let mut runner = TakeRunner::new(wav.clone(), None, world);
    let mic = backend.microphone(PATIENCE).unwrap();
    let moment = |steady_ms: u64, wall_ms: u64| Moment {
        steady: Duration::from_millis(steady_ms),
        wall: Duration::from_millis(wall_ms),
    };
    mic.feed(&ramp(4_800));
    assert!(matches!(runner.step(moment(100, 100), false), Next::GoOn));
    // The lid was closed for ten minutes.
    let after_sleep = runner.step(moment(150, 600_150), false);
    assert!(matches!(after_sleep, Next::GoOn));
    let seen: Vec<AudioEvent> = reports.try_iter().collect();
    let frames = 4_800 + 50 * 48;
    let told = AudioEvent::CaptureInterrupted {
        fault: SoundFault::Suspended,
        frames,
    };
    assert!(seen.contains(&told), "{seen:?}");

    runner.resume(None, moment(5_000, 605_000));
    let mic = backend.microphone(PATIENCE).unwrap();
    mic.feed(&ramp(480));
    assert!(matches!(
        runner.step(moment(5_020, 605_020), false),
        Next::GoOn
    ));
    let Next::Finished(end) = runner.step(moment(5_040, 605_040), true) else {
        panic!()
    };
    let gap = Gap {
        start_frame: 4_800,
        frames: 50 * 48,
        cause: GapCause::Interrupted,
        away_secs: 5,
    };
    assert_eq!((end.frames, end.gaps), (frames + 480, vec![gap]));
}

#[test]
fn sound_that_the_system_lost_becomes_silence() {
    let backend = FakeBackend::new(Plan::default());
    let (sink, reports) = sync_channel(10_000);
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("answer.wav");
    let take_clock = SharedTakeClock::default();
    let world = World {
        backend: Arc::new(backend.clone()),
        disks: Arc::new(RealDisks),
        sink: Arc::new(move |report| sink.try_send(report).unwrap()),
        limits: Limits::default(),
        take_clock: take_clock.clone(),
    };
    let mut runner = TakeRunner::new(wav.clone(), None, world);
    let mic = backend.microphone(PATIENCE).unwrap();
    for ms in (20..20_000_u64).step_by(20) {
        // The server drops 200 ms after ten seconds; no error, no word.
        if !(10_000..10_200).contains(&ms) {
            mic.feed(&[1_000_i16; 960]);
        }
        let at = Moment::at(Duration::from_millis(ms));
        assert!(matches!(runner.step(at, false), Next::GoOn));
    }
    let at = Moment::at(Duration::from_secs(20));
    let Next::Finished(end) = runner.step(at, true) else {
        panic!()
    };
    assert_eq!(end.gaps.len(), 1, "{:?}", end.gaps);
    let gap = end.gaps[0];
    assert_eq!((gap.cause, gap.frames), (GapCause::Missing, 200 * 48));
    // Within two seconds of the loss, and never before it.
    assert!(
        (480_000..=480_000 + 3 * 48_000).contains(&gap.start_frame),
        "{gap:?}"
    );
    // The axis does not shift: the take is as long as the time it took.
    assert_eq!(end.frames, 999 * 960);
    assert!(reports.try_iter().any(|report| matches!(
        report,
        AudioEvent::CaptureTrouble(SoundFault::Dropped { frames: 9_600, .. })
    )));
}
