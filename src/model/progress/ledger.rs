//! Keeps what each attempt says, so that only what changed is looked at again, a few attempts at a
//! time: a library of ten thousand must not hold up a frame. Not here: what they say together.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::progress::Progress;
use crate::model::progress::heard::Heard;
use crate::model::speech::Speech;
use crate::model::timeline::Entry;

/// Attempts that are looked at in one step; each takes some ten microseconds.
pub const STEP: usize = 100;

/// An attempt and what it says. Holding both keeps their addresses from being used again, so that
/// the same address means the same thing.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) attempt: Arc<Attempt>,
    speech: Option<Arc<Speech>>,
    /// `None` until it was looked at.
    pub(super) heard: Option<Heard>,
}

impl Kept {
    fn is_of(&self, attempt: &Arc<Attempt>, speech: Option<&Arc<Speech>>) -> bool {
        let same_speech = match (&self.speech, speech) {
            (Some(held), Some(speech)) => Arc::ptr_eq(held, speech),
            (held, speech) => held.is_none() && speech.is_none(),
        };
        same_speech && Arc::ptr_eq(&self.attempt, attempt)
    }
}

/// What the attempts of a library say.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// In the order of the entries.
    kept: Vec<Kept>,
    progress: Progress,
}

impl Ledger {
    /// Takes in what changed, at most [`STEP`] attempts at once. `entries` are sorted newest first.
    /// Returns whether all was taken in; otherwise it is to be called again.
    pub fn refresh(
        &mut self,
        entries: &[Entry],
        speech: &BTreeMap<AttemptId, Option<Arc<Speech>>>,
    ) -> bool {
        let changed = !self.holds(entries, speech);
        if changed {
            self.align(entries, speech);
        }
        let mut left = STEP;
        for kept in self.kept.iter_mut().filter(|kept| kept.heard.is_none()) {
            if left == 0 {
                break;
            }
            left -= 1;
            kept.heard = Some(Heard::of(&kept.attempt, kept.speech.as_deref()));
        }
        if changed || left < STEP {
            self.progress = Progress::new(&self.kept);
        }
        left > 0
    }

    /// What they say, as far as they were taken in.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Whether all that is kept is still so.
    fn holds(&self, entries: &[Entry], speech: &BTreeMap<AttemptId, Option<Arc<Speech>>>) -> bool {
        self.kept.len() == entries.len()
            && beside(entries, speech)
                .zip(&self.kept)
                .all(|((attempt, speech), kept)| kept.is_of(attempt, speech))
    }

    /// Brings what is kept in line with the entries; what is new or changed is to be looked at.
    fn align(&mut self, entries: &[Entry], speech: &BTreeMap<AttemptId, Option<Arc<Speech>>>) {
        let mut old = std::mem::take(&mut self.kept).into_iter().peekable();
        self.kept = beside(entries, speech)
            .map(|(attempt, speech)| {
                while old.next_if(|kept| kept.attempt.id > attempt.id).is_some() {}
                old.next_if(|kept| kept.is_of(attempt, speech))
                    .unwrap_or_else(|| Kept {
                        attempt: Arc::clone(attempt),
                        speech: speech.cloned(),
                        heard: None,
                    })
            })
            .collect();
    }
}

/// Each attempt with its speech. Both are sorted by id, so that one walk is enough.
fn beside<'a>(
    entries: &'a [Entry],
    speech: &'a BTreeMap<AttemptId, Option<Arc<Speech>>>,
) -> impl Iterator<Item = (&'a Arc<Attempt>, Option<&'a Arc<Speech>>)> {
    let mut speech = speech.iter().rev().peekable();
    entries.iter().map(move |entry| {
        let id = &entry.attempt.id;
        while speech.next_if(|(of, _)| *of > id).is_some() {}
        let found = speech.next_if(|(of, _)| *of == id);
        (
            &entry.attempt,
            found.and_then(|(_, speech)| speech.as_ref()),
        )
    })
}
