//! Reading aloud on the card: the voice's button, and words that are to be listened to.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::reading::OnCard;
use retake::flow::state::State;
use retake::model::language::Language;
use retake::model::reading::{Reader, ReadingFault};
use retake::model::settings::Reading;

use crate::common;
use crate::{LANGUAGES, SMALL, WIDE, asked_by, said, typical};

fn reads(language: Language, how: Reading) -> State {
    let mut state = typical(language);
    state.settings.reading = how;
    state.aloud.found = Some(Ok(Reader {
        program: "voice".into(),
        korean: true,
        english: true,
    }));
    let text = state.practice.question.as_ref().unwrap().text.clone();
    state.aloud.card = Some(OnCard::new(text, false));
    state
}

fn with_card(mut state: State, change: impl FnOnce(&mut OnCard)) -> State {
    change(state.aloud.card.as_mut().unwrap());
    state
}

#[test]
fn the_voice_can_be_heard_stopped_and_heard_once_more() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let hear = said(language, "듣기", "Listen");
            let mut window = common::window(reads(language, Reading::Aloud), size);
            let asked = asked_by(&mut window, Role::Button, hear);
            assert_eq!(asked, [Command::RepeatQuestion]);

            let mut speaking = reads(language, Reading::Aloud);
            speaking.aloud.reading = Some(1);
            let stop = said(language, "그만 듣기", "Stop listening");
            let mut window = common::window(speaking, size);
            let asked = asked_by(&mut window, Role::Button, stop);
            assert_eq!(asked, [Command::RepeatQuestion]);

            let heard = with_card(reads(language, Reading::Aloud), |card| card.heard = true);
            let again = said(language, "한 번 더 듣기", "Listen again");
            let mut window = common::window(heard, size);
            let asked = asked_by(&mut window, Role::Button, again);
            assert_eq!(asked, [Command::RepeatQuestion]);

            let twice = with_card(reads(language, Reading::Aloud), |card| {
                card.heard = true;
                card.repeats_left = 0;
            });
            let done = said(language, "두 번 들었어요", "Heard twice");
            let mut window = common::window(twice, size);
            assert_eq!(asked_by(&mut window, Role::Button, done), []);
        }
    }
}

#[test]
fn words_to_be_listened_to_are_hidden_until_they_are_asked_for() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let state = reads(language, Reading::ListenOnly);
            let words = state.practice.question.as_ref().unwrap().text.ko.clone();
            let first = words.split(',').next().unwrap().to_owned();
            let mut window = common::window(state.clone(), size);
            assert!(window.query_by_label_contains(&first).is_none());
            window.get_by_label(said(
                language,
                "먼저 질문을 들어 보세요",
                "Listen to the question first",
            ));
            let show = said(language, "글로 보기", "Show text");
            assert_eq!(
                asked_by(&mut window, Role::Button, show),
                [Command::ShowWords]
            );
            let shown = with_card(state, |card| card.shown = true);
            let window = common::window(shown, size);
            window.get_by_label_contains(&first);
        }
    }
}

#[test]
fn where_nothing_can_be_read_the_words_stand_as_ever() {
    let mut state = reads(Language::Korean, Reading::ListenOnly);
    state.aloud.found = Some(Err(ReadingFault::NoProgram));
    let words = state.practice.question.as_ref().unwrap().text.ko.clone();
    let first = words.split(',').next().unwrap().to_owned();
    let window = common::window(state, WIDE);
    window.get_by_label_contains(&first);
    assert!(window.query_by_label("듣기").is_none());
}
