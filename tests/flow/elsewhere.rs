//! What other programs change while the window is open.

use std::sync::Arc;

use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Attempt;
use retake::model::fault::FileFault;

use crate::rig::*;

fn changed(attempts: Vec<Arc<Attempt>>) -> Event {
    Event::AttemptsChanged {
        changed: attempts,
        gone: vec![],
        faults: vec![],
    }
}

fn noted(hour: i8, notes: &str) -> Arc<Attempt> {
    Arc::new(Attempt {
        notes: notes.into(),
        ..Attempt::clone(&attempt(hour))
    })
}

#[test]
fn the_library_is_looked_at_again_when_the_window_comes_to_the_front_but_never_while_recording() {
    let mut rig = Rig::ready();
    assert_eq!(rig.event(Event::Focused), [Effect::Rescan]);
    rig.record(3.0);
    assert_eq!(rig.event(Event::Focused), []);
    assert_eq!(Rig::bare().event(Event::Focused), [], "it is being read");
}

#[test]
fn what_came_changed_or_went_is_taken_in_and_the_selection_stays() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10), attempt(11)]);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::Select(attempt(9).id.clone()));
    let theirs = noted(10, "elsewhere");
    let effects = rig.event(Event::AttemptsChanged {
        changed: vec![attempt(8), theirs.clone()],
        gone: vec![attempt(11).id.clone()],
        faults: vec![],
    });
    // The next save of it is made of this.
    assert!(effects.contains(&Effect::TookInAttempt(theirs.clone())));
    let ids: Vec<_> = rig
        .state
        .library
        .entries
        .iter()
        .map(|entry| &entry.attempt.id)
        .collect();
    assert_eq!(ids, [&attempt(10).id, &attempt(9).id, &attempt(8).id]);
    assert_eq!(rig.state.attempt(&theirs.id).unwrap().notes, "elsewhere");
    assert_eq!(rig.state.timeline.selected, Some(attempt(9).id.clone()));
    assert_eq!(rig.event(changed(vec![theirs])), [], "as it is known");
}

#[test]
fn an_answer_that_goes_while_it_is_on_the_screen_closes_its_review() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    rig.event(Event::AttemptsChanged {
        changed: vec![],
        gone: vec![attempt(9).id.clone()],
        faults: vec![],
    });
    assert!(rig.state.review.is_none());
    assert_ne!(rig.state.screen, Screen::Review);
    assert_eq!(rig.state.library.deleted, [], "nothing to take back");
}

#[test]
fn what_is_not_saved_yet_is_not_replaced() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::SetNotes("mine".into()));
    assert_eq!(rig.event(changed(vec![noted(9, "theirs")])), []);
    assert_eq!(rig.state.attempt(&id).unwrap().notes, "mine");
}

#[test]
fn a_fault_of_a_file_is_told_once_and_taken_back_when_it_is_mended() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let fault = FileFault::BrokenAttempt {
        path: "/lib/attempts/2026/a/attempt.json".into(),
        detail: "line 1".into(),
    };
    let broken = || Event::AttemptsChanged {
        changed: vec![],
        gone: vec![],
        faults: vec![fault.clone()],
    };
    rig.event(broken());
    assert_eq!(
        rig.state.banner.as_ref().unwrap().fault,
        fault.clone().into()
    );
    rig.command(Command::DismissBanner);
    rig.event(broken());
    assert_eq!(rig.state.banner, None, "it was told");
    rig.event(changed(vec![]));
    rig.event(broken());
    assert!(rig.state.banner.is_some());
    rig.event(changed(vec![]));
    assert_eq!(rig.state.banner, None);
}
