//! The callbacks of microphone and speaker under an allocator that aborts on every allocation and
//! every free: any buffer size, channel count, format and nonsense. And their counting, which must be
//! exact, because nobody else sees what they drop. Not here: what they compute.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::hint::black_box;
use std::process::{Command, Stdio};
use std::sync::Arc;

use assert_no_alloc::{AllocDisabler, assert_no_alloc};
use cpal::{I24, U24};
use proptest::prelude::{any, prop, prop_assert_eq, proptest};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use retake::audio::backend::{StreamDeath, StreamFormat, StreamHealth};
use retake::audio::capture::{CaptureCallback, CaptureFacts, CaptureItem, Slot};
use retake::audio::playback::PlaybackCallback;
use retake::audio::playback_facts::{PlaybackFacts, PlaybackSlot};
use retake::audio::sample::DeviceSample;
use rtrb::Consumer;

#[global_allocator]
static NO_ALLOCATION: AllocDisabler = AllocDisabler;

const LARGEST: usize = 65_536;
/// Small enough to overflow again and again.
const RING_FRAMES: usize = 4_800;
const CHANNELS: std::ops::RangeInclusive<u16> = 1..=8;

/// Buffer lengths in samples: every small one, the neighbours of round ones, and the largest.
fn sizes() -> Vec<usize> {
    let near = [
        63, 127, 255, 441, 480, 511, 882, 1_023, 2_047, 2_400, 4_095, 4_800,
    ];
    let large = [8_191, 19_997, 32_768, 44_100, LARGEST - 1, LARGEST];
    (0..=17)
        .chain(near.into_iter().flat_map(|size| size..=size + 2))
        .chain(large)
        .collect()
}

/// A sample that a device might deliver: any bits, and any nonsense that the format knows.
trait AnySample: DeviceSample {
    fn any(bits: u64) -> Self;
}

macro_rules! any_integers {
    ($($integer:ty, $bits:ident;)*) => {$(
        impl AnySample for $integer {
            fn any(bits: u64) -> Self {
                match bits % 50 {
                    0 => Self::MIN,
                    1 => Self::MAX,
                    _ => Self::from_le_bytes((bits as $bits).to_le_bytes()),
                }
            }
        }
    )*};
}

any_integers! {
    i8, u8; i16, u16; i32, u32; i64, u64;
    u8, u8; u16, u16; u32, u32; u64, u64;
}

macro_rules! any_floats {
    ($($float:ty),*) => {$(
        impl AnySample for $float {
            fn any(bits: u64) -> Self {
                match bits % 50 {
                    0 => Self::NAN,
                    1 => -Self::NAN,
                    2 => Self::INFINITY,
                    3 => Self::NEG_INFINITY,
                    4 => Self::MAX,
                    5 => Self::MIN,
                    // The smallest subnormals, and one in the middle of them.
                    6 => Self::from_bits(1),
                    7 => -Self::from_bits(1),
                    8 => Self::MIN_POSITIVE / 3.0,
                    9 => -0.0,
                    10 => Self::from_bits(bits as _),
                    _ => ((bits >> 40) as f32 / 8_388_608.0 * 1.1 - 1.1).into(),
                }
            }
        }
    )*};
}

any_floats!(f32, f64);

impl AnySample for I24 {
    fn any(bits: u64) -> Self {
        Self::new(i32::any(bits) >> 8).unwrap()
    }
}

impl AnySample for U24 {
    fn any(bits: u64) -> Self {
        Self::new((u32::any(bits) >> 8).cast_signed()).unwrap()
    }
}

/// What PulseAudio delivers: bytes.
macro_rules! any_bytes {
    ($($of:ty: $bytes:literal),*) => {$(
        impl AnySample for [u8; $bytes] {
            fn any(bits: u64) -> Self {
                <$of>::any(bits).to_ne_bytes()
            }
        }
    )*};
}

any_bytes!(i16: 2, f32: 4);

fn any_samples<S: AnySample>(seed: u64) -> Vec<S> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    (0..LARGEST).map(|_| S::any(random.next_u64())).collect()
}

/// Runs a test for each format that a device may have, by the names that cpal gives them.
macro_rules! for_every_format {
    ($test:ident) => {
        $test::<i8>("I8");
        $test::<i16>("I16");
        $test::<I24>("I24");
        $test::<i32>("I32");
        $test::<i64>("I64");
        $test::<u8>("U8");
        $test::<u16>("U16");
        $test::<U24>("U24");
        $test::<u32>("U32");
        $test::<u64>("U64");
        $test::<f32>("F32");
        $test::<f64>("F64");
    };
}

