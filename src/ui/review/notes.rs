//! The notes: a field whose text is handed over when it has settled, and never too late.

use egui::text::LayoutJob;
use egui::{
    CornerRadius, Frame, Id, Key, Response, ScrollArea, Sense, Stroke, StrokeKind, TextBuffer,
    TextEdit, Ui, UiBuilder, Vec2,
};

use unicode_normalization::UnicodeNormalization as _;

use crate::flow::Command;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::limits;
use crate::model::merge::typed_text;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::field;
use crate::ui::widgets::settling::{self, Settling};

/// Room between the field's edge and its text.
const PADDING: Vec2 = Vec2::new(13.0, 10.0);

/// The text of one attempt while it is on the screen.
#[derive(Clone, Debug)]
struct Buffer {
    id: AttemptId,
    /// As typed; may end in half a syllable.
    text: String,
    /// What was last handed over or read.
    handed: String,
    /// The attempt's notes when they were last looked at.
    seen: String,
    /// The words of somebody else, which come into the field when no syllable is being composed in it.
    theirs: Option<String>,
    settling: Settling,
}

impl Buffer {
    fn of(attempt: &Attempt) -> Self {
        Self {
            id: attempt.id.clone(),
            text: attempt.notes.clone(),
            handed: attempt.notes.clone(),
            seen: attempt.notes.clone(),
            theirs: None,
            settling: Settling::default(),
        }
    }

    fn unsettled(&self) -> bool {
        self.text != self.handed
    }
}

/// What the notes field remembers.
#[derive(Debug, Default)]
pub struct NotesMemory {
    buffer: Option<Buffer>,
    /// Texts that could not be handed over because another attempt took the screen. They wait for
    /// theirs: a command for notes can only name the attempt that is shown.
    kept: Vec<Buffer>,
    /// Whether an input method holds a syllable.
    composing: bool,
    /// The field is to take the cursor as soon as it is drawn.
    wants_focus: bool,
}

impl NotesMemory {
    /// Puts the cursor into the field at the next pass.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Looks at the attempt before anything is drawn.
    pub fn follow(&mut self, ui: &Ui, attempt: &Attempt) {
        if self.buffer.as_ref().is_none_or(|b| b.id != attempt.id) {
            let former = self.buffer.take().filter(Buffer::unsettled);
            self.kept.extend(former);
            let waiting = self.kept.iter().position(|b| b.id == attempt.id);
            self.buffer = Some(match waiting {
                Some(at) => self.kept.swap_remove(at),
                None => Buffer::of(attempt),
            });
            self.composing = false;
        }
        if let Some(buffer) = &mut self.buffer
            && buffer.seen != attempt.notes
        {
            // What was handed over comes back composed; then text that has the cursor is not rewritten.
            let ours = buffer.handed.nfc().eq(attempt.notes.chars());
            buffer.theirs = None;
            if !ours && self.composing {
                buffer.theirs = Some(attempt.notes.clone());
            } else if !ours {
                buffer.text = typed_text(&buffer.handed, &buffer.text, &attempt.notes);
                buffer.handed.clone_from(&attempt.notes);
            } else if !buffer.unsettled() && !has_focus(ui, &attempt.id) {
                buffer.text.clone_from(&attempt.notes);
                buffer.handed.clone_from(&attempt.notes);
            }
            if ours || !self.composing {
                buffer.seen.clone_from(&attempt.notes);
            }
        }
        field::follow_composing(ui, &mut self.composing);
    }

    /// Whether something is typed that was not handed over.
    pub fn is_unsettled(&self) -> bool {
        self.buffer.as_ref().is_some_and(Buffer::unsettled) || !self.kept.is_empty()
    }

    /// Hands the text over if it has settled, or if this may be the last moment: before whatever
    /// else was asked in this pass, which may lead away from the attempt.
    pub fn settle(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        let Some(buffer) = self.buffer.as_mut().filter(|buffer| buffer.unsettled()) else {
            return;
        };
        let focused = has_focus(ui, &buffer.id);
        // A command may lead away.
        let last = !out.is_empty() || Settling::is_last_moment(ui);
        if focused && !last && !buffer.settling.is_due(ui, self.composing) {
            return;
        }
        buffer.settling.handed();
        let text = if self.composing && focused && !last {
            settling::without_preedit(ui, field_id(&buffer.id), &buffer.text)
        } else {
            buffer.text.clone()
        };
        if text != buffer.handed {
            let both = buffer.theirs.as_deref();
            let both = both.map(|theirs| typed_text(&buffer.handed, &text, theirs));
            let notes = both.unwrap_or_else(|| text.clone());
            buffer.handed = text;
            out.insert(0, Command::SetNotes(notes));
        }
    }
}

fn field_id(id: &AttemptId) -> Id {
    // One for each attempt: undo in the field never brings back another one's words.
    Id::unique("review-notes").with(id.as_str())
}

fn has_focus(ui: &Ui, id: &AttemptId) -> bool {
    ui.memory(|memory| memory.has_focus(field_id(id)))
}

/// Draws the field into the rest of the card. Returns whether Escape left the field.
pub fn notes_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    attempt: &Attempt,
    memory: &mut NotesMemory,
) -> bool {
    let colors = look.palette;
    let id = field_id(&attempt.id);
    let editable = !attempt.read_only;
    let fill = if editable {
        colors.surface
    } else {
        colors.background
    };
    let edge = if has_focus(ui, &attempt.id) {
        Stroke::new(size::EMPHASIS, colors.text)
    } else {
        Stroke::new(size::HAIRLINE, colors.control)
    };
    let (_, field) = ui.allocate_space(ui.available_size().max(PADDING * 2.0));
    // The edge of the field is part of it.
    let frame = ui.interact(field, id.with("frame"), Sense::CLICK);
    if editable && (frame.clicked() || std::mem::take(&mut memory.wants_focus)) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let radius = CornerRadius::same(size::RADIUS_FIELD);
    ui.painter()
        .rect(field, radius, fill, edge, StrokeKind::Inside);
    let Some(buffer) = &mut memory.buffer else {
        return false;
    };
    let room = UiBuilder::new().max_rect(field.shrink2(PADDING));
    let area = ScrollArea::vertical().id_salt("notes").auto_shrink(false);
    let response = ui
        .scope_builder(room, |ui| {
            area.show(ui, |ui| text_ui(ui, look, id, &mut buffer.text, editable))
                .inner
        })
        .inner;
    // Its name stands on the tab above it.
    let name = tr!(look.words, "review-notes");
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    if response.changed() {
        buffer.settling.changed(ui);
    }
    response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape))
}

fn text_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    id: Id,
    buffer: &mut String,
    editable: bool,
) -> Response {
    let colors = look.palette;
    let mut layouter = |ui: &Ui, typed: &dyn TextBuffer, width: f32| {
        let format = text::format(Size::Body, Weight::Regular, colors.text);
        let mut job = LayoutJob::single_section(typed.as_str().to_owned(), format);
        job.wrap.max_width = width;
        // A space just typed moves the cursor.
        job.keep_trailing_whitespace = true;
        ui.painter().layout_job(job)
    };
    let hint = tr!(look.words, "review-notes-hint");
    TextEdit::multiline(buffer)
        .id(id)
        .char_limit(limits::TEXT_CHARS)
        .frame(Frame::NONE)
        .interactive(editable)
        .desired_width(f32::INFINITY)
        .desired_rows(1)
        .min_size(ui.available_size())
        .layouter(&mut layouter)
        .hint_text(text::rich(hint, Size::Body, Weight::Regular, colors.text3))
        .show(ui)
        .response
        .response
}
