//! Retake: record, replay and rate spoken interview answers. The rooms, one sentence each:

pub mod analysis;
pub mod audio;
pub mod flow;
pub mod i18n;
pub mod library;
pub mod model;
pub mod ui;
