//! Questions, their follow-ups and the packs they come in.
//! Not here: reading pack files (`library::packs`), choosing the next question (`deck`).

use serde::{Deserialize, Serialize};

use crate::model::ids::ids;
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
    Learned,
    /// What would be done differently.
    NextTime,
    /// Another story for the same thing.
    AnotherExample,
    /// The same point in more detail.
    Depth,
    /// The next step of a scenario; only in packs, and asked in their order.
    Step,
}

ids!(FollowUpKind {
    Numbers = "numbers",
    Why = "why",
    YourPart = "your-part",
    Alternative = "alternative",
    Conflict = "conflict",
    Failure = "failure",
    Learned = "learned",
    NextTime = "next-time",
    AnotherExample = "another-example",
    Depth = "depth",
    Step = "step",
});

impl FollowUpKind {
    /// The kinds that dig into any answer; all but [`Self::Step`].
    pub const PROBES: [Self; 10] = [
        Self::Numbers,
        Self::Why,
        Self::YourPart,
        Self::Alternative,
        Self::Conflict,
        Self::Failure,
        Self::Learned,
        Self::NextTime,
        Self::AnotherExample,
        Self::Depth,
    ];

    /// Whether it can be asked in the middle of an answer: it digs into what is being said, and does
    /// not look back on the whole.
    pub const fn digs_at_once(self) -> bool {
        match self {
            Self::Numbers
            | Self::Why
            | Self::YourPart
            | Self::Alternative
            | Self::Conflict
            | Self::Failure
            | Self::Depth => true,
            Self::Learned | Self::NextTime | Self::AnotherExample | Self::Step => false,
        }
    }
}

/// What a question is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// Something the candidate has done.
    #[default]
    Experience,
    /// Who the candidate is, and why here.
    Introduction,
    /// Computer science: operating systems.
    OperatingSystem,
    /// Computer science: networks.
    Network,
    /// Computer science: storage.
    Storage,
    /// Computer science: databases.
    Database,
    /// One big case, scaled step by step.
    Scenario,
    /// What the candidate asks the interviewer.
    CandidateQuestions,
}

ids!(Subject {
    Experience = "experience",
    Introduction = "introduction",
    OperatingSystem = "os",
    Network = "network",
    Storage = "storage",
    Database = "database",
    Scenario = "scenario",
    CandidateQuestions = "reverse",
});

impl Subject {
    /// The topics of computer science among which a candidate is asked to choose.
    pub const TOPICS: [Self; 4] = [
        Self::OperatingSystem,
        Self::Network,
        Self::Storage,
        Self::Database,
    ];

    /// Whether an answer tells a story, so that STAR and the rubric of stories fit it.
    pub const fn tells_a_story(self) -> bool {
        matches!(self, Self::Experience)
    }
}

/// A short probing question that follows an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// What it digs for.
    pub kind: FollowUpKind,
    /// The words, in both languages.
    pub text: Bilingual,
    /// What a good answer has; only steps of scenarios have any.
    pub points: Vec<Bilingual>,
}

/// A question as a pack holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Unique within all loaded packs: lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// Id of the pack it came from.
    pub pack: String,
    /// What it is about.
    pub subject: Subject,
    /// Principles it is asked for; empty for introductions.
    pub principles: Vec<Principle>,
    /// Numbers of the themes it covers (1 to 23), for the completeness test.
    pub themes: Vec<u8>,
    /// The words, in both languages.
    pub text: Bilingual,
    /// What a good answer has; empty where nothing is right or wrong.
    pub points: Vec<Bilingual>,
    /// Two to four in the built-in packs; any number in a user's own. The steps of a scenario stand
    /// first, in their order.
    pub follow_ups: Vec<FollowUp>,
}

/// A question among those of all packs, also of packs that are gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QuestionKey {
    pub pack: String,
    pub id: String,
}

impl Question {
    pub fn key(&self) -> QuestionKey {
        QuestionKey {
            pack: self.pack.clone(),
            id: self.id.clone(),
        }
    }

    /// Whether it is what everybody is asked: an experience or an introduction.
    pub const fn is_general(&self) -> bool {
        matches!(self.subject, Subject::Experience | Subject::Introduction)
    }

    /// Whether it asks for an experience that shows a principle.
    pub fn shows(&self, principle: Principle) -> bool {
        self.subject == Subject::Experience && self.principles.contains(&principle)
    }
}

/// A file of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Unique id.
    pub id: String,
    /// Name for people.
    pub title: Bilingual,
    /// What its points rest on; empty where it has none.
    pub sources: Vec<String>,
    /// At least one.
    pub questions: Vec<Question>,
}

/// A pack by its name; its questions are among all others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackTitle {
    pub id: String,
    pub title: Bilingual,
}
