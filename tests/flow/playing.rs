//! How an answer is heard: in a loop.

use retake::flow::{Command, Effect};
use retake::model::attempt::AttemptId;
use retake::model::audio::{AudioCommand, AudioEvent, Rendition};
use retake::model::speech::Span;

use crate::rig::*;

/// A rig that reviews and plays a minute.
fn playing() -> (Rig, AttemptId) {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    let id = attempt(9).id.clone();
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::PlayPause);
    heard_at(&mut rig, frames(10.0));
    (rig, id)
}

fn heard_at(rig: &mut Rig, frame: u64) {
    let id = rig.state.playback.number;
    rig.event(AudioEvent::PlaybackAt {
        id,
        frame,
        playing: true,
    });
}

fn span(from_secs: f64, to_secs: f64) -> Span {
    Span::new(frames(from_secs), frames(to_secs))
}

fn renditions(effects: &[Effect]) -> Vec<&Rendition> {
    let mut found = Vec::new();
    for effect in effects {
        if let Effect::Audio(AudioCommand::ChangeRendition(rendition))
        | Effect::Play { rendition, .. } = effect
        {
            found.push(rendition);
        }
    }
    found
}

fn seeks(effects: &[Effect]) -> Vec<u64> {
    let seek = |effect: &Effect| match effect {
        Effect::Audio(AudioCommand::SeekPlayback { frame, .. }) => Some(*frame),
        _ => None,
    };
    effects.iter().filter_map(seek).collect()
}

#[test]
fn a_loop_holds_in_mid_play_and_stays_for_the_next_play() {
    let (mut rig, _) = playing();
    let effects = rig.command(Command::SetLoop(Some(span(9.0, 12.0))));
    assert_eq!(renditions(&effects)[0].looped, Some(span(9.0, 12.0)));
    assert_eq!(seeks(&effects), [] as [u64; 0], "it is within");
    assert_eq!(rig.command(Command::SetLoop(Some(span(9.0, 12.0)))), []);
    let effects = rig.command(Command::SetLoop(Some(span(20.0, 22.0))));
    assert_eq!(seeks(&effects), [frames(20.0)]);
    rig.command(Command::PlayPause);
    let effects = rig.command(Command::PlayPause);
    assert_eq!(renditions(&effects)[0].looped, Some(span(20.0, 22.0)));
    let effects = rig.command(Command::SetLoop(None));
    assert_eq!(renditions(&effects)[0].looped, None);
    // Another answer has a loop of its own.
    rig.command(Command::SetLoop(Some(span(20.0, 22.0))));
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    assert_eq!(rig.state.playback.looped, None);
}

#[test]
fn a_loop_of_nothing_or_of_what_is_not_there_is_kept_within() {
    let (mut rig, _) = playing();
    for (asked, kept) in [
        (Span::new(0, 2), span(0.0, 0.05)),
        (span(30.0, 20.0), span(30.0, 30.05)),
        (span(59.99, 70.0), span(59.95, 60.0)),
        (Span::new(u64::MAX, u64::MAX), span(59.95, 60.0)),
        (Span::new(0, u64::MAX), span(0.0, 60.0)),
    ] {
        rig.command(Command::SetLoop(Some(asked)));
        assert_eq!(rig.state.playback.looped, Some(kept), "{asked:?}");
    }
}
