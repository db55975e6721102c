//! What a first start asks: one key each, at most once, and never in the way of an answer.

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::setup::Setup;
use retake::flow::{Command, Effect, State};
use retake::model::language::{Language, LanguagePlan};
use retake::model::role::Role;
use retake::model::settings::Settings;

use crate::rig::{Rig, attempt, date, opened, packs, scanned};

/// A first start with an empty library.
fn first() -> Rig {
    let mut rig = Rig::bare();
    rig.state.setup = Some(Setup::Language);
    rig.event(opened("/lib"));
    rig.event(packs());
    rig.event(scanned(vec![]));
    rig.state.roles = ["support", "architect"]
        .map(|id| Role {
            id: id.into(),
            ..Role::default()
        })
        .to_vec();
    rig
}

fn press(rig: &mut Rig, digit: u8) -> Vec<Effect> {
    let asked = command_for(&rig.state, KeyPress::plain(Key::Digit(digit)), false);
    asked.map_or_else(Vec::new, |asked| rig.command(asked))
}

#[test]
fn three_keys_answer_all_and_each_is_saved() {
    let mut rig = first();
    for (digit, next) in [(2, Some(Setup::Role)), (1, Some(Setup::Day)), (2, None)] {
        let effects = press(&mut rig, digit);
        let saved = Effect::SaveSettings(rig.state.settings.clone());
        assert!(effects.contains(&saved), "{effects:?}");
        assert_eq!(rig.state.setup(), next);
    }
    let settings = &rig.state.settings;
    assert_eq!(settings.plan, LanguagePlan::English);
    assert_eq!(settings.session.plan, LanguagePlan::English);
    assert_eq!(settings.role.as_deref(), Some("support"));
    let day = date(12).date().checked_add(jiff::Span::new().days(14));
    assert_eq!(settings.interview_date, day.ok());
}

#[test]
fn a_key_without_an_answer_asks_for_nothing() {
    let mut rig = first();
    press(&mut rig, 5);
    assert_eq!(rig.state.setup(), Some(Setup::Language));
    press(&mut rig, 1);
    press(&mut rig, 3);
    assert_eq!(rig.state.setup(), Some(Setup::Role), "there are two roles");
    press(&mut rig, 2);
    press(&mut rig, 4);
    assert_eq!(rig.state.settings.interview_date, None, "not known yet");
    assert_eq!(rig.state.setup(), None);
}

#[test]
fn escape_and_an_answer_leave_the_rest_unasked() {
    for asked in [Command::Escape, Command::SkipSetup, Command::Record] {
        let mut rig = first();
        let before = rig.state.settings.clone();
        let effects = rig.command(asked.clone());
        assert!(
            effects.contains(&Effect::SaveSettings(before)),
            "or it would be asked at the next start: {asked:?}"
        );
        assert_eq!(rig.state.setup, None);
    }
}

#[test]
fn who_has_answers_is_asked_nothing() {
    let mut rig = first();
    rig.event(scanned(vec![attempt(9)]));
    assert_eq!(rig.state.setup, None);
}

#[test]
fn an_english_window_begins_in_english_alone_and_says_nothing_of_switches() {
    let state = |settings: Settings| {
        let language = Language::English;
        State::new(1, crate::rig::rubric(), language, settings, "0")
    };
    let english = Settings::of_first_start(Language::English);
    assert_eq!(english.plan, LanguagePlan::English);
    assert!(!state(english).knows_switches());
    let korean = Settings::of_first_start(Language::Korean);
    assert_eq!(korean, Settings::default());
    assert!(state(korean).knows_switches());
}
