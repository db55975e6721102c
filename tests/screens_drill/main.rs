//! The drill by role and label, in both languages: before a round, a round that waits, what came of
//! it; and what practice shows of rounds, of the same again, of announcements and interruptions.

#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod practice;
pub mod view;

use std::sync::Arc;
use std::time::Duration;

use common::{Stage, asked_by, said};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::drill::{DrillRound, PendingRepeat};
use retake::flow::state::{LibraryStatus, Phase, Recording, Screen, State};
use retake::flow::task::Task;
use retake::model::attempt::{Attempt, RepeatOf, Round};
use retake::model::drill::{DrillPlan, Hazard, RepeatScope, RoundKind, SwitchStyle};
use retake::model::language::{Language, LanguagePlan};
use retake::model::live::LiveTake;
use retake::model::mark::{Mark, MarkKind};
use retake::model::speech::{Span, Speech};
use retake::model::star::{StarPart, StarShape};
use retake::model::timeline::Entry;

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const LANGUAGES: [Language; 2] = [Language::Korean, Language::English];
const RATE: u64 = 48_000;

fn drill(language: Language, kind: RoundKind) -> State {
    let mut state = common::state(language, vec![]);
    state.screen = Screen::Drill;
    state.drill.kind = kind;
    state
}

/// A round of so many takes, newest first: the cue at 10 s, the first word `latency` after it; no
/// cue in the second.
fn round(kind: RoundKind, latencies: &[Option<f64>]) -> Vec<Attempt> {
    let count = latencies.len();
    let plan = LanguagePlan::KoreanToEnglish;
    let first = common::attempt(100, plan).id;
    let takes = latencies.iter().zip(0_u8..).map(|(latency, at)| {
        let mut take = common::attempt(100 - i64::from(at), plan);
        take.round = Some(Round {
            first: first.clone(),
            number: at + 1,
            of: 10,
            kind,
        });
        take.marks[0].frame = 10 * RATE;
        if at == 1 {
            take.marks.clear();
            take.drill = Some(DrillPlan {
                cue_due_secs: f64::INFINITY,
                ..DrillPlan::draw(1, Hazard::ROUND_ANSWER, 0.0)
            });
        } else if let Some(secs) = latency {
            take.marks.push(Mark::new(
                10 * RATE + (secs * RATE as f64) as u64,
                MarkKind::FirstWord,
            ));
        }
        take
    });
    let mut takes: Vec<Attempt> = takes.collect();
    takes.reverse();
    assert_eq!(takes.len(), count);
    takes
}

fn after(language: Language, kind: RoundKind, latencies: &[Option<f64>]) -> State {
    let takes = round(kind, latencies);
    let first = takes[takes.len() - 1].id.clone();
    let mut state = common::state(language, takes);
    state.screen = Screen::Drill;
    state.drill.kind = kind;
    state.drill.shown = Some(first);
    state
}

#[test]
fn before_a_round_everything_is_chosen_here() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut window = common::window(drill(language, RoundKind::Answers), size);
            window.run_steps(2);
            for (role, korean, english, command) in [
                (
                    Role::Button,
                    "훈련 시작",
                    "Start the round",
                    Command::StartRound(RoundKind::Answers),
                ),
                (
                    Role::RadioButton,
                    "영어 → 한국어",
                    "English → Korean",
                    Command::SetRoundPlan(LanguagePlan::EnglishToKorean),
                ),
                (
                    Role::RadioButton,
                    "45%",
                    "45%",
                    Command::SetCatchShare(0.45),
                ),
                (Role::RadioButton, "0%", "0%", Command::SetCatchShare(0.0)),
            ] {
                let label = said(language, korean, english);
                assert_eq!(asked_by(&mut window, role, label), [command], "{label}");
            }
            let other = said(language, "시간 벌기 문장", "Rescue lines");
            window.get_by_label_contains(other).click();
            window.run_steps(3);
            assert_eq!(
                window.state().commands.last(),
                Some(&Command::SetRoundKind(RoundKind::Rescue))
            );
        }
    }
}

