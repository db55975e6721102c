//! A take that lost its microphone: it waits, goes on, ends, or gives way to a new one.

use std::time::Duration;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::{GoingOn, Interrupted, Phase, Screen};
use retake::flow::{Command, Effect, Event};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::{Fault, SoundFault};
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{CueBy, MarkKind};
use retake::model::sound::Levels;
use retake::model::take::TakeEnd;

use crate::rig::*;

const STOP: Effect = Effect::Audio(AudioCommand::StopCapture);
const LOOK: Effect = Effect::Audio(AudioCommand::ListDevices);
const LOST: SoundFault = SoundFault::DeviceLost;

fn waits(rig: &Rig) -> &Interrupted {
    rig.state.interrupted().unwrap()
}

fn banner(rig: &Rig) -> Option<(&Fault, Option<f64>)> {
    let banner = rig.state.banner.as_ref()?;
    Some((&banner.fault, banner.saved_secs))
}

/// A take that lost its microphone at 67 s, with these microphones left.
fn lost(left: &[retake::model::sound::Device]) -> Rig {
    let mut rig = Rig::ready();
    rig.record(66.0);
    rig.event(interrupted(LOST, 67.0));
    rig.event(listed(left));
    rig
}

fn resumes(effects: &[Effect]) -> Vec<Option<&str>> {
    let each = effects.iter().filter_map(|effect| match effect {
        Effect::Audio(AudioCommand::ResumeCapture { device }) => Some(device.as_deref()),
        _ => None,
    });
    each.collect()
}

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

#[test]
fn the_take_waits_with_all_that_was_said() {
    let mut rig = Rig::ready();
    let attempt = rig.record(66.0);
    rig.command(Command::Flag);
    let effects = rig.event(interrupted(LOST, 67.0));
    assert!(effects.contains(&LOOK));
    assert!(!effects.contains(&STOP), "the file stays open");
    let take = &waits(&rig).recording;
    assert_eq!(take.attempt.id, attempt.id);
    assert_eq!(take.marks.len(), 1);
    assert_eq!(take.live.captured_frames, frames(67.0));
    assert_eq!(take.live.written_frames, frames(67.0));
    assert_eq!(banner(&rig), Some((&LOST.into(), Some(67.0))));
    // What comes late does not look like sound.
    rig.event(progress(70.0));
    assert_eq!(waits(&rig).recording.live.captured_frames, frames(67.0));
    rig.event(Event::CueShown { frame: 1 });
    assert_eq!(rig.command(Command::Flag), []);
    assert_eq!(rig.command(Command::CueNow), []);
    assert_eq!(waits(&rig).recording.marks.len(), 1);
}

#[test]
fn space_goes_on_with_the_best_microphone_at_hand() {
    for (chosen, left, wanted) in [
        (Some("test:mic"), vec![built_in(), microphone()], "test:mic"),
        (
            Some("test:gone"),
            vec![built_in(), microphone()],
            "test:built-in",
        ),
        (None, vec![microphone(), built_in()], "test:mic"),
    ] {
        let mut rig = lost(&left);
        rig.state.settings.input_device = chosen.map(str::to_owned);
        let effects = press(&mut rig, Key::Space);
        assert_eq!(resumes(&effects), [Some(wanted)]);
        assert_eq!(waits(&rig).going_on, GoingOn::Opens);
        assert_eq!(press(&mut rig, Key::Space), [], "it is being opened");
    }
}

