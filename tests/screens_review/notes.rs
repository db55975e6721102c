//! Notes are handed over when they have settled, and are never lost.

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Pos2};
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, Node};
use retake::flow::Command;
use retake::flow::state::Screen;
use retake::model::language::Language;

use crate::common::Stage;
use crate::{LARGE, attempt, commands, open};

pub fn notes_field<'a>(window: &'a Harness<'static, Stage>) -> Node<'a> {
    window.get_by_role(Role::MultilineTextInput)
}

fn press(window: &mut Harness<'static, Stage>, at: Pos2) {
    window.drag_at(at);
    window.run();
    window.drop_at(at);
    window.run();
}

/// Types as a Korean input method does: the syllable grows, then stands.
fn compose(window: &mut Harness<'static, Stage>, steps: &[&str], commit: bool) {
    for step in steps {
        window.event(Event::Ime(ImeEvent::Preedit {
            text: (*step).to_owned(),
            active_range_chars: None,
        }));
        window.run_steps(2);
    }
    if commit {
        let last = steps.last().copied().unwrap_or_default().to_owned();
        window.event(Event::Ime(ImeEvent::Commit(last)));
        window.run_steps(2);
    }
}

#[test]
fn hangul_that_is_typed_is_handed_over_when_the_field_is_left() {
    let mut window = open(Language::Korean, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    compose(&mut window, &["ㅎ", "하", "한"], true);
    window.run_steps(12);
    assert_eq!(commands(&window), [Command::SetNotes("한".into())]);
    window.state_mut().commands.clear();
    compose(&mut window, &["ㄱ", "그", "글"], false);
    // Longer than the pause: the last syllable still hangs in the air, and nothing is handed over.
    window.run_steps(12);
    assert_eq!(commands(&window), []);
    assert_eq!(notes_field(&window).value().as_deref(), Some("한글"));
    window.event(Event::Ime(ImeEvent::Commit("글".into())));
    window.run_steps(1);
    press(&mut window, Pos2::new(400.0, 150.0));
    assert_eq!(commands(&window), [Command::SetNotes("한글".into())]);
}

#[test]
fn who_types_without_a_pause_has_it_saved_every_two_seconds_and_is_told_so() {
    let mut window = open(Language::English, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    assert!(window.query_by_label("Saved").is_some());
    // Two frames of the test's clock.
    let step = 0.5;
    let mut handed_at = Vec::new();
    let mut typed = String::new();
    for at in 0..40 {
        notes_field(&window).type_text("a");
        typed.push('a');
        window.run_steps(2);
        if commands(&window).is_empty() {
            let said = window.query_by_label("Saved");
            assert!(said.is_none(), "it is not: {typed}");
        } else {
            handed_at.push(f64::from(at) * step);
            window.state_mut().commands.clear();
        }
    }
    assert!(handed_at.len() >= 3, "{handed_at:?}");
    let longest = handed_at.windows(2).map(|pair| pair[1] - pair[0]);
    assert!(
        longest.fold(handed_at[0], f64::max) <= 2.0 + step,
        "{handed_at:?}"
    );
}

#[test]
fn notes_that_another_device_changes_while_they_are_typed_lose_nothing() {
    let mut window = open(Language::English, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    notes_field(&window).type_text(" typed");
    window.run_steps(1);
    let entry = &mut window.state_mut().state.library.entries[0];
    std::sync::Arc::make_mut(&mut entry.attempt).notes = "from the phone".into();
    window.run_steps(1);
    press(&mut window, Pos2::new(400.0, 150.0));
    assert_eq!(
        commands(&window),
        [Command::SetNotes("from the phone typed".into())]
    );
}

#[test]
fn notes_that_change_elsewhere_in_the_middle_of_a_syllable_lose_nothing() {
    let mut window = open(Language::Korean, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    compose(&mut window, &["ㄱ", "그", "글"], false);
    let entry = &mut window.state_mut().state.library.entries[0];
    std::sync::Arc::make_mut(&mut entry.attempt).notes = "폰에서".into();
    window.run_steps(2);
    assert_eq!(notes_field(&window).value().as_deref(), Some("글"));
    press(&mut window, Pos2::new(400.0, 150.0));
    assert_eq!(
        commands(&window),
        [Command::SetNotes("폰에서글".into())],
        "theirs and what is typed behind it"
    );
}

#[test]
fn a_syllable_that_hangs_in_the_air_is_kept_when_the_field_is_left() {
    let mut window = open(Language::Korean, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    compose(&mut window, &["ㄱ", "그", "글"], false);
    press(&mut window, Pos2::new(400.0, 150.0));
    assert_eq!(commands(&window), [Command::SetNotes("글".into())]);
}

#[test]
fn a_pause_hands_over_what_was_typed_and_keeps_the_cursor() {
    let mut window = open(Language::English, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    notes_field(&window).type_text("numbers first");
    window.run_steps(2);
    assert_eq!(commands(&window), []);
    window.run_steps(12);
    assert_eq!(
        commands(&window),
        [Command::SetNotes("numbers first".into())]
    );
    assert!(notes_field(&window).is_focused());
}

#[test]
fn escape_leaves_the_field_and_keeps_what_was_typed() {
    let mut window = open(Language::English, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    notes_field(&window).type_text("slower");
    window.run_steps(1);
    window.key_press(Key::Escape);
    window.run();
    assert!(!notes_field(&window).is_focused());
    assert_eq!(commands(&window), [Command::SetNotes("slower".into())]);
}

#[test]
fn notes_go_out_before_a_key_that_leads_away() {
    let mut window = open(Language::English, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    notes_field(&window).type_text("one more thing");
    window.run_steps(1);
    // What the app does with Ctrl 2: the key's command is there before the screen is drawn.
    window
        .state_mut()
        .commands
        .push(Command::GoTo(Screen::Timeline));
    window.run_steps(1);
    assert_eq!(
        commands(&window),
        [
            Command::SetNotes("one more thing".into()),
            Command::GoTo(Screen::Timeline)
        ]
    );
}

#[test]
fn text_of_one_attempt_never_becomes_another_ones() {
    let mut window = open(Language::English, attempt(), LARGE);
    notes_field(&window).click();
    window.run_steps(3);
    notes_field(&window).type_text("mine");
    window.run_steps(1);
    let first = window.state().state.review.clone().unwrap().id;
    let other = window.state().state.library.entries[1].attempt.id.clone();
    window.state_mut().state.review.as_mut().unwrap().id = other;
    window.run();
    assert_eq!(commands(&window), []);
    assert_eq!(notes_field(&window).value().as_deref(), Some(""));
    window.state_mut().state.review.as_mut().unwrap().id = first;
    window.run();
    assert_eq!(commands(&window), [Command::SetNotes("mine".into())]);
}
