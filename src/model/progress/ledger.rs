//! Keeps what each attempt says, so that only what changed is looked at again, a few attempts at a
//! time: a library of ten thousand must not hold up a frame. Not here: what they say together.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::cached::Cached;
use crate::model::progress::Progress;
use crate::model::progress::metrics::AttemptMetrics;
use crate::model::speech::Speech;
use crate::model::timeline::{Entry, newest_first};

/// Attempts that are looked at in one step; each takes some ten microseconds.
pub const STEP: usize = 100;

/// An attempt and what it says. Holding both keeps their addresses from being used again, so that
/// the same address means the same thing.
#[derive(Clone, Debug)]
struct Kept {
    attempt: Arc<Attempt>,
    speech: Option<Arc<Speech>>,
    /// `None` until it was looked at.
    heard: Option<AttemptMetrics>,
}

impl Kept {
    fn is_of(&self, attempt: &Arc<Attempt>, speech: Option<&Arc<Speech>>) -> bool {
        Arc::ptr_eq(&self.attempt, attempt) && same(self.speech.as_ref(), speech)
    }
}

fn same(a: Option<&Arc<Speech>>, b: Option<&Arc<Speech>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => Arc::ptr_eq(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

/// What the attempts of a library say.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// In the order of the entries.
    kept: Vec<Kept>,
    /// All that was heard, in its order, to see at a glance whether it changed.
    seen: Vec<Option<Arc<Speech>>>,
    /// The present figures, by how many attempts they are of.
    progress: Cached<usize, Progress>,
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
        let mut looked = 0;
        for kept in &mut self.kept {
            if kept.heard.is_none() {
                if left == 0 {
                    break;
                }
                left -= 1;
                kept.heard = Some(AttemptMetrics::of(&kept.attempt, kept.speech.as_deref()));
            }
            looked += 1;
        }
        let done = looked == self.kept.len();
        // Summing up looks at all of them, so on the way it is done only now and then.
        let summed = self.progress.key().copied().unwrap_or(0);
        if changed || (done && looked != summed) || looked >= summed * 2 + STEP {
            let looked_at = self.kept.iter();
            let progress =
                Progress::new(looked_at.map(|kept| (kept.attempt.as_ref(), kept.heard.as_ref())));
            self.progress.keep(looked, progress);
        }
        done
    }

    /// What they say, as far as they were taken in.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Whether all that is kept is still so. Compares addresses and follows none of them.
    fn holds(&self, entries: &[Entry], speech: &BTreeMap<AttemptId, Option<Arc<Speech>>>) -> bool {
        self.kept.len() == entries.len()
            && self.seen.len() == speech.len()
            && self
                .kept
                .iter()
                .zip(entries)
                .all(|(kept, entry)| Arc::ptr_eq(&kept.attempt, &entry.attempt))
            && self
                .seen
                .iter()
                .zip(speech.values())
                .all(|(seen, speech)| same(seen.as_ref(), speech.as_ref()))
    }

    /// Brings what is kept in line with the entries; what is new or changed is to be looked at.
    fn align(&mut self, entries: &[Entry], speech: &BTreeMap<AttemptId, Option<Arc<Speech>>>) {
        self.seen = speech.values().cloned().collect();
        let mut old = std::mem::take(&mut self.kept).into_iter().peekable();
        self.kept = beside(entries, speech)
            .map(|(attempt, speech)| {
                while old
                    .next_if(|kept| newest_first(&kept.attempt, attempt) == Ordering::Less)
                    .is_some()
                {}
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

/// Each attempt with its speech.
fn beside<'a>(
    entries: &'a [Entry],
    speech: &'a BTreeMap<AttemptId, Option<Arc<Speech>>>,
) -> impl Iterator<Item = (&'a Arc<Attempt>, Option<&'a Arc<Speech>>)> {
    let heard = |entry: &Entry| speech.get(&entry.attempt.id).and_then(Option::as_ref);
    entries
        .iter()
        .map(move |entry| (&entry.attempt, heard(entry)))
}
