//! Listening again, rating, notes, and once more.

use std::sync::Arc;

use retake::flow::state::{Phase, Screen};
use retake::flow::{Command, Effect, Event};
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::{Fault, FileFault, SoundFault};
use retake::model::language::LanguagePlan;

use crate::rig::*;

fn open(hour: i8) -> (Rig, AttemptId) {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    let id = attempt(hour).id.clone();
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::OpenAttempt(id.clone()));
    (rig, id)
}

fn line(rig: &Rig) -> usize {
    rig.state.review.as_ref().unwrap().line
}

fn plays(effects: &[Effect]) -> Option<u64> {
    effects.iter().find_map(|effect| match effect {
        Effect::Play { from_frame, .. } => Some(*from_frame),
        _ => None,
    })
}

#[test]
fn opening_loads_the_waveform_once_and_goes_back_to_where_it_came_from() {
    let (mut rig, id) = open(9);
    assert!(rig.reviews(&id));
    assert_eq!(rig.state.peaks[&id], None, "on its way");
    assert_eq!(rig.state.timeline.selected, Some(id.clone()));
    rig.command(Command::CloseReview);
    assert_eq!(rig.state.screen, Screen::Timeline);
    let effects = rig.command(Command::OpenAttempt(id.clone()));
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::LoadPeaks(_)))
    );
    // From one review to another the way back stays.
    rig.command(Command::OpenAttempt(attempt(10).id.clone()));
    rig.command(Command::CloseReview);
    assert_eq!(rig.state.screen, Screen::Timeline);
}

#[test]
fn scores_go_line_by_line_and_stay_on_the_last() {
    let (mut rig, id) = open(9);
    assert!(saved(&rig.command(Command::RateCurrent(2))).is_some());
    assert_eq!(line(&rig), 1);
    assert!(rig.state.library.unsaved.contains(&id));
    rig.command(Command::RateCurrent(4));
    assert_eq!(line(&rig), 1, "no switch, no third line");
    assert_eq!(rig.command(Command::RateCurrent(6)), []);
    assert_eq!(rig.command(Command::RateCurrent(0)), []);
    rig.command(Command::MoveLine(-5));
    assert_eq!(line(&rig), 0);
    rig.command(Command::MoveLine(i32::MAX));
    assert_eq!(line(&rig), 1);
    rig.command(Command::Rate {
        line: "episode".into(),
        score: 5,
    });
    assert_eq!(line(&rig), 0);
    let none = Command::Rate {
        line: "switch".into(),
        score: 5,
    };
    assert_eq!(rig.command(none), [], "not a line of this attempt");
    let attempt = rig.state.reviewed().unwrap();
    assert_eq!(attempt.ratings.len(), 1);
    assert_eq!(attempt.score(), Some(4.5));
}

#[test]
fn a_later_sitting_keeps_the_first_rating_and_starts_where_a_score_is_missing() {
    let (mut rig, id) = open(9);
    rig.command(Command::RateCurrent(2));
    rig.command(Command::CloseReview);
    rig.command(Command::OpenAttempt(id));
    assert_eq!(line(&rig), 1);
    rig.command(Command::RateCurrent(3));
    let ratings = &rig.state.reviewed().unwrap().ratings;
    assert_eq!(ratings.len(), 2);
    assert_eq!(ratings[0].scores.len(), 1);
    assert_eq!(ratings[1].scores.len(), 2);
}

#[test]
fn notes_are_kept_composed_saved_when_they_differ_and_found() {
    let (mut rig, id) = open(9);
    let decomposed = "\u{1112}\u{1161}\u{11ab}글";
    let kept = saved(&rig.command(Command::SetNotes(decomposed.into()))).unwrap();
    assert_eq!(kept.notes, "한글");
    assert_eq!(rig.command(Command::SetNotes("한글".into())), []);
    rig.command(Command::SetQuery("ㅎㄱ".into()));
    assert_eq!(rig.state.timeline.selected, Some(id.clone()));
    // A text field that loses its focus tells so after the screen was left.
    rig.command(Command::GoTo(Screen::Practice));
    assert!(saved(&rig.command(Command::SetNotes("late".into()))).is_some());
    assert!(saved(&rig.command(Command::ToggleStar)).unwrap().starred);
    assert_eq!(
        rig.command(Command::RateCurrent(3)),
        [],
        "nobody sees what is rated"
    );
}

