//! Questions to the state about the list of attempts.

use crate::flow::state::{State, ToastKind};
use crate::model::timeline::{Entry, Row};

impl State {
    /// The entries that the timeline shows, from the top.
    pub fn listed_entries(&self) -> impl Iterator<Item = &Entry> {
        self.timeline.rows.iter().filter_map(|row| match row {
            Row::Attempt(index) => self.library.entries.get(*index),
            Row::Day(..) => None,
        })
    }

    /// Whether the question stands if what the timeline shows is to be given out.
    pub fn asks_to_export(&self) -> bool {
        self.toast_is(|kind| matches!(kind, ToastKind::ExportAsked))
    }

    pub(super) fn toast_is(&self, wanted: impl Fn(&ToastKind) -> bool) -> bool {
        self.toast.as_ref().is_some_and(|toast| wanted(&toast.kind))
    }
}
