//! What the screen says when there is less than usual to show.

use egui::Vec2;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::state::Screen;
use retake::model::fault::{SoundFault, UnreadableWav};
use retake::model::language::Language;
use retake::model::take::{Gap, GapCause, TakeState};

use crate::common::{self, Stage};
use crate::heard::show;
use crate::{LARGE, RATE, SMALL, attempt, commands, open, rated, reviewing};

#[test]
fn a_loading_take_can_already_be_rated_and_says_what_it_waits_for() {
    for (language, words) in [
        (Language::English, "Loading sound"),
        (Language::Korean, "소리를 불러오고 있어요"),
    ] {
        let mut state = reviewing(language, rated());
        let id = state.review.as_ref().unwrap().id.clone();
        state.peaks.insert(id.clone(), None);
        state.library.unsaved.insert(id);
        let mut window = common::window(state, LARGE);
        // Settles: waiting is no reason to draw again and again.
        window.run();
        window.get_by_label(words);
        let saving = if language == Language::English {
            "Saving…"
        } else {
            "저장하는 중…"
        };
        window.get_by_label(saving);
    }
}

#[test]
fn an_unreadable_take_says_so_and_can_still_be_rated() {
    for size in [LARGE, SMALL] {
        let mut state = reviewing(Language::English, attempt());
        state.playback.fault = Some(SoundFault::Unreadable {
            path: "/home/min/Retake/answer.wav".into(),
            why: UnreadableWav::NotWav,
            detail: "no data chunk".into(),
        });
        let mut window = common::window(state, size);
        window.run();
        window.get_by_label("This recording can’t be played.");
        window.get_by_label("no data chunk (/home/min/Retake/answer.wav)");
        assert!(
            window
                .query_by_role_and_label(Role::Slider, "Playback position")
                .is_none()
        );
        let play = window.get_by_role_and_label(Role::Button, "Play");
        assert!(play.accesskit_node().is_disabled());
        window
            .get_by_role_and_label(Role::RadioButton, "One real episode 4")
            .click();
        window.run();
        assert_eq!(commands(&window).len(), 1);
    }
}

/// Its row was on show before it was opened, so that no news of its sound is still to come.
#[test]
fn a_take_whose_file_is_missing_is_neither_loading_nor_usable() {
    for (language, why, remedy) in [
        (Language::English, "Its file is missing.", "put it back"),
        (Language::Korean, "녹음 파일이 없어요.", "제자리에"),
    ] {
        let mut state = reviewing(language, attempt());
        let id = attempt().id.clone();
        state.peaks.insert(id.clone(), None);
        let missing = SoundFault::Unreadable {
            path: "/home/min/Retake/answer.wav".into(),
            why: UnreadableWav::Missing,
            detail: String::new(),
        };
        state.unreadable.insert(id, missing);
        let mut window = common::window(state, LARGE);
        window.run();
        window.get_by_label_contains(why);
        window.get_by_label_contains(remedy);
        for gone in ["Loading sound", "소리를 불러오고", " quality", "품질"] {
            assert!(window.query_by_label_contains(gone).is_none(), "{gone}");
        }
    }
}

#[test]
fn a_take_of_which_a_part_has_arrived_says_how_much_and_can_be_played() {
    for (language, words) in [
        (Language::English, "arrived yet: 0:30 of 1:52"),
        (Language::Korean, "1:52 중 0:30까지"),
    ] {
        for size in [LARGE, SMALL] {
            let mut state = reviewing(language, attempt());
            let part = common::peaks(30 * RATE, 48_000);
            state.peaks.insert(attempt().id.clone(), Some(part));
            state.speech.insert(attempt().id.clone(), None);
            let window = show(state, size);
            window.get_by_label_contains(words);
            let play = common::said(language, "재생", "Play");
            let play = window.get_by_role_and_label(Role::Button, play);
            assert!(!play.accesskit_node().is_disabled());
        }
    }
}

#[test]
fn what_happened_to_a_take_is_said_in_one_calm_sentence() {
    let mut mended = attempt();
    mended.take.state = TakeState::Repaired;
    let mut gaps = attempt();
    gaps.take.gaps = vec![Gap {
        start_frame: 20 * RATE,
        frames: 2 * RATE,
        cause: GapCause::Dropped,
        away_secs: 0,
    }];
    let mut empty = attempt();
    empty.take.state = TakeState::Empty;
    empty.take.frames = 0;
    let mut foreign = attempt();
    foreign.read_only = true;
    for (attempt, words) in [
        (
            mended,
            "The recording was cut off; everything saved until then is here",
        ),
        (gaps, "Sound is missing in one place, shown striped"),
        (empty, "This answer has no sound."),
        (
            foreign,
            "From a newer version of Retake: you can listen but not change it",
        ),
    ] {
        for size in [LARGE, SMALL] {
            open(Language::English, attempt.clone(), size).get_by_label(words);
        }
    }
}

