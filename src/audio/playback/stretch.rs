//! Slower and faster at the same pitch: WSOLA, after W. Verhelst and M. Roelands, "An overlap-add
//! technique based on waveform similarity (WSOLA) for high quality time-scale modification of speech",
//! ICASSP 1993. Not here: which speeds there are (`model::settings`), what stands where in the take
//! (`feed`).
//!
//! Sound leaves in hops of 12 ms. In each, what would come next by itself fades into the most similar
//! stretch near the place where the speed asks one to be. Places are chosen by that wish alone and never
//! by what was found before, so that no error adds up: the length is exact to a hop.

use crate::audio::playback::anchors::Anchors;
use crate::model::settings::{FASTEST, SLOWEST};

/// Length of a hop, and of the fade in it.
const HOP_SECS: f64 = 0.012;
/// How far from the wished place one looks: twice this is a period of the deepest voice.
const SEARCH_SECS: f64 = 0.010;
/// The first look is at every so many frames.
const COARSE: usize = 4;

/// Stretches one sound. At speed 1 all passes untouched.
pub struct Stretch {
    speed: f64,
    hop: usize,
    search: usize,
    // What came and may still be needed. Its first frame is `first`, counted from the last reset.
    sound: Vec<f32>,
    first: usize,
    // The frame that would come next by itself, and where the speed asks one to be.
    natural: usize,
    wished: f64,
    given: u64,
    // Kept to be used again.
    coarse_wanted: Vec<f32>,
    coarse_near: Vec<f32>,
}

impl Stretch {
    /// For sound of this rate in frames per second.
    pub fn new(rate_hz: u32) -> Self {
        let frames = |secs: f64| ((secs * f64::from(rate_hz)) as usize).max(COARSE * 2);
        Self {
            speed: 1.0,
            hop: frames(HOP_SECS),
            search: frames(SEARCH_SECS),
            sound: Vec::new(),
            first: 0,
            natural: 0,
            wished: 0.0,
            given: 0,
            coarse_wanted: Vec::new(),
            coarse_near: Vec::new(),
        }
    }

    /// Another speed from the next hop on; what is none counts as the usual one.
    pub fn set_speed(&mut self, speed: f64) {
        let known = (f64::from(SLOWEST)..=f64::from(FASTEST)).contains(&speed);
        self.speed = if known { speed } else { 1.0 };
    }

    /// Forgets all sound, for a jump.
    pub fn reset(&mut self) {
        self.sound.clear();
        self.first = 0;
        self.natural = 0;
        self.wished = 0.0;
        self.given = 0;
    }

    /// Takes sound and appends what is ready to `out`; `places` learns which frame that came stands at
    /// which that leaves.
    pub fn push(&mut self, sound: &[f32], out: &mut Vec<f32>, places: &mut Anchors) {
        self.sound.extend_from_slice(sound);
        loop {
            if self.is_usual() {
                return self.pass(out, places);
            }
            let next = self.wished + self.hop as f64 * self.speed;
            let needed = (next.round() as usize + self.search + 1).max(self.natural) + self.hop;
            if needed > self.first + self.sound.len() {
                return;
            }
            self.leave(self.hop, usize::MAX, out, places);
        }
    }

    /// Appends the rest.
    pub fn finish(&mut self, out: &mut Vec<f32>, places: &mut Anchors) {
        let end = self.first + self.sound.len();
        while !self.is_usual() && self.wished < end as f64 {
            let left = (end as f64 - self.wished) / self.speed;
            // Silence stands for what is looked for and is not there any more.
            let needed = self.natural.max(end) + self.search + self.hop * 4;
            self.sound.resize(needed - self.first, 0.0);
            // It sounds up to its end.
            let last = end.saturating_sub(self.hop).max(self.first);
            self.leave(self.hop.min(left.ceil() as usize), last, out, places);
        }
        if self.is_usual() {
            self.pass(out, places);
        }
    }

    #[allow(clippy::float_cmp, reason = "1 is 1")]
    fn is_usual(&self) -> bool {
        self.speed == 1.0
    }

    /// Hands on all that there is.
    fn pass(&mut self, out: &mut Vec<f32>, places: &mut Anchors) {
        let rest = self.sound.get(self.natural - self.first..);
        let rest = rest.unwrap_or_default();
        places.push(self.given as f64, self.natural as f64, 1.0);
        out.extend_from_slice(rest);
        self.given += rest.len() as u64;
        self.natural += rest.len();
        self.first = self.natural;
        self.wished = self.natural as f64;
        self.sound.clear();
    }

