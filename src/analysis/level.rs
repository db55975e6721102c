//! How loud samples are, in dBFS: 0 is full scale, [`SILENCE_DBFS`] is the floor.
//! Not here: the meter's fall-back over time (`ui`), or what counts as too loud (`model::live`).

use crate::analysis::thresholds as at;
use crate::model::peaks::Peak;

/// The lowest level there is. Sixteen bits end near −96, so nothing real is below it.
pub const SILENCE_DBFS: f32 = -120.0;

/// The level of a magnitude of 0 to 1 of full scale, between [`SILENCE_DBFS`] and 0 dBFS.
/// What is not a number counts as silence.
pub fn dbfs(magnitude: f32) -> f32 {
    if magnitude > 0.0 {
        (20.0 * magnitude.log10()).clamp(SILENCE_DBFS, 0.0)
    } else {
        SILENCE_DBFS
    }
}

/// The level of the loudest sample, between [`SILENCE_DBFS`] and 0 dBFS.
pub fn peak_dbfs(samples: &[i16]) -> f32 {
    Peak::of(samples).map_or(SILENCE_DBFS, |peak| dbfs(peak.magnitude()))
}

/// The levels that tell a voice from a room, in dBFS.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// The noise of the room.
    pub noise: f32,
    /// The loudest parts of the voice.
    pub loud: f32,
}

impl Levels {
    /// From which level on a frame could be voice.
    pub fn threshold(self) -> f32 {
        (self.noise + at::ABOVE_NOISE_DB).max(self.loud - at::BELOW_LOUD_DB)
    }

    /// Down to which level the edges of a voice are followed.
    pub fn edge(self) -> f32 {
        (self.noise + at::EDGE_ABOVE_NOISE_DB).max(self.loud - at::EDGE_BELOW_LOUD_DB)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_of_known_magnitudes() {
        for (magnitude, level) in [
            (1.0, 0.0),
            (0.5, -6.0206),
            (0.1, -20.0),
            (0.0, SILENCE_DBFS),
            (-1.0, SILENCE_DBFS),
            (f32::NAN, SILENCE_DBFS),
            (1e-30, SILENCE_DBFS),
            (4.0, 0.0),
        ] {
            assert!((dbfs(magnitude) - level).abs() < 1e-3, "{magnitude}");
        }
    }

    #[test]
    fn the_loudest_sample_counts_on_either_side() {
        assert!(peak_dbfs(&[0, i16::MIN, 5]).abs() < 1e-6);
        assert!((peak_dbfs(&[0, 16_384, -5]) + 6.0206).abs() < 1e-3);
        assert!((peak_dbfs(&[]) - SILENCE_DBFS).abs() < 1e-6);
    }
}
