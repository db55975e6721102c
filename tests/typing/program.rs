//! The program between the window and the commands: the same order of readers as in `src/app`.

use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect};
use retake::app::shortcuts;
use retake::app::typing::Typing;
use retake::flow::{Command, State};
use retake::i18n::AllWords;
use retake::ui::{Memory, root, theme};

use crate::common;

/// Seconds between two passes.
const PASS: f64 = 1.0 / 60.0;

/// A screen without a window.
pub struct Program {
    pub ctx: Context,
    pub state: State,
    /// What was asked for in the last pass.
    pub commands: Vec<Command>,
    typing: Typing,
    memory: Memory,
    words: AllWords,
    time: f64,
}

impl Program {
    /// `apart`: as with the input methods of X11.
    pub fn new(state: State, apart: bool) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut program = Self {
            ctx,
            state,
            commands: Vec::new(),
            typing: Typing::new(apart),
            memory: Memory::default(),
            words: common::words(),
            time: 0.0,
        };
        program.pass(vec![]);
        program.pass(vec![]);
        program
    }

    /// One pass with these events; returns whether an input method may work.
    pub fn pass(&mut self, events: Vec<Event>) -> bool {
        self.time += PASS;
        let mut raw = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, common::WIDE.into())),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        self.typing.before_pass(&self.ctx, &mut raw);
        self.commands.clear();
        let Self {
            ctx,
            state,
            commands,
            typing,
            memory,
            words,
            ..
        } = self;
        let mut output = ctx.run_ui(raw, |ui| {
            theme::follow(ui.ctx(), state.settings.theme);
            shortcuts::read(ui.ctx(), state, typing, commands);
            root::root_ui(ui, state, &common::now(), words, memory, commands);
            typing.after_pass(ui.ctx());
        });
        // Nothing is painted.
        output.textures_delta.clear();
        output.platform_output.ime.is_some()
    }

    /// Passes without events, long enough for whatever waits.
    pub fn rest(&mut self) {
        for _ in 0..15 {
            self.pass(vec![]);
        }
    }

    /// Presses a key and lets go of it.
    pub fn press(&mut self, key: Key, modifiers: Modifiers) {
        self.pass(vec![down(key, modifiers)]);
        let asked = std::mem::take(&mut self.commands);
        self.pass(vec![up(key)]);
        self.commands = asked;
    }

    /// Whether a text field has the cursor.
    pub fn in_field(&self) -> bool {
        self.ctx.text_edit_focused()
    }

    /// Goes on to the next text field with Tab, if there is one among the next stops.
    pub fn next_field(&mut self) -> bool {
        for _ in 0..120 {
            self.press(Key::Tab, Modifiers::NONE);
            if self.in_field() {
                return true;
            }
        }
        false
    }
}

pub fn down(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: Some(key),
        pressed: true,
        repeat: false,
        modifiers,
    }
}

pub fn up(key: Key) -> Event {
    Event::Key {
        key,
        physical_key: Some(key),
        pressed: false,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}
