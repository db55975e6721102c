//! The review screen by role and name: seeking, rating, the way on. Its other states and the notes
//! stand in files of their own.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that panics has failed, and says where"
)]

mod cards;
mod chain;
#[path = "../common/mod.rs"]
mod common;
mod comparing;
mod heard;
mod marks;
mod notes;
mod states;
mod trust;
mod view;
mod zoomed;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::state::{Review, Screen, State};
use retake::model::attempt::Attempt;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{Mark, MarkKind};
use retake::model::peaks::Peak;
use retake::model::rating::Rating;
use retake::ui::widgets::{wave_scale, wave_shape};

use common::Stage;
use notes::notes_field;

const LARGE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const RATE: u64 = 48_000;

fn attempt() -> Attempt {
    common::attempt(5, LanguagePlan::KoreanToEnglish)
}

fn rated() -> Attempt {
    let mut attempt = attempt();
    let scores = [
        ("episode", 4),
        ("situation", 4),
        ("task", 3),
        ("action", 5),
        ("result", 3),
    ];
    attempt.ratings.push(Rating {
        at: common::now().date,
        scores: scores
            .map(|(line, score)| (line.to_owned(), score))
            .into_iter()
            .collect(),
    });
    attempt
}

fn reviewing(language: Language, attempt: Attempt) -> State {
    let older = common::attempt(3000, LanguagePlan::Korean);
    let mut state = common::state(language, vec![attempt, older]);
    let id = state.library.entries[0].attempt.id.clone();
    state.screen = Screen::Review;
    state.playback.id = Some(id.clone());
    state.review = Some(Review {
        id,
        line: 0,
        sitting: None,
        from: Screen::Practice,
    });
    state
}

fn open(language: Language, attempt: Attempt, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut window = common::window(reviewing(language, attempt), size);
    window.run();
    window
}

fn commands(window: &Harness<'static, Stage>) -> Vec<Command> {
    window.state().commands.clone()
}

#[test]
fn a_rated_answer_shows_everything_in_both_languages() {
    let expected: [(Language, &[&str]); 2] = [
        (
            Language::English,
            &[
                "My rating",
                "5 of 10",
                "Average 3.8",
                "Saved",
                "Rate",
                "Korean → English  ·  1:52  ·  Today 14:20  ·  answer 2",
                "One real episode: what 4 stands for",
                "Cue 0:48.0 English",
                "0:00.0 / 1:52",
            ],
        ),
        (
            Language::Korean,
            &[
                "내 평가",
                "10개 중 5개",
                "평균 3.8",
                "저장됨",
                "점수 주기",
                "한국어 → 영어  ·  1:52  ·  오늘 14:20  ·  2번째 답",
                "한 가지 실제 경험: 4점이 뜻하는 문장",
                "전환 신호 0:48.0 영어",
                "0:00.0 / 1:52",
            ],
        ),
    ];
    for (language, labels) in expected {
        let window = open(language, rated(), LARGE);
        for label in labels {
            window.get_by_label(label);
        }
        // The question is the one that was asked, in the language of the answer's start.
        window.get_by_label(&common::question().text.ko);
        assert_eq!(commands(&window), []);
    }
}

#[test]
fn every_control_has_its_name_and_asks_for_its_command() {
    let presses: [(&str, Command); 6] = [
        ("Play", Command::PlayPause),
        ("Back 5 s", Command::SeekBy(-5.0)),
        ("Forward 5 s", Command::SeekBy(5.0)),
        ("Star", Command::ToggleStar),
        ("Retake", Command::Retake),
        ("Next question", Command::NextQuestion),
    ];
    for size in [LARGE, SMALL] {
        for (name, command) in &presses {
            let mut window = open(Language::English, attempt(), size);
            window.get_by_role_and_label(Role::Button, name).click();
            window.run();
            assert_eq!(commands(&window), std::slice::from_ref(command), "{name}");
        }
    }
}

#[test]
fn the_trash_names_the_attempt_and_the_arrow_leads_back() {
    let mut state = reviewing(Language::Korean, attempt());
    let id = state.review.as_ref().unwrap().id.clone();
    state.review.as_mut().unwrap().from = Screen::Timeline;
    let mut window = common::window(state, LARGE);
    window.run();
    window.get_by_label("휴지통으로 옮기기").click();
    window.run();
    window.get_by_label("타임라인으로 돌아가기").click();
    window.run();
    assert_eq!(
        commands(&window),
        [Command::Delete(id), Command::CloseReview]
    );
}

#[test]
fn an_unrated_answer_begins_at_the_first_line_with_what_1_and_5_stand_for() {
    let window = open(Language::English, attempt(), LARGE);
    window.get_by_label("Not rated yet");
    let first = window.get_by_role_and_label(Role::ListBoxOption, "One real episode");
    assert_eq!(first.accesskit_node().is_selected(), Some(true));
    for end in ["1", "5"] {
        let words = format!("{end} One real episode: what {end} stands for");
        window.get_by_label_contains(&words);
    }
    // Only the current line says so.
    assert!(
        window
            .query_by_label_contains("Task: what 1 stands for")
            .is_none()
    );
}

