//! What a recording says: pure functions over samples, each fact with its unit.
//! Not here: reading files and devices (`audio`), drawing (`ui`).

pub mod level;
pub mod levels;
pub mod peaks;
pub mod sound_check;
