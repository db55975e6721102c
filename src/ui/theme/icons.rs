//! The icons: characters of Phosphor, a font. Regular everywhere; Fill where a name says so.

/// One icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    /// Its character.
    pub glyph: char,
    /// Whether it is drawn from the filled face.
    pub filled: bool,
}

const fn regular(glyph: char) -> Icon {
    Icon {
        glyph,
        filled: false,
    }
}

impl Icon {
    /// The same icon, filled.
    #[must_use]
    pub const fn fill(self) -> Self {
        Self {
            glyph: self.glyph,
            filled: true,
        }
    }
}

/// Microphone.
pub const MICROPHONE: Icon = regular('\u{e326}');
/// Chart scatter.
pub const CHART_SCATTER: Icon = regular('\u{eaac}');
/// Barbell.
pub const BARBELL: Icon = regular('\u{e0b6}');
/// Chart line.
pub const CHART_LINE: Icon = regular('\u{e154}');
/// Calendar check.
pub const CALENDAR_CHECK: Icon = regular('\u{e712}');
/// Calendar blank.
pub const CALENDAR_BLANK: Icon = regular('\u{e10a}');
/// Minus.
pub const MINUS: Icon = regular('\u{e32a}');
/// Plus.
pub const PLUS: Icon = regular('\u{e3d4}');
/// Users.
pub const USERS: Icon = regular('\u{e4d6}');
/// Book open.
pub const BOOK_OPEN: Icon = regular('\u{e0e6}');
/// Gear.
pub const GEAR: Icon = regular('\u{e272}');
/// Shuffle.
pub const SHUFFLE: Icon = regular('\u{e422}');
/// Caret down.
pub const CARET_DOWN: Icon = regular('\u{e136}');
/// Check.
pub const CHECK: Icon = regular('\u{e182}');
/// Check circle.
pub const CHECK_CIRCLE: Icon = regular('\u{e184}');
/// Follow up.
pub const FOLLOW_UP: Icon = regular('\u{e01a}');
/// Flag.
pub const FLAG: Icon = regular('\u{e244}');
/// Translate.
pub const TRANSLATE: Icon = regular('\u{e4a2}');
/// Plugs.
pub const PLUGS: Icon = regular('\u{eb56}');
/// Star.
pub const STAR: Icon = regular('\u{e46a}');
/// Dots three.
pub const DOTS_THREE: Icon = regular('\u{e1fe}');
/// Rewind.
pub const REWIND: Icon = regular('\u{e6a8}');
/// Fast forward.
pub const FAST_FORWARD: Icon = regular('\u{e6a6}');
/// Play.
pub const PLAY: Icon = regular('\u{e3d0}');
/// Pause.
pub const PAUSE: Icon = regular('\u{e39e}');
/// Speaker.
pub const SPEAKER: Icon = regular('\u{e44a}');
/// Magnifier.
pub const MAGNIFIER: Icon = regular('\u{e30c}');
/// Close.
pub const CLOSE: Icon = regular('\u{e4f6}');
/// Warning.
pub const WARNING: Icon = regular('\u{e4e0}');
/// Trash.
pub const TRASH: Icon = regular('\u{e4a6}');
/// Folder open.
pub const FOLDER_OPEN: Icon = regular('\u{e256}');
/// Export: an arrow out of a box.
pub const EXPORT: Icon = regular('\u{eaf0}');
/// Arrow left.
pub const ARROW_LEFT: Icon = regular('\u{e058}');
/// Coffee.
pub const COFFEE: Icon = regular('\u{e1c2}');
/// Info.
pub const INFO: Icon = regular('\u{e2ce}');
/// Repeat.
pub const LOOP: Icon = regular('\u{e3f6}');
/// Skip forward.
pub const SKIP: Icon = regular('\u{e5a6}');
/// Arrow counter-clockwise.
pub const START_OVER: Icon = regular('\u{e038}');
