//! What another program changed on disk and a save found there is taken in, and the next key does not undo
//! it. Not here: the merge (`model`), the files (`tests/library_merge.rs`).

use std::sync::Arc;

use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Attempt;
use retake::model::settings::Settings;

use crate::rig::*;

/// An answer in review with a first score, and the save of that.
fn rated() -> (Rig, Arc<Attempt>) {
    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    let saved = saved(&rig.command(Command::RateCurrent(4))).unwrap();
    (rig, saved)
}

fn with_notes(asked: &Arc<Attempt>, notes: &str) -> Arc<Attempt> {
    Arc::new(Attempt {
        notes: notes.into(),
        ..Attempt::clone(asked)
    })
}

fn merged(asked: &Arc<Attempt>, on_disk: &Arc<Attempt>) -> Event {
    Event::AttemptMerged {
        asked: asked.clone(),
        on_disk: on_disk.clone(),
    }
}

#[test]
fn the_next_key_keeps_what_a_save_found() {
    let (mut rig, asked) = rated();
    let on_disk = with_notes(&asked, "theirs");
    let effects = rig.event(merged(&asked, &on_disk));
    assert_eq!(effects, [Effect::TookInAttempt(on_disk.clone())]);
    rig.event(Event::AttemptSaved(asked.id.clone()));
    assert_eq!(rig.state.reviewed(), Some(&on_disk));
    let next = saved(&rig.command(Command::RateCurrent(3))).unwrap();
    assert_eq!(next.notes, "theirs");
    assert_eq!(next.ratings.len(), 1, "the sitting goes on");
    assert_eq!(next.ratings[0].scores.len(), 2);
}

#[test]
fn what_was_changed_since_waits_for_its_own_save() {
    let (mut rig, first) = rated();
    let second = saved(&rig.command(Command::RateCurrent(3))).unwrap();
    let late = merged(&first, &with_notes(&first, "theirs"));
    assert_eq!(rig.event(late), []);
    assert_eq!(rig.state.reviewed(), Some(&second));
    let on_disk = with_notes(&second, "theirs");
    rig.event(merged(&second, &on_disk));
    assert_eq!(rig.state.reviewed(), Some(&on_disk));
}

#[test]
fn settings_that_another_program_changed_are_taken_in() {
    let mut rig = Rig::ready();
    rig.command(Command::SetTargetSecs(90));
    let asked = Box::new(rig.state.settings.clone());
    let on_disk = Box::new(Settings {
        think_secs: 30,
        ..rig.state.settings.clone()
    });
    let found = Event::SettingsMerged {
        asked,
        on_disk: on_disk.clone(),
    };
    assert_eq!(rig.event(found.clone()), [Effect::TookInSettings(on_disk)]);
    let effects = rig.command(Command::SetTargetSecs(120));
    let expected = (30, 120);
    assert!(
        matches!(&effects[..], [Effect::SaveSettings(it)] if (it.think_secs, it.target_secs) == expected),
        "{effects:?}"
    );
    // Of an earlier save than the last one.
    assert_eq!(rig.event(found), []);
    assert_eq!(rig.state.settings.target_secs, 120);
}
