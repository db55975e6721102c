//! Giving answers out: which, in which order, and what follows.

use std::sync::Arc;

use retake::flow::state::ToastKind;
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

#[test]
fn all_or_those_that_are_shown_are_given_out_the_oldest_first() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10), attempt(11)]);
    let all: Vec<AttemptId> = [9, 10, 11].map(|hour| attempt(hour).id.clone()).to_vec();
    assert_eq!(given(&rig.command(Command::ExportAll)), all);
    assert_eq!(rig.command(Command::ExportAll), [], "one at a time");
    let effects = rig.event(Event::Exported(Ok("/lib/exports/x".into())));
    assert!(effects.contains(&Effect::Reveal("/lib/exports/x".into())));
    let toast = &rig.state.toast.as_ref().unwrap().kind;
    assert!(matches!(toast, ToastKind::Exported));

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
