//! Takes that are heard in parts, in another order, around and around: sample by sample what the files
//! hold, and the place told is that of the take.

use std::path::Path;

use retake::audio::fake_backend::{FakeSpeaker, Plan};
use retake::model::audio::{AudioCommand, AudioEvent, Rendition};
use retake::model::edit_list::{EditList, Piece};
use retake::model::speech::Span;

use crate::ended;
use crate::rig::{PATIENCE, Rig, frames_of, write};

/// A fade at 48 kHz.
const FADE: usize = 240;
/// The same in samples of a ramp, which rises by one for each frame.
const FADE_RISE: i16 = 240;

fn places(seen: &[AudioEvent]) -> Vec<u64> {
    let place = |event: &AudioEvent| match event {
        AudioEvent::PlaybackAt { frame, .. } => Some(*frame),
        _ => None,
    };
    seen.iter().filter_map(place).collect()
}

/// Where the second of two frames follows the first, in what was heard.
fn follows(heard: &[f32], first: i16, second: i16) -> Option<usize> {
    let frames = frames_of(heard);
    frames.windows(2).position(|pair| *pair == [first, second])
}

fn around(start: u64, end: u64) -> Rendition {
    Rendition {
        looped: Some(Span::new(start, end)),
        ..Rig::plain()
    }
}

/// What a speaker gets, at least so many frames of it.
fn hear(speaker: &FakeSpeaker, frames: usize) -> Vec<f32> {
    let mut heard = Vec::new();
    while heard.len() < frames {
        heard.extend(speaker.hear(240));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    heard
}

#[test]
fn a_part_left_out_is_jumped_over_and_nothing_else() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(30_000);
    let cut = Span::new(8_000, 20_000);
    let rendition = Rendition {
        edit: EditList::whole(u64::MAX).without(&[cut]),
        ..Rig::plain()
    };
    rig.play_files(1, &[&wav], 0, rendition);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let (seen, heard) = rig.listen(&speaker, ended);
    let frames = frames_of(&heard);
    let at = frames.iter().position(|frame| *frame == 7_000).unwrap();
    // Up to the joint, and after its fade, every sample is the file's, at its exact place.
    let before: Vec<i16> = (7_000..8_000).collect();
    assert_eq!(&frames[at..at + 1_000], before);
    let after: Vec<i16> = (20_000 + FADE_RISE..29_000).collect();
    let joint = at + 1_000 + FADE;
    assert_eq!(&frames[joint..joint + after.len()], after);
    let places = places(&seen);
    assert!(places.iter().all(|place| !(8_100..19_900).contains(place)));
    assert_eq!(places.last(), Some(&30_000));
}

#[test]
fn a_loop_goes_round_exactly_and_its_place_with_it() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(30_000);
    rig.play_files(1, &[&wav], 9_000, around(8_000, 12_000));
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let heard = hear(&speaker, 40_000);
    let frames = frames_of(&heard);
    let ends: Vec<usize> = (1..frames.len())
        .filter(|at| frames[*at] == 11_999 && frames[at - 1] == 11_998)
        .collect();
    assert!(ends.len() >= 8, "{ends:?}");
    assert!(
        ends.windows(2).all(|pair| pair[1] - pair[0] == 4_000),
        "{ends:?}"
    );
    for end in &ends[..ends.len() - 1] {
        let round: Vec<i16> = (8_000 + FADE_RISE..12_000).collect();
        let from = end + 1 + FADE;
        assert_eq!(&frames[from..from + round.len()], round);
    }
    rig.order(AudioCommand::PausePlayback);
    let (seen, _) = rig.listen(&speaker, |event| {
        matches!(event, AudioEvent::PlaybackAt { playing: false, .. })
    });
    let places = places(&seen);
    assert!(places.iter().all(|place| (8_000..=12_000).contains(place)));
    assert!(!places.is_sorted(), "{places:?}");
}

#[test]
fn edges_move_while_it_plays_without_a_gap() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(30_000);
    rig.play_files(1, &[&wav], 9_000, around(8_000, 12_000));
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let mut heard = hear(&speaker, 20_000);
    rig.order(AudioCommand::ChangeRendition(around(8_000, 14_000)));
    heard.extend(hear(&speaker, 40_000));
    rig.order(AudioCommand::ChangeRendition(Rig::plain()));
    let (seen, rest) = rig.listen(&speaker, ended);
    heard.extend(rest);
    let loud = heard.iter().position(|value| *value > 0.2).unwrap();
    let end = heard.iter().rposition(|value| *value > 0.2).unwrap();
    assert!(heard[loud..end].iter().all(|value| *value > 0.2));
    assert!(follows(&heard, 13_998, 13_999).is_some());
    assert_eq!(places(&seen).last(), Some(&30_000));
}

#[test]
fn a_sentence_said_anew_stands_in_its_place() {
    let rig = Rig::new(Plan::default());
    let wav = rig.take(30_000);
    let anew = rig.folder.path().join("anew.wav");
    write(&anew, &vec![20_000; 9_600]);
    let edit = EditList::new([
        Piece::of_take(Span::new(0, 10_000)),
        Piece {
            source: 1,
            span: Span::new(0, 9_600),
            take: Span::new(10_000, 12_000),
            gain_db: -6.0,
        },
        Piece::of_take(Span::new(12_000, 30_000)),
    ]);
    let files: [&Path; 2] = [&wav, &anew];
    rig.play_files(
        1,
        &files,
        0,
        Rendition {
            edit,
            ..Rig::plain()
        },
    );
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let (seen, heard) = rig.listen(&speaker, ended);
    let frames = frames_of(&heard);
    let at = frames.iter().position(|frame| *frame == 9_999).unwrap() + 1;
    let quieter = (20_000.0 * 10_f32.powf(-0.3)).round() as i16;
    assert!(
        frames[at + FADE..at + 9_600 - FADE]
            .iter()
            .all(|frame| *frame == quieter)
    );
    assert_eq!(frames[at + 9_600 + FADE], 12_000 + FADE_RISE);
    assert!(places(&seen).is_sorted());
}

