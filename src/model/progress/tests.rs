//! Progress from made-up attempts and runs. Not here: single parts, which test themselves.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan as _;
use proptest::prelude::*;

use super::*;
use crate::model::attempt::{AskedQuestion, AttemptId, RepeatOf, Round};
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::language::{Bilingual, LanguagePlan};
use crate::model::mark::{CueBy, Mark};
use crate::model::sound::Levels;
use crate::model::speech::{Span, Speech};
use crate::model::take::{Take, TakeState};
use crate::model::timeline::Entry;

/// Frames are milliseconds.
const RATE_HZ: u32 = 44_100;
const CUE_SECS: f64 = 40.0;

pub(super) fn frame(secs: f64) -> u64 {
    (secs * f64::from(RATE_HZ)).round() as u64
}

/// The attempt of a day: 80 s long, with a cue at 40 s if the plan switches.
pub(super) fn attempt(day: i64, plan: LanguagePlan) -> Attempt {
    let created = jiff::civil::date(2026, 6, 1)
        .at(9, 0, 0, 0)
        .in_tz("Asia/Seoul")
        .unwrap()
        + day.days();
    Attempt {
        take: Take {
            state: TakeState::Complete,
            sample_rate_hz: RATE_HZ,
            frames: frame(80.0),
            peak_dbfs: Some(-9.0),
            ..Take::planned()
        },
        marks: plan
            .switch_to()
            .map(|to| {
                Mark::new(
                    frame(CUE_SECS),
                    MarkKind::Cue {
                        to,
                        by: CueBy::Drill,
                    },
                )
            })
            .into_iter()
            .collect(),
        ..Attempt::planned(
            AttemptId::new(&created, "q", day as u16),
            created,
            AskedQuestion {
                id: "q".into(),
                pack: "p".into(),
                principles: vec![],
                text: Bilingual::default(),
            },
            plan,
        )
    }
}

/// Runs in seconds.
pub(super) fn speech(runs: &[(f64, f64)]) -> Arc<Speech> {
    let runs: Vec<Span> = runs
        .iter()
        .map(|(from, to)| Span::new(frame(*from), frame(*to)))
        .collect();
    Arc::new(Speech {
        version: 3,
        sample_rate_hz: RATE_HZ,
        start_frame: 0,
        frames: frame(80.0),
        noise_dbfs: -60.0,
        threshold_dbfs: -50.0,
        nuclei: vec![],
        runs,
    })
}

/// A voice from `start` to 39.5 s, and from so long after the cue to the end.
fn switched(start: f64, latency: f64) -> Arc<Speech> {
    speech(&[
        (start, 20.0),
        (21.0, CUE_SECS - 0.5),
        (CUE_SECS + latency, 60.0),
        (61.0, 79.0),
    ])
}

pub(super) fn progress(takes: Vec<(Attempt, Option<Arc<Speech>>)>) -> Progress {
    let mut speech = BTreeMap::new();
    let mut entries = Vec::new();
    for (attempt, heard) in takes {
        speech.insert(attempt.id.clone(), heard);
        entries.push(Entry::new(Arc::new(attempt)));
    }
    entries.sort_by(|a, b| b.attempt.id.cmp(&a.attempt.id));
    let mut ledger = Ledger::default();
    while !ledger.refresh(&entries, &speech) {}
    ledger.progress().clone()
}

fn line(to: Language, way: SwitchKind) -> SwitchSeries {
    SwitchSeries { to, way }
}

pub(super) fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-3
}

const SUDDEN: SwitchSeries = SwitchSeries {
    to: Language::English,
    way: SwitchKind::Sudden,
};

#[test]
fn a_switch_counts_from_its_cue_and_the_mark_of_the_person_wins() {
    let mut marked = attempt(1, LanguagePlan::KoreanToEnglish);
    marked
        .marks
        .push(Mark::new(frame(CUE_SECS + 3.0), MarkKind::FirstWord));
    let mut not_heard = marked.clone();
    not_heard.id = attempt(2, LanguagePlan::Korean).id;
    let found = progress(vec![
        (
            attempt(0, LanguagePlan::KoreanToEnglish),
            Some(switched(1.0, 2.0)),
        ),
        (marked, Some(switched(1.0, 2.0))),
        (not_heard, None),
        (
            attempt(3, LanguagePlan::EnglishToKorean),
            Some(switched(1.0, 1.5)),
        ),
        (
            attempt(4, LanguagePlan::EnglishToKorean),
            Some(speech(&[(1.0, 39.0)])),
        ),
    ]);
    let english: Vec<(f64, bool)> = found.switches[&SUDDEN]
        .takes
        .iter()
        .map(|take| ((take.figure * 1e3).round() / 1e3, take.confirmed))
        .collect();
    assert_eq!(english, [(2.0, false), (3.0, true), (3.0, true)]);
    let korean = line(Language::Korean, SwitchKind::Sudden);
    assert_eq!(found.switches[&korean].takes.len(), 1);
    assert_eq!(found.unclear.get(&korean), Some(&1));
    assert_eq!((found.takes, found.unheard, found.left_out), (5, 1, 0));
}

