//! The list of attempts: order, search, selection, trash and undo, waveforms.

use std::sync::Arc;

use retake::flow::state::{Screen, ToastKind};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::AudioCommand;
use retake::model::fault::{FileFault, SoundFault, UnreadableWav};
use retake::model::language::Language;
use retake::model::peaks::Peaks;
use retake::model::principle::Principle;

use crate::rig::*;

fn id(hour: i8) -> AttemptId {
    attempt(hour).id.clone()
}

fn list() -> Rig {
    let mut rig = Rig::with(vec![attempt(9), attempt(10), attempt(11)]);
    rig.command(Command::GoTo(Screen::Timeline));
    rig
}

fn selected(rig: &Rig) -> Option<AttemptId> {
    rig.state.timeline.selected.clone()
}

#[test]
fn newest_first_and_the_selection_moves_within_the_list() {
    let mut rig = list();
    assert_eq!(
        rig.listed(),
        [id(11).as_str(), id(10).as_str(), id(9).as_str()]
    );
    assert_eq!(selected(&rig), Some(id(11)));
    rig.command(Command::MoveSelection(1));
    assert_eq!(selected(&rig), Some(id(10)));
    assert_eq!(rig.state.timeline.reveal_selected, 1);
    rig.command(Command::MoveSelection(i32::MAX));
    assert_eq!(selected(&rig), Some(id(9)));
    rig.command(Command::MoveSelection(i32::MIN));
    assert_eq!(selected(&rig), Some(id(11)));
    rig.command(Command::Select(id(9)));
    assert_eq!(selected(&rig), Some(id(9)));
    rig.command(Command::Select(id(5)));
    assert_eq!(selected(&rig), Some(id(9)), "not in the list");
    rig.command(Command::OpenSelected);
    assert!(rig.reviews(&id(9)));
}

#[test]
fn filters_keep_the_selection_while_it_is_listed() {
    let mut rig = list();
    rig.command(Command::Select(id(10)));
    rig.command(Command::SetQuery("질문".into()));
    assert_eq!(selected(&rig), Some(id(10)));
    rig.command(Command::SetTimelinePrinciple(Some(Principle::ALL[2])));
    assert_eq!(
        selected(&rig),
        Some(id(11)),
        "question 5 has the third principle"
    );
    rig.command(Command::SetTimelineLanguage(Some(Language::English)));
    assert_eq!(selected(&rig), None);
    rig.command(Command::MoveSelection(1));
    rig.command(Command::OpenSelected);
    rig.command(Command::PlaySelected);
    rig.command(Command::DeleteSelected);
    assert_eq!(rig.listed().len(), 3);
    rig.command(Command::SetTimelineLanguage(None));
    assert_eq!(selected(&rig), Some(id(11)));
    rig.command(Command::GoTo(Screen::Practice));
    rig.command(Command::FocusSearch);
    assert_eq!(rig.state.screen, Screen::Timeline);
    assert_eq!(rig.state.timeline.focus_search, 1);
}

#[test]
fn delete_is_at_once_and_undo_brings_it_back() {
    let mut rig = list();
    rig.command(Command::Select(id(10)));
    rig.command(Command::PlaySelected);
    let effects = rig.command(Command::DeleteSelected);
    assert_eq!(
        effects[0],
        Effect::Audio(AudioCommand::EndPlayback),
        "before the file moves"
    );
    let gone = trashed(&effects).unwrap();
    assert_eq!(gone.id, id(10));
    assert_eq!(rig.listed().len(), 2);
    assert_eq!(selected(&rig), Some(id(9)), "the next one");
    assert_eq!(rig.state.playback.id, None);
    rig.event(Event::Trashed(id(10)));
    assert!(matches!(&rig.state.toast.as_ref().unwrap().kind, ToastKind::Trashed(a) if *a == gone));

    assert_eq!(rig.command(Command::Undo), [Effect::Restore(gone.clone())]);
    assert_eq!(rig.command(Command::Undo), [], "once");
    rig.event(Event::Restored(gone));
    assert_eq!(rig.listed().len(), 3);
    assert_eq!(selected(&rig), Some(id(10)));
    assert!(rig.state.toast.is_none());
}

#[test]
fn the_files_of_what_was_heard_before_are_closed_too() {
    let mut rig = list();
    let closes = Effect::Audio(AudioCommand::EndPlayback);
    rig.command(Command::PlayRow(id(9)));
    rig.command(Command::OpenAttempt(id(10)));
    assert!(rig.command(Command::Delete(id(9))).contains(&closes));
    // What is heard goes on when another one leaves: its file is closed already.
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::PlayRow(id(11)));
    assert!(!rig.command(Command::Delete(id(10))).contains(&closes));
    assert!(rig.state.playback.playing);
}

