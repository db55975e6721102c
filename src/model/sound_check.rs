//! What a sound check found: facts alone. Not here: how they are measured (`analysis::sound_check`),
//! what they mean (`sound_trouble`).

use crate::model::fault::SoundFault;
use crate::model::sound::{Device, Levels, Mix};

/// How long the check listens to a voice, in seconds.
pub const LISTEN_SECS: f64 = 3.0;
/// How long the quiet check listens to the room, in seconds: just enough for levels.
pub const QUIET_SECS: f64 = 1.2;

/// What the samples of a check say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    /// Frames that were heard.
    pub frames: u64,
    /// Highest sample in dBFS; `None` when all are zero, or there are none.
    pub peak_dbfs: Option<f32>,
    /// Voice and room; `None` for less than a second.
    pub levels: Option<Levels>,
    /// A hum of the mains.
    pub hum: Option<Hum>,
    /// Where the voice ends, in Hz, when it ends lower than the rate would let it.
    pub top_hz: Option<u32>,
}

/// A steady tone of the mains and its harmonics.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hum {
    /// 50 or 60.
    pub mains_hz: u32,
    /// All its tones together, in dBFS, RMS.
    pub dbfs: f32,
}

/// How a check ended.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckEnd {
    /// Where the sound came from; another device than asked for when that one is not there.
    pub device: Option<Device>,
    /// Whether that is no microphone but what a speaker plays.
    pub monitor: bool,
    /// Frames per second; 0 when the device could not be opened.
    pub sample_rate_hz: u32,
    /// Samples per frame; 0 when the device could not be opened.
    pub channels: u16,
    /// What of them was listened to.
    pub mix: Mix,
    /// From asking for the microphone to the first samples, in seconds.
    pub first_sample_secs: Option<f64>,
    /// Frames that were lost on the way.
    pub lost_frames: u64,
    /// What the samples say.
    pub heard: Heard,
    /// What ended it, unless it was asked to end or heard enough.
    pub fault: Option<SoundFault>,
}
