//! What stands before a session, as plain data made of the state, in words. No measures.

use jiff::civil::Date;

use crate::flow::state::LibraryStatus;
use crate::flow::today::TodayCommand;
use crate::flow::{Command, State};
use crate::i18n::{Words, dates, faults, names, sessions};
use crate::model::fault::Fault;
use crate::model::language::LanguagePlan;
use crate::model::question::Subject;
use crate::model::session::SessionId;
use crate::model::session::record::{Session, Status};
use crate::model::session::shape::{
    Format, LONG_MINUTES, LOOP_INTERVIEWERS, MOST_INTERVIEWERS, Shape,
};
use crate::model::settings::SESSION_PLANS;
use crate::tr;
use crate::ui::interview::answers;

/// Most sessions that are listed.
const LISTED: usize = 50;
/// Interviewers offered for one's own session.
const INTERVIEWERS: [u8; MOST_INTERVIEWERS as usize] = [1, 2, 3, 4, 5];
/// Minutes offered for an interviewer of one's own session.
const MINUTES: [u8; 9] = [1, 5, 10, 15, 20, 25, 30, 45, 60];
/// Minutes offered for a break of one's own session.
const BREAKS: [u8; 6] = [0, 1, 5, 10, 20, 30];

#[derive(Clone, Debug)]
pub struct Setup<'a> {
    pub blocked: Option<String>,
    pub formats: Vec<FormatRow>,
    pub picks: Vec<Pick>,
    /// Who comes one after another.
    pub comes: Vec<Comer>,
    pub breaks: Option<String>,
    pub total: String,
    /// The sessions of before, newest first.
    pub past: Vec<Past<'a>>,
    /// Which could not be read.
    pub faults: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct FormatRow {
    pub format: Format,
    pub name: String,
    pub what: String,
    pub chosen: bool,
}

#[derive(Clone, Debug)]
pub struct Pick {
    pub name: String,
    /// What the chosen one means.
    pub caption: Option<String>,
    /// A sentence below the choice.
    pub note: Option<String>,
    pub offers: Vec<Offer>,
    /// The chosen one; `None` for a value that is not offered.
    pub chosen: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Offer {
    pub label: String,
    /// The languages whose bar stands over the words.
    pub plan: Option<LanguagePlan>,
    /// What choosing it asks for.
    pub command: Command,
}

#[derive(Clone, Debug)]
pub struct Comer {
    pub who: String,
    pub what: String,
    pub time: String,
}

#[derive(Clone, Debug)]
pub struct Past<'a> {
    pub id: &'a SessionId,
    /// Format and length.
    pub title: String,
    /// When, how many answers, whether it is over.
    pub more: String,
    /// The mean of the latest ratings; `None` while none is rated.
    pub score: Option<String>,
    /// All of it, for screen readers.
    pub said: String,
}

impl<'a> Setup<'a> {
    pub fn new(w: Words<'_>, state: &'a State, today: Date) -> Self {
        let shape = state.settings.session.shape;
        let breaks = shape.break_minutes > 0 && shape.interviewers > 1;
        let sessions = &state.interview.sessions;
        Self {
            blocked: match state.library.status {
                LibraryStatus::Opening => Some(tr!(w, "drill-blocked-opening")),
                LibraryStatus::Ready if !state.questions.is_empty() => None,
                LibraryStatus::Ready | LibraryStatus::Failed(_) => {
                    Some(tr!(w, "interview-blocked"))
                }
            },
            formats: Format::ALL
                .map(|format| FormatRow {
                    format,
                    name: sessions::format(w, format),
                    what: sessions::what(w, format),
                    chosen: format == shape.format,
                })
                .to_vec(),
            picks: picks(w, state),
            comes: (1..=shape.interviewers)
                .map(|number| comer(w, state, number))
                .collect(),
            breaks: breaks.then(|| {
                let time = sessions::minutes(w, u32::from(shape.break_minutes));
                tr!(w, "interview-breaks", time = time)
            }),
            total: sessions::minutes(w, shape.total_minutes()),
            past: sessions
                .iter()
                .take(LISTED)
                .map(|session| past(w, state, session, today))
                .collect(),
            faults: state
                .interview
                .faults
                .iter()
                .map(|fault| {
                    let told = faults::text(w, &Fault::File(fault.clone()));
                    format!("{} {}", told.what, told.detail.unwrap_or_default())
                })
                .collect(),
        }
    }
}

/// A choice among values, each with its words and what choosing it asks for.
fn pick<T: Copy + PartialEq>(
    name: String,
    values: &[T],
    current: T,
    offer: impl Fn(T) -> (String, Command),
) -> Pick {
    let offer = |value: &T| {
        let (label, command) = offer(*value);
        let plan = match command {
            Command::SetSessionPlan(plan) => Some(plan),
            _ => None,
        };
        Offer {
            label,
            plan,
            command,
        }
    };
    Pick {
        name,
        caption: None,
        note: None,
        offers: values.iter().map(offer).collect(),
        chosen: values.iter().position(|value| *value == current),
    }
}

