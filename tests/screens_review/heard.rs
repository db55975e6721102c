//! What a recording says: the switch above and on the sound, pauses, figures, and what they cannot
//! know.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::state::State;
use retake::model::attempt::Attempt;
use retake::model::language::Language;
use retake::model::mark::{Mark, MarkKind};
use retake::model::speech::{Span, Speech};

use crate::common::{self, Stage};
use crate::{LARGE, RATE, SMALL, attempt, commands, reviewing};

const HANDLE: &str = "Where the English begins";
pub const BOTH: [Language; 2] = [Language::English, Language::Korean];

pub fn frames(secs: f64) -> u64 {
    (secs * RATE as f64).round() as u64
}

pub fn speech(runs: &[(f64, f64)]) -> Speech {
    Speech {
        version: 1,
        sample_rate_hz: 48_000,
        start_frame: 0,
        frames: 112 * RATE,
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        runs: runs
            .iter()
            .map(|(from, to)| Span::new(frames(*from), frames(*to)))
            .collect(),
        nuclei: runs
            .iter()
            .flat_map(|(from, to)| {
                (1..)
                    .map(move |n| from + 0.25 * f64::from(n))
                    .take_while(move |at| at < to)
            })
            .map(frames)
            .collect(),
    }
}

/// The cue at 48 s falls into a run; the new language comes after 0.6 s and 1.9 s more.
pub fn switched() -> Speech {
    speech(&[
        (1.2, 20.0),
        (21.4, 48.6),
        (50.5, 70.0),
        (73.0, 90.0),
        (90.5, 110.0),
    ])
}

/// Nobody can say where this goes from one language into the other.
pub fn unbroken() -> Speech {
    speech(&[(1.2, 110.0)])
}

pub fn knowing(language: Language, attempt: Attempt, heard: Speech) -> State {
    let mut state = reviewing(language, attempt);
    let id = state.review.as_ref().unwrap().id.clone();
    state.speech.insert(id, Some(Arc::new(heard)));
    state
}

pub fn show(state: State, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut window = common::window(state, size);
    window.run();
    window
}

pub fn confirmed(secs: f64) -> Attempt {
    let mut attempt = attempt();
    attempt
        .marks
        .push(Mark::new(frames(secs), MarkKind::FirstWord));
    attempt
}

pub fn press(window: &mut Harness<'static, Stage>, name: &str) -> Vec<Command> {
    window.get_by_role_and_label(Role::Button, name).click();
    window.run();
    std::mem::take(&mut window.state_mut().commands)
}

#[test]
fn before_it_was_listened_to_the_cue_stands_alone() {
    for (language, cue, words) in [
        (
            Language::English,
            "Cue 0:48.0 English",
            "Looking for the switch…",
        ),
        (
            Language::Korean,
            "전환 신호 0:48.0 영어",
            "전환 지점을 찾고 있어요…",
        ),
    ] {
        for size in [LARGE, SMALL] {
            // Settles: waiting is no reason to draw again and again.
            let window = show(reviewing(language, attempt()), size);
            window.get_by_label(cue);
            window.get_by_label(words);
            // Nothing to hold before there is something to move.
            assert!(window.query_by_label(HANDLE).is_none());
        }
    }
    // It cannot be listened to: nothing is promised.
    let mut state = reviewing(Language::English, attempt());
    let id = state.review.as_ref().unwrap().id.clone();
    state.speech.insert(id, None);
    let window = show(state, LARGE);
    window.get_by_label("Cue 0:48.0 English");
    assert!(window.query_by_label("Looking for the switch…").is_none());
}

#[test]
fn the_switch_is_told_with_its_parts_and_who_says_so() {
    for (language, labels) in [
        (
            Language::English,
            [
                "Cue 0:48.0 English",
                "English after 2.5 s",
                "detected automatically",
                "finishing 0.6",
                "silence 1.9",
                "Where the English begins",
            ],
        ),
        (
            Language::Korean,
            [
                "전환 신호 0:48.0 영어",
                "영어까지 2.5초",
                "자동 감지됨",
                "말 마무리 0.6",
                "침묵 1.9",
                "영어가 시작되는 지점",
            ],
        ),
    ] {
        for size in [LARGE, SMALL] {
            let window = show(knowing(language, attempt(), switched()), size);
            for label in labels {
                window.get_by_label(label);
            }
        }
    }
    let mut window = show(knowing(Language::English, attempt(), switched()), LARGE);
    assert_eq!(press(&mut window, "Confirm"), [Command::ConfirmFirstWord]);
    assert_eq!(press(&mut window, "Adjust"), [Command::PickFirstWord]);
}

