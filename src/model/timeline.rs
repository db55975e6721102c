//! The list of attempts as the timeline shows it: newest first, by day, filtered and searched.
//! Derived from the attempts; may be thrown away at any time.

use std::sync::Arc;

use jiff::civil::Date;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::search::SearchKey;

/// What the person wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineFilter {
    /// Search text as typed.
    pub query: String,
    /// Only this principle.
    pub principle: Option<Principle>,
    /// Only plans that involve this language.
    pub language: Option<Language>,
}

impl TimelineFilter {
    /// Whether nothing is filtered.
    pub fn is_open(&self) -> bool {
        self.query.trim().is_empty() && self.principle.is_none() && self.language.is_none()
    }
}

/// An attempt together with its prepared search text.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The attempt.
    pub attempt: Arc<Attempt>,
    key: SearchKey,
    /// The title of its story.
    story: Option<SearchKey>,
}

impl Entry {
    /// Prepares an attempt for searching: question in both languages, and notes.
    pub fn new(attempt: Arc<Attempt>) -> Self {
        let text = &attempt.question.text;
        // A character that no query can hold keeps the three texts apart.
        let key = SearchKey::new(&format!(
            "{}\u{1}{}\u{1}{}",
            text.ko, text.en, attempt.notes
        ));
        Self {
            attempt,
            key,
            story: None,
        }
    }

    /// The title of its story, prepared.
    pub fn title(&mut self, story: Option<&SearchKey>) {
        if self.story.as_ref() != story {
            self.story = story.cloned();
        }
    }

    fn matches(&self, query: &SearchKey) -> bool {
        let story = self.story.as_ref();
        self.key.contains(query) || story.is_some_and(|story| story.contains(query))
    }
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A day and the number of its attempts that are listed.
    Day(Date, usize),
    /// Index into the entries.
    Attempt(usize),
}

/// The rows for a filter. `entries` must be sorted newest first.
pub fn rows(entries: &[Entry], filter: &TimelineFilter) -> Vec<Row> {
    let query = SearchKey::new(&filter.query);
    let mut rows: Vec<Row> = Vec::new();
    let mut day_row: Option<usize> = None;
    for (index, entry) in entries.iter().enumerate() {
        let attempt = &entry.attempt;
        let wanted = filter
            .principle
            .is_none_or(|principle| attempt.question.principles.contains(&principle))
            && filter
                .language
                .is_none_or(|language| attempt.plan.involves(language))
            && entry.matches(&query);
        if !wanted {
            continue;
        }
        let date = attempt.created.date();
        match day_row.and_then(|at| rows.get_mut(at)) {
            Some(Row::Day(day, count)) if *day == date => *count += 1,
            _ => {
                day_row = Some(rows.len());
                rows.push(Row::Day(date, 1));
            }
        }
        rows.push(Row::Attempt(index));
    }
    rows
}

/// Where an attempt belongs among entries sorted newest first: `Ok` when it is there.
pub fn position(entries: &[Entry], id: &AttemptId) -> Result<usize, usize> {
    entries.binary_search_by(|entry| id.cmp(&entry.attempt.id))
}
