//! What a few seconds of a microphone say: levels, hum of the mains, and where the voice ends.
//! Not here: what that means to a person (`model::sound_check`).

use crate::analysis::level::{SILENCE_DBFS, dbfs, peak_dbfs};
use crate::analysis::levels::LevelMeter;
use crate::model::sound::Levels;
use crate::model::sound_check::{Heard, Hum};

/// Windows in a second for the search of a hum: 200 ms tell 50 Hz from 60 Hz.
const HUM_WINDOWS_PER_SEC: u32 = 5;
/// Tones of a hum that are looked at.
const HUM_TONES: u32 = 4;
/// The share of windows that are no louder than a steady tone in them. A voice passes over the same
/// frequencies, but not all the time.
const STEADY_SHARE: f32 = 0.2;
/// How far a hum stands above the sound between its tones, in dB.
const HUM_CONTRAST_DB: f32 = 10.0;
/// How far below all the noise of the room a hum may be and still make most of it, in dB.
const HUM_BELOW_ROOM_DB: f32 = 3.0;

/// Windows in a second for the search of the voice's end.
const TOP_WINDOWS_PER_SEC: u32 = 20;
/// Where voices end that came through a headset in call mode, in Hz, and from where on nothing may
/// be heard then: what converts the rate has no sharp edge.
const TOPS_HZ: [(u32, f32); 2] = [(4_000, 4_700.0), (8_000, 9_000.0)];
/// Level, in dBFS, below which there is nothing but the noise of 16 bits.
const NOTHING_DBFS: f32 = -92.0;
/// Level of a voice, in dBFS RMS, that reaches all the heights it has.
const CLEAR_VOICE_DBFS: f32 = -45.0;
/// How far above the room a voice stands, in dB.
const VOICE_ABOVE_ROOM_DB: f32 = 10.0;
/// One in so many frequencies is looked at; the windows see their neighbours too.
const EVERY: usize = 6;

/// What samples of a rate in frames per second say.
pub fn of(samples: &[i16], sample_rate_hz: u32) -> Heard {
    let mut meter = LevelMeter::new(sample_rate_hz);
    meter.push(samples);
    let levels = meter.levels();
    let sounds = samples.iter().any(|sample| *sample != 0);
    Heard {
        frames: samples.len() as u64,
        peak_dbfs: sounds.then(|| peak_dbfs(samples)),
        hum: levels.and_then(|levels| hum(samples, sample_rate_hz, levels)),
        top_hz: levels.and_then(|levels| top_hz(samples, sample_rate_hz, levels)),
        levels,
    }
}

/// A hum that makes most of the room's noise.
fn hum(samples: &[i16], sample_rate_hz: u32, levels: Levels) -> Option<Hum> {
    let windows = windows(samples, sample_rate_hz / HUM_WINDOWS_PER_SEC);
    if windows.is_empty() || sample_rate_hz < 2_000 {
        return None;
    }
    let rate = f64::from(sample_rate_hz);
    let all = |mains_hz: u32, half: f64| -> f64 {
        (1..=HUM_TONES)
            .map(|tone| {
                steady_power(
                    &windows,
                    rate,
                    f64::from(mains_hz) * (f64::from(tone) + half),
                )
            })
            .sum()
    };
    let (mains_hz, power) = [50, 60]
        .map(|mains_hz| (mains_hz, all(mains_hz, 0.0)))
        .into_iter()
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let dbfs = level(power);
    let contrast = dbfs - level(all(mains_hz, 0.5));
    let most = dbfs >= levels.noise_dbfs - HUM_BELOW_ROOM_DB;
    (contrast >= HUM_CONTRAST_DB && most).then_some(Hum { mains_hz, dbfs })
}

/// The power of a tone that is there nearly all the time, where full scale is 1.
fn steady_power(windows: &[Vec<f64>], rate: f64, hz: f64) -> f64 {
    // A tone stands in the middle of the window's lobe, which is half as high as the sum of weights.
    let mut powers: Vec<f64> = windows
        .iter()
        .map(|window| spectrum(window, rate, hz) * 8.0 / (window.len() as f64).powi(2))
        .collect();
    powers.sort_by(f64::total_cmp);
    let at = (powers.len() as f32 * STEADY_SHARE) as usize;
    powers.get(at).copied().unwrap_or(0.0)
}

