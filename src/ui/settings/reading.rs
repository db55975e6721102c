//! Whether questions are read aloud, and why they cannot be.

use egui::Ui;

use crate::flow::Command;
use crate::i18n::faults;
use crate::model::language::Language;
use crate::model::settings::Reading;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;

/// Draws the row, and below it what stands against it.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let (name, caption) = (tr!(w, "reading-setting"), tr!(w, "reading-setting-what"));
    let choices = [
        (Reading::Off, tr!(w, "reading-off")),
        (Reading::Aloud, tr!(w, "reading-aloud")),
        (Reading::ListenOnly, tr!(w, "reading-listen-only")),
    ];
    let row = Row::new(&name).caption(&caption);
    let picked = row.choice(ui, &choices, cx.state.settings.reading);
    cx.out.extend(picked.map(Command::SetReading));
    if let Some(words) = status(cx) {
        form::sentence(ui, &words, Size::Caption);
        ui.add_space(size::STEP_3);
    }
}

/// What was found, in words.
fn status(cx: &Cx<'_>) -> Option<String> {
    let w = cx.words;
    let lacks = |language| {
        let fault = cx.state.can_read(language).err()?;
        let text = faults::reading(w, &fault);
        Some(format!("{} {}", text.what, text.remedy))
    };
    match &cx.state.aloud.found {
        None if cx.state.aloud.looking => Some(tr!(w, "reading-looking")),
        None => None,
        Some(Ok(reader)) if reader.korean && reader.english => {
            Some(tr!(w, "reading-found", program = reader.program.as_str()))
        }
        Some(_) => lacks(Language::Korean).or_else(|| lacks(Language::English)),
    }
}
