//! The list of all keys, over everything.

use egui::Ui;

use crate::flow::{Command, State};
use crate::ui::Look;

/// Draws the list over the whole window.
pub fn keys_list_ui(_ui: &mut Ui, _look: &Look<'_>, _state: &State, _out: &mut Vec<Command>) {}
