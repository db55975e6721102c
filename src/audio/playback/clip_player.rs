//! Short sounds from memory to the speaker: a cue, a tone, the voice of a sound check. All of the
//! sound fits into the ring at once. Not here: takes (`player`), which sounds there are.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::audio::backend::Backend;
use crate::audio::backend::stream::{News, open_speaker};
use crate::audio::playback::playback_facts::{PlaybackFacts, PlaybackSlot};
use crate::model::fault::SoundFault;

/// How long a speaker may take beyond the sound itself, from opening it on.
const PATIENCE: Duration = Duration::from_millis(3_600);
/// How often it is looked at.
const TICK: Duration = Duration::from_millis(10);
/// Marks before and after the samples, and what rounding may add.
const RING_SPARE: Duration = Duration::from_millis(50);
/// Longest wait for what the device still holds.
const LAG_LIMIT: Duration = Duration::from_millis(500);
/// Looks at a fade before the speaker is closed without it.
const FADE_LOOKS: u32 = 20;

/// Where and how loud a sound is played.
pub struct Speaker {
    /// The sound system.
    pub backend: Arc<dyn Backend>,
    /// Device id; `None` is the system's default.
    pub device: Option<String>,
    /// 0 to 1.
    pub volume: f32,
}

/// How a sound ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was heard to its end.
    Heard,
    Stopped,
}

/// Plays what `make` makes for the device's rate, at most `length` of it, and waits for its end.
/// When the other end of `stop` is dropped, the sound fades out.
pub fn play(
    speaker: Speaker,
    length: Duration,
    stop: &Receiver<()>,
    make: impl FnOnce(u32) -> Vec<f32>,
) -> Result<Ended, SoundFault> {
    let start = Instant::now();
    let facts = Arc::new(PlaybackFacts::default());
    facts.set_volume(speaker.volume);
    facts.set_playing(true);
    facts.want(1);
    let stream = open_speaker(
        speaker.backend,
        speaker.device,
        Arc::clone(&facts),
        length + RING_SPARE,
    )
    .map_err(|error| SoundFault::Other {
        detail: error.to_string(),
    })?;
    let mut make = Some(make);
    // Kept until the end: without it the callback would see its ring abandoned.
    let mut end = None;
    while start.elapsed() < length + PATIENCE {
        match stream.news.try_recv() {
            Ok(News::Opened {
                format,
                end: mut ring,
                ..
            }) => {
                let rate = format.sample_rate_hz.max(1);
                let samples = make.take().map(|make| make(rate)).unwrap_or_default();
                ring.push(PlaybackSlot::start(1)).ok();
                // What does not fit is beyond the length that was promised; the mark of the end must fit.
                let room = ring.slots().saturating_sub(1);
                for value in samples.into_iter().take(room) {
                    ring.push(PlaybackSlot::sample(value)).ok();
                }
                ring.push(PlaybackSlot::end()).ok();
                end = Some((ring, rate));
            }
            Ok(News::Failed(fault)) => return Err(fault),
            Err(_) => {}
        }
        if let Some(death) = stream.health.death() {
            return Err(death.fault());
        }
        if let Some((_, rate)) = &end
            && facts.has_ended()
        {
            // What the device still holds is to be heard, too.
            let lag = facts.place().lag_frames as f64 / f64::from(*rate);
            std::thread::sleep(Duration::from_secs_f64(lag).min(LAG_LIMIT));
            return Ok(Ended::Heard);
        }
        if stop.recv_timeout(TICK) != Err(RecvTimeoutError::Timeout) {
            fade_out(&facts);
            return Ok(Ended::Stopped);
        }
    }
    Err(SoundFault::DeviceLost)
}

/// Lets the sound fade before the speaker is closed, for no longer than a few buffers.
fn fade_out(facts: &PlaybackFacts) {
    facts.set_playing(false);
    for _ in 0..FADE_LOOKS {
        if facts.is_silent() || facts.callbacks() == 0 {
            break;
        }
        std::thread::sleep(TICK / 2);
    }
}
