//! Whether something changed, told so that it does not flatter. Not here: what is compared.
//!
//! The latest five takes are compared with the first five, which share none. The first ones, because
//! practice works slowly and a comparison with the five before would be a new throw of the dice
//! after each take. There is a change only if all of this holds:
//!
//! * it is larger than people can hear: 5 % of what depends on tempo (Quené 2007), 0.2 s of a latency;
//! * it is larger than the person's own day-to-day spread: the wider of the two groups, from quartile
//!   to quartile, and what two days of practice usually differ by;
//! * of the 25 pairs of a first and a latest take, at most two go the other way. Takes that only
//!   scatter pass that in 3 of 100 cases, whatever the shape of their scatter (Mann and Whitney 1947).

use jiff::civil::Date;

use crate::model::progress::stats::{Summary, median};

/// Takes in each of the two groups that are compared.
pub const TAKES_EACH: usize = 5;
/// The smallest difference of a latency that is worth a word, in seconds.
pub const HEARD_SECS: f64 = 0.2;
/// The smallest difference of tempo that people hear, as a share.
pub const HEARD_SHARE: f64 = 0.05;
/// Pairs that may go the other way.
const CONTRARY_PAIRS: usize = 2;

/// A figure, and what of it is better and what is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Measure {
    /// From a cue to speech, in seconds.
    Latency,
    /// The share of time in which the voice sounds, 0 to 1.
    PhonationRatio,
    /// Pauses in a minute of sounding voice.
    PausesPerMin,
    /// The mean length of a run, in seconds.
    MeanRun,
}

impl Measure {
    /// Whether more of it is better.
    pub const fn more_is_better(self) -> bool {
        matches!(self, Self::PhonationRatio | Self::MeanRun)
    }

    /// The smallest change from a figure that people hear, in the unit of the measure.
    pub fn heard_from(self, figure: f64) -> f64 {
        match self {
            Self::Latency => HEARD_SECS,
            Self::PhonationRatio | Self::PausesPerMin | Self::MeanRun => figure.abs() * HEARD_SHARE,
        }
    }
}

/// What became of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Too few takes to say.
    NotEnough {
        /// How many there are.
        have: usize,
        /// How many it takes.
        need: usize,
    },
    /// No change that could be heard.
    NotHeard,
    /// It became better.
    Better {
        /// By how much, more than 0, in the unit of the measure.
        by: f64,
    },
    /// It became worse.
    Worse {
        /// By how much, more than 0, in the unit of the measure.
        by: f64,
    },
}

/// What became of a figure, and what was compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// What became of it.
    pub change: Change,
    /// The median of the first takes; `None` while there are too few.
    pub first: Option<f64>,
    /// The median of the latest takes; `None` while there are too few.
    pub latest: Option<f64>,
    /// The day-to-day spread, in the unit of the measure; `None` while there are too few.
    pub spread: Option<f64>,
}

/// Compares the latest of figures with the first. They are given with the day of their take, oldest
/// first.
pub fn verdict(measure: Measure, figures: &[(Date, f64)]) -> Verdict {
    compare(measure, figures, between_days(figures))
}

/// The same within one sitting, where there are no days to differ by. The figures are given in the
/// order of their takes.
pub fn within_a_sitting(measure: Measure, figures: &[f64]) -> Verdict {
    let of_one_day: Vec<(Date, f64)> = figures.iter().map(|of| (Date::ZERO, *of)).collect();
    compare(measure, &of_one_day, 0.0)
}

fn compare(measure: Measure, figures: &[(Date, f64)], between_days: f64) -> Verdict {
    let latest = group(figures.iter().rev());
    let need = TAKES_EACH * 2;
    let (Some(latest), Some(first)) = (latest, group(figures.iter())) else {
        return unknown(figures.len(), None);
    };
    if figures.len() < need {
        return unknown(figures.len(), Some(latest.median));
    }
    let spread = first.spread().max(latest.spread()).max(between_days);
    let by = latest.median - first.median;
    let heard = by.abs() > measure.heard_from(first.median) && by.abs() > spread;
    let change = if !heard || contrary_pairs(figures, by > 0.0) > CONTRARY_PAIRS {
        Change::NotHeard
    } else if (by > 0.0) == measure.more_is_better() {
        Change::Better { by: by.abs() }
    } else {
        Change::Worse { by: by.abs() }
    };
    Verdict {
        change,
        first: Some(first.median),
        latest: Some(latest.median),
        spread: Some(spread),
    }
}

