//! Giving answers out: which, in which order, and what follows.

use std::sync::Arc;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::state::{Screen, ToastKind};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Link;
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::question::FollowUpKind;

use crate::rig::*;

fn given(effects: &[Effect]) -> Vec<AttemptId> {
    let [Effect::Export { answers, .. }] = effects else {
        return vec![];
    };
    answers.iter().map(|it| it.attempt.id.clone()).collect()
}

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false).unwrap();
    rig.command(command)
}

#[test]
fn all_or_those_that_are_shown_are_given_out_the_oldest_first() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10), attempt(11)]);
    let all: Vec<AttemptId> = [9, 10, 11].map(|hour| attempt(hour).id.clone()).to_vec();
    assert_eq!(given(&rig.command(Command::ExportAll)), all);
    assert_eq!(rig.command(Command::ExportAll), [], "one at a time");
    let effects = rig.event(Event::Exported(Ok("/lib/exports/x".into())));
    assert!(effects.contains(&Effect::Reveal("/lib/exports/x".into())));
    let toast = &rig.state.toast.as_ref().unwrap().kind;
    assert!(matches!(toast, ToastKind::Exported(folder) if folder.ends_with("x")));

    rig.command(Command::SetQuery("nothing has these words".into()));
    assert_eq!(rig.command(Command::ExportShown), []);
    rig.command(Command::SetQuery(String::new()));
    assert_eq!(given(&rig.command(Command::ExportShown)), all);
    rig.event(Event::Exported(Err(save_fault("any"))));
    assert!(rig.state.banner.is_some());
    assert_eq!(given(&rig.command(Command::ExportAll)), all, "and again");
}

#[test]
fn a_follow_up_comes_after_what_it_digs_into() {
    let first = attempt(9);
    let mut below = Attempt::clone(&attempt(10));
    below.link = Some(Link {
        first: first.id.clone(),
        depth: 1,
        kind: FollowUpKind::Why,
    });
    let mut rig = Rig::with(vec![first.clone(), Arc::new(below.clone())]);
    assert_eq!(
        given(&rig.command(Command::ExportShown)),
        [first.id.clone(), below.id]
    );
}

#[test]
fn a_stray_key_exports_nothing_and_a_question_is_answered_by_a_key() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    rig.command(Command::GoTo(Screen::Timeline));
    let asked = |rig: &Rig| rig.state.asks_to_export();
    assert_eq!(given(&press(&mut rig, Key::Letter('E'))), []);
    assert!(asked(&rig), "it asks");
    assert_eq!(given(&press(&mut rig, Key::Letter('E'))), [], "also twice");
    press(&mut rig, Key::Escape);
    assert!(!asked(&rig), "Escape says no");
    press(&mut rig, Key::Letter('E'));
    rig.command(Command::GoTo(Screen::Today));
    assert!(!asked(&rig), "and so does leaving");
    rig.command(Command::GoTo(Screen::Timeline));
    press(&mut rig, Key::Letter('E'));
    assert_eq!(given(&press(&mut rig, Key::Enter)).len(), 2);
    assert!(!asked(&rig));
    rig.event(Event::Exported(Ok("/lib/exports/x".into())));
    assert_eq!(rig.state.screen, Screen::Timeline, "Enter opened nothing");

    rig.command(Command::SetQuery("nothing has these words".into()));
    rig.state.toast = None;
    press(&mut rig, Key::Letter('E'));
    assert!(!asked(&rig), "there is nothing to export");
}

#[test]
fn a_slow_export_says_how_far_it_is_and_can_be_cancelled() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    let running = |rig: &Rig| {
        let toast = rig.state.toast.as_ref();
        toast.is_some_and(|toast| matches!(toast.kind, ToastKind::Exporting))
    };
    rig.command(Command::ExportAll);
    rig.pass(0.4);
    assert!(!running(&rig), "a short one says nothing");
    rig.pass(0.1);
    assert!(running(&rig));
    rig.event(Event::ExportReady(1));
    let exporting = rig.state.exporting.unwrap();
    assert_eq!((exporting.done, exporting.total), (1, 2));
    let effects = rig.command(Command::CancelExport);
    assert_eq!(effects, [Effect::CancelExport]);
    assert!(rig.state.exporting.is_some(), "until it has stopped");
    rig.event(Event::ExportCancelled);
    assert!(!running(&rig));
    assert_eq!(rig.state.exporting, None);
    assert_eq!(
        given(&rig.command(Command::ExportAll)).len(),
        2,
        "and again"
    );
}
