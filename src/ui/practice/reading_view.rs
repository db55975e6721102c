//! How far the reading of a question is, as the card shows it. Not here: how it looks (`reading`).

use crate::flow::state::{Phase, State};
use crate::model::settings::Reading;

/// How far the reading of the words on the card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AloudView {
    /// The words are to be listened to.
    pub hidden: bool,
    /// What can be asked of the voice.
    pub voice: Voice,
}

/// What can be asked of the voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// It reads; it can be stopped.
    Reads,
    /// It has not read yet.
    Waits,
    /// It can read once more.
    Again,
    /// It has read as often as it may.
    Done,
    /// Nothing: a take is made.
    Silent,
}

impl AloudView {
    /// Of a state; `None` where nothing is read.
    pub fn new(state: &State) -> Option<Self> {
        let card = state.aloud.card.as_ref()?;
        let able = state.can_read(state.next_plan().start()).is_ok();
        if state.settings.reading == Reading::Off || !able || card.fault.is_some() {
            return None;
        }
        let idle = matches!(state.practice.phase, Phase::Idle);
        let voice = match (idle, state.aloud.reading.is_some(), card.heard) {
            (false, ..) => Voice::Silent,
            (true, true, _) => Voice::Reads,
            (true, false, false) => Voice::Waits,
            (true, false, true) if card.repeats_left > 0 => Voice::Again,
            (true, false, true) => Voice::Done,
        };
        Some(Self {
            hidden: state.listens_only(),
            voice,
        })
    }
}
