//! The interview by role and label, in both languages: before a session, one that waits, a break,
//! what came of it; and what practice shows while one runs.

#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod debrief;
mod standing;
pub mod view;

use std::sync::Arc;

use common::{asked_by, said};
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::interview::Current;
use retake::flow::state::{LibraryStatus, Screen, State};
use retake::flow::task::Task;
use retake::flow::today::TodayCommand;
use retake::model::attempt::Attempt;
use retake::model::attempt::Link;
use retake::model::fault::FileFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::principle::Principle;
use retake::model::question::{FollowUpKind, Subject};
use retake::model::role::Role as PresetRole;
use retake::model::session::panel::{Asks, Interviewer};
use retake::model::session::record::{Asked, AskedFollowUp, Session, Status};
use retake::model::session::shape::{Format, Shape};
use retake::model::session::{SessionId, SessionPlace};
use retake::model::speech::{Span, Speech};
use retake::model::story::StoryId;

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
/// High enough for a whole page.
const TALL: [f32; 2] = [1100.0, 1_600.0];
/// The smallest window at 200 %.
const ZOOMED: [f32; 2] = [400.0, 280.0];
const LANGUAGES: [Language; 2] = [Language::Korean, Language::English];
const RATE: u64 = 48_000;

/// A session of two interviewers, begun 50 minutes ago; each asked a question and two follow-ups.
fn session() -> Session {
    let begun = &common::now().date - jiff::SignedDuration::from_mins(50);
    let question = (&common::question()).into();
    let asked = (0_u16..6).map(|n| {
        let depth = (n % 3) as u8;
        Asked {
            interviewer: 1 + (n / 3) as u8,
            question: retake::model::attempt::AskedQuestion::clone(&question),
            follow_up: (depth > 0).then(|| AskedFollowUp {
                kind: FollowUpKind::Why,
                depth,
                text: common::both("Why that?", "왜 그렇게 했나요?"),
            }),
            general: n == 3,
            sudden: n == 4,
            asked_secs: 150.0 * f64::from(n),
            answered_secs: Some(150.0 * f64::from(n) + 140.0),
            attempt: None,
        }
    });
    let person = |asks, break_used_secs| Interviewer {
        asks,
        secs: 450,
        used_secs: 450.0,
        break_used_secs,
    };
    Session {
        id: SessionId::new(&begun, "own", 7),
        begun,
        app_version: "0.1.0".into(),
        shape: Shape {
            format: Format::Custom,
            interviewers: 2,
            minutes: 15,
            break_minutes: 5,
        },
        role: None,
        plan: LanguagePlan::KoreanToEnglish,
        seed: 1,
        interviewers: vec![
            person(Asks::Subject(Subject::Network), 0.0),
            person(Asks::Principles(vec![Principle::DiveDeep]), 0.0),
        ],
        asked: asked.collect(),
        at: 2,
        on_break: false,
        status: Status::Over,
        read_only: false,
    }
}

/// Its answers, newest first.
fn answers(session: &mut Session) -> Vec<Attempt> {
    let id = session.id.clone();
    let mut made: Vec<Attempt> = Vec::new();
    let mut first = None;
    for (asked, number) in session.asked.iter_mut().zip(1_u16..) {
        let plan = if asked.sudden {
            LanguagePlan::KoreanToEnglish
        } else {
            LanguagePlan::Korean
        };
        let mut attempt = common::attempt(48 - i64::from(number) * 3, plan);
        attempt.session = Some(SessionPlace {
            session: id.clone(),
            interviewer: asked.interviewer,
            number,
        });
        match &asked.follow_up {
            None => first = Some(attempt.id.clone()),
            Some(of) => {
                attempt.link = Some(Link {
                    first: first.clone().unwrap(),
                    depth: of.depth,
                    kind: of.kind,
                });
            }
        }
        asked.attempt = Some(attempt.id.clone());
        made.push(attempt);
    }
    made.reverse();
    made
}

fn after(language: Language, edit: impl FnOnce(&mut Session, &mut Vec<Attempt>)) -> State {
    let mut session = session();
    let mut made = answers(&mut session);
    edit(&mut session, &mut made);
    let mut state = common::state(language, made);
    state.screen = Screen::Interview;
    state.interview.shown = Some(session.id.clone());
    state.interview.sessions = vec![Arc::new(session)];
    state
}

fn heard(state: &mut State, start_secs: impl Fn(usize) -> f64) {
    let ids: Vec<_> = state
        .library
        .entries
        .iter()
        .rev()
        .map(|it| it.attempt.id.clone())
        .collect();
    for (at, id) in ids.into_iter().enumerate() {
        let start = (start_secs(at) * RATE as f64) as u64;
        let speech = Speech {
            version: 1,
            sample_rate_hz: RATE as u32,
            start_frame: 0,
            frames: 112 * RATE,
            noise_dbfs: -60.0,
            threshold_dbfs: -50.0,
            runs: vec![
                Span::new(start, start + 20 * RATE),
                Span::new(start + 22 * RATE, start + 90 * RATE),
            ],
            nuclei: vec![],
        };
        state.speech.insert(id, Some(Arc::new(speech)));
    }
}

