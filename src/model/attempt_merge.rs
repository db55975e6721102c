//! What becomes of an attempt that two programs changed. Not here: the rules for one value (`merge`).

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::model::attempt::Attempt;
use crate::model::mark::{Mark, MarkKind};
use crate::model::merge::{Merge, merge_fields};
use crate::model::rating::Rating;

impl Attempt {
    /// The attempt with the changes of both sides, and whether both changed the same differently; there
    /// ours counts. Ratings and marks are matched by what they are, never by their place in the list.
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, bool) {
        let mut merge = Merge::default();
        let marks = merge.each(&base.marks, &ours.marks, &theirs.marks, slot);
        let mut ratings = merge.each(&base.ratings, &ours.ratings, &theirs.ratings, sitting);
        if ratings != ours.ratings && ratings != theirs.ratings {
            ratings.sort_by_key(|rating| rating.at.timestamp());
        }
        // A stretch is heard in one way; those that now share a frame are told apart when they are heard.
        let mut mends = merge.each(&base.mends, &ours.mends, &theirs.mends, |mend| {
            (mend.span.start_frame, mend.span.end_frame)
        });
        mends.sort_by_key(|mend| mend.span.start_frame);
        let merged = merge_fields!(merge(base, ours, theirs) => Self {
            id, created, app_version, question, plan, think_secs, target_secs, drill, follows, round,
            link, session, retelling, story, take, trim, mend_of, notes, starred,
        } with {
            marks: marks,
            mends: mends,
            ratings: ratings,
            read_only: theirs.read_only,
        });
        (merged, merge.clash)
    }
}

/// What there can be only one of: one first word, one cause for the pause at a frame, and otherwise a mark
/// itself.
fn slot(mark: &Mark) -> (Option<u64>, Option<MarkKind>) {
    match mark.kind {
        MarkKind::FirstWord => (None, None),
        MarkKind::Pause(_) => (Some(mark.frame), None),
        kind => (Some(mark.frame), Some(kind)),
    }
}

