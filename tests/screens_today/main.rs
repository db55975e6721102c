//! Today by role and label, in both languages: a new library, a list with its reasons, a day that is
//! done, a library that cannot be opened, role and date.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../common/mod.rs"]
mod common;
mod tellings;
pub mod view;

use common::{Stage, said};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::state::{LibraryStatus, Screen, State};
use retake::flow::today::TodayCommand;
use retake::model::attempt::Attempt;
use retake::model::fault::FileFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::principle::Principle;
use retake::model::question::Question;

const WIDE: [f32; 2] = [1100.0, 720.0];
const SMALL: [f32; 2] = [800.0, 560.0];
const ZOOMED: [f32; 2] = [400.0, 280.0];
const LANGUAGES: [Language; 2] = [Language::Korean, Language::English];

/// What a click on a control asks for.
fn asked_by(window: &mut Harness<'static, Stage>, role: Role, label: &str) -> Vec<Command> {
    window.get_by_role_and_label(role, label).scroll_to_me();
    window.run_steps(4);
    window.state_mut().commands.clear();
    window.get_by_role_and_label(role, label).click();
    window.run_steps(3);
    std::mem::take(&mut window.state_mut().commands)
}

fn buttons(window: &Harness<'static, Stage>) -> Vec<String> {
    window
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

/// A question for each of the first three principles, and the one of the pictures.
fn questions() -> Vec<Question> {
    let more = [
        (Principle::DiveDeep, "Deep down?", "깊은 곳?"),
        (Principle::Ownership, "Your own?", "내 것?"),
        (Principle::Frugality, "With little?", "적은 것으로?"),
    ];
    let more = more
        .into_iter()
        .enumerate()
        .map(|(at, (it, en, ko))| Question {
            id: format!("more-{at}"),
            principles: vec![it],
            text: common::both(en, ko),
            ..Question::default()
        });
    std::iter::once(common::question()).chain(more).collect()
}

fn today(language: Language, attempts: Vec<Attempt>) -> State {
    let mut state = common::state(language, attempts);
    state.screen = Screen::Today;
    state.questions = questions();
    let (roles, faults) = retake::library::roles::load_all(None);
    assert_eq!(faults, []);
    state.roles = roles;
    state.settings.role = Some("cloud-support".into());
    state.refresh_today(common::now().date.date());
    state
}

#[test]
fn a_new_library_says_what_to_do_first() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL, ZOOMED] {
            let mut state = today(language, vec![]);
            state.settings.role = None;
            let mut window = common::window(state, size);
            window.run_steps(3);
            window.get_by_label(said(
                language,
                "직무를 고르고, 면접 날짜를 알면 적고, 첫 질문에 답해 보세요",
                "Choose a role, set the interview date if you know it, and answer your first question",
            ));
            let start = said(language, "첫 질문에 답하기", "Answer your first question");
            assert_eq!(
                asked_by(&mut window, Role::Button, start),
                [Command::Today(TodayCommand::StartNext)]
            );
            let title = said(language, "오늘 0 / 3개", "Today: 0 of 3");
            window.get_by_role_and_label(Role::Heading, title);
        }
    }
}

#[test]
fn every_row_says_why_and_begins_or_waits() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let mut window = common::window(today(language, vec![]), size);
            window.run_steps(3);
            let row = said(
                language,
                "깊은 곳? · 한국어 · 한국어로 답한 적이 없어요",
                "깊은 곳? · Korean · Never answered in Korean",
            );
            let (question, spoken) = ("more-0".to_owned(), Language::Korean);
            let begin = Command::Today(TodayCommand::Start {
                question: question.clone(),
                language: spoken,
            });
            assert_eq!(asked_by(&mut window, Role::Button, row), [begin]);
            let not = said(language, "오늘은 건너뛰기", "Skip for today");
            let nots = buttons(&window).into_iter().filter(|it| it == not).count();
            assert_eq!(nots, 3);
            window.state_mut().commands.clear();
            window.get_all_by_label(not).next().unwrap().click();
            window.run_steps(3);
            let off = Command::Today(TodayCommand::PutOff {
                question,
                language: spoken,
            });
            assert_eq!(window.state().commands, [off]);
        }
    }
}

