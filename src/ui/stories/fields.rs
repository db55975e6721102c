//! The texts of a story while they are typed: handed over when they have settled, and never too
//! late.

use std::collections::BTreeMap;

use egui::{Id, Ui};
use unicode_normalization::UnicodeNormalization as _;

use crate::flow::Command;
use crate::flow::stories::{Stories, StoryEdit};
use crate::model::language::Language;
use crate::model::merge::typed_text;
use crate::model::star::StarPart;
use crate::model::story::{Story, StoryId};
use crate::ui::widgets::field;
use crate::ui::widgets::settling::{self, Settling};

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldKey {
    /// What the story is called.
    Title,
    /// A part in a language.
    Part(Language, StarPart),
    /// The figures, one for each line.
    Numbers,
    /// The person's own words for it, with commas between them.
    Tags,
    /// Anything else.
    Notes,
}

impl FieldKey {
    fn text(self, story: &Story) -> String {
        match self {
            Self::Title => story.title.clone(),
            Self::Part(language, part) => story.text(language).part(part).to_owned(),
            Self::Numbers => story.numbers.join("\n"),
            Self::Tags => story.tags.join(", "),
            Self::Notes => story.notes.clone(),
        }
    }

    fn edit(self, text: &str) -> StoryEdit {
        let pieces = |between: char| {
            let pieces = text.split(between).map(|piece| piece.trim().to_owned());
            pieces.filter(|piece| !piece.is_empty()).collect()
        };
        match self {
            Self::Title => StoryEdit::Title(text.to_owned()),
            Self::Part(language, part) => StoryEdit::Part(language, part, text.to_owned()),
            Self::Numbers => StoryEdit::Numbers(pieces('\n')),
            Self::Tags => StoryEdit::Tags(pieces(',')),
            Self::Notes => StoryEdit::Notes(text.to_owned()),
        }
    }
}

/// One text.
#[derive(Debug)]
pub struct Buffer {
    /// As typed; may end in half a syllable.
    pub text: String,
    /// What was last handed over or read.
    handed: String,
    /// What the story said when it was last looked at.
    seen: String,
    /// What somebody else wrote, which comes into the field when no syllable is being composed in it.
    theirs: Option<String>,
    settling: Settling,
}

/// All texts of the story that is shown.
#[derive(Debug, Default)]
pub struct FieldsMemory {
    story: Option<StoryId>,
    /// What the story was called when it came onto the screen.
    salt: Option<StoryId>,
    buffers: BTreeMap<FieldKey, Buffer>,
    /// Of a story that left the screen before they were handed over.
    late: Vec<Command>,
    composing: bool,
    /// The last wish to put the cursor into the title.
    focus_seen: u32,
    focus_title: bool,
}

/// The id of a field: one for each story, so that undo in it never brings back another one's words.
fn id(salt: Option<&StoryId>, key: FieldKey) -> Id {
    let name = salt.map(StoryId::as_str);
    Id::unique("story-field").with(name).with(key)
}

impl FieldsMemory {
    /// Looks at the story before anything is drawn.
    pub fn follow(&mut self, ui: &Ui, story: Option<&Story>, stories: &Stories) {
        let now = story.map(|story| &story.id);
        let renamed = match (&self.story, now, &stories.renamed) {
            (Some(before), Some(now), Some((old, new))) => before == old && now == new,
            _ => false,
        };
        if renamed {
            // It has its title now. Whoever types goes on typing.
            self.story = now.cloned();
        } else if self.story.as_ref() != now {
            if let Some(before) = self.story.take() {
                for (key, buffer) in std::mem::take(&mut self.buffers) {
                    self.late.extend(buffer.hand(&before, key));
                }
            }
            self.story = now.cloned();
            self.salt = now.cloned();
            self.composing = false;
        }
        let focus_title = stories.focus_title;
        self.focus_title |= std::mem::replace(&mut self.focus_seen, focus_title) != focus_title;
        field::follow_composing(ui, &mut self.composing);
        let Some(story) = story else {
            return;
        };
        for (key, buffer) in &mut self.buffers {
            let text = key.text(story);
            if buffer.seen != text {
                // Text that has the cursor is never rewritten.
                let focused = ui.memory(|memory| memory.has_focus(id(self.salt.as_ref(), *key)));
                let handed: String = buffer.handed.nfc().collect();
                let ours = key.edit(&handed) == key.edit(&text);
                buffer.theirs = None;
                if !ours && self.composing {
                    buffer.theirs = Some(text);
                    continue;
                }
                if !ours {
                    buffer.text = typed_text(&buffer.handed, &buffer.text, &text);
                    buffer.handed.clone_from(&text);
                } else if buffer.text == buffer.handed && !focused {
                    buffer.text.clone_from(&text);
                    buffer.handed.clone_from(&text);
                }
                buffer.seen = text;
            }
        }
    }

