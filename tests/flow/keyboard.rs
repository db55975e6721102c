//! Which key asks for what.

use retake::flow::Command;
use retake::flow::keys::{Action, Key, KeyGroup, KeyLine, KeyPress, command_for, lines, table};
use retake::flow::place::Place;
use retake::flow::state::{Phase, Screen};
use retake::flow::stories::StoriesTab;
use retake::model::audio::AudioEvent;
use retake::model::fault::SoundFault;
use retake::model::language::LanguagePlan;

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
            assert_eq!(asked, None, "{key:?} on {screen:?}");
            // Escape leaves the field, and is the screen's again outside of it.
            let escape = command_for(&rig.state, KeyPress::plain(Key::Escape), false);
            assert_eq!(escape, Some(Command::Escape), "{screen:?}");
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

#[test]
fn ctrl_and_a_digit_lead_to_the_places_in_the_order_of_the_rail() {
    let mut rig = Rig::ready();
    let press = |rig: &mut Rig, key| {
        let asked = command_for(&rig.state, KeyPress::ctrl(key), true).unwrap();
        rig.command(asked);
        (rig.state.place(), rig.state.screen)
    };
    for (at, place) in Place::ALL.into_iter().enumerate() {
        let digit = Key::Digit(at as u8 + 1);
        assert_eq!(press(&mut rig, digit), (place, place.tabs()[0]));
    }
    assert_eq!(
        press(&mut rig, Key::Comma),
        (Place::Settings, Screen::Settings)
    );
    // The tabs go round in both directions; the drill is one for who knows switches.
    press(&mut rig, Key::Digit(2));
    assert_eq!(
        press(&mut rig, Key::PageDown),
        (Place::Practice, Screen::Interview)
    );
    rig.state.settings.plan = LanguagePlan::KoreanToEnglish;
    press(&mut rig, Key::Digit(2));
    for screen in [Screen::Drill, Screen::Interview, Screen::Practice] {
        assert_eq!(press(&mut rig, Key::PageDown), (Place::Practice, screen));
    }
    assert_eq!(
        press(&mut rig, Key::PageUp),
        (Place::Practice, Screen::Interview)
    );
    press(&mut rig, Key::Digit(3));
    press(&mut rig, Key::PageDown);
    assert_eq!(rig.state.stories.tab, StoriesTab::Coverage);
    press(&mut rig, Key::PageDown);
    assert_eq!(rig.state.stories.tab, StoriesTab::Stories);
    press(&mut rig, Key::Digit(1));
    assert_eq!(
        press(&mut rig, Key::PageDown),
        (Place::Today, Screen::Today)
    );
}

#[test]
fn no_place_but_the_take_can_be_reached_while_it_runs() {
    let mut rig = Rig::ready();
    rig.record(3.0);
    for digit in 1..=5 {
        let asked = command_for(&rig.state, KeyPress::ctrl(Key::Digit(digit)), false);
        rig.command(asked.unwrap());
        assert_eq!(rig.state.screen, Screen::Practice);
    }
    let asked = command_for(&rig.state, KeyPress::ctrl(Key::PageDown), false);
    rig.command(asked.unwrap());
    assert_eq!(rig.state.screen, Screen::Practice);
}

#[test]
fn the_home_is_the_question_at_first_and_today_later() {
    let mut first = Rig::bare();
    first.event(packs());
    first.event(opened("/lib"));
    first.event(scanned(vec![]));
    assert_eq!(first.state.screen, Screen::Practice);

    let mut later = Rig::bare();
    later.event(packs());
    later.event(opened("/lib"));
    later.event(scanned(vec![attempt(9)]));
    assert_eq!(later.state.screen, Screen::Today);

    // Whoever is faster than the disk stays where they went.
    let mut fast = Rig::bare();
    fast.event(packs());
    fast.event(opened("/lib"));
    fast.command(Command::NextQuestion);
    fast.event(scanned(vec![attempt(9)]));
    assert_eq!(fast.state.screen, Screen::Practice);
}

