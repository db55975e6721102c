//! What is proposed, in which order, and why.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::prelude::*;

mod plain;

use super::*;
use crate::model::attempt::Link;
use crate::model::attempt::{AskedQuestion, AttemptId, Round};
use crate::model::drill::RoundKind;
use crate::model::mark::{CueBy, Mark, MarkKind};
use crate::model::question::FollowUpKind;
use crate::model::rating::Rating;
use crate::model::take::{Take, TakeState};
use Language::{English, Korean};

const TODAY: Date = jiff::civil::date(2026, 11, 21);

/// Two questions for each principle: `p0-a`, `p0-b`, …
fn questions() -> Vec<Question> {
    let of = |at: usize, which: &str| Question {
        id: format!("p{at}-{which}"),
        principles: vec![Principle::ALL[at]],
        ..Question::default()
    };
    (0..16).flat_map(|at| [of(at, "a"), of(at, "b")]).collect()
}

fn at(days_ago: i64) -> jiff::Zoned {
    let day = TODAY.checked_sub(days_ago.days()).unwrap();
    day.at(9, 0, 0, 0).in_tz("Asia/Seoul").unwrap()
}

/// Attempts of one moment in several languages are several.
fn salt(plan: LanguagePlan) -> u16 {
    let at = LanguagePlan::ALL.iter().position(|each| *each == plan);
    at.unwrap() as u16
}

fn attempt(question: &str, plan: LanguagePlan, days_ago: i64, mean: Option<u8>) -> Attempt {
    let created = at(days_ago);
    let asked = questions().into_iter().find(|it| it.id == question);
    let ratings = mean.map(|score| Rating {
        at: created.clone(),
        scores: BTreeMap::from([("task".to_owned(), score)]),
    });
    Attempt {
        take: Take {
            state: TakeState::Complete,
            frames: 1,
            sample_rate_hz: 48_000,
            ..Take::planned()
        },
        ratings: ratings.into_iter().collect(),
        ..Attempt::planned(
            AttemptId::new(&created, question, salt(plan)),
            created,
            AskedQuestion::from(&asked.unwrap()),
            plan,
        )
    }
}

fn of(attempts: &[Attempt], role: Option<&Role>, languages: &[Language]) -> Schedule {
    let questions = questions();
    let wanted = Wanted {
        questions: &questions,
        role,
        languages,
        put_off: &BTreeSet::new(),
        today: TODAY,
        interview: TODAY.checked_add(8.days()).ok(),
    };
    let mut newest: Vec<&Attempt> = attempts.iter().collect();
    newest.sort_by(|a, b| b.id.cmp(&a.id));
    let secs = |attempt: &Attempt| attempt.cue().map(|_| 4.2);
    Schedule::of(&wanted, newest.into_iter(), secs)
}

fn reason_of(schedule: &Schedule, question: &str, language: Language) -> Option<Reason> {
    let found = |item: &&Item| item.question == question && item.language == language;
    schedule.items.iter().find(found).map(|item| item.reason)
}

#[test]
fn a_new_library_asks_every_principle_in_every_language() {
    let schedule = of(&[], None, &[Korean, English]);
    assert_eq!(schedule.items.len(), 32);
    assert!(
        schedule
            .items
            .iter()
            .all(|item| item.reason == Reason::NeverAnswered)
    );
    assert_eq!((schedule.plan.gaps, schedule.plan.goal), (32, 4));
    let alone = of(&[], None, &[English]);
    assert_eq!(alone.items.len(), 16, "one language is enough for some");
    assert!(alone.items.iter().all(|item| item.language == English));
}

#[test]
fn what_the_role_asks_for_comes_first() {
    let role = Role {
        weights: vec![(Principle::DiveDeep, 5), (Principle::Ownership, 3)],
        ..Role::default()
    };
    let schedule = of(&[], Some(&role), &[Korean]);
    let first: Vec<_> = schedule.items.iter().map(|item| item.principle).collect();
    assert_eq!(
        first[..2],
        [Some(Principle::DiveDeep), Some(Principle::Ownership)]
    );
    assert_eq!(schedule.items.len(), 16, "the others are not hidden");
    assert_eq!(schedule.plan.gaps, 2, "but nobody has to get through them");
    assert_eq!(schedule.items[0].weight, 5);
}

