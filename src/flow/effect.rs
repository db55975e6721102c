//! All that we ask of the world. `app` carries effects out; nothing here does.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::model::attempt::Attempt;
use crate::model::audio::{AudioCommand, Rendition};
use crate::model::deck::Draws;
use crate::model::edit_list::EditList;
use crate::model::export::Answer;
use crate::model::language::Language;
use crate::model::session::record::Session;
use crate::model::settings::Settings;
use crate::model::speech::Span;
use crate::model::story::{Story, StoryId};
use crate::model::sync_copy::SyncCopy;
use crate::model::trash::TrashedAnswer;

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    // Disk.
    /// Open, lock and read a library.
    OpenLibrary(PathBuf),
    /// Take leave of the present library for the one that was opened: what was asked before is asked of the
    /// present one.
    UseLibrary(PathBuf),
    /// Read again what other programs changed in the library and in the settings.
    Rescan,
    /// Make the folder and file of a new attempt, before any sound.
    CreateAttempt(Arc<Attempt>),
    SaveAttempt(Arc<Attempt>),
    /// The window shows what was on disk: what it saves next is made of that.
    TookInAttempt(Arc<Attempt>),
    TookInSession(Arc<Session>),
    TookInSettings(Box<Settings>),
    Trash(Arc<Attempt>),
    Restore(Arc<Attempt>),
    /// Look through the trash.
    ReadTrash,
    /// Bring an answer back from the trash, by the name of its folder there.
    RestoreTrashed(String),
    /// Remove all that is in the trash for good.
    EmptyTrash,
    /// Keep one of two versions that a sync program left; the other goes to the trash.
    KeepVersion {
        pair: SyncCopy,
        keep_copy: bool,
    },
    SaveSettings(Settings),
    SaveDraws(Draws),
    /// Read or compute the peaks of an attempt's take.
    LoadPeaks(Arc<Attempt>),
    /// Read the samples of a part of an attempt's take.
    LoadExcerpt {
        attempt: Arc<Attempt>,
        frames: Range<u64>,
    },
    /// Listen to these takes, in this order, and to no others any more.
    Analyse {
        /// Number of the order, never 0.
        order: u32,
        attempts: Vec<Arc<Attempt>>,
    },
    StopAnalysis,
    /// Measure how loud a stretch of a take is.
    MeasureLoudness {
        attempt: Arc<Attempt>,
        span: Span,
    },
    // Stories.
    ReadStories,
    /// Write a story over what is on disk.
    SaveStory {
        story: Arc<Story>,
        /// What it was made from; `None` for a new one.
        base: Option<Arc<Story>>,
    },
    TrashStory(Arc<Story>),
    RestoreStory(Arc<Story>),
    OpenStoryFile(StoryId),

    LoadRoles,
    /// Write a built-in role, by its id, into the library as a file that can be edited.
    MakeRoleOwn(String),
    SaveSession(Arc<Session>),
    CheckSpace,

    // Sound.
    Audio(AudioCommand),
    /// Play the take of an attempt. The library knows its file, so that this is not yet an
    /// `AudioCommand`.
    Play {
        /// Number of this playback; its reports carry it.
        id: u32,
        attempt: Arc<Attempt>,
        /// Takes that its edit list speaks of beside it, in their order.
        beside: Vec<Arc<Attempt>>,
        rendition: Rendition,
        from_frame: u64,
        /// 0 to 1.
        volume: f32,
        /// Device id; `None` is the system's default.
        device: Option<String>,
    },

    /// Play an answer that lies in the trash, from its start.
    PlayTrashed {
        /// As in `Play`.
        id: u32,
        answer: TrashedAnswer,
        rendition: Rendition,
        /// 0 to 1.
        volume: f32,
        device: Option<String>,
    },

    /// Write answers into the library as text and as a table, for people and for other programs.
    Export {
        /// The oldest first.
        answers: Vec<Answer>,
        language: Language,
        /// When it was asked for; the folder is called after it.
        at: jiff::Zoned,
    },
    /// Write an answer as it is assembled into a file of its own. Told like an export.
    SaveAssembled {
        attempt: Arc<Attempt>,
        beside: Vec<Arc<Attempt>>,
        edit: EditList,
        language: Language,
        at: jiff::Zoned,
    },
    /// Write the sound of an answer into the library, as far as it counts, with its marks.
    ExportSound {
        attempt: Arc<Attempt>,
        /// Of the words at the marks.
        language: Language,
        at: jiff::Zoned,
    },
    /// Write none of it, if there is still time.
    CancelExport,

    // The interviewer's voice.
    LookForVoices,
    /// Read a text through the system's speech.
    ReadAloud {
        /// Its report carries this.
        id: u32,
        text: String,
        language: Language,
    },
    StopReading,

    // Window.
    /// Draw again after this time, even if nothing else happens.
    WakeAfter(Duration),
    /// Ask for a folder in the system's dialog.
    PickFolder,
    Reveal(PathBuf),
    CloseWindow,
}