    /// One hop, or the beginning of the last; nothing behind `last` is gone to.
    fn leave(&mut self, frames: usize, last: usize, out: &mut Vec<f32>, places: &mut Anchors) {
        places.push(self.given as f64, self.wished, self.speed);
        self.wished += self.hop as f64 * self.speed;
        let near = (self.wished.round() as usize).max(self.first);
        let best = self.most_similar(near.min(last), last);
        let from = |frame: usize| self.sound.get(frame - self.first..).unwrap_or_default();
        let both = from(self.natural).iter().zip(from(best));
        let step = std::f32::consts::PI / self.hop as f32;
        let faded = both.take(frames).enumerate().map(|(frame, (old, new))| {
            let risen = 0.5 - 0.5 * ((frame as f32 + 0.5) * step).cos();
            old + (new - old) * risen
        });
        out.extend(faded);
        self.given += frames as u64;
        self.natural = best + self.hop;
        let next = self.wished + self.hop as f64 * self.speed;
        let kept = (next as usize)
            .saturating_sub(self.search + COARSE)
            .min(self.natural);
        let over = kept.saturating_sub(self.first).min(self.sound.len());
        // Moving the rest is cheap only when it is done seldom.
        if over >= self.hop * 8 {
            self.sound.drain(..over);
            self.first += over;
        }
    }

    /// The frame around `near` from which on the sound is most like what would come by itself.
    fn most_similar(&mut self, near: usize, last: usize) -> usize {
        let lowest = near.saturating_sub(self.search).max(self.first);
        let count = (near + self.search).min(last).max(near) - lowest + 1;
        let from = |frame: usize| self.sound.get(frame - self.first..).unwrap_or_default();
        let wanted = from(self.natural).get(..self.hop).unwrap_or_default();
        let around = from(lowest).get(..count + self.hop).unwrap_or_default();
        thin(wanted, &mut self.coarse_wanted);
        thin(around, &mut self.coarse_near);
        let near = near - lowest;
        let lags = 0..count / COARSE;
        let rough = best_lag(&self.coarse_wanted, &self.coarse_near, lags, near / COARSE) * COARSE;
        let lags = rough.saturating_sub(COARSE)..(rough + COARSE).min(count);
        lowest + best_lag(wanted, around, lags, rough)
    }
}

/// The mean of each [`COARSE`] frames.
fn thin(sound: &[f32], out: &mut Vec<f32>) {
    out.clear();
    let groups = sound.as_chunks::<COARSE>().0.iter();
    out.extend(groups.map(|group| group.iter().sum::<f32>()));
}

