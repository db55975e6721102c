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

    /// An attempt that was begun at this moment.
    fn begun(moment: &str) -> Entry {
        let created: Zoned = moment.parse().unwrap();
        let id = AttemptId::new(&created, "q", 1);
        let attempt = Attempt::planned(
            id,
            created,
            entry(0, None).attempt.question.clone(),
            LanguagePlan::Korean,
        );
        Entry::new(Arc::new(attempt))
    }

    /// Seoul in the morning and Seattle in the evening before; the hour that comes twice; a clock that was
    /// set back from Auckland to Honolulu.
    const MOMENTS: [&str; 8] = [
        "2026-11-20T12:00:00-10:00[Pacific/Honolulu]",
        "2026-11-21T11:30:00+13:00[Pacific/Auckland]",
        "2026-11-20T20:00:00-08:00[America/Los_Angeles]",
        "2026-11-21T09:00:00+09:00[Asia/Seoul]",
        "2026-11-01T01:10:00-08:00[America/Los_Angeles]",
        "2026-11-01T01:50:00-07:00[America/Los_Angeles]",
        "2026-11-01T01:05:00-07:00[America/Los_Angeles]",
        "2026-11-01T00:55:00-07:00[America/Los_Angeles]",
    ];

    #[test]
    fn the_order_is_that_of_the_instants_and_each_day_as_it_was_lived() {
        let newest_to_oldest = [2, 3, 1, 0, 4, 5, 6, 7];
        let mut entries: Vec<Entry> = Vec::new();
        for moment in MOMENTS {
            let new = begun(moment);
            entries.insert(place_for(&entries, &new.attempt), new);
        }
        let order: Vec<AttemptId> = newest_to_oldest
            .map(|at| begun(MOMENTS[at]).attempt.id.clone())
            .into();
        let listed: Vec<AttemptId> = entries
            .iter()
            .map(|entry| entry.attempt.id.clone())
            .collect();
        assert_eq!(listed, order);
        let rows = rows(&entries, &TimelineFilter::default());
        let days = rows.iter().filter_map(|row| match row {
            Row::Day(date, count) => Some((date.day(), *count)),
            Row::Attempt(_) => None,
        });
        assert_eq!(
            days.collect::<Vec<_>>(),
            [(20, 1), (21, 2), (20, 1), (1, 4)]
        );
        for (at, id) in order.iter().enumerate() {
            assert_eq!(position(&entries, id), Some(at), "{id}");
        }
        assert_eq!(
            position(&entries, &AttemptId::parse("2026-none").unwrap()),
            None
        );
        // One whose name tells another time than its file.
        let mut attempt = Attempt::clone(&entries[3].attempt);
        attempt.id = AttemptId::parse("2019-01-01_000000_q_0001").unwrap();
        entries[3] = Entry::new(Arc::new(attempt.clone()));
        assert_eq!(position(&entries, &attempt.id), Some(3));
    }

    #[test]
    fn those_of_one_instant_are_ordered_by_name_and_a_clock_set_back_hides_none() {
        let one = begun(MOMENTS[3]);
        let mut other = Attempt::clone(&one.attempt);
        other.id = AttemptId::new(&other.created, "q", 2);
        assert_eq!(newest_first(&other, &one.attempt), Ordering::Less);
        let first = begun(MOMENTS[6]).attempt;
        let mut again = Attempt::clone(&begun(MOMENTS[7]).attempt);
        again.link = Some(Link {
            first: first.id.clone(),
            depth: 1,
            kind: FollowUpKind::Why,
        });
        // Its clock says that it was begun before what it follows.
        let chain = crate::model::chain::chain_of([&*first, &again].into_iter(), &first.id);
        assert_eq!(chain.len(), 2);
    }

    proptest! {
        #[test]
        fn each_attempt_is_found_whatever_the_zone(
            made in prop::collection::vec((0_i64..2_000_000, prop::sample::select(vec![
                "Pacific/Kiritimati", "Etc/GMT+12", "Asia/Seoul", "America/Los_Angeles", "UTC",
            ])), 1..40),
        ) {
            let mut entries: Vec<Entry> = Vec::new();
            for (secs, zone) in made {
                let moment = Timestamp::new(1_793_000_000 + secs, 0).unwrap().in_tz(zone).unwrap();
                let new = begun(&moment.to_string());
                if position(&entries, &new.attempt.id).is_none() {
                    entries.insert(place_for(&entries, &new.attempt), new);
                }
            }
            prop_assert!(entries.is_sorted_by(|a, b| newest_first(&a.attempt, &b.attempt).is_lt()));
            for (at, entry) in entries.iter().enumerate() {
                prop_assert_eq!(position(&entries, &entry.attempt.id), Some(at));
            }
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
