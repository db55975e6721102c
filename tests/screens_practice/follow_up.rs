//! A follow-up on the card: who asks, how deep, under what; a question in the middle of an answer;
//! and the choice of a topic.

use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::chain::{BreakIn, PendingFollowUp};
use retake::flow::state::Topics;
use retake::flow::state::{Phase, State};
use retake::flow::task::Task;
use retake::model::attempt::Link;
use retake::model::filter::Filter;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{Mark, MarkKind};
use retake::model::question::{FollowUp, FollowUpKind, Question, Subject};
use retake::model::rating::Rating;

use crate::common;
use crate::{LANGUAGES, SMALL, WIDE, asked_by, busy, recording, said, typical};

const ZOOMED: [f32; 2] = [550.0, 360.0];

fn follow_up(kind: FollowUpKind, en: &str, ko: &str) -> FollowUp {
    FollowUp {
        kind,
        text: common::both(en, ko),
        points: vec![],
    }
}

fn following(state: &State, depth: u8, kind: FollowUpKind) -> PendingFollowUp {
    let Some(entry) = state.library.entries.first() else {
        panic!("no attempt");
    };
    let id = entry.attempt.id.clone();
    PendingFollowUp {
        after: id.clone(),
        link: Link {
            first: id,
            depth,
            kind,
        },
        asked: follow_up(kind, "Why was that?", "왜 그랬나요?"),
        plan: LanguagePlan::Korean,
        break_in: None,
    }
}

#[test]
fn the_card_says_who_asks_how_deep_and_under_what() {
    for language in LANGUAGES {
        for (kind, korean, english) in [
            (
                FollowUpKind::Why,
                "면접관 · 꼬리질문 2",
                "Interviewer · Follow-up 2",
            ),
            (FollowUpKind::Step, "면접관 · 2단계", "Interviewer · Step 2"),
        ] {
            for size in [WIDE, SMALL, ZOOMED] {
                let mut state = typical(language);
                state.practice.task = Task::FollowUp(following(&state, 2, kind));
                let mut window = common::window(state, size);
                window.run_steps(3);
                window.get_by_label(said(language, korean, english));
                window.get_by_label("왜 그랬나요?");
                let under = said(language, "원래 질문: ", "Follow-up to: ");
                window.get_by_label(&format!("{under}{}", common::question().text.ko));
                let what = said(language, "이유", "Why");
                assert!(window.query_by_label(what).is_none(), "not announced");
                // The shape of a whole story is not that of a short answer.
                let star = said(language, "STAR 시간표 숨기기", "Hide STAR guide");
                assert!(window.query_by_label(star).is_none());
                if size == WIDE {
                    let back = said(language, "답으로 돌아가기", "Back to the answer");
                    let asked = asked_by(&mut window, Role::Button, back);
                    assert_eq!(asked, [Command::SkipRepeat]);
                }
            }
        }
    }
}

#[test]
fn a_question_in_the_middle_fills_the_card_and_stays_small() {
    for language in LANGUAGES {
        let mut running = recording(40);
        running.attempt = std::sync::Arc::new(common::attempt(0, LanguagePlan::Korean));
        running.marks = vec![Mark::new(30 * 48_000, MarkKind::Interruption)];
        running.interruption_until = Some(common::now().since_start + Duration::from_secs(3));
        let mut state = busy(language, running);
        let mut following = following(&state, 1, FollowUpKind::Why);
        following.break_in = Some(BreakIn {
            asked: follow_up(FollowUpKind::Numbers, "How many?", "몇 명이었나요?"),
            due_secs: 30.0,
        });
        state.practice.task = Task::FollowUp(following);
        let mut window = common::window(state, WIDE);
        window.run_steps(2);
        window.get_by_role_and_label(Role::Alert, "몇 명이었나요?");
        window.get_by_label(said(language, "면접관", "Interviewer"));
        assert!(window.query_by_label("왜 그랬나요?").is_none());
        if let Phase::Recording(running) = &mut window.state_mut().state.practice.phase {
            running.interruption_until = None;
        }
        window.run_steps(2);
        let question = window.get_by_label("왜 그랬나요?").rect();
        let between = window
            .get_by_role_and_label(Role::Label, "몇 명이었나요?")
            .rect();
        assert!(question.bottom() < between.top());
    }
}

fn about(subject: Subject, id: &str) -> Question {
    Question {
        id: id.into(),
        pack: "behavioural".into(),
        subject,
        text: common::both("What is it?", "무엇인가요?"),
        ..Question::default()
    }
}

/// Networks were answered twice, the older answer was rated; operating systems never.
fn with_topics(language: Language) -> State {
    let answer = |minutes, score: Option<u8>| {
        let mut attempt = common::attempt(minutes, LanguagePlan::Korean);
        attempt.question.id = "net".into();
        let scores = score.map(|score| [("delivery".to_owned(), score)].into_iter().collect());
        attempt.ratings.extend(scores.map(|scores| Rating {
            at: common::now().date,
            scores,
        }));
        attempt
    };
    let mut state = common::state(language, vec![answer(5, None), answer(60, Some(4))]);
    state.questions.push(about(Subject::Network, "net"));
    state.questions.push(about(Subject::OperatingSystem, "os"));
    state
}

#[test]
fn topics_stand_with_what_became_of_them() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut state = with_topics(language);
            let before = state.practice.question.take();
            state.practice.topics = Some(Topics { before });
            let mut window = common::window(state, size);
            window.run_steps(2);
            let os = said(
                language,
                "운영체제, 아직 답하지 않음",
                "Operating systems, Not answered yet",
            );
            let network = said(
                language,
                "네트워크, 2번 답함 · 지난 점수 4.0",
                "Networking, Answered twice · last score 4.0",
            );
            let above = window.get_by_role_and_label(Role::Button, os).rect();
            let below = window.get_by_role_and_label(Role::Button, network).rect();
            assert!(above.bottom() <= below.top() + 0.5);
            let ask = said(
                language,
                "어떤 주제로 이야기해 볼까요?",
                "Which topic would you like to talk about?",
            );
            assert!(window.get_by_label(ask).rect().bottom() <= above.top());
            window.get_by_label(said(
                language,
                "주제를 먼저 고르세요",
                "Choose a topic first",
            ));
            let asked = asked_by(&mut window, Role::Button, network);
            let filter = Filter::Subject(Subject::Network);
            assert_eq!(asked, [Command::SetPracticeFilter(filter)]);
        }
    }
}

#[test]
fn the_menu_of_questions_leads_to_the_choice_of_a_topic() {
    for language in LANGUAGES {
        let mut state = with_topics(language);
        state.practice.menu_open = true;
        let mut window = common::window(state, WIDE);
        let entry = said(
            language,
            "CS 기초: 주제 고르기",
            "Computer science: choose a topic",
        );
        let asked = asked_by(&mut window, Role::MenuItemRadio, entry);
        assert_eq!(asked, [Command::PickTopic]);
    }
}

#[test]
fn an_explanation_has_no_star_line() {
    for language in LANGUAGES {
        let mut state = with_topics(language);
        let hide = said(language, "STAR 시간표 숨기기", "Hide STAR guide");
        let mut window = common::window(state.clone(), WIDE);
        window.run_steps(2);
        window.get_by_label(hide);
        state.practice.question = Some(about(Subject::Network, "net"));
        let mut window = common::window(state, WIDE);
        window.run_steps(2);
        assert!(window.query_by_label(hide).is_none());
        let task = said(language, "과제", "Task");
        assert!(window.query_by_label(task).is_none());
    }
}
