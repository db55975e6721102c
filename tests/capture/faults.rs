//! What goes wrong while recording: each fault is named and what was said is kept.

use super::*;

#[test]
fn every_way_of_not_opening_ends_the_take_with_its_name() {
    for fault in [
        SoundFault::NoMicrophone,
        SoundFault::PermissionDenied,
        SoundFault::DeviceBusy,
        SoundFault::SoundServerGone,
    ] {
        for at_opening in [true, false] {
            let mut plan = Plan::default();
            if at_opening {
                plan.open_fault = Some(fault.clone());
            } else {
                plan.play_fault = Some(fault.clone());
            }
            let rig = Rig::new(plan);
            rig.start();
            let end = rig.end();
            assert_eq!(
                (end.state, end.fault),
                (TakeState::Empty, Some(fault.clone()))
            );
            assert!(!rig.wav().exists() && !part_of(&rig.wav()).exists());
            rig.no_second_end();
        }
    }
}

#[test]
fn without_any_device_there_is_no_microphone() {
    let rig = Rig::new(Plan {
        devices: Devices::default(),
        ..Plan::default()
    });
    rig.start();
    assert_eq!(rig.end().fault, Some(SoundFault::NoMicrophone));
}

#[test]
fn a_chosen_device_that_is_gone_gives_way_to_the_default_and_is_named() {
    let rig = Rig::new(Plan::default());
    let order = AudioCommand::StartCapture {
        wav: rig.wav(),
        device: Some("fake:unplugged".to_owned()),
    };
    rig.engine.send(order).unwrap();
    rig.backend.microphone(PATIENCE).unwrap().feed(&[1_i16]);
    let seen = rig.until(|report| matches!(report, AudioEvent::CaptureBegan { .. }));
    assert!(matches!(&seen[0], AudioEvent::CaptureBegan { device, .. } if device.id == "fake:mic"));
}

#[test]
fn a_stumble_is_survived() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.hiccup();
    mic.complain();
    mic.feed(&ramp(100));
    rig.until(|report| matches!(report, AudioEvent::CaptureProgress { .. }));
    rig.stop();
    assert_eq!(rig.end().fault, None);
}

#[test]
fn missing_samples_are_named() {
    let long = Duration::from_hours(1);
    let limits = Limits {
        late: Duration::from_millis(50),
        stalled: Duration::from_millis(50),
        never: long,
        lost: long,
        ..Limits::default()
    };
    for fed in [0, 500] {
        let rig = Rig::with_limits(Plan::default(), limits);
        let mic = rig.start_and_take_the_microphone();
        mic.feed(&ramp(fed));
        rig.until(|report| is_trouble(report, &SoundFault::NoSamples));
        rig.stop();
        let end = rig.end();
        assert_eq!((end.frames, end.fault), (fed as u64, None));
    }
}

#[test]
fn a_take_without_a_single_sample_is_ended() {
    let soon = Duration::from_millis(200);
    let never_began = Rig::with_limits(
        Plan::default(),
        Limits {
            never: soon,
            ..Limits::default()
        },
    );
    never_began.start();
    let end = never_began.end();
    assert_eq!(
        (end.state, end.fault),
        (TakeState::Empty, Some(SoundFault::NoSamples))
    );
}

#[test]
fn only_zeros_are_named_once() {
    let rig = Rig::new(Plan::default());
    let mic = rig.start_and_take_the_microphone();
    mic.feed(&vec![0_i16; 48_000 * 3]);
    rig.until(|report| is_trouble(report, &SoundFault::OnlyZeros));
    rig.stop();
    let seen = rig.until(|report| matches!(report, AudioEvent::CaptureFinished(_)));
    assert!(
        !seen
            .iter()
            .any(|report| is_trouble(report, &SoundFault::OnlyZeros))
    );
    let Some(AudioEvent::CaptureFinished(end)) = seen.last() else {
        panic!()
    };
    assert_eq!((end.frames, end.peak_dbfs), (48_000 * 3, None));
}

#[test]
fn nothing_that_hangs_holds_up_a_take_or_the_end_of_the_program() {
    for step in [Step::List, Step::Open, Step::Play, Step::Close] {
        let rig = Rig::new(Plan {
            hangs: vec![step],
            ..Plan::default()
        });
        rig.engine.send(AudioCommand::ListDevices).unwrap();
        rig.start();
        let mut fed = 0;
        if step != Step::Open {
            let mic = rig.backend.microphone(PATIENCE).unwrap();
            mic.feed(&ramp(1_000));
            fed = 1_000;
        }
        let begin = Instant::now();
        rig.stop();
        assert_eq!(rig.end().frames, fed);
        let (backend, engine) = (rig.backend, rig.engine);
        drop(engine);
        assert!(begin.elapsed() < Duration::from_secs(5), "{step:?}");
        backend.let_go();
    }
}
