//! Going from screen to screen, and out.

use retake::flow::state::Screen;
use retake::flow::stories::StoryEdit;
use retake::flow::{Command, Effect, Event, Input};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::FileFault;
use retake::model::story::StoryId;

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
fn a_story_whose_save_failed_gets_one_more_chance_and_is_told_if_it_is_lost() {
    let (mut rig, id) = unsaved_story();
    let effects = rig.command(Command::Quit);
    let Some(Effect::SaveStory { story, base }) = effects.first() else {
        panic!("{effects:?}");
    };
    assert_eq!((&story.id, base), (&id, &None));
    assert!(!effects.contains(&Effect::CloseWindow));
    let fault = save_fault("a.md");
    let effects = rig.event(Event::StorySaveFailed {
        id,
        base: None,
        fault: fault.clone(),
    });
    assert_eq!(effects, [Effect::CloseWindow]);
    assert_eq!(rig.state.library.saving.lost, [fault]);
}

/// A story that was typed and that the disk did not take.
fn unsaved_story() -> (Rig, StoryId) {
    let mut rig = Rig::ready();
    rig.command(Command::NewStory);
    let id = rig.state.stories.selected.clone().unwrap();
    let edit = StoryEdit::Title("A".into());
    rig.command(Command::EditStory { id, edit });
    let id = rig.state.stories.selected.clone().unwrap();
    rig.event(Event::StorySaveFailed {
        id: id.clone(),
        base: None,
        fault: save_fault("a.md"),
    });
    (rig, id)
}

#[test]
fn what_failed_is_saved_again_later_and_later_and_at_once_when_the_disk_takes_something() {
    let (mut rig, id) = unsaved_story();
    let again = |effects: &[Effect]| {
        let story =
            |effect: &Effect| matches!(effect, Effect::SaveStory { story, .. } if story.id == id);
        effects.iter().any(story)
    };
    let mut waited = Vec::new();
    for _ in 0..7 {
        let mut secs = 0;
        while !again(&rig.pass(1.0)) {
            secs += 1;
            assert!(secs < 100, "{waited:?}");
        }
        waited.push(secs + 1);
        rig.event(Event::StorySaveFailed {
            id: id.clone(),
            base: None,
            fault: save_fault("a.md"),
        });
    }
    assert_eq!(waited, [2, 4, 8, 16, 32, 60, 60]);
    // Another file is saved: there is room again.
    rig.event(Event::SettingsSaved);
    assert!(again(&rig.pass(0.0)));
    // And a person need not wait for it.
    rig.event(Event::StorySaveFailed {
        id: id.clone(),
        base: None,
        fault: save_fault("a.md"),
    });
    assert!(again(&rig.command(Command::TryAgain)));
}

#[test]
fn settings_that_were_not_saved_are_saved_again() {
    let mut rig = Rig::ready();
    rig.command(Command::SetLadder(true));
    rig.event(Event::SettingsSaveFailed(save_fault("settings.toml")));
    let settings = rig.state.settings.clone();
    assert!(
        rig.pass(2.0)
            .contains(&Effect::SaveSettings(settings.clone()))
    );
    rig.event(Event::SettingsSaveFailed(save_fault("settings.toml")));
    assert_eq!(
        rig.command(Command::Quit),
        [Effect::SaveSettings(settings), Effect::CloseWindow],
        "the disk thread finishes what is queued"
    );
}

#[test]
fn a_disk_or_a_sound_system_that_does_not_answer_is_not_waited_for_for_ever() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::ToggleStar);
    assert!(!rig.command(Command::Quit).contains(&Effect::CloseWindow));
    assert!(!rig.pass(4.9).contains(&Effect::CloseWindow));
    assert!(rig.pass(0.1).contains(&Effect::CloseWindow));
    assert!(rig.state.library.unsaved.contains(&id), "and this is told");

    let mut rig = Rig::ready();
    rig.record(12.0);
    rig.command(Command::Quit);
    assert!(!rig.pass(4.9).contains(&Effect::CloseWindow));
    assert!(rig.pass(0.1).contains(&Effect::CloseWindow));
}

#[test]
fn a_library_that_could_not_open_is_tried_again_by_itself_and_by_hand() {
    let mut rig = Rig::bare();
    rig.state.library.wanted = Some("/media/usb".into());
    let missing = || FileFault::LibraryMissing {
        path: "/media/usb".into(),
        detail: String::new(),
    };
    let open = Effect::OpenLibrary("/media/usb".into());
    rig.event(Event::LibraryFailed(missing()));
    for input in [Event::Focused.into(), Input::from(Command::TryAgain)] {
        assert_eq!(rig.send(input), std::slice::from_ref(&open));
        assert_eq!(rig.event(Event::Focused), [], "it is on its way");
        rig.event(Event::LibraryFailed(missing()));
    }
    rig.event(Event::Focused);
    rig.event(opened("/media/usb"));
    assert_eq!(rig.state.banner, None);
    rig.event(scanned(vec![]));
    assert!(!rig.event(Event::Focused).contains(&open));
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
