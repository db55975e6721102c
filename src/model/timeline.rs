//! The list of attempts as the timeline shows it: newest first, by day, filtered and searched.
//! Derived from the attempts; may be thrown away at any time.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

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

/// Where an attempt belongs among entries sorted newest first: `Ok` when it is there.
pub fn position(entries: &[Entry], id: &AttemptId) -> Result<usize, usize> {
    entries.binary_search_by(|entry| id.cmp(&entry.attempt.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::attempt::AskedQuestion;
    use crate::model::attempt::Link;
    use crate::model::language::{Bilingual, LanguagePlan};
    use crate::model::question::FollowUpKind;
    use proptest::prelude::*;

    /// An attempt made at an hour of a month, below the first one or not.
    fn entry(hour: u16, link: Option<(&AttemptId, u8)>) -> Entry {
        let hours = jiff::Span::new().hours(i64::from(hour));
        let begin = jiff::civil::date(2026, 11, 1).at(0, 0, 0, 0);
        let created = begin.in_tz("Asia/Seoul").unwrap().checked_add(hours);
        let created = created.unwrap();
        Entry::new(Arc::new(Attempt {
            link: link.map(|(first, depth)| Link {
                first: first.clone(),
                depth,
                kind: FollowUpKind::Why,
            }),
            ..Attempt::planned(
                AttemptId::new(&created, "q", hour),
                created,
                AskedQuestion {
                    id: "q".into(),
                    pack: "p".into(),
                    principles: vec![],
                    text: Bilingual::default(),
                },
                LanguagePlan::Korean,
            )
        }))
    }

    proptest! {
        #[test]
        fn each_attempt_has_one_row_below_its_own_day(
            hours in prop::collection::btree_set(0_u16..200, 1..40),
            firsts in prop::collection::vec(prop::option::of((any::<prop::sample::Index>(), 1_u8..5)), 40),
        ) {
            let mut entries: Vec<Entry> = Vec::new();
            for (hour, link) in hours.into_iter().zip(firsts) {
                let link = link.filter(|_| !entries.is_empty()).map(|(at, depth)| {
                    (at.get(&entries).attempt.chain().clone(), depth)
                });
                entries.push(entry(hour, link.as_ref().map(|(first, depth)| (first, *depth))));
            }
            entries.reverse();
            let rows = rows(&entries, &TimelineFilter::default());
            let mut seen: Vec<usize> = Vec::new();
            let mut day = None;
            for (at, row) in rows.iter().enumerate() {
                match row {
                    Row::Day(date, _) => {
                        prop_assert!(day.is_none_or(|before| before > *date));
                        day = Some(*date);
                    }
                    Row::Attempt(index) => {
                        let attempt = &entries[*index].attempt;
                        prop_assert_eq!(Some(attempt.created.date()), day);
                        seen.push(*index);
                        if hangs(&entries, &rows, at) {
                            prop_assert!(attempt.link.is_some());
                        }
                    }
                }
            }
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..entries.len()).collect::<Vec<_>>());
            let counted: usize = rows.iter().map(|row| match row {
                Row::Day(_, count) => *count,
                Row::Attempt(_) => 0,
            }).sum();
            prop_assert_eq!(counted, entries.len());
        }
    }

    #[test]
    fn follow_ups_of_the_same_day_hang_and_others_do_not() {
        let first = entry(9, None);
        let id = first.attempt.id.clone();
        let entries = vec![
            entry(30, Some((&id, 2))),
            entry(12, Some((&id, 1))),
            entry(11, None),
            first,
        ];
        let rows = rows(&entries, &TimelineFilter::default());
        let hanging: Vec<bool> = (0..rows.len())
            .map(|row| hangs(&entries, &rows, row))
            .collect();
        // Day, the late one; day, another answer, the first, what hangs below it.
        assert_eq!(hanging, [false, false, false, false, false, true]);
        assert_eq!(rows[5], Row::Attempt(1));
        assert_eq!(depths(&entries)[&id], 2);
    }
}
