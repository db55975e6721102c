//! Opening a library: its folders, its format, its lock, and what may be done with it.
//! Not here: reading attempts (`scan`), changing them (`attempts`).

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::library::io::known::Known;
use crate::library::io::plain_files;
use crate::library::io::read;
use crate::library::io::save::{self, SaveError};
use crate::library::layout::{self, Layout};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::deck::Draws;
use crate::model::fault::{Fault, FileFault};
use crate::model::session::SessionId;
use crate::model::session::record::Session;
use crate::model::story::{Story, StoryId};

/// The format of a library as a whole: which folders there are and what they are called.
const FORMAT: u64 = 1;

#[derive(Serialize, Deserialize)]
struct LibraryFile {
    format: u64,
}

/// What went wrong with the library or a file in it.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// Another running copy has it open.
    #[error("{}: in use by another copy", .0.display())]
    InUse(PathBuf),
    /// It is not there, or something else is in its place.
    #[error("{}: {source}", path.display())]
    Missing {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It can be read but not written.
    #[error("{}: read-only", .0.display())]
    ReadOnly(PathBuf),
    /// It, or a file in it, was written by a newer version.
    #[error("{}: written by a newer version", .0.display())]
    Newer(PathBuf),
    /// An attempt cannot be read.
    #[error("{}: {detail}", path.display())]
    BrokenAttempt {
        /// Its file.
        path: PathBuf,
        /// What is wrong and where.
        detail: String,
    },
    /// A session cannot be read.
    #[error("{}: {detail}", path.display())]
    BrokenSession {
        /// Its file.
        path: PathBuf,
        /// What is wrong and where.
        detail: String,
    },
    /// A file was not saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Something could not be removed from the trash.
    #[error("{}: {source}", path.display())]
    NotRemoved {
        /// It.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An attempt could not be moved to or from the trash; it is where it was.
    #[error("{}: {source}", path.display())]
    Move {
        /// Its folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl From<LibraryError> for Fault {
    fn from(error: LibraryError) -> Self {
        Self::File(error.into())
    }
}

impl From<LibraryError> for FileFault {
    fn from(error: LibraryError) -> Self {
        match error {
            LibraryError::InUse(path) => Self::LibraryInUse(path),
            LibraryError::Missing { path, source } => Self::LibraryMissing {
                path,
                detail: source.to_string(),
            },
            LibraryError::ReadOnly(path) => Self::LibraryReadOnly(path),
            LibraryError::Newer(path) => Self::LibraryNewer(path),
            LibraryError::BrokenAttempt { path, detail } => Self::BrokenAttempt { path, detail },
            LibraryError::BrokenSession { path, detail } => Self::BrokenSession { path, detail },
            LibraryError::Save(error) => error.into(),
            LibraryError::NotRemoved { path, source } => Self::NotRemoved {
                path,
                detail: source.to_string(),
            },
            LibraryError::Move { path, source } => Self::MoveFailed {
                path,
                detail: source.to_string(),
            },
        }
    }
}

/// Whether a library may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    Write,
    /// The system does not let us write.
    ReadOnly,
    /// Its layout may be one that we would damage.
    Newer,
}

/// An open library. Locked for as long as it lives, unless it can only be read.
#[derive(Debug)]
pub struct Library {
    layout: Layout,
    access: Access,
    /// As the window has them.
    pub(super) known_attempts: Known<AttemptId, Attempt>,
    pub(super) known_sessions: Known<SessionId, Session>,
    pub(super) known_draws: Known<(), Draws>,
    /// What saves of stories that failed were made from.
    pub(super) owed_stories: Known<StoryId, Story>,
    /// The lock goes with the file handle, also when the process dies.
    _lock: Option<File>,
}

impl Library {
    /// Opens a library and makes what is missing of it.
    ///
    /// The folder itself is made, but not the folder around it: a missing one usually is a drive
    /// that is not plugged in. (Only around [`layout::default_root`] all is made.) A library that
    /// can be read but not written, or that a newer version made, opens too: everything in it can
    /// be heard, and [`Self::write_fault`] and every change say why nothing is saved.
    ///
    /// The folder may be a link, for it is the person who names it; nothing within it may be one.
    ///
    /// Errors: `InUse`, `Missing`, and `Save` when its first file could not be written.
    pub fn open(root: &Path) -> Result<Self, LibraryError> {
        let missing = |path: &Path, source| LibraryError::Missing {
            path: path.to_path_buf(),
            source,
        };
        if !root.is_dir() {
            if layout::default_root().as_deref() == Some(root)
                && let Some(parent) = root.parent()
            {
                fs::create_dir_all(parent).map_err(|source| missing(root, source))?;
            }
            save::ensure_folder(root).map_err(|source| missing(root, source))?;
        }
        let layout = Layout::new(root);
        // Before anything is written: what a newer version made may have other folders.
        let found = library_format(&layout);
        if let Found::Format(format) = found
            && format > FORMAT
        {
            return Self::read_only(layout, Access::Newer);
        }
        if let Found::Unreadable(error) = found {
            // An error of reading is not damage: nothing is known of the format, so nothing is written.
            return if is_read_only(&error) {
                Self::read_only(layout, Access::ReadOnly)
            } else {
                Err(missing(&layout.library_file(), error))
            };
        }
        let lock = match lock(&layout) {
            Ok(lock) => lock,
            Err(LockError::InUse) => return Err(LibraryError::InUse(root.to_path_buf())),
            Err(LockError::Io(error)) if is_read_only(&error) => {
                return Self::read_only(layout, Access::ReadOnly);
            }
            Err(LockError::Io(error)) => return Err(missing(&layout.lock_file(), error)),
        };
        for folder in layout.folders() {
            match save::ensure_folder(&folder) {
                Err(error) if is_read_only(&error) => {
                    return Self::read_only(layout, Access::ReadOnly);
                }
                made => made.map_err(|source| missing(&folder, source))?,
            }
        }
        let path = layout.library_file();
        if matches!(found, Found::Damaged) {
            // It holds a number that every attempt repeats, so nobody is locked out over it.
            save::set_aside(&path)?;
        }
        if !matches!(found, Found::Format(_)) {
            save::save(
                &path,
                format!("{{\n  \"format\": {FORMAT}\n}}\n").as_bytes(),
            )?;
        }
        // What a crash left in the folders that no scan looks into; nobody else writes there yet.
        for folder in [
            layout.root(),
            &layout.packs(),
            &layout.roles(),
            &layout.stories(),
            &layout.peaks(),
            &layout.sessions(),
        ] {
            save::remove_leftovers_in(folder);
        }
        Ok(Self {
            layout,
            access: Access::Write,
            known_attempts: Known::default(),
            known_sessions: Known::default(),
            known_draws: Known::default(),
            owed_stories: Known::default(),
            _lock: lock,
        })
    }

    /// A library without a lock: who only reads disturbs nobody.
    fn read_only(layout: Layout, access: Access) -> Result<Self, LibraryError> {
        let attempts = layout.attempts();
        match fs::read_dir(&attempts) {
            // An empty folder that we may not write holds nothing to lose.
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                return Err(LibraryError::Missing {
                    path: attempts,
                    source,
                });
            }
            _ => {}
        }
        Ok(Self {
            layout,
            access,
            known_attempts: Known::default(),
            known_sessions: Known::default(),
            known_draws: Known::default(),
            owed_stories: Known::default(),
            _lock: None,
        })
    }

    /// Where everything lies.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        self.layout.root()
    }

    /// Why nothing can be changed here; `None` when everything can.
    pub fn write_fault(&self) -> Option<FileFault> {
        self.writable().err().map(FileFault::from)
    }

    /// Whether a newer version made this library.
    pub(super) fn is_newer(&self) -> bool {
        self.access == Access::Newer
    }

    /// Fails when the library must not, or can no longer, be changed.
    pub(super) fn writable(&self) -> Result<(), LibraryError> {
        let root = self.root().to_path_buf();
        match self.access {
            Access::Newer => Err(LibraryError::Newer(root)),
            Access::ReadOnly => Err(LibraryError::ReadOnly(root)),
            // A drive that was pulled out; its mount point may still be there, and empty.
            Access::Write => plain_files::folder(&self.layout.attempts())
                .map_err(|source| LibraryError::Missing { path: root, source }),
        }
    }
}

