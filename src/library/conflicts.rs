//! Copies that sync programs left in the library: which there are, and keeping one of two versions. The
//! other one goes to the trash; nothing is deleted. Not here: what they are called (`io::sync_copy`).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::library::attempt::attempts::move_folder;
use crate::library::cache_file::SourceStamp;
use crate::library::io::save;
use crate::library::io::sync_copy::original_of;
use crate::library::layout::{ATTEMPT_FILE, SETTINGS_FILE};
use crate::library::open::{Library, LibraryError};
use crate::library::story::stories;
use crate::model::attempt::AttemptId;
use crate::model::sync_copy::SyncCopy;

/// Folders of attempts in which no copies lay, as they were then.
pub type Clean = BTreeMap<PathBuf, SourceStamp>;

/// What a folder holds, of which there may be copies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Settings,
    /// Stories, called by us or by the person.
    Stories,
    Sessions,
    /// Packs or roles, called by the person.
    Named,
    /// The attempts of a year.
    Attempts,
    /// What belongs to one attempt.
    Attempt,
}

impl Library {
    /// The copies beside the settings, stories, sessions and attempts, and within the folders of attempts:
    /// of those only the ones that changed since they were found `clean`. `between` is called after each
    /// folder; `None` when it breaks off.
    pub fn sync_copies(
        &self,
        clean: &mut Clean,
        mut between: impl FnMut() -> ControlFlow<()>,
    ) -> Option<Vec<SyncCopy>> {
        let layout = self.layout();
        let mut folders = vec![
            (layout.root().to_path_buf(), Holds::Settings),
            (layout.stories(), Holds::Stories),
            (layout.sessions(), Holds::Sessions),
            (layout.roles(), Holds::Named),
            (layout.packs(), Holds::Named),
        ];
        for year in folders_in(&layout.attempts()) {
            let attempts = folders_in(&year).into_iter();
            folders.extend(attempts.map(|folder| (folder, Holds::Attempt)));
            folders.push((year, Holds::Attempts));
        }
        let mut still_clean = Clean::new();
        let mut found = Vec::new();
        for (folder, holds) in folders {
            if holds == Holds::Attempt {
                // Taken before it is looked at: what comes meanwhile is found the next time.
                let stamp = SourceStamp::of(&folder).ok();
                let unchanged = stamp.is_some() && clean.get(&folder) == stamp.as_ref();
                let copies = if unchanged {
                    Vec::new()
                } else {
                    copies_in(&folder, holds)
                };
                if copies.is_empty() {
                    still_clean.extend(stamp.map(|stamp| (folder, stamp)));
                }
                found.extend(copies);
            } else {
                found.extend(copies_in(&folder, holds));
            }
            if between().is_break() {
                return None;
            }
        }
        *clean = still_clean;
        Some(found)
    }

    /// Keeps one of two versions under the name that the library uses; the other goes to the trash.
    pub fn keep_version(&self, pair: &SyncCopy, keep_copy: bool) -> Result<(), LibraryError> {
        self.writable()?;
        if !keep_copy {
            return self.trash_version(&pair.copy).map(|_| ());
        }
        if !save::is_there(&pair.original) {
            return move_folder(&pair.copy, &pair.original);
        }
        let trashed = self.trash_version(&pair.original)?;
        move_folder(&pair.copy, &pair.original).inspect_err(|_| {
            if let Err(error) = move_folder(&trashed, &pair.original) {
                tracing::error!(%error, trashed = %trashed.display(), "a version stays in the trash");
            }
        })
    }

    /// Where it is then.
    fn trash_version(&self, path: &Path) -> Result<PathBuf, LibraryError> {
        let failed = |source| LibraryError::Move {
            path: path.to_path_buf(),
            source,
        };
        let trash = self.layout().trashed_versions();
        for folder in [self.layout().trash(), trash.clone()] {
            save::ensure_folder(&folder).map_err(failed)?;
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut free = (1..=9_999_u32).map(|number| trash.join(format!("{number}-{name}")));
        let to = free
            .find(|to| !save::is_there(to))
            .ok_or_else(|| failed(io::ErrorKind::AlreadyExists.into()))?;
        move_folder(path, &to)?;
        Ok(to)
    }
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders.map(|entry| entry.path()).collect()
}

/// The copies in a folder. Faults of the folder are told by those who need what is in it.
fn copies_in(folder: &Path, holds: Holds) -> Vec<SyncCopy> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let plain = entries.filter(|entry| entry.file_type().is_ok_and(|kind| !kind.is_symlink()));
    let names: BTreeSet<String> = plain
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    let pair = |name: &String| {
        let copy = folder.join(name);
        let original = original_of(name, |original| {
            names.contains(original) && holds.version(&folder.join(original), &copy)
        });
        let original = original.filter(|original| holds.name(original))?;
        let original = folder.join(original);
        Some(SyncCopy {
            original_at: written(&original),
            copy_at: written(&copy),
            original,
            copy,
        })
    };
    names.iter().filter_map(pair).collect()
}

impl Holds {
    /// Whether a file called `name 2.json` or `name-HOST.json` is no file of the person's own.
    fn version(self, original: &Path, copy: &Path) -> bool {
        match self {
            Self::Named => false,
            Self::Stories => stories::is_version(original, copy),
            Self::Settings | Self::Sessions | Self::Attempts | Self::Attempt => true,
        }
    }

    /// Whether a name is one of what is looked for.
    fn name(self, original: &str) -> bool {
        let ending = Path::new(original).extension().and_then(|it| it.to_str());
        match self {
            Self::Settings => original == SETTINGS_FILE,
            Self::Stories => ending == Some("md"),
            Self::Sessions => ending == Some("json"),
            Self::Named => ending == Some("toml"),
            Self::Attempts => AttemptId::parse(original).is_some(),
            Self::Attempt => original == ATTEMPT_FILE,
        }
    }
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

        // Called by the person, and a pack or a story of its own.
        story("queue-AWS.md", "another");
        fs::write(library.layout().packs().join("own.toml"), "").unwrap();
        fs::write(library.layout().packs().join("own-AWS.toml"), "").unwrap();

        let mut clean = Clean::new();
        let mut copies = || {
            library
                .sync_copies(&mut clean, || ControlFlow::Continue(()))
                .unwrap()
        };
        let found = copies();
        assert_eq!(found.len(), 5, "{found:?}");
        let listed = |library: &Library| -> Vec<String> {
            let (stories, faults) = library.stories();
            assert_eq!(faults, []);
            let mut titles: Vec<_> = stories.into_iter().map(|story| story.title).collect();
            titles.sort();
            titles
        };
        assert_eq!(listed(&library), ["another", "ours"]);
        let of_scan = library.scan().faults;
        assert!(!format!("{of_scan:?}").contains("0001 2"), "{of_scan:?}");

        let mut copy = |words: &str| {
            let mut pairs = copies().into_iter();
            pairs
                .find(|pair| pair.copy.to_string_lossy().contains(words))
                .unwrap()
        };
        library.keep_version(&copy("sync-conflict"), true).unwrap();
        assert_eq!(listed(&library), ["another", "theirs"]);
        library.keep_version(&copy("Jane"), false).unwrap();
        assert_eq!(listed(&library), ["another", "theirs"]);
        let trash = library.layout().trash().join("versions");
        assert_eq!(
            fs::read_dir(trash).unwrap().count(),
            2,
            "nothing is deleted"
        );
        assert_eq!(copies().len(), 3);
    }
}
