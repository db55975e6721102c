//! A figure over time: its single takes, its weeks, and what became of it.
//! Not here: which takes belong together (`progress`), the verdict (`change`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{ToSpan as _, Zoned};

use crate::model::attempt::AttemptId;
use crate::model::progress::change::{self, Measure, Verdict};
use crate::model::progress::stats::Summary;

/// From this many takes on a figure is shown as a person's usual one.
pub const USUAL_FROM: usize = 5;
/// As many of the latest takes make the usual figure.
const USUAL_OF: usize = 5;

/// The figure of one take.
#[derive(Clone, Debug, PartialEq)]
pub struct DataPoint {
    pub id: AttemptId,
    /// When it was begun; its day is that of its own local clock.
    pub at: Zoned,
    pub figure: f64,
    /// Whether the person confirmed it; otherwise it is what the sound says.
    pub confirmed: bool,
}

/// The takes of a week, from Monday to Sunday (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    pub monday: Date,
    /// What its takes have in common.
    pub summary: Summary,
}

/// A figure over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Its takes, oldest first.
    pub takes: Vec<DataPoint>,
    /// Weeks with takes, oldest first.
    pub weeks: Vec<Week>,
    /// What became of it.
    pub verdict: Verdict,
    /// The latest takes; `None` while there are fewer than [`USUAL_FROM`].
    pub usual: Option<Summary>,
}

impl Trend {
    /// The trend of takes in any order.
    pub fn new(measure: Measure, mut takes: Vec<DataPoint>) -> Self {
        takes.sort_by(|a, b| (a.at.timestamp(), &a.id).cmp(&(b.at.timestamp(), &b.id)));
        let figures: Vec<(Date, f64)> = takes
            .iter()
            .map(|take| (take.at.date(), take.figure))
            .collect();
        let latest = takes.iter().rev().take(USUAL_OF).map(|take| take.figure);
        let usual = Summary::of(latest).filter(|_| takes.len() >= USUAL_FROM);
        Self {
            weeks: weeks(&takes),
            verdict: change::verdict(measure, &figures),
            usual,
            takes,
        }
    }
}

/// The Monday of the week of a day.
pub fn monday(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
}

fn weeks(takes: &[DataPoint]) -> Vec<Week> {
    // Between two zones a later take may belong to an earlier week.
    let mut weeks: BTreeMap<Date, Vec<f64>> = BTreeMap::new();
    for take in takes {
        weeks
            .entry(monday(take.at.date()))
            .or_default()
            .push(take.figure);
    }
    let week = |(monday, figures): (Date, Vec<f64>)| {
        let summary = Summary::of(figures.into_iter())?;
        Some(Week { monday, summary })
    };
    weeks.into_iter().filter_map(week).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn take(day: Date, figure: f64) -> DataPoint {
        DataPoint {
            id: AttemptId::parse(&format!("{day}_120000_x_0000")).unwrap(),
            at: day.at(12, 0, 0, 0).in_tz("Asia/Seoul").unwrap(),
            figure,
            confirmed: false,
        }
    }

    #[test]
    fn weeks_begin_on_monday_also_at_the_turn_of_the_year() {
        for (day, wanted) in [
            (date(2026, 11, 16), date(2026, 11, 16)),
            (date(2026, 11, 22), date(2026, 11, 16)),
            (date(2027, 1, 3), date(2026, 12, 28)),
        ] {
            assert_eq!(monday(day), wanted);
        }
        let takes = [date(2027, 1, 1), date(2026, 12, 29), date(2027, 1, 5)]
            .map(|day| take(day, f64::from(day.day())));
        let trend = Trend::new(Measure::Latency, takes.to_vec());
        let weeks: Vec<(Date, usize)> = trend
            .weeks
            .iter()
            .map(|week| (week.monday, week.summary.count))
            .collect();
        assert_eq!(weeks, [(date(2026, 12, 28), 2), (date(2027, 1, 4), 1)]);
        assert_eq!(trend.takes[0].at.date(), date(2026, 12, 29));
    }

    #[test]
    fn four_takes_have_no_usual_figure() {
        let takes = |count: i8| (1..=count).map(|day| take(date(2026, 9, day), f64::from(day)));
        let few = Trend::new(Measure::Latency, takes(4).collect());
        assert_eq!(few.usual, None);
        let enough = Trend::new(Measure::Latency, takes(7).collect());
        let usual = enough.usual.unwrap();
        assert!((usual.median - 5.0).abs() < 1e-9 && usual.count == 5);
    }
}