/// The lag at which `around` is most like `wanted`, whatever its loudness; `usual` when none is.
fn best_lag(wanted: &[f32], around: &[f32], lags: std::ops::Range<usize>, usual: usize) -> usize {
    let (mut best, mut most) = (usual, 0.0);
    for lag in lags {
        let Some(there) = around.get(lag..lag + wanted.len()) else {
            break;
        };
        let (mut both, mut energy) = ([0.0_f32; 8], [0.0_f32; 8]);
        let (wanted, there) = (wanted.as_chunks::<8>().0, there.as_chunks::<8>().0);
        for (a, b) in wanted.iter().zip(there) {
            for (((both, energy), a), b) in both.iter_mut().zip(&mut energy).zip(a).zip(b) {
                *both += a * b;
                *energy += b * b;
            }
        }
        let (both, energy): (f32, f32) = (both.iter().sum(), energy.iter().sum());
        let like = both / (energy + 1e-6).sqrt();
        if like > most {
            (best, most) = (lag, like);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE_HZ: u32 = 48_000;

    fn tone(hz: f64, frames: usize) -> Vec<f32> {
        let turn = hz * std::f64::consts::TAU / f64::from(RATE_HZ);
        (0..frames)
            .map(|frame| (frame as f64 * turn).sin() as f32 * 0.5)
            .collect()
    }

    fn stretched(sound: &[f32], speeds: &[f64]) -> (Vec<f32>, Anchors) {
        stretched_in(777, sound, speeds)
    }

    fn stretched_in(block: usize, sound: &[f32], speeds: &[f64]) -> (Vec<f32>, Anchors) {
        let mut stretch = Stretch::new(RATE_HZ);
        let (mut out, mut places) = (Vec::new(), Anchors::default());
        let part = sound.len().div_ceil(speeds.len()).max(1);
        for (sound, speed) in sound.chunks(part).zip(speeds) {
            stretch.set_speed(*speed);
            for block in sound.chunks(block) {
                stretch.push(block, &mut out, &mut places);
            }
        }
        stretch.finish(&mut out, &mut places);
        (out, places)
    }

    /// Frequency from the times of the first and the last rise through zero.
    fn hz(sound: &[f32]) -> f64 {
        let rises = |(at, pair): (usize, &[f32])| {
            let [low, high] = [pair[0], pair[1]];
            (low < 0.0 && high >= 0.0).then(|| at as f64 + f64::from(low / (low - high)))
        };
        let rises: Vec<f64> = sound.windows(2).enumerate().filter_map(rises).collect();
        let periods = (rises.len() - 1) as f64;
        periods * f64::from(RATE_HZ) / (rises[rises.len() - 1] - rises[0])
    }

    #[test]
    fn pitch_and_length_are_those_asked_for() {
        for speed in [0.5, 0.6, 0.75, 0.9, 1.25, 1.5, 1.75, 2.0] {
            for pitch in [90.0, 220.0, 1_000.0] {
                let sound = tone(pitch, 96_123);
                let (out, places) = stretched(&sound, &[speed]);
                let cents = 1_200.0 * (hz(&out[4_800..out.len() - 4_800]) / pitch).log2();
                assert!(cents.abs() < 5.0, "{speed} {pitch}: {cents} cents");
                let wanted = sound.len() as f64 / speed;
                assert!((out.len() as f64 - wanted).abs() <= 1.0, "{speed}");
                let at = places.at(wanted - 1_000.0).unwrap();
                let due = sound.len() as f64 - 1_000.0 * speed;
                assert!((at - due).abs() < 2.0, "{speed}: {at} {due}");
            }
        }
    }

    #[test]
    fn it_is_the_same_in_blocks_of_any_size() {
        let voice = |(at, low): (usize, f32)| low * (0.6 + 0.4 * (at as f32 / 3_000.0).sin());
        let sound: Vec<f32> = tone(131.0, 400_000)
            .into_iter()
            .enumerate()
            .map(voice)
            .collect();
        for speed in [0.5, 0.75, 0.9, 1.25, 1.5, 1.75] {
            let (once, _) = stretched_in(sound.len(), &sound, &[speed]);
            for block in [480, 2_048] {
                let (parts, _) = stretched_in(block, &sound, &[speed]);
                let same = once
                    .iter()
                    .zip(&parts)
                    .take_while(|(one, two)| one.to_bits() == two.to_bits());
                assert_eq!(same.count(), once.len(), "{speed} in blocks of {block}");
            }
        }
    }

    #[test]
    fn the_usual_speed_changes_nothing_and_comes_back_exactly() {
        let sound: Vec<f32> = (0..20_000).map(|frame| frame as f32).collect();
        assert_eq!(stretched(&sound, &[1.0]).0, sound);
        let (out, _) = stretched(&tone(220.0, 60_000), &[1.0, 0.5, 1.0]);
        let last = tone(220.0, 60_000);
        assert!(out.ends_with(&last[50_000..]));
    }

    #[test]
    fn a_change_of_speed_leaves_no_gap_and_no_click() {
        let sound = tone(220.0, 96_000);
        let (out, _) = stretched(&sound, &[1.0, 0.5, 1.5, 2.0, 0.75, 1.0]);
        let steepest = sound.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        let steepest = steepest.fold(0.0, f32::max);
        let worst = out.windows(2).map(|pair| (pair[1] - pair[0]).abs());
        let worst = worst.fold(0.0, f32::max);
        assert!(worst < steepest * 1.1, "{worst} {steepest}");
        let loud = |part: &[f32]| {
            part.iter()
                .fold(0.0_f32, |most, value| most.max(value.abs()))
        };
        assert!(out.chunks_exact(480).all(|part| loud(part) > 0.45));
    }

    #[test]
    fn short_and_silent_sounds_come_through() {
        for speed in [0.5, 2.0, f64::NAN, -1.0, 99.0] {
            for frames in [0, 1, 100, 3_000] {
                let (out, _) = stretched(&vec![0.0; frames], &[speed]);
                assert!(out.len() <= frames * 2 + 1 && out.len() >= frames / 2);
                assert!(out.iter().all(|value| value.abs() < 1e-9));
            }
        }
    }
}
