//! A take that the person does not want as it is: from the start again, or to the trash; and where the
//! next one begins.

use retake::flow::listening::ReviewCard;
use retake::flow::state::Screen;
use retake::flow::{Command, Event};
use retake::model::audio::AudioEvent;

use crate::rig::*;

#[test]
fn a_running_take_is_kept_and_started_over() {
    let mut rig = Rig::ready();
    let first = rig.record(6.0);
    assert_eq!(created(&rig.command(Command::StartOver)), None);
    let effects = rig.event(AudioEvent::CaptureFinished(end(6.0, None)));
    let again = created(&effects).expect("the next take begins by itself");
    assert_eq!(again.question, first.question);
    assert_eq!(again.plan, first.plan);
    assert_eq!(rig.listed(), [first.id.as_str()], "nothing is lost");
    assert_eq!(rig.state.screen, Screen::Practice);
}

#[test]
fn a_discarded_take_goes_to_the_trash_and_comes_back() {
    let mut rig = Rig::ready();
    let asked = rig.state.practice.question.clone();
    let take = rig.record(6.0);
    rig.command(Command::DiscardTake);
    let effects = rig.event(AudioEvent::CaptureFinished(end(6.0, None)));
    let gone = trashed(&effects).expect("it goes to the trash");
    assert_eq!(gone.id, take.id);
    assert_eq!(saved(&effects).unwrap().id, take.id, "with its length");
    assert_eq!(created(&effects), None);
    assert!(rig.listed().is_empty());
    assert!(rig.state.toast.is_some(), "it can be taken back");
    assert_eq!(rig.state.screen, Screen::Practice);
    assert_eq!(rig.state.practice.question, asked, "to be answered again");
    assert!(rig.idle());

    rig.event(Event::Trashed(take.id.clone()));
    rig.command(Command::Undo);
    rig.event(Event::Restored(gone));
    assert_eq!(rig.listed(), [take.id.as_str()]);
}

#[test]
fn a_take_discarded_while_it_waits_for_a_microphone_goes_to_the_trash() {
    use retake::model::fault::SoundFault;
    let mut rig = Rig::ready();
    let take = rig.record(6.0);
    rig.event(interrupted(SoundFault::DeviceLost, 6.0));
    rig.command(Command::DiscardTake);
    let effects = rig.event(AudioEvent::CaptureFinished(end(6.0, None)));
    assert_eq!(
        trashed(&effects).map(|gone| gone.id.clone()),
        Some(take.id.clone())
    );
}

#[test]
fn a_take_that_is_discarded_while_the_window_closes_is_kept() {
    let mut rig = Rig::ready();
    let take = rig.record(6.0);
    rig.command(Command::DiscardTake);
    rig.command(Command::Quit);
    let effects = rig.event(AudioEvent::CaptureFinished(end(6.0, None)));
    assert_eq!(trashed(&effects), None, "nobody could take it back");
    assert_eq!(saved(&effects).unwrap().id, take.id);
}

#[test]
fn a_new_take_opens_on_its_notes() {
    let mut rig = Rig::with(vec![attempt(9)]);
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    rig.command(Command::ShowCard(ReviewCard::Pauses));
    rig.command(Command::Retake);
    let id = rig.take(5.0);
    assert!(rig.reviews(&id));
    assert_eq!(rig.state.listening.card, ReviewCard::Notes);
    // From one answer to another in the list the card stays.
    rig.command(Command::ShowCard(ReviewCard::Measures));
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    assert_eq!(rig.state.listening.card, ReviewCard::Measures);
}
