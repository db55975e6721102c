//! Is a sound periodic as a voice is? By the likeness of the sound with itself one period later.
//! Not here: which places are asked about (`frames`, `nuclei`).

use crate::analysis::thresholds::{
    FRAME_SAMPLES, PITCH_DECIMATION, PITCH_HZ, PITCH_WINDOW, RATE_HZ,
};

/// Frames per second of the samples that are compared.
const PITCH_RATE_HZ: u32 = RATE_HZ / PITCH_DECIMATION as u32;
const SHORTEST: usize = (PITCH_RATE_HZ / PITCH_HZ.1) as usize;
const LONGEST: usize = (PITCH_RATE_HZ / PITCH_HZ.0) as usize;
/// All samples that are looked at for one answer.
const SPAN: usize = PITCH_WINDOW + LONGEST;
/// New samples at the pitch's rate in each analysis frame.
const FRESH: usize = FRAME_SAMPLES / PITCH_DECIMATION;
/// Weights of the low-pass before samples are left out.
const TAPS: usize = 16;

/// Follows a sound of [`RATE_HZ`] frame by frame.
#[derive(Clone, Debug)]
pub struct Voicing {
    taps: [f32; TAPS],
    // The end of the last frame and the newest one.
    samples: [f32; TAPS - PITCH_DECIMATION + FRAME_SAMPLES],
    // The last samples at the pitch's rate, the newest at the end.
    slow: [f32; SPAN],
}

impl Voicing {
    /// Nothing heard yet.
    pub fn new() -> Self {
        let mut taps = [0.0; TAPS];
        for (at, tap) in taps.iter_mut().enumerate() {
            // A bell: 12 dB down at the new rate's half, and nothing above the new rate itself.
            let turn = (at as f32 + 0.5) / TAPS as f32 * std::f32::consts::TAU;
            *tap = (1.0 - turn.cos()) / TAPS as f32;
        }
        Self {
            taps,
            samples: [0.0; TAPS - PITCH_DECIMATION + FRAME_SAMPLES],
            slow: [0.0; SPAN],
        }
    }

    /// Takes the next frame.
    pub fn push(&mut self, frame: &[f32; FRAME_SAMPLES]) {
        self.samples.copy_within(FRAME_SAMPLES.., 0);
        let kept = self.samples.len() - FRAME_SAMPLES;
        if let Some(newest) = self.samples.get_mut(kept..) {
            newest.copy_from_slice(frame);
        }
        self.slow.copy_within(FRESH.., 0);
        let fresh = self.slow.iter_mut().skip(SPAN - FRESH);
        let windows = self.samples.windows(TAPS).step_by(PITCH_DECIMATION);
        for (slow, window) in fresh.zip(windows) {
            *slow = dot(window, &self.taps);
        }
    }

    /// How like itself the sound of the last 53 ms is one period later, 0 to 1. A constant offset
    /// counts as sound: it has to be taken out before.
    pub fn strength(&self) -> f32 {
        let Some((window, _)) = self.slow.split_at_checked(PITCH_WINDOW) else {
            return 0.0;
        };
        let own = dot(window, window);
        if own <= f32::MIN_POSITIVE {
            return 0.0;
        }
        self.slow
            .windows(PITCH_WINDOW)
            .skip(SHORTEST)
            .map(|later| {
                let power = own * dot(later, later);
                if power > f32::MIN_POSITIVE {
                    dot(window, later) / power.sqrt()
                } else {
                    0.0
                }
            })
            .fold(0.0, f32::max)
    }
}

/// In eight sums, so that the compiler may take several at once.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let (a, a_rest) = a.as_chunks::<8>();
    let (b, b_rest) = b.as_chunks::<8>();
    let mut sums = [0.0_f32; 8];
    for (a, b) in a.iter().zip(b) {
        for (sum, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += a * b;
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The strength at the end of 200 ms of a sound of secs.
    fn strength(sound: impl Fn(f32) -> f32) -> f32 {
        let mut voicing = Voicing::new();
        for frame in 0..20 {
            let mut samples = [0.0; FRAME_SAMPLES];
            for (at, sample) in samples.iter_mut().enumerate() {
                *sample = sound((frame * FRAME_SAMPLES + at) as f32 / RATE_HZ as f32);
            }
            voicing.push(&samples);
        }
        voicing.strength()
    }

    /// The same at the same moment, unlike at any other: the finaliser of `SplitMix64`.
    fn noise(secs: f32) -> f32 {
        let mut state = (f64::from(secs) * 16_000.0).round() as u64;
        state = state.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((state ^ (state >> 31)) >> 40) as f32 / (1_u64 << 23) as f32 - 1.0
    }

    #[test]
    fn voices_of_every_pitch_are_voiced_and_noise_is_not() {
        for hertz in [80.0, 110.0, 160.0, 230.0, 380.0] {
            let voice = |secs: f32| {
                (1..8)
                    .map(|n| (secs * hertz * n as f32 * std::f32::consts::TAU).sin() / n as f32)
                    .sum::<f32>()
            };
            assert!(strength(voice) > 0.9, "{hertz}");
            assert!(strength(|secs| voice(secs) * 1e-3) > 0.9, "{hertz}");
            // As loud as the voice, the noise leaves it half of the likeness.
            let both = strength(|secs| voice(secs) + noise(secs));
            assert!(both > 0.6, "{hertz} {both}");
        }
        let found = strength(noise);
        assert!(found < 0.45, "{found}");
        assert!(strength(|_| 0.0) <= 0.0);
    }
}
