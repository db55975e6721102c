//! Which waveforms are kept. Peaks are derived: whatever is dropped here can be loaded again.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::flow::Effect;
use crate::flow::state::State;
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::SoundFault;
use crate::model::peaks::Peaks;
use crate::model::take::{frames_from_seconds, seconds_from_frames};

impl State {
    /// How much of the sound of an attempt is there, in seconds, when it is known to be less than the
    /// answer was long: the file is still on its way. `None` when nothing is known to be missing.
    pub fn arrived_secs(&self, attempt: &Attempt) -> Option<f64> {
        let peaks = self.peaks.get(&attempt.id)?.as_ref()?;
        let (frames, rate) = (peaks.frames, peaks.sample_rate_hz);
        let partial = attempt.take.is_more_than(frames, rate);
        partial.then(|| seconds_from_frames(frames, rate))
    }

    /// Frames of an attempt's take that can be heard now.
    pub fn playable_frames(&self, attempt: &Attempt) -> u64 {
        let frames = attempt.take.frames;
        let there = self.arrived_secs(attempt);
        there.map_or(frames, |secs| {
            frames.min(frames_from_seconds(secs, attempt.take.sample_rate_hz))
        })
    }
}

/// How many waveforms are kept: some screens of rows in each direction.
pub const MOST: usize = 400;

/// Asks for those that are neither there nor on their way.
pub fn want(state: &mut State, ids: &[AttemptId], out: &mut Out) {
    for id in ids {
        if state.peaks.contains_key(id) {
            continue;
        }
        if let Some(attempt) = state.attempt(id) {
            out.push(Effect::LoadPeaks(attempt.clone()));
            state.peaks.insert(id.clone(), None);
        }
    }
    forget_far(state, ids);
}

/// Asks for those of an attempt that is opened, also when they could not be loaded before: its file
/// may be back.
pub fn want_again(state: &mut State, id: &AttemptId, out: &mut Out) {
    if state.unreadable.remove(id).is_some() {
        state.peaks.remove(id);
    }
    want(state, std::slice::from_ref(id), out);
}

/// Asks again for those whose files were missing, broken or not all there: a sync program may have brought
/// them meanwhile.
pub fn look_again(state: &State, out: &mut Out) {
    for id in state.peaks.keys() {
        let attempt = state.attempt(id);
        if let Some(attempt) = attempt.filter(|attempt| {
            state.unreadable.contains_key(id) || state.arrived_secs(attempt).is_some()
        }) {
            out.push(Effect::LoadPeaks(attempt.clone()));
        }
    }
}

/// Keeps the peaks of a take that was just made.
pub fn store(state: &mut State, id: AttemptId, peaks: Arc<Peaks>) {
    state.peaks.insert(id.clone(), Some(peaks));
    forget_far(state, &[id]);
}

/// Takes in what was loaded, unless it was dropped meanwhile.
pub fn loaded(state: &mut State, id: AttemptId, peaks: Result<Arc<Peaks>, SoundFault>) {
    match peaks {
        Ok(peaks) => {
            if let Some(place) = state.peaks.get_mut(&id) {
                *place = Some(peaks);
            }
            if let Some(mended) = state.unreadable.remove(&id) {
                notices::mend_sound(state, |fault| *fault == mended);
                let playback = &mut state.playback;
                playback.fault.take_if(|fault| *fault == mended);
            }
        }
        Err(fault) => {
            let mut told = false;
            if state.peaks.contains_key(&id) {
                let before = state.unreadable.insert(id.clone(), fault.clone());
                told = before.as_ref() == Some(&fault);
            }
            let reviewed = state.review.as_ref().is_some_and(|review| review.id == id);
            if reviewed && !told {
                notices::fault(state, fault.clone());
            }
            if state.playback.id == Some(id) {
                state.playback.fault = Some(fault);
            }
        }
    }
}

/// Drops what lies farthest from the wanted rows in the order of the list, until few enough stay.
fn forget_far(state: &mut State, wanted: &[AttemptId]) {
    if state.peaks.len() <= MOST {
        return;
    }
    let reviewed = state.review.as_ref().map(|review| &review.id);
    let kept = |id: &AttemptId| wanted.contains(id) || reviewed == Some(id);
    let mut spare: VecDeque<AttemptId> =
        state.peaks.keys().filter(|id| !kept(id)).cloned().collect();
    let (oldest, newest) = (wanted.iter().min(), wanted.iter().max());
    let mut older = spare
        .iter()
        .filter(|id| oldest.is_some_and(|w| *id < w))
        .count();
    let mut newer = spare
        .iter()
        .filter(|id| newest.is_some_and(|w| *id > w))
        .count();
    while state.peaks.len() > MOST {
        let far = if older >= newer {
            older = older.saturating_sub(1);
            spare.pop_front()
        } else {
            newer -= 1;
            spare.pop_back()
        };
        let Some(far) = far else { return };
        state.peaks.remove(&far);
        state.unreadable.remove(&far);
    }
}
