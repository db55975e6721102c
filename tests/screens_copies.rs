//! The copies that sync programs left, in the settings: where they lie, and which version to keep.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use retake::flow::state::Screen;
use retake::flow::{Command, State};
use retake::model::language::Language;
use retake::model::sync_copy::SyncCopy;

/// High enough that nothing has to be scrolled to.
const TALL: [f32; 2] = [1100.0, 2000.0];
const COPY: &str = "/home/min/Retake/stories/a (충돌하는 사본).md";

fn settings(language: Language, original: bool) -> State {
    let mut state = common::state(language, vec![]);
    state.screen = Screen::Settings;
    let at = |second| jiff::Timestamp::from_second(second).unwrap();
    state.library.sync_copies = vec![SyncCopy {
        original: "/home/min/Retake/stories/a.md".into(),
        original_at: original.then(|| at(1_795_000_000)),
        copy: COPY.into(),
        copy_at: Some(at(1_795_003_600)),
    }];
    state
}

fn labels(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => ["Open folder", "Keep the one in use", "Use the copy"],
        Language::Korean => ["폴더 열기", "지금 것 유지", "사본으로 바꾸기"],
    }
}

fn keep(keep_copy: bool) -> Command {
    Command::KeepVersion {
        copy: COPY.into(),
        keep_copy,
    }
}

#[test]
fn both_versions_can_be_seen_and_either_kept() {
    for language in common::BOTH {
        for (label, command) in labels(language).into_iter().zip([
            Command::RevealVersions(COPY.into()),
            keep(false),
            keep(true),
        ]) {
            let mut window = common::window(settings(language, true), TALL);
            window.run();
            window.get_by_label("stories/a (충돌하는 사본).md");
            window.get_by_role_and_label(Role::Button, label).click();
            window.run();
            assert_eq!(window.state().commands, [command], "{label}");
        }
    }
}

#[test]
fn what_is_not_there_cannot_be_kept_and_no_copies_take_no_room() {
    for language in common::BOTH {
        let [_, this, copy] = labels(language);
        let mut window = common::window(settings(language, false), TALL);
        window.run();
        let disabled = |label| {
            let button = window.get_by_role_and_label(Role::Button, label);
            button.accesskit_node().is_disabled()
        };
        assert!(disabled(this) && !disabled(copy));
        let mut state = settings(language, true);
        state.library.sync_copies.clear();
        let mut window = common::window(state, TALL);
        window.run();
        assert!(window.query_by_label(copy).is_none());
    }
}