#[test]
fn without_a_library_it_says_why_nothing_starts() {
    for (status, korean, english) in [
        (
            LibraryStatus::Opening,
            "보관함을 여는 중이에요",
            "Opening your library…",
        ),
        (
            LibraryStatus::Failed(retake::model::fault::FileFault::LibraryReadOnly(
                "/x".into(),
            )),
            "보관함이나 질문이 없어 시작할 수 없어요",
            "Can’t start: there is no library or no question",
        ),
    ] {
        for language in LANGUAGES {
            let mut state = drill(language, RoundKind::Answers);
            state.library.status = status.clone();
            let mut window = common::window(state, SMALL);
            window.run_steps(2);
            window.get_by_label(said(language, korean, english));
            let start = said(language, "훈련 시작", "Start the round");
            assert_eq!(asked_by(&mut window, Role::Button, start), []);
        }
    }
}

#[test]
fn rescue_lines_are_typed_here_in_any_script() {
    for language in LANGUAGES {
        let mut state = drill(language, RoundKind::Rescue);
        state.settings.rescue_lines = vec!["Let me think.".into()];
        let mut window = common::window(state, WIDE);
        window.run_steps(2);
        let field = said(language, "문장 2", "Line 2");
        let first = said(language, "문장 1", "Line 1");
        let held = |window: &Harness<'static, Stage>, name: &str| {
            let node = window.get_by_role_and_label(Role::TextInput, name);
            node.accesskit_node().value().unwrap_or_default()
        };
        assert_eq!(held(&window, first), "Let me think.");
        let node = window.get_by_role_and_label(Role::TextInput, field);
        node.focus();
        window.run_steps(2);
        let preedit = |text: &str| {
            egui::Event::Ime(egui::ImeEvent::Preedit {
                text: text.into(),
                active_range_chars: None,
            })
        };
        window.input_mut().events.push(preedit("하"));
        window.run_steps(2);
        assert_eq!(window.state().commands, [], "half a syllable is no line");
        let commit = egui::Event::Ime(egui::ImeEvent::Commit("한".into()));
        window.input_mut().events.push(commit);
        window.run_steps(2);
        let Some(Command::SetRescueLines(lines)) = window.state().commands.last() else {
            panic!("{:?}", window.state().commands)
        };
        assert_eq!(lines[..2], ["Let me think.", "한"]);
        let handed = window.state().commands.len();
        window.run_steps(3);
        assert_eq!(window.state().commands.len(), handed, "told once");
    }
}

#[test]
fn a_round_that_waits_can_go_on_or_end() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut state = drill(language, RoundKind::Answers);
            let mut rounding = DrillRound::new(RoundKind::Answers, LanguagePlan::EnglishToKorean);
            rounding.number = 4;
            state.practice.task = Task::DrillRound(rounding);
            let mut window = common::window(state, size);
            window.run_steps(2);
            let go_on = said(language, "이어서 하기", "Continue");
            let end = said(language, "훈련 끝내기", "End the round");
            let asked = asked_by(&mut window, Role::Button, go_on);
            assert_eq!(asked, [Command::StartRound(RoundKind::Answers)]);
            let asked = asked_by(&mut window, Role::Button, end);
            assert_eq!(asked, [Command::EndRound]);
        }
    }
}

#[test]
fn after_a_round_every_take_has_a_row_that_opens_it() {
    let latencies = [
        Some(1.4),
        None,
        None,
        Some(0.8),
        Some(2.6),
        None,
        Some(1.2),
        None,
        None,
        Some(3.0),
    ];
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let state = after(language, RoundKind::Answers, &latencies);
            let newest = state.library.entries[0].attempt.id.clone();
            let mut window = common::window(state, size);
            window.run_steps(3);
            window.get_by_label(said(language, "1.4초", "1.4 s"));
            window.get_by_label_contains(said(
                language,
                "신호 9번 중 5번을 쟀어요 · 가장 빠를 때 0.8초, 가장 느릴 때 3.0초",
                "5 of 9 cues measured · fastest 0.8 s, slowest 3.0 s",
            ));
            let rows: Vec<String> = window
                .query_all_by_role(Role::Button)
                .filter_map(|node| node.accesskit_node().label())
                .filter(|label| label.contains(" · "))
                .collect();
            assert_eq!(rows.len(), 10);
            for (row, ends) in [
                (
                    0,
                    said(language, "0:10에 신호 · 1.4초", "cue at 0:10 · 1.4 s"),
                ),
                (1, said(language, "신호 없음", "no cue")),
                (
                    2,
                    said(
                        language,
                        "0:10에 신호 · 분석 중…",
                        "cue at 0:10 · analyzing…",
                    ),
                ),
            ] {
                assert!(rows[row].ends_with(ends), "{}", rows[row]);
            }
            window.get_by_label(&rows[9]).scroll_to_me();
            window.run_steps(4);
            let asked = asked_by(&mut window, Role::Button, &rows[9]);
            assert_eq!(asked, [Command::OpenAttempt(newest)]);
            let again = said(language, "한 번 더", "Another round");
            let asked = asked_by(&mut window, Role::Button, again);
            assert_eq!(asked, [Command::StartRound(RoundKind::Answers)]);
            let back = said(language, "돌아가기", "Back");
            assert_eq!(
                asked_by(&mut window, Role::Button, back),
                [Command::EndRound]
            );
        }
    }
}

