//! Retake: record, replay and rate spoken interview answers. Everything stays on the person's
//! computer. The rooms and who may see whom: ARCHITECTURE.md; `tests/tidy.rs` holds the arrows.

/// What a recording says: pure functions over samples.
pub mod analysis;
/// The wiring: the only place where rooms meet.
pub mod app;
/// Microphone and speaker.
pub mod audio;
/// What happens when: one pure function changes the state.
pub mod flow;
/// Words in both languages.
pub mod i18n;
/// Files that outlive us.
pub mod library;
/// What things are.
pub mod model;
/// Opening a file of a person, for all who read one.
pub mod regular_file;
/// What it looks like.
pub mod ui;