#[test]
fn undo_goes_back_further_than_its_toast() {
    let mut rig = list();
    rig.command(Command::Delete(id(9)));
    assert_eq!(selected(&rig), Some(id(11)), "another one was selected");
    rig.command(Command::Delete(id(11)));
    assert_eq!(selected(&rig), Some(id(10)));
    rig.command(Command::Delete(id(10)));
    assert_eq!(selected(&rig), None);
    rig.pass(60.0);
    assert!(rig.state.toast.is_none());
    for hour in [10, 11, 9] {
        let effects = rig.command(Command::Undo);
        assert!(matches!(&effects[..], [Effect::Restore(a)] if a.id == id(hour)));
    }
}

#[test]
fn what_could_not_be_moved_is_where_it_was() {
    let mut rig = list();
    let fault = FileFault::MoveFailed {
        path: "/lib/trash".into(),
        detail: "read-only".into(),
    };
    let gone = trashed(&rig.command(Command::Delete(id(10)))).unwrap();
    let failed = Event::MoveFailed {
        attempt: gone.clone(),
        fault,
    };
    rig.event(failed.clone());
    assert_eq!(rig.listed().len(), 3);
    assert!(rig.state.toast.is_none() && rig.state.banner.is_some());
    assert_eq!(rig.command(Command::Undo), []);

    // To the trash it went, back it would not.
    rig.command(Command::Delete(id(10)));
    rig.event(Event::Trashed(id(10)));
    rig.command(Command::Undo);
    rig.event(failed);
    assert_eq!(rig.listed().len(), 2);
    assert_eq!(
        rig.command(Command::Undo),
        [Effect::Restore(gone)],
        "it can be tried again"
    );
}

#[test]
fn deleting_what_is_reviewed_closes_the_review() {
    let mut rig = list();
    rig.command(Command::OpenAttempt(id(10)));
    rig.command(Command::Delete(id(10)));
    assert_eq!(rig.state.screen, Screen::Timeline);
    assert!(rig.state.review.is_none());
}

#[test]
fn a_new_take_is_listed_on_top_and_what_is_known_wins_over_what_is_read() {
    let mut rig = list();
    let made = rig.take(30.0);
    assert_eq!(rig.listed()[0], made.as_str());
    assert_eq!(selected(&rig), Some(made.clone()));
    rig.command(Command::RateCurrent(5));
    let stale = Arc::new(Attempt {
        id: made.clone(),
        ..Attempt::clone(&attempt(12))
    });
    rig.event(scanned(vec![stale, attempt(8)]));
    assert_eq!(rig.listed().len(), 5, "nothing is lost, nothing is twice");
    assert_eq!(rig.state.attempt(&made).unwrap().score(), Some(5.0));
}

#[test]
fn the_running_attempt_is_not_listed_by_a_scan() {
    let mut rig = Rig::ready();
    let running = rig.record(5.0);
    rig.event(scanned(vec![running, attempt(8)]));
    assert_eq!(rig.listed(), [id(8).as_str()]);
}

