//! The today screen: what is proposed, what was put off, and three tellings of one story. Derived
//! figures are kept here so that thousands of attempts are not looked at in every frame.
//! Not here: what is proposed and why (`model::schedule`), how it begins (`update`).

mod queries;
pub(super) mod tellings;
pub(super) mod update;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::cached::Cached;
use crate::model::fault::FileFault;
use crate::model::language::{Language, LanguagePlan};
use crate::model::retelling::{EQUAL_SECS, LIMITS_SECS, Retelling};
use crate::model::schedule::Schedule;
use crate::model::timeline::since;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TodayCommand {
    StartNext,
    Start {
        question: String,
        language: Language,
    },
    /// Move the choice among the proposals by this many.
    Move(i32),
    /// Leave one proposal for another day.
    PutOff {
        question: String,
        language: Language,
    },
    /// Leave the chosen proposal for another day.
    PutOffSelected,
    SetRole(Option<String>),
    /// Write the chosen role into the library as a file that can be edited, and show it.
    MakeRoleOwn,
    SetInterview(Option<Date>),
    /// Tell the story that is offered three times, or go on with what is under way.
    Tell,
    /// Tell the story of the answer under review three times.
    TellReviewed,
    /// End the tellings early, or put the outcome of the last ones away.
    EndTelling,
    /// Show what came of the tellings that were made last.
    ShowTellings,
    /// Whether all tellings have the same time.
    SetEqual(bool),
}

#[derive(Clone, Debug, Default)]
pub struct Today {
    /// What is proposed, as of the last look.
    pub schedule: Cached<Basis, Schedule>,
    /// The row that is chosen, counted from 0.
    pub selected: usize,
    /// What the person does not want today: question and language.
    pub put_off: BTreeSet<(String, Language)>,
    /// The day on which that was said.
    put_off_on: Option<Date>,
    /// First of the tellings whose outcome is shown.
    pub shown: Option<AttemptId>,
    /// Whether all tellings have the same time.
    pub equal: bool,
    /// What was wrong with files of roles when they were last read.
    pub role_faults: Vec<FileFault>,
    /// The story told last: its question and the language in which it ended, as of the last look.
    told: Option<(String, Language)>,
    /// The first of the tellings that were made last, as of the last look.
    tellings: Option<AttemptId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    revision: u64,
    /// How many takes had been heard; rounded down while others still are.
    heard: usize,
    role: Option<String>,
    plan: LanguagePlan,
    today: Date,
    interview: Option<Date>,
    put_off: usize,
}

/// A proposal that was taken up: how the next attempt is to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduledPractice {
    pub plan: LanguagePlan,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetellingSet {
    pub language: Language,
    /// The telling that stands now, from 1.
    pub number: u8,
    /// Time for each, in seconds.
    pub limits_secs: [u32; 3],
    /// The first attempt that was kept.
    pub first: Option<AttemptId>,
}

impl RetellingSet {
    /// Tellings of which nothing was recorded yet.
    pub fn new(language: Language, equal: bool) -> Self {
        Self {
            language,
            number: 1,
            limits_secs: limits_secs(equal),
            first: None,
        }
    }

    pub fn of(&self) -> u8 {
        u8::try_from(self.limits_secs.len()).unwrap_or(u8::MAX)
    }

    /// The time of the present one, in seconds.
    pub fn limit_secs(&self) -> u32 {
        let at = usize::from(self.number.saturating_sub(1));
        self.limits_secs.get(at).copied().unwrap_or(EQUAL_SECS)
    }

    /// The place of the present telling, recorded as this attempt.
    pub fn place(&self, id: &AttemptId) -> Retelling {
        Retelling {
            first: self.first.as_ref().unwrap_or(id).clone(),
            number: self.number,
            of: self.of(),
        }
    }
}

/// Time for each telling, in seconds.
pub fn limits_secs(equal: bool) -> [u32; 3] {
    if equal { [EQUAL_SECS; 3] } else { LIMITS_SECS }
}

/// Tellings that began with an attempt, in their order; `attempts` is newest first.
pub fn tellings_of<'a>(
    attempts: impl Iterator<Item = &'a Attempt>,
    first: &AttemptId,
) -> Vec<&'a Attempt> {
    let number = |attempt: &Attempt| {
        let place = attempt.retelling.as_ref();
        let place = place.filter(|place| place.first == *first);
        place.map(|place| place.number)
    };
    let mut found: Vec<(u8, &Attempt)> = since(attempts, first)
        .filter_map(|attempt| Some((number(attempt)?, attempt)))
        .collect();
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, attempt)| attempt).collect()
}

impl Today {
    pub fn put_off(&mut self, question: String, language: Language, today: Date) {
        self.put_off_on = Some(today);
        self.put_off.insert((question, language));
    }
}
