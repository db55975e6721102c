//! The text beside a mark while it is typed: handed over when it has settled, and never too late. Not here:
//! the list that it stands in (`mark_list`).

use egui::{Id, Ui};

use crate::flow::Command;
use crate::flow::review::{MarkCommand, MarkKey};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::mark::{Mark, TEXT_CHARS, clean_text};
use crate::model::merge::typed_text;
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::settling::{self, Settling};

/// The text of the mark that was typed at last.
#[derive(Debug)]
struct Buffer {
    id: AttemptId,
    key: MarkKey,
    /// As typed; may end in half a syllable.
    text: String,
    /// What was last handed over or read.
    handed: String,
    settling: Settling,
}

/// What the fields beside the marks remember.
#[derive(Debug, Default)]
pub struct MarkTextMemory {
    buffer: Option<Buffer>,
    /// Texts whose field was left for another one in this pass.
    late: Vec<Command>,
    /// Whether an input method holds a syllable.
    composing: bool,
}

/// One for each mark of each attempt: undo in the field never brings back another one's words.
fn field_id(id: &AttemptId, key: MarkKey) -> Id {
    let mark = (key.frame, format!("{:?}", key.kind));
    Id::unique("mark-text").with(id.as_str()).with(mark)
}

impl Buffer {
    fn has_focus(&self, ui: &Ui) -> bool {
        let id = field_id(&self.id, self.key);
        ui.memory(|memory| memory.has_focus(id))
    }

    /// The order to keep the text, if it is not the one that is known.
    fn hand(&mut self, text: String) -> Option<Command> {
        self.settling.handed();
        let new = text != self.handed;
        self.handed.clone_from(&text);
        new.then(|| {
            Command::Mark(MarkCommand::SetText {
                id: self.id.clone(),
                key: self.key,
                text,
            })
        })
    }
}

impl MarkTextMemory {
    /// Looks at the attempt before anything is drawn: others may have written beside the mark too.
    pub fn follow(&mut self, ui: &Ui, attempt: &Attempt) {
        field::follow_composing(ui, &mut self.composing);
        let Some(buffer) = self.buffer.as_mut().filter(|it| it.id == attempt.id) else {
            return;
        };
        let named = |mark: &&Mark| MarkKey::of(mark) == buffer.key;
        let Some(mark) = attempt.marks.iter().find(named) else {
            return;
        };
        if clean_text(&buffer.handed) != mark.text && !self.composing {
            buffer.text = typed_text(&buffer.handed, &buffer.text, &mark.text);
            buffer.handed.clone_from(&mark.text);
        }
    }

    /// Whether something is typed that was not handed over.
    pub fn is_unsettled(&self) -> bool {
        let typed = |buffer: &Buffer| buffer.text != buffer.handed;
        self.buffer.as_ref().is_some_and(typed) || !self.late.is_empty()
    }

    /// Draws the field of a mark.
    pub fn field_ui(
        &mut self,
        ui: &mut Ui,
        place: egui::Rect,
        attempt: &AttemptId,
        mark: &Mark,
        field: Field<'_>,
    ) {
        let key = MarkKey::of(mark);
        let id = field_id(attempt, key);
        let most = mark.text.chars().count().max(TEXT_CHARS);
        let field = field.most(most);
        let own = |it: &&mut Buffer| it.key == key && it.id == *attempt;
        if let Some(buffer) = self.buffer.as_mut().filter(own) {
            let response = field.show(ui, place, id, &mut buffer.text);
            if response.changed() {
                buffer.settling.changed(ui);
            }
            return;
        }
        let mut text = mark.text.clone();
        if field.show(ui, place, id, &mut text).changed() {
            let former = self.buffer.take();
            let order = former.and_then(|mut it| {
                let text = it.text.clone();
                it.hand(text)
            });
            self.late.extend(order);
            let mut settling = Settling::default();
            settling.changed(ui);
            self.buffer = Some(Buffer {
                id: attempt.clone(),
                key,
                text,
                handed: mark.text.clone(),
                settling,
            });
        }
    }

    /// Hands the text over if it has settled, or if this may be the last moment: before whatever else was
    /// asked in this pass.
    pub fn settle(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        let mut ready = std::mem::take(&mut self.late);
        let last = !out.is_empty() || Settling::is_last_moment(ui);
        if let Some(buffer) = self.buffer.as_mut() {
            let focused = buffer.has_focus(ui);
            if !focused || last || buffer.settling.is_due(ui, self.composing) {
                let text = if self.composing && focused && !last {
                    let id = field_id(&buffer.id, buffer.key);
                    settling::without_preedit(ui, id, &buffer.text)
                } else {
                    buffer.text.clone()
                };
                ready.extend(buffer.hand(text));
            }
            // Once it is left, the mark says what it says.
            if !focused {
                self.buffer = None;
            }
        }
        out.splice(0..0, ready);
    }
}
