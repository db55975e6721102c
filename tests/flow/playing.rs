//! How an answer is heard: in a loop, phrase by phrase, slower and faster, without its pauses.

use std::sync::Arc;

use retake::flow::keys::{Key, KeyPress, command_for};
use retake::flow::review::{MarkCommand, MarkKey, TrimCommand};
use retake::flow::state::Screen;
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::{AudioCommand, AudioEvent, Rendition};
use retake::model::fault::SoundFault;
use retake::model::language::{Language, LanguagePlan};
use retake::model::mark::{CueBy, FlagKind, Mark, MarkKind};
use retake::model::speech::{Span, Speech};

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

/// What was heard in a take of a minute.
fn speech(runs: Vec<Span>) -> Speech {
    Speech {
        start_frame: 0,
        version: 1,
        sample_rate_hz: RATE,
        frames: frames(60.0),
        noise_dbfs: -70.0,
        threshold_dbfs: -50.0,
        runs,
        nuclei: vec![],
    }
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

/// The same, with four phrases and a cue at 20 s.
fn talking() -> Rig {
    let mut attempt = Attempt::clone(&attempt(9));
    let cue = MarkKind::Cue {
        to: Language::English,
        by: CueBy::Drill,
    };
    attempt.plan = LanguagePlan::KoreanToEnglish;
    attempt.marks.push(Mark::new(frames(20.0), cue));
    let attempt = Arc::new(attempt);
    let id = attempt.id.clone();
    let mut rig = Rig::with(vec![attempt]);
    let runs = [(1.0, 8.0), (9.0, 12.0), (12.2, 19.0), (22.0, 50.0)];
    let speech = speech(runs.map(|(from, to)| span(from, to)).to_vec());
    rig.event(Event::SpeechLoaded {
        id: id.clone(),
        speech: Ok(Arc::new(speech)),
    });
    rig.command(Command::OpenAttempt(id));
    rig.command(Command::PlayPause);
    heard_at(&mut rig, frames(10.0));
    rig
}

fn press(rig: &mut Rig, key: Key) -> Vec<Effect> {
    let command = command_for(&rig.state, KeyPress::plain(key), false);
    command.map_or_else(Vec::new, |command| rig.command(command))
}

#[test]
fn commas_and_periods_go_from_phrase_to_phrase() {
    let mut rig = talking();
    assert_eq!(seeks(&press(&mut rig, Key::Period)), [frames(12.2)]);
    assert_eq!(seeks(&press(&mut rig, Key::Comma)), [frames(9.0)]);
    heard_at(&mut rig, frames(9.3));
    assert_eq!(seeks(&press(&mut rig, Key::Comma)), [frames(1.0)]);
    heard_at(&mut rig, frames(5.0));
    assert_eq!(seeks(&press(&mut rig, Key::Comma)), [frames(1.0)]);
    assert_eq!(seeks(&press(&mut rig, Key::Comma)), [] as [u64; 0]);
    heard_at(&mut rig, frames(55.0));
    assert_eq!(seeks(&press(&mut rig, Key::Period)), [] as [u64; 0]);
    assert!(rig.state.playback.playing);
}

#[test]
fn a_phrase_is_looped_by_a_key_and_left_by_escape() {
    let mut rig = talking();
    press(&mut rig, Key::Letter('L'));
    assert_eq!(rig.state.playback.looped, Some(span(9.0, 12.0)));
    // The loop goes along.
    press(&mut rig, Key::Period);
    assert_eq!(rig.state.playback.looped, Some(span(12.2, 19.0)));
    press(&mut rig, Key::Comma);
    assert_eq!(rig.state.playback.looped, Some(span(9.0, 12.0)));
    for (key, looped) in [
        (Key::OpenBracket, span(8.95, 12.0)),
        (Key::CloseBracket, span(9.0, 12.0)),
        (Key::CloseBrace, span(9.0, 12.05)),
        (Key::OpenBrace, span(9.0, 12.0)),
    ] {
        press(&mut rig, key);
        assert_eq!(rig.state.playback.looped, Some(looped), "{key}");
        assert!(rig.state.playback.playing);
    }
    rig.command(Command::MoveLoopEnd(-100.0));
    assert_eq!(rig.state.playback.looped, Some(span(9.0, 9.05)));
    rig.command(Command::MoveLoopStart(100.0));
    assert_eq!(rig.state.playback.looped, Some(span(9.0, 9.05)));
    press(&mut rig, Key::Escape);
    assert_eq!(rig.state.playback.looped, None);
    assert_eq!(rig.state.screen, Screen::Review);
    press(&mut rig, Key::Letter('L'));
    press(&mut rig, Key::Letter('L'));
    assert_eq!(rig.state.playback.looped, None);
    press(&mut rig, Key::Escape);
    assert_ne!(rig.state.screen, Screen::Review);
}

#[test]
fn the_cue_is_looped_with_what_is_around_it() {
    let mut rig = talking();
    let effects = press(&mut rig, Key::Letter('E'));
    assert_eq!(rig.state.playback.looped, Some(span(17.0, 28.0)));
    assert_eq!(seeks(&effects).last(), Some(&frames(17.0)));
    press(&mut rig, Key::Letter('E'));
    assert_eq!(rig.state.playback.looped, None);
    let (mut rig, _) = playing();
    assert_eq!(press(&mut rig, Key::Letter('E')), [], "no cue");
    assert_eq!(press(&mut rig, Key::Letter('L')), [], "no phrases yet");
}

#[test]
fn the_speed_goes_in_steps_and_is_remembered() {
    let mut rig = talking();
    for (key, speed) in [('O', 0.9), ('O', 0.75), ('P', 0.9), ('U', 1.0), ('P', 1.25)] {
        let effects = press(&mut rig, Key::Letter(key));
        assert_eq!(renditions(&effects)[0].speed.to_bits(), f32::to_bits(speed));
        let remembered = |effect: &Effect| matches!(effect, Effect::SaveSettings(settings) if settings.playback_speed.to_bits() == speed.to_bits());
        assert!(effects.iter().any(remembered));
    }
    for _ in 0..9 {
        press(&mut rig, Key::Letter('P'));
    }
    assert_eq!(
        rig.state.settings.playback_speed.to_bits(),
        2.0_f32.to_bits()
    );
    for odd in [f32::NAN, 0.0, -1.0, 99.0] {
        assert_eq!(rig.command(Command::SetSpeed(odd)), []);
    }
}

#[test]
fn pauses_are_skipped_but_for_a_little() {
    let mut rig = talking();
    let effects = press(&mut rig, Key::Letter('H'));
    let heard: Vec<Span> = renditions(&effects)[0]
        .edit
        .pieces()
        .iter()
        .map(|piece| piece.take)
        .collect();
    // 0.2 s are too short to be skipped.
    assert_eq!(
        heard,
        [span(0.0, 8.15), span(8.85, 19.15), span(21.85, 60.0)]
    );
    // Whoever loops a pause wants to hear it.
    let effects = rig.command(Command::SetLoop(Some(span(19.5, 21.5))));
    assert_eq!(renditions(&effects)[0].edit.pieces().len(), 1);
    let effects = press(&mut rig, Key::Letter('H'));
    assert_eq!(renditions(&effects)[0].edit.pieces().len(), 1);
    assert!(!rig.state.settings.skip_silence);
}

#[test]
fn a_pause_that_is_asked_for_is_not_skipped() {
    let mut rig = talking();
    press(&mut rig, Key::Letter('H'));
    let effects = press(&mut rig, Key::Letter('G'));
    let heard = renditions(&effects)[0].edit.pieces().iter();
    let heard: Vec<Span> = heard.map(|piece| piece.take).collect();
    assert_eq!(heard, [span(0.0, 8.15), span(8.85, 60.0)]);
}

#[test]
fn an_answer_goes_on_where_it_was_left() {
    let (mut rig, id) = playing();
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    assert_eq!(rig.state.playback.frame, 0);
    rig.command(Command::OpenAttempt(id.clone()));
    assert_eq!(rig.state.playback.frame, frames(10.0));
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::PlayRow(attempt(10).id.clone()));
    let effects = rig.command(Command::PlayRow(id.clone()));
    assert!(effects.iter().any(
        |effect| matches!(effect, Effect::Play { from_frame, .. } if *from_frame == frames(10.0))
    ));
    // One that was heard to its end begins anew.
    let number = rig.state.playback.number;
    rig.event(AudioEvent::PlaybackEnded { id: number });
    rig.command(Command::PlayRow(attempt(10).id.clone()));
    rig.command(Command::OpenAttempt(id));
    assert_eq!(rig.state.playback.frame, 0);
}

