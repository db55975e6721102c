//! Making, saving and moving attempts. Nothing here deletes what was said: the trash is a folder.
//! Not here: reading all of them (`scan`), the take's samples (`audio`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::library::attempt::attempt_file;
use crate::library::io::plain_files;
use crate::library::io::read::read_own_text;
use crate::library::io::save::{self, SaveError};
use crate::library::io::three_way::{self, Change, Format, Saved};
use crate::library::io::versioned::refused;
use crate::library::layout::{ATTEMPT_FILE, PART_SUFFIX};
use crate::library::open::{Library, LibraryError};
use crate::model::attempt::{Attempt, AttemptId};

impl Library {
    /// Makes the folder and file of a new attempt and returns where its recording goes.
    /// Call it before any sound. An attempt that is there is never overwritten.
    pub fn create_attempt(&self, attempt: &Attempt) -> Result<PathBuf, LibraryError> {
        self.writable()?;
        let path = self.layout().attempt_file(&attempt.id);
        let failed = |source| SaveError {
            path: path.clone(),
            source,
        };
        let text = attempt_file::render(attempt, None).map_err(|error| refused(&path, error))?;
        let year = self.layout().year_folder(&attempt.id);
        let folder = self.layout().attempt_folder(&attempt.id);
        save::ensure_folder(&year).map_err(failed)?;
        save::make_private_folder(&folder).map_err(failed)?;
        if let Err(error) = save::save(&path, text.as_bytes()) {
            // So that another try may succeed. Only an empty folder is removed; if that fails
            // too, the fault to tell is still the first one.
            fs::remove_dir(&folder).ok();
            return Err(error.into());
        }
        save::sync_folder(&year).map_err(failed)?;
        save::sync_folder(&self.layout().attempts()).map_err(failed)?;
        self.took_in_attempt(Arc::new(attempt.clone()));
        Ok(self.wav_path(attempt))
    }

    /// Writes an attempt's file. What others changed in it since it was read stays, and so do fields and
    /// elements that this version does not know. A file damaged since is set aside as
    /// `attempt.json.damaged-N` first.
    pub fn save_attempt(&self, attempt: &Attempt) -> Result<Saved<Attempt>, LibraryError> {
        self.writable()?;
        let id = &attempt.id;
        let format = Format {
            read: &|text| attempt_file::parse(text).ok().filter(|it| it.id == *id),
            salvage: &|_, _| None,
            write: &attempt_file::render,
            merge: Attempt::merge,
            set_aside: save::set_aside,
        };
        let base = self.known_attempts.get(id);
        let change = Change {
            base: base.as_deref(),
            ours: attempt,
        };
        let path = self.layout().attempt_file(id);
        // Another program may have removed the folder of an answer that is open here.
        for folder in [
            self.layout().year_folder(id),
            self.layout().attempt_folder(id),
        ] {
            save::ensure_folder(&folder).map_err(|source| SaveError {
                path: folder,
                source,
            })?;
        }
        let saved = three_way::save(&path, &change, &format)?;
        self.took_in_attempt(Arc::new(attempt.clone()));
        Ok(saved)
    }

    /// The window shows this version of an attempt: what it saves next is made of it.
    pub fn took_in_attempt(&self, attempt: Arc<Attempt>) {
        self.known_attempts.set(attempt.id.clone(), attempt);
    }

    /// Moves an attempt to the trash.
    pub fn trash(&self, attempt: &Attempt) -> Result<(), LibraryError> {
        self.writable()?;
        let layout = self.layout();
        // Somebody who empties the trash may remove its folder too.
        let trash = layout.trash();
        save::ensure_folder(&trash).map_err(|source| LibraryError::Move {
            path: trash,
            source,
        })?;
        move_folder(
            &layout.attempt_folder(&attempt.id),
            &layout.trash_folder(&attempt.id),
        )
    }

    /// Brings an attempt back from the trash and reads it.
    pub fn restore(&self, id: &AttemptId) -> Result<Attempt, LibraryError> {
        self.writable()?;
        let from = self.layout().trash_folder(id);
        plain_files::folder(&from).map_err(|source| LibraryError::Move {
            path: from.clone(),
            source,
        })?;
        // Read first: what cannot be shown afterwards stays where it is.
        let attempt = self.read_attempt(id, &from)?;
        let file = &attempt.take.file;
        for path in [from.join(file), from.join(format!("{file}{PART_SUFFIX}"))] {
            match plain_files::file(&path) {
                Err(source) if source.kind() != io::ErrorKind::NotFound => {
                    return Err(LibraryError::Move { path, source });
                }
                _ => {}
            }
        }
        let year = self.layout().year_folder(id);
        save::ensure_folder(&year).map_err(|source| LibraryError::Move { path: year, source })?;
        move_folder(&from, &self.layout().attempt_folder(id))?;
        self.took_in_attempt(Arc::new(attempt.clone()));
        Ok(attempt)
    }

