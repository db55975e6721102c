//! Which recordings are looked through, and when: the one under review first, then the others,
//! newest first, and never while somebody speaks. What is found is derived and can be found again.

use std::sync::Arc;

use crate::flow::Effect;
use crate::flow::listening::can_be_heard;
use crate::flow::review::rendition;
use crate::flow::state::{LibraryStatus, Screen, State};
use crate::flow::update::out::Out;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::SoundFault;
use crate::model::speech::Speech;

/// Orders what is missing, or takes the order back when a take begins or the window closes.
pub fn follow(state: &mut State, out: &mut Out) {
    if state.busy() || state.closing {
        stop(state, out);
        return;
    }
    if state.library.status != LibraryStatus::Ready {
        return;
    }
    let urgent = urgent(state).cloned();
    let running = !state.analysis.pending.is_empty();
    if urgent.is_none() && (running || state.analysis.looked == Some(state.library.listing)) {
        return;
    }
    state.analysis.looked = Some(state.library.listing);
    let first = urgent.as_ref().map(|attempt| attempt.id.clone());
    let missing = |attempt: &&Arc<Attempt>| {
        can_be_heard(attempt)
            && is_missing(state, &attempt.id)
            && Some(&attempt.id) != first.as_ref()
    };
    let answers = state.library.entries.iter().map(|entry| &entry.attempt);
    let others = state.library.mends.values().chain(answers);
    let attempts: Vec<Arc<Attempt>> = urgent
        .iter()
        .chain(others.filter(missing))
        .cloned()
        .collect();
    let Some(first) = attempts.first() else {
        return;
    };
    let analysis = &mut state.analysis;
    analysis.order = analysis.order.wrapping_add(1);
    analysis.first = Some(first.id.clone());
    for attempt in &attempts {
        analysis.pending.insert(attempt.id.clone());
        state.speech.insert(attempt.id.clone(), None);
    }
    // Until it is known what the cache holds.
    state.analysis_progress = None;
    out.push(Effect::Analyse {
        order: state.analysis.order,
        attempts,
    });
}

/// The attempt under review, if it waits behind others.
fn urgent(state: &State) -> Option<&Arc<Attempt>> {
    if state.screen != Screen::Review {
        return None;
    }
    let attempt = state.reviewed()?;
    let waits = state.analysis.first.as_ref() != Some(&attempt.id);
    (waits && can_be_heard(attempt) && is_missing(state, &attempt.id)).then_some(attempt)
}

/// Whether nothing is known and nobody has said that nothing can be.
fn is_missing(state: &State, id: &AttemptId) -> bool {
    !state.speech.contains_key(id) || state.analysis.pending.contains(id)
}

/// Nobody is to be disturbed: what has not come is asked for again later.
pub fn stop(state: &mut State, out: &mut Out) {
    state.analysis.looked = None;
    state.analysis.first = None;
    state.analysis_progress = None;
    let pending = std::mem::take(&mut state.analysis.pending);
    for id in &pending {
        state.speech.remove(id);
    }
    if !pending.is_empty() {
        out.push(Effect::StopAnalysis);
    }
}

/// Forgets all, with the library that it belongs to.
pub fn leave(state: &mut State, out: &mut Out) {
    stop(state, out);
    state.speech.clear();
}

/// Listens again to those that could not be heard: their files may have arrived meanwhile.
pub fn look_again(state: &mut State) {
    let pending = &state.analysis.pending;
    let before = state.speech.len();
    state
        .speech
        .retain(|id, speech| speech.is_some() || pending.contains(id));
    if state.speech.len() != before {
        state.analysis.looked = None;
    }
}

/// Forgets one that leaves.
pub fn forget(state: &mut State, id: &AttemptId) {
    arrived(state, id);
    state.speech.remove(id);
}

/// What the cache held of an order; the rest is being worked out.
pub fn cached(state: &mut State, order: u32, found: Vec<(AttemptId, Arc<Speech>)>, out: &mut Out) {
    for (id, speech) in found {
        keep(state, id, Some(speech), out);
    }
    let left = state.analysis.pending.len();
    if order == state.analysis.order && left > 0 {
        state.analysis_progress = Some((0, left));
    }
}

/// One was worked out, or cannot be.
pub fn loaded(
    state: &mut State,
    id: AttemptId,
    speech: Result<Arc<Speech>, SoundFault>,
    out: &mut Out,
) {
    // Why not is told by its waveform, which cannot be read either.
    keep(state, id, speech.ok(), out);
}

fn keep(state: &mut State, id: AttemptId, speech: Option<Arc<Speech>>, out: &mut Out) {
    arrived(state, &id);
    // One that left meanwhile is not waited for.
    let Some(attempt) = state.attempt(&id) else {
        return;
    };
    let kept = attempt.trim.is_some().then(|| attempt.kept());
    let speech = match (speech, kept) {
        (Some(speech), Some(kept)) => Some(Arc::new(speech.within(kept))),
        (speech, _) => speech,
    };
    let playback = &state.playback;
    let plays = playback.id.as_ref() == Some(&id) || playback.beside.contains(&id);
    state.speech.insert(id, speech);
    if plays {
        // Its pauses are known now, and where the voice of a take begins.
        rendition::changed(state, out);
    }
}

fn arrived(state: &mut State, id: &AttemptId) {
    let analysis = &mut state.analysis;
    if !analysis.pending.remove(id) {
        return;
    }
    if analysis.pending.is_empty() {
        // What came meanwhile is looked for.
        analysis.looked = None;
        analysis.first = None;
        state.analysis_progress = None;
    } else if let Some((done, total)) = &mut state.analysis_progress {
        *done = (*done + 1).min(*total);
    }
}
