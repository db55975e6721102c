//! All that the world reports: disk, sound, dialogs, window.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::audio::AudioEvent;
use crate::model::deck::Draws;
use crate::model::fault::{Fault, FileFault, SoundFault};
use crate::model::peaks::{Excerpt, Peaks};
use crate::model::question::{FollowUp, Pack};
use crate::model::reading::{Reader, ReadingFault};
use crate::model::role::Role;
use crate::model::session::SessionId;
use crate::model::session::record::Session;
use crate::model::settings::Settings;
use crate::model::speech::{Span, Speech};
use crate::model::story::{Story, StoryId};
use crate::model::sync_copy::SyncCopy;
use crate::model::trash::Trash;

#[derive(Clone, Debug)]
pub enum Event {
    // Disk.
    /// The library was opened and locked; its attempts follow.
    LibraryOpened {
        root: PathBuf,
        /// What was drawn in it so far.
        draws: Draws,
    },
    LibraryFailed(FileFault),
    LibraryScanned {
        /// Sorted newest first.
        attempts: Vec<Arc<Attempt>>,
        faults: Vec<FileFault>,
        /// Attempts that a crash had cut short and that were made whole.
        repaired: Vec<AttemptId>,
    },
    /// Other programs changed something since the library was read.
    AttemptsChanged {
        /// Attempts that came or are others.
        changed: Vec<Arc<Attempt>>,
        gone: Vec<AttemptId>,
        /// All that cannot be read.
        faults: Vec<FileFault>,
    },
    /// All copies that sync programs left.
    SyncCopies(Vec<SyncCopy>),
    PacksLoaded {
        /// Those that are sound, built-in first.
        packs: Vec<Pack>,
        faults: Vec<FileFault>,
    },
    // Follow-up chains.
    FollowUpsLoaded {
        /// Those that fit any story, built-in first.
        stories: Vec<FollowUp>,
        /// Those that fit any explanation.
        knowledge: Vec<FollowUp>,
        /// What is wrong with the others.
        faults: Vec<FileFault>,
    },
    RolesLoaded {
        /// Those that are sound, built-in ones first.
        roles: Vec<Role>,
        /// What is wrong with the others.
        faults: Vec<FileFault>,
    },
    /// A role has a file of its own now, or a folder for it; this is its path.
    RoleMade(PathBuf),
    /// The folder of a new attempt is there; sound may begin. The path is that of its WAV file.
    AttemptCreated {
        id: AttemptId,
        wav: PathBuf,
    },
    /// An attempt's file is on disk as of its last change.
    AttemptSaved(AttemptId),
    /// A save found what somebody else had changed.
    AttemptMerged {
        asked: Arc<Attempt>,
        on_disk: Arc<Attempt>,
    },
    AttemptSaveFailed {
        id: AttemptId,
        fault: FileFault,
    },
    Trashed(AttemptId),
    Restored(Arc<Attempt>),
    TrashRead(Trash),
    /// An attempt could not be moved; it is where it was.
    MoveFailed {
        attempt: Arc<Attempt>,
        fault: FileFault,
    },
    PeaksLoaded {
        id: AttemptId,
        /// `Err` when the take cannot be read.
        peaks: Result<Arc<Peaks>, SoundFault>,
    },
    ExcerptLoaded {
        id: AttemptId,
        /// Without samples when the take cannot be read.
        excerpt: Arc<Excerpt>,
    },
    /// What the cache held of the takes of an order.
    SpeechCached {
        /// Number of the order.
        order: u32,
        /// Which, and what was heard in them.
        found: Vec<(AttemptId, Arc<Speech>)>,
    },
    SpeechLoaded {
        id: AttemptId,
        /// `Err` when the take cannot be read.
        speech: Result<Arc<Speech>, SoundFault>,
    },
    /// How loud a stretch of a take is, in LUFS; `None` when it cannot be read.
    LoudnessMeasured {
        id: AttemptId,
        span: Span,
        lufs: Option<f32>,
    },
    // Stories.
    StoriesLoaded {
        stories: Vec<Story>,
        faults: Vec<FileFault>,
    },
    StorySaved {
        asked: Arc<Story>,
        on_disk: Box<Story>,
        /// Where the words of somebody else are, if they clashed with these.
        theirs: Option<PathBuf>,
    },
    StorySaveFailed {
        id: StoryId,
        /// What it was made from.
        base: Option<Arc<Story>>,
        fault: FileFault,
    },
    StoryTrashed(StoryId),
    StoryRestored(Box<Story>),
    /// A story could not be moved; it is where it was.
    StoryMoveFailed {
        story: Arc<Story>,
        fault: FileFault,
    },

    SessionsRead {
        /// Newest first.
        sessions: Vec<Arc<Session>>,
        faults: Vec<FileFault>,
    },
    /// A session's file is on disk as of its last change.
    SessionSaved(SessionId),
    SessionMerged {
        asked: Arc<Session>,
        on_disk: Arc<Session>,
    },
    SessionSaveFailed {
        id: SessionId,
        fault: FileFault,
    },
    /// The settings are on disk as of their last change.
    SettingsSaved,
    SettingsSaveFailed(FileFault),
    SettingsMerged {
        asked: Box<Settings>,
        on_disk: Box<Settings>,
    },
    /// Space left where the library is, in bytes.
    FreeSpace(u64),
    /// Anything else that a person must hear of.
    Trouble(Fault),

    // Sound.
    Audio(AudioEvent),
    /// The cue is on the screen; the next captured frame is this one.
    CueShown {
        frame: u64,
    },

    /// How many answers have been made ready for their files.
    ExportReady(usize),
    /// The person changed their mind: nothing was written.
    ExportCancelled,
    /// Answers were written into this folder.
    Exported(Result<PathBuf, FileFault>),
    /// An answer was written into this folder as it is assembled.
    AssembledSaved(Result<PathBuf, FileFault>),
    /// The sound of an answer was written into this folder.
    SoundExported(Result<PathBuf, Fault>),

    // The interviewer's voice.
    VoicesFound(Result<Reader, ReadingFault>),
    /// A text is read, or was stopped: nothing of it is heard any more.
    ReadingEnded {
        id: u32,
        /// Why it was not read to its end.
        fault: Option<ReadingFault>,
    },

    // Window.
    /// A folder was chosen; `None` when the person changed their mind.
    FolderChosen(Option<PathBuf>),
    CloseRequested,
    /// The window is in front again.
    Focused,
}

impl From<AudioEvent> for Event {
    fn from(event: AudioEvent) -> Self {
        Self::Audio(event)
    }
}
