//! The short sound of a cue: two soft tones, made here, no file.
//! Not here: when it sounds (`flow`).

use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use crate::audio::backend::Backend;
use crate::audio::playback_facts::{PlaybackFacts, Sound};
use crate::audio::stream::{News, open_speaker};
use crate::model::fault::SoundFault;

/// Length of each tone.
const TONE_SECS: f32 = 0.13;
/// A fifth upwards: friendly, and above most of what a voice fills.
const TONES_HZ: [f32; 2] = [587.33, 880.0];
/// Loudness at the top of a tone; gentle in headphones at full volume.
const LEVEL: f32 = 0.2;
/// How long all of it may take, from opening the speaker on.
const LIMIT: Duration = Duration::from_secs(4);

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

/// Plays the sound on a speaker and waits for its end, or for the limit.
pub fn play(backend: Arc<dyn Backend>, device: Option<String>) -> Result<(), SoundFault> {
    let start = Instant::now();
    let facts = Arc::new(PlaybackFacts::default());
    facts.set_volume(1.0);
    facts.set_playing(true);
    facts.want(1);
    let ring = Duration::from_millis(400);
    let other = |detail: String| SoundFault::Other { detail };
    let stream = open_speaker(backend, device, Arc::clone(&facts), ring)
        .map_err(|error| other(error.to_string()))?;
    // Kept until the end: without it the callback would see its ring abandoned.
    let mut end = None;
    while start.elapsed() < LIMIT {
        match stream.news.recv_timeout(Duration::from_millis(10)) {
            Ok(News::Opened {
                format,
                end: mut ring,
                ..
            }) => {
                ring.push(Sound::start(1)).ok();
                for value in samples(format.sample_rate_hz) {
                    ring.push(Sound::sample(value)).ok();
                }
                ring.push(Sound::end()).ok();
                end = Some((ring, format.sample_rate_hz.max(1)));
            }
            Ok(News::Failed(fault)) => return Err(fault),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(SoundFault::DeviceLost),
        }
        if let Some(death) = stream.health.death() {
            return Err(death.fault());
        }
        if let Some((_, rate)) = &end
            && facts.has_ended()
        {
            // What the device still holds is to be heard, too.
            let lag = facts.place().lag_frames as f64 / f64::from(*rate);
            std::thread::sleep(Duration::from_secs_f64(lag.min(0.5)));
            return Ok(());
        }
    }
    Err(SoundFault::DeviceLost)
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
