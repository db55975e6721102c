//! What the screen computes once and draws many times: where rows lie, which marks the picture
//! has, how many answers each day saw. Linear in the attempts, and done again only when they,
//! the filter, the day or the size of the picture changed.

use std::collections::{BTreeMap, BTreeSet};

use egui::Vec2;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use crate::flow::State;
use crate::model::attempt::AttemptId;
use crate::model::timeline::{Entry, Row, depths};
use crate::ui::theme::size;

/// Weeks that the calendar shows, and the picture at least.
pub const WEEKS: i64 = 12;
/// Marks that are drawn at most; more are merged where they would lie on each other.
const MARKS: usize = 2000;

/// One mark of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CloudMark {
    /// Index of its attempt among the entries.
    pub entry: usize,
    /// Time: 0 at the left end, 1 now.
    pub x: f32,
    /// Mean score, 1 to 5; `None` while not rated.
    pub score: Option<f32>,
}

/// The answers of a day in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// Week, 0 at the left.
    pub week: u8,
    /// Weekday, 0 for Monday.
    pub weekday: u8,
    /// Number of answers.
    pub answers: u32,
}

/// Everything that is computed once.
#[derive(Clone, Debug)]
pub struct Derived {
    key: Key,
    /// Top of each row in the list, and the height of all.
    pub tops: Vec<f32>,
    /// Listed attempts.
    pub listed: usize,
    /// First day of the picture.
    pub first_day: Date,
    /// Marks of the picture, oldest first.
    pub marks: Vec<CloudMark>,
    /// How deep each chain went, by the attempt that began it.
    pub depths: BTreeMap<AttemptId, u8>,
    /// Days of the calendar, up to today.
    pub days: Vec<Day>,
    /// Days of this week that saw an answer.
    pub days_this_week: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Key {
    /// Number of the rows.
    rows: u64,
    /// Of the library: marks stand as high as their scores.
    revision: u64,
    today: Date,
    plot: (i32, i32),
}

impl Derived {
    /// Keeps what was computed while it still holds, else computes it.
    pub fn refresh<'a>(
        slot: &'a mut Option<Self>,
        state: &State,
        today: Date,
        plot: Vec2,
    ) -> &'a Self {
        let entries = &state.library.entries;
        let rows = &state.timeline.rows;
        let key = Key {
            rows: rows.number(),
            revision: state.library.revision,
            today,
            plot: (plot.x.round() as i32, plot.y.round() as i32),
        };
        if slot.as_ref().is_none_or(|held| held.key != key) {
            *slot = None;
        }
        slot.get_or_insert_with(|| Self::compute(key, entries, rows, today, plot))
    }

    fn compute(key: Key, entries: &[Entry], rows: &[Row], today: Date, plot: Vec2) -> Self {
        let mut listed: Vec<usize> = rows
            .iter()
            .filter_map(|row| match row {
                Row::Attempt(index) => Some(*index),
                Row::Day(..) => None,
            })
            .collect();
        // Follow-ups hang under what is older than they are; the picture goes by time alone.
        listed.sort_unstable();
        let first_day = first_day(entries, &listed, today);
        let days = days(entries, today);
        let this_week = (WEEKS - 1) as u8;
        Self {
            key,
            tops: tops(rows),
            listed: listed.len(),
            first_day,
            marks: marks(entries, &listed, first_day, today, plot),
            days_this_week: days
                .iter()
                .filter(|day| day.week == this_week && day.answers > 0)
                .count(),
            days,
            depths: depths(entries),
        }
    }

    /// The rows that a stretch of the list shows.
    pub fn rows_within(&self, top: f32, bottom: f32) -> std::ops::Range<usize> {
        let count = self.tops.len().saturating_sub(1);
        let first = self.tops.partition_point(|at| *at <= top).saturating_sub(1);
        let last = self.tops.partition_point(|at| *at < bottom).min(count);
        first.min(last)..last
    }

    /// Height of the whole list.
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }
}

/// Height of a row.
pub fn row_height(row: &Row) -> f32 {
    match row {
        Row::Day(..) => size::DAY_HEADER,
        Row::Attempt(_) => size::LIST_ROW,
    }
}

fn tops(rows: &[Row]) -> Vec<f32> {
    let mut tops = Vec::with_capacity(rows.len() + 1);
    let mut top = 0.0;
    tops.push(top);
    for row in rows {
        top += row_height(row);
        tops.push(top);
    }
    tops
}

/// Twelve weeks ago, or the day of the oldest listed attempt when that is earlier.
fn first_day(entries: &[Entry], listed: &[usize], today: Date) -> Date {
    let least = today.saturating_sub((WEEKS * 7 - 1).days());
    listed
        .last()
        .and_then(|index| entries.get(*index))
        .map_or(least, |entry| entry.attempt.created.date().min(least))
}

fn marks(
    entries: &[Entry],
    listed: &[usize],
    first_day: Date,
    today: Date,
    plot: Vec2,
) -> Vec<CloudMark> {
    let all: Vec<CloudMark> = listed
        .iter()
        .rev()
        .filter_map(|index| {
            let attempt = &entries.get(*index)?.attempt;
            let x = time_fraction(attempt.created.datetime(), first_day, today);
            Some(CloudMark {
                entry: *index,
                x,
                score: attempt.score(),
            })
        })
        .collect();
    merge(all, plot)
}

