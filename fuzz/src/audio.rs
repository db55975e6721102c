//! The part of the audio module that knows files. Not here: devices, streams, threads.

#[path = "../../src/audio/mixdown.rs"]
pub mod mixdown;
#[path = "../../src/audio/sample.rs"]
pub mod sample;
#[path = "../../src/audio/wav/mod.rs"]
pub mod wav;

pub use wav::{take_file, wav_layout, wav_repair};
