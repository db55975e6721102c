//! The trash: empty, full, with its question.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::timeline::{ShownTrash, TrashCommand};
use retake::flow::{Command, State};
use retake::model::language::{Language, LanguagePlan};
use retake::model::trash::{Trash, TrashedAnswer};

use crate::common::{self, said};
use crate::{BOTH, SMALL, WIDE, of, typical};

fn holding(language: Language) -> State {
    let mut state = typical(language);
    let answers = [40, 50].map(|minutes| {
        let attempt = Arc::new(common::attempt(minutes, LanguagePlan::Korean));
        TrashedAnswer {
            folder: attempt.id.to_string(),
            attempt,
        }
    });
    state.timeline.trash = Some(ShownTrash {
        selected: Some(answers[0].folder.clone()),
        found: Some(Trash {
            answers: answers.to_vec(),
            others: 3,
            bytes: 12_300_000,
        }),
        ..ShownTrash::default()
    });
    state
}

#[test]
fn rows_say_what_was_thrown_away_and_lead_back() {
    for language in BOTH {
        for size in [WIDE, SMALL] {
            let state = holding(language);
            let answers = state.timeline.trash.clone().unwrap().found.unwrap().answers;
            let mut window = common::window(state, size);
            window.run();
            window.get_by_label(said(language, "휴지통", "Trash"));
            window.get_by_label(said(language, "5개, 12.3 MB", "5 items, 12.3 MB"));
            window.get_by_label_contains(said(
                language,
                "직접 비우기 전에는",
                "until you empty it",
            ));
            let rows: Vec<_> = window.get_all_by_role(Role::ListItem).collect();
            assert_eq!(rows.len(), 2);
            let row = rows[0].accesskit_node();
            assert!(row.label().unwrap().contains("1:52"));
            assert_eq!(row.is_selected(), Some(true));
            drop(rows);
            for (name, command) in [
                (
                    said(language, "되돌리기", "Restore"),
                    TrashCommand::Restore(answers[1].folder.clone()),
                ),
                (
                    said(language, "재생", "Play"),
                    TrashCommand::Play(answers[1].folder.clone()),
                ),
            ] {
                let buttons = window.get_all_by_role_and_label(Role::Button, name);
                let last = buttons.last().unwrap();
                last.click();
                window.run();
                let commands = &window.state().commands;
                assert_eq!(commands.last(), Some(&Command::Trash(command)), "{name}");
            }
        }
    }
}

#[test]
fn emptying_says_how_much_and_asks_first() {
    for language in BOTH {
        let mut state = holding(language);
        let mut window = common::window(state.clone(), WIDE);
        window.run();
        let empty = said(language, "휴지통 비우기…", "Empty the trash…");
        window.get_by_role_and_label(Role::Button, empty).click();
        window.run();
        let asked = Command::Trash(TrashCommand::AskToEmpty);
        assert_eq!(window.state().commands.last(), Some(&asked));
        state.timeline.trash.as_mut().unwrap().asked = true;
        let mut window = common::window(state, WIDE);
        window.run();
        window.get_by_label(said(
            language,
            "5개(12.3 MB)를 완전히 삭제할까요? 되돌릴 수 없어요.",
            "Delete 5 items (12.3 MB) for good? They can’t be restored.",
        ));
        assert!(window.query_by_label(empty).is_none());
        let delete = said(language, "완전히 삭제", "Delete for good");
        window.get_by_role_and_label(Role::Button, delete).click();
        window.run();
        let emptied = Command::Trash(TrashCommand::Empty);
        assert_eq!(window.state().commands.last(), Some(&emptied));
    }
}

#[test]
fn an_empty_trash_says_so_and_is_found_without_any_answer() {
    for language in BOTH {
        let mut state = of(language, vec![]);
        let mut window = common::window(state.clone(), WIDE);
        window.run();
        let trash = said(language, "휴지통", "Trash");
        window.get_by_role_and_label(Role::Button, trash).click();
        window.run();
        let toggled = Command::Trash(TrashCommand::Toggle);
        assert_eq!(window.state().commands.last(), Some(&toggled));
        state.timeline.trash = Some(ShownTrash {
            found: Some(Trash::default()),
            ..ShownTrash::default()
        });
        let mut window = common::window(state, WIDE);
        window.run();
        window.get_by_label(said(language, "휴지통이 비어 있어요", "The trash is empty"));
        let back = said(language, "답 목록으로", "Back to the answers");
        window.get_by_role_and_label(Role::Button, back).click();
        window.run();
        assert_eq!(window.state().commands.last(), Some(&toggled));
    }
}
