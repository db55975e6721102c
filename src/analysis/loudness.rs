//! How loud a stretch of sound is to an ear, so that two recordings can be played equally loud.
//! Not here: the level of single samples (`level`).

use ebur128::{EbuR128, Mode};

use crate::analysis::level::SILENCE_DBFS;

/// Measures one channel, piece by piece.
pub struct LoudnessMeter {
    // `None` for a rate that makes no sense.
    gated: Option<EbuR128>,
    squares: f64,
    samples: u64,
}

impl LoudnessMeter {
    pub fn new(sample_rate_hz: u32) -> Self {
        Self {
            gated: EbuR128::new(1, sample_rate_hz, Mode::I).ok(),
            squares: 0.0,
            samples: 0,
        }
    }

    /// Takes in what comes next. What is not a number counts as silence.
    pub fn push(&mut self, samples: &[f32]) {
        let sane = |sample: &f32| if sample.is_finite() { *sample } else { 0.0 };
        let sane: Vec<f32> = samples.iter().map(sane).collect();
        let squares = sane.iter().map(|sample| f64::from(*sample).powi(2));
        self.squares += squares.sum::<f64>();
        self.samples += sane.len() as u64;
        if let Some(gated) = &mut self.gated
            && gated.add_frames_f32(&sane).is_err()
        {
            self.gated = None;
        }
    }

    /// Loudness in LUFS by ITU-R BS.1770-4 (filter K, blocks of 400 ms with 75 % overlap, gates at −70 LUFS
    /// and 10 LU below what passes it), by EBU R 128. What is shorter than a block, or of which no block
    /// passes the gate, has no such loudness: its effective value in dBFS stands in for it, no lower than
    /// [`SILENCE_DBFS`].
    pub fn lufs(&self) -> f32 {
        let gated = self.gated.as_ref();
        let lufs = gated.and_then(|gated| gated.loudness_global().ok());
        lufs.filter(|lufs| lufs.is_finite())
            .map_or_else(|| self.effective_dbfs(), |lufs| lufs as f32)
    }

    fn effective_dbfs(&self) -> f32 {
        let mean = self.squares / self.samples.max(1) as f64;
        let dbfs = 10.0 * mean.max(f64::MIN_POSITIVE).log10();
        (dbfs as f32).max(SILENCE_DBFS)
    }
}

/// The loudness of a stretch that is at hand, see [`LoudnessMeter::lufs`].
pub fn loudness_lufs(samples: &[f32], sample_rate_hz: u32) -> f32 {
    let mut meter = LoudnessMeter::new(sample_rate_hz);
    meter.push(samples);
    meter.lufs()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sine of 1 kHz whose peak is at a level, in dBFS.
    fn sine(peak_dbfs: f32, secs: f32, rate: u32) -> Vec<f32> {
        let peak = 10f32.powf(peak_dbfs / 20.0);
        let step = std::f64::consts::TAU * 1_000.0 / f64::from(rate);
        (0..(secs * rate as f32) as u32)
            .map(|at| peak * (step * f64::from(at)).sin() as f32)
            .collect()
    }

    /// EBU Tech 3341, cases 1 and 2: a stereo sine at −23 and −33 dBFS reads −23 and −33 LUFS. One
    /// channel holds half of that energy: 3.01 LU less.
    #[test]
    fn the_cases_of_ebu_tech_3341() {
        for rate in [16_000, 44_100, 48_000, 96_000] {
            for peak in [-23.0, -33.0] {
                let lufs = loudness_lufs(&sine(peak, 20.0, rate), rate);
                assert!((lufs + 3.01 - peak).abs() < 0.1, "{rate} {peak} {lufs}");
            }
        }
    }

    /// Case 3: what is more than 10 LU below the rest is gated away.
    #[test]
    fn quiet_parts_do_not_count() {
        let parts = [(-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0)];
        let sound: Vec<f32> = parts
            .iter()
            .flat_map(|(peak, secs)| sine(*peak, *secs, 48_000))
            .collect();
        let lufs = loudness_lufs(&sound, 48_000);
        assert!((lufs + 3.01 + 23.0).abs() < 0.1, "{lufs}");
    }

    #[test]
    fn what_is_too_short_or_too_quiet_is_told_by_its_effective_value() {
        let short = loudness_lufs(&sine(-20.0, 0.3, 48_000), 48_000);
        assert!((short + 23.01).abs() < 0.1, "{short}");
        let quiet = loudness_lufs(&sine(-90.0, 2.0, 48_000), 48_000);
        assert!((quiet + 93.01).abs() < 0.1, "{quiet}");
        for nothing in [vec![], vec![0.0; 48_000], vec![f32::NAN; 48_000]] {
            let lufs = loudness_lufs(&nothing, 48_000);
            assert!((lufs - SILENCE_DBFS).abs() < f32::EPSILON, "{lufs}");
        }
        assert!(loudness_lufs(&[0.5; 9], 0).is_finite());
    }
}
