//! Going from screen to screen, and out.

use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::FileFault;

use crate::rig::*;

#[test]
fn closing_while_recording_keeps_the_answer_first() {
    let mut rig = Rig::ready();
    let attempt = rig.record(12.0);
    assert_eq!(
        rig.event(Event::CloseRequested),
        [Effect::Audio(AudioCommand::StopCapture)]
    );
    assert_eq!(rig.event(Event::CloseRequested), [], "patience");
    rig.event(Event::AttemptSaved(attempt.id.clone()));
    let effects = rig.event(AudioEvent::CaptureFinished(end(12.5, None)));
    assert!(saved(&effects).is_some());
    assert!(!effects.contains(&Effect::CloseWindow));
    let effects = rig.event(Event::AttemptSaved(attempt.id.clone()));
    assert_eq!(effects, [Effect::CloseWindow]);
}

#[test]
fn closing_does_not_wait_for_a_disk_that_fails() {
    let mut rig = Rig::ready();
    let attempt = rig.record(12.0);
    rig.command(Command::Quit);
    rig.event(AudioEvent::CaptureFinished(end(12.5, None)));
    let effects = rig.event(Event::AttemptSaveFailed {
        id: attempt.id.clone(),
        fault: save_fault(attempt.id.as_str()),
    });
    assert_eq!(effects, [Effect::CloseWindow]);
}

#[test]
fn closing_before_the_first_sample_leaves_nothing_open() {
    let mut rig = Rig::ready();
    let attempt = created(&rig.command(Command::Record)).unwrap();
    assert_eq!(
        rig.command(Command::Quit),
        [],
        "its folder is still being made"
    );
    let effects = rig.event(folder_of(&attempt));
    assert!(trashed(&effects).is_some());
    assert_eq!(effects.last(), Some(&Effect::CloseWindow));

    let mut rig = Rig::ready();
    rig.arm();
    assert_eq!(
        rig.command(Command::Quit),
        [Effect::Audio(AudioCommand::StopCapture)]
    );
    let effects = rig.event(AudioEvent::CaptureFinished(end(0.0, None)));
    assert_eq!(effects.last(), Some(&Effect::CloseWindow));
}

#[test]
fn closing_when_all_is_saved_is_at_once_and_a_failed_save_gets_one_more_chance() {
    assert_eq!(Rig::ready().command(Command::Quit), [Effect::CloseWindow]);

    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::ToggleStar);
    rig.event(Event::AttemptSaveFailed {
        id: id.clone(),
        fault: save_fault(id.as_str()),
    });
    let effects = rig.command(Command::Quit);
    assert!(saved(&effects).unwrap().starred);
    assert!(!effects.contains(&Effect::CloseWindow));
    assert_eq!(rig.event(Event::AttemptSaved(id)), [Effect::CloseWindow]);
}

#[test]
fn escape_closes_what_lies_on_top_one_at_a_time() {
    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::OpenSelected);
    rig.event(Event::Trouble(FileFault::NoFileDialog.into()));
    rig.command(Command::ToggleKeys);

    rig.command(Command::Escape);
    assert!(!rig.state.keys_shown && rig.state.banner.is_some());
    rig.command(Command::Escape);
    assert!(rig.state.banner.is_none());
    assert_eq!(rig.state.screen, Screen::Review);
    rig.command(Command::Escape);
    assert_eq!(rig.state.screen, Screen::Timeline);
    rig.command(Command::SetQuery("zzz".into()));
    assert_eq!(rig.state.timeline.selected, None);
    rig.command(Command::Escape);
    assert!(rig.state.timeline.filter.is_open());
    assert!(rig.state.timeline.selected.is_some());
    rig.command(Command::Escape);
    assert_eq!(rig.state.screen, Screen::Timeline);
}

#[test]
fn sound_stays_behind_on_the_screen_that_is_left() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    for leave in [
        Command::GoTo(Screen::Practice),
        Command::CloseReview,
        Command::NextQuestion,
        Command::Escape,
    ] {
        rig.command(Command::OpenAttempt(id.clone()));
        rig.command(Command::PlayPause);
        assert!(rig.state.playback.playing);
        assert!(
            rig.command(leave.clone())
                .contains(&Effect::Audio(AudioCommand::PausePlayback)),
            "{leave:?}"
        );
        assert!(!rig.state.playback.playing);
    }
}

#[test]
fn the_devices_are_looked_for_when_the_settings_are_shown() {
    let mut rig = Rig::ready();
    assert_eq!(
        rig.command(Command::GoTo(Screen::Settings)),
        [
            Effect::Audio(AudioCommand::ListDevices),
            Effect::LookForVoices
        ]
    );
    assert_eq!(rig.command(Command::GoTo(Screen::Settings)), []);
    assert_eq!(
        rig.command(Command::RefreshDevices),
        [Effect::Audio(AudioCommand::ListDevices)]
    );
    assert_eq!(
        rig.command(Command::GoTo(Screen::Review)),
        [],
        "nothing to review"
    );
    assert_eq!(rig.state.screen, Screen::Settings);
}
