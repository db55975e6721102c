//! How fast an hour of sound becomes a waveform. Target: an hour at 48 kHz from disk in less than
//! 0.2 s, a quarter of what `sox -n stat` takes for one pass over it.

#![allow(clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use retake::analysis::peaks::{PEAKS_PER_SEC, PeakBuilder};
use retake::audio::take_file::{RealDisks, TakeFile};
use retake::audio::wav::peaks_of;

const RATE: u32 = 48_000;
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
}

criterion_group!(benches, peaks);
criterion_main!(benches);
