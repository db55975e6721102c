//! When a text that is being typed is handed over to be saved: after a pause, and at the latest a fixed
//! time after the first change. Not here: the text, and the moments that never wait (leaving the field,
//! closing the window).

use std::time::Duration;

use egui::{Id, TextEdit, Ui};

/// Pause after the last change that counts as having finished a thought, in seconds.
const PAUSE_SECS: f64 = 1.0;
/// Longest time that a change waits while the person goes on typing, in seconds.
const LATEST_SECS: f64 = 2.0;

/// When a text changed, in egui's seconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settling {
    /// The first change that was not handed over.
    first: Option<f64>,
    last: f64,
}

impl Settling {
    /// The text changed in this frame.
    pub fn changed(&mut self, ui: &Ui) {
        self.last = ui.input(|input| input.time);
        self.first.get_or_insert(self.last);
        // What says that all is saved was drawn before.
        ui.ctx().request_repaint();
    }

    /// Whether to hand it over now; otherwise a frame is asked for when it will be time. During a
    /// composition only the latest moment counts.
    pub fn is_due(&mut self, ui: &Ui, composing: bool) -> bool {
        let now = ui.input(|input| input.time);
        let latest = self.first.unwrap_or(now) + LATEST_SECS;
        let due = if composing {
            latest
        } else {
            latest.min(self.last + PAUSE_SECS)
        };
        if now < due {
            let rest = Duration::from_secs_f64(due - now);
            ui.ctx().request_repaint_after(rest);
            return false;
        }
        true
    }

    /// Whether this may be the last moment: a window that closes or lies behind another one may not be
    /// drawn again.
    pub fn is_last_moment(ui: &Ui) -> bool {
        ui.input(|input| !input.focused || input.viewport().close_requested())
    }

    /// It was handed over.
    pub fn handed(&mut self) {
        self.first = None;
    }
}

/// What is typed in a field, without the syllable that an input method still holds: it covers it with the
/// selection while it composes.
pub fn without_preedit(ui: &Ui, id: Id, text: &str) -> String {
    let state = TextEdit::load_state(ui.ctx(), id);
    let Some(range) = state.and_then(|state| state.cursor.char_range()) else {
        return text.to_owned();
    };
    let [from, to] = range.sorted_cursors().map(|cursor| cursor.index.0);
    let outside = |at: usize| at < from || at >= to;
    let chars = text.chars().enumerate();
    chars
        .filter(|(at, _)| outside(*at))
        .map(|(_, c)| c)
        .collect()
}
