//! What is typed, on its way from the window to the fields: text without control characters, and a
//! syllable of an input method in its field before the key or click that ends it takes the cursor away.
//! Not here: which key asks for what (`shortcuts`), and how a field looks (`ui/widgets/field`).

use std::borrow::Cow;

use egui::accesskit::ActionData;
use egui::{Context, Event, ImeEvent, Key, RawInput};

/// Seconds that a key or click waits for the syllable before it. An input method answers within a few
/// milliseconds; on a busy computer it may take longer, and nothing comes when it held no syllable.
const WAIT_SECS: f64 = 0.15;
/// Seconds in which an input method may still bring a syllable that was written without it.
const LATE_SECS: f64 = 2.0;

/// Stands between the window and the toolkit.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "four facts, any of which may be without the others"
)]
pub struct Typing {
    /// Whether syllables arrive apart from the keys that end them: with the input methods of X11.
    apart: bool,
    /// Whether a text field had the cursor when the keys of this pass were pressed.
    in_field: bool,
    /// Keys that are down.
    down: Vec<Key>,
    /// Whether a key went up that never came down: an input method took it, and may hold a syllable
    /// without showing it to us.
    taken: bool,
    /// The syllable that an input method shows.
    preedit: String,
    /// What ended a syllable and waits until it has come, with all that came later.
    held: Vec<Event>,
    /// The shown syllable when the waiting began; empty as soon as it has come.
    awaited: String,
    /// Whether it has come.
    came: bool,
    /// When the waiting began, in egui's seconds.
    since: f64,
    /// A syllable that was written without the input method, and when.
    written: Option<(String, f64)>,
}

impl Typing {
    /// For the window system that the program runs on.
    pub fn of_this_system() -> Self {
        let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let wayland = set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET");
        Self::new(cfg!(target_os = "linux") && !wayland)
    }

    /// `apart`: syllables arrive apart from the keys that end them, as on X11.
    pub fn new(apart: bool) -> Self {
        Self {
            apart,
            ..Self::default()
        }
    }

    /// Takes the events of a pass before the toolkit reads them.
    pub fn before_pass(&mut self, ctx: &Context, raw: &mut RawInput) {
        // Asked here, because the toolkit takes the cursor out of a field before it draws anything.
        self.in_field = ctx.text_edit_focused();
        let now = raw.time.unwrap_or_default();
        let arrived = std::mem::take(&mut raw.events);
        raw.events = self.arrange(arrived, now);
        if !raw.events.is_empty() {
            tracing::trace!(field = self.in_field, "{:?}", raw.events);
        }
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }

    /// After a pass: while a click waits, the input method is asked for its syllable. It hands it over
    /// when it is switched off.
    pub fn after_pass(&self, ctx: &Context) {
        if self.asks() && !self.came {
            ctx.output_mut(|output| output.ime = None);
        }
    }

