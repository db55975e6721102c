//! The review screen.

use egui::Ui;

use crate::flow::{Command, Now, State};
use crate::ui::Look;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct ReviewMemory {}

/// Draws the screen into the room right of the rail.
pub fn review_ui(
    _ui: &mut Ui,
    _look: &Look<'_>,
    _state: &State,
    _now: &Now,
    _memory: &mut ReviewMemory,
    _out: &mut Vec<Command>,
) {
}
