//! Where stories have been told: story × principle × language, and which story an answer most likely
//! told. Derived from attempts and stories; may be thrown away at any time.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::attempt::{Attempt, AttemptId, RepeatOf};
use crate::model::drill::{RepeatScope, RoundKind};
use crate::model::language::Language;
use crate::model::principle::Principle;
use crate::model::story::{Story, StoryId};

/// Days after which what was told is stale.
pub const FRESH_DAYS: i32 = 14;
/// A story told for as many principles does too much.
const MANY_PRINCIPLES: usize = 4;
/// With fewer takes in all, half of them say nothing.
const ENOUGH_TAKES: u32 = 4;

/// What is known of one square.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Answers, without those to follow-ups.
    pub takes: u32,
    /// The day of the last one.
    pub last: Option<Date>,
    /// Score of the last one that was rated, 1 to 5.
    pub latest: Option<f32>,
    /// The best score, 1 to 5.
    pub best: Option<f32>,
    /// How many follow-ups deep it was dug into.
    pub deepest: u8,
}

impl Evidence {
    /// Takes in an attempt; they come newest first.
    fn add(&mut self, attempt: &Attempt) {
        self.deepest = self.deepest.max(attempt.depth());
        // A follow-up belongs to the telling it digs into.
        if attempt.link.is_some() && !attempt.tells_another() {
            return;
        }
        self.takes += 1;
        self.last.get_or_insert_with(|| attempt.created.date());
        if let Some(score) = attempt.score() {
            self.latest.get_or_insert(score);
            self.best = Some(self.best.map_or(score, |best| best.max(score)));
        }
    }

    /// Days since the last one; `None` when there was none.
    pub fn age_days(&self, today: Date) -> Option<i32> {
        Some((today - self.last?).get_days())
    }

    /// How a square looks.
    pub fn freshness(&self, today: Date) -> Freshness {
        match self.age_days(today) {
            None => Freshness::Empty,
            Some(days) if days > FRESH_DAYS => Freshness::Stale,
            Some(_) => Freshness::Fresh,
        }
    }
}

/// How long ago something was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Never.
    Empty,
    /// More than [`FRESH_DAYS`] ago.
    Stale,
    /// Within them.
    Fresh,
}

/// What is known of one story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryStats {
    /// All its takes together.
    pub all: Evidence,
    /// The principles that it was asked for.
    pub told_for: BTreeSet<Principle>,
    /// The languages it was told in.
    pub languages: Vec<Language>,
    /// The last whole answers in Korean alone and in English alone whose parts were tapped.
    pub tapped: [Option<AttemptId>; 2],
    /// Told for four principles or more, or in half of all takes: where it fails, much fails.
    pub overloaded: bool,
}

type Square = (Principle, Language);

/// Where everything has been told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    stories: BTreeMap<StoryId, StoryStats>,
    squares: BTreeMap<StoryId, BTreeMap<Square, Evidence>>,
    any: BTreeMap<Square, Evidence>,
    planned: BTreeMap<StoryId, Vec<Principle>>,
}

