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
pub mod clock;
pub mod engine;
pub mod limits;
pub mod messages;
pub mod mixdown;
pub mod playback;
pub mod sample;
pub mod tts;
pub mod wav;
pub mod worker;

pub use backend::{fake_backend, system_backend};
pub use capture::{take, take_clock, writer};
pub use engine::Engine;
pub use messages::{EngineError, EventSink};
pub use playback::playback_facts;
pub use wav::{take_file, wav_layout, wav_repair};
