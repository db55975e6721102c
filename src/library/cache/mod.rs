//! What can be worked out anew: peaks, and what was heard in takes.

pub mod cache_file;
pub mod peaks_cache;
pub mod speech_cache;
