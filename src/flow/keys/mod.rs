//! Which key asks for what. [`table`] has one row for each key; the keyboard, the key caps on
//! buttons, the list of all keys and the README's table are read from it.
//! Not here: the keys of a toolkit (`app/shortcuts`), and the words for what they do (`i18n`).

pub mod action;
mod asked;
mod key;
pub mod table;

use std::sync::LazyLock;

use crate::flow::command::Command;
use crate::flow::state::State;

use action::KeyContext;
pub use action::{Action, KeyGroup};
pub use key::{Key, KeyPress, SEEK_SECS, SHIFT_SECS};
use table::{ROWS, Row};

/// What a key press asks for in a state. While `typing` (a text field has focus) only keys with
/// Ctrl count, so that no letter of a note is ever a command and Escape leaves the field alone.
pub fn command_for(state: &State, press: KeyPress, typing: bool) -> Option<Command> {
    let kept = typing && !reaches_beyond_a_field(press);
    let off = !state.settings.letter_keys && !press.ctrl && press.key.is_character();
    if kept || off {
        return None;
    }
    // The list of keys lies over the screen: only what works everywhere gets past it.
    let screen = if state.keys_shown {
        Vec::new()
    } else {
        table::contexts(state)
    };
    let here = |row: &&Row| {
        row.ctrl == press.ctrl
            && row.keys.contains(&press.key)
            && (row.context == KeyContext::Everywhere || screen.contains(&row.context))
    };
    // Shift alone makes no other key of one that has no row with it: some layouts need it for signs.
    let shifted = press.shift && ROWS.iter().any(|row| row.shift && here(&row));
    ROWS.iter()
        .filter(|row| row.shift == shifted && here(row))
        .find_map(|row| (row.command)(state, press.key))
}

/// Whether a key is a command although a text field has focus.
fn reaches_beyond_a_field(press: KeyPress) -> bool {
    // The text has its own undo.
    press.ctrl && press.key != Key::Letter('Z')
}

/// A line of the list of all keys: what the keys of one group that do the same look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    pub group: KeyGroup,
    /// The caps, separated by spaces; `–` stands between the ends of a range.
    pub caps: String,
    pub action: Action,
}

/// The list of all keys, group by group in the table's order. A range has a line of its own.
pub fn lines() -> &'static [KeyLine] {
    static LINES: LazyLock<Vec<KeyLine>> = LazyLock::new(|| {
        let mut lines: Vec<KeyLine> = Vec::new();
        for row in ROWS {
            let group = row.context.group();
            let caps = caps(row);
            let known = lines
                .iter_mut()
                .find(|line| line.group == group && line.action == row.action)
                .filter(|line| {
                    line.caps == caps || !(caps.contains('–') || line.caps.contains('–'))
                });
            match known {
                Some(line) if line.caps == caps => {}
                Some(line) if line.caps.split(' ').any(|cap| cap == caps) => {}
                Some(line) => line.caps = format!("{} {caps}", line.caps),
                None => lines.push(KeyLine {
                    group,
                    caps,
                    action: row.action,
                }),
            }
        }
        lines
    });
    &LINES
}

/// The cap on a button that does something; empty where no key does it.
pub fn cap(action: Action) -> &'static str {
    let line = lines().iter().find(|line| line.action == action);
    let caps = line.map_or("", |line| &line.caps);
    let held = caps.starts_with("Ctrl ") || caps.starts_with("Shift ");
    // The first of several keys.
    let end = caps.match_indices(' ').nth(usize::from(held));
    end.map_or(caps, |(end, _)| caps.get(..end).unwrap_or(caps))
}

/// Whether a cap, or each of several, is that of a character, which does nothing once the person turned
/// such keys off.
pub fn is_character(caps: &str) -> bool {
    let caps = caps.strip_prefix("Shift ").unwrap_or(caps);
    let known = |cap: &str| {
        ROWS.iter()
            .filter(|row| !row.ctrl)
            .flat_map(|row| row.keys)
            .any(|key| key.is_character() && key.to_string() == cap)
    };
    caps.split(' ').all(known)
}

impl KeyLine {
    /// The caps of the keys that still do something; empty when none does.
    pub fn working_caps(&self, letter_keys: bool) -> String {
        if letter_keys || self.caps.starts_with("Ctrl ") {
            return self.caps.clone();
        }
        let parts = self.caps.split(' ').filter(|part| !is_character(part));
        let left: Vec<&str> = parts.collect();
        if left.iter().all(|part| matches!(*part, "–" | "Shift")) {
            return String::new();
        }
        left.join(" ")
    }
}

fn caps(row: &Row) -> String {
    let names: Vec<String> = row.keys.iter().map(Key::to_string).collect();
    let caps = match &names[..] {
        [first, .., last] if row.keys.len() > 2 && is_range(row.keys) => {
            format!("{first} – {last}")
        }
        _ => names.join(" "),
    };
    match (row.ctrl, row.shift) {
        (true, _) => format!("Ctrl {caps}"),
        (false, true) => format!("Shift {caps}"),
        (false, false) => caps,
    }
}

/// Digits or function keys one after the other; 0 comes after 9, as on a keyboard.
fn is_range(keys: &[Key]) -> bool {
    keys.windows(2).all(|pair| match pair {
        [Key::Digit(one), Key::Digit(next)] => (one + 1) % 10 == *next,
        [Key::Function(one), Key::Function(next)] => one + 1 == *next,
        _ => false,
    })
}
