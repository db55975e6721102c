//! Every path of the library, in one place.
//! Pure: nothing here looks at the disk, except where the system keeps documents and settings.

use std::path::{Path, PathBuf};

use directories::{ProjectDirs, UserDirs};

use crate::model::attempt::AttemptId;
use crate::model::session::SessionId;
use crate::model::story::StoryId;

/// Name of an attempt's own file within its folder.
pub const ATTEMPT_FILE: &str = "attempt.json";
/// Name of the settings of a library that the person named on the command line.
pub const SETTINGS_FILE: &str = "settings.toml";
/// Name of the list of general follow-ups, built in and in the folder of packs.
pub const FOLLOW_UPS_FILE: &str = "follow-ups.toml";
/// How the name of a story's file ends.
pub const STORY_ENDING: &str = "md";
/// What is added to the name of a take while it grows.
pub const PART_SUFFIX: &str = ".part";

/// Where things lie within a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    root: PathBuf,
}

impl Layout {
    /// The layout of a library in a folder.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
        }
    }

    /// The folder of the library.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// `library.json`: the format of the library as a whole.
    pub fn library_file(&self) -> PathBuf {
        self.root.join("library.json")
    }

    /// The empty file whose lock says that a running copy uses the library.
    pub fn lock_file(&self) -> PathBuf {
        self.root.join("library.lock")
    }

    /// Which questions were drawn.
    pub fn draws_file(&self) -> PathBuf {
        self.root.join("draws.json")
    }

    /// The folders that a library always has, outer ones first.
    pub fn folders(&self) -> [PathBuf; 9] {
        [
            self.attempts(),
            self.stories(),
            self.sessions(),
            self.packs(),
            self.roles(),
            self.trash(),
            self.cache(),
            self.peaks(),
            self.speech(),
        ]
    }

    /// All attempts, in folders by year.
    pub fn attempts(&self) -> PathBuf {
        self.root.join("attempts")
    }

    /// One file per story.
    pub fn stories(&self) -> PathBuf {
        self.root.join("stories")
    }

    /// One file per session.
    pub fn sessions(&self) -> PathBuf {
        self.root.join("sessions")
    }

    pub fn session_file(&self, id: &SessionId) -> PathBuf {
        self.sessions().join(format!("{id}.json"))
    }

    pub fn story_file(&self, id: &StoryId) -> PathBuf {
        self.stories().join(format!("{id}.{STORY_ENDING}"))
    }

    /// Deleted stories, which can be brought back.
    pub fn trashed_stories(&self) -> PathBuf {
        self.trash().join("stories")
    }

    /// Former versions of files in the trash, made when the first one comes.
    pub fn trashed_versions(&self) -> PathBuf {
        self.trash().join("versions")
    }

    /// The person's own question packs.
    pub fn packs(&self) -> PathBuf {
        self.root.join("packs")
    }

    /// The person's own roles.
    pub fn roles(&self) -> PathBuf {
        self.root.join("roles")
    }

    /// Deleted attempts, which can be brought back.
    pub fn trash(&self) -> PathBuf {
        self.root.join("trash")
    }

    /// What can be worked out anew; may be deleted at any time.
    pub fn cache(&self) -> PathBuf {
        self.root.join("cache")
    }

    /// What was given out. Made when it is needed.
    pub fn exports(&self) -> PathBuf {
        self.root.join("exports")
    }

    /// Cached peaks.
    pub fn peaks(&self) -> PathBuf {
        self.cache().join("peaks")
    }

    /// Cached speech: what was heard in takes.
    pub fn speech(&self) -> PathBuf {
        self.cache().join("speech")
    }

    /// Settings of a library that the person named on the command line.
    pub fn settings_file(&self) -> PathBuf {
        self.root.join(SETTINGS_FILE)
    }

    /// The year folder of an attempt.
    pub fn year_folder(&self, id: &AttemptId) -> PathBuf {
        self.attempts().join(id.year())
    }

    pub fn attempt_folder(&self, id: &AttemptId) -> PathBuf {
        self.year_folder(id).join(id.as_str())
    }

    pub fn attempt_file(&self, id: &AttemptId) -> PathBuf {
        self.attempt_folder(id).join(ATTEMPT_FILE)
    }

    /// The folder of an attempt in the trash.
    pub fn trash_folder(&self, id: &AttemptId) -> PathBuf {
        self.trash().join(id.as_str())
    }

    /// The finished recording of an attempt. `file` is the name its take gives.
    pub fn wav(&self, id: &AttemptId, file: &str) -> PathBuf {
        self.attempt_folder(id).join(file)
    }

    /// The recording of an attempt while it grows, or as a crash left it.
    pub fn part(&self, id: &AttemptId, file: &str) -> PathBuf {
        self.attempt_folder(id).join(format!("{file}{PART_SUFFIX}"))
    }

    /// The cached peaks of an attempt's take.
    pub fn peaks_file(&self, id: &AttemptId) -> PathBuf {
        self.peaks().join(format!("{id}.peaks"))
    }

    /// What was heard in an attempt's take.
    pub fn speech_file(&self, id: &AttemptId) -> PathBuf {
        self.speech().join(format!("{id}.speech"))
    }
}

/// The library of somebody who named none: `Retake` among the documents, else among the data of
/// the programs. `None` when the system knows neither (no home folder).
pub fn default_root() -> Option<PathBuf> {
    let documents = UserDirs::new().and_then(|dirs| dirs.document_dir().map(Path::to_path_buf));
    documents
        .or_else(|| project().map(|dirs| dirs.data_dir().to_path_buf()))
        .map(|folder| folder.join("Retake"))
}

/// The settings of somebody who named no library. `None` without a home folder.
pub fn default_settings_path() -> Option<PathBuf> {
    project().map(|dirs| dirs.config_dir().join("settings.toml"))
}

fn project() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "Retake")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_lies_within_the_library() {
        let layout = Layout::new(Path::new("/lib"));
        let id = AttemptId::parse("2026-11-21_120522_dive-deep-03_7f3a").unwrap();
        assert_eq!(
            layout.part(&id, "answer.wav"),
            Path::new("/lib/attempts/2026/2026-11-21_120522_dive-deep-03_7f3a/answer.wav.part")
        );
        for path in layout.folders() {
            assert!(path.starts_with("/lib"), "{}", path.display());
        }
    }
}
