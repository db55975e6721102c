//! What a recording says: pure functions over samples, each fact with its unit.
//! Not here: reading files and devices (`audio`), drawing (`ui`).

pub mod frames;
pub mod level;
pub mod levels;
pub mod loudness;
pub mod nuclei;
pub mod peaks;
pub mod report;
pub mod resample;
pub mod runs;
pub mod sound_check;
pub mod stretches;
pub mod thresholds;
mod voice;
mod voicing;
#[cfg(test)]
pub(crate) mod vowels;
