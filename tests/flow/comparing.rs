//! Two answers heard against each other.

use std::sync::Arc;

use retake::flow::keys::{self, Key, KeyPress};
use retake::flow::review::comparison::CompareCommand;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::Attempt;
use retake::model::audio::{AudioCommand, AudioEvent, Rendition};
use retake::model::compare::{Align, Difference, Figure, Side, telling};
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{CueBy, Mark, MarkKind};
use retake::model::speech::{Span, Speech};
use retake::model::star::StarPart;

use crate::rig::*;

/// An answer with a cue at some second.
fn switched(hour: i8, cue: f64) -> Arc<Attempt> {
    let mut attempt = Attempt::clone(&attempt(hour));
    attempt.question = crate::rig::attempt(9).question.clone();
    attempt.plan = LanguagePlan::KoreanToEnglish;
    let kind = MarkKind::Cue {
        to: Language::English,
        by: CueBy::Drill,
    };
    attempt.marks = vec![Mark::new(frames(cue), kind)];
    Arc::new(attempt)
}

/// The newer one at ten with its cue at 20 s is under review; the earlier one has its cue at 30 s.
fn reviewing() -> Rig {
    let mut rig = Rig::with(vec![switched(9, 30.0), switched(10, 20.0)]);
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    rig
}

fn compare(rig: &mut Rig, asked: CompareCommand) -> Vec<Effect> {
    rig.command(Command::Compare(asked))
}

fn heard_at(rig: &mut Rig, frame: u64) {
    let id = rig.state.playback.number;
    rig.event(AudioEvent::PlaybackAt {
        id,
        frame,
        playing: true,
    });
}

/// What is played, and from where on.
fn played(effects: &[Effect]) -> Option<(&Rendition, u64)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Play {
            rendition,
            from_frame,
            attempt,
            beside,
            ..
        } => {
            // Always the same files: no new speaker is opened when the ear is switched.
            assert_eq!(attempt.created.hour(), 10);
            assert_eq!(beside.len(), 1);
            assert_eq!(beside[0].created.hour(), 9);
            Some((rendition, *from_frame))
        }
        _ => None,
    })
}

fn source(rendition: &Rendition) -> (usize, Span) {
    let pieces = rendition.edit.pieces();
    assert_eq!(pieces.len(), 1);
    (pieces[0].source, pieces[0].take)
}

fn key(rig: &Rig, key: Key) -> Option<Command> {
    let press = KeyPress {
        key,
        ctrl: false,
        shift: false,
    };
    keys::command_for(&rig.state, press, false)
}

fn speech(attempt: &Attempt, restart: f64) -> Event {
    let runs = [(1.0, 19.0), (restart, 55.0)];
    let span = |(from, to): (f64, f64)| Span::new(frames(from), frames(to));
    let nuclei = (0..).map(|at| f64::from(at) * 0.25);
    let speech = Speech {
        version: 1,
        sample_rate_hz: attempt.take.sample_rate_hz,
        start_frame: 0,
        frames: attempt.take.frames,
        noise_dbfs: -60.0,
        threshold_dbfs: -45.0,
        runs: runs.map(span).into(),
        nuclei: nuclei
            .take_while(|at| *at < 55.0)
            .filter(|at| *at < 19.0 && *at > 1.0 || *at > restart)
            .map(frames)
            .collect(),
    };
    Event::SpeechLoaded {
        id: attempt.id.clone(),
        speech: Ok(Arc::new(speech)),
    }
}

