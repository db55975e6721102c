//! Why a WAV file cannot be read, and where. Not here: reading it (`wav`).

use std::io;
use std::path::{Path, PathBuf};

use crate::model::fault::{SoundFault, UnreadableWav};

/// Why a WAV file cannot be read, and where.
#[derive(Debug, thiserror::Error)]
#[error("{}: at byte {at}: {reason}", path.display())]
pub struct WavError {
    /// The file.
    pub path: PathBuf,
    /// Bytes from its start.
    pub at: u64,
    /// What is wrong there.
    pub reason: WavReason,
}

/// What can be wrong with a WAV file.
#[derive(Debug, thiserror::Error)]
pub enum WavReason {
    /// The system could not read or write it.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It holds not a single sample.
    #[error("there is no sound in it")]
    Empty,
    /// It does not begin like a WAV file.
    #[error("this is no WAV file")]
    NotWav,
    /// No part of it says what the samples are like.
    #[error("the description of the samples (fmt) is missing or too short")]
    NoFormat,
    /// It has no samples part.
    #[error("the part with the samples (data) is missing")]
    NoData,
    /// The samples are of a kind that is not understood.
    #[error("samples of kind {tag} with {bytes} bytes and {channels} channels are not understood")]
    UnknownFormat {
        /// The format tag.
        tag: u16,
        /// Bytes per sample.
        bytes: u16,
        /// Samples per frame.
        channels: u16,
    },
    /// It says that it has this many frames per second; see `model::limits`.
    #[error("{0} frames per second are not understood")]
    Rate(u32),
    /// It cannot be a recording that was cut short.
    #[error("the name does not end in .part")]
    NotPart,
    /// Its sizes do not fit into a WAV header.
    #[error("longer than a WAV file can be")]
    TooLong,
}

impl WavReason {
    /// The error at a place of a file.
    pub fn at(self, path: &Path, at: u64) -> WavError {
        WavError {
            path: path.to_owned(),
            at,
            reason: self,
        }
    }
}

impl WavError {
    /// The same as data, for words.
    pub fn why(&self) -> UnreadableWav {
        match &self.reason {
            WavReason::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => UnreadableWav::Missing,
                io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput => UnreadableWav::NoFile,
                io::ErrorKind::PermissionDenied => UnreadableWav::Refused,
                _ => UnreadableWav::Failed,
            },
            WavReason::Empty => UnreadableWav::Empty,
            WavReason::UnknownFormat { .. } => UnreadableWav::Samples,
            WavReason::Rate(hz) => UnreadableWav::Rate(*hz),
            WavReason::NotWav
            | WavReason::NoFormat
            | WavReason::NoData
            | WavReason::NotPart
            | WavReason::TooLong => UnreadableWav::NotWav,
        }
    }
}

impl From<WavError> for SoundFault {
    fn from(error: WavError) -> Self {
        let why = error.why();
        let detail = match why {
            // Said in words already.
            UnreadableWav::Missing | UnreadableWav::Empty | UnreadableWav::Rate(_) => String::new(),
            _ => format!("byte {}: {}", error.at, error.reason),
        };
        Self::Unreadable {
            path: error.path,
            why,
            detail,
        }
    }
}