#[test]
fn waveforms_are_loaded_once_and_far_ones_are_dropped() {
    let many: Vec<Arc<Attempt>> = (0..1000)
        .map(|n| {
            Arc::new(Attempt {
                id: AttemptId::parse(&format!("2026-{n:04}")).unwrap(),
                ..Attempt::clone(&attempt(9))
            })
        })
        .collect();
    let ids: Vec<AttemptId> = many.iter().map(|attempt| attempt.id.clone()).collect();
    let mut rig = Rig::with(many);
    rig.command(Command::OpenAttempt(ids[999].clone()));
    // From the newest to the oldest, as one scrolls.
    for window in ids.rchunks(20) {
        rig.command(Command::WantPeaks(window.to_vec()));
        assert!(window.iter().all(|id| rig.state.peaks.contains_key(id)));
        assert_eq!(rig.command(Command::WantPeaks(window.to_vec())), []);
        assert!(rig.state.peaks.len() <= 400);
    }
    assert!(
        rig.state.peaks.contains_key(&ids[999]),
        "the reviewed one stays"
    );
    assert!(rig.state.peaks.contains_key(&ids[398]), "the nearest stay");
    assert!(!rig.state.peaks.contains_key(&ids[500]));

    let loaded = |id: &AttemptId| Event::PeaksLoaded {
        id: id.clone(),
        peaks: Ok(Arc::new(Peaks::default())),
    };
    rig.event(loaded(&ids[500]));
    assert!(!rig.state.peaks.contains_key(&ids[500]), "it came too late");
    rig.event(loaded(&ids[3]));
    assert!(rig.state.peaks[&ids[3]].is_some());
    let fault = SoundFault::Unreadable {
        path: "a.wav".into(),
        why: UnreadableWav::NotWav,
        detail: "no header".into(),
    };
    rig.event(Event::PeaksLoaded {
        id: ids[999].clone(),
        peaks: Err(fault.clone()),
    });
    assert_eq!(rig.state.playback.fault, Some(fault.clone()));
    assert!(rig.state.banner.is_some());
    // A row that was seen before its attempt is opened: nothing waits for it for ever.
    rig.event(Event::PeaksLoaded {
        id: ids[398].clone(),
        peaks: Err(fault.clone()),
    });
    assert_eq!(rig.state.unreadable.get(&ids[398]), Some(&fault));
    let opened = rig.command(Command::OpenAttempt(ids[398].clone()));
    let asks = |effect: &Effect| matches!(effect, Effect::LoadPeaks(a) if a.id == ids[398]);
    assert!(opened.iter().any(asks), "its file may be back");
    assert!(!rig.state.unreadable.contains_key(&ids[398]));
    rig.event(loaded(&ids[398]));
    assert!(rig.state.peaks[&ids[398]].is_some());
    let stranger = AttemptId::parse("2020-unknown").unwrap();
    assert_eq!(rig.command(Command::WantPeaks(vec![stranger])), []);
}

#[test]
fn a_day_is_shown_also_when_a_filter_hides_it() {
    let mut other = Attempt::clone(&attempt(9));
    other.created = &other.created - jiff::SignedDuration::from_hours(48);
    other.id = AttemptId::new(&other.created, "q-1", 1);
    let (day, today) = (other.created.date(), attempt(9).created.date());
    let mut starred = Attempt::clone(&attempt(10));
    starred.starred = true;
    let mut rig = Rig::with(vec![
        Arc::new(other.clone()),
        attempt(9),
        Arc::new(starred.clone()),
    ]);
    rig.command(Command::GoTo(Screen::Timeline));
    let selected = |rig: &Rig| rig.state.timeline.selected.clone();
    rig.command(Command::ShowDay(day));
    assert_eq!(selected(&rig), Some(other.id.clone()));
    rig.command(Command::MoveDay(1));
    assert_eq!(
        selected(&rig),
        Some(starred.id.clone()),
        "the newest of the day after"
    );
    rig.command(Command::MoveDay(1));
    assert_eq!(
        selected(&rig),
        Some(starred.id.clone()),
        "there is none after it"
    );
    rig.command(Command::MoveDay(-1));
    assert_eq!(selected(&rig), Some(other.id.clone()));

    rig.command(Command::ToggleTimelineStarred);
    assert_eq!(rig.state.listed_entries().count(), 1);
    assert_eq!(selected(&rig), Some(starred.id.clone()));
    rig.command(Command::ShowDay(today));
    assert!(rig.state.timeline.filter.starred, "the day is there");
    rig.command(Command::ShowDay(day));
    assert!(rig.state.timeline.filter.is_open(), "the filter hid it");
    assert_eq!(selected(&rig), Some(other.id));
    rig.command(Command::SetQuery("nothing has these words".into()));
    rig.command(Command::ToggleTimelineStarred);
    rig.command(Command::ShowAllAnswers);
    assert!(rig.state.timeline.filter.is_open());
    assert_eq!(rig.state.listed_entries().count(), 3);
}

#[test]
fn a_score_lists_and_looks_for_nothing_anew() {
    let mut rig = list();
    rig.command(Command::OpenAttempt(id(10)));
    let before = (rig.state.library.revision, rig.state.timeline.rows.number());
    rig.command(Command::Rate {
        line: rubric().lines[0].id.clone(),
        score: 2,
    });
    assert!(rig.state.attempt(&id(10)).unwrap().score().is_some());
    assert!(
        rig.state.library.revision > before.0,
        "what is counted changes"
    );
    assert_eq!(rig.state.timeline.rows.number(), before.1);
    rig.command(Command::ToggleStar);
    let starred = rig.state.timeline.rows.number();
    assert!(starred > before.1, "the filter asks for stars");
    rig.command(Command::SetNotes("a new note".into()));
    assert!(
        rig.state.timeline.rows.number() > starred,
        "the search reads notes"
    );
    rig.command(Command::SetQuery("a new note".into()));
    let shown: Vec<_> = rig.state.listed_entries().collect();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].attempt.id, id(10));
}