/// States in which keys of every kind work, and the groups of the list that must name them.
fn states() -> Vec<(Vec<KeyGroup>, Rig)> {
    let on = |screen: Screen| {
        let mut rig = Rig::with(vec![attempt(9)]);
        rig.command(Command::GoTo(screen));
        rig
    };
    let mut reviewed = on(Screen::Timeline);
    reviewed.command(Command::OpenAttempt(attempt(9).id.clone()));
    reviewed.state.listening.marker = Some(1);
    let mut recording = Rig::ready();
    recording.record(3.0);
    let mut interrupted = Rig::ready();
    interrupted.record(3.0);
    interrupted.event(AudioEvent::CaptureInterrupted {
        fault: SoundFault::DeviceLost,
        frames: 1,
    });
    let mut drill = on(Screen::Drill);
    drill.state.drill.shown = Some(attempt(9).id.clone());
    vec![
        (vec![KeyGroup::Practice], Rig::ready()),
        (vec![KeyGroup::Practice], recording),
        (vec![KeyGroup::Practice], interrupted),
        (vec![KeyGroup::Replay, KeyGroup::Review], reviewed),
        (vec![KeyGroup::Drill], drill),
        (vec![KeyGroup::Interview], on(Screen::Interview)),
        (vec![KeyGroup::Today], on(Screen::Today)),
        (vec![KeyGroup::Timeline], on(Screen::Timeline)),
        (vec![KeyGroup::Timeline], on(Screen::Progress)),
        (vec![KeyGroup::Stories], on(Screen::Stories)),
        (vec![KeyGroup::Check], on(Screen::Check)),
        (vec![], on(Screen::Settings)),
    ]
}

/// The keys that a line of the list shows, as they stand on caps.
fn caps(line: &KeyLine) -> Vec<String> {
    let (ctrl, keys) = match line.caps.strip_prefix("Ctrl ") {
        Some(keys) => ("Ctrl ", keys),
        None => ("", line.caps.as_str()),
    };
    let parts: Vec<&str> = keys.split(' ').collect();
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if *part == "–" {
            let number = |end: &str| end.trim_start_matches('F').parse::<u8>().unwrap();
            let last = match number(parts[at + 1]) {
                0 => 10,
                last => last,
            };
            let sign = if parts[at + 1].starts_with('F') {
                "F"
            } else {
                ""
            };
            let between = number(parts[at - 1]) + 1..last;
            found.extend(between.map(|n| format!("{sign}{n}")));
        } else {
            found.push(format!("{ctrl}{part}"));
        }
    }
    found
}

#[test]
fn a_key_that_works_is_listed() {
    let everywhere = [KeyGroup::Everywhere];
    for (groups, rig) in states() {
        let lines = lines().iter();
        let here = lines.filter(|it| groups.contains(&it.group) || everywhere.contains(&it.group));
        let listed: Vec<String> = here.flat_map(caps).collect();
        let digits = (0..=9).map(Key::Digit);
        let functions = (1..=12).map(Key::Function);
        let more = [
            Key::OpenBracket,
            Key::CloseBracket,
            Key::PageUp,
            Key::PageDown,
        ];
        for key in every().chain(digits).chain(functions).chain(more) {
            for press in [KeyPress::plain(key), KeyPress::ctrl(key)] {
                let works = command_for(&rig.state, press, false).is_some();
                let cap = if press.ctrl {
                    format!("Ctrl {key}")
                } else {
                    key.to_string()
                };
                let screen = rig.state.screen;
                assert!(!works || listed.contains(&cap), "{cap} on {screen:?}");
            }
        }
    }
}

#[test]
fn a_key_that_is_listed_works_somewhere() {
    let mut states = states();
    // What the states above do not show.
    let mut thinking = Rig::ready();
    thinking.state.practice.phase = Phase::Thinking {
        until: std::time::Duration::from_secs(9),
    };
    states.push((vec![], thinking));
    let mut topics = Rig::ready();
    topics.command(Command::PickTopic);
    states.push((vec![], topics));
    for row in table::ROWS {
        // A first start, a topic, a break, a capture and the takes of a round have tests of their own.
        let own = [
            Action::AnswerSetup,
            Action::ChooseTopic,
            Action::SkipBreak,
            Action::PauseSession,
            Action::PlayStory,
            Action::DeleteStory,
            Action::OpenTake,
        ];
        for key in row.keys.iter().filter(|_| !own.contains(&row.action)) {
            let press = KeyPress {
                key: *key,
                ctrl: row.ctrl,
                shift: row.shift,
            };
            let works = states
                .iter()
                .any(|(_, rig)| command_for(&rig.state, press, false).is_some());
            assert!(works, "{key} of {:?} works nowhere", row.action);
        }
    }
}
