//! Answers of a chain: under the answer that began it, found by search, and alone when it is gone.

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::State;
use retake::model::attempt::Attempt;
use retake::model::attempt::Link;
use retake::model::language::{Language, LanguagePlan};
use retake::model::question::FollowUpKind;
use retake::model::timeline::Row;

use crate::common::{self, Stage};
use crate::{BOTH, DAY, WIDE, filtered, of};

fn asked(minutes_ago: i64, words: &str, link: Option<(&Attempt, u8)>) -> Attempt {
    let mut attempt = common::attempt(minutes_ago, LanguagePlan::Korean);
    attempt.question.text = common::both(words, words);
    attempt.link = link.map(|(first, depth)| Link {
        first: first.id.clone(),
        depth,
        kind: FollowUpKind::Why,
    });
    attempt
}

/// From the newest: another answer, three follow-ups, what began them, one of yesterday's chain.
fn chain(language: Language) -> State {
    let first = asked(50, "first", None);
    let yesterday = asked(DAY + 60, "yesterday", None);
    let attempts = vec![
        asked(5, "other", None),
        asked(10, "late", Some((&yesterday, 1))),
        asked(20, "second again", Some((&first, 2))),
        asked(30, "second", Some((&first, 2))),
        asked(40, "one", Some((&first, 1))),
        first,
        yesterday,
    ];
    filtered(of(language, attempts))
}

fn rows(state: &State) -> Vec<&str> {
    let name = |row: &Row| match row {
        Row::Day(..) => None,
        Row::Attempt(index) => Some(
            state
                .library
                .entries
                .get(*index)?
                .attempt
                .question
                .text
                .en
                .as_str(),
        ),
    };
    state.timeline.rows.iter().filter_map(name).collect()
}

fn caption(window: &Harness<'_, Stage>, words: &str) -> String {
    let node = window.get_by(|node| {
        node.role() == Role::ListItem
            && node
                .label()
                .is_some_and(|it| it.starts_with(&format!("{words}, ")))
    });
    node.accesskit_node().label().unwrap_or_default()
}

#[test]
fn follow_ups_hang_under_the_answer_that_began_their_chain() {
    for language in BOTH {
        let state = chain(language);
        let expected = [
            "other",
            "late",
            "first",
            "one",
            "second",
            "second again",
            "yesterday",
        ];
        assert_eq!(rows(&state), expected);
        let mut window = common::window(state, WIDE);
        window.run();
        let (deep, depth, late) = match language {
            Language::English => ("2 follow-ups", "Follow-up 2", "Follow-up 1"),
            Language::Korean => ("꼬리질문 2개", "꼬리질문 2", "꼬리질문 1"),
        };
        assert!(caption(&window, "first").contains(deep));
        assert!(caption(&window, "second").contains(depth));
        assert!(!caption(&window, "other").contains(deep));
        // Its chain began on another day: it stands by itself, with its depth.
        assert!(caption(&window, "late").contains(late));
    }
}

#[test]
fn search_finds_a_follow_up_alone() {
    let mut state = chain(Language::English);
    state.timeline.filter.query = "one".into();
    let state = filtered(state);
    assert_eq!(rows(&state), ["one"]);
    let mut window = common::window(state, WIDE);
    window.run();
    assert!(caption(&window, "one").contains("Follow-up 1"));
}

#[test]
fn an_orphan_stands_in_its_own_place() {
    let mut state = chain(Language::English);
    let gone = |entry: &retake::model::timeline::Entry| entry.attempt.question.text.en != "first";
    state.library.entries.retain(gone);
    let state = filtered(state);
    let expected = [
        "other",
        "late",
        "second again",
        "second",
        "one",
        "yesterday",
    ];
    assert_eq!(rows(&state), expected);
    let mut window = common::window(state, WIDE);
    window.run();
    assert!(caption(&window, "second").contains("Follow-up 2"));
}
