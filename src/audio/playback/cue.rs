//! The short sound of a cue: two soft tones, made here, no file.
//! Not here: when it sounds (`flow`).

use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use crate::audio::backend::Backend;
use crate::audio::playback::clip_player::{self, Speaker};
use crate::model::fault::SoundFault;

/// Length of each tone.
const TONE_SECS: f32 = 0.13;
/// A fifth upwards: friendly, and above most of what a voice fills.
const TONES_HZ: [f32; 2] = [587.33, 880.0];
/// Loudness at the top of a tone; gentle in headphones at full volume.
const LEVEL: f32 = 0.2;
/// Longer than both tones.
const LENGTH: Duration = Duration::from_millis(400);

/// The sound at a rate, −1 to 1, shorter than 300 ms, silent at both ends.
pub fn samples(sample_rate_hz: u32) -> Vec<f32> {
    let rate = sample_rate_hz as f32;
    let frames = (TONE_SECS * rate) as usize;
    let tone = |hz: f32| {
        (0..frames).map(move |frame| {
            let part = frame as f32 / frames as f32;
            // A raised cosine: no edge that could click.
            let shape = 0.5 - 0.5 * (part * std::f32::consts::TAU).cos();
            let angle = frame as f32 / rate * hz * std::f32::consts::TAU;
            angle.sin() * shape * LEVEL
        })
    };
    TONES_HZ.into_iter().flat_map(tone).collect()
}

/// Plays the sound on a speaker and waits for its end.
pub fn play(backend: Arc<dyn Backend>, device: Option<String>) -> Result<(), SoundFault> {
    let speaker = Speaker {
        backend,
        device,
        volume: 1.0,
    };
    // Nobody stops a cue: it is over before anybody could.
    let (_stop, stopped) = sync_channel(1);
    clip_player::play(speaker, LENGTH, &stopped, samples).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_short_and_soft_and_does_not_click() {
        for rate in [8_000, 44_100, 48_000, 192_000] {
            let samples = samples(rate);
            assert!(samples.len() < rate as usize * 3 / 10);
            assert!(samples.iter().all(|value| value.abs() <= LEVEL));
            assert!(samples[0].abs() < 1e-3 && samples[samples.len() - 1].abs() < 1e-3);
        }
    }
}
