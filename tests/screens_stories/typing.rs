//! Typing into a story: when a text is handed over, and when it is not.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, ImeEvent};
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::stories::StoryEdit;
use retake::model::language::Language;
use retake::model::star::StarPart;
use retake::model::story::Story;

use crate::{WIDE, asked_by, id, open, shown, value};

#[test]
fn half_a_syllable_is_never_handed_over_and_leaving_hands_over_the_rest() {
    let mut window = open(shown(Language::Korean), WIDE);
    let node = window.get_by_role_and_label(Role::MultilineTextInput, "과제");
    node.focus();
    window.run_steps(2);
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit {
            text: text.into(),
            active_range_chars: None,
        })
    };
    window.input_mut().events.push(preedit("하"));
    window.run_steps(90);
    assert_eq!(window.state().commands, []);
    let commit = Event::Ime(ImeEvent::Commit("한".into()));
    window.input_mut().events.push(commit);
    window.run_steps(2);
    assert_eq!(
        window.state().commands,
        [],
        "who still types is not hurried"
    );
    let row = "The billing alert, 아직 말한 적 없음";
    let commands = asked_by(&mut window, Role::Button, row);
    let edit = StoryEdit::Part(Language::Korean, StarPart::Task, "한".into());
    assert_eq!(commands[0], Command::EditStory { id: id("a"), edit });
    assert_eq!(commands[1..], [Command::SelectStory(Some(id("b")))]);
}

#[test]
fn a_part_that_changes_elsewhere_in_the_middle_of_a_syllable_loses_nothing() {
    let mut window = open(shown(Language::Korean), WIDE);
    let node = window.get_by_role_and_label(Role::MultilineTextInput, "과제");
    node.focus();
    window.run_steps(2);
    window
        .input_mut()
        .events
        .push(Event::Ime(ImeEvent::Preedit {
            text: "하".into(),
            active_range_chars: None,
        }));
    window.run_steps(2);
    let mut changed = Story::clone(&window.state().state.stories.list[0]);
    changed.korean.task = "폰에서".into();
    window.state_mut().state.stories.list[0] = Arc::new(changed);
    window.run_steps(2);
    let row = "The billing alert, 아직 말한 적 없음";
    let commands = asked_by(&mut window, Role::Button, row);
    let edit = StoryEdit::Part(Language::Korean, StarPart::Task, "폰에서하".into());
    assert_eq!(commands[0], Command::EditStory { id: id("a"), edit });
}

#[test]
fn numbers_and_tags_are_lists() {
    let mut window = open(shown(Language::English), WIDE);
    for (role, name, typed, edit) in [
        (
            Role::MultilineTextInput,
            "Numbers",
            "p99 800 ms → 120 ms",
            StoryEdit::Numbers(vec!["p99 800 ms → 120 ms".into()]),
        ),
        (
            Role::MultilineTextInput,
            "Tags",
            "school, , 2024 ",
            StoryEdit::Tags(vec!["school".into(), "2024".into()]),
        ),
        (
            Role::TextInput,
            "Title",
            "!",
            StoryEdit::Title("캡스톤: 결제 속도!".into()),
        ),
    ] {
        window.state_mut().commands.clear();
        window.get_by_role_and_label(role, name).focus();
        window.run_steps(2);
        window.input_mut().events.push(Event::Text(typed.into()));
        // Until it has settled.
        window.run_steps(90);
        let id = id("a");
        assert_eq!(
            window.state().commands,
            [Command::EditStory { id, edit }],
            "{name}"
        );
    }
}

#[test]
fn what_changes_elsewhere_comes_into_a_field_that_nobody_types_in() {
    let mut window = open(shown(Language::Korean), WIDE);
    let mut changed = Story::clone(&window.state().state.stories.list[0]);
    changed.korean.task = "바뀐 과제".into();
    window.state_mut().state.stories.list[0] = Arc::new(changed);
    window.run_steps(2);
    assert_eq!(
        value(&window, Role::MultilineTextInput, "과제"),
        "바뀐 과제"
    );
    assert_eq!(window.state().commands, []);
}

#[test]
fn a_story_that_gets_its_name_keeps_the_cursor_and_what_is_typed() {
    let mut window = open(shown(Language::English), WIDE);
    window
        .get_by_role_and_label(Role::TextInput, "Title")
        .focus();
    window.run_steps(2);
    window.input_mut().events.push(Event::Text("!".into()));
    window.run_steps(2);
    // What flow makes of a first title.
    let state = &mut window.state_mut().state;
    let mut named = Story::clone(&state.stories.list[0]);
    named.id = id("named");
    state.stories.list.push(Arc::new(named));
    state.stories.list.remove(0);
    state.stories.selected = Some(id("named"));
    state.stories.renamed = Some((id("a"), id("named")));
    window.run_steps(2);
    window.input_mut().events.push(Event::Text("?".into()));
    window.run_steps(90);
    let edit = StoryEdit::Title("캡스톤: 결제 속도!?".into());
    let id = id("named");
    assert_eq!(window.state().commands, [Command::EditStory { id, edit }]);
}
