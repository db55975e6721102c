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
            let needed = (next.round() as usize + self.search).max(self.natural) + self.hop;
            if needed > self.first + self.sound.len() {
                return;
            }
            self.leave(self.hop, out, places);
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
            self.leave(self.hop.min(left.ceil() as usize), out, places);
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

    /// One hop, or the beginning of the last.
    fn leave(&mut self, frames: usize, out: &mut Vec<f32>, places: &mut Anchors) {
        places.push(self.given as f64, self.wished, self.speed);
        self.wished += self.hop as f64 * self.speed;
        let near = (self.wished.round() as usize).max(self.first);
        let best = self.most_similar(near);
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
    fn most_similar(&mut self, near: usize) -> usize {
        let lowest = near.saturating_sub(self.search).max(self.first);
        let count = near + self.search - lowest + 1;
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
