//! What it looks like. Each screen builds a view from the state, draws it, and asks by pushing a
//! [`crate::flow::Command`]. Nothing here changes the state, waits, or knows sound or disk.

pub mod banner;
pub mod check;
pub mod cue;
pub mod drill;
pub mod interview;
pub mod keys_list;
pub mod practice;
pub mod progress;
pub mod rail;
pub mod review;
pub mod root;
pub mod settings;
pub mod stories;
pub mod theme;
pub mod timeline;
pub mod toast;
pub mod today;
pub mod widgets;

use crate::i18n::Words;
use crate::ui::theme::{Palette, size};

/// What every screen needs to draw: words, colours, and whether the window is small.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Words of the interface language.
    pub words: Words<'a>,
    /// Colours of the theme in force.
    pub palette: &'static Palette,
    /// Whether the small layout is used.
    pub small: bool,
}

impl<'a> Look<'a> {
    /// The look for a window of this size.
    pub fn new(ctx: &egui::Context, words: Words<'a>, window: egui::Vec2) -> Self {
        Self {
            words,
            palette: theme::palette(ctx),
            small: window.x < size::SMALL_BELOW.x || window.y < size::SMALL_BELOW.y,
        }
    }
}

/// What the screen remembers from frame to frame and nobody else needs to know: half-typed text,
/// scroll positions.
#[derive(Debug, Default)]
pub struct Memory {
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
    /// The interview screen.
    pub interview: interview::InterviewMemory,
    /// The stories screen.
    pub stories: stories::StoriesMemory,
    /// The sound check.
    pub check: check::CheckMemory,
}