#[test]
fn going_on_is_the_same_take_from_another_microphone() {
    let mut rig = lost(&[built_in()]);
    let id = waits(&rig).recording.attempt.id.clone();
    press(&mut rig, Key::Space);
    let effects = rig.event(AudioEvent::CaptureResumed { device: built_in() });
    assert!(matches!(rig.state.practice.phase, Phase::Recording(_)));
    assert_eq!(rig.recording().device_name, "내장 마이크");
    let kept = saved(&effects).unwrap();
    assert_eq!(kept.id, id);
    assert_eq!(kept.take.device.as_ref().unwrap().id, "test:built-in");
    assert!(rig.state.banner.is_none(), "mended");
    rig.event(progress(80.0));
    assert_eq!(rig.recording().live.captured_frames, frames(80.0));
    rig.command(Command::StopRecording);
    let levels = Some(Levels {
        noise_dbfs: -60.0,
        speech_dbfs: -25.0,
        clipped_frames: 3,
    });
    let ended = TakeEnd {
        levels,
        ..end(80.0, None)
    };
    rig.event(AudioEvent::CaptureFinished(ended));
    assert!(rig.reviews(&id));
    let take = &rig.state.reviewed().unwrap().take;
    assert_eq!((take.frames, take.levels), (frames(80.0), levels));
    assert_eq!(rig.listed(), [id.as_str()], "one attempt");
}

#[test]
fn whatever_interrupted_it_is_mended_by_going_on() {
    for fault in [
        SoundFault::Suspended,
        SoundFault::SoundServerGone,
        SoundFault::Other {
            detail: "odd".into(),
        },
    ] {
        let mut rig = Rig::ready();
        rig.record(9.0);
        rig.event(interrupted(fault.clone(), 10.0));
        rig.event(listed(&[microphone()]));
        assert_eq!(banner(&rig), Some((&fault.into(), Some(10.0))));
        press(&mut rig, Key::Space);
        let device = microphone();
        rig.event(AudioEvent::CaptureResumed { device });
        assert!(rig.state.banner.is_none());
    }
}

#[test]
fn a_microphone_that_does_not_open_is_said_and_can_be_tried_again() {
    let mut rig = lost(&[built_in()]);
    press(&mut rig, Key::Space);
    let effects = rig.event(interrupted(SoundFault::DeviceBusy, 67.0));
    assert!(effects.contains(&LOOK));
    assert_eq!(waits(&rig).going_on, GoingOn::Failed);
    let busy = Fault::Sound(SoundFault::DeviceBusy);
    assert_eq!(banner(&rig), Some((&busy, Some(67.0))));
    assert_eq!(
        rig.state.banner.as_ref().unwrap().more,
        0,
        "instead of the last one"
    );
    // Even before the list of devices is there.
    assert_eq!(resumes(&press(&mut rig, Key::Space)), [None]);
    rig.event(AudioEvent::CaptureResumed { device: built_in() });
    assert!(rig.state.banner.is_none() && rig.state.interrupted().is_none());
}

#[test]
fn without_a_microphone_it_waits_for_one_and_says_so() {
    let mut rig = lost(&[]);
    rig.command(Command::Escape);
    assert!(rig.state.banner.is_none());
    for key in [Key::Space, Key::Letter('R')] {
        assert_eq!(press(&mut rig, key), [LOOK]);
        assert_eq!(banner(&rig), Some((&LOST.into(), Some(67.0))));
        assert_eq!(waits(&rig).going_on, GoingOn::Waits);
    }
    rig.event(listed(&[built_in()]));
    assert_eq!(
        resumes(&press(&mut rig, Key::Space)),
        [Some("test:built-in")]
    );
}

#[test]
fn a_microphone_that_comes_back_shows_by_itself() {
    let mut rig = Rig::ready();
    rig.record(66.0);
    let two = Duration::from_secs(2);
    let effects = rig.event(interrupted(LOST, 67.0));
    assert_eq!(effects.last(), Some(&Effect::WakeAfter(two)));
    let lists = |effects: &[Effect]| effects.iter().filter(|e| **e == LOOK).count();
    let looked: usize = (0..40).map(|_| lists(&rig.pass(0.1))).sum();
    assert_eq!(looked, 2, "twice in four seconds");
    rig.event(listed(&[built_in()]));
    press(&mut rig, Key::Space);
    assert_eq!(rig.pass(10.0), [], "not while one is being opened");
}

