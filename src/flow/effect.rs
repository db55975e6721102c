//! All that we ask of the world. `app` carries effects out; nothing here does.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::model::attempt::Attempt;
use crate::model::audio::AudioCommand;
use crate::model::deck::Draws;
use crate::model::export::Answer;
use crate::model::language::Language;
use crate::model::session::record::Session;
use crate::model::settings::Settings;
use crate::model::story::{Story, StoryId};

/// A request to the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    // Disk.
    /// Open, lock and read a library.
    OpenLibrary(PathBuf),
    /// Make the folder and file of a new attempt, before any sound.
    CreateAttempt(Arc<Attempt>),
    /// Write an attempt's file.
    SaveAttempt(Arc<Attempt>),
    /// Move an attempt to the trash.
    Trash(Arc<Attempt>),
    /// Bring an attempt back from the trash.
    Restore(Arc<Attempt>),
    /// Write the settings.
    SaveSettings(Settings),
    /// Write which questions were drawn.
    SaveDraws(Draws),
    /// Read or compute the peaks of an attempt's take.
    LoadPeaks(Arc<Attempt>),
    /// Listen to these takes, in this order, and to no others any more.
    Analyse {
        /// Number of the order, never 0.
        order: u32,
        /// Which.
        attempts: Vec<Arc<Attempt>>,
    },
    /// Listen to no take any more.
    StopAnalysis,
    // Stories.
    /// Read all stories.
    ReadStories,
    /// Write a story over what is on disk.
    SaveStory {
        /// As it is to be.
        story: Arc<Story>,
        /// What it was made from; `None` for a new one.
        base: Option<Arc<Story>>,
    },
    /// Move a story to the trash.
    TrashStory(Arc<Story>),
    /// Bring a story back from the trash.
    RestoreStory(Arc<Story>),
    /// Open the file of a story.
    OpenStoryFile(StoryId),

    /// Read the roles again.
    LoadRoles,
    /// Write a built-in role, by its id, into the library as a file that can be edited.
    MakeRoleOwn(String),
    /// Write a session's file.
    SaveSession(Arc<Session>),
    /// Ask how much space is left.
    CheckSpace,

    // Sound.
    /// Microphone and speaker.
    Audio(AudioCommand),
    /// Play the take of an attempt. The library knows its file, so that this is not yet an
    /// `AudioCommand`.
    Play {
        /// Number of this playback; its reports carry it.
        id: u32,
        /// Whose take.
        attempt: Arc<Attempt>,
        /// First frame.
        from_frame: u64,
        /// 0 to 1.
        volume: f32,
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },

    /// Write answers into the library as text and as a table, for people and for other programs.
    Export {
        /// The oldest first.
        answers: Vec<Answer>,
        /// The language of the text.
        language: Language,
        /// When it was asked for; the folder is called after it.
        at: jiff::Zoned,
    },

    // The interviewer's voice.
    /// Look for a speech program and its voices.
    LookForVoices,
    /// Read a text through the system's speech.
    ReadAloud {
        /// Its report carries this.
        id: u32,
        /// What is read.
        text: String,
        /// In which language.
        language: Language,
    },
    /// Stop what is being read.
    StopReading,

    // Window.
    /// Draw again after this time, even if nothing else happens.
    WakeAfter(Duration),
    /// Ask for a folder in the system's dialog.
    PickFolder,
    /// Show a folder in the system's file manager.
    Reveal(PathBuf),
    /// Close the window now.
    CloseWindow,
}
