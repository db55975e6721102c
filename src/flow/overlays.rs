//! What lies over every screen, or goes on behind it: banners, toasts, playback.
//! Not here: when they come and go (`update`).

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::model::attempt::Attempt;
use crate::model::fault::Fault;
use crate::model::story::{Story, StoryId};

#[derive(Clone, Debug, PartialEq)]
pub struct Banner {
    pub fault: Fault,
    /// Faults that this one covers.
    pub more: usize,
    /// How much of the running take was safe when it happened, in seconds.
    pub saved_secs: Option<f64>,
}

/// A short word at the bottom.
#[derive(Clone, Debug)]
pub struct Toast {
    pub kind: ToastKind,
    /// When it goes, since the start of the app.
    pub until: Duration,
}

#[derive(Clone, Debug)]
pub enum ToastKind {
    /// An attempt went to the trash and can come back.
    Trashed(Arc<Attempt>),
    /// A story was set that another answer of the same session told.
    StoryAgain(StoryId),
    /// A story went to the trash and can come back.
    StoryTrashed(Arc<Story>),
    /// Whether the answers that the timeline shows are to be given out.
    ExportAsked,
    /// Answers are being given out, and it takes a while.
    Exporting,
    /// Answers were given out into this folder.
    Exported(PathBuf),
    /// An answer was written into this folder as it is assembled.
    AssembledSaved(PathBuf),
    /// The sound of an answer was given out into this folder.
    SoundExported(PathBuf),
    /// This many attempts were cut short by a crash and made whole.
    Repaired(usize),
    /// No follow-up is left to ask after an answer.
    NothingToAsk,
    /// No sentence is known where the playhead is.
    NoSentence,
    /// No sentence of the answer was said again.
    NothingMended,
    /// What would be left of a take is too short.
    TrimTooShort,
}
