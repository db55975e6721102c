//! The program between the window and the commands: the same order of readers as in `src/app`.

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect};
use retake::app::input_method::{Ask, SIGN, Wish};
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
    /// What was asked of the input method.
    wishes: Rc<RefCell<Vec<Wish>>>,
    /// Where an input method is told that the cursor is; `None` while it is switched off.
    pub place: Option<Rect>,
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
        let wishes = Rc::new(RefCell::new(Vec::new()));
        let list = Rc::clone(&wishes);
        let ask = move |wish| list.borrow_mut().push(wish);
        let typing = Typing::new(apart.then(|| -> Ask { Box::new(ask) }));
        let mut program = Self {
            ctx,
            state,
            commands: Vec::new(),
            wishes,
            place: None,
            typing,
            memory: Memory::default(),
            words: common::words(),
            time: 0.0,
        };
        program.pass(vec![]);
        program.pass(vec![]);
        program
    }

    /// One pass with these events.
    pub fn pass(&mut self, events: Vec<Event>) {
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
        self.place = output.platform_output.ime.map(|ime| ime.cursor_rect);
    }

    /// What was asked of the input method since the last time.
    pub fn wishes(&self) -> Vec<Wish> {
        self.wishes.take()
    }

    /// What an input method gives back when it was asked.
    pub fn signs(&self) -> Vec<Event> {
        let asked = self.wishes();
        let asked = asked.iter().filter(|wish| **wish == Wish::Syllable);
        asked.map(|_| down(SIGN, Modifiers::NONE)).collect()
    }

    /// Passes without events, long enough for whatever waits.
    pub fn rest(&mut self) {
        for _ in 0..40 {
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
