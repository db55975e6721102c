//! A sentence that is said again: which one it is, its takes, and which of them is heard.

use std::sync::Arc;

use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::Command;
use retake::flow::mending::{MendCommand, PendingMend};
use retake::flow::state::State;
use retake::flow::task::Task;
use retake::model::attempt::AttemptId;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mend::{Mend, MendOf};
use retake::model::speech::Span;

use crate::common::{self, asked_by};
use crate::{LANGUAGES, SMALL, WIDE, said, typical};

const SENTENCE: Span = Span {
    start_frame: 12 * 48_000,
    end_frame: 16 * 48_000,
};

/// A sentence with so many takes, the last of which is heard.
fn mending(language: Language, takes: u8) -> (State, Vec<AttemptId>) {
    let mut state = typical(language);
    let mut answer = common::attempt(60, LanguagePlan::KoreanToEnglish);
    let ids: Vec<AttemptId> = (0..takes)
        .map(|number| {
            let mut take = common::attempt(i64::from(30 - number), LanguagePlan::English);
            take.take.frames = 3 * 48_000;
            take.mend_of = Some(MendOf {
                id: answer.id.clone(),
                span: SENTENCE,
            });
            let id = take.id.clone();
            state.library.mends.insert(id.clone(), Arc::new(take));
            id
        })
        .collect();
    answer.mends = ids
        .last()
        .map(|kept| Mend {
            span: SENTENCE,
            kept: kept.clone(),
        })
        .into_iter()
        .collect();
    let of = answer.id.clone();
    for entry in &mut state.library.entries {
        entry.attempt = Arc::new(answer.clone());
    }
    state.practice.task = Task::Mend(PendingMend {
        of,
        span: SENTENCE,
        language: Language::English,
        secs: 4.0,
        at_frame: 0,
        looped: None,
    });
    (state, ids)
}

#[test]
fn the_takes_are_listed_with_what_was_said_first_and_one_is_chosen() {
    for language in LANGUAGES {
        for size in [WIDE, SMALL] {
            let (state, ids) = mending(language, 2);
            let mut window = common::window(state, size);
            window.get_by_label(said(
                language,
                "이 문장만 다시, 영어로 말해 보세요",
                "Say this sentence again, in English",
            ));
            window.get_by_label(said(
                language,
                "내 답의 0:12.0 – 0:16.0",
                "0:12.0 – 0:16.0 of your answer",
            ));
            let first = said(
                language,
                "처음 말한 것, 0:04.0",
                "As you first said it, 0:04.0",
            );
            let take = said(language, "다시 2, 0:03.0", "Again 2, 0:03.0");
            let chosen = |window: &egui_kittest::Harness<'static, common::Stage>, label| {
                let row = window.get_by_role_and_label(Role::RadioButton, label);
                row.accesskit_node().toggled() == Some(Toggled::True)
            };
            assert!(chosen(&window, take) && !chosen(&window, first));
            let keep = MendCommand::Keep(None);
            assert_eq!(
                asked_by(&mut window, Role::RadioButton, first),
                [Command::Mend(keep)]
            );
            let hear = said(language, "재생: 처음 말한 것", "Play: As you first said it");
            assert_eq!(
                asked_by(&mut window, Role::Button, hear),
                [Command::Mend(MendCommand::HearFirst)]
            );
            let hear = said(language, "재생: 다시 1", "Play: Again 1");
            assert_eq!(
                asked_by(&mut window, Role::Button, hear),
                [Command::PlayRow(ids[0].clone())]
            );
            let delete = said(language, "삭제: 다시 1", "Delete: Again 1");
            assert_eq!(
                asked_by(&mut window, Role::Button, delete),
                [Command::Delete(ids[0].clone())]
            );
            let back = said(language, "답으로 돌아가기", "Back to the answer");
            assert_eq!(asked_by(&mut window, Role::Button, back), [Command::Escape]);
        }
    }
}

#[test]
fn before_the_first_take_there_is_what_was_said_and_the_disc() {
    for language in LANGUAGES {
        let (state, _) = mending(language, 0);
        let mut window = common::window(state, SMALL);
        let first = said(
            language,
            "처음 말한 것, 0:04.0",
            "As you first said it, 0:04.0",
        );
        window.get_by_role_and_label(Role::RadioButton, first);
        let answer = said(language, "답하기", "Answer");
        assert_eq!(
            asked_by(&mut window, Role::Button, answer),
            [Command::Record]
        );
    }
}

#[test]
fn a_chosen_take_that_is_gone_is_told() {
    for language in LANGUAGES {
        let (mut state, ids) = mending(language, 1);
        state.library.mends.remove(&ids[0]);
        let window = common::window(state, WIDE);
        window.get_by_label_contains(said(language, "휴지통에 있어요", "is in the trash"));
    }
}