#[test]
fn enter_listens_to_what_there_is() {
    let mut rig = lost(&[built_in()]);
    let id = waits(&rig).recording.attempt.id.clone();
    assert_eq!(press(&mut rig, Key::Enter), [STOP]);
    assert!(rig.state.banner.is_none());
    rig.event(AudioEvent::CaptureResumed { device: built_in() });
    rig.event(interrupted(LOST, 67.0));
    assert!(
        matches!(rig.state.practice.phase, Phase::Finishing(_)),
        "late reports change nothing"
    );
    rig.event(AudioEvent::CaptureFinished(end(67.0, None)));
    assert!(rig.reviews(&id));
}

#[test]
fn starting_over_keeps_the_take_and_asks_the_same_question() {
    let mut rig = lost(&[built_in()]);
    let first = waits(&rig).recording.attempt.clone();
    assert_eq!(press(&mut rig, Key::Letter('R')), [STOP]);
    let effects = rig.event(AudioEvent::CaptureFinished(end(67.0, None)));
    assert_eq!(rig.listed(), [first.id.as_str()]);
    assert_eq!(saved(&effects).unwrap().take.frames, frames(67.0));
    let second = created(&effects).unwrap();
    assert_eq!(second.question, first.question);
    assert_ne!(second.id, first.id);
    assert_eq!(rig.state.screen, Screen::Practice);
    rig.event(folder_of(&second));
    rig.event(began());
    rig.command(Command::StopRecording);
    rig.event(AudioEvent::CaptureFinished(end(5.0, None)));
    assert!(rig.reviews(&second.id), "once is enough");
}

#[test]
fn a_take_that_could_not_be_finished_well_is_shown_before_a_new_one() {
    for (fault, leaves) in [(Some(SoundFault::DiskFull), false), (None, true)] {
        let mut rig = lost(&[built_in()]);
        let id = waits(&rig).recording.attempt.id.clone();
        press(&mut rig, Key::Letter('R'));
        if leaves {
            rig.command(Command::Quit);
        }
        let effects = rig.event(AudioEvent::CaptureFinished(end(67.0, fault)));
        assert!(created(&effects).is_none());
        assert!(rig.reviews(&id));
    }
}

#[test]
fn a_cue_that_nobody_saw_comes_when_the_take_goes_on() {
    let mut rig = Rig::ready();
    rig.command(Command::SetPlan(LanguagePlan::KoreanToEnglish));
    let due = rig.arm().drill.unwrap().cue_due_secs.min(600.0);
    rig.event(began());
    rig.event(progress(due + 0.1));
    if rig.recording().cue_ordered.is_none() {
        rig.command(Command::CueNow);
    }
    rig.event(interrupted(LOST, due + 0.2));
    assert_eq!(waits(&rig).recording.cue_ordered, None);
    rig.event(Event::CueShown { frame: 9 });
    assert!(waits(&rig).recording.marks.is_empty());
    rig.event(listed(&[built_in()]));
    press(&mut rig, Key::Space);
    rig.event(AudioEvent::CaptureResumed { device: built_in() });
    rig.command(Command::CueNow);
    rig.event(progress(due + 1.0));
    assert!(rig.recording().cue_ordered.is_some());
    let frame = frames(due + 1.0);
    rig.event(Event::CueShown { frame });
    let marks = &rig.recording().marks;
    assert!(matches!(
        marks[..],
        [ref mark] if mark.frame == frame
            && matches!(mark.kind, MarkKind::Cue { to: Language::English, by: CueBy::Hand | CueBy::Drill })
    ));
}

