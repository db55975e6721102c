//! The rooms that read files, built without the window and the sound system: the very same sources,
//! so that a fuzzer's build takes minutes. Not here: what is asked of them (`fuzz_targets`).

pub mod analysis;
pub mod audio;
#[path = "../../src/library/mod.rs"]
pub mod library;
#[path = "../../src/model/mod.rs"]
pub mod model;
#[path = "../../src/regular_file.rs"]
pub mod regular_file;

use std::path::Path;

/// A new folder that goes with its value: in memory where the system has such a place, since a
/// disk would be asked to sync ten thousand times a second.
pub fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let builder = tempfile::Builder::new();
    if memory.is_dir() {
        builder.tempdir_in(memory)
    } else {
        builder.tempdir()
    }
    .expect("a place for temporary files")
}