#[test]
fn what_was_done_stands_first_and_a_done_day_says_so() {
    for language in LANGUAGES {
        let attempts = vec![
            common::attempt(5, LanguagePlan::English),
            common::attempt(9, LanguagePlan::Korean),
        ];
        let latest = attempts[0].id.clone();
        let mut state = today(language, attempts);
        let mut window = common::window(state.clone(), WIDE);
        window.run_steps(3);
        let title = said(language, "오늘 2 / 3개", "Today: 2 of 3");
        window.get_by_role_and_label(Role::Heading, title);
        let question = common::question().text.en;
        let done = said(language, "했어요", "Done");
        let spoken = said(language, "영어", "English");
        let row = buttons(&window);
        let row = row.iter().find(|it| it.contains(&question)).unwrap();
        assert!(row.starts_with(done), "{row} {spoken}");
        assert_eq!(
            asked_by(&mut window, Role::Button, row),
            [Command::OpenAttempt(latest)]
        );
        state.settings.interview_date = Some(common::now().date.date());
        state.refresh_today(common::now().date.date());
        let mut window = common::window(state, SMALL);
        window.run_steps(3);
        window.get_by_label(said(
            language,
            "오늘이 면접 날이에요",
            "The interview is today",
        ));
        window.get_by_label_contains(said(language, "다 했어요", "That’s all for today"));
        let more = said(language, "하나 더", "One more");
        assert_eq!(
            asked_by(&mut window, Role::Button, more),
            [Command::Today(TodayCommand::StartNext)]
        );
    }
}

#[test]
fn a_library_that_cannot_be_opened_says_what_to_do() {
    for language in LANGUAGES {
        let mut state = today(language, vec![]);
        state.library.status = LibraryStatus::Failed(FileFault::LibraryReadOnly("/x".into()));
        let mut window = common::window(state, SMALL);
        window.run_steps(3);
        let settings = said(language, "설정으로 가기", "Go to settings");
        assert_eq!(
            asked_by(&mut window, Role::Button, settings),
            [Command::GoTo(Screen::Settings)]
        );
        let mut state = today(language, vec![]);
        state.library.status = LibraryStatus::Opening;
        let mut window = common::window(state, SMALL);
        window.run_steps(3);
        window.get_by_label(said(
            language,
            "보관함을 여는 중이에요…",
            "Opening your library…",
        ));
    }
}

#[test]
fn without_questions_nothing_can_be_proposed() {
    for language in LANGUAGES {
        let mut state = today(language, vec![]);
        state.questions.clear();
        state.library.changed();
        state.refresh_today(common::now().date.date());
        let mut window = common::window(state, WIDE);
        window.run_steps(3);
        window.get_by_label_contains(said(
            language,
            "추천할 질문이 없어요",
            "no questions to suggest",
        ));
        let start = said(language, "시작하기", "Start");
        assert!(!buttons(&window).iter().any(|it| it == start));
    }
}

#[test]
fn the_day_is_typed_or_moved_and_a_wrong_one_is_told() {
    for language in LANGUAGES {
        let mut window = common::window(today(language, vec![]), WIDE);
        window.run_steps(3);
        let field = said(language, "면접 날짜", "Interview date");
        let later = said(language, "하루 미루기", "A day later");
        let day = common::now().date.date();
        let set = |date| Command::Today(TodayCommand::SetInterview(Some(date)));
        assert_eq!(
            asked_by(&mut window, Role::Button, later),
            [set(day.tomorrow().unwrap())]
        );
        let enter = |window: &mut Harness<'static, Stage>, text: &str| {
            window.get_by_role_and_label(Role::TextInput, field).focus();
            window.run_steps(2);
            window
                .input_mut()
                .events
                .push(egui::Event::Text(text.into()));
            window.run_steps(1);
            window.key_press(egui::Key::Enter);
            window.run_steps(3);
            std::mem::take(&mut window.state_mut().commands)
        };
        assert_eq!(enter(&mut window, "12/40"), []);
        window.get_by_label_contains(said(language, "달력에 없는", "That date doesn’t exist"));
        let mut window = common::window(today(language, vec![]), WIDE);
        window.run_steps(3);
        let typed = said(language, "12월 1일", "1 Dec");
        let wished = jiff::civil::date(2026, 12, 1);
        assert_eq!(enter(&mut window, typed), [set(wished)]);
    }
}

#[test]
fn the_role_says_why_it_weighs_so_and_can_be_made_ones_own() {
    for language in LANGUAGES {
        let mut window = common::window(today(language, vec![]), SMALL);
        window.run_steps(3);
        window.get_by_label_contains(said(
            language,
            "면접을 본 지원자가",
            "the guess of a candidate",
        ));
        let own = said(language, "가중치 파일 직접 수정…", "Edit the weights file…");
        assert_eq!(
            asked_by(&mut window, Role::Button, own),
            [Command::Today(TodayCommand::MakeRoleOwn)]
        );
        let role = said(language, "직무: 클라우드 서포트", "Role: Cloud Support");
        window.get_by_role_and_label(Role::ComboBox, role).click();
        window.run_steps(4);
        let sales = said(language, "영업·어카운트", "Sales and accounts");
        window.state_mut().commands.clear();
        window.get_by_label(sales).click();
        window.run_steps(3);
        let chosen = Command::Today(TodayCommand::SetRole(Some("sales".into())));
        assert_eq!(window.state().commands, [chosen]);
    }
}
