//! The files of a library as they were at the last look. Not here: looking again (`looking`).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::library::cache_file::SourceStamp;
use crate::library::conflicts::Clean;
use crate::library::scan::Seen;

/// The files of a folder, each with its time and length.
type Folder = BTreeMap<PathBuf, Option<SourceStamp>>;

/// The files as they were at the last look.
#[derive(Debug, Default)]
pub struct SeenFiles {
    pub attempts: Seen,
    pub clean: Clean,
    pub stories: Folder,
    pub sessions: Folder,
    pub packs: Folder,
    pub roles: Folder,
    pub settings: Option<SourceStamp>,
}

/// The files of a folder as they are now.
pub fn look(folder: &Path) -> Folder {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    paths
        .map(|path| {
            let stamp = SourceStamp::of(&path).ok();
            (path, stamp)
        })
        .collect()
}

/// Keeps the new look, and says whether it is another one.
pub fn differs<T: PartialEq>(seen: &mut T, now: T) -> bool {
    let differs = *seen != now;
    *seen = now;
    differs
}