impl Coverage {
    /// Looks at all attempts, newest first.
    ///
    /// An answer counts for the principles of its question, and where that has none for those of its
    /// story; in the language in which it began, and in the one to which it was switched.
    pub fn new<'a>(stories: &[Arc<Story>], attempts: impl Iterator<Item = &'a Attempt>) -> Self {
        let mut found = Self::default();
        for story in stories {
            found
                .stories
                .insert(story.id.clone(), StoryStats::default());
            found
                .planned
                .insert(story.id.clone(), story.principles.clone());
        }
        for attempt in attempts {
            found.add(attempt);
        }
        let takes: u32 = found
            .stories
            .values()
            .map(|telling| telling.all.takes)
            .sum();
        let told = found
            .stories
            .values()
            .filter(|telling| telling.all.takes > 0);
        let several = told.count() > 1;
        for telling in found.stories.values_mut() {
            let most = several && takes >= ENOUGH_TAKES && telling.all.takes * 2 >= takes;
            telling.overloaded = most || telling.told_for.len() >= MANY_PRINCIPLES;
        }
        found
    }

    fn add(&mut self, attempt: &Attempt) {
        // A sentence to win time is no answer.
        if attempt
            .round
            .as_ref()
            .is_some_and(|round| round.kind == RoundKind::Rescue)
        {
            return;
        }
        let (languages, count) = languages_of(attempt);
        let languages = languages.get(..count).unwrap_or_default();
        for principle in attempt.question.shown_principles() {
            for language in languages {
                self.any
                    .entry((*principle, *language))
                    .or_default()
                    .add(attempt);
            }
        }
        let Some(id) = &attempt.story else {
            return;
        };
        let Some(telling) = self.stories.get_mut(id) else {
            // A story that is gone has no column.
            return;
        };
        telling.all.add(attempt);
        telling.told_for.extend(attempt.question.shown_principles());
        for language in languages {
            if !telling.languages.contains(language) {
                telling.languages.push(*language);
            }
        }
        if count == 1 && is_whole(attempt) && !attempt.taps().is_empty() {
            let [korean, english] = &mut telling.tapped;
            let place = match attempt.plan.start() {
                Language::Korean => korean,
                Language::English => english,
            };
            place.get_or_insert_with(|| attempt.id.clone());
        }
        let planned = self.planned.get(id).map(Vec::as_slice).unwrap_or_default();
        let principles = match attempt.question.shown_principles() {
            [] => planned,
            asked => asked,
        };
        let squares = self.squares.entry(id.clone()).or_default();
        for principle in principles {
            for language in languages {
                squares
                    .entry((*principle, *language))
                    .or_default()
                    .add(attempt);
            }
        }
    }

    /// One square; `None` for a story asks for all answers, with or without a story.
    pub fn square(&self, story: Option<&StoryId>, at: Square) -> Option<&Evidence> {
        match story {
            None => self.any.get(&at),
            Some(id) => self.squares.get(id)?.get(&at),
        }
    }

    /// What is known of a story.
    pub fn telling(&self, story: &StoryId) -> Option<&StoryStats> {
        self.stories.get(story)
    }

    /// Whether a story can be told for a principle, as the person said.
    pub fn is_planned(&self, story: &StoryId, principle: Principle) -> bool {
        let planned = self.planned.get(story);
        planned.is_some_and(|planned| planned.contains(&principle))
    }
}

/// Whether an answer is no part of something else.
fn is_whole(attempt: &Attempt) -> bool {
    let part = |follows: &RepeatOf| follows.what != RepeatScope::Whole;
    attempt.link.is_none()
        && attempt.round.is_none()
        && attempt.retelling.is_none()
        && !attempt.follows.as_ref().is_some_and(part)
}

/// The languages that were asked for in an answer; the second is the number of them.
fn languages_of(attempt: &Attempt) -> ([Language; 2], usize) {
    let start = attempt.plan.start();
    let other = start.other();
    let count = match attempt.cue() {
        Some((_, to)) if to == other => 2,
        _ => 1,
    };
    ([start, other], count)
}

/// Stories that an attempt may have told, the most likely first: that of the answer that began its
/// chain, that of the last answer to the same question, then those whose principles fit best, and of
/// these the one told last. `attempts` are newest first.
pub fn likely(stories: &[Arc<Story>], attempts: &[&Attempt], attempt: &Attempt) -> Vec<StoryId> {
    let mut found: Vec<StoryId> = Vec::new();
    let chain = attempt.chain();
    let first = attempts
        .iter()
        .find(|other| other.id == *chain && other.id != attempt.id);
    found.extend(first.and_then(|first| first.story.clone()));
    // What this very answer says of itself would make the order turn with each choice.
    let elsewhere = |other: &&&Attempt| other.chain() != chain;
    let question = &attempt.question;
    let same = attempts.iter().filter(elsewhere).find(|other| {
        other.question.id == question.id
            && other.question.pack == question.pack
            && other.story.is_some()
    });
    found.extend(same.and_then(|other| other.story.clone()));
    let mut told: BTreeMap<&StoryId, usize> = BTreeMap::new();
    for (place, other) in attempts.iter().filter(elsewhere).enumerate() {
        if let Some(id) = &other.story {
            told.entry(id).or_insert(place);
        }
    }
    let fit = |story: &Story| {
        let shared = |principle: &&Principle| question.principles.contains(principle);
        story.principles.iter().filter(shared).count()
    };
    let mut rest: Vec<&Arc<Story>> = stories.iter().collect();
    rest.sort_by_key(|story| {
        let last = told.get(&story.id).copied().unwrap_or(usize::MAX);
        (std::cmp::Reverse(fit(story)), last)
    });
    found.extend(rest.into_iter().map(|story| story.id.clone()));
    let mut seen = BTreeSet::new();
    found.retain(|id| {
        // One that is gone cannot be told again.
        let is_there = stories.binary_search_by(|story| story.id.cmp(id)).is_ok();
        is_there && seen.insert(id.clone())
    });
    found
}

#[cfg(test)]
mod tests;