#[test]
fn the_ear_is_switched_in_mid_play_at_the_same_place() {
    let mut rig = reviewing();
    rig.command(Command::PlayPause);
    heard_at(&mut rig, frames(22.0));
    assert_eq!(
        key(&rig, Key::Letter('X')),
        Some(Command::Compare(CompareCommand::Open))
    );
    let effects = compare(&mut rig, CompareCommand::Open);
    // Two seconds after both cues; the line begins with the earlier answer.
    let (rendition, from) = played(&effects).unwrap();
    assert_eq!(
        source(rendition),
        (0, Span::new(frames(10.0), frames(70.0)))
    );
    assert_eq!(from, frames(32.0));
    heard_at(&mut rig, frames(33.0));
    assert_eq!(
        key(&rig, Key::Letter('X')),
        Some(Command::Compare(CompareCommand::SwitchEar))
    );
    let effects = compare(&mut rig, CompareCommand::SwitchEar);
    let (rendition, from) = played(&effects).unwrap();
    assert_eq!(source(rendition), (1, Span::new(0, frames(60.0))));
    assert_eq!(from, frames(33.0));
    let effects = compare(&mut rig, CompareCommand::SwitchEar);
    assert_eq!(source(played(&effects).unwrap().0).0, 0);
    // Back to the answer under review, at the place where it was heard.
    rig.command(Command::Escape);
    assert!(rig.reviews(&attempt(10).id));
    assert_eq!(rig.state.playback.id.as_ref(), Some(&attempt(10).id));
    assert_eq!(rig.state.playback.frame, frames(23.0));
}

#[test]
fn the_louder_one_comes_down_once_both_are_measured() {
    let mut rig = reviewing();
    let effects = compare(&mut rig, CompareCommand::Open);
    let measured = |effect: &&Effect| matches!(effect, Effect::MeasureLoudness { .. });
    assert_eq!(effects.iter().filter(measured).count(), 2);
    let effects = rig.command(Command::PlayPause);
    assert_eq!(
        played(&effects).unwrap().0.edit.pieces()[0]
            .gain_db
            .to_bits(),
        0
    );
    let whole = Span::new(0, frames(60.0));
    let mut last = Vec::new();
    for (hour, lufs) in [(9, -26.0), (10, -20.0)] {
        last = rig.event(Event::LoudnessMeasured {
            id: attempt(hour).id.clone(),
            span: whole,
            lufs: Some(lufs),
        });
    }
    let gain = last.iter().find_map(|effect| match effect {
        Effect::Audio(AudioCommand::ChangeRendition(rendition)) => {
            Some(rendition.edit.pieces()[0].gain_db)
        }
        _ => None,
    });
    assert_eq!(gain, Some(-6.0), "the newer one is in the ear and louder");
    let effects = compare(&mut rig, CompareCommand::SwitchEar);
    assert_eq!(
        played(&effects).unwrap().0.edit.pieces()[0]
            .gain_db
            .to_bits(),
        0
    );
}

#[test]
fn a_speed_chosen_meanwhile_is_heard_at_once() {
    let mut rig = reviewing();
    compare(&mut rig, CompareCommand::Open);
    rig.command(Command::PlayPause);
    let effects = rig.command(Command::SetSpeed(0.75));
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::Audio(AudioCommand::ChangeRendition(rendition)) if rendition.speed.to_bits() == 0.75_f32.to_bits()
    )));
}

#[test]
fn seeking_stays_on_the_common_line() {
    let mut rig = reviewing();
    compare(&mut rig, CompareCommand::Open);
    assert_eq!(rig.state.playback.frame, frames(10.0), "its start");
    rig.command(Command::SeekBy(-60.0));
    assert_eq!(rig.state.playback.frame, 0);
    rig.command(Command::SeekBy(600.0));
    assert_eq!(rig.state.playback.frame, frames(70.0));
    compare(&mut rig, CompareCommand::SeekTo(u64::MAX));
    assert_eq!(rig.state.playback.frame, frames(70.0));
    // At its end it begins anew.
    let effects = rig.command(Command::PlayPause);
    assert_eq!(played(&effects).unwrap().1, frames(10.0));
    let effects = compare(&mut rig, CompareCommand::SeekTo(frames(40.0)));
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::Audio(AudioCommand::SeekPlayback { frame, .. }) if *frame == frames(40.0)
    )));
    // Its end is heard: there it stays.
    let id = rig.state.playback.number;
    heard_at(&mut rig, frames(70.0));
    rig.event(AudioEvent::PlaybackEnded { id });
    assert_eq!(rig.state.playback.frame, frames(70.0));
}

