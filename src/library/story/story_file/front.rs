//! The front matter: what is in it, and how single values are replaced where they stand.

use std::ops::Range;

use toml::Spanned;

use crate::library::io::toml_reader::{Faults, Table};
use crate::model::attempt::AttemptId;
use crate::model::principle::Principle;
use crate::model::story::Story;

/// The format of stories that this version reads and writes.
pub(super) const FORMAT: i64 = 1;

/// What the front matter says.
pub(super) struct Front {
    pub(super) format: i64,
    pub(super) title: String,
    pub(super) principles: Vec<Principle>,
    pub(super) tags: Vec<String>,
    pub(super) numbers: Vec<String>,
    pub(super) captured: Option<AttemptId>,
}

impl Front {
    /// Reads it; `None` with its faults. Unknown keys, and principles that this version does not
    /// know, are passed over.
    pub(super) fn read(faults: &mut Faults<'_>) -> Option<Self> {
        let document = faults.document()?;
        let root = Table::of(&document);
        let format = format(faults, root);
        let title = faults.string(root, "title").map(|(_, title)| title);
        let principles = strings(faults, root, "principles");
        let tags = strings(faults, root, "tags");
        let numbers = strings(faults, root, "numbers");
        let captured = root
            .get("captured")
            .and_then(|value| faults.string_of(value, "captured"))
            .and_then(AttemptId::parse);
        let read = Self {
            format: format?,
            title: title?.to_owned(),
            principles: principles
                .iter()
                .filter_map(|id| Principle::from_id(id))
                .collect(),
            tags,
            numbers,
            captured,
        };
        (faults.count() == 0).then_some(read)
    }
}

fn format(faults: &mut Faults<'_>, root: Table<'_>) -> Option<i64> {
    let value = faults.required(root, "format")?;
    let format = faults.integer_of(value, "format")?;
    if format < FORMAT {
        let detail = format!("format {format}: it must be {FORMAT}");
        faults.add(value.span().start, detail);
    }
    Some(format)
}

/// A list of texts that may be missing.
fn strings(faults: &mut Faults<'_>, root: Table<'_>, key: &str) -> Vec<String> {
    let Some(value) = root.get(key) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for element in faults.list_of(value, key) {
        found.extend(faults.string_of(element, key).map(str::to_owned));
    }
    found
}

/// The front matter with what differs between the two stories replaced.
pub(super) fn rewrite(front: &str, before: &Story, after: &Story, line_end: &str) -> String {
    let mut changes: Vec<(&str, String)> = Vec::new();
    let mut faults = Faults::new(front);
    let Some(document) = faults.document() else {
        return front.to_owned();
    };
    let root = Table::of(&document);
    if before.title != after.title {
        changes.push(("title", quoted(&after.title)));
    }
    if before.principles != after.principles {
        let known = after.principles.iter().map(|principle| principle.id());
        // Those of a later version are not ours to remove.
        let all = strings(&mut faults, root, "principles");
        let unknown = all.iter().filter(|id| Principle::from_id(id).is_none());
        let ids: Vec<String> = known.map(str::to_owned).chain(unknown.cloned()).collect();
        changes.push(("principles", list(&ids)));
    }
    if before.tags != after.tags {
        changes.push(("tags", list(&after.tags)));
    }
    if before.numbers != after.numbers {
        changes.push(("numbers", list(&after.numbers)));
    }
    if before.captured != after.captured {
        let id = after.captured.as_ref().map_or("", AttemptId::as_str);
        changes.push(("captured", quoted(id)));
    }
    let span = |key: &str| root.get(key).map(Spanned::span);
    let known = [
        "format",
        "title",
        "principles",
        "tags",
        "numbers",
        "captured",
    ];
    let last = known
        .iter()
        .filter_map(|key| span(key))
        .map(|span| span.end)
        .max();
    let end = last.unwrap_or(0);
    let after_line = front
        .get(end..)
        .and_then(|rest| rest.find('\n'))
        .map_or(front.len(), |line| end + line + 1);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut added = String::new();
    for (key, value) in changes {
        match span(key) {
            Some(span) => edits.push((span, value)),
            None => added.extend([key, " = ", &value, line_end]),
        }
    }
    if !added.is_empty() {
        edits.push((after_line..after_line, added));
    }
    edits.sort_by_key(|(span, _)| span.start);
    let mut text = String::new();
    let mut at = 0;
    for (span, value) in edits {
        text.push_str(front.get(at..span.start).unwrap_or_default());
        text.push_str(&value);
        at = span.end;
    }
    text.push_str(front.get(at..).unwrap_or_default());
    text
}

fn list(values: &[String]) -> String {
    let quoted: Vec<String> = values.iter().map(|value| quoted(value)).collect();
    format!("[{}]", quoted.join(", "))
}

fn quoted(value: &str) -> String {
    let mut text = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            c if c.is_control() => {
                text.extend(["\\u", &format!("{:04X}", u32::from(c))]);
            }
            c => text.push(c),
        }
    }
    text.push('"');
    text
}
