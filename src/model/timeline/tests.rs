//! Tests of the list of attempts: its order, its days, what hangs below what.

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
