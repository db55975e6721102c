//! Everything that can go wrong and that a person must hear of, as data.
//! The sentences are made in `i18n::faults`, once, at the edge.

use std::path::PathBuf;

use crate::model::reading::ReadingFault;

/// What went wrong with sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SoundFault {
    /// There is no microphone at all.
    NoMicrophone,
    /// There is no speaker at all.
    NoSpeaker,
    /// The system does not let this program use the microphone.
    PermissionDenied,
    /// Another program holds the device.
    DeviceBusy,
    /// The device went away while it was used.
    DeviceLost,
    /// The system's sound service cannot be reached.
    SoundServerGone,
    /// No samples for a second although the stream is open.
    NoSamples,
    /// Only zeros for two seconds: muted, or denied by the system.
    OnlyZeros,
    /// Frames were lost; the file holds silence in their place.
    Dropped {
        /// Number of frames.
        frames: u64,
        /// Frames per second.
        sample_rate_hz: u32,
    },
    /// The computer slept in the middle of the take.
    Suspended,
    /// The disk takes no sound for the moment; nothing is lost yet.
    DiskSlow,
    /// The folder of the take was removed while it was recorded. What was said was put back.
    FolderGone(PathBuf),
    /// The take is as long as a take may become.
    TakeTooLong,
    /// The disk is full.
    DiskFull,
    /// The file could not be written.
    WriteFailed {
        /// The file.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// The recording cannot be read back.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// Anything else the sound system said.
    Other {
        /// Its words.
        detail: String,
    },
}

/// What went wrong with files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// Another running copy has this library open.
    LibraryInUse(PathBuf),
    /// The folder is not there and cannot be made.
    LibraryMissing {
        /// The folder.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// The folder can be read but not written.
    LibraryReadOnly(PathBuf),
    /// Written by a newer version of the app.
    LibraryNewer(PathBuf),
    /// One attempt cannot be read; all others can.
    BrokenAttempt {
        /// Its file.
        path: PathBuf,
        /// What is wrong and where.
        detail: String,
    },
    /// One session cannot be read; its answers and all else can.
    BrokenSession {
        /// Its file.
        path: PathBuf,
        /// What is wrong and where.
        detail: String,
    },
    /// A question pack cannot be used.
    BrokenPack {
        /// The file.
        path: PathBuf,
        /// Line, from 1, where known.
        line: Option<usize>,
        /// What is wrong.
        detail: String,
    },
    /// A file of a role cannot be used.
    BrokenRole {
        /// The file.
        path: PathBuf,
        /// Line, from 1, where known.
        line: Option<usize>,
        /// What is wrong.
        detail: String,
    },
    /// A story cannot be read; all others can.
    BrokenStory {
        /// The file.
        path: PathBuf,
        /// Line, from 1, where known.
        line: Option<usize>,
        /// What is wrong.
        detail: String,
    },
    /// A story was changed here and by somebody else at the same time. Theirs is in this file.
    StoryConflict(PathBuf),
    /// The settings file cannot be read; defaults are used and the file is left alone.
    BrokenSettings {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// A save failed; what is on disk is the former version.
    SaveFailed {
        /// The file.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// Moving to or from the trash failed.
    MoveFailed {
        /// The folder.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// The system offers no file dialog.
    NoFileDialog,
}

/// Anything a person must hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Sound.
    Sound(SoundFault),
    /// Files.
    File(FileFault),
    /// Reading aloud.
    Reading(ReadingFault),
}

impl From<ReadingFault> for Fault {
    fn from(fault: ReadingFault) -> Self {
        Self::Reading(fault)
    }
}

impl From<SoundFault> for Fault {
    fn from(fault: SoundFault) -> Self {
        Self::Sound(fault)
    }
}

impl From<FileFault> for Fault {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}
