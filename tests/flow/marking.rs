//! Marks that are set while listening, and what can be done with them. Not here: marks of a running take.

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::review::{MarkCommand, MarkKey};
use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::mark::{FlagKind, Mark, MarkKind, TEXT_CHARS};

use crate::rig::*;

fn press(rig: &mut Rig, press: KeyPress) -> Vec<Effect> {
    let command = command_for(&rig.state, press, false).unwrap();
    rig.command(command)
}

fn plain(rig: &mut Rig, key: char) -> Vec<Effect> {
    press(rig, KeyPress::plain(Key::Letter(key)))
}

fn shift(rig: &mut Rig, key: char) -> Vec<Effect> {
    press(rig, KeyPress::shift(Key::Letter(key)))
}

fn undo(rig: &mut Rig) -> Vec<Effect> {
    press(rig, KeyPress::ctrl(Key::Letter('Z')))
}

fn reviewing() -> Rig {
    let attempt = attempt(9);
    let mut rig = Rig::with(vec![attempt.clone()]);
    rig.command(Command::OpenAttempt(attempt.id.clone()));
    rig
}

fn marks(rig: &Rig) -> Vec<Mark> {
    rig.state.reviewed().unwrap().marks.clone()
}

fn flag(secs: f64, kind: FlagKind) -> Mark {
    Mark::new(frames(secs), MarkKind::Flag(kind))
}

fn key(secs: f64, kind: FlagKind) -> MarkKey {
    MarkKey::of(&flag(secs, kind))
}

fn ask(rig: &mut Rig, asked: MarkCommand) -> Vec<Effect> {
    rig.command(Command::Mark(asked))
}

/// Plays, and this second is heard.
fn heard(rig: &mut Rig, secs: f64) {
    if !rig.state.playback.playing {
        rig.command(Command::PlayPause);
    }
    let id = rig.state.playback.number;
    rig.event(Event::Audio(AudioEvent::PlaybackAt {
        id,
        frame: frames(secs),
        playing: true,
    }));
}

#[test]
fn a_key_marks_what_is_heard_and_playing_goes_on() {
    let mut rig = reviewing();
    heard(&mut rig, 3.2);
    let effects = plain(&mut rig, 'M');
    assert_eq!(saved(&effects).unwrap().marks, [flag(3.2, FlagKind::Free)]);
    assert_eq!(effects.len(), 1, "nothing but the save: {effects:?}");
    assert!(rig.state.playback.playing);
    assert_eq!(plain(&mut rig, 'M'), [], "it stands there");
    heard(&mut rig, 4.0);
    plain(&mut rig, 'M');
    assert_eq!(marks(&rig).len(), 2);
    let effects = undo(&mut rig);
    assert_eq!(saved(&effects).unwrap().marks, [flag(3.2, FlagKind::Free)]);
    undo(&mut rig);
    assert_eq!(marks(&rig), []);
    assert_eq!(undo(&mut rig), [], "nothing is left to take back");
}

#[test]
fn a_thousand_marks_hold() {
    let mut rig = reviewing();
    for at in 0..1_000 {
        rig.command(Command::SeekTo(at * 480));
        plain(&mut rig, 'M');
    }
    assert_eq!(marks(&rig).len(), 1_000);
}

#[test]
fn kind_text_and_place_are_changed_and_taken_back() {
    let mut rig = reviewing();
    rig.command(Command::SeekTo(frames(3.0)));
    plain(&mut rig, 'M');
    shift(&mut rig, 'M');
    assert_eq!(marks(&rig), [flag(3.0, FlagKind::SayAgain)]);
    let again = key(3.0, FlagKind::SayAgain);
    let stuck = key(3.0, FlagKind::Stuck);
    ask(&mut rig, MarkCommand::SetKind(again, FlagKind::Stuck));
    let id = rig.state.review.as_ref().unwrap().id.clone();
    let text = |text: &str| MarkCommand::SetText {
        id: id.clone(),
        key: stuck,
        text: text.to_owned(),
    };
    ask(&mut rig, text("숫자\nbut longer\u{7}"));
    assert_eq!(marks(&rig)[0].text, "숫자 but longer");
    ask(&mut rig, text(&"가".repeat(500)));
    assert_eq!(marks(&rig)[0].text.chars().count(), TEXT_CHARS);
    undo(&mut rig);
    // A drag comes in many steps and is one change.
    for secs in [3.1, 3.5, 4.0] {
        let from = MarkKey::of(&marks(&rig)[0]);
        ask(&mut rig, MarkCommand::MoveTo(from, frames(secs)));
    }
    assert_eq!(marks(&rig)[0].frame, frames(4.0));
    assert_eq!(rig.state.marking.selected, Some(key(4.0, FlagKind::Stuck)));
    // The next one is another, however long after.
    ask(&mut rig, MarkCommand::LetGo);
    let from = MarkKey::of(&marks(&rig)[0]);
    ask(&mut rig, MarkCommand::MoveTo(from, frames(9.0)));
    undo(&mut rig);
    assert_eq!(marks(&rig)[0].frame, frames(4.0));
    undo(&mut rig);
    assert_eq!(marks(&rig)[0].frame, frames(3.0));
    assert_eq!(marks(&rig)[0].text, "숫자 but longer");
    undo(&mut rig);
    undo(&mut rig);
    assert_eq!(marks(&rig), [flag(3.0, FlagKind::SayAgain)]);
    let delete = KeyPress::plain(Key::Delete);
    press(&mut rig, delete);
    assert_eq!(marks(&rig), []);
    assert_eq!(command_for(&rig.state, delete, false), None);
    undo(&mut rig);
    assert_eq!(marks(&rig), [flag(3.0, FlagKind::SayAgain)]);
    // Whoever has left it takes nothing back unseen.
    rig.command(Command::CloseReview);
    assert_eq!(undo(&mut rig), []);
}

