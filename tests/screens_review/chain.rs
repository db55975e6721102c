//! Ways deeper, the card with the chain, and the card with what a good answer has.

use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::listening::ReviewCard;
use retake::flow::state::{State, Toast, ToastKind};
use retake::model::attempt::Attempt;
use retake::model::attempt::Link;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{Mark, MarkKind};
use retake::model::question::{FollowUp, FollowUpKind, Subject};
use retake::model::timeline::Entry;

use crate::common;
use crate::heard::{BOTH, frames, press, show, speech};
use crate::{LARGE, SMALL, attempt, commands, rated, reviewing};

const ZOOMED: [f32; 2] = [550.0, 360.0];

/// An answer of one hour ago and two follow-ups of it; the deeper one is under review.
pub fn chain(language: Language) -> State {
    let mut first = rated();
    first.id = common::attempt(60, LanguagePlan::Korean).id;
    let link = |depth, kind| {
        Some(Link {
            first: first.id.clone(),
            depth,
            kind,
        })
    };
    let mut second = common::attempt(30, LanguagePlan::Korean);
    second.link = link(1, FollowUpKind::Numbers);
    second.question.text = common::both("Which figures?", "어떤 수치인가요?");
    let mut third = common::attempt(5, LanguagePlan::Korean);
    third.link = link(2, FollowUpKind::Why);
    third.question.text = common::both("Why that?", "왜 그랬나요?");
    let mut state = reviewing(language, third);
    let entries = state
        .library
        .entries
        .iter()
        .map(|entry| (*entry.attempt).clone());
    let mut attempts: Vec<Attempt> = entries.collect();
    attempts.insert(1, second);
    attempts.insert(2, first);
    attempts.sort_by(|a, b| b.id.cmp(&a.id));
    state.library.entries = attempts
        .into_iter()
        .map(|attempt| Entry::new(Arc::new(attempt)))
        .collect();
    state.listening.card = ReviewCard::Chain;
    state
}

fn explained(language: Language) -> State {
    let mut state = reviewing(language, attempt());
    let question = &mut state.questions[0];
    question.subject = Subject::Network;
    question.points = vec![
        common::both("A handshake of three steps", "세 단계로 연결을 맺는다"),
        common::both("Lost segments are sent again", "잃은 조각은 다시 보낸다"),
    ];
    state.listening.card = ReviewCard::Points;
    state
}

#[test]
fn every_way_on_is_there_at_every_size() {
    for language in BOTH {
        let (retake, dig, next) = match language {
            Language::English => ("Retake", "Next follow-up", "Next question"),
            Language::Korean => ("다시 답하기", "꼬리질문 받기", "다음 질문"),
        };
        for size in [LARGE, SMALL, ZOOMED, [400.0, 280.0]] {
            let mut window = show(reviewing(language, attempt()), size);
            let rect = |name: &str| window.get_by_role_and_label(Role::Button, name).rect();
            let mut rects = vec![rect(retake), rect(dig), rect(next)];
            if size != LARGE {
                let swap = match language {
                    Language::English => "Notes",
                    Language::Korean => "메모",
                };
                rects.insert(2, rect(swap));
            }
            for pair in rects.windows(2) {
                assert!(pair[0].right() <= pair[1].left(), "{language:?} {size:?}");
            }
            if size == LARGE || size == SMALL {
                assert_eq!(press(&mut window, dig), [Command::AskFollowUp(None)]);
            }
        }
    }
}

#[test]
fn depth_and_interruption_stand_behind_a_sign() {
    for (language, more, choices) in [
        (
            Language::English,
            "Other follow-ups",
            ["Go deeper · D", "Interrupt me · K"],
        ),
        (
            Language::Korean,
            "다른 꼬리질문",
            ["더 깊이 · D", "말 끊고 질문받기 · K"],
        ),
    ] {
        let mut state = reviewing(language, attempt());
        // Nobody breaks in with nothing.
        let window = show(state.clone(), LARGE);
        assert!(window.query_by_label(more).is_none());
        state.general_follow_ups = vec![FollowUp {
            kind: FollowUpKind::Depth,
            text: common::both("Continue", "더요"),
            points: vec![],
        }];
        let mut window = show(state, LARGE);
        let asked = [
            Command::AskFollowUp(Some(FollowUpKind::Depth)),
            Command::InterruptMe,
        ];
        for (choice, command) in choices.into_iter().zip(asked) {
            window.state_mut().commands.clear();
            assert_eq!(press(&mut window, more), []);
            window
                .get_by_role_and_label(Role::MenuItemRadio, choice)
                .click();
            window.run();
            assert_eq!(commands(&window), [command]);
        }
    }
}

