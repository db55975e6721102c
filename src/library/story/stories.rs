//! The stories of a library: reading all, saving one over what is on disk now, trash. Nothing that
//! somebody else wrote is lost: where both changed the same, theirs is kept beside ours.
//! Not here: the format (`story_file`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::library::attempt::attempts::move_folder;
use crate::library::io::plain_files;
use crate::library::io::read::read_own_text;
use crate::library::io::save::{self, SaveError};
use crate::library::io::three_way::{self, Change, Format, Saved};
use crate::library::layout::STORY_ENDING;
use crate::library::open::{Library, LibraryError};
use crate::library::story::story_file;
use crate::model::fault::FileFault;
use crate::model::story::{Story, StoryId};

/// A story as it is on disk after a save.
#[derive(Debug)]
pub struct SavedStory {
    /// What the file says now.
    pub story: Story,
    /// Where the words of somebody else are, if they clashed with these.
    pub theirs: Option<PathBuf>,
}

impl Library {
    /// Reads all stories, sorted by id. One that cannot be read hides only itself.
    pub fn stories(&self) -> (Vec<Story>, Vec<FileFault>) {
        let mut stories = Vec::new();
        let mut faults = Vec::new();
        let folder = self.layout().stories();
        let files = match story_files(&folder) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                faults.push(broken(&folder, None, error.to_string()));
                Vec::new()
            }
        };
        for path in files {
            match read_story(&path) {
                Ok(mut story) => {
                    story.read_only |= self.write_fault().is_some();
                    stories.push(story);
                }
                Err(found) => faults.extend(found),
            }
        }
        stories.sort_by(|a, b| a.id.cmp(&b.id));
        (stories, faults)
    }

    /// Writes a story. `base` is what it was made from: what else is in the file now, somebody else
    /// wrote, and it stays. A file that cannot be read any more is kept beside it.
    pub fn save_story(
        &self,
        story: &Story,
        base: Option<&Story>,
    ) -> Result<SavedStory, LibraryError> {
        let nothing = || Story::new(story.id.clone(), String::new());
        // One made from what was never written is made from what that was made from.
        let owed = self.owed_stories.remove(&story.id);
        let base = owed.unwrap_or_else(|| Arc::new(base.cloned().unwrap_or_else(nothing)));
        let saved = self.merge_story(story, &base);
        if saved.is_err() {
            self.owed_stories.set(story.id.clone(), base);
        }
        saved
    }

    fn merge_story(&self, story: &Story, base: &Story) -> Result<SavedStory, LibraryError> {
        self.writable()?;
        let path = self.layout().story_file(&story.id);
        save::ensure_folder(&self.layout().stories()).map_err(|source| SaveError {
            path: path.clone(),
            source,
        })?;
        let format = Format {
            read: &|text| story_file::parse(&story.id, text).ok(),
            salvage: &|_, _| None,
            write: &story_file::render,
            merge: Story::merge,
            set_aside: set_beside,
        };
        let change = Change {
            base: Some(base),
            ours: story,
        };
        let Saved { merged, theirs } = three_way::save(&path, &change, &format)?;
        let story = merged.unwrap_or_else(|| story.settled());
        Ok(SavedStory { story, theirs })
    }

    /// Moves a story to the trash.
    pub fn trash_story(&self, id: &StoryId) -> Result<(), LibraryError> {
        self.writable()?;
        let moving = |path: &Path| {
            let path = path.to_path_buf();
            |source| LibraryError::Move { path, source }
        };
        for folder in [self.layout().trash(), self.layout().trashed_stories()] {
            save::ensure_folder(&folder).map_err(moving(&folder))?;
        }
        let from = self.layout().story_file(id);
        plain_files::file(&from).map_err(moving(&from))?;
        let last = self.trashed(id).last().copied().unwrap_or(0);
        move_folder(&from, &self.trashed_file(id, last.saturating_add(1)))
    }

    /// Brings back the story of this name that went to the trash last, and reads it.
    pub fn restore_story(&self, id: &StoryId) -> Result<Story, LibraryError> {
        self.writable()?;
        let to = self.layout().story_file(id);
        let gone = || LibraryError::Move {
            path: self.trashed_file(id, 1),
            source: io::ErrorKind::NotFound.into(),
        };
        let last = self.trashed(id).last().copied().ok_or_else(gone)?;
        let from = self.trashed_file(id, last);
        move_folder(&from, &to)?;
        let text = read_own_text(&to).map_err(|source| LibraryError::Move {
            path: to.clone(),
            source,
        })?;
        story_file::parse(id, &text).map_err(|_| LibraryError::Move {
            path: to,
            source: io::ErrorKind::InvalidData.into(),
        })
    }

    /// Numbers of the files of a name in the trash, the oldest first. Somebody may have taken some
    /// of them out.
    fn trashed(&self, id: &StoryId) -> Vec<u32> {
        let plain = format!("{id}.{STORY_ENDING}");
        let entries = fs::read_dir(self.layout().trashed_stories());
        let names = entries.into_iter().flatten().flatten();
        let number = |name: &str| match name.strip_prefix(&plain)? {
            "" => Some(1),
            rest => rest.strip_prefix('.')?.parse().ok(),
        };
        let mut numbers: Vec<u32> = names
            .filter_map(|entry| number(&entry.file_name().to_string_lossy()))
            .collect();
        numbers.sort_unstable();
        numbers
    }

    fn trashed_file(&self, id: &StoryId, number: u32) -> PathBuf {
        let name = match number {
            1 => format!("{id}.{STORY_ENDING}"),
            number => format!("{id}.{STORY_ENDING}.{number}"),
        };
        self.layout().trashed_stories().join(name)
    }
}

fn read_story(path: &Path) -> Result<Story, Vec<FileFault>> {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let Some(id) = stem.and_then(StoryId::parse) else {
        let detail = "a name that is not legal everywhere".to_owned();
        return Err(vec![broken(path, None, detail)]);
    };
    let text = read_own_text(path).map_err(|error| vec![broken(path, None, error.to_string())])?;
    story_file::parse(&id, &text).map_err(|faults| {
        let told = faults.into_iter();
        told.map(|(line, detail)| broken(path, Some(line), detail))
            .collect()
    })
}

fn broken(path: &Path, line: Option<usize>, detail: String) -> FileFault {
    FileFault::BrokenStory {
        path: path.to_path_buf(),
        line,
        detail,
    }
}

/// The files of a folder that are called like stories. Hidden ones are those of editors, of systems,
/// and our own temporary ones.
fn story_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    plain_files::folder(folder)?;
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let ending = path
            .extension()
            .is_some_and(|ending| ending == STORY_ENDING);
        if ending && !hidden {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Moves what cannot be read to a name beside it; it stays as it is.
fn set_beside(path: &Path) -> Result<PathBuf, SaveError> {
    let failed = |source| SaveError {
        path: path.to_path_buf(),
        source,
    };
    let beside = three_way::free(path).map_err(failed)?;
    fs::rename(path, &beside).map_err(failed)?;
    Ok(beside)
}
