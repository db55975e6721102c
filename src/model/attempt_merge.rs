//! What becomes of an attempt that two programs changed. Not here: the rules for one value (`merge`).

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::model::attempt::Attempt;
use crate::model::mark::{Mark, MarkKind};
use crate::model::merge::{Merge, merge_fields};
use crate::model::rating::Rating;

impl Attempt {
    /// The attempt with the changes of both sides, and whether both changed the same differently; there
    /// ours counts. Ratings and marks are matched by what they are, never by their place in the list.
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, bool) {
        let mut merge = Merge::default();
        let marks = merge.each(&base.marks, &ours.marks, &theirs.marks, slot);
        let mut ratings = merge.each(&base.ratings, &ours.ratings, &theirs.ratings, sitting);
        if ratings != ours.ratings && ratings != theirs.ratings {
            ratings.sort_by_key(|rating| rating.at.timestamp());
        }
        let merged = merge_fields!(merge(base, ours, theirs) => Self {
            id, created, app_version, question, plan, think_secs, target_secs, drill, follows, round,
            link, session, retelling, story, take, notes, starred,
        } with {
            marks: marks,
            ratings: ratings,
            read_only: theirs.read_only,
        });
        (merged, merge.clash)
    }
}

/// What there can be only one of: one first word, one cause for the pause at a frame, and otherwise a mark
/// itself.
fn slot(mark: &Mark) -> (Option<u64>, Option<MarkKind>) {
    match mark.kind {
        MarkKind::FirstWord => (None, None),
        MarkKind::Pause(_) => (Some(mark.frame), None),
        kind => (Some(mark.frame), Some(kind)),
    }
}

/// Two sittings are the same when they ended at the same instant with the same scores.
fn sitting(rating: &Rating) -> (Timestamp, BTreeMap<String, u8>) {
    (rating.at.timestamp(), rating.scores.clone())
}
