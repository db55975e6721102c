//! The sudden switch: when its cue comes.
//! The moment is drawn from a constant hazard, so that having waited says nothing about what is
//! still to come. A seed is stored, so that a draw can be repeated years later.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

/// No cue comes in the first seconds of an answer.
pub const QUIET_SECS: f64 = 15.0;
/// Half of all cues have come this long after the start.
pub const MEDIAN_SECS: f64 = 40.0;

/// How the cue of an attempt was drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrillPlan {
    /// Seed of the draw.
    pub seed: u64,
    /// When the cue is due, in seconds from the first sample.
    pub cue_due_secs: f64,
}

impl DrillPlan {
    /// Draws the moment of the cue: [`QUIET_SECS`] plus an exponential waiting time whose median
    /// brings the whole to [`MEDIAN_SECS`].
    pub fn draw(seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        // 53 bits give every double in [0, 1); turned round, so that the logarithm exists.
        let unit = 1.0 - (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        Self {
            seed,
            cue_due_secs: QUIET_SECS - (MEDIAN_SECS - QUIET_SECS) * unit.log2(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_never_come_early_and_half_come_before_the_median() {
        let draws: Vec<f64> = (0..4000)
            .map(|seed| DrillPlan::draw(seed).cue_due_secs)
            .collect();
        assert!(
            draws
                .iter()
                .all(|secs| *secs >= QUIET_SECS && secs.is_finite())
        );
        let early = draws.iter().filter(|secs| **secs < MEDIAN_SECS).count();
        assert!(
            (1850..2150).contains(&early),
            "{early} of 4000 before the median"
        );
    }

    #[test]
    fn the_hazard_is_constant() {
        // Of those still waiting, the same share is cued in each further 25 s.
        let draws: Vec<f64> = (0..8000)
            .map(|seed| DrillPlan::draw(seed).cue_due_secs)
            .collect();
        let waiting = |from: f64| draws.iter().filter(|secs| **secs >= from).count() as f64;
        for from in [15.0, 30.0, 50.0] {
            let share = 1.0 - waiting(from + 25.0) / waiting(from);
            assert!((share - 0.5).abs() < 0.04, "{share} from {from} s");
        }
    }

    #[test]
    fn a_seed_gives_the_same_moment_for_ever() {
        assert!((DrillPlan::draw(1).cue_due_secs - DrillPlan::draw(1).cue_due_secs).abs() < 1e-12);
        assert!((DrillPlan::draw(1).cue_due_secs - DrillPlan::draw(2).cue_due_secs).abs() > 1e-6);
    }
}
