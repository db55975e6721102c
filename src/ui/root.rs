//! The whole window: rail, screen, and what lies over them.

use egui::Ui;

use crate::flow::state::Screen;
use crate::flow::{Command, Now, State};
use crate::i18n::AllWords;
use crate::ui::{Look, Memory, practice, review, settings, timeline};

/// Draws everything.
pub fn root_ui(
    ui: &mut Ui,
    state: &State,
    now: &Now,
    words: &AllWords,
    memory: &mut Memory,
    out: &mut Vec<Command>,
) {
    let look = Look::new(ui.ctx(), words.of(state.language()), ui.max_rect().size());
    match state.screen {
        Screen::Practice => practice::practice_ui(ui, &look, state, now, out),
        Screen::Review => review::review_ui(ui, &look, state, now, &mut memory.review, out),
        Screen::Timeline => timeline::timeline_ui(ui, &look, state, now, &mut memory.timeline, out),
        Screen::Settings => settings::settings_ui(ui, &look, state, now, &mut memory.settings, out),
    }
}
