//! All that the world reports: disk, sound, dialogs, window.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::audio::AudioEvent;
use crate::model::deck::Draws;
use crate::model::fault::{Fault, FileFault, SoundFault};
use crate::model::peaks::Peaks;
use crate::model::question::{FollowUp, Pack};
use crate::model::reading::{Reader, ReadingFault};
use crate::model::role::Role;
use crate::model::session::SessionId;
use crate::model::session::record::Session;
use crate::model::speech::Speech;
use crate::model::story::{Story, StoryId};

/// A report of the world.
#[derive(Clone, Debug)]
pub enum Event {
    // Disk.
    /// The library was opened and locked; its attempts follow.
    LibraryOpened {
        /// The folder.
        root: PathBuf,
        /// What was drawn in it so far.
        draws: Draws,
    },
    /// The library cannot be used.
    LibraryFailed(FileFault),
    /// Everything in the library was read.
    LibraryScanned {
        /// Sorted newest first.
        attempts: Vec<Arc<Attempt>>,
        /// What could not be read.
        faults: Vec<FileFault>,
        /// Attempts that a crash had cut short and that were made whole.
        repaired: Vec<AttemptId>,
    },
    /// The question packs were read.
    PacksLoaded {
        /// Those that are sound, built-in first.
        packs: Vec<Pack>,
        /// Those that are not.
        faults: Vec<FileFault>,
    },
    // Follow-up chains.
    /// The follow-ups that fit any answer were read.
    FollowUpsLoaded {
        /// Those that fit any story, built-in first.
        stories: Vec<FollowUp>,
        /// Those that fit any explanation.
        knowledge: Vec<FollowUp>,
        /// What is wrong with the others.
        faults: Vec<FileFault>,
    },
    /// The roles were read.
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
        /// Which.
        id: AttemptId,
        /// Where the take goes.
        wav: PathBuf,
    },
    /// An attempt's file is on disk as of its last change.
    AttemptSaved(AttemptId),
    /// An attempt's file could not be written.
    AttemptSaveFailed {
        /// Which.
        id: AttemptId,
        /// Why.
        fault: FileFault,
    },
    /// An attempt is in the trash.
    Trashed(AttemptId),
    /// An attempt came back from the trash.
    Restored(Arc<Attempt>),
    /// An attempt could not be moved; it is where it was.
    MoveFailed {
        /// The attempt as it is.
        attempt: Arc<Attempt>,
        /// Why.
        fault: FileFault,
    },
    /// Peaks of an attempt's take.
    PeaksLoaded {
        /// Which.
        id: AttemptId,
        /// `Err` when the take cannot be read.
        peaks: Result<Arc<Peaks>, SoundFault>,
    },
    /// What the cache held of the takes of an order.
    SpeechCached {
        /// Number of the order.
        order: u32,
        /// Which, and what was heard in them.
        found: Vec<(AttemptId, Arc<Speech>)>,
    },
    /// What is heard in an attempt's take.
    SpeechLoaded {
        /// Which.
        id: AttemptId,
        /// `Err` when the take cannot be read.
        speech: Result<Arc<Speech>, SoundFault>,
    },
    // Stories.
    /// All stories were read.
    StoriesLoaded {
        /// By id.
        stories: Vec<Story>,
        /// What could not be read.
        faults: Vec<FileFault>,
    },
    /// A story is on disk.
    StorySaved {
        /// As it was asked for.
        asked: Arc<Story>,
        /// As it is in its file.
        on_disk: Box<Story>,
        /// Where the words of somebody else are, if they clashed with these.
        theirs: Option<PathBuf>,
    },
    /// A story could not be written.
    StorySaveFailed {
        /// Which.
        id: StoryId,
        /// What it was made from.
        base: Option<Arc<Story>>,
        /// Why.
        fault: FileFault,
    },
    /// A story is in the trash.
    StoryTrashed(StoryId),
    /// A story came back from the trash.
    StoryRestored(Box<Story>),
    /// A story could not be moved; it is where it was.
    StoryMoveFailed {
        /// The story as it is.
        story: Arc<Story>,
        /// Why.
        fault: FileFault,
    },

    /// The library's sessions were read.
    SessionsRead {
        /// Newest first.
        sessions: Vec<Arc<Session>>,
        /// What could not be read.
        faults: Vec<FileFault>,
    },
    /// A session's file is on disk as of its last change.
    SessionSaved(SessionId),
    /// A session's file could not be written.
    SessionSaveFailed {
        /// Which.
        id: SessionId,
        /// Why.
        fault: FileFault,
    },
    /// Space left where the library is, in bytes.
    FreeSpace(u64),
    /// Anything else that a person must hear of.
    Trouble(Fault),

    // Sound.
    /// Microphone and speaker.
    Audio(AudioEvent),
    /// The cue is on the screen; the next captured frame is this one.
    CueShown {
        /// Frame of the take.
        frame: u64,
    },

    /// Answers were written into this folder.
    Exported(Result<PathBuf, FileFault>),

    // The interviewer's voice.
    /// What was found that speaks.
    VoicesFound(Result<Reader, ReadingFault>),
    /// A text is read, or was stopped: nothing of it is heard any more.
    ReadingEnded {
        /// Which.
        id: u32,
        /// Why it was not read to its end.
        fault: Option<ReadingFault>,
    },

    // Window.
    /// A folder was chosen; `None` when the person changed their mind.
    FolderChosen(Option<PathBuf>),
    /// The person asked the window to close.
    CloseRequested,
}

impl From<AudioEvent> for Event {
    fn from(event: AudioEvent) -> Self {
        Self::Audio(event)
    }
}