    /// Writes files into a new folder of exports, and returns it.
    pub fn export(&self, name: &str, files: &[(&str, String)]) -> Result<PathBuf, LibraryError> {
        self.export_into(name, |folder| {
            for (file, text) in files {
                save::save(&folder.join(file), text.as_bytes())?;
            }
            Ok(())
        })
    }

    /// Has something written into a new folder of exports, and returns it. Where nothing was written nothing
    /// stays.
    pub fn export_into<E: From<LibraryError>>(
        &self,
        name: &str,
        write: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<PathBuf, E> {
        let folder = self.export_folder(name)?;
        let written = write(&folder);
        if written.is_err() {
            // Only when it is empty. The fault to tell is the first one.
            fs::remove_dir(&folder).ok();
        }
        written.map(|()| folder)
    }

    /// Makes a new folder of exports. One of that name stays as it is.
    fn export_folder(&self, name: &str) -> Result<PathBuf, LibraryError> {
        self.writable()?;
        let exports = self.layout().exports();
        let free = (1..).map(|copy: u32| match copy {
            1 => exports.join(name),
            copy => exports.join(format!("{name}-{copy}")),
        });
        let folder = free.into_iter().find(|path| !save::is_there(path));
        let folder = folder.unwrap_or_else(|| exports.join(name));
        for each in [&exports, &folder] {
            save::ensure_folder(each).map_err(|source| SaveError {
                path: each.clone(),
                source,
            })?;
        }
        Ok(folder)
    }

    /// The finished recording of an attempt.
    pub fn wav_path(&self, attempt: &Attempt) -> PathBuf {
        self.layout().wav(&attempt.id, &attempt.take.file)
    }

    /// The recording of an attempt while it grows.
    pub fn part_path(&self, attempt: &Attempt) -> PathBuf {
        self.layout().part(&attempt.id, &attempt.take.file)
    }

    /// Reads the attempt of a folder, whose name must be the id in the file: paths are made from
    /// the id, and two folders with one id would write over each other.
    pub(crate) fn read_attempt(
        &self,
        id: &AttemptId,
        folder: &Path,
    ) -> Result<Attempt, LibraryError> {
        let path = folder.join(ATTEMPT_FILE);
        let broken = |detail: String| LibraryError::BrokenAttempt {
            path: path.clone(),
            detail,
        };
        let text = read_own_text(&path).map_err(|error| broken(error.to_string()))?;
        let mut attempt = attempt_file::parse(&text).map_err(broken)?;
        if attempt.id != *id {
            return Err(broken(format!(
                "the id in the file is {}, the folder is called {id}",
                attempt.id
            )));
        }
        attempt.read_only |= self.is_newer();
        Ok(attempt)
    }
}

/// How often a folder is tried whose file somebody holds open: the player, or a program that looks for
/// viruses. One second in all.
const TRIES: u32 = 20;
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

/// Moves or removes a folder. Windows refuses that while a file in it is open, so it is tried for a while
/// there; elsewhere open files hinder nobody.
pub(crate) fn while_held(mut change: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let refused = |error: &io::Error| error.kind() == io::ErrorKind::PermissionDenied;
    for _ in 1..TRIES {
        let changed = change();
        if !(cfg!(windows) && changed.as_ref().is_err_and(refused)) {
            return changed;
        }
        thread::sleep(BETWEEN_TRIES);
    }
    change()
}

pub(crate) fn move_folder(from: &Path, to: &Path) -> Result<(), LibraryError> {
    let moved = || {
        // A rename replaces an empty folder without a word.
        if save::is_there(to) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        while_held(|| fs::rename(from, to))
    };
    moved().map_err(|source| LibraryError::Move {
        path: from.to_path_buf(),
        source,
    })?;
    for folder in [from.parent(), to.parent()].into_iter().flatten() {
        // The move has happened; without the sync a power cut might at worst undo it.
        if let Err(error) = save::sync_folder(folder) {
            tracing::warn!(folder = %folder.display(), %error, "folder not synced after a move");
        }
    }
    Ok(())
}
