//! How long the queue of the day takes to make out of 10,000 attempts. Target: 5 ms; it is made again
//! only when an attempt, what was heard, the role or the day changes, and only while it is looked at.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a bench fails by panicking and documents nobody's API"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::ToSpan as _;
use retake::library::{attempt_file, builtin, packs, roles};
use retake::model::attempt::{AskedQuestion, Attempt, AttemptId};
use retake::model::language::{Language, LanguagePlan};
use retake::model::rating::Rating;
use retake::model::schedule::{Schedule, Wanted};

const ATTEMPTS: i64 = 10_000;
const SAMPLE: &str = include_str!("../tests/fixtures/attempt-1.json");

fn schedule(criterion: &mut Criterion) {
    let nowhere = std::path::Path::new("");
    let (packs, _) = packs::load_packs(builtin::PACKS, nowhere);
    let questions: Vec<_> = packs.into_iter().flat_map(|pack| pack.questions).collect();
    let (roles, _) = roles::load_roles(builtin::ROLES, nowhere);
    let sample = attempt_file::parse(SAMPLE).unwrap();
    let now = sample.created.clone();
    // Newest first, nine a day for three years; nine in ten are rated.
    let attempts: Vec<Attempt> = (0..ATTEMPTS)
        .map(|number| {
            let created = &now - (number * 160).minutes();
            let question = questions.get(number as usize % questions.len()).unwrap();
            let rating = (number % 10 > 0).then(|| Rating {
                at: created.clone(),
                scores: BTreeMap::from([("task".to_owned(), (number % 5 + 1) as u8)]),
            });
            Attempt {
                id: AttemptId::new(&created, &question.id, number as u16),
                question: AskedQuestion::from(question),
                plan: LanguagePlan::ALL[number as usize % 4],
                ratings: rating.into_iter().collect(),
                created,
                ..sample.clone()
            }
        })
        .collect();
    let wanted = Wanted {
        questions: &questions,
        role: roles.first(),
        languages: &[Language::Korean, Language::English],
        put_off: &BTreeSet::new(),
        today: now.date(),
        interview: None,
    };
    criterion.bench_function("schedule of 10,000 attempts", |bench| {
        bench.iter(|| {
            let attempts = black_box(&attempts).iter();
            Schedule::of(&wanted, attempts, |_| Some(4.2)).items.len()
        });
    });
}

criterion_group!(benches, schedule);
criterion_main!(benches);
