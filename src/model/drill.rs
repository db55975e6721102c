//! The sudden switch: when its cue comes.
//! The moment is drawn from a constant hazard, so that having waited says nothing about what is
//! still to come. A seed is stored, so that a draw can be repeated years later.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};

use crate::model::ids::ids;

/// No cue comes in the first seconds of an answer.
pub const QUIET_SECS: f64 = 15.0;
/// Half of all cues of an answer have come this long after the start.
pub const MEDIAN_SECS: f64 = 40.0;
/// How long before its cue an announced switch is announced, in seconds.
pub const ANNOUNCED_SECS: f64 = 30.0;
/// Share of catch takes, in which the cue never comes, unless the person chose another. Without
/// them, having waited would say that it must come.
pub const CATCH_SHARE: f32 = 0.3;
/// Largest share that can be chosen.
pub const MOST_CATCH_SHARE: f32 = 0.6;
/// Takes in a round of drills.
pub const ROUND_TAKES: u8 = 10;
/// Length of a take in a round of answers, in seconds.
pub const ROUND_ANSWER_SECS: u32 = 40;
/// Length of a take in a round of rescue lines, in seconds.
pub const ROUND_RESCUE_SECS: u32 = 15;
/// How soon after the cue a rescue line should be begun, in seconds.
pub const RESCUE_TARGET_SECS: f64 = 2.0;
/// For how long after the cue its own sound may be in a recording, in seconds: its length, and what a
/// speaker adds before it.
pub const CUE_SOUND_SECS: f64 = 0.5;
/// When the interviewer breaks in on the pressure ladder, in seconds from the first sample.
pub const INTERRUPTION_SECS: f64 = 120.0;

/// Time to think before the first, the second and each further take of a question on one day, in
/// seconds, on the pressure ladder.
pub const LADDER_SECS: [u32; 3] = [30, 10, 0];

/// How the switch of language is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SwitchStyle {
    /// By a cue in mid-answer that nobody can foresee.
    #[default]
    Sudden,
    /// By a cue that is announced [`ANNOUNCED_SECS`] before, for beginners.
    Announced,
    /// After the answer: its result once more in the other language.
    ResultAgain,
    /// After the answer: all of it once more in the other language.
    WholeAgain,
}

ids!(SwitchStyle {
    Sudden = "sudden",
    Announced = "announced",
    ResultAgain = "result-again",
    WholeAgain = "whole-again",
});

impl SwitchStyle {
    /// The next style in the order of [`Self::ALL`], from the last to the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Sudden => Self::Announced,
            Self::Announced => Self::ResultAgain,
            Self::ResultAgain => Self::WholeAgain,
            Self::WholeAgain => Self::Sudden,
        }
    }

    /// What is to be said again after the answer; `None` where a cue comes in mid-answer.
    pub const fn again(self) -> Option<RepeatScope> {
        match self {
            Self::Sudden | Self::Announced => None,
            Self::ResultAgain => Some(RepeatScope::Result),
            Self::WholeAgain => Some(RepeatScope::Whole),
        }
    }
}

/// What is said again in the other language, right after an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepeatScope {
    /// Its result only.
    Result,
    /// All of it.
    Whole,
}

ids!(RepeatScope {
    Result = "result",
    Whole = "whole",
});

/// What a round of short takes practises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoundKind {
    /// Answers, each with a cue or without.
    Answers,
    /// The person's own bridge sentences, one after each cue.
    Rescue,
}

ids!(RoundKind {
    Answers = "answers",
    Rescue = "rescue",
});

impl RoundKind {
    /// Length of one take, in seconds; the take ends by itself.
    pub const fn take_secs(self) -> u32 {
        match self {
            Self::Answers => ROUND_ANSWER_SECS,
            Self::Rescue => ROUND_RESCUE_SECS,
        }
    }
}

/// When cues come: never in the quiet time, then with the same chance in every second.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    clippy::struct_field_names,
    reason = "units stand in names here, and all three are seconds"
)]
pub struct Hazard {
    /// Seconds at the start without a cue.
    quiet_secs: f64,
    /// Half of the cues have come by then, in seconds from the start; later than the quiet time.
    median_secs: f64,
    /// No cue comes later, in seconds from the start; draws beyond it are made again.
    latest_secs: f64,
}

impl Hazard {
    /// For a whole answer.
    pub const ANSWER: Self = Self {
        quiet_secs: QUIET_SECS,
        median_secs: MEDIAN_SECS,
        latest_secs: f64::INFINITY,
    };
    /// For a question of the interviewer in the middle of an answer to a follow-up.
    pub const INTERRUPTION: Self = Self {
        quiet_secs: 12.0,
        median_secs: 30.0,
        latest_secs: f64::INFINITY,
    };
    /// For a short take of a round: enough is left after the cue to go on in the other language.
    pub const ROUND_ANSWER: Self = Self {
        quiet_secs: 8.0,
        median_secs: 16.0,
        latest_secs: 26.0,
    };
    /// For a rescue line: it is said at once, or not.
    pub const ROUND_RESCUE: Self = Self {
        quiet_secs: 2.5,
        median_secs: 5.0,
        latest_secs: 9.0,
    };