/// Two sittings are the same when they ended at the same instant with the same scores.
fn sitting(rating: &Rating) -> (Timestamp, BTreeMap<String, u8>) {
    (rating.at.timestamp(), rating.scores.clone())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::model::attempt::{AskedQuestion, AttemptId};
    use crate::model::language::{Bilingual, LanguagePlan};
    use crate::model::mark::{FlagKind, PauseCause};

    fn attempt(notes: &str, marks: &[(u64, MarkKind)], ratings: &[(i64, u8)]) -> Attempt {
        let at = |secs| jiff::Timestamp::new(secs, 0).unwrap().in_tz("Asia/Seoul");
        let question = AskedQuestion {
            id: "q".into(),
            pack: "p".into(),
            principles: vec![],
            text: Bilingual::default(),
        };
        let id = AttemptId::parse("2026-11-21_120522_x_0001").unwrap();
        let mut attempt = Attempt::planned(id, at(0).unwrap(), question, LanguagePlan::Korean);
        attempt.notes = notes.to_owned();
        let marks = marks.iter();
        attempt.marks = marks
            .map(|(frame, kind)| Mark::new(*frame, *kind))
            .collect();
        let rating = |(secs, score): &(i64, u8)| Rating {
            at: at(*secs).unwrap(),
            scores: [("task".to_owned(), *score)].into(),
        };
        attempt.ratings = ratings.iter().map(rating).collect();
        attempt
    }

    fn ratings(attempt: &Attempt) -> Vec<(i64, u8)> {
        let ratings = attempt.ratings.iter();
        ratings
            .map(|it| (it.at.timestamp().as_second(), it.scores["task"]))
            .collect()
    }

    /// What the base, ours and theirs hold, what comes of it, and whether it is a clash.
    type Row<T> = (T, T, T, T, bool);

    #[test]
    fn ratings_are_matched_by_what_they_are() {
        let rows: [Row<&[(i64, u8)]>; 8] = [
            // Each added one: both are there, in the order of time.
            (
                &[(1, 3)],
                &[(1, 3), (9, 4)],
                &[(1, 3), (5, 2)],
                &[(1, 3), (5, 2), (9, 4)],
                false,
            ),
            // Two sittings at the same instant are two.
            (&[], &[(5, 4)], &[(5, 2)], &[(5, 4), (5, 2)], false),
            (&[], &[(5, 4)], &[(5, 4)], &[(5, 4)], false),
            // Removed on one side, left alone on the other.
            (
                &[(1, 3), (2, 3)],
                &[(2, 3)],
                &[(1, 3), (2, 3)],
                &[(2, 3)],
                false,
            ),
            (
                &[(1, 3), (2, 3)],
                &[(1, 3), (2, 3), (9, 1)],
                &[(2, 3)],
                &[(2, 3), (9, 1)],
                false,
            ),
            // The sitting under way was changed here and removed there: what was changed stays.
            (&[(1, 3)], &[(2, 5)], &[], &[(2, 5)], false),
            // Changed on both sides: nothing is lost.
            (&[(1, 3)], &[(2, 5)], &[(4, 1)], &[(2, 5), (4, 1)], false),
            (&[(1, 3)], &[], &[], &[], false),
        ];
        for (base, ours, theirs, expected, clash) in rows {
            let of = |list| attempt("", &[], list);
            let (merged, clashes) = Attempt::merge(&of(base), &of(ours), &of(theirs));
            assert_eq!(ratings(&merged), expected, "{base:?} {ours:?} {theirs:?}");
            assert_eq!(clashes, clash);
        }
    }

    #[test]
    fn marks_are_matched_by_what_they_are() {
        let (flag, first) = (MarkKind::Flag(FlagKind::Free), MarkKind::FirstWord);
        let (word, nerves) = (
            MarkKind::Pause(PauseCause::Word),
            MarkKind::Pause(PauseCause::Nerves),
        );
        let rows: [Row<&[(u64, MarkKind)]>; 6] = [
            (
                &[(1, flag)],
                &[(1, flag), (2, flag)],
                &[(1, flag), (7, flag)],
                &[(1, flag), (2, flag), (7, flag)],
                false,
            ),
            (
                &[(1, flag), (2, flag)],
                &[(2, flag)],
                &[(1, flag), (2, flag), (7, flag)],
                &[(2, flag), (7, flag)],
                false,
            ),
            // There is one first word: the one that was moved, and ours where both moved it.
            (
                &[(1, first)],
                &[(1, first), (5, flag)],
                &[(3, first)],
                &[(3, first), (5, flag)],
                false,
            ),
            (
                &[(1, first)],
                &[(2, first)],
                &[(3, first)],
                &[(2, first)],
                true,
            ),
            // And one cause for each pause.
            (
                &[(1, word)],
                &[(1, word), (5, flag)],
                &[(1, nerves)],
                &[(1, nerves), (5, flag)],
                false,
            ),
            (
                &[],
                &[(1, word)],
                &[(1, nerves), (2, nerves)],
                &[(1, word), (2, nerves)],
                true,
            ),
        ];
        for (base, ours, theirs, expected, clash) in rows {
            let of = |list| attempt("", list, &[]);
            let (merged, clashes) = Attempt::merge(&of(base), &of(ours), &of(theirs));
            assert_eq!(merged, of(expected));
            assert_eq!(clashes, clash, "{base:?} {ours:?} {theirs:?}");
        }
    }

    #[test]
    fn each_field_is_taken_from_who_changed_it() {
        for (base, ours, theirs, expected, clash) in [
            ("a", "a", "b", "b", false),
            ("a", "b", "a", "b", false),
            ("a", "b", "b", "b", false),
            ("a", "b", "c", "b", true),
        ] {
            let of = |notes| attempt(notes, &[], &[]);
            let mut theirs = of(theirs);
            theirs.starred = true;
            theirs.target_secs = 7;
            let (merged, clashes) = Attempt::merge(&of(base), &of(ours), &theirs);
            assert_eq!((merged.notes.as_str(), clashes), (expected, clash));
            assert!(merged.starred && merged.target_secs == 7);
        }
    }

    #[test]
    fn texts_of_flags_are_merged_and_a_moved_flag_loses_none() {
        let flag = |frame, text: &str| {
            let mut mark = Mark::new(frame, MarkKind::Flag(FlagKind::Stuck));
            text.clone_into(&mut mark.text);
            mark
        };
        let of = |marks: &[Mark]| Attempt {
            marks: marks.to_vec(),
            ..attempt("", &[], &[])
        };
        let rows: [Row<Vec<Mark>>; 5] = [
            (
                vec![flag(1, "")],
                vec![flag(1, "a")],
                vec![flag(1, "")],
                vec![flag(1, "a")],
                false,
            ),
            (
                vec![flag(1, "")],
                vec![flag(1, ""), flag(2, "")],
                vec![flag(1, "b")],
                vec![flag(1, "b"), flag(2, "")],
                false,
            ),
            // Both wrote something: ours counts, theirs is in the second version of the file.
            (
                vec![flag(1, "")],
                vec![flag(1, "a")],
                vec![flag(1, "b")],
                vec![flag(1, "a")],
                true,
            ),
            // Moved here and written on there: both.
            (
                vec![flag(1, "")],
                vec![flag(9, "")],
                vec![flag(1, "b")],
                vec![flag(9, ""), flag(1, "b")],
                false,
            ),
            (
                vec![flag(1, "a")],
                vec![],
                vec![flag(1, "a")],
                vec![],
                false,
            ),
        ];
        for (base, ours, theirs, expected, clash) in rows {
            let (merged, clashes) = Attempt::merge(&of(&base), &of(&ours), &of(&theirs));
            assert_eq!(
                (merged.marks, clashes),
                (expected, clash),
                "{ours:?} {theirs:?}"
            );
        }
    }

    fn marks() -> impl Strategy<Value = Vec<(u64, MarkKind)>> {
        let kinds = prop::sample::select(vec![
            MarkKind::Flag(FlagKind::Free),
            MarkKind::Flag(FlagKind::Good),
            MarkKind::Interruption,
            MarkKind::FirstWord,
            MarkKind::Pause(PauseCause::Word),
            MarkKind::Pause(PauseCause::Content),
        ]);
        let one_each = |list: Vec<(u64, MarkKind)>| {
            let mut seen = BTreeSet::new();
            let mark = |(frame, kind): &(u64, MarkKind)| Mark::new(*frame, *kind);
            list.into_iter()
                .filter(|it| seen.insert(slot(&mark(it))))
                .collect()
        };
        prop::collection::vec((0_u64..5, kinds), 0..6).prop_map(one_each)
    }

    prop_compose! {
        fn attempts()(
            notes in "[ab]?", marks in marks(), starred in any::<bool>(),
            ratings in prop::collection::btree_set((0_i64..5, 1_u8..3), 0..4),
        ) -> Attempt {
            let ratings: Vec<(i64, u8)> = ratings.into_iter().collect();
            Attempt { starred, ..attempt(&notes, &marks, &ratings) }
        }
    }

    /// All that is in an attempt, whatever its order.
    fn content(attempt: &Attempt) -> (String, bool, BTreeSet<Mark>, Vec<(i64, u8)>) {
        let mut ratings = ratings(attempt);
        ratings.sort_unstable();
        let marks = attempt.marks.iter().cloned().collect();
        (attempt.notes.clone(), attempt.starred, marks, ratings)
    }

    proptest! {
        #[test]
        fn nothing_that_only_one_side_changed_is_lost(
            base in attempts(), ours in attempts(), theirs in attempts(),
        ) {
            let (merged, clash) = Attempt::merge(&base, &ours, &theirs);
            for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
                if other.notes == base.notes {
                    prop_assert_eq!(&merged.notes, &one.notes);
                }
                if other.starred == base.starred {
                    prop_assert_eq!(merged.starred, one.starred);
                }
                for rating in &one.ratings {
                    let stays = !base.ratings.contains(rating) || other.ratings.contains(rating);
                    prop_assert_eq!(merged.ratings.contains(rating), stays);
                }
                for mark in &one.marks {
                    let taken = other.marks.iter().any(|it| it != mark && slot(it) == slot(mark));
                    let stays = !base.marks.contains(mark) || other.marks.contains(mark);
                    prop_assert!(taken || merged.marks.contains(mark) == stays);
                }
            }
            for rating in &merged.ratings {
                prop_assert!(ours.ratings.contains(rating) || theirs.ratings.contains(rating));
            }
            // Taken in and saved again, nothing changes; and either side comes to the same.
            prop_assert_eq!(Attempt::merge(&theirs, &merged, &theirs), (merged.clone(), false));
            prop_assert_eq!(Attempt::merge(&ours, &ours, &merged), (merged.clone(), false));
            let (mirrored, clashes) = Attempt::merge(&base, &theirs, &ours);
            prop_assert_eq!(clash, clashes);
            if !clash {
                prop_assert_eq!(content(&merged), content(&mirrored));
            }
            prop_assert_eq!(Attempt::merge(&base, &ours, &ours), (ours.clone(), false));
        }
    }
}
