//! From the channels of a microphone or a file to one. Not here: where they come from (`capture`,
//! `wav`).
//! REALTIME: called for every sample by the callback. Nothing here allocates, waits or panics.
//!
//! The mean is right for channels that hear the same, and for two that hear different noise. It is
//! wrong for channels of opposite phase, which cancel each other, and for one channel beside silent
//! ones, whose level it cuts: then the loudest channel is taken as it is. Both show in one number, how
//! far the mean is below the loudest channel: 0 dB for equal channels, 3 dB for two of different
//! noise, 6 dB for one beside a silent one, everything for opposite phase.
//!
//! The choice follows the sound until there was enough of it to be sure, and then stands. It changes
//! again only where what was chosen falls silent for seconds beside another channel.

use crate::audio::sample::{DeviceSample, to_i16};
use crate::model::sound::Mix;

/// Channels that are told apart; those beyond are only part of the mean.
const MOST_CHANNELS: usize = 32;
/// Frames that are looked at together: 21 ms at 48 kHz.
const WINDOW: u32 = 1_024;
/// Fewest frames that say something.
const LEAST: u32 = 256;
/// Frames of clear sound after which the choice stands: 0.2 s at 48 kHz, a syllable.
const SURE: u32 = 8 * WINDOW;
/// Frames of clear sound after which a choice that stands is looked at again: 3 s at 48 kHz.
const AGAIN: u32 = 136 * WINDOW;
/// The power of nothing: −80 dBFS.
const NOTHING: f64 = 1e-8;
/// The power from which on a sound is clear: −50 dBFS.
const CLEAR: f64 = 1e-5;
/// What is chosen is left when its power is this share of the loudest channel's: −4.5 dB.
const TOO_QUIET: f64 = 0.355;
/// The same for a choice that stands: −15 dB.
const FAR_TOO_QUIET: f64 = 0.031_6;
/// Frames in which one choice passes into the other: 5 ms at 48 kHz.
const FADE: u32 = 256;

impl Mix {
    /// The value of a frame, −1 to 1. Realtime-safe.
    #[inline]
    pub fn of<S: DeviceSample>(self, frame: &[S]) -> f32 {
        match self {
            Self::Mean => {
                let sum: f32 = frame.iter().map(|sample| sample.to_unit()).sum();
                sum * (1.0 / frame.len().max(1) as f32)
            }
            Self::Channel(channel) => frame
                .get(usize::from(channel))
                .map_or(0.0, |sample| sample.to_unit()),
        }
    }

    /// The highest magnitude among the channels that are part of it, before they are mixed, in steps of
    /// 16 bits. Realtime-safe.
    #[inline]
    pub fn magnitude<S: DeviceSample>(self, frame: &[S]) -> u16 {
        let of = |sample: &S| to_i16(sample.to_unit()).unsigned_abs();
        match self {
            Self::Mean => frame.iter().map(of).max().unwrap_or(0),
            Self::Channel(channel) => frame.get(usize::from(channel)).map_or(0, of),
        }
    }
}

/// Power of the channels and of their mean, summed over frames.
#[derive(Clone, Copy, Debug)]
struct Sums {
    frames: u32,
    mean: f64,
    each: [f64; MOST_CHANNELS],
}

impl Sums {
    const EMPTY: Self = Self {
        frames: 0,
        mean: 0.0,
        each: [0.0; MOST_CHANNELS],
    };

    fn push<S: DeviceSample>(&mut self, frame: &[S]) {
        self.frames += 1;
        self.mean += f64::from(Mix::Mean.of(frame)).powi(2);
        for (sum, sample) in self.each.iter_mut().zip(frame) {
            *sum += f64::from(sample.to_unit()).powi(2);
        }
    }

    fn add(&mut self, other: &Self) {
        self.frames += other.frames;
        self.mean += other.mean;
        for (sum, more) in self.each.iter_mut().zip(&other.each) {
            *sum += more;
        }
    }