enum Found {
    Nothing,
    Format(u64),
    /// What is in its place makes no sense.
    Damaged,
    /// It is there, and the system does not hand it out.
    Unreadable(io::Error),
}

fn library_format(layout: &Layout) -> Found {
    match read::read_text(&layout.library_file()) {
        Ok(text) => serde_json::from_str(&text).map_or(Found::Damaged, |file: LibraryFile| {
            Found::Format(file.format)
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Found::Nothing,
        // A folder or a link in its place is moved aside like other nonsense.
        Err(error) if read::is_damage(&error) || is_no_file(&error) => Found::Damaged,
        Err(error) => Found::Unreadable(error),
    }
}

/// Nor is what is far too large for a single number.
fn is_no_file(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput | io::ErrorKind::FileTooLarge
    )
}

enum LockError {
    InUse,
    Io(io::Error),
}

/// Takes the lock; `None` on a file system that has no locks.
fn lock(layout: &Layout) -> Result<Option<File>, LockError> {
    let path = layout.lock_file();
    // Looked at before it is opened: opening a pipe waits for its other end.
    match plain_files::file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(LockError::Io(error)),
        _ => {}
    }
    let file = save::open_private(&path).map_err(LockError::Io)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(LockError::InUse),
        // Some network file systems know no locks. Every save is atomic and every attempt has a
        // folder of its own, so two copies would disturb each other little; no library at all
        // would be worse.
        Err(TryLockError::Error(error)) => {
            tracing::warn!(path = %path.display(), %error, "no lock on this file system");
            Ok(None)
        }
    }
}

fn is_read_only(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::layout::default_root;
    use crate::model::attempt::AttemptId;

    #[test]
    fn a_library_that_cannot_be_written_says_so_at_every_change() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        let library = Library::read_only(layout, Access::ReadOnly).unwrap();
        let fault = FileFault::LibraryReadOnly(folder.path().to_path_buf());
        assert_eq!(library.write_fault(), Some(fault.clone()));
        let id = AttemptId::parse("2026-11-21_120522_x_0001").unwrap();
        let error = library.restore(&id).unwrap_err();
        assert_eq!(FileFault::from(error), fault);
        assert_eq!(library.scan().faults, []);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_library_that_cannot_even_be_read_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        File::create(layout.attempts()).unwrap();
        let error = Library::read_only(layout, Access::ReadOnly).unwrap_err();
        assert!(matches!(error, LibraryError::Missing { .. }), "{error}");
    }

    #[test]
    fn the_default_place_is_called_by_our_name() {
        if let Some(root) = default_root() {
            assert!(root.ends_with("Retake"));
        }
    }
}