#[test]
fn when_nothing_is_left_the_button_says_so() {
    for (language, name) in [
        (Language::English, "No follow-ups left"),
        (Language::Korean, "남은 꼬리질문 없음"),
    ] {
        let mut state = reviewing(language, attempt());
        state.questions[0].follow_ups.clear();
        let window = show(state, LARGE);
        let button = window.get_by_role_and_label(Role::Button, name);
        assert!(button.accesskit_node().is_disabled());
    }
}

#[test]
fn a_scenario_offers_its_next_step() {
    for (language, name) in [
        (Language::English, "Next step"),
        (Language::Korean, "다음 단계로"),
    ] {
        let mut state = reviewing(language, attempt());
        state.questions[0].follow_ups = vec![FollowUp {
            kind: FollowUpKind::Step,
            text: common::both("Ten times that", "열 배가 되면요?"),
            points: vec![],
        }];
        let mut window = show(state, SMALL);
        assert_eq!(press(&mut window, name), [Command::AskFollowUp(None)]);
    }
}

#[test]
fn the_chain_stands_from_the_question_down_with_start_and_pause() {
    let expected = [
        (
            Language::English,
            [
                "2 follow-ups",
                "analyzing…",
                "Follow-up 1 · Numbers: 어떤 수치인가요?, score –, first word 1.5 s, longest pause 2.0 s",
                "Follow-up 2 · Why: 왜 그랬나요?, score –, first word –, longest pause –",
            ],
        ),
        (
            Language::Korean,
            [
                "꼬리질문 2개",
                "분석 중…",
                "꼬리질문 1 · 숫자: 어떤 수치인가요?, 점수 –, 첫마디 1.5초, 가장 긴 멈춤 2.0초",
                "꼬리질문 2 · 이유: 왜 그랬나요?, 점수 –, 첫마디 –, 가장 긴 멈춤 –",
            ],
        ),
    ];
    for (language, [deep, awaited, second, third]) in expected {
        for size in [LARGE, SMALL] {
            let mut state = chain(language);
            let ids: Vec<_> = state
                .library
                .entries
                .iter()
                .map(|it| it.attempt.id.clone())
                .collect();
            let heard = speech(&[(1.5, 20.0), (22.0, 40.0), (40.5, 60.0)]);
            state.speech.insert(ids[1].clone(), Some(Arc::new(heard)));
            // Looked at, and nothing can be told.
            state.speech.insert(ids[0].clone(), None);
            let card = state.listening.card;
            state.listening.card = ReviewCard::Notes;
            let mut window = show(state, size);
            window.state_mut().state.listening.card = card;
            window.run();
            window.get_by_label(deep);
            window.get_by_role_and_label(Role::Button, third);
            let first = window
                .get_by(|node| {
                    node.role() == Role::Button
                        && node.label().is_some_and(|it| it.contains(awaited))
                })
                .rect();
            let below = window.get_by_role_and_label(Role::Button, second).rect();
            assert!(first.top() < below.top());
            assert_eq!(
                press(&mut window, second),
                [Command::OpenAttempt(ids[1].clone())]
            );
        }
    }
}

#[test]
fn without_a_follow_up_the_card_says_what_it_is_for() {
    for (language, words) in [
        (Language::English, "No follow-ups answered yet"),
        (Language::Korean, "아직 답한 꼬리질문이 없어요"),
    ] {
        let mut state = reviewing(language, attempt());
        state.listening.card = ReviewCard::Chain;
        show(state, LARGE).get_by_label(words);
    }
}

#[test]
fn a_follow_up_says_how_deep_it_lies_and_under_what() {
    for (language, place, under) in [
        (Language::English, "Follow-up 2", "Follow-up to: "),
        (Language::Korean, "꼬리질문 2", "원래 질문: "),
    ] {
        for size in [LARGE, SMALL] {
            let window = show(chain(language), size);
            let facts = window.query_all_by_label_contains(place);
            assert!(facts.count() >= 1);
            window.get_by_label("왜 그랬나요?");
            let under = format!("{under}{}", common::question().text.ko);
            window.get_by_label(&under);
        }
    }
}