/// What was found in the microphone's ring.
#[derive(Default)]
struct Found {
    samples: u64,
    lost: u64,
}

impl Found {
    fn drain(&mut self, ring: &mut Consumer<Slot>) {
        while let Ok(slot) = ring.pop() {
            match slot.meaning() {
                CaptureItem::Sample(_) => self.samples += 1,
                CaptureItem::Lost(frames) => self.lost += u64::from(frames),
            }
        }
    }
}

#[test]
fn the_microphone_never_allocates_and_counts_every_frame() {
    for_every_format!(microphone);
    microphone::<[u8; 2]>("bytes of I16");
    microphone::<[u8; 4]>("bytes of F32");
}

fn microphone<S: AnySample>(format: &str) {
    let samples: Vec<S> = any_samples(1);
    for channels in CHANNELS {
        let facts = Arc::new(CaptureFacts::default());
        let (mut callback, mut ring) =
            CaptureCallback::new(channels, RING_FRAMES, Arc::clone(&facts));
        let (mut frames, mut found) = (0, Found::default());
        for (round, size) in sizes().into_iter().enumerate() {
            let buffer = &samples[LARGEST - size..];
            assert_no_alloc(|| callback.on_input(buffer));
            frames += (size / usize::from(channels)) as u64;
            assert_eq!(
                facts.captured_frames(),
                frames,
                "{format} {channels} {size}"
            );
            if round % 3 == 0 {
                found.drain(&mut ring);
            }
        }
        // The next frame that fits brings what was not told yet.
        found.drain(&mut ring);
        assert_no_alloc(|| callback.on_input(&samples[..usize::from(channels)]));
        found.drain(&mut ring);
        assert_eq!(
            found.samples + found.lost,
            frames + 1,
            "{format} {channels}"
        );
        assert_eq!(found.lost, facts.lost_frames(), "{format} {channels}");
        assert!(found.samples > 0 && found.lost > 0);
    }
}

proptest! {
    /// Each frame carries its own number, so that a shift of the time axis by a single frame shows.
    #[test]
    fn what_is_lost_is_told_where_it_was_lost(
        channels in CHANNELS,
        ring_frames in 2_usize..600,
        steps in prop::collection::vec((0_usize..=3_000, any::<bool>()), 1..40),
    ) {
        let number = |frame: u64| (frame % 32_749) as i16;
        let facts = Arc::new(CaptureFacts::default());
        let (mut callback, mut ring) = CaptureCallback::new(channels, ring_frames, Arc::clone(&facts));
        let (mut captured, mut at) = (0_u64, 0_u64);
        // At the end one frame into an empty ring, which brings what was not told yet.
        let end = [(0, true), (usize::from(channels), true)];
        for (size, drained) in steps.into_iter().chain(end) {
            let frames = size / usize::from(channels);
            let buffer: Vec<i16> = (0..frames as u64)
                .flat_map(|frame| std::iter::repeat_n(number(captured + frame), usize::from(channels)))
                .collect();
            assert_no_alloc(|| callback.on_input(&buffer));
            captured += frames as u64;
            while drained && let Ok(slot) = ring.pop() {
                match slot.meaning() {
                    CaptureItem::Sample(sample) => {
                        prop_assert_eq!(sample, number(at));
                        at += 1;
                    }
                    CaptureItem::Lost(frames) => at += u64::from(frames),
                }
            }
        }
        prop_assert_eq!((at, facts.captured_frames()), (captured, captured));
    }
}

#[test]
fn the_speaker_never_allocates() {
    for_every_format!(speaker);
}

fn speaker<S: AnySample>(format: &str) {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let mut buffer: Vec<S> = any_samples(3);
    for channels in CHANNELS {
        let facts = Arc::new(PlaybackFacts::default());
        let device = StreamFormat {
            sample_rate_hz: 48_000,
            channels,
        };
        let (mut callback, mut ring) = PlaybackCallback::new(device, 9_600, Arc::clone(&facts));
        let mut generation = 0;
        for (round, size) in sizes().into_iter().cycle().take(70).enumerate() {
            match random.next_u32() % 20 {
                0 => {
                    generation += 1;
                    ring.push(PlaybackSlot::start(generation)).ok();
                    facts.want(generation);
                }
                1 => drop(ring.push(PlaybackSlot::end())),
                2 => facts.set_playing(false),
                3 => facts.set_volume(f32::NAN),
                4 => facts.set_volume(0.7),
                _ => facts.set_playing(true),
            }
            for _ in 0..random.next_u32() % 3_000 {
                ring.push(PlaybackSlot::sample(f32::any(random.next_u64())))
                    .ok();
            }
            let latency = [0.01, f32::NAN, -5.0, f32::INFINITY, f32::from_bits(1)][round % 5];
            let buffer = &mut buffer[LARGEST - size..];
            assert_no_alloc(|| callback.on_output(buffer, latency));
            assert!(
                buffer.iter().all(|sample| sample.to_unit().to_bits()
                    == sample.to_unit().to_bits()
                    && (-1.0..=1.0).contains(&sample.to_unit())),
                "{format} {channels} {size}"
            );
        }
    }
}

