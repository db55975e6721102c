//! From egui's key events to the keys of `flow::keys`.

use egui::{Context, Event, Key as EguiKey, Modifiers};

use crate::flow::keys::{Key, KeyPress, command_for};
use crate::flow::{Command, State};

/// Pushes what the keys of this frame ask for.
pub fn read(ctx: &Context, state: &State, out: &mut Vec<Command>) {
    let typing = ctx.text_edit_focused();
    // A control that was reached with Tab keeps its own keys: Space and Enter press it.
    let control_focused = !typing && ctx.memory(egui::Memory::focused).is_some();
    // What a badge or a chip opened closes first, and alone.
    let popup = egui::Popup::is_any_open(ctx);
    let presses: Vec<KeyPress> = ctx.input(|input| {
        input
            .events
            .iter()
            .filter_map(|event| press(event, state))
            .collect()
    });
    for press in presses {
        let pressing = matches!(
            press.key,
            Key::Space | Key::Enter | Key::Up | Key::Down | Key::Left | Key::Right
        );
        if control_focused && pressing && !press.ctrl {
            continue;
        }
        if popup && press.key == Key::Escape {
            continue;
        }
        out.extend(command_for(state, press, typing));
    }
}

fn press(event: &Event, state: &State) -> Option<KeyPress> {
    let Event::Key {
        key,
        pressed: true,
        repeat,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    let key = named(*key, *modifiers)?;
    // Holding a key down moves; it does not record, rate or delete again and again.
    let moves = matches!(
        key,
        Key::Up | Key::Down | Key::Left | Key::Right | Key::OpenBracket | Key::CloseBracket
    );
    // Who lets go of Shift before `?` leaves egui with a `?` that never came up: every later one
    // looks held. Opening the list is harmless then; closing it has Escape too.
    let opens = key == Key::Question && !state.keys_shown;
    if modifiers.alt || (*repeat && !moves && !opens) {
        return None;
    }
    Some(KeyPress {
        key,
        ctrl: modifiers.command,
    })
}

fn named(key: EguiKey, modifiers: Modifiers) -> Option<Key> {
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
        EguiKey::OpenBracket => Key::OpenBracket,
        EguiKey::CloseBracket => Key::CloseBracket,
        EguiKey::Questionmark => Key::Question,
        EguiKey::Slash if modifiers.shift => Key::Question,
        EguiKey::Slash => Key::Slash,
        other => {
            let name = other.name();
            let function = name.strip_prefix('F').and_then(|n| n.parse().ok());
            if let Some(number) = function {
                return Some(Key::Function(number));
            }
            let mut chars = name.chars();
            let (first, None) = (chars.next()?, chars.next()) else {
                return None;
            };
            match first.to_digit(10) {
                Some(digit) => Key::Digit(u8::try_from(digit).ok()?),
                None if first.is_ascii_uppercase() => Key::Letter(first),
                None => return None,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_digits_and_signs_have_names() {
        let none = Modifiers::NONE;
        assert_eq!(named(EguiKey::N, none), Some(Key::Letter('N')));
        assert_eq!(named(EguiKey::Num3, none), Some(Key::Digit(3)));
        assert_eq!(named(EguiKey::Slash, none), Some(Key::Slash));
        assert_eq!(named(EguiKey::Slash, Modifiers::SHIFT), Some(Key::Question));
        assert_eq!(named(EguiKey::F4, none), Some(Key::Function(4)));
        assert_eq!(named(EguiKey::F, none), Some(Key::Letter('F')));
        assert_eq!(named(EguiKey::Home, none), None);
    }
}
