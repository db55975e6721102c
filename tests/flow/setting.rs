//! Settings and the choice of the library.

use retake::flow::state::{LibraryStatus, Screen};
use retake::flow::{Command, Effect, Event};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::deck::Draws;
use retake::model::fault::{Fault, FileFault};
use retake::model::language::{Language, LanguagePlan};
use retake::model::settings::{Settings, ThemeChoice};
use retake::model::sound::Devices;

use crate::rig::*;

#[test]
fn every_setting_is_saved_when_it_changes_and_only_then() {
    let mut rig = Rig::ready();
    for command in [
        Command::SetPlan(LanguagePlan::English),
        Command::SetThinkSecs(30),
        Command::SetTargetSecs(90),
        Command::SetLanguage(Some(Language::English)),
        Command::SetTheme(ThemeChoice::Dark),
        Command::SetInput(Some("mic".into())),
        Command::SetOutput(Some("phones".into())),
        Command::SetCueSound(true),
    ] {
        let effects = rig.command(command.clone());
        assert_eq!(
            effects,
            [Effect::SaveSettings(rig.state.settings.clone())],
            "{command:?}"
        );
        assert_eq!(rig.command(command.clone()), [], "{command:?}");
    }
    assert_eq!(rig.state.language(), Language::English);
    for odd in [Command::SetThinkSecs(7), Command::SetTargetSecs(0)] {
        assert_eq!(rig.command(odd), []);
    }
    rig.command(Command::CyclePlan);
    assert_eq!(rig.state.settings.plan, LanguagePlan::KoreanToEnglish);
    rig.command(Command::ToggleStarHint);
    assert!(!rig.state.settings.star_hint);
    // A chosen microphone that is gone stays chosen, and is asked for.
    rig.event(AudioEvent::Devices(Devices::default()));
    assert_eq!(rig.state.settings.input_device.as_deref(), Some("mic"));
    rig.command(Command::SetThinkSecs(0));
    let attempt = created(&rig.command(Command::Record)).unwrap();
    assert_eq!(attempt.target_secs, 90);
    let effects = rig.event(folder_of(&attempt));
    assert!(
        matches!(&effects[..], [Effect::Audio(AudioCommand::StartCapture { device: Some(id), .. })] if id == "mic")
    );
}

#[test]
fn another_library_takes_over_only_when_it_is_open() {
    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::GoTo(Screen::Timeline));
    let gone = rig.command(Command::Delete(attempt(9).id.clone()));
    rig.event(Event::Restored(trashed(&gone).unwrap()));
    rig.command(Command::OpenSelected);
    assert_eq!(rig.command(Command::ChooseLibrary), [Effect::PickFolder]);
    assert_eq!(rig.event(Event::FolderChosen(None)), []);
    let effects = rig.event(Event::FolderChosen(Some("/new".into())));
    assert_eq!(effects, [Effect::OpenLibrary("/new".into())]);
    assert_eq!(rig.state.library.status, LibraryStatus::Opening);
    assert_eq!(rig.listed().len(), 1, "still there");
    assert_eq!(rig.command(Command::Retake), [], "where would it go?");

    let effects = rig.event(Event::LibraryOpened {
        root: "/new".into(),
        draws: Draws::default(),
    });
    let settings = Settings {
        library: Some("/new".into()),
        ..rig.state.settings.clone()
    };
    // The takes of the former library are nobody's any more.
    let expected = [
        Effect::StopAnalysis,
        Effect::UseLibrary("/new".into()),
        Effect::SaveSettings(settings),
        Effect::CheckSpace,
    ];
    assert_eq!(effects, expected, "the next start opens it");
    assert!(rig.listed().is_empty() && rig.state.review.is_none());
    assert_eq!(rig.command(Command::Undo), [], "its trash is another one");
    rig.event(scanned(vec![attempt(10)]));
    assert_eq!(rig.state.library.status, LibraryStatus::Ready);
    assert_eq!(
        rig.command(Command::RevealLibrary),
        [Effect::Reveal("/new".into())]
    );
}

#[test]
fn who_goes_back_before_another_library_is_open_stays() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let home = rig.state.library.root.clone().unwrap();
    rig.command(Command::SetLibrary("/new".into()));
    rig.command(Command::SetLibrary(home.clone()));
    assert_eq!(rig.event(opened("/new")), [], "it comes too late");
    assert_eq!(rig.listed().len(), 1);
    assert!(!rig.state.library.is_settled());
    let effects = rig.event(opened(home.to_str().unwrap()));
    assert!(!effects.iter().any(|it| matches!(it, Effect::UseLibrary(_))));
    rig.event(scanned(vec![attempt(9)]));
    assert!(rig.state.library.is_settled());
    assert_eq!(rig.state.library.root, Some(home.clone()));
    assert_eq!(rig.state.settings.library, Some(home));
}

