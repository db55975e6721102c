//! The practice screen.

use egui::Ui;

use crate::flow::{Command, Now, State};
use crate::ui::Look;

/// Draws the screen into the room right of the rail.
pub fn practice_ui(
    _ui: &mut Ui,
    _look: &Look<'_>,
    _state: &State,
    _now: &Now,
    _out: &mut Vec<Command>,
) {
}