#[test]
fn an_attempt_of_a_newer_version_cannot_be_changed() {
    let mut foreign = rated();
    foreign.read_only = true;
    let mut window = open(Language::English, foreign, LARGE);
    let three = window.get_by_role_and_label(Role::RadioButton, "Task 3");
    assert!(three.accesskit_node().is_disabled());
    three.click();
    window.get_by_role_and_label(Role::Button, "Star").click();
    window.run();
    // A line can still be looked at.
    assert_eq!(commands(&window), [Command::MoveLine(2)]);
}

#[test]
fn without_an_attempt_the_way_to_practice_is_shown() {
    let mut state = common::state(Language::Korean, vec![]);
    state.screen = Screen::Review;
    let mut window = common::window(state, LARGE);
    window.run();
    window.get_by_label("아직 돌아볼 답이 없어요");
    window.get_by_label("연습하러 가기").click();
    window.run();
    assert_eq!(commands(&window), [Command::GoTo(Screen::Practice)]);
}

#[test]
fn playing_draws_on_and_standing_still_does_not() {
    let mut state = reviewing(Language::English, attempt());
    state.playback.playing = true;
    let mut window = common::window(state, LARGE);
    window.run_steps(3);
    window.get_by_role_and_label(Role::Button, "Pause");
    let delay = |window: &Harness<'static, Stage>| {
        window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay
    };
    assert!(delay(&window).as_millis() <= 33);
    window.state_mut().state.playback.playing = false;
    window.run();
    window.run_steps(2);
    assert!(delay(&window).as_secs() > 3600);
}

#[test]
fn at_twice_the_zoom_the_screen_scrolls_instead_of_overlapping() {
    let window = open(Language::English, rated(), [550.0, 360.0]);
    let wave = window
        .get_by_role_and_label(Role::Slider, "Playback position")
        .rect();
    let play = window.get_by_role_and_label(Role::Button, "Play").rect();
    let retake = window.get_by_role_and_label(Role::Button, "Retake").rect();
    assert!(wave.bottom() < play.top() && play.bottom() < retake.top());
    assert!(wave.expand2(Vec2::splat(1.0)).width() > 300.0);
}

#[test]
fn the_facts_of_an_answer_are_whole_beside_the_way_back() {
    for language in common::BOTH {
        let facts = |from: Screen, size: [f32; 2]| {
            let mut state = reviewing(language, attempt());
            state.review.as_mut().unwrap().from = from;
            let window = show(state, size);
            let facts = window.get_by_label_contains("  ·  1:52  ·  ").rect();
            let star = common::said(language, "별표 추가", "Star");
            let star = window.get_by_role_and_label(Role::Button, star).rect();
            assert!(facts.right() < star.left());
            facts.width()
        };
        let alone = facts(Screen::Practice, SMALL);
        assert!((facts(Screen::Timeline, LARGE) - alone).abs() < 0.5);
    }
}

#[test]
fn the_question_begins_where_the_column_does() {
    for language in common::BOTH {
        for from in [Screen::Practice, Screen::Timeline] {
            for size in [SMALL, LARGE] {
                let mut state = reviewing(language, attempt());
                state.review.as_mut().unwrap().from = from;
                let question = state.reviewed().unwrap().question.text.clone();
                let plan = state.reviewed().unwrap().plan;
                let window = show(state, size);
                let question = window.get_by_label(question.get(plan.start())).rect();
                let again = common::said(language, "다시 답하기", "Retake");
                let again = window.get_by_role_and_label(Role::Button, again).rect();
                let apart = (question.left() - again.left()).abs();
                assert!(apart < 0.5, "{apart} in {language:?} at {size:?}");
            }
        }
    }
}

#[test]
fn a_question_of_three_lines_leaves_the_story_where_it_is() {
    let sentence = "Tell me about a time you dropped the usual practice and found another way.";
    for size in [LARGE, SMALL] {
        let places = [1, 3].map(|repeats| {
            let words = [sentence].repeat(repeats).join(" ");
            let mut attempt = attempt();
            attempt.question.text = common::both(&words, &words);
            let window = open(Language::English, attempt, size);
            let question = window.get_by_label(&words).rect();
            let story = window.get_by_label_contains("Which story?").rect();
            assert!(question.bottom() <= story.top() + 0.5, "{question} {story}");
            story
        });
        assert_eq!(places[0], places[1], "{size:?}");
    }
}
