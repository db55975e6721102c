//! The trash in place of the list of answers.

use std::sync::Arc;

use retake::flow::state::Screen;
use retake::flow::timeline::TrashCommand;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Attempt;
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::{SoundFault, UnreadableWav};
use retake::model::trash::{Trash, TrashedAnswer};

use crate::rig::*;
use crate::stories::story;

fn answer(attempt: &Arc<Attempt>) -> TrashedAnswer {
    TrashedAnswer {
        folder: attempt.id.to_string(),
        attempt: attempt.clone(),
    }
}

fn holding(attempts: &[&Arc<Attempt>]) -> Trash {
    Trash {
        answers: attempts.iter().map(|attempt| answer(attempt)).collect(),
        others: 1,
        bytes: 9,
    }
}

fn ask(rig: &mut Rig, command: TrashCommand) -> Vec<Effect> {
    rig.command(Command::Trash(command))
}

/// The timeline with its trash open, in which these are.
fn opened_trash(rig: &mut Rig, attempts: &[&Arc<Attempt>]) {
    rig.command(Command::GoTo(Screen::Timeline));
    assert_eq!(ask(rig, TrashCommand::Toggle), [Effect::ReadTrash]);
    rig.event(Event::TrashRead(holding(attempts)));
}

fn selected(rig: &Rig) -> Option<String> {
    rig.state.timeline.trash.as_ref().unwrap().selected.clone()
}

#[test]
fn what_was_deleted_in_an_earlier_run_is_heard_and_comes_back() {
    let (first, second) = (attempt(9), attempt(10));
    let mut rig = Rig::with(vec![attempt(8)]);
    opened_trash(&mut rig, &[&second, &first]);
    assert_eq!(selected(&rig), Some(second.id.to_string()));
    ask(&mut rig, TrashCommand::Move(1));
    ask(&mut rig, TrashCommand::Move(1));
    assert_eq!(
        selected(&rig),
        Some(first.id.to_string()),
        "not beyond the last"
    );
    let effects = ask(&mut rig, TrashCommand::PlaySelected);
    assert!(
        matches!(&effects[..], [Effect::PlayTrashed { answer: played, .. }] if *played == answer(&first))
    );
    assert!(rig.state.playback.playing);
    let effects = ask(&mut rig, TrashCommand::RestoreSelected);
    assert!(!rig.state.playback.playing);
    assert!(effects.contains(&Effect::RestoreTrashed(first.id.to_string())));
    rig.event(Event::Restored(first.clone()));
    rig.event(Event::TrashRead(holding(&[&second])));
    assert!(rig.state.attempt(&first.id).is_some());
    assert_eq!(selected(&rig), Some(second.id.to_string()));
    rig.command(Command::Escape);
    assert!(rig.state.timeline.trash.is_none());
    assert_eq!(rig.state.timeline.selected, Some(first.id.clone()));
}

#[test]
fn it_is_emptied_only_after_a_question_and_then_nothing_can_be_taken_back() {
    let mut rig = Rig::with(vec![attempt(8), attempt(9)]);
    rig.command(Command::Delete(attempt(9).id.clone()));
    rig.event(Event::Trashed(attempt(9).id.clone()));
    opened_trash(&mut rig, &[&attempt(9)]);
    assert_eq!(ask(&mut rig, TrashCommand::Empty), [], "nobody was asked");
    ask(&mut rig, TrashCommand::AskToEmpty);
    rig.command(Command::Escape);
    assert!(
        rig.state.timeline.trash.is_some(),
        "the question goes first"
    );
    assert_eq!(ask(&mut rig, TrashCommand::Empty), []);
    ask(&mut rig, TrashCommand::AskToEmpty);
    assert_eq!(
        ask(&mut rig, TrashCommand::RestoreSelected),
        [],
        "Enter is no answer to it"
    );
    let closed = Effect::Audio(AudioCommand::EndPlayback);
    assert_eq!(
        ask(&mut rig, TrashCommand::Empty),
        [closed, Effect::EmptyTrash]
    );
    rig.event(Event::TrashRead(Trash::default()));
    assert!(rig.state.toast.is_none());
    assert_eq!(rig.command(Command::Undo), []);
    ask(&mut rig, TrashCommand::AskToEmpty);
    assert!(!rig.state.timeline.trash.as_ref().unwrap().asked);
}