#[test]
fn a_speaker_that_is_lost_leaves_the_place() {
    let (mut rig, _) = playing();
    let id = rig.state.playback.number;
    rig.event(AudioEvent::PlaybackFailed {
        id,
        fault: SoundFault::DeviceLost,
    });
    assert!(!rig.state.playback.playing && rig.state.banner.is_some());
    let effects = rig.command(Command::PlayPause);
    assert!(effects.iter().any(
        |effect| matches!(effect, Effect::Play { from_frame, .. } if *from_frame == frames(10.0))
    ));
}

#[test]
fn ways_to_hear_an_answer_end_with_its_screen() {
    let (mut rig, id) = playing();
    rig.command(Command::SetLoop(Some(span(9.0, 12.0))));
    rig.command(Command::CloseReview);
    let effects = rig.command(Command::PlayRow(id));
    assert_eq!(renditions(&effects)[0].looped, None);
    assert_eq!(renditions(&effects)[0].edit.end(), frames(60.0));
}

#[test]
fn pauses_that_are_found_while_it_plays_are_skipped_at_once() {
    let (mut rig, id) = playing();
    rig.command(Command::ToggleSkipSilence);
    let speech = speech(vec![span(1.0, 8.0), span(20.0, 50.0)]);
    let loaded = |id| Event::SpeechLoaded {
        id,
        speech: Ok(Arc::new(speech.clone())),
    };
    let effects = rig.event(loaded(attempt(10).id.clone()));
    assert!(renditions(&effects).is_empty(), "it does not play");
    let effects = rig.event(loaded(id));
    assert_eq!(renditions(&effects)[0].edit.pieces().len(), 2);
}