#[test]
fn what_cannot_be_told_is_asked_for() {
    for (language, words, set) in [
        (
            Language::English,
            "Not found automatically: mark where the English begins",
            "Mark",
        ),
        (
            Language::Korean,
            "자동으로 찾지 못했어요. 영어가 시작되는 지점을 표시해 주세요",
            "표시",
        ),
    ] {
        for size in [LARGE, SMALL] {
            let mut window = show(knowing(language, attempt(), unbroken()), size);
            let said = window.get_by_label(words).rect();
            let button = window.get_by_role_and_label(Role::Button, set).rect();
            assert!(said.right() <= button.left(), "{said} {button}");
            // The handle waits at the cue.
            let sliders: Vec<_> = window.get_all_by_role(Role::Slider).collect();
            let handle = sliders
                .iter()
                .find(|node| node.value().as_deref() == Some("0:48.0"));
            assert!(handle.is_some());
            drop(sliders);
            assert_eq!(press(&mut window, set), [Command::PickFirstWord]);
        }
    }
}

#[test]
fn what_the_person_said_is_never_taken_for_automatic() {
    for (language, sum, said, back) in [
        (
            Language::English,
            "English after 4.5 s",
            "confirmed by you",
            "Back to automatic",
        ),
        (
            Language::Korean,
            "영어까지 4.5초",
            "직접 확정함",
            "자동 감지로",
        ),
    ] {
        for size in [LARGE, [1000.0, 720.0], SMALL, [550.0, 360.0]] {
            for heard in [switched(), unbroken()] {
                let mut window = show(knowing(language, confirmed(52.5), heard), size);
                window.get_by_label(sum);
                let said = window.get_by_label(said).rect();
                assert!(window.get_by_label(sum).rect().right() < said.left());
                assert!(window.query_by_label("detected automatically").is_none());
                assert!(window.query_by_label("자동 감지됨").is_none());
                assert_eq!(press(&mut window, back), [Command::ForgetFirstWord]);
            }
        }
    }
}

#[test]
fn a_marker_that_is_placed_is_seen_from_near() {
    let mut state = knowing(Language::English, attempt(), switched());
    state.listening.marker = Some(frames(51.0));
    for size in [LARGE, [1000.0, 720.0], SMALL] {
        let mut window = show(state.clone(), size);
        window.get_by_label("English after 3.0 s");
        window.get_by_label("0:51.0");
        let wave = window
            .get_by_role_and_label(Role::Slider, "Playback position")
            .rect();
        let handle = window.get_by_role_and_label(Role::Slider, HANDLE).rect();
        // 12 s from 45 s on.
        let share = (handle.center().x - wave.left()) / wave.width();
        assert!((share - 0.5).abs() < 0.01, "{share}");
        let sum = window.get_by_label("English after 3.0 s").rect();
        assert!(sum.right() < window.get_by_label("0:51.0").rect().left());
        assert_eq!(press(&mut window, "Cancel"), [Command::GiveUpFirstWord]);
        assert_eq!(press(&mut window, "Confirm"), [Command::ConfirmFirstWord]);
    }
}

#[test]
fn the_handle_is_dragged_stepped_and_confirmed() {
    let mut window = show(knowing(Language::English, attempt(), switched()), LARGE);
    let wave = window
        .get_by_role_and_label(Role::Slider, "Playback position")
        .rect();
    let from = window
        .get_by_role_and_label(Role::Slider, HANDLE)
        .rect()
        .center();
    let to = Pos2::new(wave.left() + wave.width() * 0.75, from.y);
    window.drag_at(from);
    window.run();
    window.hover_at(to);
    window.run();
    window.drop_at(to);
    window.run();
    let placed: Vec<u64> = commands(&window)
        .into_iter()
        .map(|command| match command {
            Command::PlaceFirstWord(frame) => frame,
            other => panic!("{other:?}"),
        })
        .collect();
    let last = *placed.last().unwrap() as f64 / RATE as f64;
    assert!((last - 84.0).abs() < 0.5, "{last}");

    window.state_mut().commands.clear();
    window.get_by_role_and_label(Role::Slider, HANDLE).focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    assert_eq!(
        commands(&window),
        [Command::PickFirstWord, Command::ShiftFirstWord(0.05)]
    );
    window.state_mut().commands.clear();
    window.state_mut().state.listening.marker = Some(frames(51.0));
    window.key_press(Key::ArrowLeft);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(
        commands(&window),
        [Command::ShiftFirstWord(-0.05), Command::ConfirmFirstWord]
    );
}
