//! What is marked on a take: orders it was given, places and judgements of the person. Every mark
//! stands at a frame of the take. Not here: what is computed from the sound (`analysis`).

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
    Flag,
}

/// A named frame of the take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Frame of the take.
    pub frame: u64,
    /// What it stands for.
    pub kind: MarkKind,
}
