//! Whether a running stream is well: silence that is too perfect, samples that do not come, losses,
//! a computer that slept.
//! Pure: time is an argument. Not here: who is told (`take`), dead streams (`backend::StreamHealth`).

use std::time::Duration;

use crate::audio::backend::StreamDeath;
use crate::audio::capture::dropout_detector::DropoutDetector;
use crate::audio::clock::Moment;
use crate::audio::limits::Limits;
use crate::model::fault::SoundFault;

/// The clock on the wall runs ahead of the steady one by this much: the computer slept.
const SLEPT: Duration = Duration::from_secs(3);

/// Nobody looked for this long, although it is done many times a second: this process was stopped, or
/// a disk held it up. Whether the stream was well meanwhile, nobody knows.
const UNSEEN: Duration = Duration::from_millis(900);

/// What can be seen of a take; see `capture::CaptureFacts`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Frames delivered.
    pub captured_frames: u64,
    /// Frames that did not fit into the ring.
    pub lost_frames: u64,
    /// One more than the frame of the newest sample that is not zero.
    pub after_last_sound: u64,
    /// Errors that may or may not be the end; see `backend::StreamHealth`.
    pub complaints: u64,
    /// How often the stream went on over a new connection.
    pub renewals: u64,
    /// Frames per second; 0 while the device is being opened.
    pub sample_rate_hz: u32,
}

/// What is to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Something is wrong, and the take goes on. Each is said once per episode.
    Trouble(SoundFault),
    /// This many frames of the stream never arrived, and never will.
    Missing(u64),
    /// The take cannot go on.
    End(SoundFault),
}

/// Remembers what was said.
#[derive(Debug)]
pub struct Watch {
    limits: Limits,
    last_captured: u64,
    last_progress: Duration,
    // Of the time since then, what nobody looked at.
    unseen: Duration,
    forgiven_complaints: u64,
    known_renewals: u64,
    // The stream goes on over a new connection, and nothing has come of it yet.
    awaits_renewed: bool,
    first_samples: Option<Duration>,
    said_stalled: bool,
    said_zeros: bool,
    losses: Losses,
    dropouts: DropoutDetector,
    last_look: Moment,
}

#[derive(Debug, Default)]
struct Losses {
    told: u64,
    seen: u64,
    last_change: Duration,
}

