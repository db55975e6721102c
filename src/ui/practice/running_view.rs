//! A running take as the practice screen shows it, as plain data.

use crate::flow::state::Recording;
use crate::model::fault::SoundFault;
use crate::model::language::Language;
use crate::model::live::LiveTake;
use crate::model::star::StarPart;
use crate::model::take::seconds_from_frames;
use crate::ui::theme::motion;

/// A running take.
#[derive(Clone, Debug, PartialEq)]
pub struct Running<'a> {
    /// Sound so far.
    pub live: &'a LiveTake,
    /// Length so far, in seconds.
    pub elapsed_secs: f64,
    /// Language in which it began.
    pub start: Language,
    /// The cue that fell: its frame and the language asked for.
    pub cue: Option<(u64, Language)>,
    /// Frames of the flags.
    pub flags: Vec<u64>,
    /// The part that runs, by the person's taps.
    pub part: Option<StarPart>,
    /// Whether a sample was clipped just now.
    pub clipped: bool,
    /// Whether no sound arrives any more.
    pub stopped: bool,
    /// How it stands with it.
    pub course: Course,
}

/// How it stands with a take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Sound arrives.
    Runs,
    /// It waits for a microphone.
    Waits,
    /// Its file is being closed.
    Closes,
}

impl<'a> Running<'a> {
    /// The view of a recording.
    pub fn new(recording: &'a Recording, course: Course) -> Self {
        let live = &recording.live;
        let ago = |frame: u64| {
            seconds_from_frames(
                live.captured_frames.saturating_sub(frame),
                live.sample_rate_hz,
            )
        };
        Self {
            live,
            elapsed_secs: live.captured_secs(),
            start: recording.attempt.plan.start(),
            cue: recording.cue(),
            flags: recording
                .marks
                .iter()
                .filter(|mark| mark.flag().is_some())
                .map(|mark| mark.frame)
                .collect(),
            part: recording.part(),
            clipped: live
                .clipped_at_frame
                .is_some_and(|frame| ago(frame) < motion::CLIP_HOLD_SECS),
            stopped: course == Course::Waits || recording.trouble.as_ref().is_some_and(silences),
            course,
        }
    }

    /// Whether it waits for a microphone.
    pub fn waits(&self) -> bool {
        self.course == Course::Waits
    }

    /// Whether its file is being closed.
    pub fn closes(&self) -> bool {
        self.course == Course::Closes
    }

    /// The language asked for now.
    pub fn language(&self) -> Language {
        self.cue.map_or(self.start, |(_, to)| to)
    }

    /// Seconds of a frame.
    pub fn secs(&self, frame: u64) -> f64 {
        seconds_from_frames(frame, self.live.sample_rate_hz)
    }
}

/// Whether no sound arrives while this is the matter.
fn silences(fault: &SoundFault) -> bool {
    match fault {
        SoundFault::NoMicrophone
        | SoundFault::PermissionDenied
        | SoundFault::DeviceBusy
        | SoundFault::DeviceLost
        | SoundFault::SoundServerGone
        | SoundFault::NoSamples
        | SoundFault::Suspended
        | SoundFault::FolderGone(_)
        | SoundFault::TakeTooLong
        | SoundFault::DiskFull
        | SoundFault::WriteFailed { .. } => true,
        SoundFault::NoSpeaker
        | SoundFault::Other { .. }
        | SoundFault::OnlyZeros
        | SoundFault::DiskSlow
        | SoundFault::Dropped { .. }
        | SoundFault::Unreadable { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_silences_ends_the_waveform() {
        assert!(silences(&SoundFault::NoSamples));
        assert!(silences(&SoundFault::DiskFull));
        assert!(!silences(&SoundFault::OnlyZeros), "zeros are still samples");
        let dropped = SoundFault::Dropped {
            frames: 1,
            sample_rate_hz: 48_000,
        };
        assert!(!silences(&dropped));
    }
}
