//! Menus by keyboard: Enter picks and closes, the list follows the highlight, and Enter that ends a
//! syllable picks nothing.

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers, Popup};
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::state::Screen;
use retake::model::language::{Language, LanguagePlan};

use crate::common;
use crate::program::{Program, down, up};

#[test]
fn enter_that_ends_a_syllable_picks_nothing() {
    for shows in [true, false] {
        let mut state = common::state(Language::Korean, vec![]);
        state.practice.menu_open = true;
        let mut program = Program::new(state, true);
        assert!(program.in_field());
        let syllable = "늘".to_owned();
        if shows {
            program.pass(vec![Event::Ime(ImeEvent::Preedit {
                text: syllable.clone(),
                active_range_chars: None,
            })]);
        }
        program.pass(vec![up(Key::F)]);
        program.pass(vec![down(Key::Enter, Modifiers::NONE)]);
        assert_eq!(program.commands, []);
        let commit = Event::Ime(ImeEvent::Commit(syllable));
        program.pass(vec![commit, up(Key::Enter)]);
        assert_eq!(program.commands, []);
        program.rest();
        assert_eq!(program.commands, []);
        program.pass(vec![down(Key::Enter, Modifiers::NONE)]);
        let question = common::question().key();
        assert_eq!(program.commands, [Command::ChooseQuestion(question)]);
    }
}

#[test]
fn enter_picks_from_a_list_and_closes_it() {
    let attempts = vec![common::attempt(5, LanguagePlan::English)];
    let mut state = common::state(Language::English, attempts);
    state.screen = Screen::Timeline;
    let mut window = common::window(state, common::WIDE);
    window.run_steps(3);
    let list = window.get_all_by_role(Role::ComboBox).next().unwrap();
    list.focus();
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(3);
    assert!(Popup::is_any_open(&window.ctx));
    assert_eq!(window.state().commands, []);
    window.key_press(Key::ArrowDown);
    window.run_steps(3);
    let reached = window.get_all_by_role(Role::MenuItemRadio);
    assert_eq!(reached.filter(egui_kittest::Node::is_focused).count(), 1);
    window.key_press(Key::Enter);
    window.run_steps(3);
    assert!(!Popup::is_any_open(&window.ctx));
    assert_eq!(window.state().commands.len(), 1);
}
