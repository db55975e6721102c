//! The tone that tells whether a speaker can be heard: two notes, made here, no file.
//! Not here: when it sounds (`flow`), how it gets to the speaker (`clip_player`).

use std::f32::consts::TAU;
use std::time::Duration;

/// How long it is at most.
pub const LENGTH: Duration = Duration::from_millis(1_500);
/// The two notes, a third apart, in the middle of what small speakers can do.
const NOTES_HZ: [f32; 2] = [440.0, 554.37];
/// Loudness at the top; gentle in headphones at full volume.
const LEVEL: f32 = 0.2;
/// From silence to the top of a note, in seconds: too slow to click.
const RISE_SECS: f32 = 0.04;

/// The sound at a rate in frames per second, −1 to 1, silent at both ends.
pub fn samples(sample_rate_hz: u32) -> Vec<f32> {
    let rate = sample_rate_hz as f32;
    let frames = (LENGTH.as_secs_f32() / NOTES_HZ.len() as f32 * rate) as usize;
    let note = |hz: f32| {
        (0..frames).map(move |frame| {
            let secs = frame as f32 / rate;
            let part = frame as f32 / frames as f32;
            let rise = (secs / RISE_SECS).min(1.0);
            // Like a bell: a rise, and a long fall to nothing.
            let shape = rise * (0.5 + 0.5 * (part * TAU / 2.0).cos());
            (secs * hz * TAU).sin() * shape * LEVEL
        })
    };
    NOTES_HZ.into_iter().flat_map(note).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_soft_and_as_long_as_it_says_and_does_not_click() {
        for rate in [8_000, 44_100, 48_000, 192_000] {
            let samples = samples(rate);
            let secs = samples.len() as f32 / rate as f32;
            assert!((secs - LENGTH.as_secs_f32()).abs() < 0.01);
            assert!(samples.iter().all(|value| value.abs() <= LEVEL));
            let steps = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs());
            let steepest = TAU * NOTES_HZ[1] / rate as f32 * LEVEL;
            assert!(steps.fold(0.0, f32::max) <= steepest * 1.1);
            assert!(samples[samples.len() - 1].abs() < 1e-3);
        }
    }
}
