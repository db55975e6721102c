//! The list of attempts: what is wanted of it and what it shows.

pub(super) mod export;
mod queries;
pub(super) mod trash;
pub(super) mod update;

use std::time::Duration;

use crate::model::attempt::AttemptId;
use crate::model::cached::Cached;
use crate::model::timeline::{Row, TimelineFilter};
use crate::model::trash::Trash;

#[derive(Clone, Debug, Default)]
pub struct Timeline {
    pub filter: TimelineFilter,
    /// Rows for the listing of the library and the filter, as of the last look.
    pub rows: Cached<(u64, TimelineFilter), Vec<Row>>,
    pub selected: Option<AttemptId>,
    /// The trash, while it is shown in place of the list.
    pub trash: Option<ShownTrash>,
    /// Counts up each time the search field is to take the cursor.
    pub focus_search: u32,
    /// Counts up each time the selected row is to be scrolled into view.
    pub reveal_selected: u32,
}

/// What a person asks of the trash. Answers go by the names of their folders in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrashCommand {
    /// Show it in place of the list, or the list again.
    Toggle,
    Select(String),
    /// Move the choice by this many rows.
    Move(i32),
    Restore(String),
    RestoreSelected,
    /// Play an answer, or stop it.
    Play(String),
    PlaySelected,
    /// Ask whether it is to be emptied for good.
    AskToEmpty,
    /// Empty it, after the question.
    Empty,
    /// Take the question back.
    KeepAll,
}

/// The trash on the screen.
#[derive(Clone, Debug, Default)]
pub struct ShownTrash {
    /// What is in it; `None` while it is being read.
    pub found: Option<Trash>,
    /// The row that is chosen.
    pub selected: Option<String>,
    /// Whether the question stands if it is to be emptied.
    pub asked: bool,
    /// Counts up each time the chosen row is to be scrolled into view.
    pub reveal: u32,
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
