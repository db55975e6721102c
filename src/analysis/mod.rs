//! What a recording says: pure functions over samples, each fact with its unit.
//! Not here: reading files and devices (`audio`), drawing (`ui`).

pub mod frames;
pub mod level;
pub mod levels;
pub mod measures;
pub mod nuclei;
pub mod peaks;
pub mod report;
pub mod resample;
pub mod runs;
mod shim;
pub mod sound_check;
pub mod star;
pub mod switch;
pub mod thresholds;
pub mod voice;
pub mod voicing;
