//! Reading the whole library. A broken attempt hides only itself; links are not followed,
//! so that a library cannot show what lies outside it.
//! Also removes the temporary files and the empty folders that a crash left behind: only in folders
//! that were there when it began, and never while an attempt is being made or saved. What is asked in
//! the meantime is done between two parts of it.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use crate::library::cache_file::SourceStamp;
use crate::library::io::plain_files;
use crate::library::io::save;
use crate::library::io::sync_copy::original_of;
use crate::library::layout::{ATTEMPT_FILE, PART_SUFFIX};
use crate::library::open::{Library, LibraryError};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::FileFault;
use crate::model::take::TakeState;
use crate::model::timeline::newest_first;

/// The attempts that were read, as their files were then.
pub type Seen = BTreeMap<AttemptId, SourceStamp>;

/// All that is in a library.
#[derive(Debug, Default)]
pub struct Scan {
    /// Newest first.
    pub attempts: Vec<Arc<Attempt>>,
    /// What could not be read, by path.
    pub faults: Vec<FileFault>,
    /// The files as they were when they were read.
    pub stamps: Seen,
    /// Attempts that were still being recorded when the last process ended, newest first: their
    /// state says so, or a `.part` file is there.
    pub unfinished: Vec<AttemptId>,
}

impl Scan {
    fn append(&mut self, mut other: Self) {
        self.attempts.append(&mut other.attempts);
        self.faults.append(&mut other.faults);
        self.stamps.append(&mut other.stamps);
        self.unfinished.append(&mut other.unfinished);
    }
}

/// What becomes of what a crash left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Leftovers {
    Remove,
    /// Other programs may be at work in the folder.
    Leave,
}

/// Below this number of attempts a second thread costs more than it brings.
const WORTH_A_THREAD: usize = 64;
/// Attempts in a part of a scan. A cold disk was seen to take 0.6 ms for each, so that nothing waits
/// longer than a tenth of a second.
pub(super) const AT_ONCE: usize = 128;

impl Library {
    /// Reads all attempts.
    pub fn scan(&self) -> Scan {
        self.scan_in_parts(|| ControlFlow::Continue(()))
            .unwrap_or_default()
    }

    /// Reads all attempts that are there when it begins. `between` is called after each part, and may
    /// make, save and move attempts; `None` when it breaks the scan off.
    pub fn scan_in_parts(&self, mut between: impl FnMut() -> ControlFlow<()>) -> Option<Scan> {
        let mut found = Scan::default();
        let folders = self.attempt_folders(&mut found.faults);
        for part in folders.chunks(AT_ONCE) {
            found.append(self.read_part(part));
            if between().is_break() {
                return None;
            }
        }
        // Stable order whatever the threads and the file system did.
        found.attempts.sort_unstable_by(|a, b| newest_first(a, b));
        found.unfinished.sort_unstable_by(|a, b| b.cmp(a));
        found
            .faults
            .sort_by_cached_key(|fault| format!("{fault:?}"));
        Some(found)
    }

    /// The year folders' folders. What looks like an attempt and is none is a fault.
    pub(super) fn attempt_folders(&self, faults: &mut Vec<FileFault>) -> Vec<(AttemptId, PathBuf)> {
        if let Err(error @ LibraryError::Missing { .. }) = self.writable() {
            // A drive that was pulled out must not look like an empty library.
            faults.push(error.into());
        }
        let mut folders = Vec::new();
        let attempts = self.layout().attempts();
        if plain_files::folder(&attempts)
            .is_err_and(|error| error.kind() == io::ErrorKind::InvalidInput)
        {
            faults.push(broken(attempts, plain_files::LINK));
            return folders;
        }
        for (year, path, kind) in entries(&attempts, faults) {
            // Files of the system and of sync tools lie about in folders; they are not ours.
            if year.len() != 4 || matches!(kind, Kind::File | Kind::Other) {
                continue;
            }
            if kind == Kind::Link {
                faults.push(broken(path, plain_files::LINK));
                continue;
            }
            for (name, path, kind) in entries(&path, faults) {
                let is_there = |name: &str| path.with_file_name(name).is_dir();
                if name.starts_with('.')
                    || kind == Kind::File
                    || original_of(&name, is_there).is_some()
                {
                    continue;
                }
                match AttemptId::parse(&name) {
                    _ if kind != Kind::Folder => faults.push(broken(path, kind.why_not_plain())),
                    None => faults.push(broken(path, "no name of an attempt")),
                    Some(id) if id.year() != year => {
                        faults.push(broken(path, "in the folder of another year"));
                    }
                    Some(id) => folders.push((id, path)),
                }
            }
        }
        folders
    }

