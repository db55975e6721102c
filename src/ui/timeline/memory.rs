//! What the timeline remembers between frames. Not here: what it shows (`view`).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::flow::State;
use crate::model::attempt::AttemptId;
use crate::model::peaks::Peaks;
use crate::ui::timeline::derived::Derived;
use crate::ui::widgets::mini_waveform::{self, Bars};

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct TimelineMemory {
    /// Search text as it is being typed; an input method may be in the middle of a syllable.
    pub(super) query: String,
    /// The state's query when it was last looked at: a change that was not typed is Escape.
    pub(super) query_seen: String,
    pub(super) focus_seen: u32,
    pub(super) reveal_seen: u32,
    pub(super) trash_reveal_seen: u32,
    pub(super) faults_open: bool,
    pub(super) derived: Option<Derived>,
    bars: BTreeMap<AttemptId, (Arc<Peaks>, Bars)>,
}

impl TimelineMemory {
    /// The bars of an attempt's waveform, computed once.
    pub(super) fn bars(&mut self, state: &State, id: &AttemptId) -> Option<Bars> {
        let peaks = state.peaks.get(id)?.as_ref()?;
        if let Some((held, bars)) = self.bars.get(id)
            && Arc::ptr_eq(held, peaks)
        {
            return Some(*bars);
        }
        if self.bars.len() >= 500 {
            self.bars.clear();
        }
        let bars = mini_waveform::bars(peaks);
        self.bars.insert(id.clone(), (Arc::clone(peaks), bars));
        Some(bars)
    }
}
