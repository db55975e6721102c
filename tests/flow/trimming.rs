//! Only a part of a take counts: what is played, measured and taken back. Not here: its file.

use std::sync::Arc;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::review::TrimCommand;
use retake::flow::state::ToastKind;
use retake::flow::{Command, Effect, Event};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fluency::Fluency;
use retake::model::speech::{Span, Speech};

use crate::rig::*;

/// A voice from the first to the 50th second, with a pause of 3 s after the 20th.
fn speech() -> Arc<Speech> {
    Arc::new(Speech {
        version: 1,
        sample_rate_hz: RATE,
        start_frame: 0,
        frames: attempt(9).take.frames,
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        runs: vec![
            Span::new(frames(1.0), frames(20.0)),
            Span::new(frames(23.0), frames(50.0)),
        ],
        nuclei: (5..250).map(|n| frames(0.2 * f64::from(n))).collect(),
    })
}

fn reviewing() -> Rig {
    let attempt = attempt(9);
    let mut rig = Rig::with(vec![attempt.clone()]);
    rig.event(loaded());
    rig.command(Command::OpenAttempt(attempt.id.clone()));
    rig
}

fn loaded() -> Event {
    Event::SpeechLoaded {
        id: attempt(9).id.clone(),
        speech: Ok(speech()),
    }
}

fn trim(rig: &Rig) -> Option<Span> {
    rig.state.reviewed().unwrap().trim
}

fn shift(rig: &mut Rig, key: char) -> Vec<Effect> {
    let press = KeyPress::shift(Key::Letter(key));
    let command = command_for(&rig.state, press, false).unwrap();
    rig.command(command)
}

#[test]
fn edges_are_set_at_the_playhead_and_taken_back() {
    let mut rig = reviewing();
    let end = rig.state.reviewed().unwrap().take.frames;
    rig.command(Command::SeekTo(frames(5.0)));
    let effects = shift(&mut rig, 'I');
    let first = Span::new(frames(5.0), end);
    assert_eq!(saved(&effects).unwrap().trim, Some(first));
    rig.command(Command::SeekTo(frames(30.0)));
    shift(&mut rig, 'O');
    let both = Span::new(frames(5.0), frames(30.0));
    assert_eq!(trim(&rig), Some(both));
    // The edge of the one moves where the other was crossed.
    rig.command(Command::SeekTo(frames(40.0)));
    shift(&mut rig, 'I');
    assert_eq!(trim(&rig), Some(Span::new(frames(40.0), end)));
    rig.command(Command::Undo);
    assert_eq!(trim(&rig), Some(both));
    rig.command(Command::Trim(TrimCommand::Whole));
    assert_eq!(trim(&rig), None);
    rig.command(Command::Undo);
    rig.command(Command::Undo);
    assert_eq!(trim(&rig), Some(first));
    rig.command(Command::Undo);
    assert_eq!(trim(&rig), None);
}

#[test]
fn what_leaves_nothing_is_refused_in_words() {
    let mut rig = reviewing();
    let end = rig.state.reviewed().unwrap().take.frames;
    rig.command(Command::SeekTo(end - frames(0.4)));
    assert!(saved(&shift(&mut rig, 'I')).is_none());
    assert_eq!(trim(&rig), None);
    let toast = rig.state.toast.as_ref().map(|toast| &toast.kind);
    assert!(matches!(toast, Some(ToastKind::TrimTooShort)));
    rig.command(Command::SeekTo(0));
    assert!(saved(&shift(&mut rig, 'O')).is_none());
    assert!(saved(&shift(&mut rig, 'I')).is_none(), "that is all of it");
}

#[test]
fn only_what_counts_is_played_and_looped_parts_can_be_kept() {
    let mut rig = reviewing();
    let looped = Span::new(frames(10.0), frames(12.0));
    rig.command(Command::Trim(TrimCommand::Loop));
    assert_eq!(trim(&rig), None, "nothing is looped");
    rig.command(Command::SetLoop(Some(looped)));
    rig.command(Command::Trim(TrimCommand::Loop));
    assert_eq!(trim(&rig), Some(looped));
    rig.command(Command::SetLoop(None));
    rig.command(Command::SeekTo(frames(50.0)));
    let effects = rig.command(Command::PlayPause);
    let played = effects.iter().find_map(|effect| match effect {
        Effect::Play {
            from_frame,
            rendition,
            ..
        } => Some((*from_frame, rendition.edit.start(), rendition.edit.end())),
        _ => None,
    });
    let (from, to) = (looped.start_frame, looped.end_frame);
    assert_eq!(played, Some((from, from, to)));
    // Taken back while it plays, the rest is heard at once.
    let effects = rig.command(Command::Trim(TrimCommand::Whole));
    assert!(effects.iter().any(|effect| matches!(
        effect,
        Effect::Audio(AudioCommand::ChangeRendition(rendition)) if rendition.edit.start() == 0
    )));
    rig.command(Command::Undo);
    let id = rig.state.playback.number;
    rig.event(Event::Audio(AudioEvent::PlaybackEnded { id }));
    assert_eq!(rig.state.playback.frame, to);
    let id = rig.state.reviewed().unwrap().id.clone();
    rig.command(Command::OpenAttempt(id));
    assert_eq!(rig.state.playback.frame, from, "it begins where it counts");
}

#[test]
fn figures_count_what_is_inside() {
    let mut rig = reviewing();
    rig.command(Command::SeekTo(frames(18.0)));
    let effects = shift(&mut rig, 'I');
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Analyse { .. })),
        "it is looked up again: {effects:?}"
    );
    rig.event(loaded());
    let id = rig.state.reviewed().unwrap().id.clone();
    let heard = rig.state.speech[&id].clone().unwrap();
    let fluency = Fluency::of(&heard, heard.whole()).unwrap();
    assert_eq!(heard.runs[0], Span::new(frames(18.0), frames(20.0)));
    assert!(fluency.first_voice_secs.abs() < 1e-9);
    assert_eq!((fluency.runs, fluency.pauses), (2, 1));
    assert!((fluency.answer_secs - 32.0).abs() < 1e-6);
    // What counted once counts again.
    rig.command(Command::Undo);
    rig.event(loaded());
    assert_eq!(rig.state.speech[&id].as_deref(), Some(&*speech()));
}
