//! What is marked on a take: orders it was given, places and judgements of the person. Every mark
//! stands at a frame of the take. Not here: what is computed from the sound (`analysis`).

use unicode_normalization::UnicodeNormalization as _;

use crate::model::ids::ids;
use crate::model::language::Language;
use crate::model::star::StarPart;

/// Who ordered a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CueBy {
    /// The drill, by chance.
    Drill,
    /// A key.
    Hand,
}

ids!(CueBy {
    Drill = "drill",
    Hand = "hand",
});

/// Why somebody paused, in their own judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PauseCause {
    /// A word was missing.
    Word,
    /// The sentence had to be built.
    Grammar,
    /// What to say was not clear.
    Content,
    Nerves,
    /// Breath, or on purpose.
    Breath,
}

ids!(PauseCause {
    Word = "word",
    Grammar = "grammar",
    Content = "content",
    Nerves = "nerves",
    Breath = "breath",
});

/// Why a person wants to find a place again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FlagKind {
    /// For a reason of their own.
    #[default]
    Free,
    /// It is to be said once more.
    SayAgain,
    /// They were stuck.
    Stuck,
    Good,
}

ids!(FlagKind {
    Free = "flag",
    SayAgain = "say-again",
    Stuck = "stuck",
    Good = "good",
});

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// The order to go on in another language.
    Cue {
        /// The language asked for.
        to: Language,
        /// Who ordered it.
        by: CueBy,
    },
    /// The cue made a sound, which began here.
    CueSound,
    /// It was said that a cue comes soon.
    Announced {
        /// The language it will ask for.
        to: Language,
    },
    /// The interviewer broke in and asked to come to the point.
    Interruption,
    /// A part of the answer begins here, by the person's tap.
    Part(StarPart),
    /// The first word in the new language begins here, as the person confirmed. At most one.
    FirstWord,
    /// Why the pause that begins here was made, as the person judged.
    Pause(PauseCause),
    /// A place the person wants to find again.
    Flag(FlagKind),
}

/// A named frame of the take.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Frame of the take. One behind its end is kept: the file may have been cut by another program.
    pub frame: u64,
    pub kind: MarkKind,
    /// What the person wrote beside a flag, as [`clean_text`] leaves it; empty for all others.
    pub text: String,
}

/// Most characters of the text that is written beside a mark.
pub const TEXT_CHARS: usize = 200;

impl Mark {
    pub const fn new(frame: u64, kind: MarkKind) -> Self {
        Self {
            frame,
            kind,
            text: String::new(),
        }
    }

    /// Whether it is a place to go to: not what only tells how a pause was judged or a cue was given.
    pub const fn is_place(&self) -> bool {
        match self.kind {
            MarkKind::Flag(_)
            | MarkKind::Cue { .. }
            | MarkKind::Interruption
            | MarkKind::Part(_)
            | MarkKind::FirstWord => true,
            MarkKind::CueSound | MarkKind::Announced { .. } | MarkKind::Pause(_) => false,
        }
    }

    /// The kind of a flag.
    pub const fn flag(&self) -> Option<FlagKind> {
        match self.kind {
            MarkKind::Flag(kind) => Some(kind),
            _ => None,
        }
    }
}

/// A text on one line: composed (NFC), every break of line and tab a space, without other control
/// characters.
pub fn clean_text(text: &str) -> String {
    let on_line = |sign: char| match sign {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        sign if sign.is_control() => None,
        sign => Some(sign),
    };
    text.chars().filter_map(on_line).nfc().collect()
}

/// The nearest frame from `frame` on at which no mark of this kind stands: two at one frame could not
/// be told apart.
pub fn free_frame(marks: &[Mark], frame: u64, kind: MarkKind) -> u64 {
    let mut frame = frame;
    while marks
        .iter()
        .any(|mark| mark.frame == frame && mark.kind == kind)
    {
        frame += 1;
    }
    frame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_composed_line() {
        for (typed, kept) in [
            ("더 짧게", "더 짧게"),
            ("\u{1103}\u{1165}", "더"),
            ("one\ntwo\tthree\u{2028}four", "one two three four"),
            ("\u{7}bell\u{0}", "bell"),
            ("", ""),
        ] {
            assert_eq!(clean_text(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn two_marks_of_a_kind_never_stand_at_one_frame() {
        let free = MarkKind::Flag(FlagKind::Free);
        let marks = [Mark::new(5, free), Mark::new(6, free)];
        assert_eq!(free_frame(&marks, 4, free), 4);
        assert_eq!(free_frame(&marks, 5, free), 7);
        assert_eq!(free_frame(&marks, 5, MarkKind::Flag(FlagKind::Good)), 5);
    }
}
