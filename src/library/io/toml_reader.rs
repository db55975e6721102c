//! Reading TOML that people write: every fault is told with its line, and not only the first one.
//! Not here: what the values mean (`packs`, `rubrics`, `settings_file`).

use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization as _;

use crate::library::limits::FAULTS;
use crate::model::fault::FileFault;
use crate::model::language::Bilingual;

/// A table and where it begins.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    map: &'a DeTable<'a>,
    at: usize,
}

impl<'a> Table<'a> {
    /// The table of a whole document.
    pub fn of(document: &'a Spanned<DeTable<'a>>) -> Self {
        Self {
            map: document.get_ref(),
            at: document.span().start,
        }
    }

    /// A table within a document, that begins at a place of its text.
    pub fn within(map: &'a DeTable<'a>, at: usize) -> Self {
        Self { map, at }
    }

    /// The value of a key, if there is one.
    pub fn get(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.map.get(key)
    }

    /// Its keys with the places where they stand, and their values.
    pub fn entries(&self) -> impl Iterator<Item = (usize, &'a str, &'a Spanned<DeValue<'a>>)> {
        self.map
            .iter()
            .map(|(key, value)| (key.span().start, key.get_ref().as_ref(), value))
    }

    /// Byte offset of its beginning.
    pub fn at(&self) -> usize {
        self.at
    }
}

/// Collects the faults of one text.
pub struct Faults<'t> {
    text: &'t str,
    // Where the lines after the first begin: a file may hold thousands of faults.
    line_starts: Vec<usize>,
    list: Vec<(usize, String)>,
}

