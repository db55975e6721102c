//! What the today screen shows, as plain data made of the state. No words, no measures.

use crate::flow::State;
use crate::flow::heard;
use crate::flow::listening::can_be_heard;
use crate::flow::state::LibraryStatus;
use crate::flow::today::{RetellingSet, tellings_of};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::FileFault;
use crate::model::fluency::Fluency;
use crate::model::language::Language;
use crate::model::schedule::{Item, Plan};

/// A difference of pace below this share is not heard (Quené 2007).
pub const HEARD_SHARE: f64 = 0.05;

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub enum TodayView<'a> {
    /// The library is being opened.
    Opening,
    /// The library cannot be used.
    Fault(&'a FileFault),
    /// The day.
    Day(Day<'a>),
    /// What came of three tellings.
    Outcome(Outcome<'a>),
}

/// The day.
#[derive(Clone, Debug, PartialEq)]
pub struct Day<'a> {
    /// Nothing was answered yet at all, and no role was chosen.
    pub welcome: bool,
    /// The plan.
    pub plan: Plan,
    /// What was answered today, oldest first.
    pub done: Vec<DoneRow<'a>>,
    /// What is left of the plan, best first.
    pub rows: Vec<Row<'a>>,
    /// The chosen row.
    pub selected: usize,
    /// What the filled button does.
    pub start: Start,
    /// The story for three tellings.
    pub story: Story<'a>,
}

/// What the filled button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Begins the first answer of a new library.
    First,
    /// Begins the chosen row.
    Next,
    /// Begins one more, after all is done.
    More,
    /// Nothing: nothing is due.
    Nothing,
    /// Nothing: there are no questions.
    NoQuestions,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// What, and why.
    pub item: &'a Item,
    /// The words of the question, in the language in which it will be asked.
    pub question: &'a str,
}

/// An answer of today.
#[derive(Clone, Debug, PartialEq)]
pub struct DoneRow<'a> {
    /// The attempt.
    pub id: &'a AttemptId,
    /// The language.
    pub language: Language,
    /// The words of the question.
    pub question: &'a str,
}

/// The story for three tellings.
#[derive(Clone, Debug, PartialEq)]
pub enum Story<'a> {
    /// There is none.
    Missing,
    /// This one.
    Offered {
        /// The words of the question.
        question: &'a str,
        /// The language.
        language: Language,
        /// Whether there are tellings to be looked at again.
        compared: bool,
    },
    /// They are under way and wait.
    Waiting(&'a RetellingSet),
}

/// What came of tellings.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<'a> {
    /// The words of the question.
    pub question: &'a str,
    /// The language of all of them.
    pub language: Language,
    /// Each, in its order.
    pub tellings: Vec<Told<'a>>,
    /// What may be said of them.
    pub verdict: Verdict,
}

/// One telling.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<'a> {
    /// Which attempt.
    pub id: &'a AttemptId,
    /// Its number, from 1.
    pub number: u8,
    /// The time it had, in seconds.
    pub limit_secs: u32,
    /// What was heard.
    pub heard: Heard,
}

/// What was heard in a telling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Heard {
    /// It is still being listened to.
    Awaited,
    /// Nothing can be told.
    Unknown,
    /// Its figures.
    Known(Fluency),
}

/// What may be said of tellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Not all were listened to.
    Awaited,
    /// One of them has no figures.
    Unknown,
    /// There is only one.
    Alone,
    /// The pace is the same, as far as people hear.
    Same,
    /// The last was faster, by so many per cent.
    Faster(u32),
    /// The last was slower, by so many per cent.
    Slower(u32),
}

impl<'a> TodayView<'a> {
    /// The view of a state.
    pub fn new(state: &'a State) -> Self {
        match &state.library.status {
            LibraryStatus::Failed(fault) => return Self::Fault(fault),
            LibraryStatus::Opening if state.library.entries.is_empty() => return Self::Opening,
            LibraryStatus::Opening | LibraryStatus::Ready => {}
        }
        let shown = state.today.shown.as_ref();
        let outcome = shown.and_then(|first| Outcome::new(state, first));
        outcome.map_or_else(|| Self::Day(Day::new(state)), Self::Outcome)
    }
}