#[test]
fn what_was_thrown_away_stays_so_while_another_library_is_opened() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::DeleteSelected);
    rig.command(Command::SetLibrary("/new".into()));
    assert_eq!(
        rig.command(Command::Undo),
        [],
        "it would come to the other one"
    );
    rig.event(Event::LibraryFailed(FileFault::LibraryInUse("/new".into())));
    assert!(!rig.command(Command::Undo).is_empty());
}

#[test]
fn a_library_is_left_when_all_is_saved_or_when_the_person_insists() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    let open = Effect::OpenLibrary("/new".into());
    let choose = |rig: &mut Rig| rig.event(Event::FolderChosen(Some("/new".into())));
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::ToggleStar);
    let effects = choose(&mut rig);
    assert!(saved(&effects).is_some() && !effects.contains(&open));
    let effects = rig.event(Event::AttemptSaved(id.clone()));
    assert!(effects.contains(&open), "now it is safe: {effects:?}");

    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::ToggleStar);
    choose(&mut rig);
    rig.event(Event::AttemptSaveFailed {
        id: id.clone(),
        fault: save_fault(id.as_str()),
    });
    let banner = rig.state.banner.clone().unwrap();
    assert_eq!(banner.fault, FileFault::NotLeft.into());
    assert!(rig.state.library.is_settled(), "it stays in use");
    assert!(
        rig.state.library.unsaved.contains(&id),
        "and is tried again"
    );
    assert!(saved(&rig.pass(2.5)).is_some());
    assert!(choose(&mut rig).contains(&open), "who insists may leave");
}

#[test]
fn what_kept_a_library_open_is_over_when_all_is_saved() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    let unsaved = |rig: &mut Rig| {
        rig.command(Command::OpenAttempt(id.clone()));
        rig.command(Command::ToggleStar);
    };
    unsaved(&mut rig);
    rig.event(Event::FolderChosen(Some("/new".into())));
    rig.event(Event::AttemptSaveFailed {
        id: id.clone(),
        fault: save_fault(id.as_str()),
    });
    assert!(rig.state.banner.is_some());
    rig.event(Event::AttemptSaved(id.clone()));
    assert_eq!(rig.state.banner, None);
    // Nobody insists with what was asked before that.
    unsaved(&mut rig);
    let effects = rig.event(Event::FolderChosen(Some("/new".into())));
    let open = Effect::OpenLibrary("/new".into());
    assert!(!effects.contains(&open));
    // The settings belong to no library.
    rig.event(Event::SettingsSaveFailed(save_fault("settings.toml")));
    assert_ne!(
        rig.state.banner.as_ref().unwrap().fault,
        FileFault::NotLeft.into()
    );
    assert!(rig.event(Event::AttemptSaved(id)).contains(&open));
}

#[test]
fn a_library_is_left_only_after_the_answer_that_is_being_made() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    let open = Effect::OpenLibrary("/new".into());
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::ToggleStar);
    rig.event(Event::FolderChosen(Some("/new".into())));
    rig.command(Command::GoTo(Screen::Practice));
    let made = created(&rig.command(Command::Record)).unwrap();
    assert!(!rig.event(Event::AttemptSaved(id)).contains(&open));
    let mut effects = rig.command(Command::CancelRecording);
    effects.extend(rig.event(folder_of(&made)));
    assert!(effects.contains(&open), "{effects:?}");
}

#[test]
fn a_library_that_does_not_open_leaves_the_old_one_in_use() {
    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::SetLibrary("/nowhere".into()));
    let fault = FileFault::LibraryMissing {
        path: "/nowhere".into(),
        detail: "not found".into(),
    };
    rig.event(Event::LibraryFailed(fault.clone()));
    assert_eq!(rig.state.library.status, LibraryStatus::Ready);
    assert_eq!(rig.state.banner.clone().unwrap().fault, Fault::File(fault));
    assert_eq!(rig.listed().len(), 1);
    assert!(created(&rig.command(Command::Record)).is_some());
}

#[test]
fn the_language_of_the_command_line_holds_until_another_is_chosen() {
    let mut rig = Rig::with(vec![]);
    rig.state.run_language = Some(Language::English);
    rig.state.settings.language = Some(Language::Korean);
    assert_eq!(rig.state.language(), Language::English);
    rig.command(Command::SetLanguage(Some(Language::Korean)));
    assert_eq!(rig.state.language(), Language::Korean);
}
