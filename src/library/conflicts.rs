//! Copies that sync programs left in the library: which there are, and keeping one of two versions. The
//! other one goes to the trash; nothing is deleted. Not here: what they are called (`io::sync_copy`).

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::library::attempt::attempts::move_folder;
use crate::library::io::save;
use crate::library::io::sync_copy::original_of;
use crate::library::open::{Library, LibraryError};
use crate::model::sync_copy::SyncCopy;

impl Library {
    /// The copies beside the settings, stories, sessions and attempts, and within the folders of attempts.
    /// Reads the names of all folders: 10,000 attempts take a second on a cold disk. `between` is called
    /// after each folder.
    pub fn sync_copies(&self, mut between: impl FnMut()) -> Vec<SyncCopy> {
        let layout = self.layout();
        let mut folders = vec![
            layout.root().to_path_buf(),
            layout.stories(),
            layout.sessions(),
            layout.roles(),
            layout.packs(),
        ];
        for year in folders_in(&layout.attempts()) {
            let attempts = folders_in(&year);
            folders.push(year);
            folders.extend(attempts);
        }
        let mut found = Vec::new();
        for folder in folders {
            found.extend(copies_in(&folder));
            between();
        }
        found
    }

    /// Keeps one of two versions under the name that the library uses; the other goes to the trash.
    pub fn keep_version(&self, pair: &SyncCopy, keep_copy: bool) -> Result<(), LibraryError> {
        self.writable()?;
        if !keep_copy {
            return self.trash_version(&pair.copy);
        }
        if save::is_there(&pair.original) {
            self.trash_version(&pair.original)?;
        }
        move_folder(&pair.copy, &pair.original)
    }

    fn trash_version(&self, path: &Path) -> Result<(), LibraryError> {
        let failed = |source| LibraryError::Move {
            path: path.to_path_buf(),
            source,
        };
        let trash = self.layout().trash().join("versions");
        for folder in [self.layout().trash(), trash.clone()] {
            save::ensure_folder(&folder).map_err(failed)?;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut free = (1..=9_999_u32).map(|number| trash.join(format!("{number}-{name}")));
        let to = free
            .find(|to| !save::is_there(to))
            .ok_or_else(|| failed(io::ErrorKind::AlreadyExists.into()))?;
        move_folder(path, &to)
    }
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|entry| entry.path()).collect()
}

/// The copies in a folder. Faults of the folder are told by those who need what is in it.
fn copies_in(folder: &Path) -> Vec<SyncCopy> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let plain = entries.filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_symlink()));
    let names: BTreeSet<String> = plain
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let pair = |name: &String| {
        let original = original_of(name, |name| names.contains(name))?;
        let (original, copy) = (folder.join(original), folder.join(name));
        Some(SyncCopy {
            original_at: written(&original),
            copy_at: written(&copy),
            original,
            copy,
        })
    };
    names.iter().filter_map(pair).collect()
}

fn written(path: &Path) -> Option<Timestamp> {
    Timestamp::try_from(fs::symlink_metadata(path).ok()?.modified().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_found_hidden_from_the_lists_and_one_version_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path()).unwrap();
        let story = |name: &str, title: &str| {
            let text = format!("+++\nformat = 1\ntitle = \"{title}\"\n+++\n");
            fs::write(library.layout().stories().join(name), text).unwrap();
        };
        story("queue.md", "ours");
        story("queue.sync-conflict-20261120-110000-ABCDEFG.md", "theirs");
        story("queue (Jane's conflicted copy 2026-11-20).md", "hers");
        let attempt = library
            .layout()
            .attempts()
            .join("2026/2026-11-20_100000_q-1_0001");
        fs::create_dir_all(&attempt).unwrap();
        fs::write(attempt.join("attempt 2.json"), "{}").unwrap();
        fs::write(attempt.join("attempt.json"), "{}").unwrap();
        fs::create_dir_all(attempt.with_file_name("2026-11-20_100000_q-1_0001 2")).unwrap();
        fs::write(folder.path().join("settings.toml"), "").unwrap();
        fs::write(folder.path().join("settings-DESKTOP.toml"), "").unwrap();

        let found = library.sync_copies(|| ());
        assert_eq!(found.len(), 5, "{found:?}");
        let listed = |library: &Library| -> Vec<String> {
            let (stories, faults) = library.stories();
            assert_eq!(faults, []);
            stories.iter().map(|story| story.title.clone()).collect()
        };
        assert_eq!(listed(&library), ["ours"]);
        let of_scan = library.scan().faults;
        assert!(!format!("{of_scan:?}").contains("0001 2"), "{of_scan:?}");

        let copy = |words: &str| {
            let found = library.sync_copies(|| ());
            let mut pairs = found.into_iter();
            pairs
                .find(|pair| pair.copy.to_string_lossy().contains(words))
                .unwrap()
        };
        library.keep_version(&copy("sync-conflict"), true).unwrap();
        assert_eq!(listed(&library), ["theirs"]);
        library.keep_version(&copy("Jane"), false).unwrap();
        assert_eq!(listed(&library), ["theirs"]);
        let trash = library.layout().trash().join("versions");
        assert_eq!(
            fs::read_dir(trash).unwrap().count(),
            2,
            "nothing is deleted"
        );
        assert_eq!(library.sync_copies(|| ()).len(), 3);
    }
}
