//! The rail: five places, the tabs of the one that is shown, and which of them is lit.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use common::{BOTH, SMALL, WIDE, asked_by, said};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::keys::is_character;
use retake::flow::place::Place;
use retake::flow::state::{Review, Screen, State};
use retake::model::attempt::AttemptId;
use retake::model::language::Language;

const PLACES: [(Place, &str, &str); 5] = [
    (Place::Today, "오늘", "Today"),
    (Place::Practice, "연습", "Practice"),
    (Place::Stories, "이야기", "Stories"),
    (Place::Record, "기록", "Record"),
    (Place::Settings, "설정", "Settings"),
];

const TABS: [(Screen, &str, &str); 7] = [
    (Screen::Practice, "질문", "Question"),
    (Screen::Drill, "전환 훈련", "Drill"),
    (Screen::Interview, "모의 면접", "Interview"),
    (Screen::Timeline, "타임라인", "Timeline"),
    (Screen::Progress, "추이", "Progress"),
    (Screen::Settings, "일반", "General"),
    (Screen::Check, "소리 점검", "Sound"),
];

fn showing(language: Language, screen: Screen) -> State {
    let mut state = common::state(language, vec![]);
    state.screen = screen;
    state
}

#[test]
fn every_place_and_every_tab_of_the_one_that_is_shown_can_be_chosen() {
    for language in BOTH {
        for size in [WIDE, SMALL] {
            for (tab, _, _) in TABS {
                let mut window = common::window(showing(language, tab), size);
                for (place, korean, english) in PLACES {
                    let name = said(language, korean, english);
                    let asked = asked_by(&mut window, Role::Tab, name);
                    assert_eq!(asked, [Command::GoToPlace(place)], "{name}");
                }
                let place = showing(language, tab).place();
                for (other, korean, english) in TABS {
                    let name = said(language, korean, english);
                    if place.tabs().contains(&other) {
                        let asked = asked_by(&mut window, Role::Tab, name);
                        assert_eq!(asked, [Command::GoTo(other)], "{name}");
                    } else {
                        let hidden = window.query_by_role_and_label(Role::Tab, name);
                        assert!(hidden.is_none(), "{name} on {tab:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn items_of_the_rail_lie_apart_and_within_the_window() {
    for language in BOTH {
        for size in [WIDE, SMALL, [960.0, 540.0], [550.0, 376.0]] {
            for (tab, _, _) in TABS {
                let window = common::window(showing(language, tab), size);
                let rail: Vec<egui::Rect> = window
                    .get_all_by_role(Role::Tab)
                    .map(|node| node.rect())
                    .filter(|rect| rect.right() <= 90.0)
                    .collect();
                assert!(rail.len() >= 5, "{rail:?}");
                for (at, rect) in rail.iter().enumerate() {
                    assert!(rect.bottom() <= size[1], "{rect:?} at {size:?} on {tab:?}");
                    let below = rail.get(at + 1);
                    let apart = below.is_none_or(|next| rect.bottom() <= next.top() + 0.5);
                    assert!(apart, "{rect:?} covers {below:?} at {size:?} on {tab:?}");
                }
            }
        }
    }
}

#[test]
fn a_review_is_lit_where_it_was_opened_from() {
    for (from, place) in [
        (Screen::Timeline, "Record"),
        (Screen::Progress, "Record"),
        (Screen::Drill, "Practice"),
        (Screen::Practice, "Practice"),
        (Screen::Interview, "Practice"),
        (Screen::Today, "Today"),
        (Screen::Stories, "Stories"),
    ] {
        let mut state = showing(Language::English, Screen::Review);
        state.review = Some(Review {
            id: AttemptId::new(&jiff::Zoned::default(), "any", 0),
            line: 0,
            sitting: None,
            from,
        });
        let window = common::window(state, WIDE);
        for (_, _, name) in PLACES {
            let lit = window
                .get_by_role_and_label(Role::Tab, name)
                .accesskit_node()
                .is_selected();
            let is_lit = lit == Some(true);
            assert_eq!(is_lit, name == place, "{name} from {from:?}");
        }
    }
}

#[test]
fn a_key_that_is_turned_off_has_no_cap_and_is_not_listed() {
    for (caps, character) in [
        ("N", true),
        ("Shift R", true),
        ("O P", true),
        ("Space", false),
        ("Ctrl Z", false),
        ("", false),
    ] {
        assert_eq!(is_character(caps), character, "{caps}");
    }
    for letter_keys in [true, false] {
        let shown = |keys_shown| {
            let mut state = showing(Language::English, Screen::Practice);
            state.settings.letter_keys = letter_keys;
            state.keys_shown = keys_shown;
            let mut window = common::window(state, WIDE);
            window.run_steps(3);
            window
        };
        let screen = shown(false);
        let next = screen.get_by_role_and_label(Role::Button, "Next question");
        let node = next.accesskit_node();
        let key = node.data().keyboard_shortcut();
        assert_eq!(key, letter_keys.then_some("N"));
        let list = shown(true);
        let listed = |line| list.query_all_by_label_contains(line).next().is_some();
        assert_eq!(listed("N: "), letter_keys);
        assert!(listed("Ctrl Q: ") && listed("F1 – F4: ") && listed("Enter: "));
    }
}
