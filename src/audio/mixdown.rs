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
//! again only where what was chosen was much quieter than another channel for seconds. The hum of a
//! channel that nobody uses is not sound enough, and an offset of the converter is no sound at all.

#[cfg(test)]
mod tests;

use crate::audio::sample::{DeviceSample, to_i16};
use crate::model::sound::Mix;

/// Channels that are told apart; those beyond are only part of the mean.
const MOST_CHANNELS: usize = 32;
/// Frames that are looked at together: 21 ms at 48 kHz.
const WINDOW: u32 = 1_024;
/// Fewest frames that say something.
pub const LEAST: u32 = 256;
/// Frames of clear sound after which the choice stands: 0.2 s at 48 kHz, a syllable.
const SURE: u32 = 8 * WINDOW;
/// Frames of clear sound after which a choice that stands is looked at again: 3 s at 48 kHz.
const AGAIN: u32 = 136 * WINDOW;
/// The power of nothing: −80 dBFS.
const NOTHING: f64 = 1e-8;
/// The power from which on a sound is clear, and not the hum of an open input: −40 dBFS.
const CLEAR: f64 = 1e-4;
/// What is chosen is left when its power is this share of the loudest channel's: −4.5 dB.
const TOO_QUIET: f64 = 0.355;
/// A channel is louder than another by a tenth of a dB and more.
const LOUDER: f64 = 1.023;
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

/// A signal summed up: its values and their squares.
#[derive(Clone, Copy, Debug)]
struct Sum {
    values: f64,
    squares: f64,
}

impl Sum {
    const EMPTY: Self = Self {
        values: 0.0,
        squares: 0.0,
    };

    fn push(&mut self, value: f32) {
        let value = f64::from(value);
        self.values += value;
        self.squares += value * value;
    }

    fn add(&mut self, other: Self) {
        self.values += other.values;
        self.squares += other.squares;
    }

    /// The power of all frames together, without the offset.
    fn power(self, frames: u32) -> f64 {
        (self.squares - self.values * self.values / f64::from(frames.max(1))).max(0.0)
    }
}

/// The channels and their mean, summed over frames.
#[derive(Clone, Copy, Debug)]
pub struct Sums {
    frames: u32,
    mean: Sum,
    each: [Sum; MOST_CHANNELS],
}

impl Sums {
    pub const EMPTY: Self = Self {
        frames: 0,
        mean: Sum::EMPTY,
        each: [Sum::EMPTY; MOST_CHANNELS],
    };

    /// Takes in a frame. Realtime-safe.
    pub fn push<S: DeviceSample>(&mut self, frame: &[S]) {
        self.frames += 1;
        self.mean.push(Mix::Mean.of(frame));
        for (sum, sample) in self.each.iter_mut().zip(frame) {
            sum.push(sample.to_unit());
        }
    }

    fn add(&mut self, other: &Self) {
        self.frames += other.frames;
        self.mean.add(other.mean);
        for (sum, more) in self.each.iter_mut().zip(&other.each) {
            sum.add(*more);
        }
    }

    /// The loudest channel and its power; of those that hardly differ, the first.
    fn loudest(&self) -> (u16, f64) {
        let mut loudest = (0, 0.0);
        for (channel, sum) in self.each.iter().enumerate() {
            let power = sum.power(self.frames);
            if power > loudest.1 * LOUDER {
                loudest = (channel as u16, power);
            }
        }
        loudest
    }

    /// Whether the loudest channel has at least this mean power.
    fn reaches(&self, power: f64) -> bool {
        self.loudest().1 > power * f64::from(self.frames)
    }

    fn of(&self, mix: Mix) -> f64 {
        let sum = match mix {
            Mix::Mean => Some(&self.mean),
            Mix::Channel(channel) => self.each.get(usize::from(channel)),
        };
        sum.map_or(0.0, |sum| sum.power(self.frames))
    }

    /// What is best taken by these frames; what is taken `now` stays unless it is too quiet.
    pub fn choice(&self, now: Mix) -> Mix {
        let (loudest, most) = self.loudest();
        let is_enough = |mix| self.of(mix) >= most * TOO_QUIET;
        let found = [now, Mix::Mean].into_iter().find(|mix| is_enough(*mix));
        found.unwrap_or(Mix::Channel(loudest))
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
    // What was heard before there was clear sound.
    quiet: Sums,
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
            quiet: Sums::EMPTY,
            clear: Sums::EMPTY,
        }
    }

    /// What is chosen.
    pub fn mix(&self) -> Mix {
        self.mix
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
        if early && self.fade_left == 0 {
            // Before it is mixed, so that the first word is not the price of the choice.
            let window = self.window;
            self.choose_before_clear(&window);
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
        let enough = if self.sure { AGAIN } else { SURE };
        if self.clear.frames >= enough {
            let clear = std::mem::replace(&mut self.clear, Sums::EMPTY);
            self.choose(&clear);
            self.sure = true;
        } else if is_clear && !self.sure {
            let clear = self.clear;
            self.choose(&clear);
        } else if !self.sure && self.clear.frames == 0 {
            self.choose_before_clear(&window);
            self.quiet.add(&window);
        }
    }

    /// By all that was heard, or by a window that is clear.
    fn choose_before_clear(&mut self, window: &Sums) {
        let mut heard = *window;
        if !window.reaches(CLEAR) {
            heard.add(&self.quiet);
        }
        if heard.reaches(NOTHING) {
            self.choose(&heard);
        }
    }

    fn choose(&mut self, sums: &Sums) {
        let mix = sums.choice(self.mix);
        if mix == self.mix {
            return;
        }
        // Of a choice that has just been made nothing was heard yet.
        if self.fade_left < FADE {
            self.before = self.mix;
        }
        self.mix = mix;
        self.fade_left = if self.began { FADE } else { 0 };
    }
}