#[test]
fn a_score_rates_its_line_and_is_shown_as_chosen() {
    for language in [Language::English, Language::Korean] {
        let mut window = open(language, rated(), LARGE);
        let task = if language == Language::English {
            "Task"
        } else {
            "과제"
        };
        let (third, fifth) = (format!("{task} 3"), format!("{task} 5"));
        let three = window.get_by_role_and_label(Role::RadioButton, &third);
        assert_eq!(three.accesskit_node().toggled(), Some(Toggled::True));
        window
            .get_by_role_and_label(Role::RadioButton, &fifth)
            .click();
        window.run();
        let expected = Command::Rate {
            line: "task".into(),
            score: 5,
        };
        assert_eq!(commands(&window), [expected]);
    }
}

#[test]
fn a_line_that_is_clicked_becomes_the_current_one() {
    let mut window = open(Language::English, rated(), LARGE);
    window
        .get_by_role_and_label(Role::ListBoxOption, "Action")
        .click();
    window.run();
    assert_eq!(commands(&window), [Command::MoveLine(3)]);
}

#[test]
fn pointing_at_a_score_shows_what_it_stands_for() {
    let mut window = open(Language::English, attempt(), LARGE);
    window
        .get_by_role_and_label(Role::RadioButton, "Depth 2")
        .hover();
    window.run();
    window.get_by_label("Depth: what 2 stands for");
}

#[test]
fn dragging_above_the_waveform_seeks_to_the_frame_under_the_pointer() {
    let mut window = open(Language::English, attempt(), LARGE);
    let wave = window.get_by_role_and_label(Role::Slider, "Playback position");
    assert_eq!(wave.value().as_deref(), Some("0:00.0 of 1:52"));
    let rect = wave.rect();
    let frames = 112.0 * RATE as f32;
    let at = |share: f32| Pos2::new(rect.left() + rect.width() * share, rect.top() + 4.0);
    window.drag_at(at(0.25));
    window.run();
    window.hover_at(at(0.6));
    window.run();
    window.drop_at(at(0.6));
    window.run();
    let asked: Vec<u64> = commands(&window)
        .into_iter()
        .map(|command| match command {
            Command::SeekTo(frame) => frame,
            other => panic!("{other:?}"),
        })
        .collect();
    // Two pixels.
    let tolerance = frames / rect.width() * 2.0;
    let near = |frame: u64, share: f32| (frame as f32 - frames * share).abs() <= tolerance;
    assert!(near(asked[0], 0.25), "{asked:?}");
    assert!(near(*asked.last().unwrap(), 0.6), "{asked:?}");
}

#[test]
fn a_part_of_a_take_is_measured_like_the_whole() {
    let peaks = common::peaks(112 * RATE, 48_000);
    let rect = egui::Rect::from_min_size(Pos2::new(100.0, 0.0), egui::vec2(600.0, 128.0));
    for range in [0..112 * RATE, 44 * RATE..56 * RATE] {
        let columns = wave_shape::columns(&peaks, None, &range, 600);
        assert_eq!(columns.len(), 600);
        let loudest = |peaks: &[Peak]| peaks.iter().map(|peak| peak.max).max();
        let whole = peaks.over(range.start, range.end).map(|peak| peak.max);
        assert_eq!(loudest(&columns), whole, "no peak is lost");
        for share in [0.0, 0.3, 1.0] {
            let x = rect.left() + rect.width() * share;
            let frame = wave_scale::frame_at(rect, &range, x);
            assert!((wave_scale::x_of(rect, &range, frame) - x).abs() < 0.01);
        }
        assert_eq!(wave_scale::frame_at(rect, &range, 0.0), range.start);
        assert_eq!(wave_scale::frame_at(rect, &range, 900.0), range.end);
    }
}

#[test]
fn the_keyboard_and_screen_readers_seek_and_set_the_volume() {
    let mut window = open(Language::English, attempt(), LARGE);
    window
        .get_by_role_and_label(Role::Slider, "Playback position")
        .focus();
    window.run();
    window.key_press(Key::ArrowRight);
    window.run();
    let volume = window.get_by_role_and_label(Role::Slider, "Volume");
    assert_eq!(volume.value().as_deref(), Some("100%"));
    volume.focus();
    window.run();
    window.key_press(Key::ArrowLeft);
    window.run();
    window
        .get_by_role_and_label(Role::Slider, "Volume")
        .set_value_accesskit(0.5);
    window.run();
    assert_eq!(
        commands(&window),
        [
            Command::SeekTo(5 * RATE),
            Command::SetVolume(0.95),
            Command::SetVolume(0.5)
        ]
    );
}

#[test]
fn a_small_window_shows_one_line_at_a_time_and_swaps_it_for_the_notes() {
    let mut window = open(Language::Korean, attempt(), SMALL);
    window.get_by_label("1 / 10");
    assert!(
        window
            .query_by_role_and_label(Role::RadioButton, "과제 3")
            .is_none()
    );
    window.get_by_label("다음 항목").click();
    window.run();
    window
        .get_by_role_and_label(Role::RadioButton, "한 가지 실제 경험 4")
        .click();
    window.run();
    let rated = std::mem::take(&mut window.state_mut().commands);
    let expected = Command::Rate {
        line: "episode".into(),
        score: 4,
    };
    assert_eq!(rated, [Command::MoveLine(1), expected]);
    window.get_by_role_and_label(Role::Button, "메모").click();
    window.run_steps(3);
    assert!(notes_field(&window).is_focused());
    notes_field(&window).type_text("천천히");
    window.run_steps(1);
    window.key_press(Key::Escape);
    window.run();
    window.get_by_label("1 / 10");
    assert_eq!(commands(&window), [Command::SetNotes("천천히".into())]);
}