/// Where a voice ends, if it ends lower than the rate would let it.
fn top_hz(samples: &[i16], sample_rate_hz: u32, levels: Levels) -> Option<u32> {
    let voice = levels.noise_dbfs + VOICE_ABOVE_ROOM_DB;
    if levels.speech_dbfs < CLEAR_VOICE_DBFS.max(voice) {
        return None;
    }
    let rate = f64::from(sample_rate_hz);
    let length = sample_rate_hz / TOP_WINDOWS_PER_SEC;
    let spoken: Vec<Vec<f64>> = pieces(samples, length)
        .filter(|piece| rms_dbfs(piece) >= voice)
        .map(weighted)
        .collect();
    TOPS_HZ
        .into_iter()
        // Little room above an end says nothing about it.
        .filter(|(_, from_hz)| rate / 2.0 > f64::from(*from_hz) * 1.2)
        .find(|(_, from_hz)| {
            let above = |window: &Vec<f64>| level_above(window, rate, f64::from(*from_hz));
            !spoken.is_empty() && spoken.iter().all(|window| above(window) < NOTHING_DBFS)
        })
        .map(|(top_hz, _)| top_hz)
}

/// The level of everything above a frequency, in dBFS, RMS.
fn level_above(window: &[f64], rate: f64, from_hz: f64) -> f32 {
    let length = window.len() as f64;
    let from = (from_hz / rate * length).ceil() as usize;
    let sum: f64 = (from..window.len() / 2)
        .step_by(EVERY)
        .map(|bin| spectrum(window, rate, bin as f64 * rate / length))
        .sum();
    // The mean power of the window's weights is 3/8; each frequency stands on both sides of zero.
    level(sum * EVERY as f64 * 2.0 / (length * length * 0.375))
}

/// Squared magnitude of a window at a frequency, by Goertzel's recurrence.
fn spectrum(window: &[f64], rate: f64, hz: f64) -> f64 {
    let turn = 2.0 * (std::f64::consts::TAU * hz / rate).cos();
    let (mut last, mut before) = (0.0, 0.0);
    for value in window {
        let next = value + turn * last - before;
        before = last;
        last = next;
    }
    (last * last + before * before - turn * last * before).max(0.0)
}

fn pieces(samples: &[i16], length: u32) -> impl Iterator<Item = &[i16]> {
    samples.chunks_exact((length as usize).max(1))
}

/// All windows of a length that fit, weighted.
fn windows(samples: &[i16], length: u32) -> Vec<Vec<f64>> {
    pieces(samples, length).map(weighted).collect()
}

/// A piece, where full scale is 1, without its constant part, under Hann's bell.
fn weighted(piece: &[i16]) -> Vec<f64> {
    let length = piece.len() as f64;
    let mean = piece.iter().map(|value| f64::from(*value)).sum::<f64>() / length;
    let bell = |at: usize| 0.5 - 0.5 * (std::f64::consts::TAU * at as f64 / length).cos();
    piece
        .iter()
        .enumerate()
        .map(|(at, value)| (f64::from(*value) - mean) / 32_768.0 * bell(at))
        .collect()
}

fn rms_dbfs(piece: &[i16]) -> f32 {
    let squares: f64 = piece.iter().map(|value| f64::from(*value).powi(2)).sum();
    level(squares / piece.len() as f64 / 32_768.0_f64.powi(2))
}

