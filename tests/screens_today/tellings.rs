//! Three tellings of one story: the way in, the bar on practice, and their figures side by side.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::state::{Review, Screen, State};
use retake::flow::task::Task;
use retake::flow::today::{RetellingSet, TodayCommand};
use retake::model::attempt::Attempt;
use retake::model::language::{Language, LanguagePlan};
use retake::model::retelling::Retelling;
use retake::model::speech::{Span, Speech};

use super::{LANGUAGES, SMALL, WIDE, ZOOMED, asked_by, common, said, today};

const RATE: u64 = 48_000;

/// Voice for 60 s with a pause each 6 s, and so many syllables a second.
fn heard(rate: f64) -> Speech {
    let frames = |secs: f64| (secs * RATE as f64) as u64;
    let runs: Vec<(f64, f64)> = (0..10)
        .map(|n| f64::from(n) * 6.0)
        .map(|at| (at, at + 5.0))
        .collect();
    let count = (60.0 * rate) as u32;
    Speech {
        version: 1,
        sample_rate_hz: 48_000,
        start_frame: 0,
        frames: frames(60.0),
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        nuclei: (0..count)
            .map(|n| 0.1 + f64::from(n) / rate)
            .filter(|at| runs.iter().any(|(from, to)| at > from && at < to))
            .map(frames)
            .collect(),
        runs: runs
            .iter()
            .map(|(from, to)| Span::new(frames(*from), frames(*to)))
            .collect(),
    }
}

/// Tellings with so many syllables a second; `None` was not listened to yet.
pub fn told(language: Language, rates: &[Option<f64>]) -> State {
    let first = common::attempt(30, LanguagePlan::English).id;
    let mut takes: Vec<Attempt> = rates
        .iter()
        .zip(1_u8..)
        .map(|(_, number)| {
            let mut take = common::attempt(31 - i64::from(number), LanguagePlan::English);
            take.retelling = Some(Retelling {
                first: first.clone(),
                number,
                of: 3,
            });
            take.target_secs = [180, 120, 90][usize::from(number) - 1];
            take
        })
        .collect();
    takes.reverse();
    let ids: Vec<_> = takes.iter().rev().map(|take| take.id.clone()).collect();
    let mut state = today(language, takes);
    for (id, rate) in ids.into_iter().zip(rates) {
        if let Some(rate) = rate {
            state.speech.insert(id, Some(Arc::new(heard(*rate))));
        }
    }
    state.today.shown = Some(first);
    state
}

#[test]
fn tellings_stand_side_by_side_and_nothing_is_flattered() {
    for language in LANGUAGES {
        for (rates, korean, english) in [
            (
                [Some(4.0), Some(4.0), Some(5.0)],
                "마지막 답이 처음보다 25% 빨랐어요",
                "25% faster",
            ),
            (
                [Some(4.0), Some(5.0), Some(4.1)],
                "말 속도 차이가 5%보다 작아요",
                "less than 5%",
            ),
            (
                [Some(5.0), Some(5.0), Some(4.0)],
                "마지막 답이 처음보다 20% 느렸어요",
                "20% slower",
            ),
            (
                [Some(4.0), Some(4.5), None],
                "아직 분석 중이에요",
                "being analyzed",
            ),
        ] {
            for size in [WIDE, SMALL] {
                let mut window = common::window(told(language, &rates), size);
                window.run_steps(3);
                window.get_by_label_contains(said(language, korean, english));
                if rates[2] == Some(5.0) && rates[0] == Some(4.0) {
                    window.get_by_label(said(
                        language,
                        "초당 음절 수: 4.0 · 4.0 · 5.0",
                        "Syllables per second: 4.0 · 4.0 · 5.0",
                    ));
                    window.get_by_label(said(
                        language,
                        "말한 시간: 85% · 85% · 85%",
                        "Speaking time: 85% · 85% · 85%",
                    ));
                }
                let second = said(language, "2번째", "Answer 2");
                let asked = asked_by(&mut window, Role::Button, second);
                assert!(matches!(&asked[..], [Command::OpenAttempt(_)]), "{asked:?}");
            }
        }
        let mut window = common::window(told(language, &[Some(4.0)]), SMALL);
        window.run_steps(3);
        window.get_by_label_contains(said(language, "한 번만으로는", "One answer isn’t enough"));
        let back = said(language, "오늘로 돌아가기", "Back to today");
        assert_eq!(
            asked_by(&mut window, Role::Button, back),
            [Command::Today(TodayCommand::EndTelling)]
        );
    }
}

#[test]
fn tellings_begin_and_wait_here() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL, ZOOMED] {
            let attempts = vec![common::attempt(60 * 24 * 3, LanguagePlan::English)];
            let mut state = today(language, attempts);
            let mut window = common::window(state.clone(), size);
            window.run_steps(3);
            let start = said(language, "세 번 말하기", "Tell it three times");
            assert_eq!(
                asked_by(&mut window, Role::Button, start),
                [Command::Today(TodayCommand::Tell)]
            );
            let mut telling = RetellingSet::new(Language::English, false);
            telling.number = 2;
            state.practice.task = Task::Retelling(telling);
            let mut window = common::window(state.clone(), size);
            window.run_steps(3);
            let go_on = said(language, "이어서 하기", "Continue");
            assert_eq!(
                asked_by(&mut window, Role::Button, go_on),
                [Command::Today(TodayCommand::Tell)]
            );
            state.screen = Screen::Practice;
            let window = common::window(state, size);
            window.get_by_role_and_label(
                Role::Status,
                said(
                    language,
                    "영어 · 3번 중 2번째 · 2:00",
                    "English · 2 of 3 · 2:00",
                ),
            );
        }
    }
}

#[test]
fn the_review_says_which_telling_it_was_and_leads_back() {
    for language in LANGUAGES {
        let mut state = told(language, &[Some(4.0), Some(4.0), Some(5.0)]);
        let id = state.library.entries[1].attempt.id.clone();
        state.screen = Screen::Review;
        state.review = Some(Review {
            id,
            line: 0,
            sitting: None,
            from: Screen::Today,
        });
        let mut window = common::window(state, WIDE);
        window.run_steps(3);
        window.get_by_label_contains(said(language, "다시 말하기 3번 중 2번째", "answer 2 of 3"));
        let back = said(language, "오늘로 돌아가기", "Back to today");
        assert_eq!(
            asked_by(&mut window, Role::Button, back),
            [Command::CloseReview]
        );
    }
}
