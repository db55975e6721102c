//! The callbacks of microphone and speaker under an allocator that aborts on every allocation and
//! every free: any buffer size, channel count, format and nonsense. Not here: what they compute.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::sync::Arc;

use assert_no_alloc::{AllocDisabler, assert_no_alloc};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use retake::audio::backend::{StreamDeath, StreamFormat, StreamHealth};
use retake::audio::capture::{CaptureCallback, CaptureFacts};
use retake::audio::playback::PlaybackCallback;
use retake::audio::playback_facts::{PlaybackFacts, Sound};

#[global_allocator]
static NO_ALLOCATION: AllocDisabler = AllocDisabler;

const CALLBACKS: usize = 10_000;
const LARGEST: usize = 65_536;

/// Mostly small, sometimes huge, sometimes empty or not a whole frame.
fn buffer_size(random: &mut ChaCha8Rng) -> usize {
    match random.next_u32() % 20 {
        0 => 0,
        1 => random.next_u32() as usize % LARGEST,
        _ => random.next_u32() as usize % 1_500,
    }
}

#[test]
fn the_microphone_callback_never_allocates() {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let nonsense = [
        f32::NAN,
        f32::INFINITY,
        f32::NEG_INFINITY,
        3.0e38,
        0.0,
        -0.0,
    ];
    let samples: Vec<f32> = (0..LARGEST)
        .map(|index| match index % 50 {
            0 => nonsense[index / 50 % nonsense.len()],
            _ => random.next_u32() as f32 / u32::MAX as f32 * 2.2 - 1.1,
        })
        .collect();
    let integers: Vec<i32> = samples.iter().map(|value| (value * 3.0e9) as i32).collect();
    for channels in 1..=8 {
        let facts = Arc::new(CaptureFacts::default());
        // Small enough to overflow again and again.
        let (mut callback, mut ring) = CaptureCallback::new(channels, 4_800, Arc::clone(&facts));
        for round in 0..CALLBACKS / 8 {
            let size = buffer_size(&mut random);
            assert_no_alloc(|| match round % 3 {
                0 => callback.on_input(&integers[..size]),
                _ => callback.on_input(&samples[..size]),
            });
            if round % 7 == 0 {
                ring.read_chunk(ring.slots()).unwrap().commit_all();
            }
        }
        assert!(facts.lost_frames() > 0 && facts.captured_frames() > facts.lost_frames());
    }
}

#[test]
fn the_speaker_callback_never_allocates() {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let mut floats = vec![0.0_f32; LARGEST];
    let mut integers = vec![0_i16; LARGEST];
    for channels in 1..=8 {
        let facts = Arc::new(PlaybackFacts::default());
        let format = StreamFormat {
            sample_rate_hz: 48_000,
            channels,
        };
        let (mut callback, mut ring) = PlaybackCallback::new(format, 9_600, Arc::clone(&facts));
        let mut generation = 0;
        for round in 0..CALLBACKS / 8 {
            match random.next_u32() % 40 {
                0 => {
                    generation += 1;
                    ring.push(Sound::start(generation)).ok();
                    facts.want(generation);
                }
                1 => drop(ring.push(Sound::end())),
                2 => facts.set_playing(false),
                3 => facts.set_volume(f32::NAN),
                4 => facts.set_volume(0.7),
                _ => facts.set_playing(true),
            }
            for _ in 0..random.next_u32() % 3_000 {
                ring.push(Sound::sample(0.3)).ok();
            }
            let size = buffer_size(&mut random);
            let latency = [0.01, f32::NAN, -5.0, f32::INFINITY][round % 4];
            assert_no_alloc(|| match round % 2 {
                0 => callback.on_output(&mut floats[..size], latency),
                _ => callback.on_output(&mut integers[..size], latency),
            });
            assert!(floats.iter().all(|value| value.abs() <= 1.0));
        }
    }
}

#[test]
fn a_flood_of_errors_never_allocates() {
    let health = StreamHealth::default();
    assert_no_alloc(|| {
        for _ in 0..1_000_000 {
            health.died(StreamDeath::Failed);
            health.hiccup();
        }
    });
    assert_eq!(health.hiccups(), 1_000_000);
}