#[test]
fn what_a_newer_version_wrote_is_never_rewritten() {
    let newer = Arc::new(Attempt {
        read_only: true,
        ..Attempt::clone(&attempt(9))
    });
    let mut rig = Rig::with(vec![newer.clone()]);
    rig.command(Command::OpenAttempt(newer.id.clone()));
    for command in [
        Command::RateCurrent(3),
        Command::ToggleStar,
        Command::SetNotes("x".into()),
    ] {
        rig.command(Command::DismissBanner);
        assert_eq!(rig.command(command), []);
        let banner = rig.state.banner.clone().unwrap();
        assert!(matches!(
            banner.fault,
            Fault::File(FileFault::LibraryNewer(_))
        ));
    }
    assert_eq!(rig.state.reviewed(), Some(&newer));
    assert_eq!(line(&rig), 0);
    rig.command(Command::DismissBanner);
    rig.command(Command::SetNotes(String::new()));
    assert!(rig.state.banner.is_none(), "nothing was to be changed");
}

#[test]
fn retake_shows_the_same_question_with_the_plan_of_now_before_it_is_recorded() {
    let (mut rig, id) = open(9);
    rig.command(Command::PlayPause);
    rig.command(Command::SetPlan(LanguagePlan::EnglishToKorean));
    let effects = rig.command(Command::Retake);
    assert_eq!(created(&effects), None, "nothing is recorded unseen");
    assert_eq!(rig.state.screen, Screen::Practice);
    assert!(matches!(rig.state.practice.phase, Phase::Idle));
    assert_eq!(rig.state.next_plan(), LanguagePlan::EnglishToKorean);
    let effects = rig.command(Command::Record);
    assert!(effects.contains(&Effect::Audio(AudioCommand::PausePlayback)));
    let again = created(&effects).unwrap();
    assert_ne!(again.id, id);
    assert_eq!(again.question, attempt(9).question);
    assert_eq!(again.plan, LanguagePlan::EnglishToKorean);
    assert!(matches!(rig.state.practice.phase, Phase::Arming(_)));
    assert_eq!(rig.state.screen, Screen::Practice);
}

#[test]
fn a_question_whose_pack_is_gone_can_be_answered_again() {
    let (mut rig, _) = open(9);
    rig.event(Event::PacksLoaded {
        packs: vec![],
        faults: vec![],
    });
    rig.command(Command::Retake);
    let again = created(&rig.command(Command::Record)).unwrap();
    assert_eq!(again.question, attempt(9).question);
}

#[test]
fn play_pause_seek_and_the_end() {
    let (mut rig, _) = open(9);
    rig.command(Command::SeekTo(frames(10.0)));
    assert_eq!(plays(&rig.command(Command::PlayPause)), Some(frames(10.0)));
    heard_at(&mut rig, frames(11.0), true);
    let id = rig.state.playback.number;
    let seek = |frame| [Effect::Audio(AudioCommand::SeekPlayback { id, frame })];
    assert_eq!(rig.command(Command::SeekBy(5.0)), seek(frames(16.0)));
    assert_eq!(rig.command(Command::SeekBy(-100.0)), seek(0));
    assert_eq!(rig.command(Command::SeekBy(f64::NAN)), seek(0));
    assert_eq!(
        rig.command(Command::PlayPause),
        [Effect::Audio(AudioCommand::PausePlayback)]
    );
    assert_eq!(
        rig.command(Command::SeekTo(u64::MAX)),
        [],
        "nothing is heard"
    );
    heard_at(&mut rig, frames(1.0), false);
    assert_eq!(
        rig.state.playback.frame,
        frames(60.0),
        "a late report moves nothing"
    );
    assert_eq!(
        plays(&rig.command(Command::PlayPause)),
        Some(0),
        "from the end to the start"
    );
    heard_at(&mut rig, frames(2.0), false);
    assert!(rig.state.playback.playing, "a late report of the pause");
    let id = rig.state.playback.number;
    rig.event(AudioEvent::PlaybackAt {
        id: id - 1,
        frame: 7,
        playing: true,
    });
    assert_eq!(rig.state.playback.frame, frames(2.0));
    rig.event(AudioEvent::PlaybackEnded { id });
    assert!(!rig.state.playback.playing);
    assert_eq!(plays(&rig.command(Command::PlayPause)), Some(0));
}

