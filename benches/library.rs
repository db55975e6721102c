//! How long a library takes to open and read. Target: 10,000 attempts in half a second on two
//! cores, with the files in the system's cache.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench fails by panicking and documents nobody's API"
)]

use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use retake::library::attempt_file;
use retake::library::cache_file::SourceStamp;
use retake::library::open::Library;
use retake::model::attempt::{Attempt, AttemptId};
use retake::model::coverage::Coverage;
use retake::model::peaks::{Peak, Peaks};
use retake::model::story::{Story, StoryId};

const ATTEMPTS: u32 = 10_000;
const SAMPLE: &str = include_str!("../tests/fixtures/attempt-1.json");

/// Ten thousand answers that told a story.
fn told(sample: &Attempt) -> Vec<Attempt> {
    let mut attempt = sample.clone();
    attempt.story = StoryId::parse("story");
    vec![attempt; ATTEMPTS as usize]
}

fn library(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let sample = attempt_file::parse(SAMPLE).unwrap();
    for number in 0..ATTEMPTS {
        let mut attempt = sample.clone();
        let year = 2016 + number % 10;
        let id = format!("{year}-11-21_120522_dive-deep-03_{number:04x}");
        attempt.id = AttemptId::parse(&id).unwrap();
        let path = library.layout().attempt_file(&attempt.id);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // As the app writes it, but not synced ten thousand times.
        fs::write(&path, attempt_file::render(&attempt, None).unwrap()).unwrap();
        fs::write(path.with_file_name("answer.wav"), "RIFF").unwrap();
    }
    assert_eq!(library.scan().attempts.len(), ATTEMPTS as usize);

    let mut group = criterion.benchmark_group("library");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5));
    group.bench_function("scan of 10,000 attempts", |bench| {
        bench.iter(|| black_box(library.scan()).attempts.len());
    });
    group.bench_function("one attempt read", |bench| {
        bench.iter(|| attempt_file::parse(black_box(SAMPLE)).unwrap());
    });
    let mut attempt = sample.clone();
    attempt.id = AttemptId::parse("2016-11-21_120522_dive-deep-03_0000").unwrap();
    group.bench_function("one attempt saved", |bench| {
        bench.iter(|| library.save_attempt(black_box(&attempt)).unwrap());
    });
    let told = told(&sample);
    let story = Arc::new(Story::new(StoryId::parse("story").unwrap(), String::new()));
    group.bench_function("coverage of 10,000 attempts", |bench| {
        bench.iter(|| Coverage::new(black_box(std::slice::from_ref(&story)), told.iter()));
    });
    let one = Peak {
        min: -900,
        max: 900,
    };
    let peaks = Peaks::new(256, 5_760_000, 48_000, vec![one; 22_500]);
    let stamp = SourceStamp::of(&library.wav_path(&attempt)).unwrap();
    library.cache_peaks(&attempt.id, stamp, &peaks).unwrap();
    group.bench_function("cached peaks of two minutes", |bench| {
        bench.iter(|| library.cached_peaks(&attempt.id, stamp).unwrap());
    });
    group.finish();
}

criterion_group!(benches, library);
criterion_main!(benches);
