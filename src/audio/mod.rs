//! Microphone and speaker. Sound never waits for anyone.
//! Not here: the library's folders, words for people, windows.
//!
//! | thread | does |
//! |---|---|
//! | `retake-audio` | takes orders and hands them on |
//! | `retake-mic`, `retake-speaker` | open, watch and close one stream each; may hang in the system |
//! | the system's | calls `capture` and `playback`: REALTIME |
//! | `retake-writer` | one take: ring to file, its watch, its reports |
//! | `retake-player` | one file being heard: file to ring, its reports |
//! | `retake-devices`, `retake-cue` | one listing, one cue; short-lived |
//! | `retake-check`, `retake-clip` | one sound check, one sound of it; in memory only |

pub mod backend;
pub mod capture;
mod check;
pub mod clip_player;
pub mod clock;
pub mod cpal_backend;
pub mod cue;
pub mod devices;
pub mod dropout_detector;
pub mod engine;
pub mod fake_backend;
pub mod feed;
pub mod intake;
pub mod limits;
pub mod messages;
pub mod playback;
pub mod playback_facts;
pub mod player;
#[cfg(target_os = "linux")]
pub mod pulse_backend;
pub mod running_take;
pub mod sample;
pub mod source;
pub mod stream;
pub mod stream_clock;
pub mod system_backend;
pub mod take;
pub mod take_clock;
pub mod take_end;
pub mod take_file;
pub mod take_track;
pub mod tone;
pub mod tts;
pub mod watch;
pub mod wav;
mod wav_error;
pub mod wav_layout;
pub mod wav_repair;
pub mod worker;
pub mod writer;

pub use engine::Engine;
pub use messages::{EngineError, EventSink};
