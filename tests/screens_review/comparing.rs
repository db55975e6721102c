//! Two answers side by side, and the line that offers them.

use std::sync::Arc;

use egui::Key;
use egui::accesskit::{Live, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::review::comparison::CompareCommand;
use retake::flow::state::State;
use retake::model::compare::{Align, Side};
use retake::model::language::{Language, LanguagePlan};
use retake::model::speech::Speech;
use retake::model::timeline::Entry;

use crate::common;
use crate::heard::{BOTH, show, speech, switched};
use crate::{LARGE, SMALL, commands, rated, reviewing};

/// The new language comes 2.8 s later than in [`switched`].
fn slower() -> Speech {
    speech(&[
        (1.2, 20.0),
        (21.4, 48.6),
        (53.3, 70.0),
        (73.0, 90.0),
        (90.5, 110.0),
    ])
}

/// The rated answer under review, and the same an hour before.
fn two(language: Language, before: Speech) -> State {
    let mut earlier = common::attempt(60, LanguagePlan::KoreanToEnglish);
    earlier.notes = "Too long before the action.".into();
    let mut state = reviewing(language, rated());
    let made = common::peaks(earlier.take.frames, earlier.take.sample_rate_hz);
    state.peaks.insert(earlier.id.clone(), Some(made));
    state
        .speech
        .insert(earlier.id.clone(), Some(Arc::new(before)));
    let id = state.library.entries[0].attempt.id.clone();
    state.speech.insert(id, Some(Arc::new(switched())));
    state
        .library
        .entries
        .insert(1, Entry::new(Arc::new(earlier)));
    state
}

fn comparing(language: Language) -> State {
    let mut state = two(language, slower());
    let open = Command::Compare(CompareCommand::Open);
    retake::flow::update(&mut state, open.into(), &common::now());
    assert!(state.compared().is_some());
    state
}

#[test]
fn the_difference_that_says_most_is_offered_in_one_line() {
    for (language, words) in [
        (Language::English, "English 2.8 s sooner than last time"),
        (Language::Korean, "지난번보다 영어 전환이 2.8초 빨라요"),
    ] {
        for size in [LARGE, SMALL] {
            let mut window = show(two(language, slower()), size);
            window.get_by_role_and_label(Role::Button, words).click();
            window.run_steps(2);
            assert!(commands(&window).contains(&Command::Compare(CompareCommand::Open)));
        }
        let same = common::said(language, "지난번과 비슷해요", "About as last time");
        let window = show(two(language, switched()), LARGE);
        window.get_by_role_and_label(Role::Button, same);
    }
}

#[test]
fn nothing_is_offered_before_both_are_listened_to() {
    let mut state = two(Language::English, slower());
    let id = state.library.entries[1].attempt.id.clone();
    state.speech.remove(&id);
    let window = show(state, LARGE);
    assert!(window.query_by_label("About as last time").is_none());
    assert!(
        window
            .query_by_label("English 2.8 s sooner than last time")
            .is_none()
    );
}

#[test]
fn two_answers_are_read_as_rows_and_heard_by_name() {
    let window = show(comparing(Language::English), LARGE);
    window.get_by_label("Time to switch: Newer 2.5 s, Earlier 5.3 s, 2.8 s sooner");
    window.get_by_label("Length: Newer 1:52, Earlier 1:52, same");
    window.get_by_label("Notes: Earlier");
    window.get_by_label("Too long before the action.");
    let hearing = window.get_by_label("Hearing: Newer");
    assert_eq!(hearing.accesskit_node().live(), Live::Polite);
    for name in [
        "Newer: Today 14:20 · Korean → English · 1:52",
        "Earlier: Today 13:25 · Korean → English · 1:52",
    ] {
        window.get_by_role_and_label(Role::Slider, name);
    }
}

#[test]
fn the_ear_and_the_place_are_chosen_by_pointer_too() {
    let mut window = show(comparing(Language::English), LARGE);
    let earlier = "Listen to this one: Earlier: Today 13:25 · Korean → English · 1:52";
    window.get_by_role_and_label(Role::Button, earlier).click();
    window.run_steps(2);
    window
        .get_by_role_and_label(Role::Button, "Back to the answer")
        .click();
    window.run_steps(2);
    let asked = commands(&window);
    for wanted in [CompareCommand::Hear(Side::Earlier), CompareCommand::Close] {
        assert!(
            asked.contains(&Command::Compare(wanted.clone())),
            "{wanted:?}"
        );
    }
    window.state_mut().commands.clear();
    let wave = window
        .get_by_role_and_label(Role::Slider, "Newer: Today 14:20 · Korean → English · 1:52")
        .rect();
    window.hover_at(wave.center());
    window.drag_at(wave.center());
    window.run_steps(1);
    window.drop_at(wave.center());
    window.run_steps(2);
    assert!(commands(&window).iter().any(|command| matches!(
        command,
        Command::Compare(CompareCommand::SeekTo(frame)) if frame.abs_diff(56 * 48_000) < 48_000
    )));
}

#[test]
fn it_is_laid_at_another_place_through_its_list() {
    let mut window = show(comparing(Language::English), LARGE);
    let menu = "Line up at: Lined up at: Switch cue";
    window.get_by_role_and_label(Role::ComboBox, menu).click();
    window.run();
    window.get_by_label("Start").click();
    window.run();
    assert!(commands(&window).contains(&Command::Compare(CompareCommand::Align(Align::Start))));
}

#[test]
fn nothing_is_cut_in_either_language_or_size() {
    for language in BOTH {
        for size in [LARGE, SMALL] {
            let mut window = show(comparing(language), size);
            window.key_press(Key::End);
            window.run();
            let last = common::said(language, "메모: 이전 답", "Notes: Earlier");
            window.get_by_label(last);
        }
    }
}
