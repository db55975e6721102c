//! What other programs change while the window is open.

use std::sync::Arc;

use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Attempt;
use retake::model::fault::{FileFault, SoundFault, UnreadableWav};
use retake::model::peaks::Peaks;

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

/// How an answer of 60 s looks whose file holds so many seconds.
fn peaks_of(secs: u64) -> Arc<Peaks> {
    Arc::new(Peaks::new(480, secs * u64::from(RATE), RATE, vec![]))
}

#[test]
fn a_recording_that_is_still_arriving_is_told_played_as_far_as_it_goes_and_looked_at_again() {
    let whole = attempt(9);
    let id = whole.id.clone();
    let secs = whole.take.frames / u64::from(RATE);
    assert!(secs >= 2);
    let mut rig = Rig::with(vec![whole.clone()]);
    rig.command(Command::OpenAttempt(id.clone()));
    let loaded = |secs| Event::PeaksLoaded {
        id: id.clone(),
        peaks: Ok(peaks_of(secs)),
    };
    rig.event(loaded(1));
    assert_eq!(rig.state.arrived_secs(&whole), Some(1.0));
    assert_eq!(rig.state.banner, None);
    rig.command(Command::SeekTo(u64::from(RATE) * 2));
    let effects = rig.command(Command::PlayPause);
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Play { from_frame: 0, .. })),
        "{effects:?}"
    );
    // Nobody writes anything: neither its file nor what is known of it.
    assert!(rig.state.library.unsaved.is_empty());
    rig.event(Event::SpeechLoaded {
        id: id.clone(),
        speech: Err(unreadable(UnreadableWav::Partial)),
    });

    let effects = rig.event(changed(vec![]));
    let asked = |wanted: fn(&Effect) -> bool| effects.iter().any(wanted);
    assert!(asked(|effect| matches!(effect, Effect::LoadPeaks(_))));
    assert!(asked(|effect| matches!(effect, Effect::Analyse { .. })));
    assert!(
        rig.state.peaks[&id].is_some(),
        "its picture stays meanwhile"
    );
    rig.event(loaded(secs));
    assert_eq!(rig.state.arrived_secs(&whole), None);
    let effects = rig.event(changed(vec![]));
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::LoadPeaks(_)))
    );
}

#[test]
fn a_recording_that_was_missing_is_all_right_when_it_is_there() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    rig.command(Command::OpenAttempt(id.clone()));
    let missing = || Event::PeaksLoaded {
        id: id.clone(),
        peaks: Err(unreadable(UnreadableWav::Missing)),
    };
    rig.event(missing());
    assert!(rig.state.banner.is_some());
    rig.command(Command::DismissBanner);
    let effects = rig.event(changed(vec![]));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::LoadPeaks(_)))
    );
    rig.event(missing());
    assert_eq!(rig.state.banner, None, "it was told");
    rig.event(Event::PeaksLoaded {
        id: id.clone(),
        peaks: Ok(peaks_of(3600)),
    });
    assert!(!rig.state.unreadable.contains_key(&id));
}

fn unreadable(why: UnreadableWav) -> SoundFault {
    SoundFault::Unreadable {
        path: "/lib/attempts/2026/a/answer.wav".into(),
        why,
        detail: String::new(),
    }
}
