//! What is typed, on its way from the window to the fields: text without control characters, and a
//! syllable of an input method in its field before the key or click that ends it takes the cursor away.
//! Not here: which key asks for what (`shortcuts`), and how a field looks (`ui/widgets/field`).

mod meaning;
mod place;
mod text;

use std::time::Duration;

use egui::{Context, Event, ImeEvent, Key, Modifiers, RawInput};

use crate::app::input_method::{Ask, SIGN, Wish};
use crate::app::typing::meaning::{changes_language, ends, is_typing, stays_in_field};
use crate::app::typing::place::{KeepContext, Keys, Place, Then};

/// Seconds that a key waits for the syllable before it. An input method answers within a few
/// milliseconds; on a busy computer it may take longer, and nothing comes when it held no syllable.
const KEY_SECS: f64 = 0.15;
/// Seconds that a click waits for the next key, or for the sign that all has come, which may never come.
const CLICK_SECS: f64 = 0.5;
/// Seconds that a click waits for all of them.
const CLICK_MOST_SECS: f64 = 2.0;
/// Seconds in which an input method may still bring a syllable that was written without it.
const LATE_SECS: f64 = 2.0;
/// Seconds without a key after which nothing is on its way from the input method.
const PAUSE_SECS: f64 = 0.25;

/// Seconds in which a pointer that moved and then is gone has left the window. One that did not move before is
/// covered by something, for example by the panel of the input method.
const LEAVING_SECS: f64 = 0.25;

/// Stands between the window and the toolkit.
#[derive(Default)]
pub struct Typing {
    /// Asks the input method; `None` where syllables come together with the keys that end them.
    ask: Option<Ask>,
    /// How many of its answers are still to come.
    asked: u32,
    /// The modifiers that are down.
    modifiers: Modifiers,
    /// Whether a text field had the cursor when the keys of this pass were pressed.
    in_field: bool,
    /// Keys that are down, by their place on the keyboard.
    down: Vec<Key>,
    /// Whether a key went up that never came down: an input method took it, and may hold a syllable
    /// without showing it to us.
    taken: bool,
    /// The syllable that an input method shows.
    preedit: String,
    /// The syllable that the event before took away.
    cleared: String,
    /// What ended a syllable and waits until it has come, with all that came later.
    held: Vec<Event>,
    /// The syllable that was shown last while something waited; empty as soon as it has come.
    awaited: String,
    /// Whether it has come.
    came: bool,
    /// When the waiting began, in egui's seconds.
    since: f64,
    /// A syllable that was written without the input method, and when.
    written: Option<(String, f64)>,
    /// When the last key was pressed or let go of, in egui's seconds.
    last_key: f64,
    /// When the pointer moved last, in egui's seconds.
    last_move: f64,
    /// What the input method was told.
    place: Place,
}

impl Typing {
    /// `ask` is `None` where syllables come together with the keys that end them.
    pub fn new(ask: Option<Ask>) -> Self {
        Self {
            ask,
            ..Self::default()
        }
    }

    /// Takes the events of a pass before the toolkit reads them.
    pub fn before_pass(&mut self, ctx: &Context, raw: &mut RawInput) {
        // Asked here, because the toolkit takes the cursor out of a field before it draws anything.
        self.in_field = ctx.text_edit_focused();
        let now = raw.time.unwrap_or_default();
        let arrived = std::mem::take(&mut raw.events);
        if !arrived.is_empty() {
            tracing::trace!(field = self.in_field, "{arrived:?}");
        }
        raw.events = self.arrange(arrived, now);
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }

    /// After a pass: what the input method is told.
    pub fn after_pass(&mut self, ctx: &Context) {
        if self.ask.is_none() {
            return;
        }
        ctx.add_plugin(KeepContext);
        let now = ctx.input(|input| input.time);
        let keys = Keys {
            now,
            last: self.last_key,
            pause: now - self.last_key > PAUSE_SECS,
            awaited: self.asked > 0,
        };
        let then = ctx.output_mut(|output| self.place.settle(&mut output.ime, keys));
        match then {
            Then::Nothing => return,
            Then::Wait => {}
            Then::Ask => self.ask(),
            Then::Off => {
                self.asked = 0;
                self.wish(Wish::Attention);
            }
        }
        ctx.request_repaint_after(Duration::from_secs_f64(PAUSE_SECS));
    }

