//! All that the world reports: disk, sound, dialogs, window.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::{Fault, FileFault, SoundFault};
use crate::model::peaks::{Peak, Peaks};
use crate::model::question::{FollowUp, Pack};
use crate::model::reading::{Reader, ReadingFault};
use crate::model::role::Role;
use crate::model::session::SessionId;
use crate::model::session::record::Session;
use crate::model::sound::{Device, Devices};
use crate::model::sound_check::CheckEnd;
use crate::model::speech::Speech;
use crate::model::story::{Story, StoryId};
use crate::model::take::TakeEnd;

/// A report of the world.
#[derive(Clone, Debug)]
pub enum Event {
    // Disk.
    /// The library was opened and locked; its attempts follow.
    LibraryOpened {
        /// The folder.
        root: PathBuf,
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

    // Microphone.
    /// What devices there are.
    Devices(Devices),
    /// The first samples arrived.
    CaptureBegan {
        /// Frames per second.
        sample_rate_hz: u32,
        /// Where they come from.
        device: Device,
    },
    /// The take grew; at most 30 a second.
    CaptureProgress {
        /// Frames delivered by the device.
        captured_frames: u64,
        /// Frames in the file.
        written_frames: u64,
        /// Peak level since the last report, in dBFS.
        level_dbfs: f32,
        /// Whether a sample since the last report was clipped.
        clipped: bool,
        /// Peaks since the last report.
        peaks: Vec<Peak>,
    },
    /// Something is wrong and the take goes on, or (before the first samples) never began.
    CaptureTrouble(SoundFault),
    /// The microphone is gone; the take waits, all that was said is safe. Also when going on failed.
    CaptureInterrupted {
        /// Why.
        fault: SoundFault,
        /// Length of the take so far in frames.
        frames: u64,
    },
    /// The take goes on.
    CaptureResumed {
        /// Where the sound comes from now.
        device: Device,
    },
    /// The take is closed and synced, whatever ended it.
    CaptureFinished(TakeEnd),
    /// The cue is on the screen; the next captured frame is this one.
    CueShown {
        /// Frame of the take.
        frame: u64,
    },

    // Speaker.
    /// Playback runs or stands at a frame.
    PlaybackAt {
        /// Which attempt.
        id: AttemptId,
        /// Frame of the take that is heard now.
        frame: u64,
        /// Whether it runs. For the log only: the state keeps what was asked for last, or a late
        /// report of a pause would undo a play.
        playing: bool,
    },
    /// The end was reached.
    PlaybackEnded(AttemptId),
    /// Playback is not possible.
    PlaybackFailed {
        /// Which attempt.
        id: AttemptId,
        /// Why.
        fault: SoundFault,
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

    // Sound check.
    /// The check hears something; at most 30 a second.
    CheckProgress {
        /// Which check.
        id: u32,
        /// Peak level since the last report, in dBFS.
        level_dbfs: f32,
        /// Seconds heard so far.
        secs: f64,
        /// Peaks since the last report, at `LIVE_PEAKS_PER_SEC`.
        peaks: Vec<Peak>,
    },
    /// The check is over.
    CheckDone {
        /// Which check.
        id: u32,
        /// What was found.
        end: CheckEnd,
    },
    /// A sound of the check was heard to its end, or could not be played.
    CheckPlayed {
        /// Which sound.
        id: u32,
        /// Why it was not heard.
        fault: Option<SoundFault>,
    },

    // Window.
    /// A folder was chosen; `None` when the person changed their mind.
    FolderChosen(Option<PathBuf>),
    /// The person asked the window to close.
    CloseRequested,
}
