//! The same counted as plainly as it can be said, attempt by attempt: what is fast must not differ.

use super::*;
use crate::model::attempt::RepeatOf;
use crate::model::drill::RepeatScope;

/// How an attempt of the test differs from a plain answer.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Answer,
    Empty,
    FollowUp(u8),
    Round(RoundKind),
    ResultAgain,
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        6 => Just(Kind::Answer),
        1 => Just(Kind::Empty),
        2 => (1_u8..4).prop_map(Kind::FollowUp),
        1 => Just(Kind::Round(RoundKind::Answers)),
        1 => Just(Kind::Round(RoundKind::Rescue)),
        1 => Just(Kind::ResultAgain),
    ]
}

fn any_made() -> impl Strategy<Value = Attempt> {
    // Few questions, so that each has a history.
    let mean = prop::option::of(1_u8..=5);
    let rest = (any_kind(), any::<bool>(), 0_i64..3);
    (0_usize..3, 0_usize..4, 0_i64..40, mean, rest).prop_map(
        |(at, plan, days_ago, mean, (kind, cue, chain))| {
            let mut made = attempt(&format!("p{at}-a"), LanguagePlan::ALL[plan], days_ago, mean);
            let to = made.plan.start().other();
            made.marks = vec![Mark::new(
                1,
                MarkKind::Cue {
                    to,
                    by: CueBy::Drill,
                },
            )];
            made.marks.truncate(usize::from(cue));
            let first = AttemptId::new(&at_noon(chain), "p0-a", 0);
            match kind {
                Kind::Answer => {}
                Kind::Empty => made.take.frames = 0,
                Kind::FollowUp(depth) => {
                    let kind = FollowUpKind::Why;
                    made.link = Some(Link { first, depth, kind });
                }
                Kind::Round(kind) => {
                    let (number, of) = (1, 5);
                    made.round = Some(Round {
                        first,
                        number,
                        of,
                        kind,
                    });
                }
                Kind::ResultAgain => {
                    let what = RepeatScope::Result;
                    made.follows = Some(RepeatOf { id: first, what });
                }
            }
            made
        },
    )
}

fn at_noon(days_ago: i64) -> jiff::Zoned {
    at(days_ago) + 3_i64.hours()
}

/// What was said, newest first.
fn said(attempts: &[Attempt]) -> Vec<&Attempt> {
    attempts.iter().filter(|it| it.take.frames > 0).collect()
}

fn cue(attempt: &Attempt) -> Option<Language> {
    attempt.cue().map(|(_, to)| to)
}

/// Whether it answers its question in a language, whole.
fn answers(attempt: &Attempt, language: Language) -> bool {
    attempt.link.is_none()
        && attempt.round.is_none()
        && attempt.follows.is_none()
        && (attempt.plan.start() == language || cue(attempt) == Some(language))
}

/// Why a question is due, and how late.
fn due(
    attempts: &[Attempt],
    question: &str,
    language: Language,
    secs: f64,
) -> Option<(u8, i32, Reason)> {
    let since = |day: Date| days(day, TODAY);
    let mut of = said(attempts);
    of.retain(|it| it.question.id == question);
    let whole: Vec<_> = of.iter().filter(|it| answers(it, language)).collect();
    let mut rated: Vec<(Date, f32)> = whole
        .iter()
        .filter_map(|it| Some((it.created.date(), it.score()?)))
        .collect();
    rated.dedup_by_key(|(day, _)| *day);
    rated.reverse();
    let rescue = |it: &Attempt| {
        let round = it.round.as_ref();
        round.is_some_and(|round| round.kind == RoundKind::Rescue)
    };
    let switched = of
        .iter()
        .find(|it| it.link.is_none() && cue(it) == Some(language) && !rescue(it));
    let slow = switched
        .map(|it| (WEAK, since(it.created.date()), Reason::Restart { secs }))
        .filter(|(_, late, _)| *late > 0 && secs > SLOW_RESTART_SECS);
    if whole.first().map(|it| it.created.date()) == Some(TODAY) {
        return slow;
    }
    let due = Recall::new().due(&rated);
    let weak = rated.last().and_then(|(_, mean)| {
        let weak = (WEAK, since(due?), Reason::Rated { mean: *mean });
        (weak.1 >= 0 && *mean < WEAK_BELOW).then_some(weak)
    });
    let linked = |it: &Attempt| {
        let link = it.link.clone().filter(|_| it.plan.start() == language)?;
        Some((link, it.created.date(), it.score()))
    };
    let links: Vec<_> = of.iter().filter_map(|it| linked(it)).collect();
    let broke = links
        .iter()
        .filter(|(link, ..)| link.first == links[0].0.first)
        .filter(|(_, _, mean)| mean.is_some_and(|mean| mean < WEAK_BELOW))
        .min_by_key(|(link, ..)| link.depth)
        .map(|(link, day, _)| {
            let depth = link.depth;
            (WEAK, since(*day), Reason::ChainBroke { depth })
        })
        .filter(|(_, late, _)| *late > 0);
    if let Some(weak) = slow.or(weak).or(broke) {
        return Some(weak);
    }
    let last = since(whole.first()?.created.date());
    let ago = last.unsigned_abs();
    let found = if let Some(due) = due {
        (AGAIN, since(due), Reason::Due { days: ago })
    } else {
        let late = last - UNRATED_DAYS.cast_signed();
        (AGAIN, late, Reason::NotHeard { days: ago })
    };
    Some(found).filter(|(_, late, _)| *late >= 0)
}

/// The latest answer for a principle in a language, and its latest mean.
fn seen(attempts: &[Attempt], principle: Principle, language: Language) -> Option<Seen> {
    let mut of = said(attempts);
    of.retain(|it| answers(it, language) && it.question.principles.contains(&principle));
    Some(Seen {
        day: of.first()?.created.date(),
        mean: of.iter().find_map(|it| it.score()),
    })
}

proptest! {
    #[test]
    fn what_is_looked_up_once_is_what_is_counted_plainly(
        mut made in prop::collection::vec(any_made(), 0..60),
        secs in prop_oneof![Just(2.0), Just(4.2)],
    ) {
        made.sort_by(newest_first);
        let questions = questions();
        let wanted = Wanted {
            questions: &questions,
            role: None,
            languages: &[Korean, English],
            put_off: &BTreeSet::new(),
            today: TODAY,
            interview: None,
        };
        let records = Records::of(made.iter(), TODAY);
        let recall = Recall::new();
        let before: Vec<Attempt> = made
            .iter()
            .filter(|it| it.created.date() < TODAY)
            .cloned()
            .collect();
        for language in [Korean, English] {
            for question in &questions {
                let record = records.asked(&question.id, language);
                let fast = record.and_then(|it| wanted.due(it, &recall, |_| Some(secs)));
                let plain = due(&made, &question.id, language, secs);
                prop_assert_eq!(fast, plain, "{} {:?}", question.id, language);
            }
            for principle in Principle::ALL {
                let fast = records.seen.get(principle, language).copied();
                prop_assert_eq!(fast, seen(&made, principle, language));
                let fast = records.seen_before.get(principle, language).copied();
                prop_assert_eq!(fast, seen(&before, principle, language));
            }
        }
    }
}
