//! What tests of the library share: a library in a folder that goes with it, and attempts.
//! Not here: tests.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test binary uses a part of it, and fails by panicking"
)]

use std::path::PathBuf;

use retake::library::attempt_file;
use retake::library::open::Library;
use retake::model::attempt::{Attempt, AttemptId};

/// An attempt of format 1 with unknown fields.
pub const SOUND: &str = include_str!("../fixtures/attempt-1-bare.json");

/// A library in a folder that goes with it.
pub struct Shelf {
    pub library: Library,
    pub folder: tempfile::TempDir,
}

/// An empty library.
pub fn shelf() -> Shelf {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path()).unwrap();
    Shelf { library, folder }
}

/// The attempt of the fixture under another id.
pub fn attempt(salt: u16) -> Attempt {
    let mut attempt = attempt_file::parse(SOUND).unwrap();
    attempt.id = AttemptId::new(&attempt.created, "dive-deep-03", salt);
    attempt
}

impl Shelf {
    /// A library with attempts, and the path of the first one's file.
    pub fn with_attempts(count: u16) -> (Self, PathBuf) {
        let shelf = shelf();
        for salt in 1..=count {
            shelf.library.create_attempt(&attempt(salt)).unwrap();
        }
        let path = shelf.library.layout().attempt_file(&attempt(1).id);
        (shelf, path)
    }
}
