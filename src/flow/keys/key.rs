//! Keys as a person names them. Not here: what they do (`table`).

use std::fmt::{self, Display};

/// Seconds that an arrow key seeks.
pub const SEEK_SECS: f64 = 5.0;
/// Seconds that a bracket key moves the marker of the first word, or an edge of the loop.
pub const SHIFT_SECS: f64 = 0.05;

/// A key as a person names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    Space,
    Enter,
    Escape,
    Delete,
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    Comma,
    Period,
    Plus,
    Minus,
    Slash,
    Question,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Letter(char),
    Digit(u8),
    Function(u8),
}

impl Key {
    /// Whether it writes a character that a person might also say or hit by chance.
    pub const fn is_character(self) -> bool {
        matches!(
            self,
            Self::Comma
                | Self::Period
                | Self::Plus
                | Self::Minus
                | Self::Slash
                | Self::Question
                | Self::OpenBracket
                | Self::CloseBracket
                | Self::OpenBrace
                | Self::CloseBrace
                | Self::Letter(_)
                | Self::Digit(_)
        )
    }
}

/// As it stands on a key cap.
impl Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Space => f.write_str("Space"),
            Self::Enter => f.write_str("Enter"),
            Self::Escape => f.write_str("Esc"),
            Self::Delete => f.write_str("Delete"),
            Self::Up => f.write_str("↑"),
            Self::Down => f.write_str("↓"),
            Self::Left => f.write_str("←"),
            Self::Right => f.write_str("→"),
            Self::PageUp => f.write_str("PgUp"),
            Self::PageDown => f.write_str("PgDn"),
            Self::Comma => f.write_str(","),
            Self::Period => f.write_str("."),
            Self::Plus => f.write_str("+"),
            Self::Minus => f.write_str("−"),
            Self::Slash => f.write_str("/"),
            Self::Question => f.write_str("?"),
            Self::OpenBracket => f.write_str("["),
            Self::CloseBracket => f.write_str("]"),
            Self::OpenBrace => f.write_str("{"),
            Self::CloseBrace => f.write_str("}"),
            Self::Letter(letter) => write!(f, "{letter}"),
            Self::Digit(digit) => write!(f, "{digit}"),
            Self::Function(number) => write!(f, "F{number}"),
        }
    }
}

/// A key with or without Ctrl (⌘ on a Mac) and Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    pub key: Key,
    pub ctrl: bool,
    pub shift: bool,
}

impl KeyPress {
    pub const fn plain(key: Key) -> Self {
        Self {
            key,
            ctrl: false,
            shift: false,
        }
    }

    pub const fn ctrl(key: Key) -> Self {
        Self {
            ctrl: true,
            ..Self::plain(key)
        }
    }

    pub const fn shift(key: Key) -> Self {
        Self {
            shift: true,
            ..Self::plain(key)
        }
    }
}
