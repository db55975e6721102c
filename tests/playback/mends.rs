//! An answer with a sentence said again in its place, as a file of its own: joined without a click also
//! where the rates differ, as loud as what it replaces, and the recordings untouched.

use std::f64::consts::TAU;
use std::fs;
use std::path::Path;

use retake::analysis::loudness::{LoudnessMeter, loudness_lufs};
use retake::audio::playback::assembly::Assembly;
use retake::audio::take_file::{RealDisks, TakeFile};
use retake::audio::wav::WavReader;
use retake::audio::wav::rendered::{self, About};
use retake::model::mend::{Said, assembled, gain_db};
use retake::model::speech::Span;

const ABOUT: About<'_> = About {
    comment: "assembled",
    software: "Retake",
};

/// A tone of two seconds.
fn tone(wav: &Path, rate: u32, hz: f64, amplitude: f64) {
    let mut file = TakeFile::create(wav, rate, &RealDisks).unwrap();
    let sample = |frame: u32| {
        let phase = TAU * hz * f64::from(frame) / f64::from(rate);
        (phase.sin() * amplitude * 32_767.0) as i16
    };
    let samples: Vec<i16> = (0..rate * 2).map(sample).collect();
    file.append(&samples).unwrap();
    file.finish().unwrap();
}

fn samples(wav: &Path) -> Vec<f32> {
    let mut reader = WavReader::open(wav, None).unwrap();
    let mut samples = Vec::new();
    while reader.read(&mut samples, 1 << 16).unwrap() > 0 {}
    let float = |sample: i16| f32::from(sample) / 32_768.0;
    samples.into_iter().map(float).collect()
}

/// What a straight line through two samples does not foretell of the third, at most.
fn bend(sound: &[f32]) -> f32 {
    let bends = sound.windows(3);
    bends
        .map(|three| (three[2] - 2.0 * three[1] + three[0]).abs())
        .fold(0.0, f32::max)
}

#[test]
fn it_is_joined_without_a_click_and_as_loud_and_leaves_the_recordings_alone() {
    for rate in [48_000, 44_100, 16_000] {
        let folder = tempfile::tempdir().unwrap();
        let [answer, take, whole] =
            ["answer.wav", "take.wav", "whole.wav"].map(|name| folder.path().join(name));
        tone(&answer, 48_000, 150.0, 0.4);
        // Half as loud, and of another pitch.
        tone(&take, rate, 220.0, 0.1);
        let before = [fs::read(&answer).unwrap(), fs::read(&take).unwrap()];
        let span = Span::new(24_000, 60_000);
        let (first, again) = (samples(&answer), samples(&take));
        let said = Said {
            span,
            take: retake::model::attempt::AttemptId::parse("2026-11-21_120522_x_0001").unwrap(),
            heard: Span::new(u64::from(rate) / 2, u64::from(rate) * 3 / 2),
            gain_db: gain_db(
                Some(loudness_lufs(&first[24_000..60_000], 48_000)),
                Some(loudness_lufs(&again, rate)),
            ),
        };
        let readers = [&answer, &take].map(|wav| WavReader::open(wav, None).unwrap());
        let mut assembly = Assembly::new(readers.into()).unwrap();
        assembly.set(assembled(96_000, &[said]), None);
        assembly.jump(0).unwrap();
        let frames = rendered::write(&whole, 48_000, &ABOUT, |out| {
            Ok(assembly.read(out, 4_096)?.is_some())
        });
        // A second of the take instead of three quarters of one of the answer.
        assert!(frames.unwrap().abs_diff(96_000 + 12_000) <= 2);
        let heard = samples(&whole);
        // Every sample of the answer is its own, up to the fade at its end.
        assert!(heard[..24_000] == first[..24_000]);
        let after = &heard[heard.len() - 35_000..heard.len() - 240];
        assert!(*after == first[61_000..95_760]);
        let jump = bend(&heard) - bend(&first);
        assert!(jump < 10_f32.powf(-50.0 / 20.0), "{rate}: {jump}");
        let mut meter = LoudnessMeter::new(48_000);
        meter.push(&heard[25_000..71_000]);
        let of = loudness_lufs(&first[24_000..60_000], 48_000);
        assert!(
            (meter.lufs() - of).abs() < 0.5,
            "{rate}: {} {of}",
            meter.lufs()
        );
        assert_eq!(
            before,
            [fs::read(&answer).unwrap(), fs::read(&take).unwrap()]
        );
    }
}
