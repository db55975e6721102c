//! The part of the audio room that knows files. Not here: devices, streams, threads.

#[path = "../../src/audio/sample.rs"]
pub mod sample;
#[path = "../../src/audio/take_file.rs"]
pub mod take_file;
#[path = "../../src/audio/wav.rs"]
pub mod wav;
#[path = "../../src/audio/wav_error.rs"]
pub mod wav_error;
#[path = "../../src/audio/wav_layout.rs"]
pub mod wav_layout;
#[path = "../../src/audio/wav_repair.rs"]
pub mod wav_repair;
