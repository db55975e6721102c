//! What a second of recording costs: the callback, and the writer up to the system's file cache.
//! Both have a second for it; the callback should need less than a thousandth.

#![allow(clippy::unwrap_used, reason = "a bench fails by panicking")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use retake::audio::capture::{CaptureCallback, CaptureFacts};
use retake::audio::take_file::{RealDisks, TakeFile, part_of};
use retake::audio::writer::TakeWriter;

const RATE: usize = 48_000;
const BUFFER: usize = 960;

fn capture(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("capture");
    group.throughput(Throughput::Elements(BUFFER as u64));
    let stereo = vec![0.25_f32; BUFFER * 2];
    let facts = Arc::new(CaptureFacts::default());
    let (mut callback, mut ring) = CaptureCallback::new(2, RATE, facts);
    group.bench_function("one stereo buffer of 20 ms", |bencher| {
        bencher.iter(|| {
            callback.on_input(black_box(&stereo));
            ring.read_chunk(ring.slots()).unwrap().commit_all();
        });
    });
    group.finish();
}

fn writer(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let wav = folder.path().join("take.wav");
    let mono = vec![0.25_f32; RATE];
    let mut group = criterion.benchmark_group("writer");
    group.throughput(Throughput::Elements(RATE as u64));
    group.bench_function("one second, flushed", |bencher| {
        bencher.iter_batched_ref(
            || {
                std::fs::remove_file(part_of(&wav)).ok();
                let facts = Arc::new(CaptureFacts::default());
                let (mut callback, ring) = CaptureCallback::new(1, RATE * 2, Arc::clone(&facts));
                callback.on_input(&mono);
                let file = TakeFile::create(&wav, RATE as u32, &RealDisks).unwrap();
                TakeWriter::new(file, ring, facts, RATE as u32)
            },
            // Time for a flush and not yet for a sync, which would be the disk's figure.
            |writer| writer.step(Duration::from_millis(500)).unwrap(),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, capture, writer);
criterion_main!(benches);
