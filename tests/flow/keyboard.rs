//! Which key asks for what.

use retake::flow::Command;
use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::Screen;
use retake::model::audio::AudioEvent;

use crate::rig::*;

const EVERY: [Key; 14] = [
    Key::Space,
    Key::Enter,
    Key::Escape,
    Key::Delete,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Comma,
    Key::Slash,
    Key::Question,
    Key::Digit(3),
    Key::Digit(1),
    Key::Function(3),
];

fn every() -> impl Iterator<Item = Key> {
    EVERY.into_iter().chain(('A'..='Z').map(Key::Letter))
}

#[test]
fn no_letter_of_a_text_is_ever_a_command() {
    let mut rig = Rig::with(vec![attempt(9)]);
    for screen in [
        Screen::Practice,
        Screen::Drill,
        Screen::Timeline,
        Screen::Progress,
        Screen::Settings,
        Screen::Check,
        Screen::Review,
    ] {
        if screen == Screen::Review {
            rig.command(Command::OpenAttempt(attempt(9).id.clone()));
        } else {
            rig.command(Command::GoTo(screen));
        }
        assert_eq!(rig.state.screen, screen);
        for key in every() {
            let asked = command_for(&rig.state, KeyPress::plain(key), true);
            let expected = (key == Key::Escape).then_some(Command::Escape);
            assert_eq!(asked, expected, "{key:?} on {screen:?}");
        }
        let undo = KeyPress::ctrl(Key::Letter('Z'));
        assert_eq!(
            command_for(&rig.state, undo, true),
            None,
            "it is the text's own undo"
        );
        assert_eq!(command_for(&rig.state, undo, false), Some(Command::Undo));
    }
}

#[test]
fn the_three_key_loop() {
    let mut rig = Rig::ready();
    let press = |rig: &mut Rig, key| {
        let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
        rig.command(command)
    };
    press(&mut rig, Key::Letter('N'));
    let attempt = created(&press(&mut rig, Key::Space)).unwrap();
    rig.event(folder_of(&attempt));
    rig.event(began());
    rig.event(progress(20.0));
    press(&mut rig, Key::Space);
    rig.event(AudioEvent::CaptureFinished(end(20.0, None)));
    assert!(rig.reviews(&attempt.id));
    press(&mut rig, Key::Digit(4));
    press(&mut rig, Key::Digit(5));
    assert_eq!(rig.state.reviewed().unwrap().score(), Some(4.5));
    press(&mut rig, Key::Letter('N'));
    assert_eq!(rig.state.screen, Screen::Practice);
}

#[test]
fn the_list_of_keys_swallows_all_but_its_own() {
    let mut rig = Rig::ready();
    rig.command(Command::ToggleKeys);
    for key in every().filter(|key| !matches!(key, Key::Escape | Key::Question)) {
        assert_eq!(
            command_for(&rig.state, KeyPress::plain(key), false),
            None,
            "{key:?}"
        );
    }
}

#[test]
fn escape_in_a_field_of_a_story_leaves_the_field_alone() {
    let mut rig = Rig::ready();
    rig.command(Command::GoTo(Screen::Stories));
    let escape = KeyPress::plain(Key::Escape);
    assert_eq!(command_for(&rig.state, escape, true), None);
    assert_eq!(
        command_for(&rig.state, escape, false),
        Some(Command::Escape)
    );
    for key in every() {
        assert_eq!(
            command_for(&rig.state, KeyPress::plain(key), true),
            None,
            "{key:?}"
        );
    }
    let story = Key::Letter('N');
    let asked = command_for(&rig.state, KeyPress::plain(story), false);
    assert_eq!(asked, Some(Command::NewStory));
}