    fn read_part(&self, folders: &[(AttemptId, PathBuf)]) -> Scan {
        if folders.len() < WORTH_A_THREAD {
            return self.read_some(folders);
        }
        let (here, there) = folders.split_at(folders.len() / 2);
        thread::scope(|scope| {
            let second = thread::Builder::new()
                .name("retake-scan".to_owned())
                .spawn_scoped(scope, || self.read_some(there));
            let mut found = self.read_some(here);
            let other = match second.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(other)) => other,
                // Half a library must not look like a whole one.
                Ok(Err(panic)) => std::panic::resume_unwind(panic),
                // No second thread to be had: slower, that is all.
                Err(_) => self.read_some(there),
            };
            found.append(other);
            found
        })
    }

    fn read_some(&self, folders: &[(AttemptId, PathBuf)]) -> Scan {
        let mut found = Scan::default();
        for (id, folder) in folders {
            self.read_folder(id, folder, Leftovers::Remove, &mut found);
        }
        found
    }

    pub(super) fn read_folder(
        &self,
        id: &AttemptId,
        folder: &Path,
        leftovers: Leftovers,
        found: &mut Scan,
    ) {
        let mut has_file = false;
        let mut parts = Vec::new();
        let mut sound = None;
        // What is no plain file: it could lead out of the library, or never end.
        let mut odd = Vec::new();
        for (name, path, kind) in entries(folder, &mut found.faults) {
            if kind != Kind::File {
                odd.push((name.clone(), path.clone(), kind));
            }
            if save::is_leftover(&name) {
                if leftovers == Leftovers::Remove {
                    self.remove_leftover(&path);
                }
            } else if name == ATTEMPT_FILE {
                if kind != Kind::File {
                    found.faults.push(broken(path, kind.why_not_plain()));
                    return;
                }
                has_file = true;
            } else if let Some(take) = name.strip_suffix(PART_SUFFIX) {
                parts.push(take.to_owned());
                sound = Some(path);
            } else if Path::new(&name)
                .extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("wav"))
            {
                sound = Some(path);
            }
        }
        if !has_file {
            // Without sound the folder is what a crash left of an attempt that never began, or
            // what a sync tool has not filled yet and can make again.
            match sound {
                Some(path) => found
                    .faults
                    .push(broken(path, "a recording without attempt.json")),
                None if leftovers == Leftovers::Remove => self.remove_empty(folder),
                None => {}
            }
            return;
        }
        // Taken before it is read: a file that changes meanwhile is read again.
        let stamp = SourceStamp::of(&folder.join(ATTEMPT_FILE)).ok();
        match self.read_attempt(id, folder) {
            Ok(attempt) => {
                let file = &attempt.take.file;
                let of_take = |name: &str| name.strip_suffix(PART_SUFFIX).unwrap_or(name) == file;
                if let Some((_, path, kind)) = odd.into_iter().find(|(name, ..)| of_take(name)) {
                    found.faults.push(broken(path, kind.why_not_plain()));
                    return;
                }
                if attempt.take.state == TakeState::Recording || parts.contains(&attempt.take.file)
                {
                    found.unfinished.push(id.clone());
                }
                found.stamps.extend(stamp.map(|stamp| (id.clone(), stamp)));
                let attempt = Arc::new(attempt);
                self.known_attempts.add(id.clone(), attempt.clone());
                found.attempts.push(attempt);
            }
            Err(error) => found.faults.push(error.into()),
        }
    }

    /// Removes what killed writes left where no reading comes by: in the trash, in exports, in the cache.
    pub fn sweep(&self) {
        if self.writable().is_err() {
            return;
        }
        let layout = self.layout();
        let (trash, exports) = (layout.trash(), layout.exports());
        for folder in [&layout.cache(), &layout.peaks(), &layout.speech()] {
            save::remove_old_leftovers_in(folder);
        }
        for outer in [trash, exports] {
            save::remove_old_leftovers_in(&outer);
            for (_, path, kind) in entries(&outer, &mut Vec::new()) {
                if kind == Kind::Folder {
                    save::remove_old_leftovers_in(&path);
                }
            }
        }
    }

    fn remove_leftover(&self, path: &Path) {
        if self.writable().is_ok() {
            save::remove_leftover(path);
        }
    }

    /// Removes a folder if nothing at all is in it.
    fn remove_empty(&self, folder: &Path) {
        if self.writable().is_ok() {
            // The system refuses when there is anything in it.
            match fs::remove_dir(folder) {
                Ok(()) => tracing::info!(folder = %folder.display(), "removed an empty folder"),
                Err(error) => {
                    tracing::debug!(folder = %folder.display(), %error, "a folder without an attempt stays");
                }
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Folder,
    Link,
    File,
    /// A device or a pipe, which might never end.
    Other,
}

impl Kind {
    /// Why it cannot be used, for what is neither the plain file nor the folder that it should be.
    fn why_not_plain(self) -> &'static str {
        match self {
            Self::Link => plain_files::LINK,
            Self::Folder | Self::File | Self::Other => plain_files::NO_FILE,
        }
    }
}

/// Name, path and kind of all in a folder.
fn entries(folder: &Path, faults: &mut Vec<FileFault>) -> Vec<(String, PathBuf, Kind)> {
    let mut list = Vec::new();
    let mut read = || -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            // Of the entry itself, also if it is a link.
            let file_type = entry.file_type()?;
            let kind = if file_type.is_symlink() {
                Kind::Link
            } else if file_type.is_dir() {
                Kind::Folder
            } else if file_type.is_file() {
                Kind::File
            } else {
                Kind::Other
            };
            // A name that is not Unicode is none of ours; shown with marks in a fault.
            let name = entry.file_name().to_string_lossy().into_owned();
            list.push((name, entry.path(), kind));
        }
        Ok(())
    };
    match read() {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            faults.push(broken(folder.to_path_buf(), &error.to_string()));
        }
        _ => {}
    }
    list
}

fn broken(path: PathBuf, detail: &str) -> FileFault {
    LibraryError::BrokenAttempt {
        path,
        detail: detail.to_owned(),
    }
    .into()
}
