//! The sound check beside a take: a take ends it and never waits for it. Not here: what it finds.

use std::path::Path;

use retake::audio::fake_backend::{FakeMic, Plan, Step};
use retake::model::audio::{AudioCommand, AudioEvent};

use crate::{PATIENCE, RATE, Rig, speech};

fn record(rig: &Rig, folder: &Path) -> FakeMic {
    rig.order(AudioCommand::StartCapture {
        wav: folder.join("answer.wav"),
        device: None,
    });
    rig.microphone()
}

#[test]
fn a_take_ends_the_check_and_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let rig = Rig::new(Plan::default());
    rig.start(1, None);
    let checked = rig.microphone();
    checked.feed(&speech(RATE, 1.0));
    let taken = record(&rig, folder.path());
    taken.feed(&speech(RATE, 1.0));
    rig.until(|report| matches!(report, AudioEvent::CaptureBegan { .. }));
    rig.order(AudioCommand::StopCapture);
    let seen = rig.until(|report| matches!(report, AudioEvent::CaptureFinished(_)));
    assert!(matches!(
        seen.last(),
        Some(AudioEvent::CaptureFinished(end)) if end.frames == 48_000 && end.fault.is_none()
    ));
    assert!(rig.backend.has_closed(2, PATIENCE));
    drop(rig.engine);
    let late = rig.reports.try_iter().chain(seen);
    let done = |report: &AudioEvent| matches!(report, AudioEvent::CheckDone { .. });
    assert_eq!(late.filter(done).count(), 0);
}

#[test]
fn a_check_that_hangs_in_closing_does_not_hold_a_take_up() {
    let folder = tempfile::tempdir().unwrap();
    let rig = Rig::new(Plan {
        hangs: vec![Step::Close],
        ..Plan::default()
    });
    rig.start(1, None);
    let _checked = rig.microphone();
    let taken = record(&rig, folder.path());
    taken.feed(&speech(RATE, 1.0));
    rig.until(|report| matches!(report, AudioEvent::CaptureBegan { .. }));
    rig.order(AudioCommand::StopCapture);
    rig.until(|report| matches!(report, AudioEvent::CaptureFinished(_)));
    rig.backend.let_go();
}