    /// The loudest channel and its sum.
    fn loudest(&self) -> (u16, f64) {
        let mut loudest = (0, 0.0);
        for (channel, sum) in self.each.iter().enumerate() {
            if *sum > loudest.1 {
                loudest = (channel as u16, *sum);
            }
        }
        loudest
    }

    /// Whether the loudest channel has at least this mean power.
    fn reaches(&self, power: f64) -> bool {
        self.loudest().1 > power * f64::from(self.frames)
    }

    fn of(&self, mix: Mix) -> f64 {
        match mix {
            Mix::Mean => self.mean,
            Mix::Channel(channel) => self.each.get(usize::from(channel)).copied().unwrap_or(0.0),
        }
    }
}

/// Chooses, and passes from one choice to the next without a click.
#[derive(Clone, Debug)]
pub struct Mixdown {
    channels: usize,
    mix: Mix,
    before: Mix,
    fade_left: u32,
    began: bool,
    sure: bool,
    window: Sums,
    // Clear sound: since the start until the choice stands, then since it was last looked at.
    clear: Sums,
}

impl Mixdown {
    /// For frames of so many samples, at least 1.
    pub fn new(channels: u16) -> Self {
        Self {
            channels: usize::from(channels.max(1)),
            mix: Mix::Mean,
            before: Mix::Mean,
            fade_left: 0,
            began: false,
            sure: false,
            window: Sums::EMPTY,
            clear: Sums::EMPTY,
        }
    }

    /// What is chosen.
    pub fn mix(&self) -> Mix {
        self.mix
    }

    /// Whether the choice stands.
    pub fn is_sure(&self) -> bool {
        self.sure || self.channels < 2
    }

    /// Looks at whole frames that are about to be mixed. Realtime-safe.
    pub fn look<S: DeviceSample>(&mut self, interleaved: &[S]) {
        if self.channels < 2 {
            return;
        }
        for frame in interleaved.chunks_exact(self.channels) {
            self.window.push(frame);
            if self.window.frames >= WINDOW {
                self.close_window();
            }
        }
        let early = !self.sure && self.clear.frames == 0 && self.window.frames >= LEAST;
        if early && self.window.reaches(NOTHING) {
            // Before it is mixed, so that the first word is not the price of the choice.
            let window = self.window;
            self.choose(&window, TOO_QUIET);
        }
    }

    /// The next frame, mixed. Realtime-safe.
    #[inline]
    pub fn next<S: DeviceSample>(&mut self, frame: &[S]) -> f32 {
        self.began = true;
        let value = self.mix.of(frame);
        if self.fade_left == 0 {
            return value;
        }
        let part = self.fade_left as f32 / FADE as f32;
        self.fade_left -= 1;
        value + (self.before.of(frame) - value) * part
    }

    fn close_window(&mut self) {
        let window = std::mem::replace(&mut self.window, Sums::EMPTY);
        let is_clear = window.reaches(CLEAR);
        if is_clear {
            self.clear.add(&window);
        }
        if self.sure {
            if self.clear.frames >= AGAIN {
                let clear = std::mem::replace(&mut self.clear, Sums::EMPTY);
                self.choose(&clear, FAR_TOO_QUIET);
            }
        } else if is_clear {
            let clear = self.clear;
            self.choose(&clear, TOO_QUIET);
            if clear.frames >= SURE {
                self.sure = true;
                self.clear = Sums::EMPTY;
            }
        } else if self.clear.frames == 0 && window.reaches(NOTHING) {
            self.choose(&window, TOO_QUIET);
        }
    }

    fn choose(&mut self, sums: &Sums, too_quiet: f64) {
        let (loudest, most) = sums.loudest();
        if sums.of(self.mix) >= most * too_quiet {
            return;
        }
        let mix = if sums.mean >= most * TOO_QUIET {
            Mix::Mean
        } else {
            Mix::Channel(loudest)
        };
        self.before = self.mix;
        self.mix = mix;
        // Nothing was heard yet that could click.
        self.fade_left = if self.began { FADE } else { 0 };
    }
}

#[cfg(test)]
mod tests {
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
        assert!(mixdown.is_sure());
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
}