impl<'t> Faults<'t> {
    /// No faults yet.
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            line_starts: text.match_indices('\n').map(|(at, _)| at + 1).collect(),
            list: Vec::new(),
        }
    }

    /// The document, or `None` with all its faults of syntax.
    pub fn document(&mut self) -> Option<Spanned<DeTable<'t>>> {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        if errors.is_empty() {
            return Some(document);
        }
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            self.add(at, error.message());
        }
        // A parser that goes on trips over one slip several times.
        self.list.dedup_by_key(|(line, _)| *line);
        // What a parser could rescue from broken text says things that nobody wrote.
        None
    }

    /// Adds a fault at a byte offset.
    pub fn add(&mut self, at: usize, detail: impl Into<String>) {
        let line = 1 + self.line_starts.partition_point(|start| *start <= at);
        self.list.push((line, detail.into()));
    }

    /// Number of faults so far.
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// Lines, from 1, and reasons, in the order of the lines; how many more there are stands last.
    pub fn into_list(mut self) -> Vec<(usize, String)> {
        self.list.sort();
        self.list.dedup();
        let more = self.list.len().saturating_sub(FAULTS);
        self.list.truncate(FAULTS);
        if more > 0
            && let Some((line, _)) = self.list.last()
        {
            self.list
                .push((*line, format!("and {more} more further on")));
        }
        self.list
    }

    /// The faults as those of a role.
    pub fn into_role_faults(self, path: &Path) -> Vec<FileFault> {
        self.into_list()
            .into_iter()
            .map(|(line, detail)| FileFault::BrokenRole {
                path: path.to_path_buf(),
                line: Some(line),
                detail,
            })
            .collect()
    }

    /// The faults as those of a pack.
    pub fn into_pack_faults(self, path: &Path) -> Vec<FileFault> {
        self.into_list()
            .into_iter()
            .map(|(line, detail)| FileFault::BrokenPack {
                path: path.to_path_buf(),
                line: Some(line),
                detail,
            })
            .collect()
    }

    /// The value of a key that must be there.
    pub fn required<'a>(
        &mut self,
        table: Table<'a>,
        key: &str,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = table.get(key);
        if value.is_none() {
            self.add(table.at, format!("`{key}` is missing"));
        }
        value
    }

    /// A string that must be there, and where it begins.
    pub fn string<'a>(&mut self, table: Table<'a>, key: &str) -> Option<(usize, &'a str)> {
        let value = self.required(table, key)?;
        self.string_of(value, key)
            .map(|text| (value.span().start, text))
    }

    /// A value that must be a string; `name` is for the fault.
    pub fn string_of<'a>(
        &mut self,
        value: &'a Spanned<DeValue<'a>>,
        name: &str,
    ) -> Option<&'a str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(value, name, "text in quotes");
        }
        text
    }

    /// A value that must be a whole number; `name` is for the fault.
    pub fn integer_of(&mut self, value: &Spanned<DeValue<'_>>, name: &str) -> Option<i64> {
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|digits| i64::from_str_radix(digits.as_str(), digits.radix()).ok());
        if number.is_none() {
            self.wrong_type(value, name, "a whole number");
        }
        number
    }

    /// A value that must be a list; `name` is for the fault.
    pub fn list_of<'a>(
        &mut self,
        value: &'a Spanned<DeValue<'a>>,
        name: &str,
    ) -> &'a [Spanned<DeValue<'a>>] {
        if let DeValue::Array(list) = value.get_ref() {
            return list;
        }
        self.wrong_type(value, name, "a list in square brackets");
        &[]
    }

    /// The tables of a list such as `[[question]]`; empty when the key is not there.
    pub fn tables<'a>(&mut self, table: Table<'a>, key: &str) -> Vec<Table<'a>> {
        let Some(value) = table.get(key) else {
            return Vec::new();
        };
        let mut tables = Vec::new();
        for element in self.list_of(value, key) {
            match element.get_ref() {
                DeValue::Table(map) => tables.push(Table {
                    map,
                    at: element.span().start,
                }),
                _ => self.wrong_type(element, key, "a table"),
            }
        }
        tables
    }

    /// A table such as `[weights]`, which must be there.
    pub fn table<'a>(&mut self, table: Table<'a>, key: &str) -> Option<Table<'a>> {
        let value = self.required(table, key)?;
        if let DeValue::Table(map) = value.get_ref() {
            let at = value.span().start;
            return Some(Table { map, at });
        }
        self.wrong_type(value, key, "a table");
        None
    }

    /// Text in both languages that must be there: `{ en = "…", ko = "…" }`, in NFC, trimmed.
    pub fn bilingual(&mut self, table: Table<'_>, key: &str) -> Option<Bilingual> {
        let value = self.required(table, key)?;
        self.bilingual_of(value, key)
    }

    /// A value that must be text in both languages; `name` is for the fault.
    pub fn bilingual_of(&mut self, value: &Spanned<DeValue<'_>>, name: &str) -> Option<Bilingual> {
        let DeValue::Table(map) = value.get_ref() else {
            self.wrong_type(value, name, "{ en = \"…\", ko = \"…\" }");
            return None;
        };
        let mut text = |language: &str| {
            let name = format!("{name}.{language}");
            let Some(value) = map.get(language) else {
                self.add(value.span().start, format!("`{name}` is missing"));
                return None;
            };
            let text = self.string_of(value, &name)?.trim();
            if text.is_empty() {
                self.add(value.span().start, format!("`{name}` is empty"));
                return None;
            }
            Some(text.nfc().collect())
        };
        // Both are looked at, so that both faults are told.
        let (en, ko) = (text("en"), text("ko"));
        Some(Bilingual { en: en?, ko: ko? })
    }

    /// `format`, which must be the one given.
    pub fn format(&mut self, table: Table<'_>, ours: i64) -> bool {
        let Some(value) = self.required(table, "format") else {
            return false;
        };
        match self.integer_of(value, "format") {
            Some(format) if format == ours => true,
            Some(format) => {
                let reason = if format > ours {
                    "this version of Retake knows none above"
                } else {
                    "it must be"
                };
                self.add(
                    value.span().start,
                    format!("format {format}: {reason} {ours}"),
                );
                false
            }
            None => false,
        }
    }

    /// An id that must be there: lower-case ASCII letters, digits and hyphens.
    pub fn id<'a>(&mut self, table: Table<'a>, key: &str) -> Option<(usize, &'a str)> {
        let (at, id) = self.string(table, key)?;
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || id.len() > 64 || !id.chars().all(good) {
            self.add(
                at,
                format!("`{key}` is {id:?}: 1 to 64 lower-case letters a-z, digits and hyphens"),
            );
            return None;
        }
        Some((at, id))
    }

    /// A value of the wrong type.
    pub fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, name: &str, expected: &str) {
        let found = value.get_ref().type_str();
        self.add(
            value.span().start,
            format!("`{name}` is of type {found}, expected {expected}"),
        );
    }
}
