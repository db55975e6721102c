//! Takes that are heard slower and faster, measured on what comes out of the speaker.

use std::time::Duration;

use retake::audio::fake_backend::{FakeSpeaker, Plan};
use retake::model::audio::{AudioCommand, AudioEvent, Rendition};
use retake::model::speech::Span;

use crate::ended;
use crate::rig::{PATIENCE, Rig, write};

const HZ: f64 = 220.0;

fn tone(rig: &Rig, frames: usize) -> std::path::PathBuf {
    let wav = rig.folder.path().join("tone.wav");
    let turn = HZ * std::f64::consts::TAU / 48_000.0;
    let sample = |frame: usize| ((frame as f64 * turn).sin() * 16_384.0) as i16;
    write(&wav, &(0..frames).map(sample).collect::<Vec<_>>());
    wav
}

fn at_speed(speed: f32) -> Rendition {
    Rendition {
        speed,
        ..Rig::plain()
    }
}

/// What was heard, without the silence before, behind, and where a busy machine came too late.
fn sounding(heard: &[f32]) -> Vec<&[f32]> {
    let mut parts = Vec::new();
    let mut rest = heard;
    while let Some(first) = rest.iter().position(|value| value.abs() > 0.0) {
        rest = &rest[first..];
        let silence = rest
            .windows(2)
            .position(|part| part.iter().all(|value| value.abs() <= 0.0));
        let (part, behind) = rest.split_at(silence.unwrap_or(rest.len()));
        parts.push(part);
        rest = behind;
    }
    parts
}

/// The longest part of it.
fn longest(heard: &[f32]) -> &[f32] {
    let parts = sounding(heard).into_iter();
    parts.max_by_key(|part| part.len()).unwrap()
}

/// How far the pitch is off, from rises through zero in the middle of a sound.
fn cents(sound: &[f32]) -> f64 {
    let middle = &sound[4_800..sound.len() - 4_800];
    let rise = |(at, pair): (usize, &[f32])| {
        let (low, high) = (pair[0], pair[1]);
        (low < 0.0 && high >= 0.0).then(|| at as f64 + f64::from(low / (low - high)))
    };
    let rises: Vec<f64> = middle.windows(2).enumerate().filter_map(rise).collect();
    let period = (rises[rises.len() - 1] - rises[0]) / (rises.len() - 1) as f64;
    1_200.0 * (48_000.0 / period / HZ).log2()
}

#[test]
fn every_speed_keeps_the_pitch_and_has_its_length() {
    for speed in [0.5_f32, 0.75, 1.5, 2.0] {
        let rig = Rig::new(Plan::default());
        let wav = tone(&rig, 72_000);
        rig.play_files(1, &[&wav], 0, at_speed(speed));
        let speaker = rig.backend.speaker(PATIENCE).unwrap();
        let (seen, heard) = rig.listen(&speaker, ended);
        let frames: usize = sounding(&heard).iter().map(|part| part.len()).sum();
        let wanted = 72_000.0 / f64::from(speed);
        let off = (frames as f64 / wanted - 1.0).abs();
        assert!(off <= 0.005, "{speed}: {off}");
        let off = cents(longest(&heard));
        assert!(off.abs() <= 5.0, "{speed}: {off} cents");
        let places: Vec<u64> = seen
            .iter()
            .filter_map(|event| match event {
                AudioEvent::PlaybackAt { frame, .. } => Some(*frame),
                _ => None,
            })
            .collect();
        assert!(places.is_sorted() && places.last() == Some(&72_000));
    }
}

#[test]
fn another_speed_in_mid_play_has_no_gap() {
    let rig = Rig::new(Plan::default());
    let wav = tone(&rig, 96_000);
    rig.play_files(1, &[&wav], 0, at_speed(1.0));
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let mut heard = hear(&speaker, 30_000);
    for speed in [0.5, 2.0, 0.75] {
        rig.order(AudioCommand::ChangeRendition(at_speed(speed)));
        heard.extend(hear(&speaker, 14_400));
    }
    let (_, rest) = rig.listen(&speaker, ended);
    heard.extend(rest);
    let step = (HZ * std::f64::consts::TAU / 48_000.0 * 0.5) as f32;
    let loud = |part: &[f32]| part.iter().any(|value| value.abs() > 0.4);
    // At both ends of a part it fades.
    let parts = sounding(&heard).into_iter();
    for sound in parts.filter_map(|part| part.get(1_500..part.len().checked_sub(2_400)?)) {
        assert!(sound.chunks_exact(240).all(loud));
        let most = sound.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        assert!(most.fold(0.0, f32::max) < step * 1.1);
    }
}

#[test]
fn a_slow_loop_goes_round_without_a_click() {
    let rig = Rig::new(Plan::default());
    let wav = tone(&rig, 96_000);
    let rendition = Rendition {
        looped: Some(Span::new(20_000, 31_111)),
        ..at_speed(0.75)
    };
    rig.play_files(1, &[&wav], 20_000, rendition);
    let speaker = rig.backend.speaker(PATIENCE).unwrap();
    let heard = hear(&speaker, 50_000);
    let sound = longest(&heard);
    let sound = &sound[2_400..sound.len() - 240];
    let bend = |sound: &[f32]| {
        let bends = sound.windows(3);
        bends
            .map(|three| (three[2] - 2.0 * three[1] + three[0]).abs())
            .fold(0.0, f32::max)
    };
    let turn = (HZ * std::f64::consts::TAU / 48_000.0) as f32;
    let jump = bend(sound) - turn * turn * 0.5;
    assert!(jump < 10_f32.powf(-50.0 / 20.0), "{jump}");
}

/// What a speaker gets, at least so many frames of it.
fn hear(speaker: &FakeSpeaker, frames: usize) -> Vec<f32> {
    let mut heard = Vec::new();
    while heard.len() < frames {
        heard.extend(speaker.hear(240));
        std::thread::sleep(Duration::from_millis(4));
    }
    heard
}