/// The jump of a tone at the joint of a loop, against the tone itself.
#[test]
fn a_seam_is_not_heard() {
    let rig = Rig::new(Plan::default());
    let wav = rig.folder.path().join("tone.wav");
    let tone = |frame: usize| (frame as f32 * 220.0 * std::f32::consts::TAU / 48_000.0).sin();
    let samples: Vec<i16> = (0..48_000)
        .map(|frame| (tone(frame) * 16_384.0) as i16)
        .collect();
    write(&wav, &samples);
    rig.play_files(1, &[&wav], 10_000, around(9_877, 14_321));
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let heard = hear(&speaker, 30_000);
    // What a straight line through two samples does not foretell of the third.
    let bend = |sound: &[f32]| {
        let bends = sound.windows(3);
        bends
            .map(|three| (three[2] - 2.0 * three[1] + three[0]).abs())
            .fold(0.0, f32::max)
    };
    let plain: Vec<f32> = samples
        .iter()
        .map(|sample| f32::from(*sample) / 32_768.0)
        .collect();
    let jump = bend(&heard[6_000..]) - bend(&plain);
    assert!(jump < 10_f32.powf(-50.0 / 20.0), "{jump}");
}

#[test]
fn loops_and_lists_of_nothing_do_no_harm() {
    for (edit, looped) in [
        (EditList::default(), None),
        (EditList::whole(0), Some(Span::new(0, 5))),
        (EditList::whole(3_000), Some(Span::new(9_000, 9_999))),
        (
            EditList::whole(u64::MAX),
            Some(Span::new(u64::MAX - 2, u64::MAX)),
        ),
        (
            EditList::whole(3_000).without(&[Span::new(100, 2_900)]),
            Some(Span::new(120, 180)),
        ),
        (
            EditList::whole(3_000).within(Span::new(0, 1_000)),
            Some(Span::new(1_200, 5_000)),
        ),
    ] {
        let rig = Rig::new(Plan::default());
        let wav = rig.take(3_000);
        rig.play_files(
            1,
            &[&wav],
            0,
            Rendition {
                edit,
                looped,
                speed: 1.0,
            },
        );
        let speaker = rig.backend.speaker(PATIENCE).unwrap();
        rig.listen(&speaker, ended);
    }
    // Two samples, around and around, are some more, and can be stopped.
    let rig = Rig::new(Plan::default());
    let wav = rig.take(3_000);
    rig.play_files(1, &[&wav], 0, around(2_000, 2_002));
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    hear(&speaker, 20_000);
    rig.order(AudioCommand::PausePlayback);
    rig.listen(&speaker, |event| {
        matches!(event, AudioEvent::PlaybackAt { playing: false, .. })
    });
}

/// One of two recordings alone, as loud as asked for.
fn one_of_two(source: usize, gain_db: f32) -> Rendition {
    let whole = Span::new(0, 30_000);
    let piece = Piece {
        source,
        span: whole,
        take: whole,
        gain_db,
    };
    Rendition {
        edit: EditList::new([piece]),
        ..Rig::plain()
    }
}

#[test]
fn the_ear_is_switched_to_another_recording_at_the_same_place() {
    let rig = Rig::new(Plan::default());
    let newer = rig.take(30_000);
    let earlier = rig.folder.path().join("earlier.wav");
    // The same upside down: whatever is below nothing is the earlier one.
    write(&earlier, &(0..30_000_i16).map(|n| -n).collect::<Vec<_>>());
    let files: [&Path; 2] = [&newer, &earlier];
    rig.play_files(1, &files, 0, one_of_two(0, 0.0));
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let before = hear(&speaker, 9_600);
    let place = frames_of(&before).into_iter().max().unwrap();
    rig.play_files(
        2,
        &files,
        u64::from(place.unsigned_abs()),
        one_of_two(1, -6.0),
    );
    let mut heard = before;
    let asked = heard.len();
    while !heard.iter().any(|value| *value < -0.05) {
        heard.extend(speaker.hear(240));
        std::thread::sleep(std::time::Duration::from_millis(10));
        assert!(heard.len() < asked + 48_000, "it never came");
    }
    let other = heard.iter().position(|value| *value < 0.0).unwrap();
    assert!(other - asked <= 2_400, "{} frames", other - asked);
    heard.extend(hear(&speaker, 2_400));
    // From there on the earlier one, half as loud, from the same place.
    let at = other + FADE * 2;
    let own = f64::from(-heard[at]) * 32_768.0 * 10_f64.powf(6.0 / 20.0);
    let since = own - f64::from(place);
    assert!((0.0..1_000.0).contains(&since), "{since} frames on");
    let step = heard.windows(2).map(|pair| (pair[1] - pair[0]).abs());
    let highest = step.fold(0.0, f32::max);
    assert!(highest < 0.01, "a click of {highest}");
    // No other speaker was opened for it.
    assert!(rig.backend.speaker(std::time::Duration::ZERO).is_none());
}