#[test]
fn every_reason_is_told_by_what_happened() {
    let two = LanguagePlan::KoreanToEnglish;
    let ko = LanguagePlan::Korean;
    let cue = |days_ago| {
        let mut attempt = attempt("p0-a", two, days_ago, Some(5));
        let (to, by) = (English, CueBy::Drill);
        attempt.marks = vec![Mark::new(1, MarkKind::Cue { to, by })];
        attempt
    };
    let mut follow_up = attempt("p1-a", ko, 2, Some(2));
    follow_up.link = Some(Link {
        first: AttemptId::new(&at(3), "p1-a", salt(ko)),
        depth: 1,
        kind: FollowUpKind::Why,
    });
    let attempts = [
        cue(1),
        attempt("p1-a", ko, 3, Some(5)),
        follow_up,
        attempt("p2-a", ko, 2, Some(2)),
        attempt("p3-a", ko, 12, None),
        attempt("p4-a", ko, 20, Some(3)),
        attempt("p5-a", ko, 2, Some(5)),
        attempt("p6-a", ko, 0, Some(1)),
    ];
    let schedule = of(&attempts, None, &[Korean, English]);
    let of = |question| reason_of(&schedule, question, Korean);
    let switched = reason_of(&schedule, "p0-a", English);
    assert_eq!(switched, Some(Reason::Restart { secs: 4.2 }));
    assert_eq!(of("p1-a"), Some(Reason::ChainBroke { depth: 1 }));
    assert_eq!(of("p2-a"), Some(Reason::Rated { mean: 2.0 }));
    assert_eq!(of("p3-a"), Some(Reason::NotHeard { days: 12 }));
    assert_eq!(of("p4-a"), Some(Reason::Due { days: 20 }));
    assert_eq!(of("p5-a"), None, "rated well two days ago");
    assert_eq!(of("p6-a"), None, "answered today");
    let ranks: Vec<bool> = schedule
        .items
        .iter()
        .map(|item| item.reason == Reason::NeverAnswered)
        .collect();
    assert_eq!(ranks[..3], [false; 3], "what is weak and due comes first");
    let item = schedule.items.iter().find(|it| it.question == "p0-a");
    assert_eq!(
        item.unwrap().plan(),
        two,
        "a slow restart wants another switch"
    );
}

#[test]
fn of_what_is_due_the_latest_comes_first() {
    let all = || (0..16).map(|at| format!("p{at}-b"));
    // All are covered, so that nothing but what is due is left.
    let mut attempts: Vec<Attempt> = all()
        .map(|id| attempt(&id, LanguagePlan::Korean, 1, Some(5)))
        .collect();
    for (at, days_ago, mean) in [
        (1, 9, Some(5)),
        (2, 12, None),
        (3, 9, None),
        (4, 11, Some(5)),
        (5, 6, None),
        (6, 8, Some(5)),
        (7, 3, Some(2)),
        (8, 5, Some(1)),
    ] {
        let id = format!("p{at}-a");
        attempts.push(attempt(&id, LanguagePlan::Korean, days_ago, mean));
    }
    let items = of(&attempts, None, &[Korean]).items;
    let ids: Vec<&str> = items.iter().map(|item| item.question.as_str()).collect();
    // Weak ones first; then by how late they are: a top answer is due after 8 days, an unrated one
    // after 7.
    assert_eq!(
        ids,
        ["p8-a", "p7-a", "p2-a", "p4-a", "p3-a", "p1-a", "p6-a"]
    );
}

