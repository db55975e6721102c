//! The timeline by role and label: every state, both languages, and ten thousand attempts.

mod chain;
#[path = "../common/mod.rs"]
mod common;
mod list;
mod search;
mod trash;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use common::Stage;
use egui::accesskit::Role;
use egui::{Event, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::state::{LibraryStatus, Screen};
use retake::flow::{Command, State};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::fault::FileFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::principle::Principle;
use retake::model::rating::Rating;
use retake::model::take::TakeState;
use retake::model::timeline::{Entry, rows};

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const BOTH: [Language; 2] = [Language::Korean, Language::English];
const DAY: i64 = 24 * 60;

fn rated(mut attempt: Attempt, score: u8) -> Attempt {
    attempt.ratings.push(Rating {
        at: attempt.created.clone(),
        scores: BTreeMap::from([("task".to_owned(), score)]),
    });
    attempt
}

fn typical(language: Language) -> State {
    let mut named = common::attempt(10, LanguagePlan::English);
    named.question.text = common::both("The second question", "두 번째 질문");
    named.question.principles = vec![Principle::DiveDeep];
    let attempts = vec![
        rated(common::attempt(5, LanguagePlan::KoreanToEnglish), 4),
        named,
        rated(common::attempt(2 * DAY, LanguagePlan::Korean), 2),
        common::attempt(30 * DAY, LanguagePlan::EnglishToKorean),
    ];
    of(language, attempts)
}

fn of(language: Language, attempts: Vec<Attempt>) -> State {
    let mut state = common::state(language, attempts);
    state.screen = Screen::Timeline;
    state
}

fn id(state: &State, index: usize) -> AttemptId {
    let Some(entry) = state.library.entries.get(index) else {
        panic!("no attempt {index}");
    };
    entry.attempt.id.clone()
}

fn filtered(mut state: State) -> State {
    let filter = state.timeline.filter.clone();
    let rows = rows(&state.library.entries, &filter);
    state.timeline.rows.keep((0, filter), rows);
    state
}

fn pushed(window: &Harness<'_, Stage>, command: &Command) -> usize {
    let all = &window.state().commands;
    all.iter().filter(|pushed| *pushed == command).count()
}

fn press(window: &mut Harness<'_, Stage>, at: Pos2, times: usize) {
    window.hover_at(at);
    window.run();
    for _ in 0..times {
        for pressed in [true, false] {
            window.input_mut().events.push(Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
    }
    window.run();
}

fn row_at(window: &Harness<'_, Stage>, label: &str) -> Pos2 {
    let rect = window
        .get_by(|node| {
            node.role() == Role::ListItem && node.label().is_some_and(|l| l.contains(label))
        })
        .rect();
    rect.left_center() + egui::vec2(200.0, 0.0)
}

#[test]
fn rows_tell_what_was_asked_how_it_went_and_when() {
    for (language, words) in [
        (
            Language::Korean,
            [
                "오늘 · 11월 21일 토",
                "11월 19일 목",
                "답 4개",
                "두 번째 질문, 깊이 파고들기, 영어, 아직 점수 없음, 1:52",
                "0:48에 전환, 4.0점, 1:52",
                "이번 주 2일",
                "11월 21일 토 · 답 2개",
            ],
        ),
        (
            Language::English,
            [
                "Today · Sat 21 Nov",
                "Thu 19 Nov",
                "All 4 answers",
                "The second question, Dive Deep, English, Not rated, 1:52",
                "cue at 0:48, Score 4.0, 1:52",
                "2 days this week",
                "Sat 21 Nov · 2 answers",
            ],
        ),
    ] {
        let mut window = common::window(typical(language), WIDE);
        window.run();
        for word in words {
            let found = window.query_all_by_label_contains(word).next();
            assert!(found.is_some(), "{word}");
        }
    }
}

#[test]
fn every_state_draws_in_both_languages_and_sizes() {
    let fault = || FileFault::BrokenAttempt {
        path: "/home/min/Retake/attempts/2026/x/attempt.json".into(),
        detail: "line 3".into(),
    };
    for language in BOTH {
        for size in [WIDE, SMALL, [550.0, 360.0]] {
            let mut odd = typical(language);
            odd.library.entries = odd
                .library
                .entries
                .iter()
                .zip([
                    TakeState::Empty,
                    TakeState::Repaired,
                    TakeState::Recording,
                    TakeState::Complete,
                ])
                .map(|(entry, take)| {
                    let mut attempt = (*entry.attempt).clone();
                    attempt.take.state = take;
                    attempt.starred = true;
                    attempt.question.principles.clear();
                    attempt.question.text.ko.clear();
                    if take == TakeState::Empty {
                        attempt.take.frames = 0;
                        attempt.take.sample_rate_hz = 0;
                    }
                    Entry::new(Arc::new(attempt))
                })
                .collect();
            let mut faulty = typical(language);
            faulty.library.faults = vec![fault(), fault()];
            let mut none = typical(language);
            none.timeline.filter.query = "xyz".into();
            let mut opening = of(language, vec![]);
            opening.library.status = LibraryStatus::Opening;
            let mut failed = of(language, vec![]);
            failed.library.status = LibraryStatus::Failed(fault());
            let mut broken = of(language, vec![]);
            broken.library.faults = vec![fault()];
            let show = |state: State| common::window(state, size).run();
            show(odd);
            show(faulty);
            show(filtered(none));
            show(opening);
            show(failed);
            show(broken);
        }
    }
}

#[test]
fn the_empty_timeline_says_what_to_do_first() {
    for (language, words, button) in [
        (
            Language::Korean,
            "첫 답을 녹음하면 첫 점이 찍혀요",
            "질문 뽑기",
        ),
        (
            Language::English,
            "Your first answer makes the first dot",
            "Draw a question",
        ),
    ] {
        for size in [WIDE, SMALL] {
            let mut window = common::window(of(language, vec![]), size);
            window.run();
            window.get_by_label(words);
            let button = window.get_by_role_and_label(Role::Button, button);
            assert!(button.rect().bottom() <= size[1], "within the window");
            button.click();
            window.run();
            assert_eq!(window.state().commands, [Command::NextQuestion]);
        }
    }
}

#[test]
fn nothing_found_offers_the_way_back() {
    let mut state = typical(Language::Korean);
    state.timeline.filter.query = "없는 말".into();
    let mut window = common::window(filtered(state), WIDE);
    window.run();
    window.get_by_label("조건에 맞는 답이 없어요");
    window
        .get_by_role_and_label(Role::Button, "모든 답 보기")
        .click();
    window.run();
    assert_eq!(window.state().commands, [Command::ShowAllAnswers]);
}

#[test]
fn a_library_that_failed_says_why_and_leads_to_the_settings() {
    let mut state = of(Language::English, vec![]);
    state.library.status = LibraryStatus::Failed(FileFault::LibraryMissing {
        path: "/media/usb".into(),
        detail: "No such file".into(),
    });
    let mut window = common::window(state, SMALL);
    window.run();
    window.get_by_label("The library folder can’t be opened");
    window.get_by_label_contains("/media/usb");
    window
        .get_by_role_and_label(Role::Button, "Open settings")
        .click();
    window.run();
    assert_eq!(window.state().commands, [Command::GoTo(Screen::Settings)]);
}

#[test]
fn files_that_cannot_be_read_open_to_paths_and_reasons() {
    for (language, title) in [
        (Language::Korean, "읽을 수 없는 파일 2개"),
        (Language::English, "2 files can’t be read"),
    ] {
        let mut state = typical(language);
        for name in ["one", "two"] {
            state.library.faults.push(FileFault::BrokenAttempt {
                path: format!("/home/min/Retake/{name}/attempt.json").into(),
                detail: "line 3".into(),
            });
        }
        let mut window = common::window(state, WIDE);
        window.run();
        assert!(window.query_by_label_contains("/two/").is_none());
        window
            .get_by_role_and_label(Role::DisclosureTriangle, title)
            .click();
        window.run();
        window.get_by_label_contains("line 3 (/home/min/Retake/two/attempt.json)");
    }
}

#[test]
fn the_small_window_keeps_the_list_and_leaves_the_calendar_out() {
    let mut window = common::window(typical(Language::English), SMALL);
    window.run();
    assert!(window.query_by_label("2 days this week").is_none());
    let rows = window.get_all_by_role(Role::ListItem).count();
    assert!(rows >= 2, "{rows}");
}