/// A voice from 1 s to 10.5 s, and again from 12.5 s to the end.
fn heard() -> Speech {
    let frames = |secs: f64| (secs * RATE as f64) as u64;
    let runs = [(1.0, 10.5), (12.5, 30.0)];
    Speech {
        version: 1,
        sample_rate_hz: 48_000,
        start_frame: 0,
        frames: frames(30.0),
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        runs: runs
            .iter()
            .map(|(from, to)| Span::new(frames(*from), frames(*to)))
            .collect(),
        nuclei: (0..110)
            .map(|n| 1.1 + 0.25 * f64::from(n))
            .filter(|at| runs.iter().any(|(from, to)| at > from && at < to))
            .map(frames)
            .collect(),
    }
}

#[test]
fn what_was_only_heard_says_so() {
    for language in LANGUAGES {
        let mut state = after(language, RoundKind::Rescue, &[None, None, Some(1.0)]);
        let oldest = state.library.entries[2].attempt.id.clone();
        state.speech.insert(oldest, Some(Arc::new(heard())));
        let window = common::window(state, SMALL);
        window.get_by_label_contains(said(
            language,
            "2.5초 · 2초 초과 · 자동 감지됨",
            "2.5 s · over 2 s · detected automatically",
        ));
        window.get_by_label(said(language, "1 / 2", "1 of 2"));
    }
}

#[test]
fn a_rescue_round_is_judged_in_plain_words() {
    for language in LANGUAGES {
        let latencies = [Some(1.0), None, Some(2.0), Some(2.5)];
        let window = common::window(after(language, RoundKind::Rescue, &latencies), WIDE);
        window.get_by_label(said(language, "2 / 3", "2 of 3"));
        window.get_by_label_contains(said(language, "중앙값 2.0초", "median 2.0 s"));
        let quick = said(language, "2.0초 · 2초 이내", "2.0 s · within 2 s");
        let slow = said(language, "2.5초 · 2초 초과", "2.5 s · over 2 s");
        window.get_by_label_contains(quick);
        window.get_by_label_contains(slow);
    }
}

#[test]
fn a_round_without_figures_says_what_to_do() {
    for language in LANGUAGES {
        let mut unknown = after(language, RoundKind::Answers, &[None, None]);
        common::window(unknown.clone(), SMALL).get_by_label(said(
            language,
            "답을 분석하고 있어요…",
            "Analyzing your answers…",
        ));
        let ids = unknown.library.entries.iter();
        let ids: Vec<_> = ids.map(|entry| entry.attempt.id.clone()).collect();
        unknown.speech = ids.into_iter().map(|id| (id, None)).collect();
        let window = common::window(unknown, SMALL);
        window.get_by_label(said(
            language,
            "답을 열어 전환 지점을 표시하면 여기에 나와요.",
            "Open an answer and mark where the new language begins to see it here.",
        ));
        window.get_by_label_contains(said(
            language,
            "전환 지점을 직접 표시해 주세요",
            "mark the switch yourself",
        ));
        let mut silent = after(language, RoundKind::Answers, &[None]);
        let mut attempt = silent.library.entries[0].attempt.clone();
        Arc::make_mut(&mut attempt).marks.clear();
        silent.library.entries = vec![Entry::new(attempt)];
        let window = common::window(silent, SMALL);
        window.get_by_label(said(
            language,
            "이번에는 신호가 한 번도 나오지 않았어요",
            "No cue came this time",
        ));
        window.get_by_label_contains(said(language, "신호 전에 끝남", "ended before the cue"));
    }
}
