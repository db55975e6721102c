//! The recording of an attempt: its facts and its gaps. Not here: what is marked on it (`mark`).
//! The time axis is frames of the take. Wall time is for the date only.

use std::sync::Arc;

use crate::model::fault::SoundFault;
use crate::model::ids::ids;
use crate::model::peaks::Peaks;
use crate::model::sound::Levels;

/// How far a take's file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeState {
    /// Being recorded, or the process died while recording.
    Recording,
    /// Finished and synced.
    Complete,
    /// Cut short by a crash; what reached the disk was made whole.
    Repaired,
    /// Nothing was captured.
    Empty,
}

/// Why frames are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapCause {
    /// The ring was full: the writer could not keep up.
    Dropped,
    /// The sound system lost it without a word; told by the clock. The place is that where it was
    /// noticed, within two seconds of the loss.
    Missing,
    /// The microphone was gone, and the person went on with the take later.
    Interrupted,
}

ids!(GapCause {
    Dropped = "dropped",
    Missing = "missing",
    Interrupted = "interrupted",
});

/// A stretch that could not be captured; the file holds silence of the same length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// First missing frame.
    pub start_frame: u64,
    /// Number of missing frames.
    pub frames: u64,
    pub cause: GapCause,
    /// Seconds for which the take stood still at the end of the gap, until the person went on.
    /// They are not in the file: nobody spoke to a take that had stopped.
    pub away_secs: u32,
}

/// A device as a take remembers it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeviceNote {
    /// Stable id, such as `pulseaudio:mic`.
    pub id: String,
    /// Name for people.
    pub name: String,
}

/// The facts of a recording.
#[derive(Clone, Debug, PartialEq)]
pub struct Take {
    /// File name within the attempt's folder.
    pub file: String,
    /// How far it came.
    pub state: TakeState,
    /// Frames per second; 0 until the first samples.
    pub sample_rate_hz: u32,
    /// Length in frames.
    pub frames: u64,
    /// Where it was recorded.
    pub device: Option<DeviceNote>,
    /// Missing stretches, in order.
    pub gaps: Vec<Gap>,
    /// Highest absolute sample in dBFS (0 is full scale); `None` when unknown or silent.
    pub peak_dbfs: Option<f32>,
    /// How loud speech and room were; `None` when unknown.
    pub levels: Option<Levels>,
}

impl Take {
    /// A take that is about to be recorded.
    pub fn planned() -> Self {
        Self {
            file: "answer.wav".to_owned(),
            state: TakeState::Recording,
            sample_rate_hz: 0,
            frames: 0,
            device: None,
            gaps: Vec::new(),
            peak_dbfs: None,
            levels: None,
        }
    }

    /// Length in seconds; 0 while the rate is unknown.
    pub fn duration_secs(&self) -> f64 {
        seconds_from_frames(self.frames, self.sample_rate_hz)
    }

    /// Whether a file of so many frames holds less than was recorded: the rest has not arrived yet. Another
    /// program may have written it at another rate, a few frames shorter.
    pub fn is_more_than(&self, frames: u64, sample_rate_hz: u32) -> bool {
        seconds_from_frames(frames, sample_rate_hz) + LEAST_MISSING_SECS < self.duration_secs()
    }

    /// Frames that could not be captured; silence stands in their place.
    pub fn missing_frames(&self) -> u64 {
        let each = self.gaps.iter().map(|gap| gap.frames);
        each.fold(0, u64::saturating_add)
    }
}

/// How a take ended, as the writer tells it once the file is closed and synced.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeEnd {
    /// Complete, or empty when nothing was captured (then there is no file).
    pub state: TakeState,
    /// Frames in the file, gaps included.
    pub frames: u64,
    /// Frames per second; 0 when nothing was captured.
    pub sample_rate_hz: u32,
    /// Missing stretches, in order.
    pub gaps: Vec<Gap>,
    /// Highest sample in dBFS; `None` when silent or empty.
    pub peak_dbfs: Option<f32>,
    /// How loud speech and room were; `None` when too short to tell.
    pub levels: Option<Levels>,
    /// What ended it, unless it was asked to end.
    pub fault: Option<SoundFault>,
    /// Peaks of the whole take.
    pub peaks: Arc<Peaks>,
}

/// Sound that must be missing from a file before it counts as not all there, in seconds.
const LEAST_MISSING_SECS: f64 = 0.01;

/// Frames to seconds; 0 for a rate of 0.
pub fn seconds_from_frames(frames: u64, sample_rate_hz: u32) -> f64 {
    if sample_rate_hz == 0 {
        0.0
    } else {
        frames as f64 / f64::from(sample_rate_hz)
    }
}

/// Seconds to the nearest frame; negative seconds give 0.
pub fn frames_from_seconds(secs: f64, sample_rate_hz: u32) -> u64 {
    (secs.max(0.0) * f64::from(sample_rate_hz)).round() as u64
}
