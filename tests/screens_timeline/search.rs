//! Searching as one types, and the filters.

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::model::language::Language;
use retake::model::principle::Principle;

use crate::common::{self, Stage};
use crate::{WIDE, filtered, pushed, typical};

fn queries(window: &Harness<'_, Stage>) -> Vec<String> {
    let all = window.state().commands.iter();
    all.filter_map(|command| match command {
        Command::SetQuery(query) => Some(query.clone()),
        _ => None,
    })
    .collect()
}

#[test]
fn searching_takes_half_made_syllables() {
    let mut window = common::window(typical(Language::Korean), WIDE);
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, "답 찾기")
        .focus();
    window.run();
    for text in ["ㅎ", "하", "한"] {
        window.event(Event::Ime(ImeEvent::Preedit {
            text: text.into(),
            active_range_chars: None,
        }));
        window.run();
    }
    window.event(Event::Ime(ImeEvent::Commit("한".into())));
    window.run();
    window.event(Event::Text("1".into()));
    window.run();
    let queries = queries(&window);
    assert!(
        queries.starts_with(&["ㅎ".into(), "하".into(), "한".into()]),
        "{queries:?}"
    );
    assert_eq!(queries.last().map(String::as_str), Some("한1"));
    let field = window.get_by_role_and_label(Role::TextInput, "답 찾기");
    assert_eq!(
        field.value().as_deref(),
        Some("한1"),
        "state lags behind and must not win"
    );
}

#[test]
fn escape_empties_the_field_and_enter_only_leaves_it() {
    let mut window = common::window(typical(Language::English), WIDE);
    window.run();
    let name = "Search answers";
    let field = |window: &Harness<'_, Stage>| {
        let node = window.get_by_role_and_label(Role::TextInput, name);
        (node.value().unwrap_or_default(), node.is_focused())
    };
    window.state_mut().state.timeline.focus_search += 1;
    window.run();
    assert!(field(&window).1, "asked for by a key");
    window.event(Event::Text("dive".into()));
    window.run();
    window.state_mut().state.timeline.filter.query = "dive".into();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(field(&window), ("dive".into(), false));
    window.state_mut().state.timeline.focus_search += 1;
    window.run();
    window.state_mut().state.timeline.filter.query.clear();
    window.run();
    assert_eq!(
        field(&window),
        (String::new(), true),
        "emptied as Escape does"
    );
}

#[test]
fn the_cross_empties_the_search() {
    let mut state = typical(Language::English);
    state.timeline.filter.query = "second".into();
    let mut window = common::window(filtered(state), WIDE);
    window.run();
    window.get_by_label("1 of 4 answers");
    window
        .get_by_role_and_label(Role::Button, "Clear search")
        .click();
    window.run();
    assert_eq!(queries(&window), [""]);
}

#[test]
fn filters_are_menus() {
    let mut window = common::window(typical(Language::Korean), WIDE);
    window.run();
    window
        .get_by_role_and_label(Role::ComboBox, "원칙: 모든 원칙")
        .click();
    window.run();
    window
        .get_by_role_and_label(Role::MenuItemRadio, "주인의식")
        .click();
    window.run();
    let wanted = Command::SetTimelinePrinciple(Some(Principle::Ownership));
    assert_eq!(pushed(&window, &wanted), 1);
    window
        .get_by_role_and_label(Role::ComboBox, "언어: 모든 언어")
        .click();
    window.run();
    window
        .get_by_role_and_label(Role::MenuItemRadio, "영어")
        .click();
    window.run();
    let wanted = Command::SetTimelineLanguage(Some(Language::English));
    assert_eq!(pushed(&window, &wanted), 1);
}