    /// Whether a click waits, for which the input method has to be asked.
    fn asks(&self) -> bool {
        matches!(self.held.first(), Some(Event::PointerButton { .. }))
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
        } else if !self.held.is_empty() && now - self.since > WAIT_SECS {
            self.write(now, &mut out);
        }
        for event in waiting.into_iter().chain(arrived) {
            let Some(event) = clean(event) else { continue };
            self.sort(event, now, &mut out);
        }
        out
    }

    fn sort(&mut self, event: Event, now: f64, out: &mut Vec<Event>) {
        match &event {
            Event::Ime(ime) => {
                if !self.is_late(ime, now) {
                    let committed = self.follow(ime);
                    if committed {
                        self.awaited.clear();
                    }
                    // Syllables that were on their way may come before the one that a click waits for.
                    let all = matches!(ime, ImeEvent::Commit(text) if text.is_empty());
                    let came = if self.asks() {
                        all && self.awaited.is_empty()
                    } else {
                        committed
                    };
                    self.came |= came && !self.held.is_empty();
                    // An empty text says that there is nothing more.
                    if !(all && self.apart) {
                        out.push(event);
                    }
                    // A key stands right behind the syllable that it ended.
                    if came && self.held.first().is_some_and(stays_in_field) {
                        let held = self.release();
                        for event in held {
                            self.sort(event, now, out);
                        }
                    }
                }
            }
            _ if !self.held.is_empty() => self.held.push(event),
            _ if self.composing() && ends(&event) => {
                // It may have come already, in this pass. What moves the cursor comes a pass later.
                let clicked = matches!(event, Event::PointerButton { .. });
                let came = !clicked && matches!(out.last(), Some(Event::Ime(ImeEvent::Commit(_))));
                if came && stays_in_field(&event) {
                    self.taken = false;
                    return self.sort(event, now, out);
                }
                self.came = came;
                self.since = now;
                self.awaited.clone_from(&self.preedit);
                self.held.push(event);
            }
            _ => {
                self.follow_key(&event);
                if !changes_language(&event) {
                    out.push(event);
                }
            }
        }
    }

    /// Whether an input method may hold a syllable for a field.
    fn composing(&self) -> bool {
        self.apart && self.in_field && (self.taken || !self.preedit.is_empty())
    }

    /// Writes the syllable that never came as it was shown. What moves the cursor comes a pass later.
    fn write(&mut self, now: f64, out: &mut Vec<Event>) {
        self.came = true;
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
        if text.is_empty() {
            return false;
        }
        let written = self.written.take();
        written.is_some_and(|(syllable, at)| syllable == *text && now - at < LATE_SECS)
    }

    /// Returns whether a syllable has come.
    fn follow(&mut self, ime: &ImeEvent) -> bool {
        match ime {
            ImeEvent::Preedit { text, .. } => {
                self.preedit.clone_from(text);
                false
            }
            ImeEvent::Commit(text) => {
                self.preedit.clear();
                !text.is_empty()
            }
            _ => false,
        }
    }

    fn follow_key(&mut self, event: &Event) {
        let Event::Key { key, pressed, .. } = event else {
            return;
        };
        let known = self.down.iter().position(|down| down == key);
        match (pressed, known) {
            (true, None) => self.down.push(*key),
            (false, Some(at)) => {
                self.down.swap_remove(at);
            }
            // A key that is held down, or one that an input method took.
            (true, Some(_)) => {}
            (false, None) => self.taken |= self.in_field,
        }
    }
}

/// Shift and Space change between Korean and English on many keyboards, and press no button. The space
/// that a field gets is an event of its own.
fn changes_language(event: &Event) -> bool {
    let Event::Key {
        key: Key::Space,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return false;
    };
    modifiers.shift
}

/// Whether an event ends the syllable that is being composed.
fn ends(event: &Event) -> bool {
    match event {
        Event::Key { pressed, .. } | Event::PointerButton { pressed, .. } => *pressed,
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Copy => true,
        _ => false,
    }
}

/// Whether an event leaves the cursor in its field.
fn stays_in_field(event: &Event) -> bool {
    let leaves = |key: &Key| matches!(key, Key::Escape | Key::Tab);
    !matches!(event, Event::PointerButton { .. })
        && !matches!(event, Event::Key { key, .. } if leaves(key))
}

/// Text without control characters; `None` if nothing is left of it.
fn clean(mut event: Event) -> Option<Event> {
    match &mut event {
        Event::Text(text) => {
            without_control(text, "");
            (!text.is_empty()).then_some(event)
        }
        Event::Paste(text) | Event::MiddleClickPaste { text, .. } => {
            without_control(text, "\n\t");
            (!text.is_empty()).then_some(event)
        }
        // Also an empty one means something: that there is no syllable any more.
        Event::Ime(ImeEvent::Preedit { text, .. } | ImeEvent::Commit(text)) => {
            without_control(text, "");
            Some(event)
        }
        Event::AccessKitActionRequest(request) => {
            if let Some(ActionData::Value(value)) = &mut request.data {
                let mut text = String::from(&**value);
                without_control(&mut text, "\n\t");
                *value = text.into();
            }
            Some(event)
        }
        _ => Some(event),
    }
}

/// Takes the control characters out but for those that are allowed.
fn without_control(text: &mut String, allowed: &str) {
    let unwanted = |c: char| c.is_control() && !allowed.contains(c);
    if !text.contains(unwanted) {
        return;
    }
    let lines = if allowed.contains('\n') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text.as_str())
    };
    *text = lines.chars().filter(|c| !unwanted(*c)).collect();
}
