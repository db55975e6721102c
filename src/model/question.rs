//! Questions, their follow-ups and the packs they come in.
//! Not here: reading pack files (`library::packs`), choosing the next question (`deck`).

use crate::model::language::Bilingual;
use crate::model::principle::Principle;

/// What a follow-up digs for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FollowUpKind {
    /// The figures behind the story.
    Numbers,
    /// The reason for a choice.
    Why,
    /// What the candidate did, apart from the team.
    YourPart,
    /// What else was considered.
    Alternative,
    /// Who disagreed.
    Conflict,
    /// What went wrong.
    Failure,
    /// What was learned.
    Learned,
    /// What would be done differently.
    NextTime,
}

impl FollowUpKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Numbers,
        Self::Why,
        Self::YourPart,
        Self::Alternative,
        Self::Conflict,
        Self::Failure,
        Self::Learned,
        Self::NextTime,
    ];

    /// The id used in pack files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Numbers => "numbers",
            Self::Why => "why",
            Self::YourPart => "your-part",
            Self::Alternative => "alternative",
            Self::Conflict => "conflict",
            Self::Failure => "failure",
            Self::Learned => "learned",
            Self::NextTime => "next-time",
        }
    }

    /// The kind of an id; `None` when there is no such id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A short probing question that follows an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// What it digs for.
    pub kind: FollowUpKind,
    /// The words, in both languages.
    pub text: Bilingual,
}

/// A question as a pack holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Unique within all loaded packs: lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// Id of the pack it came from.
    pub pack: String,
    /// Principles it is asked for; empty for introductions.
    pub principles: Vec<Principle>,
    /// Numbers of the themes it covers (1 to 23), for the completeness test.
    pub themes: Vec<u8>,
    /// The words, in both languages.
    pub text: Bilingual,
    /// Two to four in the built-in pack; any number in a user's own.
    pub follow_ups: Vec<FollowUp>,
}

/// A file of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Unique id.
    pub id: String,
    /// Name for people.
    pub title: Bilingual,
    /// At least one.
    pub questions: Vec<Question>,
}
