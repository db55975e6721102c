//! Attempts: their file, making and moving them, finding all of them, giving them out.

pub mod answers_csv;
pub mod attempt_file;
pub mod attempt_mends;
pub mod attempt_parts;
pub mod attempt_place;
pub mod attempt_take;
pub mod attempts;
pub mod rescan;
pub mod scan;
pub mod trash;