#[test]
fn a_microphone_can_be_chosen_without_losing_the_take() {
    let mut rig = lost(&[built_in(), microphone()]);
    for screen in [Screen::Timeline, Screen::Review] {
        rig.command(Command::GoTo(screen));
        assert_eq!(rig.state.screen, Screen::Practice);
    }
    rig.command(Command::GoTo(Screen::Settings));
    assert_eq!(rig.state.screen, Screen::Settings);
    for elsewhere in [
        Command::GoTo(Screen::Timeline),
        Command::FocusSearch,
        Command::NextQuestion,
        Command::ChooseLibrary,
        Command::SetLibrary("/other".into()),
    ] {
        assert_eq!(rig.command(elsewhere), []);
        assert_eq!(rig.state.screen, Screen::Settings);
    }
    rig.command(Command::SetInput(Some("test:mic".into())));
    rig.command(Command::Escape);
    assert_eq!(rig.state.screen, Screen::Practice);
    assert!(
        rig.state.banner.is_some(),
        "it still says what is the matter"
    );
    assert_eq!(resumes(&press(&mut rig, Key::Space)), [Some("test:mic")]);
    // Whoever looks elsewhere is shown that the take runs again.
    rig.command(Command::GoTo(Screen::Settings));
    let device = microphone();
    rig.event(AudioEvent::CaptureResumed { device });
    assert_eq!(rig.state.screen, Screen::Practice);
    rig.command(Command::GoTo(Screen::Settings));
    assert_eq!(rig.state.screen, Screen::Practice);
}

#[test]
fn escape_puts_only_the_banner_away() {
    let mut rig = lost(&[built_in()]);
    for _ in 0..3 {
        assert_eq!(rig.command(Command::Escape), []);
    }
    assert_eq!(rig.command(Command::CancelRecording), []);
    assert!(rig.state.banner.is_none());
    assert_eq!(waits(&rig).recording.live.captured_frames, frames(67.0));
}

#[test]
fn closing_the_window_finishes_the_take() {
    let mut rig = lost(&[]);
    rig.command(Command::GoTo(Screen::Settings));
    let effects = rig.event(Event::CloseRequested);
    assert_eq!(effects, [STOP]);
    let id = rig.recording().attempt.id.clone();
    let effects = rig.event(AudioEvent::CaptureFinished(end(67.0, None)));
    assert_eq!(saved(&effects).unwrap().id, id);
    assert!(!effects.contains(&Effect::CloseWindow));
    let effects = rig.event(Event::AttemptSaved(id));
    assert_eq!(effects, [Effect::CloseWindow]);
}

#[test]
fn before_the_first_sound_there_is_nothing_to_go_on_with() {
    let mut rig = Rig::ready();
    let attempt = rig.arm();
    let effects = rig.event(interrupted(LOST, 0.0));
    assert!(rig.idle());
    assert_eq!(trashed(&effects).unwrap().id, attempt.id);

    let mut rig = Rig::ready();
    let attempt = rig.arm();
    rig.event(interrupted(LOST, 0.5));
    assert_eq!(waits(&rig).recording.attempt.id, attempt.id);
}

#[test]
fn what_ends_a_take_ends_it_while_it_waits_too() {
    for fault in [
        SoundFault::DiskFull,
        SoundFault::FolderGone("/lib/x".into()),
        SoundFault::TakeTooLong,
    ] {
        let mut rig = lost(&[built_in()]);
        rig.command(Command::GoTo(Screen::Settings));
        let id = waits(&rig).recording.attempt.id.clone();
        rig.event(AudioEvent::CaptureFinished(end(66.5, Some(fault.clone()))));
        assert!(rig.reviews(&id));
        assert_eq!(banner(&rig), Some((&fault.into(), Some(66.5))));
    }
}

#[test]
fn a_slow_disk_is_over_when_it_takes_sound_again() {
    let mut rig = Rig::ready();
    let attempt = rig.arm();
    rig.event(AudioEvent::CaptureTrouble(SoundFault::DiskSlow));
    assert!(!rig.idle(), "it may still begin");
    rig.event(began());
    rig.event(progress(3.0));
    rig.event(AudioEvent::CaptureTrouble(SoundFault::DiskSlow));
    let grown = |captured, written| AudioEvent::CaptureProgress {
        captured_frames: frames(captured),
        written_frames: frames(written),
        level_dbfs: -20.0,
        clipped: false,
        peaks: vec![],
    };
    rig.event(grown(4.0, 2.5));
    assert!(rig.state.banner.is_some(), "nothing was written");
    rig.event(grown(4.1, 2.6));
    assert!(rig.state.banner.is_none() && rig.recording().trouble.is_none());
    assert_eq!(rig.recording().attempt.id, attempt.id);
}
