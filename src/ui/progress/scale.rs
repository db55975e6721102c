//! The axes of the trend: from nothing to a round number, and from the first week to this one.

use egui::{Pos2, Rect};
use jiff::civil::{Date, DateTime};

use crate::model::progress::{Trend, monday};

/// Steps between two lines, in seconds.
const STEPS: [f64; 6] = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0];
/// Most steps from nothing to the top.
const MOST_STEPS: f64 = 4.0;
/// Weeks that the axis spans at least.
const WEEKS_LEAST: i64 = 8;
/// The share of takes that the axis has room for; the others lie on its upper edge.
const SHARE_WITHIN: f64 = 0.95;

/// Where figures and days lie in a rectangle.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// The room of the picture.
    pub area: Rect,
    /// From one line to the next, in seconds.
    pub step: f64,
    /// The upper end, in seconds: a whole number of steps.
    pub top: f64,
    /// The first day.
    pub first: Date,
    /// The day after the last.
    pub end: Date,
}

impl Scale {
    /// The axes of a trend that ends with the week of today.
    pub fn new(trend: Option<&Trend>, today: Date, area: Rect) -> Self {
        use jiff::ToSpan as _;
        let takes = trend.map_or(&[][..], |trend| trend.takes.as_slice());
        let weeks = trend.map_or(&[][..], |trend| trend.weeks.as_slice());
        let mut figures: Vec<f64> = takes.iter().map(|take| take.figure).collect();
        figures.sort_by(f64::total_cmp);
        let within = ((figures.len() as f64 * SHARE_WITHIN).ceil() as usize).saturating_sub(1);
        let widest = weeks.iter().map(|week| week.summary.high);
        let most = widest.fold(figures.get(within).copied().unwrap_or(0.0), f64::max);
        let (step, top) = round_top(most);
        let this_week = monday(today);
        let eight_weeks = this_week.saturating_sub((WEEKS_LEAST - 1).weeks());
        let first = takes
            .first()
            .map_or(eight_weeks, |take| monday(take.at.date()));
        let newest = takes
            .last()
            .map_or(this_week, |take| monday(take.at.date()));
        Self {
            area,
            step,
            top,
            first: first.min(eight_weeks),
            end: newest.max(this_week).saturating_add(1.week()),
        }
    }

    /// Height of a figure; what is above the axis lies on its upper edge.
    pub fn y(&self, figure: f64) -> f32 {
        let share = (figure / self.top).clamp(0.0, 1.0) as f32;
        egui::lerp(self.area.bottom()..=self.area.top(), share)
    }

    /// Whether a figure is above the axis.
    pub fn is_above(&self, figure: f64) -> bool {
        figure > self.top
    }

    /// Place of a moment.
    pub fn x(&self, at: DateTime) -> f32 {
        let secs = |to: DateTime| to.duration_since(self.first.at(0, 0, 0, 0)).as_secs() as f64;
        let share = (secs(at) / secs(self.end.at(0, 0, 0, 0)).max(1.0)).clamp(0.0, 1.0) as f32;
        egui::lerp(self.area.left()..=self.area.right(), share)
    }

    /// Place of the middle of a week.
    pub fn week(&self, monday: Date, figure: f64) -> Pos2 {
        use jiff::ToSpan as _;
        let middle = monday.saturating_add(3.days()).at(12, 0, 0, 0);
        Pos2::new(self.x(middle), self.y(figure))
    }

    /// The figures at the lines, from nothing to the top.
    pub fn lines(&self) -> impl Iterator<Item = f64> {
        let count = (self.top / self.step).round() as u32;
        let step = self.step;
        (0..=count).map(move |line| f64::from(line) * step)
    }
}

/// The step between lines and the round number at the top for a largest figure in seconds.
fn round_top(most: f64) -> (f64, f64) {
    let [.., largest] = STEPS;
    let fits = |step: &f64| most <= step * MOST_STEPS;
    let step = STEPS.into_iter().find(fits).unwrap_or(largest);
    let top = (most / step).ceil().max(2.0) * step;
    (step, top)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn axes_end_at_round_numbers() {
        for (most, step, top) in [
            (0.0, 0.5, 1.0),
            (1.3, 0.5, 1.5),
            (2.4, 1.0, 3.0),
            (6.7, 2.0, 8.0),
            (8.0, 2.0, 8.0),
            (14.0, 5.0, 15.0),
            (95.0, 20.0, 100.0),
        ] {
            let found = round_top(most);
            assert!(
                (found.0 - step).abs() < 1e-9 && (found.1 - top).abs() < 1e-9,
                "{most}"
            );
        }
    }

    proptest! {
        #[test]
        fn lines_are_few_and_hold_the_largest(most in 0.0_f64..80.0) {
            let (step, top) = round_top(most);
            prop_assert!(top >= most && top / step <= 4.0 + 1e-9 && top / step >= 2.0);
        }
    }
}
