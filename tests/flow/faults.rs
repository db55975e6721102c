//! What goes wrong, what is kept, and what is said.

use std::path::PathBuf;

use retake::flow::state::{LibraryStatus, Phase, Screen, ToastKind};
use retake::flow::{Command, Effect, Event};
use retake::model::audio::AudioEvent;
use retake::model::fault::{Fault, FileFault, SoundFault};
use retake::model::sound::Devices;
use retake::model::take::TakeEnd;

use crate::rig::*;

fn shown(rig: &Rig) -> (&Fault, usize) {
    let banner = rig.state.banner.as_ref().unwrap();
    (&banner.fault, banner.more)
}

fn sound(fault: SoundFault) -> Fault {
    Fault::Sound(fault)
}

#[test]
fn a_device_lost_in_mid_take_keeps_and_shows_the_take() {
    let mut rig = Rig::ready();
    let attempt = rig.record(42.0);
    rig.event(AudioEvent::CaptureTrouble(SoundFault::DeviceLost));
    assert_eq!(rig.recording().trouble, Some(SoundFault::DeviceLost));
    assert_eq!(rig.state.banner.as_ref().unwrap().saved_secs, Some(41.5));
    let ended = end(42.25, Some(SoundFault::DeviceLost));
    let effects = rig.event(AudioEvent::CaptureFinished(ended));
    assert_eq!(saved(&effects).unwrap().take.frames, frames(42.25));
    assert!(rig.reviews(&attempt.id));
    assert_eq!(shown(&rig), (&sound(SoundFault::DeviceLost), 0));
    assert_eq!(rig.state.banner.as_ref().unwrap().saved_secs, Some(42.25));
    // The microphone is back: the fault is mended.
    rig.command(Command::Retake);
    let next = created(&{
        rig.command(Command::CancelRecording);
        rig.command(Command::Record)
    })
    .unwrap();
    rig.event(folder_of(&next));
    rig.event(began());
    assert!(rig.state.banner.is_none());
}

#[test]
fn without_a_microphone_nothing_is_listed_and_the_reason_is_said() {
    for told_twice in [false, true] {
        let mut rig = Rig::ready();
        let attempt = rig.arm();
        let mut effects = vec![];
        if told_twice {
            effects.extend(rig.event(AudioEvent::CaptureTrouble(SoundFault::NoMicrophone)));
            assert!(rig.idle());
        }
        let ended = end(0.0, Some(SoundFault::NoMicrophone));
        effects.extend(rig.event(AudioEvent::CaptureFinished(ended)));
        assert_eq!(trashed(&effects).unwrap().id, attempt.id);
        assert_eq!(shown(&rig), (&sound(SoundFault::NoMicrophone), 0));
        assert_eq!(rig.state.banner.as_ref().unwrap().saved_secs, None);
        assert!(rig.idle() && rig.listed().is_empty());
        assert_eq!(rig.state.screen, Screen::Practice);
        // A trash that cannot be reached does not list an answer that was never given.
        let (attempt, fault) = (trashed(&effects).unwrap(), save_fault("x"));
        rig.event(Event::MoveFailed { attempt, fault });
        assert!(rig.listed().is_empty());
        // A microphone is plugged in.
        rig.event(AudioEvent::Devices(Devices {
            inputs: vec![microphone()],
            ..Devices::default()
        }));
        assert_eq!(shown(&rig).1, 0);
        assert!(matches!(shown(&rig).0, Fault::File(_)));
    }
}

#[test]
fn an_attempt_that_cannot_be_made_is_not_begun() {
    let mut rig = Rig::ready();
    let attempt = created(&rig.command(Command::Record)).unwrap();
    let fault = save_fault(attempt.id.as_str());
    rig.event(Event::AttemptSaveFailed {
        id: attempt.id.clone(),
        fault: fault.clone(),
    });
    assert!(rig.idle());
    assert_eq!(shown(&rig), (&Fault::File(fault), 0));
}

#[test]
fn a_failed_save_is_said_until_a_later_one_succeeds() {
    let mut rig = Rig::ready();
    let attempt = rig.record(8.0);
    let id = attempt.id.clone();
    rig.event(Event::AttemptSaveFailed {
        id: id.clone(),
        fault: save_fault(id.as_str()),
    });
    assert!(
        matches!(rig.state.practice.phase, Phase::Recording(_)),
        "the take goes on"
    );
    assert_eq!(rig.state.banner.as_ref().unwrap().saved_secs, Some(7.5));
    assert!(rig.state.library.unsaved.contains(&id));
    rig.event(Event::AttemptSaved(id));
    assert!(rig.state.banner.is_none());
}

#[test]
fn trouble_that_passes_takes_its_banner_with_it() {
    let mut rig = Rig::ready();
    rig.record(3.0);
    rig.event(AudioEvent::CaptureTrouble(SoundFault::NoSamples));
    rig.event(progress(3.0));
    assert!(rig.state.banner.is_some(), "no new frame");
    rig.event(heard(3.1, -120.0));
    assert!(rig.state.banner.is_none() && rig.recording().trouble.is_none());

    rig.event(AudioEvent::CaptureTrouble(SoundFault::OnlyZeros));
    rig.event(heard(5.0, -120.0));
    assert!(rig.recording().trouble.is_some(), "still silent");
    rig.event(heard(5.1, f32::NAN));
    assert!(
        rig.recording().trouble.is_some(),
        "a level that is none is silence"
    );
    rig.event(heard(5.2, -70.0));
    assert!(rig.state.banner.is_none() && rig.recording().trouble.is_none());
}

