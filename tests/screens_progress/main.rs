//! The progress screen by role and label: empty, few, typical and many, in both languages.

#[path = "../common/mod.rs"]
mod common;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use common::Stage;
use egui::accesskit::Role;
use egui::{Key, Rect};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use retake::flow::state::{LibraryStatus, Screen};
use retake::flow::{Command, State};
use retake::model::attempt::Attempt;
use retake::model::fault::FileFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{Mark, MarkKind, PauseCause};
use retake::model::speech::{Span, Speech};
use retake::model::star::StarPart;

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const ZOOMED: [f32; 2] = [550.0, 360.0];
const BOTH: [Language; 2] = [Language::Korean, Language::English];
const DAY: i64 = 24 * 60;
const RATE: u32 = 48_000;

fn frame(secs: f64) -> u64 {
    (secs * f64::from(RATE)).round() as u64
}

/// A voice from `start` with a pause every few seconds, silent for `latency` after the cue.
fn heard(attempt: &Attempt, start: f64, latency: f64) -> Arc<Speech> {
    let cue = attempt.cue().map_or(f64::INFINITY, |_| 48.0);
    let mut runs = Vec::new();
    let mut at = start;
    while at < 110.0 {
        let end = if at < cue {
            (at + 4.0).min(cue - 0.2)
        } else {
            at + 3.0
        };
        if end - at >= 1.2 {
            runs.push(Span::new(frame(at), frame(end)));
        }
        at = if at < cue && end + 0.9 >= cue - 0.5 {
            cue + latency
        } else {
            end + 0.6
        };
    }
    Arc::new(Speech {
        version: 1,
        sample_rate_hz: RATE,
        start_frame: 0,
        frames: attempt.take.frames,
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        nuclei: runs
            .iter()
            .flat_map(|run: &Span| (run.start_frame + 4_800..run.end_frame).step_by(9_600))
            .collect(),
        runs,
    })
}

/// A state that shows attempts with the start and latency that were heard in them.
fn of(language: Language, mut takes: Vec<(Attempt, f64, f64)>) -> State {
    takes.sort_by(|a, b| b.0.id.cmp(&a.0.id));
    let speech: BTreeMap<_, _> = takes
        .iter()
        .map(|(attempt, start, latency)| {
            let made = heard(attempt, *start, *latency);
            (attempt.id.clone(), Some(made))
        })
        .collect();
    let attempts = takes.into_iter().map(|(attempt, ..)| attempt).collect();
    let mut state = common::state(language, attempts);
    state.speech = speech;
    state.screen = Screen::Progress;
    state
}

/// Switches to English, one every third day, the newest today; latencies oldest first.
fn switches(latencies: &[f64]) -> Vec<(Attempt, f64, f64)> {
    latencies
        .iter()
        .rev()
        .zip(0_i64..)
        .map(|(latency, n)| {
            let attempt = common::attempt(3 * n * DAY, LanguagePlan::KoreanToEnglish);
            (attempt, 1.0, *latency)
        })
        .collect()
}

/// Ten switches that became sooner, five answers in each language, taps and causes.
fn typical(language: Language) -> State {
    let latencies = [5.2, 4.9, 5.1, 4.8, 5.0, 2.6, 2.4, 2.5, 2.2, 2.4];
    let mut takes = switches(&latencies);
    for n in 0..6 {
        for (plan, start) in [(LanguagePlan::English, 0.9), (LanguagePlan::Korean, 0.6)] {
            let mut attempt = common::attempt(n * 4 * DAY + 60 + i64::from(start > 0.7), plan);
            attempt.marks = [StarPart::Situation, StarPart::Action]
                .into_iter()
                .zip([2.0, 30.0])
                .map(|(part, secs)| Mark::new(frame(secs), MarkKind::Part(part)))
                .collect();
            attempt
                .marks
                .push(Mark::new(frame(40.0), MarkKind::Pause(PauseCause::Grammar)));
            takes.push((attempt, start, 0.0));
        }
    }
    of(language, takes)
}

