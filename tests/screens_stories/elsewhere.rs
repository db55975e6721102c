//! What practice and review show of stories.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::state::{Review, Screen};
use retake::flow::task::Task;
use retake::model::attempt::Attempt;
use retake::model::story_words;

use crate::{LANGUAGES, SMALL, WIDE, asked_by, id, open, said, typical};

#[test]
fn practice_says_for_which_story_and_lets_it_go() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut state = typical(language);
            state.screen = Screen::Practice;
            state.practice.task = Task::free(Some(id("b")));
            let mut window = open(state, size);
            window.get_by_label(said(
                language,
                "이 이야기로: The billing alert",
                "For: The billing alert",
            ));
            let forget = said(
                language,
                "이야기를 정하지 않고 답하기",
                "Answer without choosing a story",
            );
            assert_eq!(
                asked_by(&mut window, Role::Button, forget),
                [Command::ForgetStory]
            );
        }
    }
}

#[test]
fn practice_asks_for_a_story_and_leads_back() {
    for language in LANGUAGES {
        let mut state = typical(language);
        state.screen = Screen::Practice;
        state.practice.question = Some(story_words::capture_question());
        state.practice.task = Task::CaptureStory;
        let mut window = open(state, WIDE);
        let back = said(language, "이야기로 돌아가기", "Back to stories");
        assert_eq!(asked_by(&mut window, Role::Button, back), [Command::Escape]);
    }
}

#[test]
fn the_review_says_which_story_was_told() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            for (story, korean, english) in [
                (
                    Some("b"),
                    "말한 이야기: The billing alert",
                    "Story told: The billing alert",
                ),
                (
                    None,
                    "말한 이야기: 이야기 고르기",
                    "Story told: Which story?",
                ),
                (
                    Some("old"),
                    "말한 이야기: 찾을 수 없는 이야기: old",
                    "Story told: missing story: old",
                ),
            ] {
                let mut state = typical(language);
                let mut entry = Attempt::clone(&state.library.entries[0].attempt);
                entry.story = story.map(id);
                let reviewed = entry.id.clone();
                state.library.entries[0] = retake::model::timeline::Entry::new(Arc::new(entry));
                state.screen = Screen::Review;
                state.review = Some(Review {
                    id: reviewed,
                    line: 0,
                    sitting: None,
                    from: Screen::Timeline,
                });
                let mut window = open(state, size);
                let chip = said(language, korean, english);
                asked_by(&mut window, Role::ComboBox, chip);
                let choice = "캡스톤: 결제 속도";
                assert_eq!(
                    asked_by(&mut window, Role::MenuItemRadio, choice),
                    [Command::TellStory(Some(id("a")))]
                );
            }
        }
    }
}
