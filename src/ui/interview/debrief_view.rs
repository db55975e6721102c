//! What came of a session, as plain data made of the state, in words. No measures.
//! Not here: how it is counted (`answers`).

use crate::flow::{Command, State};
use crate::i18n::{Words, dates, progress, sessions};
use crate::model::attempt::AttemptId;
use crate::model::language::{Language, LanguagePlan};
use crate::model::progress::{Change, Measure};
use crate::model::session::SessionId;
use crate::model::session::record::Session;
use crate::tr;
use crate::ui::interview::answers::{self, Answer, Band, Course, Next, Part};

#[derive(Clone, Debug, PartialEq)]
pub struct Debrief<'a> {
    /// How much there was, and its mean.
    pub headline: String,
    /// Length of the axis, in seconds, more than 0.
    pub secs: f64,
    /// Interviewers and breaks along it.
    pub bands: Vec<Band>,
    /// What was asked, in its order.
    pub rows: Vec<Row<'a>>,
    pub list: String,
    /// What to do next, the most useful first.
    pub next: Vec<Step<'a>>,
    /// Stories that were told for more than one question.
    pub twice: Vec<String>,
    pub parts: Vec<PartRow>,
    /// What became of the figures.
    pub changes: [String; 2],
    /// The session, when it can be gone on with.
    pub unfinished: Option<&'a SessionId>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// Its number, from 1.
    pub number: u16,
    /// Who asks from here on, and what about; only where that changes.
    pub heading: Option<String>,
    /// How deep the follow-up is; 0 for a question.
    pub depth: u8,
    /// The answer; `None` when there is none any more, or never was.
    pub attempt: Option<&'a AttemptId>,
    pub plan: Option<LanguagePlan>,
    /// Where the answer lies on the axis, in seconds.
    pub span_secs: Option<(f64, f64)>,
    /// Where the request fell, and for which language.
    pub cue: Option<(f64, Language)>,
    pub question: &'a str,
    pub more: String,
    /// The mean of the latest rating.
    pub score: Option<String>,
    /// The rating, or why there is none.
    pub state: String,
    /// All of it, for screen readers and for its block on the axis.
    pub said: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Step<'a> {
    pub attempt: &'a AttemptId,
    pub question: &'a str,
    pub why: String,
    pub does: String,
    /// What is asked for after the answer was opened.
    pub then: Option<Command>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartRow {
    pub name: String,
    /// A shorter one, where there is little room.
    pub short: Option<String>,
    /// First word, longest pause, pauses in a minute.
    pub figures: [String; 3],
}

impl<'a> Debrief<'a> {
    pub fn new(w: Words<'_>, state: &'a State, session: &'a Session) -> Self {
        let found = answers::answers(state, session);
        let ends = found.iter().filter_map(|row| row.span_secs);
        let score = answers::mean(found.iter().filter_map(|row| row.attempt));
        let course = Course::new(session, &found);
        let mut who = 0;
        Self {
            headline: [
                sessions::length(w, session.shape),
                tr!(w, "interview-answers", count = session.answers()),
                mean_words(w, score),
            ]
            .join(" · "),
            secs: ends
                .map(|(_, to)| to)
                .fold(session.clock_secs().max(1.0), f64::max),
            bands: answers::bands(session),
            list: tr!(w, "interview-all", count = session.answers()),
            next: answers::next(&found)
                .into_iter()
                .map(|next| step(w, next))
                .collect(),
            twice: answers::twice(&found)
                .iter()
                .map(|(story, count)| {
                    let story = story.as_str();
                    tr!(
                        w,
                        "interview-twice-story",
                        story = story,
                        count = { *count }
                    )
                })
                .collect(),
            parts: course
                .parts
                .iter()
                .map(|part| part_row(w, part, course.by_interviewer))
                .collect(),
            changes: changes(w, &course),
            unfinished: session.is_unfinished().then_some(&session.id),
            rows: found
                .iter()
                .map(|answer| {
                    let asker = answer.asked.interviewer;
                    let new = std::mem::replace(&mut who, asker) != asker;
                    let heading = new.then(|| heading(w, session, asker));
                    row(w, answer, heading)
                })
                .collect(),
        }
    }
}

fn mean_words(w: Words<'_>, score: Option<f32>) -> String {
    match score {
        Some(score) => tr!(w, "interview-mean", score = format!("{score:.1}")),
        None => tr!(w, "interview-unrated"),
    }
}

