//! How files are read and written whole, and what is common to their formats. Not here: any one format.

pub mod json_location;
pub mod known;
pub mod overlay;
pub mod plain_files;
pub mod read;
pub mod save;
pub mod space;
pub mod three_way;
pub mod timestamp;
pub mod toml_edits;
pub mod toml_reader;
pub mod versioned;
