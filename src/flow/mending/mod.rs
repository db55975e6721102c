//! Saying a sentence of an answer again: takes of that sentence alone, which of them is heard in its
//! place, and hearing the answer with it. Such takes are no answers: they are kept apart from them
//! (`Library::mends`), so that nothing that counts answers can count them.
//! Not here: how a take is made (`practice`), how pieces are joined (`audio`).

mod queries;
pub(super) mod update;

use std::collections::BTreeMap;

use crate::model::attempt::AttemptId;
use crate::model::language::Language;
use crate::model::speech::Span;

/// How loud stretches of takes are, in LUFS; `None` while it is measured or cannot be.
pub type Loudness = BTreeMap<(AttemptId, Span), Option<f32>>;

/// A sentence that is to be said again.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingMend {
    /// The answer.
    pub of: AttemptId,
    /// Where the sentence is, in frames of the answer.
    pub span: Span,
    pub language: Language,
    /// Its length in seconds.
    pub secs: f64,
    /// Where the playhead was, and what was looped, for the way back.
    pub at_frame: u64,
    pub looped: Option<Span>,
}

/// What can be asked about sentences said again.
#[derive(Clone, Debug, PartialEq)]
pub enum MendCommand {
    /// Say again the sentence at the playhead, or what is looped.
    SayAgain,
    /// The same for a stretch that has takes already.
    Open(Span),
    /// Hear the sentence as it was said first; said again, stop.
    HearFirst,
    /// Hear a take in the place of the sentence; `None`: as it was said first.
    Keep(Option<AttemptId>),
    /// Hear the answer under review with all that was said again in its place, or as it was recorded.
    HearAssembled,
    /// Write that into a file of its own.
    SaveAssembled,
}

/// A stretch of an answer that was said again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    pub span: Span,
    /// How many takes of it there are.
    pub takes: usize,
    pub heard: Heard,
}

/// What is heard in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// What was said first.
    First,
    /// A take, counted from 1.
    Take(usize),
    /// What was said first: the take that was kept is in the trash, or cannot be read here.
    Lost,
}