#[test]
fn laid_at_another_place_the_ear_stays_where_it_is() {
    let mut rig = reviewing();
    compare(&mut rig, CompareCommand::Open);
    compare(&mut rig, CompareCommand::SeekTo(frames(32.0)));
    compare(&mut rig, CompareCommand::Align(Align::Start));
    let pair = rig.state.compared().unwrap();
    assert_eq!(rig.state.playback.frame, frames(22.0));
    assert_eq!(pair.axis.frames(), frames(60.0));
    // What neither has is no place.
    let part = Align::Part(StarPart::Result);
    compare(&mut rig, CompareCommand::Align(part));
    assert_eq!(rig.state.compared().unwrap().align, Align::Start);
}

#[test]
fn nothing_of_one_take_is_changed_at_a_place_of_the_common_line() {
    let mut rig = reviewing();
    compare(&mut rig, CompareCommand::Open);
    let before = rig.state.attempt(&attempt(10).id).cloned();
    rig.command(Command::TapPart(StarPart::Action));
    rig.command(Command::StepPhrase(1));
    rig.command(Command::LoopPhrase);
    assert_eq!(rig.state.attempt(&attempt(10).id).cloned(), before);
    assert_eq!(key(&rig, Key::Letter('M')), None);
    assert_eq!(key(&rig, Key::Digit(3)), None);
}

#[test]
fn it_ends_with_the_screen_with_the_answer_and_with_the_other() {
    let mut rig = reviewing();
    compare(&mut rig, CompareCommand::Open);
    rig.command(Command::PlayPause);
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    assert!(rig.state.compare.is_none());
    assert!(!rig.state.playback.playing);
    // From the earlier one the later one can be heard, too.
    compare(&mut rig, CompareCommand::Open);
    let pair = rig.state.compared().unwrap();
    assert_eq!((pair.ear, pair.newer.created.hour()), (Side::Earlier, 10));
    rig.command(Command::Delete(attempt(10).id.clone()));
    assert!(rig.state.compare.is_none());
    assert_eq!(key(&rig, Key::Letter('X')), None, "nothing is left");
    assert_eq!(compare(&mut rig, CompareCommand::Open), []);
    assert!(rig.state.compare.is_none());
}

#[test]
fn the_last_answer_to_the_same_is_offered_by_itself() {
    let mut rig = reviewing();
    assert!(
        rig.state.offered_comparison().is_none(),
        "nothing heard yet"
    );
    rig.event(speech(&switched(10, 20.0), 21.0));
    rig.event(speech(&switched(9, 20.0), 23.8));
    let [reviewed, other] = rig.state.offered_comparison().unwrap();
    let rows = rig.state.differences(reviewed, other);
    assert_eq!(other.id, attempt(9).id);
    let row = telling(&rows).unwrap();
    // A cue at 30 s in mid-speech: no switch is found there.
    assert_ne!(row.figure, Figure::Latency);
    let mut rig = Rig::with(vec![switched(9, 20.0), switched(10, 20.0)]);
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    rig.event(speech(&switched(10, 20.0), 21.0));
    rig.event(speech(&switched(9, 20.0), 23.8));
    let [reviewed, other] = rig.state.offered_comparison().unwrap();
    let rows = rig.state.differences(reviewed, other);
    let row = telling(&rows).unwrap();
    assert_eq!(row.figure, Figure::Latency);
    let Difference::Heard { by } = row.difference else {
        panic!("{row:?}");
    };
    assert!((by + 2.8).abs() < 0.01, "{by}");
    // The first answer has none before it.
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    assert!(rig.state.offered_comparison().is_none());
}
