//! The list of attempts: what is wanted of it and what it shows.

pub(super) mod export;
mod queries;
pub(super) mod update;

use std::time::Duration;

use crate::model::attempt::AttemptId;
use crate::model::cached::Cached;
use crate::model::timeline::{Row, TimelineFilter};

#[derive(Clone, Debug, Default)]
pub struct Timeline {
    pub filter: TimelineFilter,
    /// Rows for the listing of the library and the filter, as of the last look.
    pub rows: Cached<(u64, TimelineFilter), Vec<Row>>,
    pub selected: Option<AttemptId>,
    /// Counts up each time the search field is to take the cursor.
    pub focus_search: u32,
    /// Counts up each time the selected row is to be scrolled into view.
    pub reveal_selected: u32,
}

/// Answers on their way out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exporting {
    /// When it began, since the start of the app.
    pub since: Duration,
    /// Answers that are ready.
    pub done: usize,
    pub total: usize,
}

impl Exporting {
    /// What takes longer says how far it is, and can be cancelled.
    pub const SHOWN_AFTER: Duration = Duration::from_millis(500);
}