fn heading(w: Words<'_>, session: &Session, number: u8) -> String {
    let said = tr!(w, "interview-number", number = number);
    let at = usize::from(number).checked_sub(1);
    match at.and_then(|at| session.interviewers.get(at)) {
        Some(interviewer) => format!("{said} · {}", sessions::asks(w, &interviewer.asks)),
        None => said,
    }
}

fn row<'a>(w: Words<'_>, answer: &Answer<'a>, heading: Option<String>) -> Row<'a> {
    let asked = answer.asked;
    let question = asked.text().get(w.language());
    let length = answer
        .attempt
        .map(|it| dates::clock(it.take.duration_secs()));
    let started = answer.start_secs().map(|secs| {
        let time = progress::secs(w, secs);
        tr!(w, "interview-started", time = time)
    });
    let reached = answer
        .reached
        .map(|count| tr!(w, "interview-reached", count = count));
    let general = asked.general.then(|| tr!(w, "interview-general-short"));
    let more = [length.clone(), started, reached, general];
    let state = match answer.attempt {
        Some(_) => mean_words(w, answer.score),
        None if asked.attempt.is_some() => tr!(w, "interview-gone"),
        None => tr!(w, "interview-unanswered"),
    };
    let depth = asked.depth();
    let said = [
        Some(answer.number.to_string()),
        (depth > 0).then(|| tr!(w, "interview-depth", depth = depth)),
        Some(question.to_owned()),
        length,
        Some(state.clone()),
    ];
    let joined = |parts: &[Option<String>]| {
        let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
        parts.join(" · ")
    };
    Row {
        number: answer.number,
        heading,
        depth,
        attempt: answer.attempt.map(|attempt| &attempt.id),
        plan: answer.attempt.map(|attempt| attempt.plan),
        span_secs: answer.span_secs,
        cue: answer.cue,
        question,
        more: joined(&more),
        score: answer.score.map(|score| format!("{score:.1}")),
        state,
        said: joined(&said),
    }
}

fn step<'a>(w: Words<'_>, next: Next<'a>) -> Step<'a> {
    let (attempt, why, does, then) = match next {
        Next::Rate(attempt) => (
            attempt,
            tr!(w, "interview-why-unrated"),
            tr!(w, "interview-do-rate"),
            None,
        ),
        Next::Again(attempt, secs) => (
            attempt,
            tr!(w, "interview-why-slow", time = progress::secs(w, secs)),
            tr!(w, "interview-do-again"),
            Some(Command::Retake),
        ),
        Next::Deeper(attempt, reached) => (
            attempt,
            tr!(w, "interview-why-shallow", count = reached),
            tr!(w, "interview-do-deeper"),
            Some(Command::AskFollowUp(None)),
        ),
    };
    Step {
        attempt: &attempt.id,
        question: attempt.question.text.get(w.language()),
        why,
        does,
        then,
    }
}

fn part_row(w: Words<'_>, part: &Part, by_interviewer: bool) -> PartRow {
    let (name, short) = match (by_interviewer, part.number) {
        (true, number) => {
            let name = tr!(w, "interview-number", number = number);
            (name, Some(number.to_string()))
        }
        (false, 1) => (tr!(w, "interview-third-first"), None),
        (false, 2) => (tr!(w, "interview-third-middle"), None),
        (false, _) => (tr!(w, "interview-third-last"), None),
    };
    let secs = |secs: f64| progress::secs(w, secs);
    let pauses = |of: f64| progress::figure(w, Measure::PausesPerMin, of);
    PartRow {
        name,
        short,
        figures: [
            part.start_secs.map(secs),
            part.longest_pause_secs.map(secs),
            part.pauses_per_min.map(pauses),
        ]
        .map(|figure| figure.unwrap_or_else(|| "–".to_owned())),
    }
}

/// Nothing is claimed that people could not hear.
fn changes(w: Words<'_>, course: &Course) -> [String; 2] {
    let words = |change, better, worse| match change {
        Change::NotEnough { have, need } => tr!(w, "interview-few", have = have, need = need),
        Change::NotHeard => tr!(w, "interview-same"),
        Change::Better { .. } => better,
        Change::Worse { .. } => worse,
    };
    let (sooner, later) = (tr!(w, "interview-sooner"), tr!(w, "interview-later"));
    let (fewer, more) = (tr!(w, "interview-fewer"), tr!(w, "interview-more"));
    let start = tr!(w, "interview-figure-start");
    let pauses = tr!(w, "interview-figure-pauses");
    [
        format!("{start}: {}", words(course.start, sooner, later)),
        format!("{pauses}: {}", words(course.pauses, fewer, more)),
    ]
}