#[test]
fn points_are_ticked_and_stand_in_the_language_of_the_answer() {
    for (language, head, count, other) in [
        (
            Language::English,
            "What a good answer includes",
            "1 of 2 mentioned",
            "View in English",
        ),
        (
            Language::Korean,
            "좋은 답에 들어갈 내용",
            "2개 중 1개 말함",
            "영어로 보기",
        ),
    ] {
        let mut state = explained(language);
        state.listening.toggle_point(1);
        let mut window = show(state, LARGE);
        window.get_by_label(head);
        window.get_by_label(count);
        let point = |name| window.get_by_role_and_label(Role::CheckBox, name);
        let toggled = |name| point(name).accesskit_node().toggled();
        assert_eq!(toggled("잃은 조각은 다시 보낸다"), Some(Toggled::True));
        assert_eq!(toggled("세 단계로 연결을 맺는다"), Some(Toggled::False));
        point("세 단계로 연결을 맺는다").click();
        window.run();
        assert_eq!(commands(&window), [Command::TogglePoint(0)]);
        window.state_mut().commands.clear();
        assert_eq!(press(&mut window, other), [Command::ToggleQuestionLanguage]);
        window.state_mut().state.listening.other_language = true;
        window.run();
        window.get_by_label("A handshake of three steps");
        window.get_by_label(&common::question().text.en);
    }
}

#[test]
fn where_nothing_is_right_or_wrong_there_are_no_points() {
    let mut state = reviewing(Language::English, attempt());
    state.listening.card = ReviewCard::Points;
    let window = show(state, LARGE);
    let tab = window.query_by_role_and_label(Role::RadioButton, "Points");
    assert!(tab.is_none());
    let notes = window.get_by_role_and_label(Role::RadioButton, "Notes");
    assert_eq!(notes.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn tabs_fit_beside_what_a_card_needs() {
    for (language, tab, next, other) in [
        (Language::English, "Points", "Next", "View in English"),
        (Language::Korean, "핵심", "다음 멈춤", "영어로 보기"),
    ] {
        for size in [LARGE, SMALL, ZOOMED] {
            let mut state = explained(language);
            let id = state.review.as_ref().unwrap().id.clone();
            let heard = speech(&[(1.5, 20.0), (22.0, 40.0)]);
            state.speech.insert(id, Some(Arc::new(heard)));
            state.listening.card = ReviewCard::Notes;
            let mut window = show(state, size);
            window.state_mut().state.listening.card = ReviewCard::Pauses;
            window.run();
            let last = window.get_by_role_and_label(Role::RadioButton, tab).rect();
            let beside = window.get_by_role_and_label(Role::Button, next).rect();
            assert!(last.right() <= beside.left(), "{language:?} {size:?}");
            window.state_mut().state.listening.card = ReviewCard::Points;
            window.run();
            let other = window.get_by_role_and_label(Role::Button, other).rect();
            let point = window.get_by_role_and_label(Role::CheckBox, "세 단계로 연결을 맺는다");
            assert!(last.bottom() <= other.top() && other.bottom() <= point.rect().top() + 4.0);
        }
    }
}

#[test]
fn where_the_interviewer_broke_in_can_be_heard_again() {
    for (language, name) in [
        (Language::English, "The interviewer interrupts at 0:30.0"),
        (Language::Korean, "0:30.0 면접관이 끼어듦"),
    ] {
        let mut attempt = attempt();
        let frame = frames(30.0);
        attempt.marks.push(Mark::new(frame, MarkKind::Interruption));
        for size in [LARGE, SMALL] {
            let mut window = show(reviewing(language, attempt.clone()), size);
            assert_eq!(press(&mut window, name), [Command::SeekTo(frame)]);
        }
    }
}

#[test]
fn a_key_that_finds_nothing_to_ask_is_answered() {
    for (language, words) in [
        (
            Language::English,
            "There are no follow-ups left to ask here",
        ),
        (Language::Korean, "여기서 더 물어볼 꼬리질문이 없어요"),
    ] {
        let mut state = reviewing(language, attempt());
        state.toast = Some(Toast {
            kind: ToastKind::NothingToAsk,
            until: common::now().since_start + Duration::from_secs(5),
        });
        let mut window = common::window(state, SMALL);
        window.run_steps(4);
        window.get_by_role_and_label(Role::Status, words);
    }
}
