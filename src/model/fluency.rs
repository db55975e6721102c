//! How fluent a stretch of a recording was, in figures. Not here: how they are counted (`analysis`).
//!
//! Definitions follow N. H. de Jong and T. Wempe (2009) and the header of their script of 2010. Counts
//! of syllables are for trends within one language: never compare Korean and English rates.

use serde::{Deserialize, Serialize};

use crate::model::speech::Span;

/// Seconds as they are shown, to a tenth: finer differences are not to be heard.
pub fn shown_secs(secs: f64) -> f64 {
    (secs * 10.0).round() / 10.0
}

/// The figures of a stretch, from its first voice to its last.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fluency {
    /// The stretch that was looked at.
    pub span: Span,
    /// From the start of the stretch to the first voice, in seconds.
    pub first_voice_secs: f64,
    /// T: from the first voice to the last, in seconds, more than 0.
    pub answer_secs: f64,
    /// Ph: how long the voice sounded, in seconds, more than 0.
    pub phonation_secs: f64,
    /// Ph / T, more than 0, at most 1: the phonation-time ratio. It needs no syllables.
    pub phonation_ratio: f64,
    /// Stretches of voice, at least 1.
    pub runs: usize,
    /// Ph / runs: the mean length of a run, in seconds.
    pub mean_run_secs: f64,
    /// Pauses of at least 250 ms between two runs.
    pub pauses: usize,
    /// Pauses in a minute of sounding voice: pauses / Ph × 60.
    pub pauses_per_min: f64,
    /// Lengths of the pauses; `None` without one.
    pub pause_secs: Option<PauseLengths>,
    /// Syllables, as far as they can be heard.
    pub nuclei: usize,
    /// Syllables / T in a second: the speech rate. A trend within one language only.
    pub speech_rate: f64,
    /// Syllables / Ph in a second: the articulation rate. A trend within one language only.
    pub articulation_rate: f64,
    /// Syllables / runs: the mean length of a run. A trend within one language only.
    pub mean_run_nuclei: f64,
}

/// How long pauses are, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PauseLengths {
    /// Half of them are no longer.
    pub median: f64,
    /// Nine in ten are no longer.
    pub p90: f64,
    /// The longest.
    pub longest: f64,
}

/// The figures of a stretch of a fixed length, such as the 15 s before a cue. Silence at its edges
/// counts, unlike in [`Fluency`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// The stretch.
    pub span: Span,
    /// Its length in seconds.
    pub secs: f64,
    /// The share of it in which the voice sounded, 0 to 1.
    pub phonation_ratio: f64,
    /// Pauses of at least 250 ms in a minute of sounding voice; `None` without a voice.
    pub pauses_per_min: Option<f64>,
    /// The mean length of a run, cut at the edges, in seconds; `None` without a voice.
    pub mean_run_secs: Option<f64>,
    /// The longest silence, in seconds; 0 when there is none of at least 250 ms.
    pub longest_pause_secs: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_of_a_second_is_shown() {
        for (secs, shown) in [(1.04, 1.0), (1.05, 1.1), (0.0, 0.0), (-0.26, -0.3)] {
            assert!((shown_secs(secs) - shown).abs() < 1e-9, "{secs}");
        }
    }
}
