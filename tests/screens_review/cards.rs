//! The cards below the sound: pauses and their causes, figures, shares, and what they cannot know.

use std::sync::Arc;

use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::listening::ReviewCard;
use retake::model::language::Language;
use retake::model::mark::{Mark, MarkKind, PauseCause};
use retake::model::speech::Speech;
use retake::model::star::StarPart;

use crate::heard::{BOTH, frames, knowing, press, show, speech, switched, unbroken};
use crate::{LARGE, SMALL, attempt, commands, reviewing};

#[test]
fn the_tabs_change_the_card_in_both_languages() {
    for (language, tabs) in [
        (Language::English, ["Notes", "Marks", "Pauses", "Figures"]),
        (Language::Korean, ["메모", "표시", "멈춤", "수치"]),
    ] {
        let mut window = show(knowing(language, attempt(), switched()), LARGE);
        for (tab, card) in tabs.into_iter().zip(ReviewCard::ALL) {
            window.get_by_role_and_label(Role::RadioButton, tab).click();
            window.run();
            let asked = std::mem::take(&mut window.state_mut().commands);
            assert_eq!(asked, [Command::ShowCard(card)]);
        }
    }
}

#[test]
fn pauses_are_listed_longest_first_and_take_one_cause() {
    let mut judged = attempt();
    judged.marks.push(Mark::new(
        frames(70.0),
        MarkKind::Pause(PauseCause::Content),
    ));
    for size in [LARGE, SMALL] {
        let mut state = knowing(Language::English, judged.clone(), switched());
        state.listening.card = ReviewCard::Pauses;
        let mut window = show(state, size);
        if size == SMALL {
            press(&mut window, "Notes");
        }
        window.get_by_label("switch");
        let top = |name: &str| window.get_by_label(name).rect().top();
        let longest = top("Play the 3.0 s pause at 1:10.0");
        let second = top("Play the 1.9 s pause at 0:48.6");
        let third = top("Play the 1.4 s pause at 0:20.0");
        assert!(longest < second && second < third);
        let cause = |name| window.get_by_role_and_label(Role::CheckBox, name);
        let toggled = |name| cause(name).accesskit_node().toggled();
        assert_eq!(toggled("Pause at 1:10.0: content"), Some(Toggled::True));
        assert_eq!(toggled("Pause at 1:10.0: word"), Some(Toggled::False));
        cause("Pause at 1:10.0: word").click();
        window.run();
        window
            .get_by_label("Play the 3.0 s pause at 1:10.0")
            .click();
        window.run();
        let start_frame = frames(70.0);
        let expected = [
            Command::JudgePause {
                start_frame,
                cause: PauseCause::Word,
            },
            Command::PlayPauseAt(start_frame),
        ];
        assert_eq!(commands(&window), expected);
        window.state_mut().commands.clear();
        assert_eq!(press(&mut window, "Next"), [Command::NextPause]);
    }
}

#[test]
fn causes_never_stand_on_the_length_they_belong_to() {
    for size in [LARGE, [1000.0, 720.0], SMALL, [550.0, 360.0]] {
        let mut state = knowing(Language::English, attempt(), switched());
        state.listening.card = ReviewCard::Notes;
        let mut window = show(state, size);
        window.state_mut().state.listening.card = ReviewCard::Pauses;
        window.run();
        let length = window.get_by_label("Play the 3.0 s pause at 1:10.0").rect();
        let first = window.get_by_label("Pause at 1:10.0: word").rect();
        assert!(!length.intersects(first), "{size:?}: {length} {first}");
        assert!(first.left() >= length.left(), "{size:?}");
    }
}

#[test]
fn no_card_is_ever_empty() {
    let silent = || speech(&[]);
    let cases: [(ReviewCard, Option<Speech>, &str, &str); 5] = [
        (
            ReviewCard::Pauses,
            None,
            "Figures appear once this answer has been analyzed",
            "녹음 분석이 끝나면 수치가 나와요",
        ),
        (
            ReviewCard::Measures,
            None,
            "Figures appear once this answer has been analyzed",
            "녹음 분석이 끝나면 수치가 나와요",
        ),
        (
            ReviewCard::Pauses,
            Some(unbroken()),
            "No pauses longer than a second",
            "1초 넘게 멈춘 곳이 없어요",
        ),
        (
            ReviewCard::Pauses,
            Some(silent()),
            "No voice was heard in this recording",
            "이 녹음에서는 목소리가 들리지 않았어요",
        ),
        (
            ReviewCard::Measures,
            Some(silent()),
            "No voice was heard in this recording",
            "이 녹음에서는 목소리가 들리지 않았어요",
        ),
    ];
    for (card, heard, english, korean) in cases {
        for (language, words) in [(Language::English, english), (Language::Korean, korean)] {
            let mut state = reviewing(language, attempt());
            let id = state.review.as_ref().unwrap().id.clone();
            if let Some(heard) = &heard {
                state.speech.insert(id, Some(Arc::new(heard.clone())));
            }
            state.listening.card = card;
            show(state, LARGE).get_by_label(words);
        }
    }
}

