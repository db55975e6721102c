//! Where the events of this module go, and why it may not take a command.
//! Not here: the commands and events (`model::audio`), who carries them out (`engine`).

use std::io;
use std::sync::Arc;

use crate::model::audio::AudioEvent;

/// Where events go. It never blocks. It is called from this module's own threads, never from the
/// sound system's.
pub type EventSink = Arc<dyn Fn(AudioEvent) + Send + Sync>;

/// Why a command was not taken.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// Too many commands wait.
    #[error("too many commands wait")]
    Busy,
    /// The engine has ended.
    #[error("the audio engine has ended")]
    Ended,
    /// The system gave no thread.
    #[error("no thread for audio: {0}")]
    Thread(#[from] io::Error),
}
