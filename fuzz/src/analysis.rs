//! The part of the analysis room that reading a file needs. Not here: hearing voices in it.

#[path = "../../src/analysis/level.rs"]
pub mod level;
#[path = "../../src/analysis/peaks.rs"]
pub mod peaks;
#[path = "../../src/analysis/thresholds.rs"]
pub mod thresholds;
