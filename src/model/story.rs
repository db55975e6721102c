//! Stories: what a person has done, told in four parts, in one language or both.
//! Not here: their files (`library::story_file`), where they have been told (`coverage`).

use std::fmt;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use crate::model::attempt::AttemptId;
use crate::model::language::Language;
use crate::model::merge::{Merge, merge_fields};
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
    /// Written by a newer version, or in a library that cannot be written: shown, never rewritten.
    pub read_only: bool,
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
            read_only: false,
        }
    }

    /// What it is called: its title, or the name of its file.
    pub fn name(&self) -> &str {
        if self.title.is_empty() {
            self.id.as_str()
        } else {
            &self.title
        }
    }

    /// Whether it has no title, and only the day in the name of its file: it was begun, or told before it
    /// was written down.
    pub fn is_untitled(&self) -> bool {
        let mut name = self.id.as_str().chars();
        self.title.is_empty() && name.all(|letter| letter.is_ascii_digit() || letter == '-')
    }

    /// Its parts in a language.
    pub fn text(&self, language: Language) -> &StoryText {
        match language {
            Language::Korean => &self.korean,
            Language::English => &self.english,
        }
    }

    /// Its parts in a language, to be changed.
    pub fn text_mut(&mut self, language: Language) -> &mut StoryText {
        match language {
            Language::Korean => &mut self.korean,
            Language::English => &mut self.english,
        }
    }

    /// What a file can hold of it, and gives back: NFC, plain line ends, nothing empty around a text
    /// or in a list.
    #[must_use]
    pub fn settled(&self) -> Self {
        let mut story = self.clone();
        story.title = one_line(&story.title);
        for list in [&mut story.tags, &mut story.numbers] {
            let lines = list.iter().map(|line| one_line(line));
            *list = lines.filter(|line| !line.is_empty()).collect();
        }
        let mut seen = Vec::new();
        story.principles.retain(|principle| {
            let new = !seen.contains(principle);
            seen.push(*principle);
            new
        });
        for language in [Language::Korean, Language::English] {
            for part in StarPart::ALL {
                let text = story.text_mut(language).part_mut(part);
                *text = settled_text(text);
            }
        }
        story.notes = settled_text(&story.notes);
        story
    }

    /// What two people, or one in two programs, made of the same story: each thing as it was changed.
    /// Where both changed the same thing, `ours` counts, and the answer says so.
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, bool) {
        let mut merge = Merge::default();
        let mut texts = [ours.korean.clone(), ours.english.clone()];
        for (text, language) in texts.iter_mut().zip([Language::Korean, Language::English]) {
            let (base, ours, theirs) = (
                base.text(language),
                ours.text(language),
                theirs.text(language),
            );
            for part in StarPart::ALL {
                let (base, ours) = (base.part(part), ours.part(part));
                merge
                    .of(&base, &ours, &theirs.part(part))
                    .clone_into(text.part_mut(part));
            }
        }
        let [korean, english] = texts;
        let merged = merge_fields!(merge(base, ours, theirs) => Self {
            id, title, principles, tags, numbers, notes, captured,
        } with {
            korean: korean,
            english: english,
            read_only: theirs.read_only,
        });
        (merged, merge.clash)
    }
}

/// One line, NFC, trimmed.
fn one_line(text: &str) -> String {
    let words: String = text
        .nfc()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    words.trim().to_owned()
}

/// A text without empty lines before and after it, NFC, with plain line ends.
pub fn settled_text(text: &str) -> String {
    let text: String = text
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .collect();
    let lines: Vec<&str> = text.split('\n').collect();
    let told = |line: &&str| !line.trim().is_empty();
    let (Some(first), Some(last)) = (lines.iter().position(told), lines.iter().rposition(told))
    else {
        return String::new();
    };
    lines.get(first..=last).unwrap_or_default().join("\n")
}

/// What a name leaves free for a number or a word behind it, in bytes.
const ROOM: usize = 24;

/// Names that Windows keeps for devices, whatever follows a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name for the file of a story with this title that none of the `taken` has, whatever their case.
pub fn name_for(title: &str, taken: impl Fn(&str) -> bool) -> Option<StoryId> {
    let mut plain = String::new();
    for c in title.nfc() {
        let legal = c.is_alphanumeric() || matches!(c, '-' | '_' | '(' | ')' | '+' | '&' | ',');
        // Letters that are made of several characters keep all of them.
        let c = if legal || is_joined(c) { c } else { ' ' };
        if plain.len() + c.len_utf8() > LONGEST_ID - ROOM {
            break;
        }
        plain.push(c);
    }
    let mut name = plain.split_whitespace().collect::<Vec<_>>().join("-");
    let stem = name.to_lowercase();
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    if name.is_empty() || DEVICES.contains(&stem) {
        name.insert_str(0, if name.is_empty() { "story" } else { "story-" });
    }
    (1..10_000).find_map(|number: u32| {
        let numbered = match number {
            1 => name.clone(),
            number => format!("{name}-{number}"),
        };
        let id = StoryId::parse(&numbered)?;
        (!taken(&numbered.to_lowercase())).then_some(id)
    })
}

/// Whether a character only has a meaning together with the one before it.
fn is_joined(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
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

    #[test]
    fn a_title_becomes_a_name_that_is_free_and_legal_everywhere() {
        for (title, name) in [
            ("캡스톤 2024: 결제 속도", "캡스톤-2024-결제-속도"),
            ("p99 800 ms → 120 ms", "p99-800-ms-120-ms"),
            ("../../etc", "etc"),
            ("", "story"),
            ("con", "story-con"),
            ("LPT1", "story-LPT1"),
            ("taken", "taken-3"),
            ("Taken", "Taken-3"),
            ("2026-11-21 14:25", "2026-11-21-14-25"),
            ("...", "story"),
        ] {
            let taken = |name: &str| ["taken", "taken-2"].contains(&name);
            let found = name_for(title, taken).unwrap();
            assert_eq!(found.as_str(), name, "{title}");
        }
        let long = name_for(&"한".repeat(200), |_| false).unwrap();
        assert!(long.as_str().len() <= LONGEST_ID);
    }

    #[test]
    fn what_one_side_changed_is_kept_and_a_clash_is_told() {
        let base = Story::new(StoryId::parse("a").unwrap(), "Old".into());
        let mut ours = base.clone();
        ours.korean.action = "제가 정했어요".into();
        let mut theirs = base.clone();
        theirs.title = "New".into();
        let (merged, clash) = Story::merge(&base, &ours, &theirs);
        assert!(!clash);
        assert_eq!(
            (merged.title.as_str(), merged.korean.action.as_str()),
            ("New", "제가 정했어요")
        );
        theirs.korean.action = "우리가 정했어요".into();
        let (merged, clash) = Story::merge(&base, &ours, &theirs);
        assert!(clash);
        assert_eq!(merged.korean.action, "제가 정했어요");
        // The same change on both sides is no clash.
        assert!(!Story::merge(&base, &ours, &ours).1);
    }
}