/// Where a moment lies between the beginning of the first day and the end of today.
pub fn time_fraction(at: jiff::civil::DateTime, first_day: Date, today: Date) -> f32 {
    let secs = |from: jiff::civil::DateTime, to: jiff::civil::DateTime| {
        to.duration_since(from).as_secs() as f64
    };
    let start = first_day.at(0, 0, 0, 0);
    let whole = secs(start, today.at(23, 59, 59, 0)).max(1.0);
    (secs(start, at) / whole).clamp(0.0, 1.0) as f32
}

/// Leaves one mark, the newest, in each cell of a grid as wide as a mark, made coarser until few
/// enough are left: what would lie on each other anyway.
fn merge(all: Vec<CloudMark>, plot: Vec2) -> Vec<CloudMark> {
    if all.len() <= MARKS {
        return all;
    }
    let mut cell = 8.0_f32;
    loop {
        let mut seen: BTreeSet<(i32, i32)> = BTreeSet::new();
        let mut kept: Vec<CloudMark> = all
            .iter()
            .rev()
            .filter(|mark| {
                let x = (mark.x * plot.x / cell) as i32;
                let y = mark
                    .score
                    .map_or(-1, |score| (score * plot.y / 4.0 / cell) as i32);
                seen.insert((x, y))
            })
            .copied()
            .collect();
        if kept.len() <= MARKS || cell > plot.x {
            kept.reverse();
            return kept;
        }
        cell *= 1.5;
    }
}

fn days(entries: &[Entry], today: Date) -> Vec<Day> {
    let monday = today.saturating_sub(i64::from(today.weekday().since(Weekday::Monday)).days());
    let first = monday.saturating_sub(((WEEKS - 1) * 7).days());
    let mut answers: BTreeMap<Date, u32> = BTreeMap::new();
    for entry in entries {
        let date = entry.attempt.created.date();
        if date < first.saturating_sub(1.day()) {
            // Newest first: all that follow are older, even if the clock on the wall was another.
            break;
        }
        *answers.entry(date).or_default() += 1;
    }
    first
        .series(1.day())
        .take_while(|date| *date <= today)
        .zip(0_u8..)
        .map(|(date, at)| Day {
            date,
            week: at / 7,
            weekday: at % 7,
            answers: answers.get(&date).copied().unwrap_or_default(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(entry: usize, x: f32, score: Option<f32>) -> CloudMark {
        CloudMark { entry, x, score }
    }

    #[test]
    fn few_marks_are_all_kept() {
        let all = vec![mark(1, 0.5, Some(3.0)), mark(0, 0.5, Some(3.0))];
        assert_eq!(merge(all.clone(), Vec2::new(500.0, 112.0)), all);
    }

    #[test]
    fn many_marks_are_merged_and_the_newest_stays() {
        let all: Vec<CloudMark> = (0..10_000_usize)
            .map(|n| {
                let score = 1.0 + (n * 7 % 41) as f32 / 10.0;
                mark(9_999 - n, n as f32 / 9_999.0, Some(score))
            })
            .collect();
        let kept = merge(all, Vec2::new(536.0, 112.0));
        assert!(kept.len() <= MARKS, "{}", kept.len());
        assert!(kept.len() > MARKS / 5, "{}", kept.len());
        assert_eq!(kept.last().map(|mark| mark.entry), Some(0));
        assert!(kept.windows(2).all(|pair| pair[0].x <= pair[1].x));
    }

    #[test]
    fn the_calendar_ends_today_and_begins_on_a_monday() {
        let today = jiff::civil::date(2026, 11, 21);
        let days = days(&[], today);
        assert_eq!(days.len(), 11 * 7 + 6);
        assert_eq!(days[0].date.weekday(), Weekday::Monday);
        assert_eq!(days[days.len() - 1].date, today);
        assert_eq!(days[days.len() - 1].week, 11);
    }

    #[test]
    fn rows_are_found_by_their_place() {
        let rows = [
            Row::Day(jiff::civil::date(2026, 1, 1), 2),
            Row::Attempt(0),
            Row::Attempt(1),
        ];
        let derived = Derived {
            key: Key {
                rows: 0,
                revision: 0,
                today: jiff::civil::date(2026, 1, 1),
                plot: (0, 0),
            },
            tops: tops(&rows),
            listed: 2,
            first_day: jiff::civil::date(2026, 1, 1),
            marks: vec![],
            depths: BTreeMap::new(),
            days: vec![],
            days_this_week: 0,
        };
        assert_eq!(derived.rows_within(0.0, 30.0), 0..1);
        assert_eq!(derived.rows_within(36.0, 92.0), 1..2);
        assert_eq!(derived.rows_within(40.0, 1000.0), 1..3);
        assert!(derived.rows_within(500.0, 900.0).is_empty());
        assert!((derived.height() - 148.0).abs() < 1e-6);
    }
}
