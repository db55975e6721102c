//! What an event means for a syllable that is being composed. Not here: what is done about it (`typing`).

use egui::{Event, Key};

use crate::app::input_method::SIGN;

/// Shift and Space change between Korean and English on many keyboards, and press no button. The space
/// that a field gets is an event of its own.
pub(super) fn changes_language(event: &Event) -> bool {
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

/// Whether an event says that somebody uses the keyboard. With the pointer come modifiers, too: none.
pub(super) fn is_typing(event: &Event) -> bool {
    match event {
        Event::Key { physical_key, .. } => *physical_key != Some(SIGN),
        Event::Ime(_) => true,
        Event::ModifiersChanged(now) => now.any(),
        _ => false,
    }
}

fn changes_letters(key: Key) -> bool {
    matches!(
        key,
        Key::ShiftLeft | Key::ShiftRight | Key::CapsLock | Key::NumLock
    )
}

/// Whether an event ends the syllable that is being composed.
pub(super) fn ends(event: &Event) -> bool {
    match event {
        // These are pressed within a syllable, too.
        Event::Key { key, .. } if changes_letters(*key) => false,
        Event::Key { pressed, .. } => *pressed,
        Event::Text(_) | Event::Paste(_) | Event::Cut | Event::Copy => true,
        _ => false,
    }
}

/// Whether an event leaves the cursor in its field.
pub(super) fn stays_in_field(event: &Event) -> bool {
    let leaves = |key: &Key| matches!(key, Key::Escape | Key::Tab);
    !matches!(event, Event::PointerButton { .. })
        && !matches!(event, Event::Key { key, .. } if leaves(key))
}