    /// Whether a text field had the cursor when the keys of this pass were pressed: they are its own.
    pub fn in_field(&self) -> bool {
        self.in_field
    }

    fn arrange(&mut self, arrived: Vec<Event>, now: f64) -> Vec<Event> {
        let mut out = Vec::new();
        let mut waiting = Vec::new();
        if self.came {
            waiting = self.release();
        } else if !self.held.is_empty() && self.is_patience_over(now) {
            self.write(now, &mut out);
        }
        let mut waiting = waiting.into_iter();
        if let Some(ended) = waiting.next() {
            self.pass_on(ended, &mut out);
        }
        for event in waiting {
            self.sort(event, now, &mut out);
        }
        for event in arrived {
            self.expect_end(&event, now);
            let event = self.given_back(event);
            if let Some(event) = text::clean(event) {
                self.sort(event, now, &mut out);
            }
        }
        out
    }

    /// Whether what waits has waited long enough. On a busy computer keys and syllables come one by one.
    fn is_patience_over(&self, now: f64) -> bool {
        if !self.at_click() {
            return now - self.since > KEY_SECS;
        }
        now - self.since.max(self.last_key) > CLICK_SECS || now - self.since > CLICK_MOST_SECS
    }

    /// Whether a click waits. Before it there may be more than one syllable, and keys.
    fn at_click(&self) -> bool {
        matches!(self.held.first(), Some(Event::PointerButton { .. }))
    }

    /// What is likely to take the keyboard from the window takes the syllable along if the input method
    /// is asked only then. For other keys it is not asked: it knows them, and a letter typed meanwhile
    /// would be part of the question.
    fn expect_end(&mut self, event: &Event, now: f64) {
        let expected = match event {
            Event::PointerMoved(_) | Event::MouseMoved(_) => {
                self.last_move = now;
                false
            }
            // On its way to another window. What is shown can be written later.
            Event::PointerGone => self.preedit.is_empty() && now - self.last_move < LEAVING_SECS,
            Event::Key { key, pressed, .. } => {
                *pressed && matches!(key, Key::SuperLeft | Key::SuperRight)
            }
            Event::ModifiersChanged(now) => {
                let before = std::mem::replace(&mut self.modifiers, *now);
                now.alt && !before.alt
            }
            _ => false,
        };
        if expected && self.asked == 0 && self.composing() {
            self.ask();
        }
    }

    fn ask(&mut self) {
        self.asked += 1;
        self.wish(Wish::Syllable);
    }

    fn wish(&self, wish: Wish) {
        if let Some(ask) = &self.ask {
            ask(wish);
        }
    }

    /// A key that an input method gives back while it shows a syllable comes as text.
    fn given_back(&mut self, event: Event) -> Event {
        let cleared = std::mem::take(&mut self.cleared);
        match &event {
            Event::Ime(ImeEvent::Preedit { text, .. }) if text.is_empty() && self.ask.is_some() => {
                self.cleared.clone_from(&self.preedit);
                event
            }
            Event::Ime(ImeEvent::Commit(given)) if text::is_korean(&cleared) => {
                match text::key_of(given, self.modifiers) {
                    Some(key) => {
                        self.preedit = cleared;
                        key
                    }
                    None => event,
                }
            }
            _ => event,
        }
    }

    fn sort(&mut self, event: Event, now: f64, out: &mut Vec<Event>) {
        if is_typing(&event) {
            self.last_key = now;
        }
        match &event {
            Event::Key {
                physical_key: Some(SIGN),
                pressed,
                ..
            } if self.ask.is_some() => {
                if *pressed && self.asked > 0 {
                    self.answered(now, out);
                }
            }
            Event::Ime(ime) => {
                if !self.is_late(ime, now) {
                    let committed = self.follow(ime);
                    out.push(event);
                    // A key stands right behind the syllable that it ended. A click waits for the sign.
                    self.came |= committed && !self.at_click() && !self.held.is_empty();
                }
            }
            Event::WindowFocused(false) => {
                self.lose_keyboard(now, out);
                self.pass_on(event, out);
            }
            Event::WindowFocused(true) => {
                self.regain_keyboard(now);
                self.pass_on(event, out);
            }
            Event::Key { .. } | Event::Text(_) if self.at_click() => self.pass_on(event, out),
            _ if !self.held.is_empty() => self.held.push(event),
            Event::PointerButton { pressed: true, .. } if self.ask.is_some() && self.in_field => {
                self.hold(event, now);
                self.ask();
            }
            _ if self.composing() && ends(&event) => {
                // It may have come already, in this pass. What moves the cursor comes a pass later.
                let came = matches!(out.last(), Some(Event::Ime(ImeEvent::Commit(_))));
                self.hold(event, now);
                self.came = came;
            }
            _ => self.pass_on(event, out),
        }
        if self.came && self.held.first().is_some_and(stays_in_field) {
            for event in self.release() {
                self.sort(event, now, out);
            }
        }
    }

