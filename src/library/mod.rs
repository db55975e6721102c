//! Files that outlive us: the library of attempts, question packs, settings and the peaks cache.
//! Nothing the person said is ever lost or half-written.
//!
//! What belongs here is whatever touches the disk by path, and every file format as a type of its
//! own. Not here: sound (the samples of a take are written and repaired in `audio`), words for the
//! person (`i18n`), the clock (times are passed in), and decisions (they belong to `flow`).
//!
//! All of it is called from one thread, the disk thread; only the caches of peaks and of
//! speech have threads of their own. Two rules hold everywhere: a file is
//! replaced as a whole or not at all (`save`), and what cannot be read is told and left in place.

pub mod answers_csv;
pub mod attempt_file;
mod attempt_parts;
mod attempt_place;
mod attempt_take;
pub mod attempts;
pub mod builtin;
pub mod cache_file;
mod draws_file;
pub mod follow_ups;
mod json_location;
pub mod layout;
pub mod open;
mod overlay;
pub mod packs;
pub mod peaks_cache;
mod plain_files;
mod read;
pub mod roles;
pub mod rubrics;
pub mod save;
pub mod scan;
pub mod session_file;
pub mod sessions;
pub mod settings_file;
pub mod space;
pub mod speech_cache;
pub mod stories;
pub mod story_file;
mod timestamp;
mod toml_edits;
mod toml_reader;
mod versioned;