impl Watch {
    /// A watch that starts at time zero.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            last_captured: 0,
            last_progress: Duration::ZERO,
            unseen: Duration::ZERO,
            forgiven_complaints: 0,
            known_renewals: 0,
            awaits_renewed: false,
            first_samples: None,
            said_stalled: false,
            said_zeros: false,
            losses: Losses::default(),
            dropouts: DropoutDetector::default(),
            last_look: Moment::default(),
        }
    }

    /// Looks once. `now` is the time since the start and never goes back.
    pub fn step(&mut self, now: Moment, seen: Seen) -> Option<Finding> {
        let slept = self.slept(now);
        let now = now.steady;
        slept
            .or_else(|| self.renewed(now, seen))
            .or_else(|| self.flow(now, seen))
            .or_else(|| self.pace(now, seen))
            .or_else(|| self.zeros(seen))
            .or_else(|| self.losses(now, seen))
            .or_else(|| self.missing(now, seen))
    }

    /// For how long nothing has arrived.
    pub fn still(&self, now: Duration) -> Duration {
        now.saturating_sub(self.last_progress)
    }

    /// Between two looks the clock on the wall went on and the steady one did not. A wall clock that
    /// somebody sets ahead looks the same, and then costs one key to go on.
    fn slept(&mut self, now: Moment) -> Option<Finding> {
        let last = std::mem::replace(&mut self.last_look, now);
        let steady = now.steady.saturating_sub(last.steady);
        if steady >= UNSEEN {
            self.unseen += steady;
        }
        let wall = now.wall.saturating_sub(last.wall);
        (wall.saturating_sub(steady) >= SLEPT).then_some(Finding::End(SoundFault::Suspended))
    }

    /// With the first samples of a new connection it is known how much was lost between the two.
    fn renewed(&mut self, now: Duration, seen: Seen) -> Option<Finding> {
        let renewals = std::mem::replace(&mut self.known_renewals, seen.renewals);
        self.awaits_renewed |= seen.renewals > renewals;
        if !self.awaits_renewed || seen.captured_frames <= self.last_captured {
            return None;
        }
        self.awaits_renewed = false;
        let (captured, rate) = (seen.captured_frames, seen.sample_rate_hz);
        let dropouts = std::mem::take(&mut self.dropouts);
        let frames = dropouts.lost_by(now, captured, rate, self.limits.missing)?;
        Some(Finding::Missing(frames))
    }

    fn missing(&mut self, now: Duration, seen: Seen) -> Option<Finding> {
        let rate = seen.sample_rate_hz;
        let (captured, notice) = (seen.captured_frames, self.limits.missing);
        let frames = self.dropouts.step(now, captured, rate, notice)?;
        Some(Finding::Missing(frames))
    }

    fn flow(&mut self, now: Duration, seen: Seen) -> Option<Finding> {
        if seen.captured_frames > self.last_captured {
            self.last_captured = seen.captured_frames;
            self.last_progress = now;
            self.unseen = Duration::ZERO;
            // Samples still flow, so whatever it was is over.
            self.forgiven_complaints = seen.complaints;
            self.said_stalled = false;
            self.first_samples.get_or_insert(now);
            return None;
        }
        let still = self.still(now).saturating_sub(self.unseen);
        if still >= self.limits.failed && seen.complaints > self.forgiven_complaints {
            return Some(Finding::End(StreamDeath::Failed.fault()));
        }
        let (say, end) = match self.first_samples {
            Some(_) => (self.limits.stalled, self.limits.lost),
            None => (self.limits.late, self.limits.never),
        };
        if still >= end {
            return Some(Finding::End(SoundFault::NoSamples));
        }
        if still >= say && !self.said_stalled {
            self.said_stalled = true;
            return Some(Finding::Trouble(SoundFault::NoSamples));
        }
        None
    }

    /// ALSA's `null` delivers thousands of seconds per second; no microphone does.
    fn pace(&self, now: Duration, seen: Seen) -> Option<Finding> {
        let possible_secs = now.saturating_sub(self.first_samples?).as_secs_f64() * 2.0 + 10.0;
        let rate = f64::from(seen.sample_rate_hz.max(8_000));
        (seen.captured_frames as f64 > possible_secs * rate).then(|| {
            Finding::End(SoundFault::Other {
                detail: "the device delivers more sound than there is time".to_owned(),
            })
        })
    }

    fn zeros(&mut self, seen: Seen) -> Option<Finding> {
        let zeros = seen.captured_frames.saturating_sub(seen.after_last_sound);
        let limit = self.limits.zeros.as_secs_f64() * f64::from(seen.sample_rate_hz);
        let silent = seen.sample_rate_hz > 0 && zeros as f64 >= limit;
        let say = silent && !self.said_zeros;
        self.said_zeros = silent;
        say.then_some(Finding::Trouble(SoundFault::OnlyZeros))
    }

    fn losses(&mut self, now: Duration, seen: Seen) -> Option<Finding> {
        if seen.lost_frames > self.losses.seen {
            self.losses.seen = seen.lost_frames;
            self.losses.last_change = now;
            return None;
        }
        let quiet = now.saturating_sub(self.losses.last_change) >= self.limits.quiet_after_loss;
        let frames = self.losses.seen.saturating_sub(self.losses.told);
        if frames == 0 || !quiet {
            return None;
        }
        self.losses.told = self.losses.seen;
        Some(Finding::Trouble(SoundFault::Dropped {
            frames,
            sample_rate_hz: seen.sample_rate_hz,
        }))
    }
}

#[cfg(test)]
mod tests;
