//! The person's rescue lines, each in a field. Texts are handed over when no syllable is being
//! composed, and never rewritten while a field has the cursor.

use egui::{Id, Ui};

use crate::flow::Command;
use crate::model::settings::MOST_RESCUE_LINES;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::form;
use crate::ui::widgets::settling::Settling;

/// Fields that are always there.
const LEAST: usize = 3;

/// The lines as they are being typed.
#[derive(Debug, Default)]
pub struct LinesMemory {
    /// One for each field; may end in half a syllable.
    texts: [String; MOST_RESCUE_LINES],
    /// What was last handed over or read.
    handed: [String; MOST_RESCUE_LINES],
    /// The settings when they were last looked at.
    seen: Vec<String>,
    /// Whether an input method holds a syllable.
    composing: bool,
}

fn id(index: usize) -> Id {
    Id::unique(("drill-line", index))
}

fn focused(ui: &Ui) -> bool {
    (0..MOST_RESCUE_LINES).any(|index| ui.memory(|memory| memory.has_focus(id(index))))
}

impl LinesMemory {
    /// Looks at the settings before anything is drawn.
    pub fn follow(&mut self, ui: &Ui, lines: &[String]) {
        if self.seen != lines && !focused(ui) && self.texts == self.handed {
            self.seen = lines.to_vec();
            let mut read = lines.iter();
            self.texts = std::array::from_fn(|_| read.next().cloned().unwrap_or_default());
            self.handed.clone_from(&self.texts);
        }
        field::follow_composing(ui, &mut self.composing);
    }

    /// Hands over what has changed.
    pub fn settle(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        let composes = self.composing && focused(ui) && !Settling::is_last_moment(ui);
        if self.texts != self.handed && !composes {
            self.handed.clone_from(&self.texts);
            out.push(Command::SetRescueLines(self.texts.to_vec()));
        }
    }
}

/// Draws the fields: the first few, and one more for what comes next.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, memory: &mut LinesMemory) {
    let w = cx.words;
    ui.add_space(size::STEP_4);
    form::sentence(ui, &tr!(w, "drill-lines-what"), Size::Caption);
    let filled = memory.texts.iter().rposition(|text| !text.is_empty());
    let shown = filled.map_or(LEAST, |last| (last + 2).max(LEAST));
    for (index, text) in memory.texts.iter_mut().enumerate().take(shown) {
        ui.add_space(size::STEP_2);
        let number: usize = index + 1;
        let name = tr!(w, "drill-line", number = number);
        let hint = match index {
            0 => tr!(w, "drill-line-hint-1"),
            1 => tr!(w, "drill-line-hint-2"),
            2 => tr!(w, "drill-line-hint-3"),
            _ => tr!(w, "drill-line-hint-more"),
        };
        let width = ui.available_width();
        Field::new(&name)
            .hint(&hint)
            .wide(ui, width, id(index), text);
    }
    ui.add_space(size::STEP_4);
}
