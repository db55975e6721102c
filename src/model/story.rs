//! Stories: what a person has done, told in four parts, in one language or both.
//! Not here: their files (`library::story_file`), where they have been told (`coverage`).

use std::fmt;
use std::sync::Arc;

use crate::model::attempt::AttemptId;
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::star::StarPart;

/// Longest name of a story's file without its ending, in bytes: file systems allow 255.
const LONGEST_ID: usize = 120;

/// The name of a story's file without its ending. People name files as they like, so this may hold
/// any letters; never a separator, a drive or a leading dot.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StoryId(Arc<str>);

impl StoryId {
    /// Reads a name, NFC. `None` for one that a plain file in the same folder could not have on
    /// every system.
    pub fn parse(name: &str) -> Option<Self> {
        let plain = !name.is_empty()
            && name.len() <= LONGEST_ID
            && !name.starts_with('.')
            && name.trim() == name
            && !name.contains(|c: char| c.is_control() || "/\\:*?\"<>|".contains(c));
        plain.then(|| Self(name.into()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StoryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The four parts of a story in one language; each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryText {
    /// When, where, what was at stake.
    pub situation: String,
    /// What the person was to reach.
    pub task: String,
    /// What the person decided and did.
    pub action: String,
    /// What came of it.
    pub result: String,
}

impl StoryText {
    /// One part.
    pub fn part(&self, part: StarPart) -> &str {
        match part {
            StarPart::Situation => &self.situation,
            StarPart::Task => &self.task,
            StarPart::Action => &self.action,
            StarPart::Result => &self.result,
        }
    }

    /// One part, to be changed.
    pub fn part_mut(&mut self, part: StarPart) -> &mut String {
        match part {
            StarPart::Situation => &mut self.situation,
            StarPart::Task => &mut self.task,
            StarPart::Action => &mut self.action,
            StarPart::Result => &mut self.result,
        }
    }

    /// Whether nothing is told.
    pub fn is_empty(&self) -> bool {
        StarPart::ALL
            .iter()
            .all(|part| self.part(*part).trim().is_empty())
    }
}

/// A story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its file.
    pub id: StoryId,
    /// What the person calls it; NFC.
    pub title: String,
    /// What it can be told for, the best first.
    pub principles: Vec<Principle>,
    /// The person's own words for it.
    pub tags: Vec<String>,
    /// The figures of the result, apart from the prose, so that they can be learned.
    pub numbers: Vec<String>,
    /// Told in Korean.
    pub korean: StoryText,
    /// Told in English.
    pub english: StoryText,
    /// Anything else; NFC.
    pub notes: String,
    /// The take in which it was first told, to be written down later.
    pub captured: Option<AttemptId>,
}

impl Story {
    /// A story of which only the name is known.
    pub fn new(id: StoryId, title: String) -> Self {
        Self {
            id,
            title,
            principles: Vec::new(),
            tags: Vec::new(),
            numbers: Vec::new(),
            korean: StoryText::default(),
            english: StoryText::default(),
            notes: String::new(),
            captured: None,
        }
    }

    /// Its parts in a language.
    pub fn text(&self, language: Language) -> &StoryText {
        match language {
            Language::Korean => &self.korean,
            Language::English => &self.english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder_on_every_system() {
        for good in ["first", "캡스톤 2024", "a.b"] {
            assert!(StoryId::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            ".hidden",
            "a/b",
            "a\\b",
            "c:",
            " a",
            "a\n",
            "a?",
            &"x".repeat(121),
        ] {
            assert_eq!(StoryId::parse(bad), None, "{bad}");
        }
    }
}
