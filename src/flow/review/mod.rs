//! The review of one attempt, and playback.

pub(super) mod compare;
mod compared;
pub mod comparison;
pub mod looped;
pub mod marks;
pub(super) mod peaks;
pub(super) mod phrases;
pub(super) mod playback;
pub(super) mod rendition;
pub mod trim;
pub(super) mod update;
pub mod wave_view;

use std::collections::BTreeMap;

use jiff::Zoned;

use crate::flow::place::Screen;
use crate::model::attempt::AttemptId;
use crate::model::fault::SoundFault;
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
