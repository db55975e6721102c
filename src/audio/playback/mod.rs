//! From files or from memory to the speaker: the callback, the player of takes, short sounds.
//! Not here: opening devices (`backend`), reading files (`wav`).

pub mod anchors;
pub mod assembly;
pub mod callback;
pub mod clip_player;
pub mod cue;
pub mod feed;
pub mod playback_facts;
pub mod player;
pub mod stretch;
pub mod tone;

pub use callback::{FADE_SECS, PlaybackCallback};
