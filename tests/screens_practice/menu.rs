//! The menu of questions: what it lists, and how it is used by keyboard alone.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::flow::today::TodayCommand;
use retake::flow::{Command, State};
use retake::model::filter::Filter;
use retake::model::language::{Bilingual, Language};
use retake::model::principle::Principle;
use retake::model::question::{PackTitle, Question, Subject};
use retake::ui::practice::menu_view::{Row, rows};

use crate::common::asked_by;
use crate::{LANGUAGES, WIDE, common, typical};

/// The menu is open, and there is a pack of the person's own.
fn open(language: Language) -> State {
    let mut state = typical(language);
    state.questions.push(Question {
        id: "mine".into(),
        pack: "own".into(),
        text: Bilingual {
            en: "What broke last?".into(),
            ko: "무엇이 마지막으로 고장 났나요?".into(),
        },
        principles: vec![Principle::DiveDeep],
        ..Question::default()
    });
    state.questions.push(Question {
        id: "net".into(),
        pack: "own".into(),
        subject: Subject::Network,
        ..Question::default()
    });
    state.packs.push(PackTitle {
        id: "own".into(),
        title: Bilingual {
            en: "My own".into(),
            ko: "내 질문".into(),
        },
    });
    state.practice.menu_open = true;
    state
}

/// The rows as text: headings, and choices with their count and a star for the one in force.
fn listed(state: &State, typed: &str) -> Vec<String> {
    let words = common::words();
    let row = |row: Row| match row {
        Row::Heading(heading) => format!("# {heading}"),
        Row::Choice(choice) => {
            let count = choice.count.map(|count| format!(" {count}"));
            let star = if choice.current { " *" } else { "" };
            format!("{}{}{star}", choice.label, count.unwrap_or_default())
        }
    };
    let rows = rows(words.of(state.language()), state, typed);
    rows.into_iter().map(row).collect()
}

#[test]
fn it_lists_what_has_questions() {
    let asked = common::question().text.ko;
    assert_eq!(
        listed(&open(Language::English), ""),
        [
            "# By role",
            "All principles *",
            "# By your answers",
            "Not answered yet 1",
            "# By subject",
            "Networking 1",
            "# By principle",
            "Invent and Simplify 1",
            "Bias for Action 1",
            "Dive Deep 1",
            "# Question packs",
            "My own 2",
            "# Questions",
            &format!("{asked} *"),
            "무엇이 마지막으로 고장 났나요?",
        ]
    );
}

#[test]
fn it_finds_by_initial_consonants_and_in_all_questions() {
    let state = open(Language::Korean);
    assert_eq!(listed(&state, "ㄴㅈㅁ"), ["# 질문 팩", "내 질문 2"]);
    assert_eq!(
        listed(&state, "고장"),
        ["# 질문", "무엇이 마지막으로 고장 났나요?"]
    );
    assert!(listed(&state, "xyz").is_empty());
}

#[test]
fn its_opener_says_what_is_drawn_and_opens_it() {
    let mut window = common::window(typical(Language::English), WIDE);
    let chip = "Questions: All principles · 1 question left";
    let asked = asked_by(&mut window, Role::ComboBox, chip);
    assert_eq!(asked, [Command::ToggleQuestionMenu]);
}

#[test]
fn a_row_is_picked_by_pointer() {
    let mut window = common::window(open(Language::English), WIDE);
    let asked = asked_by(&mut window, Role::MenuItemRadio, "Not answered yet");
    assert_eq!(asked, [Command::SetPracticeFilter(Filter::NeverAnswered)]);
}

#[test]
fn typing_arrows_and_enter_pick_without_a_pointer() {
    for language in LANGUAGES {
        let mut window = common::window(open(language), WIDE);
        window.run_steps(2);
        for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter] {
            window.key_press(key);
            window.run_steps(1);
        }
        assert_eq!(
            std::mem::take(&mut window.state_mut().commands),
            [Command::SetPracticeFilter(Filter::NeverAnswered)]
        );
    }
    let mut window = common::window(open(Language::English), WIDE);
    window.run_steps(2);
    window.key_press(Key::Enter);
    window.run_steps(1);
    assert_eq!(
        std::mem::take(&mut window.state_mut().commands),
        [
            Command::Today(TodayCommand::SetRole(None)),
            Command::SetPracticeFilter(Filter::General)
        ]
    );
}

#[test]
fn a_screen_reader_hears_the_row_that_was_reached() {
    let mut window = common::window(open(Language::English), WIDE);
    window.run_steps(2);
    window.get_by_role_and_label(Role::Status, "All principles");
    window.key_press(Key::ArrowDown);
    window.run_steps(2);
    window.get_by_role_and_label(Role::Status, "Not answered yet");
}
