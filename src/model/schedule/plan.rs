//! The days until the interview, and what they make of today: how many answers, out of what is left
//! to do. Pure arithmetic.

use jiff::civil::Date;

use crate::model::schedule::recall::days;

/// Fewest answers a day before an interview.
pub const LEAST_A_DAY: usize = 2;
/// Most answers a day: more of them are not worked through, only talked through.
pub const MOST_A_DAY: usize = 8;
/// Answers a day without a date.
pub const GENTLE_A_DAY: usize = 3;
/// Answers on the day of the interview itself: to warm up the voice.
pub const ON_THE_DAY: usize = 1;

/// How far the interview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Until {
    /// No day was set.
    #[default]
    Unset,
    /// So many days ahead, at least 1.
    Ahead(u32),
    Today,
    /// So many days ago, at least 1.
    Past(u32),
}

impl Until {
    /// How far a day is from today.
    pub fn of(interview: Option<Date>, today: Date) -> Self {
        let Some(interview) = interview else {
            return Self::Unset;
        };
        match days(today, interview) {
            0 => Self::Today,
            ahead @ 1.. => Self::Ahead(ahead.unsigned_abs()),
            past => Self::Past(past.unsigned_abs()),
        }
    }
}

/// What today is to hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// How far the interview is.
    pub until: Until,
    /// Gaps as they were this morning: pairs of principle and language that were never answered,
    /// not for long, or weakly.
    pub gaps: usize,
    /// Answers for today.
    pub goal: usize,
    /// Questions answered today, each language by itself, but in one answer once.
    pub done: usize,
}

impl Plan {
    /// Spreads the gaps over the days that are left.
    pub fn new(until: Until, gaps: usize, done: usize) -> Self {
        let goal = match until {
            Until::Unset | Until::Past(_) => GENTLE_A_DAY,
            Until::Today => ON_THE_DAY,
            Until::Ahead(days) => gaps
                .div_ceil((days as usize).max(1))
                .clamp(LEAST_A_DAY, MOST_A_DAY),
        };
        Self {
            until,
            gaps,
            goal,
            done,
        }
    }

    /// Answers that are still to be given today.
    pub fn left(&self) -> usize {
        self.goal.saturating_sub(self.done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gaps_are_spread_over_the_days_within_reason() {
        for (days, gaps, goal) in [
            (10, 32, 4),
            (10, 31, 4),
            (10, 30, 3),
            (1, 5, 5),
            (1, 32, 8),
            (90, 32, 2),
            (3, 0, 2),
        ] {
            let plan = Plan::new(Until::Ahead(days), gaps, 0);
            assert_eq!(plan.goal, goal, "{gaps} gaps in {days} days");
        }
        assert_eq!(Plan::new(Until::Unset, 32, 0).goal, 3);
        assert_eq!(Plan::new(Until::Past(3), 32, 0).goal, 3);
        assert_eq!(Plan::new(Until::Today, 32, 0).goal, 1);
    }

    #[test]
    fn what_is_done_is_taken_off_and_more_is_no_debt() {
        let left = |done| Plan::new(Until::Ahead(8), 32, done).left();
        assert_eq!((left(0), left(3), left(4), left(9)), (4, 1, 0, 0));
    }

    #[test]
    fn a_day_is_ahead_here_or_past() {
        let today = jiff::civil::date(2026, 11, 21);
        let of = |day| Until::of(Some(jiff::civil::date(2026, 12, day)), today);
        assert_eq!(of(1), Until::Ahead(10));
        assert_eq!(Until::of(Some(today), today), Until::Today);
        let past = jiff::civil::date(2026, 11, 18);
        assert_eq!(Until::of(Some(past), today), Until::Past(3));
        assert_eq!(Until::of(None, today), Until::Unset);
    }
}
