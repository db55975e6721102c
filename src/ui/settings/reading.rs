//! Whether questions are read aloud, and why they cannot be.

use egui::Ui;

use crate::flow::{Command, State};
use crate::i18n::faults;
use crate::model::language::Language;
use crate::model::settings::Reading;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::display::choice_of;
use crate::ui::settings::parts::Rows;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;

/// Draws the row, and below it what stands against it.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = tr!(w, "reading-setting");
    let caption = tr!(w, "reading-setting-what");
    let choices = [
        (Reading::Off, tr!(w, "reading-off")),
        (Reading::Aloud, tr!(w, "reading-aloud")),
        (Reading::ListenOnly, tr!(w, "reading-listen-only")),
    ];
    let current = state.settings.reading;
    let head = (name.as_str(), Some(caption.as_str()));
    out.extend(choice_of(ui, rows, head, &choices, &current).map(Command::SetReading));
    if let Some(words) = status(look, state) {
        rows.sentence(ui, &words, Size::Caption);
        rows.room(size::STEP_3);
    }
}

/// What was found, in words.
fn status(look: &UiContext<'_>, state: &State) -> Option<String> {
    let w = look.words;
    let lacks = |language| {
        let fault = state.can_read(language).err()?;
        let text = faults::reading(w, &fault);
        Some(format!("{} {}", text.what, text.remedy))
    };
    match &state.aloud.found {
        None if state.aloud.looking => Some(tr!(w, "reading-looking")),
        None => None,
        Some(Ok(reader)) if reader.korean && reader.english => {
            Some(tr!(w, "reading-found", program = reader.program.as_str()))
        }
        Some(_) => lacks(Language::Korean).or_else(|| lacks(Language::English)),
    }
}
