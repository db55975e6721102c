//! Escape in a field leaves the field, and nothing else.

use std::fmt::Write as _;
use std::sync::Arc;

use egui::{Event, Key, Modifiers};
use retake::flow::Command;
use retake::flow::state::{Review, Screen, State};
use retake::model::drill::RoundKind;
use retake::model::language::{Language, LanguagePlan};
use retake::model::story::{Story, StoryId};

use crate::common;
use crate::program::{Program, down};

fn on(screen: Screen) -> State {
    let attempt = common::attempt(5, LanguagePlan::English);
    let mut state = common::state(Language::English, vec![attempt]);
    state.screen = screen;
    state
}

/// Every screen with a field.
fn screens() -> Vec<State> {
    let mut review = on(Screen::Review);
    review.review = Some(Review {
        id: common::attempt(5, LanguagePlan::English).id,
        line: 0,
        sitting: None,
        from: Screen::Practice,
    });
    let mut drill = on(Screen::Drill);
    drill.drill.kind = RoundKind::Rescue;
    let mut stories = on(Screen::Stories);
    let id = StoryId::parse("a").unwrap();
    stories.stories.loaded = true;
    stories.stories.list = vec![Arc::new(Story::new(id.clone(), "Capstone".into()))];
    stories.stories.selected = Some(id);
    let (timeline, settings, today) = (
        on(Screen::Timeline),
        on(Screen::Settings),
        on(Screen::Today),
    );
    vec![timeline, settings, today, drill, review, stories]
}

#[test]
fn escape_in_a_field_leaves_the_field_and_nothing_else() {
    for state in screens() {
        let screen = state.screen;
        let mut program = Program::new(state, true);
        assert!(program.next_field(), "no field on {screen:?}");
        program.press(Key::Escape, Modifiers::NONE);
        assert_eq!(program.commands, [], "{screen:?}");
        program.rest();
        assert!(!program.in_field(), "{screen:?}");
        // Outside of the field it is the screen's again.
        program.press(Key::Escape, Modifiers::NONE);
        assert_eq!(program.commands, [Command::Escape], "{screen:?}");
    }
}

#[test]
fn no_letter_in_a_field_asks_for_anything() {
    for state in screens() {
        let screen = state.screen;
        let mut program = Program::new(state, true);
        assert!(program.next_field(), "no field on {screen:?}");
        for key in [Key::N, Key::R, Key::Num4, Key::Space, Key::Slash] {
            program.press(key, Modifiers::NONE);
            assert_eq!(program.commands, [], "{key:?} on {screen:?}");
        }
    }
}

#[test]
fn the_usual_key_for_korean_and_english_stops_nothing() {
    let mut program = Program::new(common::state(Language::Korean, vec![]), true);
    program.press(Key::Space, Modifiers::SHIFT);
    assert_eq!(program.commands, []);
    program.press(Key::Space, Modifiers::NONE);
    assert_eq!(program.commands, [Command::Record]);
}

#[test]
fn no_control_character_reaches_a_field() {
    let mut program = Program::new(on(Screen::Timeline), true);
    assert!(program.next_field());
    let mut heard = Vec::new();
    for (event, text) in [
        (Event::Paste("a\0b\u{1b}".into()), "ab"),
        (Event::Text("c\u{7}".into()), "abc"),
        (
            Event::Ime(egui::ImeEvent::Commit("가\u{1b}".into())),
            "abc가",
        ),
        (Event::Paste("\u{1}".into()), "abc가"),
    ] {
        program.pass(vec![event]);
        if !program.commands.is_empty() {
            heard = std::mem::take(&mut program.commands);
        }
        assert_eq!(heard, [Command::SetQuery(text.into())]);
    }
}

#[test]
fn no_control_character_reaches_any_field() {
    let mut told = 0;
    for state in screens() {
        let screen = state.screen;
        let mut program = Program::new(state, true);
        assert!(program.next_field(), "no field on {screen:?}");
        let mut heard = String::new();
        for number in 0..150 {
            program.pass(match number {
                0 => vec![Event::Paste("가\0\u{1b}\u{85}나".into())],
                1 => vec![Event::Text("\u{7}".into())],
                2 => vec![Event::Ime(egui::ImeEvent::Commit("\u{1b}다".into()))],
                90 => vec![down(Key::Escape, Modifiers::NONE)],
                _ => vec![],
            });
            for command in &program.commands {
                write!(heard, "{command:?}").unwrap();
            }
        }
        if !heard.is_empty() {
            told += 1;
            assert!(heard.contains("가나다"), "{screen:?}: {heard}");
        }
        assert!(
            !heard.contains("\\u{") && !heard.contains("\\0"),
            "{screen:?}: {heard}"
        );
    }
    // The others keep to themselves what was typed.
    assert_eq!(told, 4);
}
