//! The review of one attempt, and playback.

pub(super) mod compare;
mod compared;
pub mod comparison;
pub mod looped;
pub(super) mod marks;
pub(super) mod peaks;
pub(super) mod phrases;
pub(super) mod playback;
pub(super) mod rendition;
pub(super) mod trim;
pub(super) mod update;
pub mod wave_view;
pub(super) mod zooming;

use std::collections::BTreeMap;

use jiff::Zoned;

use crate::flow::place::Screen;
use crate::model::attempt::AttemptId;
use crate::model::fault::SoundFault;
use crate::model::mark::{FlagKind, Mark, MarkKind};
use crate::model::speech::Span;

#[derive(Clone, Debug)]
pub struct Review {
    pub id: AttemptId,
    /// Index of the current line among those that apply.
    pub line: usize,
    /// When the last score of this sitting was given; the next one begins a new rating without it.
    pub sitting: Option<Zoned>,
    pub from: Screen,
}

/// Playback of one attempt at a time.
#[derive(Clone, Debug, Default)]
pub struct Playback {
    /// Counts up with every playback and every rewind; a report with another number is late.
    pub number: u32,
    /// Which attempt; `None` before the first.
    pub id: Option<AttemptId>,
    pub frame: u64,
    pub playing: bool,
    /// What is heard again and again, in frames of the take.
    pub looped: Option<Span>,
    /// Nothing else of it is heard, and as it was recorded.
    pub only: Option<Span>,
    /// Whether it is heard with what was said again in its place, and from which takes.
    pub assembled: bool,
    pub beside: Vec<AttemptId>,
    pub fault: Option<SoundFault>,
    /// Where others stood when they were left, in this run.
    pub places: BTreeMap<AttemptId, u64>,
}

/// Which mark: no two of a kind stand at one frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkKey {
    pub frame: u64,
    pub kind: MarkKind,
}

impl MarkKey {
    pub const fn of(mark: &Mark) -> Self {
        Self {
            frame: mark.frame,
            kind: mark.kind,
        }
    }

    pub(super) fn names(self, mark: &Mark) -> bool {
        Self::of(mark) == self
    }
}

/// What can be asked of the marks of the attempt under review. Those that change one are for flags only.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkCommand {
    /// Set one at the playhead.
    Here,
    /// Go to the next mark, or with -1 to the one before.
    Step(i32),
    Select(MarkKey),
    /// Play from a second before it.
    Hear(MarkKey),
    SetKind(MarkKey, FlagKind),
    /// Give the selected one the next kind.
    NextKind,
    /// Of this attempt: what was typed may come when another one is shown.
    SetText {
        id: AttemptId,
        key: MarkKey,
        text: String,
    },
    MoveTo(MarkKey, u64),
    Delete(MarkKey),
}

/// The marks of the attempt under review, as far as the file does not tell.
#[derive(Clone, Debug, Default)]
pub struct Marking {
    pub selected: Option<MarkKey>,
    /// What was changed, the last one last.
    pub(super) done: Vec<Change>,
}

/// What can be taken back.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// What a flag was, and what it became.
    Flag {
        before: Option<Mark>,
        after: Option<Mark>,
    },
    /// Which part of the take counted.
    Trim(Option<Span>),
}

/// Which part of the take under review is to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrimCommand {
    /// The take begins at the playhead.
    From,
    /// It ends there.
    To,
    /// Only what is looped counts.
    Loop,
    /// All of it counts again.
    Whole,
}
