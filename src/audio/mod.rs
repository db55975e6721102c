//! Microphone and speaker. Sound never waits for anyone.
//! Not here: the library's folders, words for people, windows.

pub mod backend;
pub mod capture;
pub mod playback;
pub mod sample;
pub mod take_file;
pub mod watch;
pub mod wav;
pub mod wav_layout;
pub mod wav_repair;
pub mod writer;