    /// The hazard of a take of a round.
    pub const fn of_round(kind: RoundKind) -> Self {
        match kind {
            RoundKind::Answers => Self::ROUND_ANSWER,
            RoundKind::Rescue => Self::ROUND_RESCUE,
        }
    }
}

/// How the cue of an attempt was drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrillPlan {
    /// Seed of the draw.
    pub seed: u64,
    /// When the cue is due, in seconds from the first sample; infinite in a catch take.
    pub cue_due_secs: f64,
    /// Whether it is announced [`ANNOUNCED_SECS`] before.
    pub announced: bool,
}

impl DrillPlan {
    /// Draws the moment of the cue: the quiet time plus an exponential waiting time with the median
    /// of the hazard. `catch_share` (0 to 1) of all draws never come. The same seed and hazard give
    /// the same moment at any share.
    pub fn draw(seed: u64, hazard: Hazard, catch_share: f32) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        // 53 bits give every double in [0, 1).
        let mut unit = || (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        let span = hazard.median_secs - hazard.quiet_secs;
        // The same as drawing again until it is early enough.
        let most = 1.0 - ((hazard.quiet_secs - hazard.latest_secs) / span).exp2();
        // Below 1, so that the logarithm exists.
        let cue_due_secs = hazard.quiet_secs - span * (1.0 - unit() * most).log2();
        let is_catch = unit() < f64::from(catch_share);
        Self {
            seed,
            cue_due_secs: if is_catch {
                f64::INFINITY
            } else {
                cue_due_secs
            },
            announced: false,
        }
    }

    /// A draw whose moment is that of the announcement; the cue follows.
    #[must_use]
    pub fn announced(self) -> Self {
        Self {
            cue_due_secs: self.cue_due_secs + ANNOUNCED_SECS,
            announced: true,
            ..self
        }
    }

    /// Whether the cue never comes.
    pub fn is_catch(&self) -> bool {
        self.cue_due_secs.is_infinite()
    }

    /// When it is said that a cue will come, in seconds from the first sample.
    pub fn announced_at_secs(&self) -> Option<f64> {
        let announced = self.announced && !self.is_catch();
        announced.then_some(self.cue_due_secs - ANNOUNCED_SECS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_never_come_early_and_half_come_before_the_median() {
        let draws: Vec<f64> = (0..4000)
            .map(|seed| DrillPlan::draw(seed, Hazard::ANSWER, 0.0).cue_due_secs)
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
            .map(|seed| DrillPlan::draw(seed, Hazard::ANSWER, 0.0).cue_due_secs)
            .collect();
        let waiting = |from: f64| draws.iter().filter(|secs| **secs >= from).count() as f64;
        for from in [15.0, 30.0, 50.0] {
            let share = 1.0 - waiting(from + 25.0) / waiting(from);
            assert!((share - 0.5).abs() < 0.04, "{share} from {from} s");
        }
    }

    #[test]
    fn a_seed_gives_the_same_moment_for_ever() {
        let draw = |seed| DrillPlan::draw(seed, Hazard::ANSWER, 0.0).cue_due_secs;
        assert!((draw(1) - draw(1)).abs() < 1e-12);
        assert!((draw(1) - draw(2)).abs() > 1e-6);
    }

    #[test]
    fn some_takes_are_catches_and_the_others_do_not_move_for_it() {
        let catches = (0..4000).filter(|seed| {
            let plan = DrillPlan::draw(*seed, Hazard::ANSWER, 0.3);
            let sure = DrillPlan::draw(*seed, Hazard::ANSWER, 0.0);
            assert!(!sure.is_catch());
            assert!(plan.is_catch() || plan == sure);
            plan.is_catch()
        });
        let catches = catches.count();
        assert!((1_110..1_290).contains(&catches), "{catches} of 4000");
    }

    #[test]
    fn in_a_round_the_cue_leaves_time_to_go_on() {
        for kind in [RoundKind::Answers, RoundKind::Rescue] {
            let hazard = Hazard::of_round(kind);
            let draws = (0..2000).map(|seed| DrillPlan::draw(seed, hazard, 0.0).cue_due_secs);
            for secs in draws {
                assert!(
                    secs >= hazard.quiet_secs && secs <= hazard.latest_secs,
                    "{secs}"
                );
                assert!(secs + 5.0 < f64::from(kind.take_secs()));
            }
        }
    }

    #[test]
    fn an_announced_cue_comes_half_a_minute_after_its_announcement() {
        let plan = DrillPlan::draw(5, Hazard::ANSWER, 0.0);
        let announced = plan.announced();
        assert_eq!(plan.announced_at_secs(), None);
        let at_secs = announced.announced_at_secs().unwrap();
        assert!((at_secs - plan.cue_due_secs).abs() < 1e-9);
    }
}