proptest! {
    /// Whatever does not come in time is silence of the same length, and each stretch of it counts once.
    #[test]
    fn every_late_stretch_is_counted_once(
        channels in CHANNELS,
        steps in prop::collection::vec((0_usize..900, 0_usize..900), 1..60),
    ) {
        let facts = Arc::new(PlaybackFacts::default());
        let device = StreamFormat { sample_rate_hz: 48_000, channels };
        let (mut callback, mut ring) = PlaybackCallback::new(device, LARGEST, Arc::clone(&facts));
        facts.set_volume(1.0);
        facts.set_playing(true);
        facts.want(1);
        ring.push(PlaybackSlot::start(1)).unwrap();
        let mut buffer = vec![0.0_f32; 900 * 8];
        let (mut queued, mut starved) = (0, false);
        let (mut played, mut late, mut silent, mut stretches) = (0, 0, 0, 0);
        for (pushed, wanted) in steps {
            for _ in 0..pushed {
                ring.push(PlaybackSlot::sample(0.5)).unwrap();
            }
            queued += pushed;
            let buffer = &mut buffer[..wanted * usize::from(channels)];
            assert_no_alloc(|| callback.on_output(buffer, 0.0));
            silent += buffer
                .chunks_exact(usize::from(channels))
                .filter(|frame| frame.iter().all(|sample| sample.abs() <= 0.0))
                .count();

            let came = queued.min(wanted);
            queued -= came;
            played += came;
            late += wanted - came;
            starved &= came == 0;
            if wanted > came && !starved {
                starved = true;
                stretches += 1;
            }
            prop_assert_eq!(facts.underruns(), stretches);
            prop_assert_eq!(facts.place().frames, played as u64);
            prop_assert_eq!(silent, late);
        }
    }
}

#[test]
fn a_flood_of_errors_never_allocates() {
    const FLOOD: u64 = 1_000_000;
    let deaths = [
        StreamDeath::ServerGone,
        StreamDeath::DeviceLost,
        StreamDeath::PermissionDenied,
        StreamDeath::DeviceBusy,
        StreamDeath::Failed,
    ];
    let health = StreamHealth::default();
    assert_no_alloc(|| {
        for round in 0..FLOOD {
            health.died(deaths[round as usize % deaths.len()]);
            health.hiccup();
            health.complain();
            black_box(health.death());
        }
    });
    assert_eq!((health.hiccups(), health.complaints()), (FLOOD, FLOOD));
    assert_eq!(health.death(), Some(StreamDeath::ServerGone));
}

/// What a child process does inside the guard.
const PROVOKE: &str = "RETAKE_TEST_PROVOKE";

/// The guard itself: all of the above is worth nothing with an allocator that only warns.
#[test]
fn an_allocation_in_a_callback_ends_the_process() {
    const NAME: &str = "an_allocation_in_a_callback_ends_the_process";
    if let Some(provocation) = std::env::var_os(PROVOKE) {
        provoke(&provocation.to_string_lossy());
        return;
    }
    for (provocation, survives) in [
        ("nothing", true),
        ("allocate", false),
        ("free", false),
        ("grow", false),
        ("format", false),
    ] {
        let status = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", NAME])
            .env(PROVOKE, provocation)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(status.success(), survives, "{provocation}: {status}");
    }
}

fn provoke(what: &str) {
    let facts = Arc::new(CaptureFacts::default());
    let (mut callback, _ring) = CaptureCallback::new(1, RING_FRAMES, facts);
    let (boxed, mut full) = (Box::new(1), vec![0_u8; 8]);
    full.shrink_to_fit();
    let mut boxed = Some(boxed);
    assert_no_alloc(|| {
        callback.on_input(&[0.5_f32; 64]);
        match what {
            "allocate" => drop(black_box(Vec::<u8>::with_capacity(16))),
            "free" => drop(black_box(boxed.take())),
            "grow" => full.push(black_box(1)),
            "format" => drop(black_box(format!("{}", full.len()))),
            _ => {}
        }
    });
}