#[test]
fn what_is_no_answer_covers_nothing() {
    let mut round = attempt("p0-a", LanguagePlan::Korean, 1, None);
    round.round = Some(Round {
        first: round.id.clone(),
        number: 1,
        of: 10,
        kind: RoundKind::Answers,
    });
    let mut empty = attempt("p1-a", LanguagePlan::Korean, 1, None);
    empty.take.frames = 0;
    let schedule = of(&[round, empty], None, &[Korean]);
    assert_eq!(schedule.plan.gaps, 16);
}

#[test]
fn the_plan_of_a_day_stands_still_while_it_is_worked_off() {
    let before = of(&[], None, &[Korean, English]);
    let attempts = [
        attempt("p0-a", LanguagePlan::Korean, 0, None),
        attempt("p0-a", LanguagePlan::English, 0, Some(5)),
        attempt("p0-a", LanguagePlan::English, 0, Some(4)),
    ];
    let after = of(&attempts, None, &[Korean, English]);
    assert_eq!(after.plan.goal, before.plan.goal);
    assert_eq!((after.plan.done, after.done.len()), (2, 2));
    assert_eq!(after.plan.left(), before.plan.left() - 2);
}

#[test]
fn an_answer_in_both_languages_is_done_once_and_covers_both() {
    let mut both = attempt("p0-a", LanguagePlan::KoreanToEnglish, 0, None);
    let (to, by) = (English, CueBy::Drill);
    both.marks = vec![Mark::new(1, MarkKind::Cue { to, by })];
    let schedule = of(&[both], None, &[Korean, English]);
    assert_eq!((schedule.plan.done, schedule.done.len()), (1, 1));
    let left = schedule.items.iter();
    let left = left.filter(|item| item.principle == Some(Principle::ALL[0]));
    assert_eq!(left.count(), 0);
}

#[test]
fn a_principle_is_asked_with_the_question_that_was_answered_in_the_other_language() {
    let answered = attempt("p0-b", LanguagePlan::Korean, 1, Some(5));
    let schedule = of(&[answered], None, &[Korean, English]);
    let reason = reason_of(&schedule, "p0-b", English);
    assert_eq!(reason, Some(Reason::NeverAnswered));
    assert_eq!(reason_of(&schedule, "p0-a", English), None);
}

fn any_attempt() -> impl Strategy<Value = (usize, bool, usize, i64, Option<u8>)> {
    let mean = prop::option::of(1_u8..=5);
    (0_usize..16, any::<bool>(), 0_usize..4, 0_i64..60, mean)
}

proptest! {
    #[test]
    fn principles_are_mixed_and_nothing_comes_twice(
        made in prop::collection::vec(any_attempt(), 0..60),
        weights in prop::collection::vec(0_u8..=5, 16),
    ) {
        let attempts: Vec<Attempt> = made
            .into_iter()
            .map(|(at, a, plan, days_ago, mean)| {
                let question = format!("p{at}-{}", if a { "a" } else { "b" });
                attempt(&question, LanguagePlan::ALL[plan], days_ago, mean)
            })
            .collect();
        let role = Role {
            weights: Principle::ALL.into_iter().zip(weights).collect(),
            ..Role::default()
        };
        let items = of(&attempts, Some(&role), &[Korean, English]).items;
        for (index, item) in items.iter().enumerate() {
            let later = &items[index + 1..];
            let same = |other: &Item| {
                other.question == item.question && other.language == item.language
            };
            prop_assert!(!later.iter().any(same), "{item:?} comes twice");
            let Some(next) = later.first() else { continue };
            let other_left = later.iter().any(|it| it.principle != item.principle);
            prop_assert!(next.principle != item.principle || !other_left);
            // Within a principle: what is weak, then gaps, then what is due, the latest first.
            let rank = |item: &Item| match item.reason {
                Reason::Restart { .. } | Reason::Rated { .. } | Reason::ChainBroke { .. } => 0,
                Reason::NeverAnswered => 1,
                Reason::Due { .. } | Reason::NotHeard { .. } => 2,
            };
            let sibling = later.iter().find(|it| it.principle == item.principle);
            prop_assert!(sibling.is_none_or(|it| rank(item) <= rank(it)));
        }
    }
}
