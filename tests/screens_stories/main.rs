//! The stories screen by role and label, in both languages: nothing yet, the list and a story, typing,
//! the coverage; and what practice and review show of stories.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
mod coverage;
mod elsewhere;
mod typing;
mod view;

use std::sync::Arc;

use common::{Stage, asked_by, said};
use coverage::covered;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::state::{LibraryStatus, Screen, State};
use retake::flow::stories::StoriesTab;
use retake::model::attempt::Attempt;
use retake::model::coverage::Coverage;
use retake::model::fault::FileFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::principle::Principle;
use retake::model::story::{Story, StoryId};

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const TINY: [f32; 2] = [400.0, 280.0];
const LANGUAGES: [Language; 2] = [Language::Korean, Language::English];

fn id(name: &str) -> StoryId {
    StoryId::parse(name).unwrap()
}

fn story(name: &str, title: &str, principles: &[Principle]) -> Arc<Story> {
    let mut story = Story::new(id(name), title.into());
    story.principles = principles.to_vec();
    story.korean.action = "제가 로그를 읽었어요".into();
    story.english.action = "I read the logs".into();
    Arc::new(story)
}

fn empty(language: Language) -> State {
    let mut state = common::state(language, vec![]);
    state.screen = Screen::Stories;
    state.stories.loaded = true;
    cover(&mut state);
    state
}

/// What flow does before anything is drawn.
fn cover(state: &mut State) {
    let attempts = state.library.entries.iter().map(|entry| &*entry.attempt);
    let coverage = Coverage::new(&state.stories.list, attempts);
    state.stories.coverage.keep((0, 0), coverage);
    let list = state.stories.list.iter();
    state.stories.base = list
        .map(|story| (story.id.clone(), story.clone()))
        .collect();
}

fn told(minutes_ago: i64, story: &str) -> Attempt {
    let mut attempt = common::attempt(minutes_ago, LanguagePlan::English);
    attempt.story = Some(id(story));
    attempt
}

/// Two stories, one of them told today and three weeks ago; a file that cannot be read.
fn typical(language: Language) -> State {
    let attempts = vec![told(9, "a"), told(60 * 24 * 21, "a")];
    let mut state = common::state(language, attempts);
    state.screen = Screen::Stories;
    state.stories.loaded = true;
    state.stories.list = vec![
        story(
            "a",
            "캡스톤: 결제 속도",
            &[Principle::InventAndSimplify, Principle::Frugality],
        ),
        story("b", "The billing alert", &[Principle::Ownership]),
    ];
    state.stories.faults = vec![FileFault::BrokenStory {
        path: "/home/min/Retake/stories/broken.md".into(),
        line: Some(3),
        detail: "a string".into(),
    }];
    cover(&mut state);
    state
}

fn open(state: State, size: [f32; 2]) -> Harness<'static, Stage> {
    let mut window = common::window(state, size);
    window.run_steps(3);
    window
}

#[test]
fn without_stories_it_says_what_to_do_first() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut window = open(empty(language), size);
            window.get_by_label(said(
                language,
                "미리 정리한 경험이 면접에서 힘이 돼요",
                "Collect your stories before the interview asks for them",
            ));
            let new = said(language, "새 이야기", "New story");
            assert_eq!(
                asked_by(&mut window, Role::Button, new),
                [Command::NewStory]
            );
            let capture = said(language, "60초 동안 말로 남기기", "Tell one in 60 s");
            assert_eq!(
                asked_by(&mut window, Role::Button, capture),
                [Command::CaptureStory]
            );
        }
    }
}

#[test]
fn while_the_library_opens_or_when_it_cannot_it_says_so() {
    for language in LANGUAGES {
        let mut state = empty(language);
        state.stories.loaded = false;
        state.library.status = LibraryStatus::Opening;
        open(state, SMALL).get_by_label(said(
            language,
            "이야기를 불러오고 있어요",
            "Loading your stories",
        ));
        let mut state = empty(language);
        state.library.status = LibraryStatus::Failed(FileFault::LibraryInUse("/x".into()));
        let window = open(state, SMALL);
        assert!(
            window
                .query_by_label(said(language, "새 이야기", "New story"))
                .is_none()
        );
        window.get_by_label("/x");
    }
}

#[test]
fn the_list_says_how_often_and_when() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut window = open(typical(language), size);
            let row = said(
                language,
                "캡스톤: 결제 속도, 2번 말함 · 오늘, 영어",
                "캡스톤: 결제 속도, told 2 times · today, English",
            );
            assert_eq!(
                asked_by(&mut window, Role::Button, row),
                [Command::SelectStory(Some(id("a")))]
            );
            window.get_by_label(said(
                language,
                "The billing alert, 아직 말한 적 없음",
                "The billing alert, never told",
            ));
            window.get_by_label(said(
                language,
                "broken.md 파일을 읽을 수 없어요",
                "broken.md can’t be read",
            ));
            window.get_by_label(said(language, "3번째 줄: a string", "line 3: a string"));
        }
    }
}

