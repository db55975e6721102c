//! The Markdown below the front matter: headings of a language, below them headings of parts. A line
//! of a text that would be read as a heading is written with a backslash before it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::language::Language;
use crate::model::star::StarPart;
use crate::model::story::{Story, settled_text};
use crate::model::story_words::{language_heading, language_of, part_heading, part_of};

/// Where a part stands.
type Place = (Language, StarPart);

/// What a stretch of the body is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Before the first heading.
    Notes,
    /// Between the heading of a language and the first part.
    Language(Language),
    Part(Place),
    /// A heading that is not known here, or came a second time, and its text.
    Other,
}

struct Section {
    kind: Kind,
    /// Without its heading.
    content: Range<usize>,
}

/// The body, cut.
pub(super) struct Body<'t> {
    text: &'t str,
    sections: Vec<Section>,
}

impl<'t> Body<'t> {
    pub(super) fn read(text: &'t str) -> Self {
        let mut sections = vec![Section {
            kind: Kind::Notes,
            content: 0..0,
        }];
        let mut language = None;
        let mut under_heading = false;
        let mut seen: Vec<Kind> = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let end = at + line.len();
            let kind = match heading(line) {
                Some((1, name)) => {
                    under_heading = true;
                    language = language_of(name);
                    Some(language.map_or(Kind::Other, Kind::Language))
                }
                Some((2, name)) if under_heading => {
                    let place = language.zip(part_of(name));
                    Some(place.map_or(Kind::Other, Kind::Part))
                }
                _ => None,
            };
            if let Some(kind) = kind {
                // What comes a second time is kept, but is not the part.
                let again = seen.contains(&kind) && matches!(kind, Kind::Part(_));
                seen.push(kind);
                sections.push(Section {
                    kind: if again { Kind::Other } else { kind },
                    content: end..end,
                });
            } else if let Some(section) = sections.last_mut() {
                section.content.end = end;
            }
            at = end;
        }
        Self { text, sections }
    }

    fn text_of(&self, kind: Kind, deepest: usize) -> String {
        let section = self.sections.iter().find(|section| section.kind == kind);
        let content = section.and_then(|section| self.text.get(section.content.clone()));
        let lines: Vec<String> = content
            .unwrap_or_default()
            .split('\n')
            .map(|line| shown(line.strip_suffix('\r').unwrap_or(line), deepest))
            .collect();
        settled_text(&lines.join("\n"))
    }

    pub(super) fn notes(&self) -> String {
        self.text_of(Kind::Notes, 1)
    }

    pub(super) fn part(&self, place: Place) -> String {
        self.text_of(Kind::Part(place), 2)
    }
}

/// The level and the words of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let (spaces, rest) = indent(line);
    let words = rest.trim_start_matches('#');
    let level = rest.len() - words.len();
    let apart = words.is_empty() || words.starts_with([' ', '\t', '\r', '\n']);
    let name = words.trim().trim_end_matches('#').trim_end();
    (spaces < 4 && (1..=2).contains(&level) && apart).then_some((level, name))
}

fn indent(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches(' ');
    (line.len() - rest.len(), rest)
}

/// Whether a line without its backslashes would be a heading that ends a text.
fn ends_a_text(line: &str, deepest: usize) -> Option<(usize, usize)> {
    let (spaces, rest) = indent(line);
    let core = rest.trim_start_matches('\\');
    let backslashes = rest.len() - core.len();
    let (level, _) = heading(core)?;
    (spaces < 4 && level <= deepest).then_some((spaces, backslashes))
}

/// A line of the file as a person reads it.
fn shown(line: &str, deepest: usize) -> String {
    match ends_a_text(line, deepest) {
        Some((spaces, backslashes)) if backslashes > 0 => {
            let (before, rest) = line.split_at_checked(spaces).unwrap_or(("", line));
            format!("{before}{}", rest.strip_prefix('\\').unwrap_or(rest))
        }
        _ => line.to_owned(),
    }
}

/// A line of a person as it is written.
fn written(line: &str, deepest: usize) -> String {
    match ends_a_text(line, deepest) {
        Some((spaces, _)) => {
            let (before, rest) = line.split_at_checked(spaces).unwrap_or(("", line));
            format!("{before}\\{rest}")
        }
        None => line.to_owned(),
    }
}

/// A text as the content below a heading: an empty line before and after it.
fn content(text: &str, deepest: usize, line_end: &str) -> String {
    if text.is_empty() {
        return line_end.to_owned();
    }
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| written(line, deepest))
        .collect();
    format!("{line_end}{}{line_end}{line_end}", lines.join(line_end))
}

/// The body with what differs between the two stories replaced.
pub(super) fn rewrite(text: &str, before: &Story, after: &Story, line_end: &str) -> String {
    let body = Body::read(text);
    // New content by section; new sections by the section that they follow.
    let mut replaced: BTreeMap<usize, String> = BTreeMap::new();
    let mut added: BTreeMap<usize, String> = BTreeMap::new();
    let mut last = String::new();
    if before.notes != after.notes {
        replaced.insert(0, content(&after.notes, 1, line_end));
    }
    let at = |kind: Kind| {
        body.sections
            .iter()
            .position(|section| section.kind == kind)
    };
    for language in [Language::Korean, Language::English] {
        let mut missing = String::new();
        let mut follows = at(Kind::Language(language));
        for part in StarPart::ALL {
            let text = after.text(language).part(part);
            let same = before.text(language).part(part) == text;
            let here = at(Kind::Part((language, part)));
            match here {
                Some(here) if !same => {
                    replaced.insert(here, content(text, 2, line_end));
                }
                None if !same => {
                    let name = part_heading(part, language);
                    let section = format!("## {name}{line_end}{}", content(text, 2, line_end));
                    match follows {
                        Some(follows) => added.entry(follows).or_default().push_str(&section),
                        None => missing.push_str(&section),
                    }
                }
                _ => {}
            }
            follows = here.or(follows);
        }
        if !missing.is_empty() {
            let name = language_heading(language);
            last.extend(["# ", name, line_end, line_end, &missing]);
        }
    }
    let mut out = String::new();
    let mut until = 0;
    for (index, section) in body.sections.iter().enumerate() {
        // The heading.
        out.push_str(text.get(until..section.content.start).unwrap_or_default());
        let replaced = replaced.get(&index);
        let added = added.get(&index);
        if replaced.is_some() || added.is_some() {
            end_line(&mut out, line_end);
        }
        match replaced {
            Some(content) => out.push_str(content),
            None => out.push_str(text.get(section.content.clone()).unwrap_or_default()),
        }
        if let Some(added) = added {
            end_line(&mut out, line_end);
            out.push_str(added);
        }
        until = section.content.end;
    }
    if !last.is_empty() {
        end_line(&mut out, line_end);
        let blank = out.is_empty() || out.ends_with("\n\n") || out.ends_with("\n\r\n");
        if !blank {
            out.push_str(line_end);
        }
        out.push_str(&last);
    }
    out
}

fn end_line(out: &mut String, line_end: &str) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(line_end);
    }
}