#[test]
fn what_is_heard_in_the_trash_leaves_the_places_of_the_others_and_ends_with_it() {
    let mut rig = Rig::with(vec![attempt(8)]);
    let id = attempt(8).id.clone();
    rig.command(Command::PlayRow(id.clone()));
    rig.command(Command::SeekTo(frames(5.0)));
    opened_trash(&mut rig, &[&attempt(9)]);
    ask(&mut rig, TrashCommand::PlaySelected);
    let pause = Effect::Audio(AudioCommand::PausePlayback);
    assert!(rig.command(Command::FocusSearch).contains(&pause));
    assert!(rig.state.timeline.trash.is_none());
    assert!(!rig.state.playback.playing && rig.state.playback.id.is_none());
    let effects = rig.command(Command::PlayRow(id));
    let from = effects.iter().find_map(|effect| match effect {
        Effect::Play { from_frame, .. } => Some(*from_frame),
        _ => None,
    });
    assert_eq!(from, Some(frames(5.0)));
}

#[test]
fn an_answer_whose_file_has_gone_is_not_taken_for_heard() {
    let mut rig = Rig::with(vec![attempt(8)]);
    opened_trash(&mut rig, &[&attempt(9)]);
    let effects = ask(&mut rig, TrashCommand::PlaySelected);
    let [Effect::PlayTrashed { id, .. }] = effects[..] else {
        panic!("{effects:?}");
    };
    rig.event(AudioEvent::PlaybackFailed {
        id,
        fault: SoundFault::Unreadable {
            path: "gone".into(),
            why: UnreadableWav::Missing,
            detail: String::new(),
        },
    });
    assert!(!rig.state.playback.playing && rig.state.banner.is_some());
    rig.event(Event::TrashRead(Trash::default()));
    assert_eq!(selected(&rig), None);
}

#[test]
fn what_was_deleted_last_is_taken_back_first_also_when_something_before_it_came_back() {
    let mut rig = Rig::with(vec![attempt(8), attempt(9)]);
    rig.event(Event::StoriesLoaded {
        stories: vec![story("a", "A")],
        faults: vec![],
    });
    rig.command(Command::Delete(attempt(8).id.clone()));
    rig.command(Command::DeleteStory(story("a", "A").id));
    opened_trash(&mut rig, &[&attempt(8)]);
    ask(&mut rig, TrashCommand::RestoreSelected);
    rig.event(Event::Restored(attempt(8)));
    rig.command(Command::Escape);
    rig.command(Command::Delete(attempt(9).id.clone()));
    let effects = rig.command(Command::Undo);
    assert!(matches!(&effects[..], [Effect::Restore(it)] if it.id == attempt(9).id));
    let effects = rig.command(Command::Undo);
    assert!(
        matches!(&effects[..], [Effect::RestoreStory(_), ..]),
        "{effects:?}"
    );
}

#[test]
fn who_goes_elsewhere_finds_the_list_again() {
    let mut rig = Rig::with(vec![attempt(8)]);
    opened_trash(&mut rig, &[&attempt(9)]);
    ask(&mut rig, TrashCommand::PlaySelected);
    rig.command(Command::GoTo(Screen::Progress));
    rig.command(Command::GoTo(Screen::Timeline));
    assert!(rig.state.timeline.trash.is_none());
    assert!(!rig.state.playback.playing);
    assert_eq!(ask(&mut rig, TrashCommand::RestoreSelected), []);
}