#[test]
fn ways_of_switching_are_never_mixed() {
    let plan = LanguagePlan::KoreanToEnglish;
    let mut by_hand = attempt(1, plan);
    by_hand.marks[0].kind = MarkKind::Cue {
        to: Language::English,
        by: CueBy::Hand,
    };
    let mut announced = attempt(2, plan);
    announced.marks.push(Mark::new(
        frame(10.0),
        MarkKind::Announced {
            to: Language::English,
        },
    ));
    let round = |day, kind| {
        let mut take = attempt(day, plan);
        take.round = Some(Round {
            first: take.id.clone(),
            number: 1,
            of: 10,
            kind,
        });
        take
    };
    let takes = [
        attempt(0, plan),
        by_hand,
        announced,
        round(3, RoundKind::Rescue),
        round(4, RoundKind::Answers),
    ];
    let found = progress(takes.map(|take| (take, Some(switched(1.0, 2.0)))).to_vec());
    let counts =
        SwitchKind::ALL.map(|way| found.switches[&line(Language::English, way)].takes.len());
    assert_eq!(counts, [2, 2, 1]);
    // A rescue line is a sentence known by heart: it says nothing of a start or of fluency.
    assert_eq!(found.korean.starts, 4);
    assert_eq!(
        found.english.fluency.unwrap().phonation_ratio.takes.len(),
        4
    );
}

#[test]
fn what_cannot_be_trusted_or_compared_is_left_out_and_counted() {
    let mut noisy = attempt(0, LanguagePlan::KoreanToEnglish);
    noisy.take.levels = Some(Levels {
        noise_dbfs: -30.0,
        speech_dbfs: -27.0,
        clipped_frames: 0,
    });
    let mut empty = attempt(1, LanguagePlan::Korean);
    empty.take.state = TakeState::Empty;
    let mut old = Arc::unwrap_or_clone(switched(1.0, 2.0));
    old.version = 2;
    let found = progress(vec![
        (noisy, Some(switched(1.0, 9.0))),
        (empty, None),
        (
            attempt(2, LanguagePlan::KoreanToEnglish),
            Some(Arc::new(old)),
        ),
        (
            attempt(3, LanguagePlan::KoreanToEnglish),
            Some(switched(1.0, 2.0)),
        ),
    ]);
    assert_eq!((found.takes, found.unheard, found.left_out), (2, 1, 1));
    assert_eq!(found.switches[&SUDDEN].takes.len(), 1);
    assert_eq!(found.unclear, BTreeMap::new());
}

#[test]
fn the_cost_of_a_switch_needs_five_of_each() {
    let takes = |switches: i64, starts: i64| {
        let switch = (0..switches).map(|day| {
            let heard = switched(1.0, 2.0 + day as f64 * 0.1);
            (attempt(day, LanguagePlan::KoreanToEnglish), Some(heard))
        });
        let english = (100..100 + starts).map(|day| {
            let heard = speech(&[(0.8, 30.0), (31.0, 70.0)]);
            (attempt(day, LanguagePlan::English), Some(heard))
        });
        progress(switch.chain(english).collect())
    };
    for (switches, starts, known) in [(4, 5, false), (5, 4, false), (5, 5, true)] {
        let found = takes(switches, starts);
        assert_eq!(found.english.cost.is_some(), known, "{switches} {starts}");
        assert_eq!(found.english.start.is_some(), starts >= 5);
        assert_eq!(found.korean.start.is_some(), switches >= 5);
    }
    let cost = takes(5, 5).english.cost.unwrap();
    assert!(close(cost.secs(), 2.2 - 0.8), "{cost:?}");
    // What is said again is no free start.
    let mut again = attempt(1, LanguagePlan::English);
    again.follows = Some(RepeatOf {
        id: attempt(0, LanguagePlan::Korean).id,
        what: RepeatScope::Whole,
    });
    let found = progress(vec![(again, Some(speech(&[(0.8, 30.0)])))]);
    assert_eq!(found.english.starts, 0);
}

