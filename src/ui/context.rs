//! What every screen draws from, and where it puts what the person asks for.
//! Not here: what a single screen remembers (the parent).

use std::ops::Deref;

use crate::flow::{Command, Now, State};
use crate::i18n::Words;
use crate::ui::theme::{self, Palette, size};

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
