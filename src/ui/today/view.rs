//! What the today screen shows, as plain data made of the state, in words. No measures.
//! Not here: what came of tellings (`outcome_view`).

use jiff::civil::Date;

use crate::flow::State;
use crate::flow::state::LibraryStatus;
use crate::i18n::faults::{self, FaultText};
use crate::i18n::{Words, dates, names, today};
use crate::model::attempt::AttemptId;
use crate::model::fault::Fault;
use crate::model::language::Language;
use crate::model::role::Role as Preset;
use crate::model::schedule::Item;
use crate::tr;
use crate::ui::today::outcome_view::Outcome;
use crate::ui::widgets::chip::Choice;

#[derive(Clone, Debug)]
pub enum TodayView<'a> {
    Opening,
    Fault(FaultText),
    Day(Day<'a>),
    /// What came of three tellings.
    Outcome(Outcome<'a>),
}

#[derive(Clone, Debug)]
pub struct Day<'a> {
    /// How far the interview is.
    pub headline: String,
    /// What that makes of the day.
    pub what: String,
    pub role: Role<'a>,
    /// The day of the interview, in words.
    pub date: Option<String>,
    pub list: String,
    /// What was answered today, oldest first.
    pub done: Vec<DoneRow<'a>>,
    /// What is left of the plan, best first.
    pub rows: Vec<Row<'a>>,
    pub selected: usize,
    /// What stands below the rows: all is done, or nothing can be.
    pub rest: Option<String>,
    /// What the filled button says; `None` without one.
    pub way_on: Option<String>,
    pub story: Story<'a>,
}

#[derive(Clone, Debug)]
pub struct Role<'a> {
    pub shown: String,
    pub choices: Vec<Choice<Option<String>>>,
    /// Why the chosen one weighs as it does.
    pub reason: Option<&'a str>,
}

#[derive(Clone, Debug)]
pub struct Row<'a> {
    pub item: &'a Item,
    /// The words of the question, in the language in which it will be asked.
    pub question: &'a str,
    pub why: String,
    /// All of it, for screen readers.
    pub said: String,
}

#[derive(Clone, Debug)]
pub struct DoneRow<'a> {
    pub id: &'a AttemptId,
    pub language: Language,
    pub question: &'a str,
    /// All of it, for screen readers.
    pub said: String,
}

#[derive(Clone, Debug)]
pub enum Story<'a> {
    Missing,
    Offered(Offer<'a>),
    /// They are under way and wait: at which of them.
    Waiting(String),
}

/// A story that can be told three times.
#[derive(Clone, Debug)]
pub struct Offer<'a> {
    pub question: &'a str,
    pub language: Language,
    pub equal: bool,
    /// Whether there are tellings to be looked at again.
    pub compared: bool,
}

impl<'a> TodayView<'a> {
    pub fn new(w: Words<'_>, state: &'a State, today: Date) -> Self {
        match &state.library.status {
            LibraryStatus::Failed(fault) => {
                return Self::Fault(faults::text(w, &Fault::File(fault.clone())));
            }
            LibraryStatus::Opening if state.library.entries.is_empty() => return Self::Opening,
            LibraryStatus::Opening | LibraryStatus::Ready => {}
        }
        let shown = state.today.shown.as_ref();
        let outcome = shown.and_then(|first| Outcome::new(w, state, first));
        outcome.map_or_else(|| Self::Day(Day::new(w, state, today)), Self::Outcome)
    }
}

impl<'a> Day<'a> {
    fn new(w: Words<'_>, state: &'a State, today: Date) -> Self {
        let schedule = &state.today.schedule;
        let plan = schedule.plan;
        let first_time = state.library.entries.is_empty();
        let rows: Vec<Row<'a>> = state
            .today_rows()
            .iter()
            .map(|item| row(w, state, item))
            .collect();
        let done = schedule.done.iter();
        let (rest, way_on) = match (schedule.items.is_empty(), rows.is_empty()) {
            (true, _) if state.questions.is_empty() => (Some(tr!(w, "today-no-questions")), None),
            (true, _) => (Some(tr!(w, "today-nothing")), None),
            (false, true) => (Some(tr!(w, "today-all-done")), Some(tr!(w, "today-more"))),
            (false, false) if first_time => (None, Some(tr!(w, "today-start-first"))),
            (false, false) => (None, Some(tr!(w, "today-start"))),
        };
        let story = story(w, state);
        let date = state.settings.interview_date;
        Self {
            headline: today::until(w, plan.until),
            what: if first_time && state.role().is_none() {
                tr!(w, "today-what-first")
            } else {
                today::plan(w, &plan)
            },
            role: role(w, state),
            date: date.map(|day| dates::plain_day(w, day, today)),
            list: tr!(w, "today-list", done = plan.done, goal = plan.goal),
            done: done
                .map(|done| done_row(w, state, &done.id, done.language))
                .collect(),
            selected: state.today.selected.min(rows.len().saturating_sub(1)),
            rows,
            rest,
            // Tellings that wait are gone on with in their own card.
            way_on: way_on.filter(|_| !matches!(story, Story::Waiting(_))),
            story,
        }
    }
}

fn role<'a>(w: Words<'_>, state: &'a State) -> Role<'a> {
    let chosen = state.role();
    let name = |role: &Preset| role.name.get(w.language()).to_owned();
    let choice = |role: &Preset| Choice {
        value: Some(role.id.clone()),
        label: name(role),
        current: chosen.is_some_and(|chosen| chosen.id == role.id),
    };
    Role {
        shown: chosen.map_or_else(|| tr!(w, "today-role-none"), name),
        choices: state.roles.iter().map(choice).collect(),
        reason: chosen.map(|role| role.reason.get(w.language())),
    }
}

fn row<'a>(w: Words<'_>, state: &'a State, item: &'a Item) -> Row<'a> {
    let question = state.question(&item.question);
    let question = question.map_or("", |it| it.text.get(item.plan().start()));
    let reason = today::reason(w, item);
    let plan = names::plan(w, item.plan());
    Row {
        item,
        question,
        said: format!("{question} · {plan} · {reason}"),
        why: match item.principle {
            Some(principle) => format!("{reason} · {}", names::principle(w, principle)),
            None => reason,
        },
    }
}

fn done_row<'a>(
    w: Words<'_>,
    state: &'a State,
    id: &'a AttemptId,
    language: Language,
) -> DoneRow<'a> {
    let attempt = state.attempt(id);
    let question = attempt.map_or("", |attempt| attempt.question.text.get(language));
    let spoken = names::language(w, language);
    DoneRow {
        id,
        language,
        question,
        said: format!("{} · {question} · {spoken}", tr!(w, "today-done")),
    }
}

fn story<'a>(w: Words<'_>, state: &'a State) -> Story<'a> {
    if let Some(telling) = state.practice.task.telling() {
        let (number, of) = (telling.number, telling.of());
        return Story::Waiting(tr!(w, "today-tell-waiting", number = number, of = of));
    }
    let offer = state.telling_offer();
    offer.map_or(Story::Missing, |(question, language)| {
        Story::Offered(Offer {
            question: question.text.get(language),
            language,
            equal: state.today.equal,
            compared: state.last_tellings().is_some(),
        })
    })
}