#[test]
fn figures_are_rounded_and_the_two_languages_stand_side_by_side() {
    let expected: [(Language, &[&str]); 2] = [
        (
            Language::English,
            &[
                "Speaking time 94%",
                "Average run 20.4 s",
                "Pauses 2 / min",
                "First word after 1.2 s",
                "Usual pause 1.7 s",
                "Longest pause 3.0 s",
                "before 15.0 s",
                "after 15.0 s",
                "Longest pause: before 0.0 s, after 0.0 s",
                "Back to normal after 0.0 s",
            ],
        ),
        (
            Language::Korean,
            &[
                "말한 시간 94%",
                "한 번에 말한 길이 20.4초",
                "멈춘 횟수 분당 2번",
                "첫마디까지 1.2초",
                "평소 멈춤 1.7초",
                "가장 긴 멈춤 3.0초",
                "전 15.0초",
                "후 15.0초",
                "가장 긴 멈춤: 전 0.0초, 후 0.0초",
                "원래 속도로 돌아오기까지 0.0초",
            ],
        ),
    ];
    for (language, labels) in expected {
        let mut state = knowing(language, attempt(), switched());
        state.listening.card = ReviewCard::Measures;
        let window = show(state, [1100.0, 1400.0]);
        for label in labels {
            window.get_by_label(label);
        }
    }
}

#[test]
fn taps_stand_on_the_sound_and_their_shares_against_the_aim() {
    let mut tapped = attempt();
    for (secs, part) in [
        (1.2, StarPart::Situation),
        (21.4, StarPart::Task),
        (50.5, StarPart::Action),
        (90.5, StarPart::Result),
    ] {
        tapped
            .marks
            .push(Mark::new(frames(secs), MarkKind::Part(part)));
    }
    let mut state = knowing(Language::English, tapped, switched());
    state.listening.card = ReviewCard::Measures;
    let mut window = show(state, [1100.0, 1400.0]);
    window.get_by_label("Action: 37% of the time, 36% of the speech, target 60%");
    window.get_by_label("49.3 s before Action");
    let asked = press(&mut window, "Action, 0:50.5");
    assert_eq!(asked, [Command::SeekTo(frames(50.5))]);
}

#[test]
fn what_the_figures_cannot_know_is_one_press_away() {
    for language in BOTH {
        let (name, words) = if language == Language::English {
            (
                "Limits of automatic analysis",
                "Korean and English rates aren’t comparable. Compare each language only with itself.",
            )
        } else {
            (
                "자동 분석의 한계",
                "한국어와 영어의 속도는 서로 비교할 수 없어요. 같은 언어끼리만 비교하세요.",
            )
        };
        let mut window = show(knowing(language, attempt(), switched()), LARGE);
        assert!(window.query_by_label(words).is_none());
        window.get_by_role_and_label(Role::Button, name).click();
        window.run();
        window.get_by_label(words);
    }
}

#[test]
fn the_small_window_opens_the_card_that_a_key_asks_for() {
    let state = knowing(Language::English, attempt(), switched());
    let mut window = show(state, SMALL);
    // The transport has boxes of its own.
    let cause = "Pause at 1:10.0: breath";
    assert!(window.query_by_label(cause).is_none());
    window.state_mut().state.listening.card = ReviewCard::Pauses;
    window.run();
    window.get_by_label("Play the 3.0 s pause at 1:10.0");
    let list = window.get_by_label(cause).rect();
    let retake = window.get_by_role_and_label(Role::Button, "Retake").rect();
    let play = window.get_by_role_and_label(Role::Button, "Play").rect();
    assert!(play.bottom() < list.top() && list.bottom() < retake.top());
    press(&mut window, "My rating");
    window.get_by_label("1 / 10");
}
