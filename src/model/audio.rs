//! What the app can ask of microphone and speaker, and what it is told.
//! Not here: who carries it out (`audio::engine`), what it means for the person (`flow`).

use std::path::PathBuf;
use std::time::Duration;

use crate::model::edit_list::EditList;
use crate::model::fault::SoundFault;
use crate::model::peaks::Peak;
use crate::model::sound::{Device, Devices};
use crate::model::sound_check::CheckEnd;
use crate::model::speech::Span;
use crate::model::take::TakeEnd;

/// A recording that is played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlayedFile {
    /// The WAV file.
    pub wav: PathBuf,
    /// Its length in frames as far as it is known.
    pub known_frames: Option<u64>,
}

/// How a take is to be heard.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendition {
    /// What is heard, in which order.
    pub edit: EditList,
    /// What is heard again and again once one is in it, in frames of the take.
    pub looped: Option<Span>,
    /// Frames of the take for each one heard, at the same pitch; 1 is usual.
    pub speed: f32,
}

/// A request to microphone or speaker.
#[derive(Clone, Debug, PartialEq)]
pub enum AudioCommand {
    /// Say what devices there are.
    ListDevices,
    /// Record into this file. A take that still runs is finished first.
    StartCapture {
        /// The WAV file; `.part` is added while it grows. Its folder is there already.
        wav: PathBuf,
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },
    /// Go on with the take that was interrupted. Nothing happens when none is.
    ResumeCapture {
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },
    /// Finish the take.
    StopCapture,
    /// Play a take; another one that plays is stopped.
    Play {
        /// Number of this playback; its reports carry it. The asker counts up, so that a late
        /// report of an earlier playback is told apart.
        id: u32,
        /// The take, and what else its edit list speaks of.
        files: Vec<PlayedFile>,
        rendition: Rendition,
        /// First frame of the take.
        from_frame: u64,
        /// 0 to 1.
        volume: f32,
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },
    /// Play the same files otherwise from where one is, without a gap; nothing happens when nothing plays.
    ChangeRendition(Rendition),
    /// Stop the sound and keep the place.
    PausePlayback,
    /// Stop the sound and close the files, so that they can be moved; nothing happens when none are open.
    EndPlayback,
    /// Go to a frame, playing or not.
    SeekPlayback {
        /// Which playback; reported back when nothing plays any more.
        id: u32,
        /// Frame of the take.
        frame: u64,
    },
    /// A volume of 0 to 1.
    SetVolume(f32),
    /// Make the short sound of a cue.
    PlayCueSound {
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },
    /// Listen to a microphone without a file. A check that runs is forgotten first. The ids of
    /// checks and of their sounds are the asker's.
    StartCheck {
        /// Its reports carry this.
        id: u32,
        /// Device id; `None` is the system's default.
        device: Option<String>,
        /// How much is listened to.
        length: Duration,
    },
    /// End the check now, with what was heard so far.
    StopCheck,
    /// End the check and its sounds, and forget what was heard, without a report.
    ForgetCheck,
    /// Play what the last check heard.
    PlayCheck {
        /// Its report carries this.
        id: u32,
        /// 0 to 1.
        volume: f32,
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },
    /// Play a gentle tone.
    PlayTone {
        /// Its report carries this.
        id: u32,
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },
}

/// A report of microphone or speaker.
#[derive(Clone, Debug, PartialEq)]
pub enum AudioEvent {
    /// What devices there are; none when the sound system cannot be reached.
    Devices(Devices),
    /// The first samples arrived.
    CaptureBegan {
        /// Frames per second.
        sample_rate_hz: u32,
        /// Where they come from; another device than asked for when that one is not there.
        device: Device,
    },
    /// The take grew; at most 30 a second.
    CaptureProgress {
        /// Frames delivered by the device.
        captured_frames: u64,
        /// Frames that survive the death of this process.
        written_frames: u64,
        /// Peak level since the last report, −120 to 0 dBFS.
        level_dbfs: f32,
        /// Whether a sample since the last report was clipped.
        clipped: bool,
        /// Peaks since the last report, at `model::live::LIVE_PEAKS_PER_SEC`.
        peaks: Vec<Peak>,
    },
    /// Something is wrong and the take goes on; once per episode.
    CaptureTrouble(SoundFault),
    /// The microphone is gone; the take waits, with all that was said safe in its file, for
    /// `ResumeCapture` or `StopCapture`. Also the answer to a `ResumeCapture` that failed.
    CaptureInterrupted {
        fault: SoundFault,
        /// Length of the take so far in frames, the silence for what was missed included.
        frames: u64,
    },
    /// Samples arrive again.
    CaptureResumed {
        /// Where they come from.
        device: Device,
    },
    /// The take is over, and its file closed. Exactly one for each `StartCapture`. Its state is
    /// `Recording` if the file could not even get its name, and still is `.part`.
    CaptureFinished(TakeEnd),
    /// Playback runs or stands at a frame; at most 30 a second.
    PlaybackAt {
        /// Which playback.
        id: u32,
        /// Frame of the take that is heard now.
        frame: u64,
        /// Whether it runs. `flow` keeps what was asked for last instead, or a late report of a
        /// pause would undo a play.
        playing: bool,
    },
    /// The end was heard.
    PlaybackEnded {
        /// Which playback.
        id: u32,
    },
    /// Playback is not possible.
    PlaybackFailed {
        /// Which playback.
        id: u32,
        fault: SoundFault,
    },
    /// The check hears something; at most 30 a second.
    CheckProgress {
        /// Which check.
        id: u32,
        /// Peak level since the last report, −120 to 0 dBFS.
        level_dbfs: f32,
        /// Seconds heard so far.
        secs: f64,
        /// Peaks since the last report, at `model::live::LIVE_PEAKS_PER_SEC`.
        peaks: Vec<Peak>,
    },
    /// The check is over. Exactly one for each `StartCheck` that was not forgotten.
    CheckDone {
        /// Which check.
        id: u32,
        /// What was found.
        end: CheckEnd,
    },
    /// A sound of the check was heard to its end, or could not be played.
    CheckPlayed {
        /// Which sound.
        id: u32,
        /// Why it was not heard.
        fault: Option<SoundFault>,
    },
}