#[test]
fn silence_at_the_end_of_an_answer_that_was_heard_is_forgotten() {
    for (peak_dbfs, remains) in [(Some(-6.0), false), (None, true)] {
        let mut rig = Rig::ready();
        rig.record(3.0);
        rig.event(AudioEvent::CaptureTrouble(SoundFault::OnlyZeros));
        rig.command(Command::StopRecording);
        let end = TakeEnd {
            peak_dbfs,
            ..end(3.0, None)
        };
        rig.event(AudioEvent::CaptureFinished(end));
        assert_eq!(rig.state.banner.is_some(), remains);
    }
}

#[test]
fn a_second_fault_adds_one_and_the_same_fault_adds_nothing() {
    let mut rig = Rig::ready();
    rig.record(3.0);
    rig.event(AudioEvent::CaptureTrouble(SoundFault::NoSamples));
    rig.event(AudioEvent::CaptureTrouble(SoundFault::NoSamples));
    assert_eq!(shown(&rig), (&sound(SoundFault::NoSamples), 0));
    let dropped = |frames| SoundFault::Dropped {
        frames,
        sample_rate_hz: RATE,
    };
    rig.event(AudioEvent::CaptureTrouble(dropped(10)));
    rig.event(AudioEvent::CaptureTrouble(dropped(20)));
    assert_eq!(
        shown(&rig),
        (&sound(dropped(20)), 1),
        "lost frames are one fault that grows"
    );
    // What is covered can be mended, and what is on top can uncover.
    rig.event(progress(4.0));
    assert_eq!(shown(&rig), (&sound(dropped(20)), 0));
    rig.event(AudioEvent::CaptureTrouble(SoundFault::OnlyZeros));
    assert_eq!(shown(&rig), (&sound(SoundFault::OnlyZeros), 1));
    rig.event(progress(5.0));
    assert_eq!(shown(&rig), (&sound(dropped(20)), 0));
    rig.command(Command::DismissBanner);
    assert!(rig.state.banner.is_none());
}

#[test]
fn without_a_library_recording_is_refused_with_the_reason() {
    let mut rig = Rig::bare();
    rig.event(packs());
    assert_eq!(rig.command(Command::Record), [], "not open yet");
    let fault = FileFault::LibraryInUse(PathBuf::from("/lib"));
    rig.event(Event::LibraryFailed(fault.clone()));
    assert_eq!(
        rig.state.library.status,
        LibraryStatus::Failed(fault.clone())
    );
    rig.command(Command::DismissBanner);
    assert_eq!(rig.command(Command::Record), []);
    assert_eq!(shown(&rig), (&Fault::File(fault), 0));
    // Another folder is the way out.
    assert_eq!(
        rig.command(Command::SetLibrary("/other".into())),
        [Effect::OpenLibrary("/other".into())]
    );
    rig.event(opened("/other"));
    assert!(rig.state.banner.is_none());
    assert!(created(&rig.command(Command::Record)).is_some());
}

#[test]
fn faults_of_reading_are_told_once_the_first_on_top() {
    let mut rig = Rig::bare();
    let broken = |name: &str| FileFault::BrokenAttempt {
        path: name.into(),
        detail: "line 3".into(),
    };
    rig.event(opened("/lib"));
    rig.event(Event::LibraryScanned {
        attempts: vec![attempt(9)],
        faults: vec![broken("a"), broken("b"), broken("c")],
        repaired: vec![attempt(9).id.clone()],
    });
    assert_eq!(shown(&rig), (&Fault::File(broken("a")), 2));
    assert_eq!(rig.state.library.faults.len(), 3);
    assert_eq!(rig.listed().len(), 1);
    let toast = rig.state.toast.as_ref().unwrap();
    assert!(matches!(toast.kind, ToastKind::Repaired(1)));
    rig.pass(5.9);
    assert!(rig.state.toast.is_some());
    rig.pass(0.1);
    assert!(rig.state.toast.is_none());

    rig.command(Command::DismissBanner);
    let pack = FileFault::BrokenPack {
        path: "p.toml".into(),
        line: Some(2),
        detail: "no id".into(),
    };
    rig.event(Event::PacksLoaded {
        packs: vec![],
        faults: vec![pack.clone()],
    });
    rig.event(Event::Trouble(FileFault::NoFileDialog.into()));
    assert_eq!(shown(&rig), (&Fault::File(FileFault::NoFileDialog), 1));
}

#[test]
fn a_mark_beyond_what_the_disk_kept_lies_at_its_end() {
    let mut rig = Rig::ready();
    rig.record(10.0);
    rig.command(Command::Flag);
    rig.event(AudioEvent::CaptureFinished(end(
        8.0,
        Some(SoundFault::DiskFull),
    )));
    assert_eq!(rig.state.reviewed().unwrap().marks[0].frame, frames(8.0));
}