#[test]
fn a_language_is_followed_where_it_is_spoken_most_and_nowhere_else() {
    let after = (0..4).map(|day| {
        let heard = switched(1.0, 2.0);
        (attempt(day, LanguagePlan::KoreanToEnglish), Some(heard))
    });
    let alone = (10..13).map(|day| {
        let heard = speech(&[(1.0, 70.0)]);
        (attempt(day, LanguagePlan::English), Some(heard))
    });
    let found = progress(after.chain(alone).collect());
    let english = found.english.fluency.unwrap();
    assert_eq!(english.setting, Setting::AfterSwitch);
    assert_eq!(english.phonation_ratio.takes.len(), 4);
    let ratio = english.phonation_ratio.takes[0].figure;
    assert!(close(ratio, 36.0 / 37.0), "{ratio}");
    let korean = found.korean.fluency.unwrap();
    assert_eq!(korean.setting, Setting::FromTheStart);
    assert!(close(korean.mean_run_secs.takes[0].figure, 37.5 / 2.0));
}

#[test]
fn causes_of_pauses_are_counted_by_language() {
    let mut take = attempt(0, LanguagePlan::KoreanToEnglish);
    for (secs, cause) in [
        (5.0, PauseCause::Content),
        (45.0, PauseCause::Word),
        (50.0, PauseCause::Grammar),
        (55.0, PauseCause::Grammar),
    ] {
        take.marks
            .push(Mark::new(frame(secs), MarkKind::Pause(cause)));
    }
    let found = progress(vec![(take, None)]);
    assert_eq!(found.korean.causes, [(PauseCause::Content, 1)]);
    assert_eq!(
        found.english.causes,
        [(PauseCause::Grammar, 2), (PauseCause::Word, 1)]
    );
    assert!(!found.is_empty() && progress(vec![]).is_empty());
}

#[test]
fn a_ledger_takes_in_what_changed_step_by_step() {
    let count = STEP + 20;
    let attempts: Vec<Attempt> = (0_i64..)
        .take(count)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .map(|day| attempt(day, LanguagePlan::KoreanToEnglish))
        .collect();
    let mut entries: Vec<Entry> = attempts
        .iter()
        .map(|one| Entry::new(Arc::new(one.clone())))
        .collect();
    let mut heard: BTreeMap<AttemptId, Option<Arc<Speech>>> = BTreeMap::new();
    let mut ledger = Ledger::default();
    assert!(!ledger.refresh(&entries, &heard), "more than one step");
    assert!(ledger.refresh(&entries, &heard));
    assert_eq!(ledger.progress().unheard, count);
    for one in attempts.iter().take(30) {
        heard.insert(one.id.clone(), Some(switched(1.0, 2.0)));
    }
    assert!(ledger.refresh(&entries, &heard));
    assert_eq!(ledger.progress().switches[&SUDDEN].takes.len(), 30);
    entries.remove(0);
    assert!(ledger.refresh(&entries, &heard));
    assert_eq!(ledger.progress().switches[&SUDDEN].takes.len(), 29);
    assert_eq!(ledger.progress().unheard, count - 30);
}

proptest! {
    #[test]
    fn nothing_is_lost_counted_twice_or_shown_too_early(
        takes in prop::collection::vec((0..4_usize, 0.3_f64..8.0, any::<bool>()), 0..40),
    ) {
        let listened = takes.iter().filter(|(_, _, heard)| *heard).count();
        let count = takes.len();
        let made = takes.into_iter().zip(0_i64..).map(|((plan, latency, heard), day)| {
            (attempt(day, LanguagePlan::ALL[plan]), heard.then(|| switched(1.0, latency)))
        });
        let found = progress(made.collect());
        prop_assert_eq!(found.takes, count);
        prop_assert_eq!(found.unheard, count - listened);
        prop_assert_eq!(found.korean.starts + found.english.starts, listened);
        for trend in found.switches.values() {
            let weeks: usize = trend.weeks.iter().map(|week| week.summary.count).sum();
            prop_assert_eq!(weeks, trend.takes.len());
            prop_assert_eq!(trend.usual.is_some(), trend.takes.len() >= USUAL_FROM);
            prop_assert!(trend.takes.windows(2).all(|pair| pair[0].at <= pair[1].at));
        }
        for own in [&found.korean, &found.english] {
            prop_assert_eq!(own.start.is_some(), own.starts >= USUAL_FROM);
        }
    }
}