fn shown(language: Language) -> State {
    let mut state = typical(language);
    state.stories.selected = Some(id("a"));
    state
}

fn value(window: &Harness<'static, Stage>, role: Role, name: &str) -> String {
    let node = window.get_by_role_and_label(role, name);
    node.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_story_shows_its_parts_in_one_language_at_a_time() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut window = open(shown(language), size);
            let action = said(language, "행동", "Action");
            let text = value(&window, Role::MultilineTextInput, action);
            assert_eq!(
                text,
                said(language, "제가 로그를 읽었어요", "I read the logs")
            );
            let other = said(language, "영어", "Korean");
            assert_eq!(
                asked_by(&mut window, Role::RadioButton, other),
                [Command::ShowStoryLanguage(language.other())]
            );
            for (korean, english, command) in [
                (
                    "파일 열기",
                    "Open the file",
                    Command::OpenStoryFile(id("a")),
                ),
                (
                    "이야기를 휴지통으로 옮기기",
                    "Move the story to the trash",
                    Command::DeleteStory(id("a")),
                ),
            ] {
                let name = said(language, korean, english);
                assert_eq!(asked_by(&mut window, Role::Button, name), [command]);
            }
            let back = said(language, "목록으로", "Back to the list");
            if size == SMALL {
                assert_eq!(
                    asked_by(&mut window, Role::Button, back),
                    [Command::SelectStory(None)]
                );
            } else {
                assert!(
                    window.query_by_label(back).is_none(),
                    "the list is beside it"
                );
            }
        }
    }
}

#[test]
fn a_newer_story_can_be_read_and_not_be_typed_into() {
    for language in LANGUAGES {
        let mut state = shown(language);
        Arc::make_mut(&mut state.stories.list[0]).read_only = true;
        let mut window = open(state, WIDE);
        window.get_by_label_contains(said(
            language,
            "읽을 수만 있어요",
            "You can only read it here",
        ));
        window.get_by_label("캡스톤: 결제 속도");
        let trash = said(
            language,
            "이야기를 휴지통으로 옮기기",
            "Move the story to the trash",
        );
        assert_eq!(asked_by(&mut window, Role::Button, trash), []);
    }
}

#[test]
fn the_first_telling_can_be_heard() {
    for language in LANGUAGES {
        let mut state = shown(language);
        let attempt = state.library.entries[0].attempt.id.clone();
        Arc::make_mut(&mut state.stories.list[0]).captured = Some(attempt.clone());
        let mut window = open(state, WIDE);
        let play = said(language, "처음 녹음 듣기", "Play the original recording");
        assert_eq!(
            asked_by(&mut window, Role::Button, play),
            [Command::PlayRow(attempt)]
        );
    }
}

#[test]
fn in_the_smallest_window_nothing_is_lost() {
    for language in LANGUAGES {
        for state in [empty, typical, shown, covered] {
            let state = state(language);
            let window = open(state, TINY);
            window.get_by_label(said(language, "새 이야기", "New story"));
        }
    }
}

#[test]
fn a_busy_list_is_drawn_as_well() {
    let mut state = covered(Language::Korean);
    state.stories.list = (0..60)
        .map(|n| {
            story(
                &format!("s{n:02}"),
                &format!("아주 긴 제목의 이야기 {n:02} 번째"),
                &Principle::ALL,
            )
        })
        .collect();
    cover(&mut state);
    for tab in [StoriesTab::Coverage, StoriesTab::Stories] {
        state.stories.tab = tab;
        for size in [WIDE, SMALL] {
            let window = open(state.clone(), size);
            let found = window.query_all_by_label_contains("이야기 00 번째");
            assert!(found.count() > 0);
        }
    }
}

#[test]
fn a_story_without_a_title_is_not_called_by_a_time() {
    for language in LANGUAGES {
        let mut state = empty(language);
        state.stories.list = vec![story("2026-11-21-14-25", "", &[]), story("queue", "", &[])];
        state.stories.list.sort_by(|a, b| a.id.cmp(&b.id));
        cover(&mut state);
        let window = open(state, WIDE);
        let untitled = said(language, "제목 없는 이야기", "Untitled story");
        let found = |words: &str| window.query_all_by_label_contains(words).next().is_some();
        assert!(found(untitled));
        assert!(!found("2026-11-21"));
        assert!(
            found("queue"),
            "a file that the person named keeps its name"
        );
    }
}