fn unknown(have: usize, latest: Option<f64>) -> Verdict {
    Verdict {
        change: Change::NotEnough {
            have,
            need: TAKES_EACH * 2,
        },
        first: None,
        latest,
        spread: None,
    }
}

/// The first five of figures; `None` of fewer.
fn group<'a>(figures: impl Iterator<Item = &'a (Date, f64)>) -> Option<Summary> {
    let five = figures.take(TAKES_EACH).map(|(_, figure)| *figure);
    Summary::of(five).filter(|group| group.count == TAKES_EACH)
}

/// What the medians of two days of practice that follow each other usually differ by. Of two days
/// alone this is the change itself, so that two days never make a change.
fn between_days(figures: &[(Date, f64)]) -> f64 {
    let days: Vec<f64> = figures
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|day| median(day.iter().map(|(_, figure)| *figure)))
        .collect();
    let steps = days.iter().zip(days.iter().skip(1));
    median(steps.map(|(day, next)| (next - day).abs())).unwrap_or(f64::INFINITY)
}

/// Pairs of one of the first and one of the latest figures that do not go the way of the medians.
fn contrary_pairs(figures: &[(Date, f64)], upwards: bool) -> usize {
    let latest = || figures.iter().rev().take(TAKES_EACH);
    let against = |first: f64, later: f64| {
        if upwards {
            later <= first
        } else {
            later >= first
        }
    };
    figures
        .iter()
        .take(TAKES_EACH)
        .map(|(_, first)| {
            latest()
                .filter(|(_, later)| against(*first, *later))
                .count()
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan as _;
    use proptest::prelude::*;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng as _;

    /// One take a day.
    fn daily(figures: &[f64]) -> Vec<(Date, f64)> {
        let day = jiff::civil::date(2026, 9, 1);
        figures
            .iter()
            .zip(0_i64..)
            .map(|(figure, n)| (day + n.days(), *figure))
            .collect()
    }

    fn change(measure: Measure, figures: &[f64]) -> Change {
        verdict(measure, &daily(figures)).change
    }

    fn is_arrow(change: Change) -> bool {
        matches!(change, Change::Better { .. } | Change::Worse { .. })
    }

    #[test]
    fn five_and_five_takes_are_needed() {
        for have in 0..10 {
            let found = verdict(Measure::Latency, &daily(&vec![3.0; have]));
            assert_eq!(found.change, Change::NotEnough { have, need: 10 });
            assert_eq!(found.latest.is_some(), have >= 5);
        }
        assert_eq!(change(Measure::Latency, &[3.0; 10]), Change::NotHeard);
    }

    #[test]
    fn changes_of_every_kind() {
        let step = |from: f64, to: f64| -> Vec<f64> {
            let around = [0.1, -0.1, 0.0, 0.05, -0.05];
            let part = |middle: f64| around.map(|off| middle + off * middle / 3.0);
            [part(from), part(to)].concat()
        };
        for (what, measure, from, to, wanted) in [
            ("sooner", Measure::Latency, 5.0, 2.5, Some(true)),
            ("later", Measure::Latency, 2.5, 5.0, Some(false)),
            ("too little to hear", Measure::Latency, 1.0, 1.19, None),
            ("just enough", Measure::Latency, 1.0, 1.25, Some(false)),
            ("more voice", Measure::PhonationRatio, 0.6, 0.7, Some(true)),
            ("4 % more voice", Measure::PhonationRatio, 0.6, 0.624, None),
            (
                "more pauses",
                Measure::PausesPerMin,
                10.0,
                16.0,
                Some(false),
            ),
            ("longer runs", Measure::MeanRun, 2.0, 3.0, Some(true)),
        ] {
            let found = change(measure, &step(from, to));
            let by = (to - from).abs();
            match (found, wanted) {
                (Change::Better { by: found }, Some(true))
                | (Change::Worse { by: found }, Some(false)) => {
                    assert!((found - by).abs() < 1e-9, "{what}: {found}");
                }
                (Change::NotHeard, None) => {}
                _ => panic!("{what}: {found:?}"),
            }
        }
    }

    #[test]
    fn a_change_within_the_own_spread_is_none() {
        let figures = [2.0, 5.0, 3.0, 6.0, 4.0, 1.5, 4.5, 3.0, 5.0, 2.5];
        assert_eq!(change(Measure::Latency, &figures), Change::NotHeard);
    }

    #[test]
    fn one_good_day_is_no_change() {
        let day = |day, figure| vec![(jiff::civil::date(2026, 9, day), figure); 5];
        let two = [day(1, 5.0), day(2, 2.0)].concat();
        assert_eq!(verdict(Measure::Latency, &two).change, Change::NotHeard);
        let one = [day(1, 5.0), day(1, 2.0)].concat();
        assert_eq!(verdict(Measure::Latency, &one).change, Change::NotHeard);
        let three = [day(1, 5.0), day(2, 4.9), day(3, 2.0), day(4, 2.1)].concat();
        assert!(is_arrow(verdict(Measure::Latency, &three).change));
    }

    /// Roughly normal, mean 0, deviation 1.
    fn scatter(rng: &mut ChaCha8Rng) -> f64 {
        let unit = |rng: &mut ChaCha8Rng| f64::from(rng.next_u32()) / f64::from(u32::MAX);
        (0..12).map(|_| unit(rng)).sum::<f64>() - 6.0
    }

    #[test]
    fn scatter_alone_rarely_makes_an_arrow_and_a_clear_step_mostly_does() {
        let mut rng = ChaCha8Rng::seed_from_u64(4);
        for takes in [10, 14, 40] {
            let mut count = |step: f64| -> usize {
                (0..2000)
                    .filter(|_| {
                        let figures: Vec<f64> = (0..takes)
                            .map(|n| {
                                let late = n + TAKES_EACH >= takes;
                                let middle = if late { 4.0 - step } else { 4.0 };
                                middle + 0.6 * scatter(&mut rng)
                            })
                            .collect();
                        is_arrow(change(Measure::Latency, &figures))
                    })
                    .count()
            };
            let none = count(0.0);
            assert!(
                none <= 80,
                "{none} of 2000 arrows without a change, {takes} takes"
            );
            let clear = count(2.4);
            assert!(
                clear >= 1700,
                "{clear} of 2000 arrows at a step, {takes} takes"
            );
        }
    }

    proptest! {
        #[test]
        fn order_decides_the_direction_and_units_do_not_matter(
            figures in prop::collection::vec(0.5_f64..9.0, 10..30),
        ) {
            let there = change(Measure::PausesPerMin, &figures);
            let back: Vec<f64> = figures.iter().rev().copied().collect();
            let larger: Vec<f64> = figures.iter().map(|figure| figure * 60.0).collect();
            match (there, change(Measure::PausesPerMin, &larger)) {
                (Change::Better { by }, Change::Better { by: more })
                | (Change::Worse { by }, Change::Worse { by: more }) => {
                    prop_assert!((by * 60.0 - more).abs() < 1e-6);
                }
                (a, b) => prop_assert_eq!(a, b),
            }
            // Backwards the same step may be too small a share of what it comes from.
            if let (Change::Better { by }, Change::Worse { by: loss }) =
                (there, change(Measure::PausesPerMin, &back)) {
                prop_assert!((by - loss).abs() < 1e-9);
            }
            let both_ways = matches!(
                (there, change(Measure::PausesPerMin, &back)),
                (Change::Better { .. }, Change::Better { .. })
                    | (Change::Worse { .. }, Change::Worse { .. })
            );
            prop_assert!(!both_ways);
        }
    }
}