fn running(state: &mut State, status: Status, on_break: bool) -> SessionId {
    let mut session = session();
    session.status = status;
    session.on_break = on_break;
    session.at = 1;
    session.asked.truncate(1);
    session.interviewers[0].used_secs = 90.0;
    session.interviewers[0].break_used_secs = if on_break { 45.0 } else { 0.0 };
    let id = session.id.clone();
    if status == Status::Running && !on_break {
        state.practice.task = Task::Session {
            plan: LanguagePlan::only(session.plan.start()),
            follow_up: None,
        };
    }
    state.interview.current = Some(Current {
        id: id.clone(),
        counted: None,
        pause_after: false,
    });
    state.interview.sessions = vec![Arc::new(session)];
    id
}

#[test]
fn before_a_session_everything_is_chosen_here() {
    for language in LANGUAGES {
        for size in [TALL, [SMALL[0], TALL[1]]] {
            let mut state = common::state(language, vec![]);
            state.screen = Screen::Interview;
            state.settings.session.shape = Shape::of(Format::Custom);
            let mut window = common::window(state, size);
            window.run_steps(2);
            let start = said(language, "시작하기", "Start");
            assert_eq!(
                asked_by(&mut window, Role::Button, start),
                [Command::StartSession]
            );
            window.get_by_label_contains(said(language, "루프 면접.", "Loop day."));
            window.get_by_label_contains(said(language, "아직 없어요", "None yet"));
            let english = said(language, "영어", "English");
            assert_eq!(
                asked_by(&mut window, Role::RadioButton, english),
                [Command::SetSessionPlan(LanguagePlan::English)]
            );
            let shape = Shape {
                interviewers: 3,
                ..Shape::of(Format::Custom)
            };
            assert_eq!(
                asked_by(&mut window, Role::RadioButton, "3"),
                [Command::SetSessionShape(shape)]
            );
        }
    }
}

#[test]
fn a_format_is_picked_and_opens_its_own_choices() {
    for language in LANGUAGES {
        let mut state = common::state(language, vec![]);
        state.screen = Screen::Interview;
        let mut window = common::window(state, TALL);
        window.run_steps(2);
        let first = said(language, "네트워크", "Networking");
        window.get_by_role_and_label(Role::RadioButton, first);
        let call = said(language, "전화 면접.", "Phone screen.");
        window.get_by_label_contains(call).click();
        window.run_steps(3);
        let shape = Shape::of(Format::PhoneScreen);
        assert_eq!(window.state().commands, [Command::SetSessionShape(shape)]);
        window.state_mut().state.settings.session.shape = shape;
        window.run_steps(2);
        let hour = said(language, "1시간", "1 h");
        assert_eq!(
            asked_by(&mut window, Role::RadioButton, hour),
            [Command::SetSessionShape(Shape {
                minutes: 60,
                ..shape
            })]
        );
    }
}

#[test]
fn the_role_is_chosen_here_too() {
    for language in LANGUAGES {
        let mut state = common::state(language, vec![]);
        state.screen = Screen::Interview;
        state.roles = vec![PresetRole {
            id: "sales".into(),
            name: common::both("Sales", "영업"),
            ..PresetRole::default()
        }];
        let mut window = common::window(state, TALL);
        let label = said(language, "직무: 정하지 않음", "Role: None");
        assert_eq!(asked_by(&mut window, Role::ComboBox, label), []);
        let sales = said(language, "영업", "Sales");
        let asked = asked_by(&mut window, Role::MenuItemRadio, sales);
        let wish = TodayCommand::SetRole(Some("sales".into()));
        assert_eq!(asked, [Command::Today(wish)]);
    }
}

#[test]
fn without_a_library_it_says_why_nothing_starts_and_faults_are_told() {
    for language in LANGUAGES {
        let mut state = common::state(language, vec![]);
        state.screen = Screen::Interview;
        state.questions.clear();
        state.library.status = LibraryStatus::Ready;
        state.interview.faults = vec![FileFault::BrokenSession {
            path: "/lib/sessions/x.json".into(),
            detail: "line 3".into(),
        }];
        let mut window = common::window(state, WIDE);
        window.run_steps(2);
        window.get_by_label_contains(said(language, "있어야 면접을 시작", "You need a library"));
        window.get_by_label_contains("/lib/sessions/x.json");
        let start = said(language, "시작하기", "Start");
        assert_eq!(asked_by(&mut window, Role::Button, start), []);
    }
}

#[test]
fn practice_shows_who_asks_and_their_time() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut state = common::state(language, vec![]);
            running(&mut state, Status::Running, false);
            let mut window = common::window(state, size);
            window.run_steps(2);
            window.get_by_label(said(language, "면접관 1 / 2", "Interviewer 1 of 2"));
            window.get_by_label_contains(said(language, "6분 남음", "6 minutes left"));
            let pause = said(language, "잠시 멈추기", "Pause");
            assert_eq!(
                asked_by(&mut window, Role::Button, pause),
                [Command::PauseSession]
            );
            let next = said(language, "다음 면접관", "Next interviewer");
            assert_eq!(
                asked_by(&mut window, Role::Button, next),
                [Command::NextInterviewer]
            );
            assert!(
                window
                    .query_by_label(said(language, "다음 질문", "Next question"))
                    .is_none()
            );
            let session = Arc::make_mut(&mut window.state_mut().state.interview.sessions[0]);
            session.interviewers[0].used_secs = 460.0;
            window.run_steps(2);
            window.get_by_label_contains(said(language, "이번 답까지만", "Time is up after this"));
        }
    }
}