fn picks(w: Words<'_>, state: &State) -> Vec<Pick> {
    let session = &state.settings.session;
    let mut picks = numbers(w, session.shape);
    if session.shape.format == Format::FirstRound {
        let name = tr!(w, "interview-topic");
        picks.push(pick(name, &Subject::TOPICS, session.topic, |it| {
            (names::subject(w, it), Command::SetSessionTopic(it))
        }));
    }
    let name = tr!(w, "interview-languages");
    let mut plan = pick(name, &SESSION_PLANS, session.plan, |it| {
        (names::plan(w, it), Command::SetSessionPlan(it))
    });
    plan.note = (session.plan.switch_to().is_some()).then(|| tr!(w, "interview-request"));
    picks.extend([plan, role(w, state)]);
    picks
}

/// The numbers that the format leaves open.
fn numbers(w: Words<'_>, shape: Shape) -> Vec<Pick> {
    let minutes = |minutes: u8| match minutes {
        0 => tr!(w, "interview-no-break"),
        minutes => sessions::minutes(w, u32::from(minutes)),
    };
    let (people, each, breaks): (&[u8], &[u8], &[u8]) = match shape.format {
        Format::PhoneScreen => (&[], &LONG_MINUTES, &[]),
        Format::LoopDay => (&LOOP_INTERVIEWERS, &LONG_MINUTES, &[]),
        Format::Custom if shape.interviewers > 1 => (&INTERVIEWERS, &MINUTES, &BREAKS),
        Format::Custom => (&INTERVIEWERS, &MINUTES, &[]),
        Format::RecruiterCall | Format::FirstRound => (&[], &[], &[]),
    };
    let with = |value: u8, set: fn(&mut Shape, u8)| {
        let mut shape = shape;
        set(&mut shape, value);
        Command::SetSessionShape(shape)
    };
    let name = tr!(w, "interview-interviewers");
    let people = pick(name, people, shape.interviewers, |it| {
        (
            it.to_string(),
            with(it, |shape, it| shape.interviewers = it),
        )
    });
    let name = tr!(w, "interview-each");
    let each = pick(name, each, shape.minutes, |it| {
        (minutes(it), with(it, |shape, it| shape.minutes = it))
    });
    let name = tr!(w, "interview-break");
    let breaks = pick(name, breaks, shape.break_minutes, |it| {
        (minutes(it), with(it, |shape, it| shape.break_minutes = it))
    });
    let open = |pick: &Pick| !pick.offers.is_empty();
    [people, each, breaks].into_iter().filter(open).collect()
}

fn role(w: Words<'_>, state: &State) -> Pick {
    let chosen = state.role().map(|role| &role.id);
    let ids = state.roles.iter().map(|role| Some(&role.id));
    let ids: Vec<Option<&String>> = std::iter::once(None).chain(ids).collect();
    let name = |id: Option<&String>| {
        let role = state.roles.iter().find(|role| Some(&role.id) == id);
        role.map_or_else(
            || tr!(w, "interview-role-none"),
            |role| role.name.get(w.language()).to_owned(),
        )
    };
    let role = pick(tr!(w, "interview-role"), &ids, chosen, |id| {
        let command = TodayCommand::SetRole(id.cloned());
        (name(id), Command::Today(command))
    });
    Pick {
        caption: Some(match chosen {
            Some(_) => tr!(w, "interview-role-what"),
            None => tr!(w, "interview-role-none-what"),
        }),
        ..role
    }
}

fn comer(w: Words<'_>, state: &State, number: u8) -> Comer {
    let shape = state.settings.session.shape;
    Comer {
        who: tr!(w, "interview-number", number = number),
        what: match (shape.format, number) {
            (Format::RecruiterCall, _) => names::subject(w, Subject::Introduction),
            (Format::FirstRound, 1) => {
                let topic = names::subject(w, state.settings.session.topic);
                tr!(w, "interview-technical", topic = topic)
            }
            (Format::PhoneScreen, _) => tr!(w, "interview-either"),
            (Format::LoopDay, number) if number > 1 => tr!(w, "interview-maybe-scenario"),
            _ => tr!(w, "interview-principles"),
        },
        time: sessions::minutes(w, u32::from(shape.minutes)),
    }
}

fn past<'a>(w: Words<'_>, state: &State, session: &'a Session, today: Date) -> Past<'a> {
    let answers = state.answers_of(session);
    let count = session.answers().max(answers.len());
    let score = answers::mean(answers.iter().map(|(_, attempt)| &***attempt));
    let score = score.map(|score| format!("{score:.1}"));
    let format = sessions::title(w, session.shape.format);
    let title = format!("{format} · {}", sessions::length(w, session.shape));
    let mut more = vec![
        dates::moment(w, &session.begun, today),
        tr!(w, "interview-answers", count = count),
    ];
    if session.status != Status::Over {
        more.push(tr!(w, "interview-unfinished"));
    }
    let more = more.join(" · ");
    let rated = match &score {
        Some(score) => tr!(w, "interview-mean", score = score.as_str()),
        None => tr!(w, "interview-unrated"),
    };
    Past {
        id: &session.id,
        said: format!("{title} · {more} · {rated}"),
        title,
        more,
        score,
    }
}
