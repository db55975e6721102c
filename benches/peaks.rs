//! How fast an hour of sound becomes a waveform, and a part of three hours a picture. Targets: an hour at
//! 48 kHz from disk in less than 0.1 s, from the cache in less than 20 ms, the columns of a frame in less
//! than 4 ms.

#![allow(clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use retake::analysis::peaks::{PEAKS_PER_SEC, PeakBuilder};
use retake::audio::take_file::{RealDisks, TakeFile};
use retake::audio::wav::{peaks_of, samples_of};
use retake::library::cache_file::SourceStamp;
use retake::library::open::Library;
use retake::model::attempt::AttemptId;
use retake::model::peaks::{Excerpt, Peak, Peaks};
use retake::ui::widgets::wave_shape::columns;

const RATE: u32 = 48_000;
/// Width of a waveform on a wide screen of twice the usual density.
const PIXELS: usize = 2_200;
const HOUR: usize = RATE as usize * 3_600;

fn hour() -> Vec<i16> {
    let mut sample = 0_i16;
    std::iter::repeat_with(|| {
        sample = sample.wrapping_mul(31).wrapping_add(7_919);
        sample
    })
    .take(HOUR)
    .collect()
}

fn peaks(criterion: &mut Criterion) {
    let samples = hour();
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("hour.wav");
    let mut file = TakeFile::create(&wav, RATE, &RealDisks).unwrap();
    file.append(&samples).unwrap();
    file.finish().unwrap();

    let mut group = criterion.benchmark_group("peaks of an hour");
    group.throughput(Throughput::Elements(HOUR as u64));
    group.sample_size(10);
    group.bench_function("from memory", |bencher| {
        bencher.iter(|| {
            let mut builder = PeakBuilder::new(RATE, PEAKS_PER_SEC);
            builder.push(black_box(&samples));
            builder.finish()
        });
    });
    group.bench_function("from a file", |bencher| {
        bencher.iter(|| peaks_of(black_box(&wav), None).unwrap());
    });
    group.finish();
    pictures(criterion, &wav);
}

/// Columns of a window of 2,200 pixels, as they are looked up in each frame while it is zoomed.
fn pictures(criterion: &mut Criterion, wav: &Path) {
    let mut group = criterion.benchmark_group("picture");
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    let id = AttemptId::parse("2026-11-21_120522_dive-deep-03_0000").unwrap();
    let stamp = SourceStamp::of(wav).unwrap();
    let hour = peaks_of(wav, None).unwrap();
    library.cache_peaks(&id, stamp, &hour).unwrap();
    group.bench_function("an hour from the cache", |bencher| {
        bencher.iter(|| {
            let peaks = library.cached_peaks(&id, stamp).unwrap();
            columns(&peaks, None, &(0..peaks.frames), PIXELS)
        });
    });
    let one = Peak {
        min: -900,
        max: 900,
    };
    let frames = 3 * HOUR as u64;
    let long = Peaks::new(480, frames, RATE, vec![one; 3 * HOUR / 480]);
    for (name, range) in [
        ("three hours", 0..frames),
        (
            "forty minutes of three hours",
            frames / 3 + 7..frames / 3 + frames / 5,
        ),
    ] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| columns(&long, None, black_box(&range), PIXELS));
        });
    }
    let near = 100 * u64::from(RATE)..130 * u64::from(RATE);
    let around = 70 * u64::from(RATE)..160 * u64::from(RATE);
    group.bench_function("samples around thirty seconds from a file", |bencher| {
        bencher.iter(|| samples_of(wav, None, black_box(&around)).unwrap());
    });
    let excerpt = Excerpt {
        samples: samples_of(wav, None, &around).unwrap(),
        frames: around.clone(),
    };
    group.bench_function("thirty seconds from samples", |bencher| {
        bencher.iter(|| columns(&long, Some(&excerpt), black_box(&near), PIXELS));
    });
    group.finish();
}

criterion_group!(benches, peaks);
criterion_main!(benches);
