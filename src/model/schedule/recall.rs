//! When an answer is worth giving again, from the days and self-ratings it was given before.
//!
//! FSRS-6 with its published parameters, from the crate `fsrs`. It was made for flash cards; a story
//! is none, so the figure is a reason to look again and no claim about memory: in a study with talks,
//! spacing of one day and of seven did equally well (Kakitani & Kormos 2024).

use fsrs::{FSRS, FSRSItem, FSRSReview};
use jiff::ToSpan as _;
use jiff::civil::Date;

/// The chance of remembering at which an answer is due.
const RETENTION: f32 = 0.9;
/// The longest time without an answer, in days: nobody prepares for an interview by the quarter.
const MOST_DAYS: u32 = 30;
/// When an answer that nobody rated is due, in days.
pub const UNRATED_DAYS: u32 = 7;

/// Means of a self-rating (1 to 5) from which on FSRS hears Hard, Good and Easy; below is Again.
/// Below 2 most lines stand at the lowest anchors: that answer has to be learned once more. Easy
/// wants nearly every line at the top, because people rate their first rounds too high.
const HARD_FROM: f32 = 2.0;
const GOOD_FROM: f32 = 3.0;
const EASY_FROM: f32 = 4.5;

/// Counts days until an answer is due.
#[derive(Debug)]
pub(super) struct Recall(Option<FSRS>);

impl Recall {
    pub(super) fn new() -> Self {
        // No parameters stand for the published ones, which are always valid.
        Self(FSRS::new(&[]).ok())
    }

    /// The day on which it is due, by days and means of the ratings, oldest first, one for each day;
    /// `None` without a rating.
    pub(super) fn due(&self, rated: &[(Date, f32)]) -> Option<Date> {
        let (last, _) = rated.last()?;
        let days = self.interval_days(rated).unwrap_or(1);
        last.checked_add(i64::from(days).days()).ok()
    }

    fn interval_days(&self, rated: &[(Date, f32)]) -> Option<u32> {
        let fsrs = self.0.as_ref()?;
        let mut before = None;
        let reviews = rated.iter().map(|(day, mean)| {
            let since = before.replace(*day).map_or(0, |then| days(then, *day));
            FSRSReview {
                rating: heard_as(*mean),
                delta_t: u32::try_from(since).unwrap_or(0),
            }
        });
        let item = FSRSItem {
            reviews: reviews.collect(),
        };
        let state = fsrs.memory_state(item, None).ok()?;
        let days = fsrs.next_interval(Some(state.stability), RETENTION, 0);
        Some((days.round() as u32).clamp(1, MOST_DAYS))
    }
}

/// What FSRS hears: 1 Again, 2 Hard, 3 Good, 4 Easy.
fn heard_as(mean: f32) -> u32 {
    match mean {
        mean if mean >= EASY_FROM => 4,
        mean if mean >= GOOD_FROM => 3,
        mean if mean >= HARD_FROM => 2,
        _ => 1,
    }
}

/// Days from one date to another, negative backwards.
pub(super) fn days(from: Date, to: Date) -> i32 {
    // Calendar days have 24 hours each, and all that there are fit into an `i32`.
    (to.duration_since(from).as_hours() / 24) as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i8) -> Date {
        jiff::civil::date(2026, 11, number)
    }

    #[test]
    fn a_mean_is_heard_as_one_of_four() {
        for (mean, heard) in [
            (1.0, 1),
            (1.99, 1),
            (2.0, 2),
            (2.9, 2),
            (3.0, 3),
            (4.4, 3),
            (4.5, 4),
            (5.0, 4),
        ] {
            assert_eq!(heard_as(mean), heard, "{mean}");
        }
    }

    #[test]
    fn the_first_interval_is_that_of_the_published_parameters() {
        let recall = Recall::new();
        // Stabilities of 0.21, 1.29, 2.31 and 8.30 days, at least one day.
        for (mean, due) in [(1.5, 2), (2.5, 2), (3.5, 3), (5.0, 9)] {
            assert_eq!(recall.due(&[(day(1), mean)]), Some(day(due)), "{mean}");
        }
        assert_eq!(recall.due(&[]), None);
    }

    #[test]
    fn good_answers_come_later_each_time_and_a_bad_one_brings_it_back() {
        let recall = Recall::new();
        let good = [(day(1), 3.5), (day(3), 3.5), (day(9), 3.5)];
        let gap = |rated: &[(Date, f32)]| {
            let due = recall.due(rated).unwrap();
            days(rated.last().unwrap().0, due)
        };
        assert!(gap(&good[..1]) < gap(&good[..2]) && gap(&good[..2]) < gap(&good));
        let slipped = [(day(1), 3.5), (day(3), 3.5), (day(9), 1.0)];
        assert!(gap(&slipped) < gap(&good));
        let easy: Vec<_> = (1..28).step_by(9).map(|n| (day(n), 5.0)).collect();
        assert_eq!(gap(&easy), 30, "never longer than a month");
    }

    #[test]
    fn days_are_counted_over_months() {
        let from = jiff::civil::date(2026, 11, 21);
        assert_eq!(days(from, jiff::civil::date(2027, 1, 1)), 41);
        assert_eq!(days(from, jiff::civil::date(2026, 11, 20)), -1);
    }
}
