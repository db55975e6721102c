//! How loud a stretch of sound is to an ear, so that two recordings can be played equally loud.
//! Not here: the level of single samples (`level`).

use ebur128::{EbuR128, Mode};

use crate::analysis::level::SILENCE_DBFS;

/// Loudness of one channel in LUFS by ITU-R BS.1770-4 (filter K, blocks of 400 ms with 75 % overlap,
/// gates at −70 LUFS and 10 LU below what passes it), by EBU R 128. A stretch that is shorter than a
/// block, or of which no block passes the gate, has no such loudness: its effective value in dBFS
/// stands in for it, no lower than [`SILENCE_DBFS`]. What is not a number counts as silence.
pub fn loudness_lufs(samples: &[f32], sample_rate_hz: u32) -> f32 {
    let finite: Vec<f32> = samples
        .iter()
        .map(|sample| if sample.is_finite() { *sample } else { 0.0 })
        .collect();
    gated(&finite, sample_rate_hz).unwrap_or_else(|| effective_dbfs(&finite))
}

fn gated(samples: &[f32], sample_rate_hz: u32) -> Option<f32> {
    let mut meter = EbuR128::new(1, sample_rate_hz, Mode::I).ok()?;
    meter.add_frames_f32(samples).ok()?;
    let lufs = meter.loudness_global().ok()?;
    lufs.is_finite().then_some(lufs as f32)
}

fn effective_dbfs(samples: &[f32]) -> f32 {
    let squares: f64 = samples
        .iter()
        .map(|sample| f64::from(*sample).powi(2))
        .sum();
    let mean = squares / samples.len().max(1) as f64;
    let dbfs = 10.0 * mean.max(f64::MIN_POSITIVE).log10();
    (dbfs as f32).max(SILENCE_DBFS)
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
