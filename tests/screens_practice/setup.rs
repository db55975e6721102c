//! A first start: what is asked below the question, in every size.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use retake::flow::Command;
use retake::flow::setup::Setup;
use retake::flow::state::State;
use retake::model::language::Language;
use retake::model::role::Role as JobRole;

use crate::common::{asked_by, said};
use crate::{LANGUAGES, SMALL, WIDE, common};

fn first(language: Language, asked: Setup) -> State {
    let mut state = common::state(language, vec![]);
    state.setup = Some(asked);
    state.roles = (1..=6)
        .map(|number| JobRole {
            id: format!("role-{number}"),
            name: common::both(
                &format!("Solutions Architect {number}"),
                &format!("솔루션즈 아키텍트 {number}"),
            ),
            ..JobRole::default()
        })
        .collect();
    state
}

#[test]
fn each_question_has_its_answers_and_a_way_past_them() {
    for language in LANGUAGES {
        for (asked, answer, at) in [
            (Setup::Language, "한국어 → 영어", 2),
            (Setup::Role, "솔루션즈 아키텍트 2", 1),
            (Setup::Day, "아직 몰라요", 3),
        ] {
            let answer = match (asked, language) {
                (_, Language::Korean) => answer,
                (Setup::Language, Language::English) => "Korean → English",
                (Setup::Role, Language::English) => "Solutions Architect 2",
                (Setup::Day, Language::English) => "Not set yet",
            };
            let mut window = common::window(first(language, asked), WIDE);
            let command = asked_by(&mut window, Role::Button, answer);
            assert_eq!(command, [Command::AnswerSetup(at)]);
            let skip = said(language, "건너뛰기", "Skip");
            let command = asked_by(&mut window, Role::Button, skip);
            assert_eq!(command, [Command::SkipSetup]);
        }
    }
}

#[test]
fn the_answers_lie_between_the_question_and_the_record_button() {
    for language in LANGUAGES {
        for size in [
            SMALL,
            WIDE,
            [960.0, 540.0],
            [960.0, 480.0],
            [1920.0, 1080.0],
        ] {
            let window = common::window(first(language, Setup::Role), size);
            let record = said(language, "답하기", "Answer");
            let record = window.get_by_role_and_label(Role::Button, record).rect();
            assert!(record.bottom() <= size[1], "{record:?} at {size:?}");
            let last = said(language, "솔루션즈 아키텍트 6", "Solutions Architect 6");
            let last = window.get_by_role_and_label(Role::Button, last).rect();
            assert!(
                last.bottom() <= record.top(),
                "{last:?} {record:?} {size:?}"
            );
            assert!(last.right() <= size[0], "{last:?}");
        }
    }
}