/// The take that plays has come to this frame.
fn heard_at(rig: &mut Rig, frame: u64, playing: bool) {
    let id = rig.state.playback.number;
    rig.event(AudioEvent::PlaybackAt { id, frame, playing });
}

/// Whatever arrives late of a take changes nothing about the one that plays by now.
#[test]
fn a_late_end_of_one_take_is_not_the_end_of_another() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    rig.command(Command::PlayRow(attempt(9).id.clone()));
    let first = rig.state.playback.number;
    let late = |rig: &mut Rig| {
        for event in [
            AudioEvent::PlaybackAt {
                id: first,
                frame: 77,
                playing: true,
            },
            AudioEvent::PlaybackEnded { id: first },
            AudioEvent::PlaybackFailed {
                id: first,
                fault: SoundFault::DeviceLost,
            },
        ] {
            rig.event(event);
        }
    };
    rig.command(Command::PlayRow(attempt(10).id.clone()));
    late(&mut rig);
    let playback = &rig.state.playback;
    assert_eq!(playback.id, Some(attempt(10).id.clone()));
    assert!(playback.playing && playback.frame == 0 && playback.fault.is_none());
    assert!(rig.state.banner.is_none());

    // Also when the first take plays again.
    rig.command(Command::PlayRow(attempt(9).id.clone()));
    late(&mut rig);
    assert!(rig.state.playback.playing && rig.state.playback.frame == 0);

    // And when it was only made ready to be heard.
    rig.command(Command::OpenAttempt(attempt(9).id.clone()));
    late(&mut rig);
    assert_eq!(rig.state.playback.frame, 0);
    assert!(rig.state.banner.is_none());
}

#[test]
fn rows_play_in_place() {
    let mut rig = Rig::with(vec![attempt(9), attempt(10)]);
    rig.command(Command::GoTo(Screen::Timeline));
    rig.command(Command::MoveSelection(1));
    assert_eq!(plays(&rig.command(Command::PlaySelected)), Some(0));
    assert_eq!(
        rig.command(Command::PlaySelected),
        [Effect::Audio(AudioCommand::PausePlayback)]
    );
    rig.command(Command::SeekTo(99));
    assert_eq!(
        plays(&rig.command(Command::PlayRow(attempt(10).id.clone()))),
        Some(0)
    );
    assert_eq!(rig.state.playback.id, Some(attempt(10).id.clone()));
}

#[test]
fn what_cannot_be_heard_is_said_until_it_is_heard() {
    let (mut rig, _) = open(9);
    rig.command(Command::PlayPause);
    let id = rig.state.playback.number;
    rig.event(AudioEvent::PlaybackFailed {
        id,
        fault: SoundFault::NoSpeaker,
    });
    assert_eq!(rig.state.playback.fault, Some(SoundFault::NoSpeaker));
    assert!(rig.state.banner.is_some() && !rig.state.playback.playing);
    rig.command(Command::PlayPause);
    assert!(rig.state.banner.is_some());
    heard_at(&mut rig, 1, true);
    assert!(rig.state.banner.is_none() && rig.state.playback.fault.is_none());
}

#[test]
fn volume_stays_within_its_range() {
    let (mut rig, _) = open(9);
    let effects = rig.command(Command::SetVolume(0.5));
    assert!(matches!(
        &effects[..],
        [
            Effect::Audio(AudioCommand::SetVolume(_)),
            Effect::SaveSettings(_)
        ]
    ));
    rig.command(Command::SetVolume(-3.0));
    assert!(rig.state.settings.volume.abs() < 1e-6);
    assert_eq!(rig.command(Command::SetVolume(f32::NAN)), []);
}
