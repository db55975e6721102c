//! Sessions: their file, and all of them.

pub mod session_file;
pub mod sessions;