    fn hold(&mut self, event: Event, now: f64) {
        self.since = now;
        self.awaited.clone_from(&self.preedit);
        self.held.push(event);
    }

    fn pass_on(&mut self, event: Event, out: &mut Vec<Event>) {
        self.follow_key(&event);
        if !changes_language(&event) {
            out.push(event);
        }
    }

    /// Whether an input method may hold a syllable for a field.
    fn composing(&self) -> bool {
        self.ask.is_some() && self.in_field && (self.taken || !self.preedit.is_empty())
    }

    /// The input method has handed over all that it had when it was asked.
    fn answered(&mut self, now: f64, out: &mut Vec<Event>) {
        self.asked -= 1;
        if self.asked > 0 {
            return;
        }
        self.taken = false;
        if !self.held.is_empty() {
            self.write(now, out);
        }
    }

    /// What an input method brings from now on is lost: what it shows is written without it.
    fn lose_keyboard(&mut self, now: f64, out: &mut Vec<Event>) {
        if self.ask.is_none() || !self.in_field {
            return;
        }
        self.awaited.clone_from(&self.preedit);
        self.write(now, out);
        self.preedit.clear();
        self.came = !self.held.is_empty();
    }

    /// What the input method brought in the meantime, perhaps only what was written without it.
    fn regain_keyboard(&mut self, now: f64) {
        if self.ask.is_none() || !self.in_field {
            return;
        }
        self.wish(Wish::Leftover);
        if let Some((_, at)) = &mut self.written {
            *at = now;
        }
    }

    /// Writes the syllable that did not come as it was shown. What moves the cursor comes a pass later.
    fn write(&mut self, now: f64, out: &mut Vec<Event>) {
        self.came = true;
        self.asked = 0;
        if !self.awaited.is_empty() {
            let syllable = std::mem::take(&mut self.awaited);
            out.push(Event::Ime(ImeEvent::Commit(syllable.clone())));
            self.written = Some((syllable, now));
        }
    }

    /// What waited.
    fn release(&mut self) -> Vec<Event> {
        self.came = false;
        self.taken = false;
        self.preedit.clear();
        std::mem::take(&mut self.held)
    }

    /// Whether an input method brings what was written without it.
    fn is_late(&mut self, ime: &ImeEvent, now: f64) -> bool {
        let ImeEvent::Commit(text) = ime else {
            return false;
        };
        let written = self.written.take();
        written.is_some_and(|(syllable, at)| syllable == *text && now - at < LATE_SECS)
    }

    /// Returns whether a syllable has come.
    fn follow(&mut self, ime: &ImeEvent) -> bool {
        match ime {
            ImeEvent::Preedit { text, .. } => {
                self.preedit.clone_from(text);
                if !text.is_empty() {
                    self.awaited.clone_from(text);
                }
                false
            }
            ImeEvent::Commit(text) => {
                self.preedit.clear();
                self.awaited.clear();
                !text.is_empty()
            }
            _ => false,
        }
    }

    fn follow_key(&mut self, event: &Event) {
        let Event::Key {
            key,
            physical_key,
            pressed,
            modifiers,
            ..
        } = event
        else {
            return;
        };
        // What a key stands for changes when Shift is let go before it.
        let place = physical_key.unwrap_or(*key);
        let known = self.down.iter().position(|down| *down == place);
        match (pressed, known) {
            (true, None) => self.down.push(place),
            (false, Some(at)) => {
                self.down.swap_remove(at);
            }
            // A key that is held down, or one that an input method took.
            (true, Some(_)) => {}
            // Of copying and pasting the toolkit tells no press, and of Alt and Tab none came to us.
            (false, None) => {
                let syllable = !modifiers.command && !modifiers.alt && *key != Key::Tab;
                self.taken |= self.in_field && syllable;
            }
        }
    }
}
