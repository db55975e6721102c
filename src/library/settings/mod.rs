//! The settings.

pub mod settings_file;
