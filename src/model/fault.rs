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
        why: UnreadableWav,
        /// Place and reason, for those who want to know; may be empty.
        detail: String,
    },
    /// Anything else the sound system said.
    Other {
        /// Its words.
        detail: String,
    },
}

/// Why a recording cannot be read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadableWav {
    /// There is no such file.
    Missing,
    /// A folder, a device or a pipe has its name.
    NoFile,
    /// The system does not let us read it.
    Refused,
    /// The system failed to read it.
    Failed,
    /// There is not a single sample in it.
    Empty,
    /// It is shorter than the answer was: the rest of it is still on its way.
    Partial,
    /// It is not a WAV file, or its headers are damaged.
    NotWav,
    /// Its samples are of a kind that is not understood.
    Samples,
    /// It says that it has this many frames per second, which no recording has.
    Rate(u32),
}

/// Where a fault of sound comes from, and so what would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultSource {
    /// The microphone, or the permission to use it.
    Microphone,
    /// The way from the microphone to the computer.
    Connection,
    /// The system's sound service.
    SoundSystem,
    Speaker,
    /// The computer slept, or was too busy to take the sound.
    Computer,
    /// The disk, the folder or the file of the take.
    Disk,
}

/// What shows that a fault of sound is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// A microphone begins to deliver.
    Microphone,
    /// Further frames arrive, or a microphone begins to deliver.
    Frames,
    /// There is more than zeros in them, or a microphone begins to deliver.
    Signal,
    /// Further frames are on disk.
    Writing,
    /// Something is heard.
    Speaker,
    /// Nothing that happens by itself.
    Nothing,
}

impl Recovery {
    /// Whether it is over as soon as a microphone begins to deliver.
    pub const fn comes_with_a_microphone(self) -> bool {
        match self {
            Self::Microphone | Self::Frames | Self::Signal => true,
            Self::Writing | Self::Speaker | Self::Nothing => false,
        }
    }
}

impl SoundFault {
    /// Where it comes from.
    pub const fn source(&self) -> FaultSource {
        match self {
            Self::NoMicrophone | Self::PermissionDenied | Self::DeviceBusy | Self::OnlyZeros => {
                FaultSource::Microphone
            }
            Self::DeviceLost | Self::NoSamples => FaultSource::Connection,
            Self::SoundServerGone | Self::Other { .. } => FaultSource::SoundSystem,
            Self::NoSpeaker => FaultSource::Speaker,
            Self::Suspended | Self::Dropped { .. } => FaultSource::Computer,
            Self::DiskSlow
            | Self::DiskFull
            | Self::FolderGone(_)
            | Self::TakeTooLong
            | Self::WriteFailed { .. }
            | Self::Unreadable { .. } => FaultSource::Disk,
        }
    }

    /// Whether a take cannot go on after it, or, when it has not begun, never will.
    pub const fn ends_take(&self) -> bool {
        match self {
            Self::NoSamples | Self::OnlyZeros | Self::DiskSlow | Self::Dropped { .. } => false,
            Self::NoMicrophone
            | Self::NoSpeaker
            | Self::PermissionDenied
            | Self::DeviceBusy
            | Self::DeviceLost
            | Self::SoundServerGone
            | Self::Suspended
            | Self::FolderGone(_)
            | Self::TakeTooLong
            | Self::DiskFull
            | Self::WriteFailed { .. }
            | Self::Unreadable { .. }
            | Self::Other { .. } => true,
        }
    }

    /// What shows that it is over.
    pub const fn cleared_by(&self) -> Recovery {
        match self {
            Self::NoMicrophone
            | Self::PermissionDenied
            | Self::DeviceBusy
            | Self::DeviceLost
            | Self::SoundServerGone
            | Self::Suspended => Recovery::Microphone,
            Self::NoSamples => Recovery::Frames,
            Self::OnlyZeros => Recovery::Signal,
            Self::DiskSlow => Recovery::Writing,
            Self::NoSpeaker => Recovery::Speaker,
            Self::Dropped { .. }
            | Self::FolderGone(_)
            | Self::TakeTooLong
            | Self::DiskFull
            | Self::WriteFailed { .. }
            | Self::Unreadable { .. }
            | Self::Other { .. } => Recovery::Nothing,
        }
    }
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
    /// A file was changed here and by somebody else at the same time, or it was damaged meanwhile. What they
    /// wrote is in this file.
    Conflict(PathBuf),
    /// The settings file, or a value in it, cannot be read; defaults are used and the file is left alone.
    BrokenSettings {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
        /// Whether it is one value that cannot be used, and all others are.
        others_used: bool,
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
    /// Something could not be removed from the trash for good.
    NotRemoved {
        /// It.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
    /// Something could not be saved in the library, so that it was not left for another one.
    NotLeft,
    /// Sync programs left this many second versions of files.
    SyncCopies(usize),
    /// The system offers no file dialog.
    NoFileDialog,
    /// No other program showed a folder or a file.
    NotShown {
        /// Which.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
}

impl FileFault {
    /// Whether it may be over when the same is tried again: a drive is plugged in, a disk is freed, the
    /// other copy is closed.
    pub const fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::LibraryInUse(_) | Self::LibraryMissing { .. } | Self::SaveFailed { .. }
        )
    }
}

/// Anything a person must hear of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Sound(SoundFault),
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
