//! From egui's key events to the keys of `flow::keys`.

use egui::{Context, Event, Key as EguiKey};

use crate::app::typing::Typing;
use crate::flow::keys::{Key, KeyPress, command_for};
use crate::flow::{Command, State};

/// Pushes what the keys of this pass ask for.
pub fn read(ctx: &Context, state: &State, fields: &Typing, out: &mut Vec<Command>) {
    let typing = fields.in_field() || ctx.text_edit_focused();
    // A control that was reached with Tab keeps its own keys: Space and Enter press it.
    let control_focused = !typing && ctx.memory(egui::Memory::focused).is_some();
    // What a badge or a chip opened closes first, and alone.
    let popup = egui::Popup::is_any_open(ctx);
    let presses: Vec<Press> = ctx.input(|input| {
        let events = input.events.iter();
        events.filter_map(|event| press(event, state)).collect()
    });
    for press in presses {
        let asked = |key: Key| {
            let pressing = matches!(
                key,
                Key::Space | Key::Enter | Key::Up | Key::Down | Key::Left | Key::Right
            );
            // A question that stands over everything is answered wherever the keyboard is.
            let answer = key == Key::Enter && state.asks_to_export();
            let taken = control_focused && pressing && !press.ctrl && !answer;
            if taken || (popup && key == Key::Escape) {
                return None;
            }
            let (ctrl, shift) = (press.ctrl, press.shift);
            command_for(state, KeyPress { key, ctrl, shift }, typing)
        };
        out.extend(press.keys.into_iter().flatten().find_map(asked));
    }
}

/// A key that went down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Press {
    /// What it may stand for: the first that asks for something counts.
    keys: [Option<Key>; 2],
    ctrl: bool,
    shift: bool,
}

fn press(event: &Event, state: &State) -> Option<Press> {
    let Event::Key {
        key,
        physical_key,
        pressed: true,
        repeat,
        modifiers,
    } = event
    else {
        return None;
    };
    let keys = keys(*key, *physical_key, modifiers.shift);
    let named = keys.into_iter().flatten().next()?;
    // Holding a key down moves; it does not record, rate or delete again and again.
    let moves = matches!(
        named,
        Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::OpenBracket
            | Key::CloseBracket
            | Key::OpenBrace
            | Key::CloseBrace
            | Key::Plus
            | Key::Minus
    );
    // Who lets go of Shift before `?` leaves egui with a `?` that never came up: every later one
    // looks held. Opening the list is harmless then; closing it has Escape too.
    let opens = named == Key::Question && !state.keys_shown;
    if modifiers.alt || (*repeat && !moves && !opens) {
        return None;
    }
    Some(Press {
        keys,
        ctrl: modifiers.command,
        shift: modifiers.shift,
    })
}

/// What a key may stand for: a digit by its place on the keyboard, because some layouts need Shift for
/// digits; anything else by what is printed on it. Where a layout has no Latin letters, `key` is by place.
fn keys(key: EguiKey, place: Option<EguiKey>, shift: bool) -> [Option<Key>; 2] {
    let printed = printed(key, place, shift);
    // What layouts print on a digit's key, to be typed without Shift; not what numbers do without Num Lock.
    let on_digit = matches!(
        key,
        EguiKey::Quote
            | EguiKey::Minus
            | EguiKey::Plus
            | EguiKey::Equals
            | EguiKey::Exclamationmark
            | EguiKey::Colon
            | EguiKey::Semicolon
            | EguiKey::Period
    );
    match place.and_then(digit) {
        Some(place) if on_digit && !shift => [Some(place), printed],
        _ => [printed, None],
    }
}

fn printed(key: EguiKey, place: Option<EguiKey>, shift: bool) -> Option<Key> {
    Some(match key {
        EguiKey::Space => Key::Space,
        EguiKey::Enter => Key::Enter,
        EguiKey::Escape => Key::Escape,
        EguiKey::Delete | EguiKey::Backspace => Key::Delete,
        EguiKey::ArrowUp => Key::Up,
        EguiKey::ArrowDown => Key::Down,
        EguiKey::ArrowLeft => Key::Left,
        EguiKey::ArrowRight => Key::Right,
        EguiKey::PageUp => Key::PageUp,
        EguiKey::PageDown => Key::PageDown,
        EguiKey::Comma => Key::Comma,
        EguiKey::Period => Key::Period,
        // Plus stands above it on many layouts.
        EguiKey::Plus | EguiKey::Equals => Key::Plus,
        EguiKey::Minus => Key::Minus,
        EguiKey::OpenBracket if shift => Key::OpenBrace,
        EguiKey::CloseBracket if shift => Key::CloseBrace,
        EguiKey::OpenBracket => Key::OpenBracket,
        EguiKey::CloseBracket => Key::CloseBracket,
        EguiKey::OpenCurlyBracket => Key::OpenBrace,
        EguiKey::CloseCurlyBracket => Key::CloseBrace,
        EguiKey::Questionmark => Key::Question,
        // Elsewhere the slash itself needs Shift: on a German keyboard above the 7.
        EguiKey::Slash if shift && place.is_none_or(|place| place == key) => Key::Question,
        EguiKey::Slash => Key::Slash,
        other => return digit(other).or_else(|| letter_or_function(other)),
    })
}

fn digit(key: EguiKey) -> Option<Key> {
    let mut chars = key.name().chars();
    let (Some(digit), None) = (chars.next()?.to_digit(10), chars.next()) else {
        return None;
    };
    Some(Key::Digit(u8::try_from(digit).ok()?))
}

fn letter_or_function(key: EguiKey) -> Option<Key> {
    let name = key.name();
    if let Some(number) = name.strip_prefix('F').and_then(|n| n.parse().ok()) {
        return Some(Key::Function(number));
    }
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_ascii_uppercase() => Some(Key::Letter(letter)),
        _ => None,
    }
}
