//! For tests: a voice made here, vowels in a murmuring room, so that every boundary is known.
//! Not here: anything the program uses.

use std::f64::consts::TAU;

/// Syllables in a second.
pub const SYLLABLES_PER_SEC: f64 = 4.0;
/// Formants of an open vowel: Hz and width.
const FORMANTS: [(f64, f64); 4] = [
    (700.0, 110.0),
    (1_220.0, 120.0),
    (2_600.0, 160.0),
    (3_400.0, 250.0),
];

/// A noise of −1 to 1 that is the same in every run.
pub struct Noise(u64);

impl Noise {
    /// Of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next value: the finaliser of `SplitMix64`.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    }
}

/// A recording of `secs`, with a voice in stretches of seconds and noise of a peak of `room`.
pub fn take(rate_hz: u32, secs: f64, voice: &[(f64, f64)], room: f64) -> Vec<i16> {
    let rate = f64::from(rate_hz);
    let frames = (secs * rate).round() as usize;
    let mut noise = Noise::new(7);
    let mut sound: Vec<f64> = (0..frames).map(|_| noise.next() * room).collect();
    let gains = gains(rate);
    for (from, to) in voice {
        let start = (from * rate).round() as usize;
        let end = ((to * rate).round() as usize).min(frames);
        for (at, sample) in sound[start..end].iter_mut().enumerate() {
            *sample += spoken(at as f64 / rate, &gains);
        }
    }
    sound
        .into_iter()
        .map(|value| (value * 32_767.0).round() as i16)
        .collect()
}

/// How loud each harmonic is, shaped by the formants.
fn gains(rate: f64) -> Vec<f64> {
    (1..=((rate / 2.0 / 140.0) as usize).min(30))
        .map(|harmonic| {
            let hertz = harmonic as f64 * 120.0;
            let gain: f64 = FORMANTS
                .iter()
                .map(|(at, width)| 1.0 / (1.0 + ((hertz - at) / width).powi(2)))
                .sum();
            gain * 0.1 / (harmonic as f64).sqrt()
        })
        .collect()
}

/// Harmonics of a falling pitch, and syllables.
fn spoken(secs: f64, gains: &[f64]) -> f64 {
    let phase = 130.0 * secs - 2.0 * secs.min(10.0).powi(2) + 0.4 * (secs * 5.0).sin();
    let syllable = (secs * SYLLABLES_PER_SEC * TAU / 2.0).sin().powi(2) * 0.9 + 0.1;
    let (mut before, mut now) = (0.0, (phase * TAU).sin());
    let twice = 2.0 * (phase * TAU).cos();
    let mut sum = 0.0;
    for gain in gains {
        sum += now * gain;
        // The sine of the next multiple of the angle.
        (before, now) = (now, twice * now - before);
    }
    sum * syllable
}
