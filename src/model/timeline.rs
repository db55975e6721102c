//! The list of attempts as the timeline shows it: newest first, by day, filtered and searched.
//! Derived from the attempts; may be thrown away at any time.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, Zoned};

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::search::SearchKey;

/// What the person wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineFilter {
    /// Search text as typed.
    pub query: String,
    /// Only this principle.
    pub principle: Option<Principle>,
    /// Only plans that involve this language.
    pub language: Option<Language>,
    /// Only what is starred.
    pub starred: bool,
}

impl TimelineFilter {
    /// Whether nothing is filtered.
    pub fn is_open(&self) -> bool {
        let Self {
            query,
            principle,
            language,
            starred,
        } = self;
        query.trim().is_empty() && principle.is_none() && language.is_none() && !starred
    }
}

/// An attempt together with its prepared search text.
#[derive(Clone, Debug)]
pub struct Entry {
    pub attempt: Arc<Attempt>,
    key: SearchKey,
    /// The title of its story.
    story: Option<SearchKey>,
}

impl Entry {
    /// Prepares an attempt for searching: question in both languages, and notes.
    pub fn new(attempt: Arc<Attempt>) -> Self {
        let text = &attempt.question.text;
        // A character that no query can hold keeps the three texts apart.
        let key = SearchKey::new(&format!(
            "{}\u{1}{}\u{1}{}",
            text.ko, text.en, attempt.notes
        ));
        Self {
            attempt,
            key,
            story: None,
        }
    }

    /// Takes in the title of its story, prepared; says whether it is another one.
    pub fn title(&mut self, story: Option<&SearchKey>) -> bool {
        let other = self.story.as_ref() != story;
        if other {
            self.story = story.cloned();
        }
        other
    }

