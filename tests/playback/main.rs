//! Takes being heard, over a fake sound system: what comes out is what is in the file, the place is
//! the one that is heard, pause, seek, end and failure do what they say.
//! Not here: fades and jumps sample by sample (`audio::playback`).

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod edits;
mod mends;
mod rig;
mod speeds;

use std::time::{Duration, Instant};

use retake::audio::backend::{StreamDeath, StreamFormat};
use retake::audio::fake_backend::Plan;
use retake::model::audio::{AudioCommand, AudioEvent};
use retake::model::fault::SoundFault;
use retake::model::sound::Devices;

use rig::{PATIENCE, Rig, frames_of, write};

pub fn ended(report: &AudioEvent) -> bool {
    matches!(report, AudioEvent::PlaybackEnded { .. })
}

#[test]
fn a_take_is_heard_to_its_end_and_its_place_is_told() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(30_000);
    rig.play(&wav, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let (seen, heard) = rig.listen(&speaker, ended);
    // After the volume has come up, and before the last fade, every sample is the file's.
    let frames = frames_of(&heard);
    let at = frames.iter().position(|frame| *frame == 15_000).unwrap();
    let expected: Vec<i16> = (15_000..29_000).collect();
    assert_eq!(&frames[at..at + expected.len()], expected);

    let places: Vec<u64> = seen
        .iter()
        .filter_map(|report| match report {
            AudioEvent::PlaybackAt { frame, .. } => Some(*frame),
            _ => None,
        })
        .collect();
    assert!(places.is_sorted() && places.len() > 3, "{places:?}");
    assert_eq!(
        &seen[seen.len() - 2..],
        [
            AudioEvent::PlaybackAt {
                id: 1,
                frame: 30_000,
                playing: false
            },
            AudioEvent::PlaybackEnded { id: 1 }
        ]
    );
}

#[test]
fn a_pause_keeps_the_place_and_a_seek_changes_it() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(30_000);
    rig.play(&wav, 5_000);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    rig.listen(
        &speaker,
        |report| matches!(report, AudioEvent::PlaybackAt { frame, playing: true, .. } if *frame > 6_000),
    );
    rig.order(AudioCommand::PausePlayback);
    let paused =
        |report: &AudioEvent| matches!(report, AudioEvent::PlaybackAt { playing: false, .. });
    let (seen, _) = rig.listen(&speaker, paused);
    let Some(AudioEvent::PlaybackAt { frame, .. }) = seen.last() else {
        panic!()
    };
    assert!((6_000..30_000).contains(frame));
    assert!(speaker.hear(1_000).iter().all(|value| value.abs() < 1e-6));

    rig.order(AudioCommand::SeekPlayback {
        id: 1,
        frame: 20_000,
    });
    let (seen, _) = rig.listen(&speaker, paused);
    assert!(matches!(
        seen.last(),
        Some(AudioEvent::PlaybackAt {
            id: 1,
            frame: 20_000,
            playing: false
        })
    ));

    rig.play(&wav, 20_000);
    let (_, heard) = rig.listen(&speaker, ended);
    let frames = frames_of(&heard);
    assert!(frames.contains(&25_000) && !frames.contains(&19_000));
    // The same speaker all the time.
    assert!(rig.backend.speaker(Duration::ZERO).is_none());

    // Who closes the files closes the speaker too: the next play opens both.
    rig.order(AudioCommand::EndPlayback);
    rig.play(&wav, 0);
    assert!(rig.backend.speaker(PATIENCE).is_some());
}

#[test]
fn a_seek_while_playing_leaves_nothing_of_the_old_place() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(32_000);
    rig.play(&wav, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    rig.listen(
        &speaker,
        |report| matches!(report, AudioEvent::PlaybackAt { frame, .. } if *frame > 2_000),
    );
    rig.order(AudioCommand::SeekPlayback {
        id: 1,
        frame: 28_000,
    });
    let (_, heard) = rig.listen(&speaker, ended);
    let frames = frames_of(&heard);
    assert!(frames.contains(&29_000) && !frames.contains(&20_000));
}

/// Number of the playback that an event speaks of.
fn id_of(event: &AudioEvent) -> Option<u32> {
    match event {
        AudioEvent::PlaybackAt { id, .. }
        | AudioEvent::PlaybackEnded { id }
        | AudioEvent::PlaybackFailed { id, .. } => Some(*id),
        _ => None,
    }
}

