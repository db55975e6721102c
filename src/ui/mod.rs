//! What it looks like. Each screen builds a view from the state, draws it, and asks by pushing a
//! [`crate::flow::Command`]. Nothing here changes the state, waits, or knows sound or disk.

pub mod banner;
pub mod check;
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

use std::ops::Deref;

use crate::flow::{Command, Now, State};
use crate::i18n::Words;
use crate::ui::theme::{Palette, size};

/// How everything is drawn: words, colours, and whether the window is small.
#[derive(Clone, Copy, Debug)]
pub struct UiContext<'a> {
    /// Words of the interface language.
    pub words: Words<'a>,
    /// Colours of the theme in force.
    pub palette: &'static Palette,
    /// Whether the small layout is used.
    pub small: bool,
}

impl<'a> UiContext<'a> {
    /// The look for a window of this size.
    pub fn new(ctx: &egui::Context, words: Words<'a>, window: egui::Vec2) -> Self {
        Self {
            words,
            palette: theme::palette(ctx),
            small: window.x < size::SMALL_BELOW.x || window.y < size::SMALL_BELOW.y,
        }
    }
}

/// What a screen draws from, and where it puts what the person asks for.
#[derive(Debug)]
pub struct Cx<'a> {
    /// Words, colours and layout.
    pub look: UiContext<'a>,
    /// All that the app knows.
    pub state: &'a State,
    /// The time of this frame.
    pub now: &'a Now,
    /// What the person asked for in this frame.
    pub out: &'a mut Vec<Command>,
}

impl Cx<'_> {
    /// Asks for something.
    pub fn push(&mut self, command: Command) {
        self.out.push(command);
    }
}

impl<'a> Deref for Cx<'a> {
    type Target = UiContext<'a>;

    fn deref(&self) -> &UiContext<'a> {
        &self.look
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