    fn matches(&self, query: &SearchKey) -> bool {
        let story = self.story.as_ref();
        self.key.contains(query) || story.is_some_and(|story| story.contains(query))
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A day and the number of its attempts that are listed.
    Day(Date, usize),
    /// Index into the entries.
    Attempt(usize),
}

/// The rows for a filter. `entries` must be sorted newest first, and so are the rows of a day; but
/// answers to follow-ups hang under the answer that began their chain where that one is listed on the
/// same day, the first of them first.
pub fn rows(entries: &[Entry], filter: &TimelineFilter) -> Vec<Row> {
    let query = SearchKey::new(&filter.query);
    let mut rows: Vec<Row> = Vec::new();
    let mut day: Vec<usize> = Vec::new();
    let date = |index: usize| entries.get(index).map(|entry| entry.attempt.created.date());
    for (index, entry) in entries.iter().enumerate() {
        let attempt = &entry.attempt;
        let wanted = filter
            .principle
            .is_none_or(|principle| attempt.question.principles.contains(&principle))
            && filter
                .language
                .is_none_or(|language| attempt.plan.involves(language))
            && (!filter.starred || attempt.starred)
            && entry.matches(&query);
        if !wanted {
            continue;
        }
        if day.first().is_some_and(|first| date(*first) != date(index)) {
            rows.extend(day_rows(entries, &day));
            day.clear();
        }
        day.push(index);
    }
    rows.extend(day_rows(entries, &day));
    rows
}

/// The rows of one day. An entry that hangs under none stands in its own place.
fn day_rows(entries: &[Entry], day: &[usize]) -> Vec<Row> {
    let attempt = |index: usize| entries.get(index).map(|entry| &*entry.attempt);
    let listed: BTreeMap<&AttemptId, usize> = day
        .iter()
        .filter_map(|index| Some((&attempt(*index)?.id, *index)))
        .collect();
    let first = |index: usize| {
        let link = attempt(index)?.link.as_ref()?;
        listed.get(&link.first).copied()
    };
    let mut hanging: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    // The oldest first.
    for index in day.iter().rev() {
        if let Some(first) = first(*index) {
            hanging.entry(first).or_default().push(*index);
        }
    }
    for below in hanging.values_mut() {
        below.sort_by_key(|index| attempt(*index).map(Attempt::depth));
    }
    let date = day.first().and_then(|index| attempt(*index));
    let mut rows: Vec<Row> = date
        .map(|attempt| Row::Day(attempt.created.date(), day.len()))
        .into_iter()
        .collect();
    for index in day.iter().filter(|index| first(**index).is_none()) {
        rows.push(Row::Attempt(*index));
        let below = hanging.remove(index).unwrap_or_default();
        rows.extend(below.into_iter().map(Row::Attempt));
    }
    rows
}

/// Whether the entry of a row hangs under one above it.
pub fn hangs(entries: &[Entry], rows: &[Row], row: usize) -> bool {
    let entry = |row: usize| match rows.get(row)? {
        Row::Attempt(index) => entries.get(*index),
        Row::Day(..) => None,
    };
    let link = entry(row).and_then(|entry| entry.attempt.link.as_ref());
    let Some(link) = link else {
        return false;
    };
    // Those between hang under the same one.
    let above = (0..row).rev().map_while(entry);
    let mut chain = above.take_while(|entry| *entry.attempt.chain() == link.first);
    chain.any(|entry| entry.attempt.id == link.first)
}

/// How deep each chain went, by the attempt that began it; only chains with a follow-up.
pub fn depths(entries: &[Entry]) -> BTreeMap<AttemptId, u8> {
    let mut depths = BTreeMap::new();
    for entry in entries {
        if let Some(link) = &entry.attempt.link {
            let deepest = depths.entry(link.first.clone()).or_insert(0);
            *deepest = link.depth.max(*deepest);
        }
    }
    depths
}

/// The order of attempts, newest first: by the instant, whatever the clock on the wall said; those of one
/// instant by their names.
pub fn newest_first(one: &Attempt, other: &Attempt) -> Ordering {
    let key = |attempt: &Attempt| attempt.created.timestamp();
    (key(other), &other.id).cmp(&(key(one), &one.id))
}

/// Where an attempt belongs among entries sorted newest first.
pub fn place_for(entries: &[Entry], attempt: &Attempt) -> usize {
    entries.partition_point(|entry| newest_first(&entry.attempt, attempt) == Ordering::Less)
}

/// Where an attempt is among entries sorted newest first. Its name begins with the time on the wall, and
/// so tells its instant to about a day; one that does not is looked for everywhere.
pub fn position(entries: &[Entry], id: &AttemptId) -> Option<usize> {
    let is_it = |entry: &Entry| entry.attempt.id == *id;
    let near = |hours| {
        let limit = id
            .wall_clock()?
            .checked_sub(SignedDuration::from_hours(hours))
            .ok()?;
        let later = |entry: &Entry| entry.attempt.created.timestamp() > limit;
        Some(entries.partition_point(later))
    };
    let found = || {
        let (from, to) = (near(FURTHEST_WEST)?, near(FURTHEST_EAST + 1)?);
        let there = entries.get(from..to)?.iter().position(is_it)?;
        Some(from + there)
    };
    found().or_else(|| entries.iter().position(is_it))
}

/// Hours by which the time on the wall may differ from UTC.
const FURTHEST_WEST: i64 = -13;
const FURTHEST_EAST: i64 = 15;

/// Those of the attempts, newest first, that may belong to what one of them began: down to that one, and a
/// day further, because a clock may have been set back meanwhile.
pub fn since<'a>(
    attempts: impl Iterator<Item = &'a Attempt>,
    first: &AttemptId,
) -> impl Iterator<Item = &'a Attempt> {
    let mut limit = None;
    attempts.take_while(move |attempt| {
        if attempt.id == *first {
            limit = Some(a_day_before(&attempt.created));
        }
        limit.is_none_or(|limit| attempt.created.timestamp() >= limit)
    })
}

/// As far as a clock is set back, at most.
pub fn a_day_before(moment: &Zoned) -> Timestamp {
    let day = SignedDuration::from_hours(24);
    moment
        .timestamp()
        .checked_sub(day)
        .unwrap_or(Timestamp::MIN)
}

#[cfg(test)]
mod tests;