#[test]
fn two_marks_never_come_to_lie_on_each_other() {
    let mut rig = reviewing();
    for secs in [3.0, 4.0] {
        rig.command(Command::SeekTo(frames(secs)));
        plain(&mut rig, 'M');
    }
    let later = key(4.0, FlagKind::Free);
    ask(&mut rig, MarkCommand::MoveTo(later, frames(3.0)));
    let at: Vec<u64> = marks(&rig).iter().map(|mark| mark.frame).collect();
    assert_eq!(at, [frames(3.0), frames(3.0) + 1]);
    let beyond = MarkKey::of(&marks(&rig)[1]);
    ask(&mut rig, MarkCommand::MoveTo(beyond, u64::MAX));
    let end = rig.state.reviewed().unwrap().take.frames;
    assert_eq!(marks(&rig)[1].frame, end, "no drag leaves the take");
}

#[test]
fn keys_step_from_mark_to_mark_and_one_hears_from_before_it() {
    let mut rig = reviewing();
    for secs in [8.0, 3.0] {
        rig.command(Command::SeekTo(frames(secs)));
        plain(&mut rig, 'M');
    }
    rig.command(Command::SeekTo(0));
    plain(&mut rig, 'Z');
    assert_eq!(rig.state.playback.frame, frames(3.0));
    plain(&mut rig, 'Z');
    assert_eq!(rig.state.playback.frame, frames(8.0));
    assert_eq!(plain(&mut rig, 'Z'), [], "it was the last");
    shift(&mut rig, 'Z');
    assert_eq!(rig.state.playback.frame, frames(3.0));
    // While it plays, the mark just passed is not the one before.
    heard(&mut rig, 8.4);
    let effects = shift(&mut rig, 'Z');
    assert!(matches!(
        effects[..],
        [Effect::Audio(AudioCommand::SeekPlayback { frame, .. })] if frame == frames(3.0)
    ));
    let effects = ask(&mut rig, MarkCommand::Hear(key(8.0, FlagKind::Free)));
    assert!(effects.iter().any(
        |effect| matches!(effect, Effect::Play { from_frame, .. } if *from_frame == frames(7.0))
    ));
    assert_eq!(rig.state.screen, Screen::Review);
}

#[test]
fn only_what_the_person_set_is_changed() {
    let mut rig = reviewing();
    rig.command(Command::SeekTo(frames(2.0)));
    press(&mut rig, KeyPress::plain(Key::Function(1)));
    let part = MarkKey::of(&marks(&rig)[0]);
    let before = marks(&rig);
    for asked in [
        MarkCommand::SetKind(part, FlagKind::Good),
        MarkCommand::MoveTo(part, 7),
        MarkCommand::Delete(part),
    ] {
        assert_eq!(ask(&mut rig, asked), []);
    }
    assert_eq!(marks(&rig), before);
}

#[test]
fn what_the_toast_tells_of_is_brought_back_before_a_mark() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    let other = attempt(10).id.clone();
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    rig.command(Command::Delete(other.clone()));
    rig.command(Command::SeekTo(frames(3.0)));
    plain(&mut rig, 'M');
    let effects = rig.command(Command::BringBack);
    let back = |effect: &Effect| matches!(effect, Effect::Restore(it) if it.id == other);
    assert!(effects.iter().any(back));
    assert_eq!(marks(&rig).len(), 1);
}
