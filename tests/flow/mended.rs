//! What a sentence said again leaves as it was, and how it is heard. Not here: how it is said (`mending`).

use retake::flow::mending::MendCommand;
use retake::flow::review::MarkCommand;
use retake::flow::{Command, Event};

use crate::mending::{answer, at_second, measured, mend, pieces, played, said_again, span, speech};
use crate::rig::*;

#[test]
fn the_review_that_waited_goes_on() {
    let (mut rig, id) = at_second();
    rig.command(Command::Mark(MarkCommand::Here));
    rig.command(Command::ShowFrames(frames(5.0)..frames(15.0)));
    rig.command(Command::RateCurrent(3));
    let before = rig.state.review.clone().unwrap();
    said_again(&mut rig, 4.0);
    rig.command(Command::Escape);
    assert!(rig.reviews(&id));
    let review = rig.state.review.clone().unwrap();
    assert_eq!((review.from, review.line), (before.from, before.line));
    assert_eq!(review.sitting, before.sitting);
    assert!(rig.state.is_zoomed());
    assert_eq!(rig.state.playback.frame, frames(8.0));
    rig.command(Command::Undo);
    assert!(answer(&rig, &id).marks.is_empty());
    // The take was not what the person took back.
    assert_eq!(rig.state.mended(&answer(&rig, &id)).len(), 1);
}

#[test]
fn a_level_that_was_not_known_is_asked_for_again_when_files_have_changed() {
    let (mut rig, _) = at_second();
    let take = said_again(&mut rig, 4.0);
    let key = (take, span(0.0, 4.0));
    rig.event(Event::LoudnessMeasured {
        id: key.0.clone(),
        span: key.1,
        lufs: None,
    });
    let effects = rig.event(Event::AttemptsChanged {
        changed: vec![],
        gone: vec![],
        faults: vec![],
    });
    assert!(measured(&effects).contains(&key));
}

#[test]
fn skipped_pauses_are_those_of_the_answer_and_not_of_what_was_said_again() {
    let mut rig = Rig::with(vec![attempt(9)]);
    let id = attempt(9).id.clone();
    rig.event(speech(&id, &[(1.0, 5.0), (6.0, 8.0), (10.0, 20.0)]));
    rig.command(Command::OpenAttempt(id.clone()));
    let both = span(6.0, 20.0);
    mend(&mut rig, MendCommand::Open(both));
    let take = said_again(&mut rig, 4.0);
    rig.event(speech(&take, &[(0.5, 3.0)]));
    rig.command(Command::ToggleSkipSilence);
    // Alone it is heard as it was recorded, with its pause.
    let effects = mend(&mut rig, MendCommand::HearFirst);
    let (_, _, rendition) = played(&effects).unwrap();
    assert_eq!(pieces(&rendition), [(0, both, both)]);
    rig.command(Command::Escape);
    let effects = mend(&mut rig, MendCommand::HearAssembled);
    let (_, _, rendition) = played(&effects).unwrap();
    let again = pieces(&rendition);
    let again: Vec<_> = again.iter().filter(|piece| piece.0 == 1).collect();
    assert_eq!(again, [&(1, span(0.44, 3.06), both)]);
}