    /// What the story was called when it came onto the screen: steady while it is shown.
    pub fn salt(&self) -> Option<&str> {
        self.salt.as_ref().map(StoryId::as_str)
    }

    /// The id of a field.
    pub fn id(&self, key: FieldKey) -> Id {
        id(self.salt.as_ref(), key)
    }

    /// Whether the title is to take the cursor now.
    pub fn takes_title(&mut self) -> bool {
        std::mem::take(&mut self.focus_title)
    }

    /// The text of a field.
    pub fn buffer(&mut self, story: &Story, key: FieldKey) -> &mut String {
        let text = || key.text(story);
        let buffer = self.buffers.entry(key).or_insert_with(|| Buffer {
            text: text(),
            handed: text(),
            seen: text(),
            theirs: None,
            settling: Settling::default(),
        });
        &mut buffer.text
    }

    /// A text was changed in this frame.
    pub fn changed(&mut self, ui: &Ui, key: FieldKey) {
        if let Some(buffer) = self.buffers.get_mut(&key) {
            buffer.settling.changed(ui);
        }
    }

    /// Whether something is typed that was not handed over.
    pub fn is_unsettled(&self) -> bool {
        let mut each = self.buffers.values();
        each.any(|buffer| buffer.text != buffer.handed) || !self.late.is_empty()
    }

    /// Hands over what has settled, and everything if this may be the last moment: before whatever
    /// else is asked in this frame, which may lead away.
    pub fn settle(&mut self, ui: &Ui, out: &mut Vec<Command>) {
        let mut ready = std::mem::take(&mut self.late);
        let last = !out.is_empty() || Settling::is_last_moment(ui);
        let Some(story) = &self.story else {
            out.splice(0..0, ready);
            return;
        };
        for (key, buffer) in &mut self.buffers {
            if buffer.text == buffer.handed {
                continue;
            }
            let focused = ui.memory(|memory| memory.has_focus(id(self.salt.as_ref(), *key)));
            if focused && !last && !buffer.settling.is_due(ui, self.composing) {
                continue;
            }
            buffer.settling.handed();
            let text = if self.composing && focused && !last {
                settling::without_preedit(ui, id(self.salt.as_ref(), *key), &buffer.text)
            } else {
                buffer.text.clone()
            };
            if text != buffer.handed {
                ready.push(Command::EditStory {
                    id: story.clone(),
                    edit: key.edit(&buffer.with_theirs(&text)),
                });
                buffer.handed = text;
            }
        }
        out.splice(0..0, ready);
    }
}

impl Buffer {
    fn hand(&self, story: &StoryId, key: FieldKey) -> Option<Command> {
        (self.text != self.handed).then(|| Command::EditStory {
            id: story.clone(),
            edit: key.edit(&self.with_theirs(&self.text)),
        })
    }

    /// A text as it is handed over.
    fn with_theirs(&self, text: &str) -> String {
        let both = self.theirs.as_deref();
        let both = both.map(|theirs| typed_text(&self.handed, text, theirs));
        both.unwrap_or_else(|| text.to_owned())
    }
}