/// The end of one take is still in the queue when another is asked for: it says whose end it is.
#[test]
fn a_late_end_carries_the_number_of_its_own_playback() {
    let rig = Rig::new(Plan::default());
    let (first, second) = (
        rig.folder.path().join("a.wav"),
        rig.folder.path().join("b.wav"),
    );
    write(&first, &[100; 4_800]);
    write(&second, &vec![100; 30_000]);
    rig.play_as(1, &first, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    // Nobody reads an event before the second take is asked for.
    let begin = Instant::now();
    let mut silent = 0;
    while silent < 100 {
        assert!(begin.elapsed() < PATIENCE);
        let loud = speaker.hear(240).iter().any(|value| value.abs() > 1e-6);
        silent = if loud { 0 } else { silent + 1 };
        std::thread::sleep(Duration::from_millis(1));
    }
    rig.play_as(2, &second, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let of_second = |event: &AudioEvent| ended(event) && id_of(event) == Some(2);
    let (seen, _) = rig.listen(&speaker, of_second);
    let ends: Vec<_> = seen
        .iter()
        .filter(|event| ended(event))
        .map(id_of)
        .collect();
    assert_eq!(ends, [Some(1), Some(2)]);
    assert!(seen.iter().map(id_of).is_sorted());
}

/// One player goes on for a take that is played again, under the new number.
#[test]
fn a_take_played_again_is_reported_under_its_new_number() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(30_000);
    rig.play_as(1, &wav, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    rig.listen(
        &speaker,
        |event| matches!(event, AudioEvent::PlaybackAt { frame, .. } if *frame > 2_000),
    );
    rig.play_as(2, &wav, 20_000);
    let (seen, _) = rig.listen(&speaker, ended);
    assert_eq!(seen.last(), Some(&AudioEvent::PlaybackEnded { id: 2 }));
    assert!(seen.iter().map(id_of).is_sorted());
    assert!(rig.backend.speaker(Duration::ZERO).is_none());
}

#[test]
fn another_rate_keeps_the_length() {
    let rig = Rig::new(Plan {
        output: StreamFormat {
            sample_rate_hz: 44_100,
            channels: 1,
        },
        ..Plan::default()
    });
    let wav = rig.folder.path().join("answer.wav");
    write(&wav, &vec![8_000; 48_000]);
    rig.play(&wav, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let (seen, heard) = rig.listen(&speaker, ended);
    let loud = heard.iter().filter(|value| value.abs() > 0.1).count();
    assert!((42_000..=44_100).contains(&loud), "{loud}");
    assert!(seen.contains(&AudioEvent::PlaybackAt {
        id: 1,
        frame: 48_000,
        playing: false
    }));
}

#[test]
fn the_volume_follows_without_a_jump() {
    let rig = Rig::new(Plan::default());
    let wav = rig.folder.path().join("answer.wav");
    write(&wav, &vec![16_384; 48_000]);
    rig.play(&wav, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    rig.listen(
        &speaker,
        |report| matches!(report, AudioEvent::PlaybackAt { frame, .. } if *frame > 4_000),
    );
    rig.order(AudioCommand::SetVolume(0.1));
    let (_, heard) = rig.listen(&speaker, ended);
    assert!(heard.iter().any(|value| (value - 0.05).abs() < 1e-3));
    assert!(
        heard
            .windows(2)
            .all(|pair| (pair[1] - pair[0]).abs() < 0.01)
    );
}

#[test]
fn every_failure_has_its_name() {
    let no_speaker = Rig::new(Plan {
        devices: Devices::default(),
        ..Plan::default()
    });
    let busy = Rig::new(Plan {
        open_fault: Some(SoundFault::DeviceBusy),
        ..Plan::default()
    });
    for (rig, fault) in [
        (no_speaker, SoundFault::NoSpeaker),
        (busy, SoundFault::DeviceBusy),
    ] {
        let wav = rig.take(1_000);
        rig.play(&wav, 0);
        let report = rig.reports.recv_timeout(PATIENCE).unwrap();
        assert_eq!(report, AudioEvent::PlaybackFailed { id: 1, fault });
    }

    let rig = Rig::new(Plan::default());
    rig.play(&rig.folder.path().join("gone.wav"), 0);
    assert!(matches!(
        rig.reports.recv_timeout(PATIENCE).unwrap(),
        AudioEvent::PlaybackFailed {
            fault: SoundFault::Unreadable { .. },
            ..
        }
    ));

    let wav = rig.take(30_000);
    rig.play(&wav, 0);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    speaker.fail(StreamDeath::ServerGone);
    let (seen, _) = rig.listen(&speaker, |report| {
        matches!(report, AudioEvent::PlaybackFailed { .. })
    });
    assert_eq!(
        seen.last(),
        Some(&AudioEvent::PlaybackFailed {
            id: 1,
            fault: SoundFault::SoundServerGone
        })
    );
}

#[test]
fn without_a_player_a_seek_is_simply_the_new_place() {
    let rig = Rig::new(Plan::default());
    rig.order(AudioCommand::SeekPlayback { id: 1, frame: 77 });
    assert_eq!(
        rig.reports.recv_timeout(PATIENCE).unwrap(),
        AudioEvent::PlaybackAt {
            id: 1,
            frame: 77,
            playing: false
        }
    );
}

#[test]
fn a_cue_is_short_and_closes_its_speaker() {
    let rig = Rig::new(Plan::default());
    rig.order(AudioCommand::PlayCueSound { device: None });
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let begin = Instant::now();
    let mut heard = Vec::new();
    while !rig.backend.has_closed(1, Duration::from_millis(1)) {
        assert!(begin.elapsed() < PATIENCE);
        heard.extend(speaker.hear(240));
    }
    let loud = heard.iter().filter(|value| value.abs() > 1e-3).count();
    assert!((9_000..14_400).contains(&loud), "{loud}");
}
