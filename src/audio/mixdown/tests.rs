//! Which channel is taken, how long the choice stands, and that nobody hears it change.

use super::*;

const RATE: usize = 48_000;

/// Noise that is the same in every run, of a peak of 1.
fn noise(seed: u32) -> impl Iterator<Item = f32> {
    let mut state = seed;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / f32::from(1_u16 << 15) / 256.0 - 1.0
    })
}

/// So many frames of channels that hear these, each with a gain.
fn frames(count: usize, channels: &[(u32, f32)]) -> Vec<f32> {
    let mut heard: Vec<_> = channels
        .iter()
        .map(|(seed, gain)| (noise(*seed), *gain))
        .collect();
    let mut all = Vec::new();
    for _ in 0..count {
        all.extend(
            heard
                .iter_mut()
                .map(|(noise, gain)| noise.next().unwrap_or_default() * *gain),
        );
    }
    all
}

/// Mixes buffers of a size.
fn mixed(mixdown: &mut Mixdown, sound: &[f32], buffer: usize) -> Vec<f32> {
    let channels = mixdown.channels;
    let mut all = Vec::new();
    for piece in sound.chunks(buffer * channels) {
        mixdown.look(piece);
        for frame in piece.chunks_exact(channels) {
            all.push(mixdown.next(frame));
        }
    }
    all
}

fn power(samples: &[f32]) -> f32 {
    samples.iter().map(|value| value * value).sum::<f32>() / samples.len() as f32
}

fn chosen(channels: &[(u32, f32)]) -> Mix {
    let mut mixdown = Mixdown::new(channels.len() as u16);
    mixed(&mut mixdown, &frames(RATE, channels), 2_400);
    assert!(mixdown.sure);
    mixdown.mix()
}

#[test]
fn the_mean_is_taken_where_it_costs_nothing_and_else_the_loudest_channel() {
    for (channels, mix) in [
        (&[(1, 0.3), (1, 0.3)][..], Mix::Mean),
        (&[(1, 0.3), (1, 0.2)], Mix::Mean),
        (&[(1, 0.3), (2, 0.3)], Mix::Mean),
        (&[(1, 0.3), (1, -0.3)], Mix::Channel(0)),
        (&[(1, 0.2), (1, -0.3)], Mix::Channel(1)),
        (&[(1, 0.3), (2, 0.0)], Mix::Channel(0)),
        (&[(1, 0.001), (2, 0.3)], Mix::Channel(1)),
    ] {
        assert_eq!(chosen(channels), mix, "{channels:?}");
    }
    assert_eq!(chosen(&[(1, 0.3); 8]), Mix::Mean);
    let mut one_of_eight = [(1, 0.0); 8];
    one_of_eight[5] = (1, 0.3);
    assert_eq!(chosen(&one_of_eight), Mix::Channel(5));
}

#[test]
fn of_opposite_phase_not_one_frame_is_lost_whatever_the_buffers() {
    let sound = frames(RATE, &[(1, 0.3), (1, -0.3)]);
    let wanted = power(&frames(RATE, &[(1, 0.3)]));
    let mut mixdown = Mixdown::new(2);
    let whole = mixed(&mut mixdown, &sound, 2_400);
    assert!(
        whole
            .iter()
            .zip(sound.chunks(2))
            .all(|(a, b)| (a - b[0]).abs() < 1e-6)
    );
    // A system that delivers single frames makes it wait for 5 ms, and then fade.
    let single = mixed(&mut Mixdown::new(2), &sound, 1);
    assert!((power(&single[2 * LEAST as usize..]) / wanted - 1.0).abs() < 0.02);
}

#[test]
fn equal_channels_are_mixed_bit_by_bit_as_one() {
    for count in [2_usize, 8] {
        let one: Vec<i16> = noise(7).take(RATE).map(to_i16).collect();
        let sound: Vec<i16> = one
            .iter()
            .flat_map(|sample| std::iter::repeat_n(*sample, count))
            .collect();
        let mut mixdown = Mixdown::new(count as u16);
        mixdown.look(&sound);
        let mixed: Vec<i16> = sound
            .chunks_exact(count)
            .map(|frame| to_i16(mixdown.next(frame)))
            .collect();
        assert!(mixed == one, "{count}");
    }
}

/// A bang beside the microphone in use, a cough, a pause: none of it moves what was chosen.
#[test]
fn a_choice_stands_and_changes_only_when_it_fell_silent_for_seconds() {
    let mut mixdown = Mixdown::new(2);
    mixed(&mut mixdown, &frames(RATE, &[(1, 0.3), (1, -0.3)]), 480);
    let mix = mixdown.mix();
    mixed(&mut mixdown, &frames(RATE, &[(1, 0.1), (2, 0.5)]), 480);
    mixed(&mut mixdown, &frames(2 * RATE, &[(1, 0.0), (2, 0.0)]), 480);
    mixed(&mut mixdown, &frames(4 * RATE, &[(1, 0.3), (2, 0.3)]), 480);
    assert_eq!((mix, mixdown.mix()), (Mix::Channel(0), Mix::Channel(0)));
    mixed(
        &mut mixdown,
        &frames(7 * RATE, &[(1, 0.001), (2, 0.3)]),
        480,
    );
    assert_eq!(mixdown.mix(), Mix::Channel(1));
}

/// An input that nobody uses hums before the first word, and its converter has an offset.
#[test]
fn a_voice_is_taken_at_once_beside_hum_and_offset() {
    for (hum, offset) in [(0.01, 0.0), (0.0, 0.02), (0.01, 0.5)] {
        let mut mixdown = Mixdown::new(2);
        let both = |frames: Vec<f32>| -> Vec<f32> {
            let shift = |pair: &[f32]| [pair[0], pair[1] + offset];
            frames.chunks(2).flat_map(shift).collect()
        };
        mixed(
            &mut mixdown,
            &both(frames(RATE, &[(1, 0.0), (2, hum)])),
            480,
        );
        let words = both(frames(RATE / 10, &[(1, 0.1), (2, hum)]));
        mixed(&mut mixdown, &words, 480);
        assert_eq!(mixdown.mix(), Mix::Channel(0), "{hum} {offset}");
    }
}

/// A voice that is never clear, in words of 0.2 s beside a channel with other noise.
#[test]
fn a_quiet_voice_does_not_lose_its_channel_in_each_pause() {
    let mut mixdown = Mixdown::new(2);
    let mut chosen = Vec::new();
    for word in 0..60 {
        let voice = if word % 2 == 0 { 0.005 } else { 0.000_2 };
        mixed(
            &mut mixdown,
            &frames(RATE / 5, &[(1, voice), (2, 0.001)]),
            480,
        );
        chosen.push(mixdown.mix());
    }
    assert!(
        chosen.iter().all(|mix| *mix == Mix::Channel(0)),
        "{chosen:?}"
    );
}

#[test]
fn one_choice_passes_into_the_other_without_a_step() {
    // A slow wave, so that a step would show.
    let wave = |frame: usize| (frame as f32 / 200.0).sin() * 0.3;
    let sound: Vec<f32> = (0..RATE)
        .flat_map(|frame| {
            let second = if frame < 1_500 { 1.0 } else { -1.0 };
            [wave(frame), wave(frame) * second]
        })
        .collect();
    let mut mixdown = Mixdown::new(2);
    let first = mixed(&mut mixdown, &sound, 100);
    assert_eq!(mixdown.mix(), Mix::Channel(0));
    let settled = &first[12_000..];
    let steepest = settled
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).abs())
        .fold(0.0, f32::max);
    assert!(steepest < 0.003, "{steepest}");
}
