//! What it looks like. Each screen builds a view from the state, draws it, and asks by pushing a
//! [`crate::flow::Command`]. Nothing here changes the state, waits, or knows sound or disk.

pub mod access_tree;
pub mod announcements;
pub mod banner;
mod banner_details;
pub mod check;
pub mod context;
pub mod cue;
pub mod drill;
pub mod interview;
pub mod key_words;
pub mod keys_list;
pub mod nav;
pub mod practice;
pub mod progress;
pub mod review;
pub mod root;
pub mod settings;
pub mod stories;
pub mod theme;
pub mod timeline;
pub mod toast;
pub mod today;
pub mod widgets;

pub use context::{Cx, UiContext};

/// What the screen remembers from frame to frame and nobody else needs to know: half-typed text,
/// scroll positions.
#[derive(Debug, Default)]
pub struct Memory {
    pub announcements: announcements::AnnouncementsMemory,
    pub practice: practice::PracticeMemory,
    /// The review screen.
    pub review: review::ReviewMemory,
    /// The timeline screen.
    pub timeline: timeline::TimelineMemory,
    /// The progress screen.
    pub progress: progress::ProgressMemory,
    /// The settings screen.
    pub settings: settings::SettingsMemory,
    /// The today screen.
    pub today: today::TodayMemory,
    /// The drill screen.
    pub drill: drill::DrillMemory,
    /// The stories screen.
    pub stories: stories::StoriesMemory,
}
