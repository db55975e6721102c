//! The text of events: without control characters, and the keys that come as text. Not here: the order
//! of events (`typing`).

use std::borrow::Cow;

use egui::accesskit::ActionData;
use egui::{Event, ImeEvent, Key, Modifiers};

/// Whether there is a Korean letter or syllable in a text.
pub(super) fn is_korean(text: &str) -> bool {
    let korean = |c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}');
    text.chars().any(korean)
}

/// The key that an input method gave back, from the text that winit makes of it while a syllable is shown;
/// `None` for text that is no key's.
pub(super) fn key_of(text: &str, modifiers: Modifiers) -> Option<Event> {
    let mut chars = text.chars();
    let (Some(c), None) = (chars.next(), chars.next()) else {
        return None;
    };
    let key = match c {
        _ if modifiers.ctrl => Key::from_name(&with_control(c)?.to_string())?,
        '\u{1b}' => Key::Escape,
        '\t' => Key::Tab,
        '\r' => Key::Enter,
        ' '..='~' => return Some(Event::Text(text.to_owned())),
        _ => return None,
    };
    Some(Event::Key {
        key,
        physical_key: Some(key),
        pressed: true,
        repeat: false,
        modifiers,
    })
}

/// What is printed on the key that gives a character together with Ctrl: X turns letters and some digits
/// into control characters.
fn with_control(c: char) -> Option<char> {
    let of_row = |first: char, row: &str| row.chars().nth(c as usize - first as usize);
    match c {
        '\0' => Some('2'),
        '\u{1}'..='\u{1a}' => of_row('\u{1}', "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        '\u{1b}'..='\u{1f}' => of_row('\u{1b}', "34567"),
        '\u{7f}' => Some('8'),
        ' '..='~' => Some(c.to_ascii_uppercase()),
        _ => None,
    }
}

/// Text without control characters; `None` if nothing is left of it.
pub(super) fn clean(mut event: Event) -> Option<Event> {
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