impl<'a> Day<'a> {
    fn new(state: &'a State) -> Self {
        let schedule = &state.today.schedule;
        let words = |id: &str, language| {
            let question = state.question(id);
            question.map_or("", |question| question.text.get(language))
        };
        let rows: Vec<Row<'a>> = state
            .today_rows()
            .iter()
            .map(|item| Row {
                item,
                question: words(&item.question, item.plan().start()),
            })
            .collect();
        let done = schedule.done.iter().map(|done| DoneRow {
            id: &done.id,
            language: done.language,
            question: state
                .attempt(&done.id)
                .map_or("", |attempt| attempt.question.text.get(done.language)),
        });
        let first_time = state.library.entries.is_empty();
        Self {
            welcome: first_time && state.role().is_none(),
            plan: schedule.plan,
            done: done.collect(),
            selected: state.today.selected.min(rows.len().saturating_sub(1)),
            start: match (schedule.items.is_empty(), rows.is_empty()) {
                (true, _) if state.questions.is_empty() => Start::NoQuestions,
                (true, _) => Start::Nothing,
                (false, true) => Start::More,
                (false, false) if first_time => Start::First,
                (false, false) => Start::Next,
            },
            rows,
            story: story(state),
        }
    }
}

fn story(state: &State) -> Story<'_> {
    if let Some(telling) = state.practice.task.telling() {
        return Story::Waiting(telling);
    }
    state
        .telling_offer()
        .map_or(Story::Missing, |(question, language)| Story::Offered {
            question: question.text.get(language),
            language,
            compared: state.last_tellings().is_some(),
        })
}

impl<'a> Outcome<'a> {
    fn new(state: &'a State, first: &AttemptId) -> Option<Self> {
        let entries = state.library.entries.iter();
        let takes = tellings_of(entries.map(|entry| &*entry.attempt), first);
        let one = *takes.first()?;
        let language = one.plan.start();
        let tellings: Vec<Told<'a>> = takes
            .into_iter()
            .filter_map(|attempt| {
                Some(Told {
                    id: &attempt.id,
                    number: attempt.retelling.as_ref()?.number,
                    limit_secs: attempt.target_secs,
                    heard: heard_of(state, attempt),
                })
            })
            .collect();
        Some(Self {
            question: one.question.text.get(language),
            language,
            verdict: Verdict::of(&tellings),
            tellings,
        })
    }
}

fn heard_of(state: &State, attempt: &Attempt) -> Heard {
    let Some(speech) = heard::speech(state, attempt) else {
        let pending = state.analysis.pending.contains(&attempt.id);
        let awaited = pending || !state.speech.contains_key(&attempt.id);
        return if awaited && can_be_heard(attempt) {
            Heard::Awaited
        } else {
            Heard::Unknown
        };
    };
    Fluency::of(speech, speech.whole()).map_or(Heard::Unknown, Heard::Known)
}

impl Verdict {
    /// What may be said: about the pace of the last against the first, and nothing finer than
    /// people hear.
    pub fn of(tellings: &[Told<'_>]) -> Self {
        if tellings.iter().any(|told| told.heard == Heard::Awaited) {
            return Self::Awaited;
        }
        let mut rates = Vec::new();
        for told in tellings {
            match told.heard {
                Heard::Known(fluency) if fluency.nuclei > 0 => {
                    rates.push(fluency.articulation_rate);
                }
                _ => return Self::Unknown,
            }
        }
        let (Some(first), Some(last)) = (rates.first(), rates.last()) else {
            return Self::Unknown;
        };
        if rates.len() == 1 {
            return Self::Alone;
        }
        let share = last / first - 1.0;
        let percent = (share.abs() * 100.0).round() as u32;
        match share {
            share if share.abs() < HEARD_SHARE => Self::Same,
            share if share > 0.0 => Self::Faster(percent),
            _ => Self::Slower(percent),
        }
    }
}
