//! Sessions in words: formats, lengths, what interviewers ask. Not here: drawing them.

use crate::i18n::{Words, names};
use crate::model::session::panel::Asks;
use crate::model::session::shape::{Format, Shape};
use crate::tr;

/// Name of a format.
pub fn format(words: Words<'_>, format: Format) -> String {
    match format {
        Format::RecruiterCall => tr!(words, "interview-recruiter"),
        Format::PhoneScreen => tr!(words, "interview-screen-call"),
        Format::FirstRound => tr!(words, "interview-first"),
        Format::LoopDay => tr!(words, "interview-loop"),
        Format::Custom => tr!(words, "interview-own"),
    }
}

/// Name of a session of a format.
pub fn title(words: Words<'_>, of: Format) -> String {
    match of {
        Format::Custom => tr!(words, "interview-own-title"),
        other => format(words, other),
    }
}

/// What a format is like, in a sentence.
pub fn what(words: Words<'_>, format: Format) -> String {
    match format {
        Format::RecruiterCall => tr!(words, "interview-recruiter-what"),
        Format::PhoneScreen => tr!(words, "interview-screen-call-what"),
        Format::FirstRound => tr!(words, "interview-first-what"),
        Format::LoopDay => tr!(words, "interview-loop-what"),
        Format::Custom => tr!(words, "interview-own-what"),
    }
}

/// A length: `45분`, `3시간 30분`.
pub fn minutes(words: Words<'_>, minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => tr!(words, "interview-minutes", minutes = rest),
        (hours, 0) => tr!(words, "interview-hours", hours = hours),
        (hours, rest) => tr!(
            words,
            "interview-hours-minutes",
            hours = hours,
            minutes = rest
        ),
    }
}

/// How long a session of this shape takes: `4 × 45분`.
pub fn length(words: Words<'_>, shape: Shape) -> String {
    let each = minutes(words, u32::from(shape.minutes));
    if shape.interviewers > 1 {
        format!("{} × {each}", shape.interviewers)
    } else {
        each
    }
}

/// What an interviewer asks about.
pub fn asks(words: Words<'_>, asks: &Asks) -> String {
    match asks {
        Asks::Subject(subject) => names::subject(words, *subject),
        Asks::Principles(principles) if principles.is_empty() => {
            tr!(words, "interview-asks-experience")
        }
        Asks::Principles(principles) => {
            let names = principles.iter().map(|of| names::principle(words, *of));
            names.collect::<Vec<_>>().join(" · ")
        }
    }
}
