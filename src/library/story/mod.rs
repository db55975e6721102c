//! Stories: their Markdown files, and all of them.

pub mod stories;
pub mod story_file;