#[test]
fn nothing_that_was_trimmed_away_is_looped_or_gone_to() {
    let mut cued = Attempt::clone(&attempt(9));
    let (to, by) = (Language::English, CueBy::Drill);
    cued.marks = vec![Mark::new(frames(20.0), MarkKind::Cue { to, by })];
    cued.trim = Some(span(22.0, 40.0));
    let id = cued.id.clone();
    let mut rig = Rig::with(vec![Arc::new(cued)]);
    rig.command(Command::OpenAttempt(id.clone()));
    rig.command(Command::PlayPause);
    for (asked, looped) in [
        (span(10.0, 30.0), Some(span(22.0, 30.0))),
        (span(30.0, 60.0), Some(span(30.0, 40.0))),
        (span(50.0, 60.0), None),
    ] {
        rig.command(Command::SetLoop(Some(asked)));
        assert_eq!(rig.state.playback.looped, looped, "{asked:?}");
    }
    for (asked, there) in [(0.0, 22.0), (30.0, 30.0), (60.0, 40.0)] {
        let effects = rig.command(Command::SeekTo(frames(asked)));
        assert_eq!(seeks(&effects), [frames(there)]);
    }
    // What is around the cue is heard as far as it counts.
    let effects = press(&mut rig, Key::Letter('E'));
    assert_eq!(rig.state.playback.looped, Some(span(22.0, 28.0)));
    assert_eq!(seeks(&effects).last(), Some(&frames(22.0)));
    // A mark behind the end: the last that counts.
    let effects = rig.command(Command::Mark(MarkCommand::Hear(MarkKey {
        frame: frames(50.0),
        kind: MarkKind::Flag(FlagKind::Free),
    })));
    let from = effects.iter().find_map(|effect| match effect {
        Effect::Play { from_frame, .. } => Some(*from_frame),
        _ => None,
    });
    assert_eq!(from, Some(frames(39.0)));
    // What stands can be put where the edge is to be.
    rig.command(Command::PlayPause);
    rig.command(Command::SeekTo(frames(25.0)));
    rig.command(Command::Trim(TrimCommand::From));
    assert_eq!(rig.state.playback.looped, Some(span(25.0, 28.0)));
    rig.command(Command::SeekTo(frames(50.0)));
    assert_eq!(rig.state.playback.frame, frames(50.0));
}
