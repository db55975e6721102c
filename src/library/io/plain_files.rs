//! Whether what is found at a path lies in the library itself: a plain file, a plain folder. A link
//! could show, or change, what lies outside, and a pipe might never end. Not here: what a fault of it
//! is called; that is for those who look.

use std::fs::{self, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::library::io::sync_copy::original_of;

/// Why anything else is no file: a folder, a device, a pipe.
pub use crate::regular_file::NO_FILE;

/// Why a link is no file or folder of the library.
pub const LINK: &str = "a link; links are not followed";

/// What is known of a file that must lie here itself. It is not opened: opening a pipe waits for
/// its other end. Errors: those of the system, and `InvalidInput` for what is no file.
pub fn file(path: &Path) -> io::Result<Metadata> {
    let metadata = fs::symlink_metadata(path)?;
    match why_no_file(metadata.file_type()) {
        None => Ok(metadata),
        Some(why) => Err(io::Error::new(io::ErrorKind::InvalidInput, why)),
    }
}

/// Why something is no file of the library; `None` when it is one.
pub fn why_no_file(kind: FileType) -> Option<&'static str> {
    if kind.is_file() {
        None
    } else if kind.is_symlink() {
        Some(LINK)
    } else {
        Some(NO_FILE)
    }
}

/// Fails unless there is a folder, and not a link to one.
pub fn folder(path: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(path)?.file_type();
    if kind.is_dir() {
        Ok(())
    } else if kind.is_symlink() {
        Err(io::Error::new(io::ErrorKind::InvalidInput, LINK))
    } else {
        Err(io::ErrorKind::NotADirectory.into())
    }
}

/// Why a file is not read that an editor saved as `pack.toml.txt`, mostly without showing the end of the
/// name.
pub const TOML_TXT: &str = "its name ends in .toml.txt: rename it so that it ends in .toml";

/// Fails for a file whose name says that it was meant to be a TOML file, and is none.
pub fn named_toml(path: &Path) -> io::Result<()> {
    if is_toml(path) {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, TOML_TXT))
}

fn is_toml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// Whether a file is called `….toml.txt`.
fn is_toml_txt(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
        && path.file_stem().is_some_and(|stem| is_toml(stem.as_ref()))
}

/// The TOML files of a folder in the order of their names, and what else is called like one, also in
/// capitals or as [`TOML_TXT`] says. Hidden files are those of editors, of systems, and our own temporary
/// ones; copies that sync programs left are listed elsewhere. Errors: those of the system, and those of
/// [`folder`].
pub fn toml_files(path: &Path) -> io::Result<Vec<PathBuf>> {
    folder(path)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(path)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let hidden = name.starts_with('.');
        // A name that a person could have given too is the person's.
        let copy = original_of(&name, |_| false).is_some();
        if (is_toml(&path) || is_toml_txt(&path)) && !hidden && !copy {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