fn level(power: f64) -> f32 {
    if power > 0.0 {
        dbfs(power.sqrt() as f32)
    } else {
        SILENCE_DBFS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;

    /// Noise that is the same in every run, −1 to 1.
    fn noise(frames: usize) -> impl Iterator<Item = f64> {
        let mut state = 1_u64;
        (0..frames).map(move |_| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695);
            f64::from((state >> 33) as u32) / f64::from(1_u32 << 30) - 1.0
        })
    }

    /// Three seconds: the first is a pause, then syllables of harmonics up to `top_hz`, whose pitch
    /// glides as a voice does, in a room of a peak of `room`.
    fn speech(rate: u32, top_hz: f64, room: f64) -> Vec<i16> {
        let frames = rate as usize * 3;
        let mut phase = 0.0_f64;
        let mut samples = Vec::new();
        for (frame, noise) in noise(frames).enumerate() {
            let secs = frame as f64 / f64::from(rate);
            let pitch = 110.0 + 25.0 * (secs * 5.0).sin();
            phase += pitch / f64::from(rate) * std::f64::consts::TAU;
            let syllable = (secs * 4.0 * std::f64::consts::TAU).sin().max(0.0);
            let loud = if secs < 1.0 { 0.0 } else { syllable };
            let step = top_hz / 145.0 / 60.0;
            let voice: f64 = (0..60)
                .map(|n| (phase * (1.0 + f64::from(n) * step).floor()).sin())
                .sum();
            let value = voice * loud * 0.02 + noise * room;
            samples.push((value * 32_767.0).round().clamp(-32_768.0, 32_767.0) as i16);
        }
        samples
    }

    fn add_tone(samples: &mut [i16], rate: u32, hz: f64, peak: f64) {
        for (frame, sample) in samples.iter_mut().enumerate() {
            let angle = frame as f64 / f64::from(rate) * hz * std::f64::consts::TAU;
            *sample += (angle.sin() * peak * 32_767.0).round() as i16;
        }
    }

    #[test]
    fn a_voice_in_a_room_has_neither_hum_nor_end() {
        let found = of(&speech(RATE, 12_000.0, 0.001), RATE);
        let levels = found.levels.unwrap();
        assert!(levels.speech_dbfs - levels.noise_dbfs > 20.0, "{found:?}");
        assert_eq!((found.hum, found.top_hz), (None, None));
        assert_eq!(found.frames, 144_000);
    }

    #[test]
    fn the_mains_are_told_by_their_frequency() {
        for mains_hz in [50_u32, 60] {
            let mut samples = speech(RATE, 12_000.0, 0.001);
            for (tone, peak) in [(1, 0.006), (2, 0.004), (3, 0.003)] {
                add_tone(&mut samples, RATE, f64::from(mains_hz * tone), peak);
            }
            let hum = of(&samples, RATE).hum.unwrap();
            assert_eq!(hum.mains_hz, mains_hz);
            // The root of the sum of the squares, halved: −45.1 dBFS.
            assert!((hum.dbfs + 45.1).abs() < 1.0, "{hum:?}");
        }
    }

    #[test]
    fn a_steady_tone_elsewhere_is_no_hum_and_neither_is_a_deep_rumble() {
        let mut samples = speech(RATE, 12_000.0, 0.001);
        add_tone(&mut samples, RATE, 440.0, 0.01);
        assert_eq!(of(&samples, RATE).hum, None);
        let mut deep = 0.0;
        let rumble: Vec<i16> = noise(3 * RATE as usize)
            .map(|value| {
                deep += (value - deep) * 0.01;
                (deep * 20_000.0) as i16
            })
            .collect();
        assert_eq!(of(&rumble, RATE).hum, None);
    }

    #[test]
    fn a_voice_that_ends_early_came_through_a_call() {
        // Nothing but the noise of 16 bits above the voice: what a converted rate looks like.
        assert_eq!(of(&speech(RATE, 3_500.0, 0.0), RATE).top_hz, Some(4_000));
        assert_eq!(of(&speech(RATE, 7_500.0, 0.0), RATE).top_hz, Some(8_000));
        assert_eq!(of(&speech(RATE, 14_000.0, 0.0), RATE).top_hz, None);
        // A rate of 16 kHz has no room for more; the rate itself is the trouble.
        assert_eq!(of(&speech(16_000, 7_000.0, 0.0), 16_000).top_hz, None);
    }

    #[test]
    fn without_a_voice_nothing_is_said_about_its_end() {
        assert_eq!(of(&vec![0; 144_000], RATE).top_hz, None);
        let mut tone = vec![0; 144_000];
        add_tone(&mut tone, RATE, 200.0, 0.001);
        assert_eq!(of(&tone, RATE).top_hz, None);
    }

    #[test]
    fn zeros_have_no_peak_and_short_sounds_no_levels() {
        assert_eq!(of(&vec![0; 48_000], RATE).peak_dbfs, None);
        let short = of(&[100; 4_800], RATE);
        assert_eq!((short.levels, short.hum, short.top_hz), (None, None, None));
        assert_eq!(of(&[], RATE), Heard::default());
        assert_eq!(of(&[1; 100], 0).hum, None);
    }
}