fn many(language: Language) -> State {
    let latencies: Vec<f64> = (0..400)
        .map(|n| 3.0 + f64::from(n * 7 % 13) / 5.0)
        .collect();
    of(language, switches(&latencies))
}

fn shown(state: State, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut window = common::window(state, size);
    // The attempts are taken in over some frames.
    window.run_steps(12);
    window.run();
    window
}

fn has(window: &Harness<'_, Stage>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// What a label says.
fn words_of(node: &Node<'_>) -> String {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).unwrap_or_default()
}

#[test]
fn the_sentence_says_how_it_stands_and_what_became_of_it() {
    for (language, words) in [
        (
            Language::Korean,
            [
                "영어로 이어 말하기까지 평소 2.4초",
                "처음 5.0초에서 2.4초로 짧아졌어요",
                "신호부터 이어 말하기까지, 전환 10번",
                "11월 21일 토 14:25, 2.4초, 자동 감지",
                "+2.8초",
                "0.9초",
                "행동: 한국어 1:20, 영어 1:21, 길이 1.0배",
                "영어: 문법 6번",
                "뚜렷한 변화 없음",
            ],
        ),
        (
            Language::English,
            [
                "You usually continue in English after 2.4 s",
                "Down from 5.0 s at first to 2.4 s",
                "From the cue to speech, 10 switches",
                "Sat 21 Nov 14:25, 2.4 s, detected automatically",
                "+2.8 s",
                "0.9 s",
                "Action: Korean 1:20, English 1:21, × 1.0",
                "English: Grammar, 6",
                "No noticeable change",
            ],
        ),
    ] {
        let window = shown(typical(language), WIDE);
        for words in words {
            assert!(has(&window, words), "{words}");
        }
    }
}

#[test]
fn few_switches_have_dots_and_no_verdict() {
    for (language, few, later) in [
        (
            Language::Korean,
            "전환을 2번만 더 하면 평소 전환 속도를 알 수 있어요",
            "지금 3번",
        ),
        (
            Language::English,
            "2 more switches to see your usual time",
            "3 so far",
        ),
    ] {
        let window = shown(of(language, switches(&[4.0, 3.0, 2.0])), SMALL);
        assert!(has(&window, few) && has(&window, later));
        assert_eq!(window.query_all_by_role(Role::Link).count(), 3);
        let week = if language == Language::Korean {
            "중앙값"
        } else {
            "median"
        };
        assert!(window.query_all_by_label_contains(week).all(|node| {
            // The legend may speak of it, no week may.
            !words_of(&node).contains(':')
        }));
    }
}

#[test]
fn the_empty_screen_says_what_to_do_first() {
    for (language, words, button) in [
        (
            Language::Korean,
            "전환을 세 번 하면 그래프가 나와요",
            "질문 뽑기",
        ),
        (
            Language::English,
            "Three switches start the chart",
            "Draw a question",
        ),
    ] {
        for size in [WIDE, SMALL] {
            let mut window = shown(of(language, vec![]), size);
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
fn a_dot_opens_its_take_and_tells_who_measured_it() {
    let mut takes = switches(&[4.0, 3.0]);
    takes[0]
        .0
        .marks
        .push(Mark::new(frame(50.5), MarkKind::FirstWord));
    let id = takes[0].0.id.clone();
    let mut window = shown(of(Language::English, takes), WIDE);
    assert!(has(&window, "4.0 s, detected automatically"));
    let dot = window.get_by_label_contains("2.5 s, marked by you");
    dot.click();
    window.run();
    assert_eq!(window.state().commands, [Command::OpenAttempt(id)]);
}

#[test]
fn the_keyboard_goes_from_dot_to_dot_and_opens_one() {
    let takes = switches(&[4.0, 3.0]);
    let ids: Vec<_> = takes.iter().map(|take| take.0.id.clone()).collect();
    let mut window = shown(of(Language::English, takes), WIDE);
    let name = "From the cue to speech, 2 switches";
    window.get_by_role_and_label(Role::Slider, name).focus();
    window.run();
    for key in [Key::Enter, Key::ArrowLeft, Key::Enter] {
        window.key_press(key);
        window.run();
    }
    let opened = &window.state().commands;
    let command = |at: usize| Command::OpenAttempt(ids[at].clone());
    let both = [[command(0), command(1)], [command(1), command(0)]];
    assert!(both.iter().any(|each| opened == each), "{opened:?}");
}

#[test]
fn another_direction_says_how_to_begin_it() {
    let mut window = shown(typical(Language::Korean), WIDE);
    window
        .get_by_role_and_label(Role::RadioButton, "영어 → 한국어")
        .click();
    window.run();
    assert!(has(&window, "이 방향으로는 아직 전환하지 않았어요"));
    assert!(has(&window, "영어 → 한국어 항목을 고르고"));
    assert_eq!(window.state().commands, []);
}

#[test]
fn what_is_left_out_or_not_heard_yet_is_said() {
    let mut state = typical(Language::English);
    let ids: Vec<_> = state.speech.keys().cloned().collect();
    state.speech.insert(ids[0].clone(), None);
    state.speech.remove(&ids[1]);
    let mut silent = (*state.library.entries[0].attempt).clone();
    silent.take.peak_dbfs = None;
    state.library.entries[0] = retake::model::timeline::Entry::new(Arc::new(silent));
    let window = shown(state, WIDE);
    assert!(has(&window, "One answer is left out"));
    assert!(has(&window, "2 answers haven’t been analyzed yet"));
}

#[test]
fn what_the_figures_cannot_know_is_one_click_away() {
    let mut window = shown(typical(Language::Korean), SMALL);
    assert!(!has(&window, "“어…”, “음”도 말한 시간에 들어가요"));
    let button = "이 수치의 한계";
    window
        .get_by_role_and_label(Role::DisclosureTriangle, button)
        .click_accesskit();
    window.run();
    assert!(has(&window, "“어…”, “음”도 말한 시간에 들어가요"));
    assert!(has(&window, "언어별로 따로"));
}

#[test]
fn every_state_draws_in_both_languages_and_sizes_and_nothing_overlaps() {
    for language in BOTH {
        for size in [WIDE, SMALL, ZOOMED] {
            let mut opening = of(language, vec![]);
            opening.library.status = LibraryStatus::Opening;
            let mut failed = of(language, vec![]);
            failed.library.status = LibraryStatus::Failed(FileFault::LibraryMissing {
                path: "/media/usb".into(),
                detail: "No such file".into(),
            });
            let few = of(language, switches(&[4.0, 3.0, 2.0]));
            let mut states = vec![opening, failed, few];
            states.extend([typical(language), many(language)]);
            for state in states {
                let window = shown(state, size);
                let rects: Vec<(String, Rect)> = window
                    .query_all_by_role(Role::Label)
                    .map(|node| (words_of(&node), node.rect()))
                    // Weeks lie on each other where there are many.
                    .filter(|(words, _)| !words.contains("median ") && !words.contains("중앙값 "))
                    .collect();
                for (at, (words, rect)) in rects.iter().enumerate() {
                    assert!(
                        rect.left() >= 0.0 && rect.right() <= size[0] + 0.5,
                        "{words} is cut at {rect:?} of {size:?}"
                    );
                    for (other, beside) in &rects[at + 1..] {
                        let common = rect.shrink(1.0).intersect(beside.shrink(1.0));
                        assert!(!common.is_positive(), "{words} lies on {other} in {size:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn ten_thousand_attempts_are_taken_in_a_few_at_a_time() {
    let attempts: Vec<(Attempt, f64, f64)> = (0..10_000)
        .map(|n| {
            let attempt = common::attempt(n * 60, LanguagePlan::KoreanToEnglish);
            (attempt, 1.0, 2.0 + (n % 17) as f64 / 5.0)
        })
        .collect();
    let mut state = of(Language::English, attempts);
    state.peaks.clear();
    let mut window = common::window(state, WIDE);
    let mut frames = 1;
    while !has(&window, "From the cue to speech, 10000 switches") {
        window.step();
        frames += 1;
        assert!(frames < 200);
    }
    // Once all is taken in, nothing moves any more.
    window.run();
    let dots = window.query_all_by_role(Role::Link).count();
    assert!(dots <= 400, "{dots}");
}
