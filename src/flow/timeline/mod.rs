//! The list of attempts: what is wanted of it and what it shows.

pub(super) mod export;
pub(super) mod update;

use crate::model::attempt::AttemptId;
use crate::model::cached::Cached;
use crate::model::timeline::{Row, TimelineFilter};

#[derive(Clone, Debug, Default)]
pub struct Timeline {
    pub filter: TimelineFilter,
    /// Rows for the revision of the library and the filter, as of the last look.
    pub rows: Cached<(u64, TimelineFilter), Vec<Row>>,
    pub selected: Option<AttemptId>,
    /// Counts up each time the search field is to take the cursor.
    pub focus_search: u32,
    /// Counts up each time the selected row is to be scrolled into view.
    pub reveal_selected: u32,
}
