//! Where in a JSON text a value stands: serde tells a line and a column but no field, and our own
//! checks know the field but no line. Used only to tell of a fault, never to read values.

/// A field and what is wrong with it.
#[derive(Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Its path: `take.frames`; empty for the value itself.
    pub field: String,
    /// What is wrong.
    pub reason: String,
}

impl FieldError {
    pub fn new(field: &str, reason: impl Into<String>) -> Self {
        let (field, reason) = (field.to_owned(), reason.into());
        Self { field, reason }
    }
}

/// One step into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

/// `serde_json` itself reads no deeper than 128, so no fault lies deeper.
const MAX_DEPTH: usize = 130;

/// The field at a line and column (both from 1, column in bytes), such as `take.gaps[2].frames`;
/// empty for the document itself.
pub fn field_at(text: &str, line: usize, column: usize) -> String {
    let offset = offset_of(text, line, column);
    let mut walker = Walker::new(text);
    let mut found = String::new();
    while let Some(event) = walker.next() {
        match event {
            // A fault is told just behind or within the value that began last before it …
            Event::Begin(at) if at < offset => found = walker.path(),
            // … except that a missing field is told at the closing bracket of its container.
            Event::End(at) if at + 1 == offset => return walker.path(),
            Event::End(at) if at < offset => {}
            Event::Begin(_) | Event::End(_) => break,
        }
    }
    found
}

/// The line and column, both from 1, of a field; the end of the nearest value before it when it is
/// not there.
pub fn place_of(text: &str, field: &str) -> (usize, usize) {
    let mut walker = Walker::new(text);
    while let Some(event) = walker.next() {
        if let Event::Begin(at) = event
            && walker.path() == field
        {
            return line_and_column(text, at);
        }
    }
    (1, 1)
}

fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    start + column
}

fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    let line_start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    (
        crate::library::io::read::line_of(text.as_bytes(), offset),
        offset - line_start + 1,
    )
}

enum Event {
    /// A value begins at this byte; the path leads to it.
    Begin(usize),
    /// A container ends with this byte; the path leads to the container.
    End(usize),
}

/// Goes through the values of a text that may be broken anywhere; stops where it makes no sense.
struct Walker<'a> {
    bytes: &'a [u8],
    at: usize,
    path: Vec<Step>,
    /// The step into a container whose beginning was just told.
    entered: Option<Step>,
}

impl<'a> Walker<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            path: Vec::new(),
            entered: None,
        }
    }

    fn path(&self) -> String {
        let mut text = String::new();
        // The innermost key is empty until the first key of its object was read.
        for step in &self.path {
            match step {
                Step::Key(key) if key.is_empty() => {}
                Step::Key(key) if text.is_empty() => text.push_str(key),
                Step::Key(key) => {
                    text.push('.');
                    text.push_str(key);
                }
                Step::Index(index) => {
                    text.push('[');
                    text.push_str(&index.to_string());
                    text.push(']');
                }
            }
        }
        text
    }

    fn next(&mut self) -> Option<Event> {
        self.path.extend(self.entered.take());
        loop {
            let at = self.at;
            match *self.bytes.get(at)? {
                b' ' | b'\t' | b'\n' | b'\r' | b':' => self.at += 1,
                b',' => {
                    self.at += 1;
                    if let Some(Step::Index(index)) = self.path.last_mut() {
                        *index += 1;
                    }
                }
                b'{' => return self.open(Step::Key(String::new())),
                b'[' => return self.open(Step::Index(0)),
                b'}' | b']' => {
                    self.at += 1;
                    self.path.pop()?;
                    return Some(Event::End(at));
                }
                b'"' => {
                    let string = self.string();
                    if self.is_key() {
                        if let Some(Step::Key(key)) = self.path.last_mut() {
                            *key = string;
                        }
                    } else {
                        return Some(Event::Begin(at));
                    }
                }
                _ => {
                    while self
                        .bytes
                        .get(self.at)
                        .is_some_and(|byte| !b",]} \t\r\n:".contains(byte))
                    {
                        self.at += 1;
                    }
                    return Some(Event::Begin(at));
                }
            }
        }
    }

    /// Tells of a container; the step into it is made afterwards, so that the path leads to it.
    fn open(&mut self, step: Step) -> Option<Event> {
        if self.path.len() >= MAX_DEPTH {
            return None;
        }
        self.entered = Some(step);
        self.at += 1;
        Some(Event::Begin(self.at - 1))
    }

    /// Whether the string just read is followed by a colon, in an object.
    fn is_key(&self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        matches!(self.path.last(), Some(Step::Key(_)))
            && rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
    }

    /// Reads past a string and returns what is between the quotes, escapes left as they are.
    fn string(&mut self) -> String {
        let start = self.at + 1;
        self.at = start;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        let end = self.at.min(self.bytes.len());
        self.at = end + 1;
        let inside = self.bytes.get(start..end).unwrap_or_default();
        String::from_utf8_lossy(inside).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str =
        "{\n  \"a\": {\"b\": [1, {\"c\": true}], \"d\": \"x\\\"y\"},\n  \"e\": null\n}";

    #[test]
    fn fields_are_found_and_found_again() {
        for field in ["a", "a.b", "a.b[0]", "a.b[1]", "a.b[1].c", "a.d", "e"] {
            let (line, column) = place_of(TEXT, field);
            assert_eq!(field_at(TEXT, line, column), field, "{line}:{column}");
        }
        assert_eq!(place_of(TEXT, "a.b[1].c"), (2, 24));
        assert_eq!(place_of(TEXT, "e"), (3, 8));
        assert_eq!(
            field_at(TEXT, 4, 1),
            "",
            "a missing field is one of the document"
        );
    }

    #[test]
    fn deep_nesting_ends_the_walk() {
        assert_eq!(place_of(&"[".repeat(1_000_000), "x"), (1, 1));
    }

    proptest! {
        #[test]
        fn any_text_and_any_place_are_survived(text in "[\\[\\]{}\",:\\\\ a1\n한]{0,60}", line in 0_usize..9, column in 0_usize..30) {
            field_at(&text, line, column);
            place_of(&text, "a.b[1]");
        }
    }
}
