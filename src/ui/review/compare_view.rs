//! What is said of two answers side by side: the line that offers it, names, figures and their
//! differences in words. Nothing here draws or asks.

use std::sync::{Arc, Weak};

use crate::flow::heard;
use crate::flow::review::comparison::Pair;
use crate::flow::{Now, State};
use crate::i18n::{Words, dates, names};
use crate::model::attempt::Attempt;
use crate::model::compare::{self, Align, Difference, Figure, Row, Side};
use crate::model::fluency::tenths;
use crate::model::speech::Speech;
use crate::tr;

/// The differences of two answers, worked out once for what is known of them.
#[derive(Debug, Default)]
pub struct DifferenceMemory {
    attempts: [Weak<Attempt>; 2],
    speech: [Weak<Speech>; 2],
    rows: Vec<Row>,
}

impl DifferenceMemory {
    /// The rows for two answers, newer first.
    pub fn follow(&mut self, state: &State, both: [&Arc<Attempt>; 2]) -> &[Row] {
        let attempts = both.map(Arc::downgrade);
        let speech = both.map(|attempt| {
            let speech = heard::speech(state, attempt);
            speech.map(Arc::downgrade).unwrap_or_default()
        });
        let same = |one: &[Weak<Attempt>; 2], other: &[Weak<Attempt>; 2]| {
            one.iter().zip(other).all(|(a, b)| Weak::ptr_eq(a, b))
        };
        let heard_same = |one: &[Weak<Speech>; 2], other: &[Weak<Speech>; 2]| {
            one.iter().zip(other).all(|(a, b)| Weak::ptr_eq(a, b))
        };
        if !same(&attempts, &self.attempts) || !heard_same(&speech, &self.speech) {
            let [newer, earlier] = both;
            self.rows = state.differences(newer, earlier);
            self.attempts = attempts;
            self.speech = speech;
        }
        &self.rows
    }
}

/// The line that offers the comparison with the last answer to the same; `None` where there is nothing to
/// compare, or it is not known yet.
pub fn offer(words: Words<'_>, state: &State, memory: &mut DifferenceMemory) -> Option<String> {
    let both @ [reviewed, _] = state.offered_comparison()?;
    let rows = memory.follow(state, both);
    Some(match compare::telling(rows) {
        Some(row) => told(words, reviewed, row).unwrap_or_else(|| tr!(words, "compare-offer-same")),
        None => tr!(words, "compare-offer-same"),
    })
}

/// One difference in a sentence.
fn told(w: Words<'_>, newer: &Attempt, row: &Row) -> Option<String> {
    let Difference::Heard { by } = row.difference else {
        return None;
    };
    let secs = tenths(by.abs());
    let more = by > 0.0;
    Some(match &row.figure {
        Figure::Latency => {
            let to = newer.cue().map(|(_, to)| to)?;
            let language = names::language(w, to);
            if more {
                tr!(w, "compare-offer-later", language = language, secs = secs)
            } else {
                tr!(w, "compare-offer-sooner", language = language, secs = secs)
            }
        }
        Figure::SpeechShare if more => tr!(w, "compare-offer-speech-more"),
        Figure::SpeechShare => tr!(w, "compare-offer-speech-less"),
        Figure::Pauses if more => tr!(w, "compare-offer-pauses-more"),
        Figure::Pauses => tr!(w, "compare-offer-pauses-fewer"),
        Figure::LongestPause if more => tr!(w, "compare-offer-pause-longer", secs = secs),
        Figure::LongestPause => tr!(w, "compare-offer-pause-shorter", secs = secs),
        Figure::Pace if more => tr!(w, "compare-offer-faster"),
        Figure::Pace => tr!(w, "compare-offer-slower"),
        Figure::Length if more => tr!(w, "compare-offer-longer", secs = secs),
        Figure::Length => tr!(w, "compare-offer-shorter", secs = secs),
        Figure::Score | Figure::Line(_) | Figure::Restart => return None,
    })
}

/// Where two answers are laid over each other.
pub fn align(w: Words<'_>, align: Align) -> String {
    match align {
        Align::Start => tr!(w, "compare-align-start"),
        Align::Cue => tr!(w, "compare-align-cue"),
        Align::Part(part) => names::part(w, part),
    }
}

/// `Newer`, or `Earlier`.
pub fn side(w: Words<'_>, side: Side) -> String {
    match side {
        Side::Newer => tr!(w, "compare-newer"),
        Side::Earlier => tr!(w, "compare-earlier"),
    }
}

/// `Newer: today 12:05 · 1:52`.
pub fn title(w: Words<'_>, pair: &Pair, which: Side, now: &Now) -> String {
    tr!(
        w,
        "compare-title",
        side = side(w, which),
        what = answer(w, pair.attempt(which), now)
    )
}

/// When an answer was given, in which languages, how long it is.
pub fn answer(w: Words<'_>, attempt: &Attempt, now: &Now) -> String {
    [
        dates::moment(w, &attempt.created, now.date.date()),
        names::plan(w, attempt.plan),
        dates::clock(attempt.take.duration_secs()),
    ]
    .join(" · ")
}

/// A row of the table in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    pub name: String,
    pub newer: String,
    pub earlier: String,
    pub difference: String,
    /// Whether a person can hear the difference.
    pub heard: bool,
}

impl RowView {
    pub fn new(w: Words<'_>, state: &State, row: &Row) -> Self {
        let value = |figure: Option<f64>| {
            figure.map_or_else(|| tr!(w, "speech-none"), |it| value(w, &row.figure, it))
        };
        let heard = matches!(row.difference, Difference::Heard { .. });
        Self {
            name: name(w, state, &row.figure),
            newer: value(row.newer),
            earlier: value(row.earlier),
            difference: match row.difference {
                Difference::Unknown => tr!(w, "speech-none"),
                Difference::Same => tr!(w, "compare-same"),
                Difference::Heard { by } => difference(w, &row.figure, by),
            },
            heard,
        }
    }

    /// All of it in one sentence.
    pub fn said(&self, w: Words<'_>) -> String {
        let newer = format!("{} {}", tr!(w, "compare-newer"), self.newer);
        let earlier = format!("{} {}", tr!(w, "compare-earlier"), self.earlier);
        format!("{}: {newer}, {earlier}, {}", self.name, self.difference)
    }
}

fn name(w: Words<'_>, state: &State, figure: &Figure) -> String {
    match figure {
        Figure::Score => tr!(w, "compare-score"),
        Figure::Line(id) => {
            let line = state.rubric.lines.iter().find(|line| line.id == *id);
            line.map_or_else(String::new, |line| line.name.get(w.language()).to_owned())
        }
        Figure::Length => tr!(w, "compare-length"),
        Figure::Latency => tr!(w, "compare-latency"),
        Figure::Restart => tr!(w, "compare-restart"),
        Figure::SpeechShare => tr!(w, "speech-phonation"),
        Figure::Pace => tr!(w, "speech-rate"),
        Figure::Pauses => tr!(w, "speech-pauses-per-min"),
        Figure::LongestPause => tr!(w, "speech-longest"),
    }
}

fn value(w: Words<'_>, figure: &Figure, value: f64) -> String {
    match figure {
        Figure::Score => format!("{value:.1}"),
        Figure::Line(_) => format!("{value:.0}"),
        Figure::Length => dates::clock(value),
        Figure::Latency | Figure::Restart | Figure::LongestPause => {
            tr!(w, "speech-seconds", secs = tenths(value))
        }
        Figure::SpeechShare => {
            tr!(
                w,
                "speech-percent",
                percent = format!("{:.0}", value * 100.0)
            )
        }
        Figure::Pace => tr!(w, "speech-per-sec", count = format!("{value:.1}")),
        Figure::Pauses => tr!(w, "speech-per-min", count = format!("{value:.0}")),
    }
}

/// `2.8 s sooner`: how the newer answer differs.
fn difference(w: Words<'_>, figure: &Figure, by: f64) -> String {
    let more = by > 0.0;
    let by = by.abs();
    let by = match figure {
        Figure::Score | Figure::Pace => format!("{by:.1}"),
        Figure::SpeechShare => format!("{:.0}", by * 100.0),
        Figure::Line(_) | Figure::Pauses => format!("{by:.0}"),
        Figure::Length | Figure::Latency | Figure::Restart | Figure::LongestPause => tenths(by),
    };
    match (figure, more) {
        (Figure::Latency | Figure::Restart, true) => tr!(w, "compare-later", by = by),
        (Figure::Latency | Figure::Restart, false) => tr!(w, "compare-sooner", by = by),
        (Figure::Length | Figure::LongestPause, true) => tr!(w, "compare-longer", by = by),
        (Figure::Length | Figure::LongestPause, false) => tr!(w, "compare-shorter", by = by),
        (Figure::SpeechShare, true) => tr!(w, "compare-points-more", by = by),
        (Figure::SpeechShare, false) => tr!(w, "compare-points-less", by = by),
        (Figure::Pace, true) => tr!(w, "compare-faster", by = by),
        (Figure::Pace, false) => tr!(w, "compare-slower", by = by),
        (Figure::Pauses, true) => tr!(w, "compare-more", by = by),
        (Figure::Pauses, false) => tr!(w, "compare-fewer", by = by),
        (Figure::Score | Figure::Line(_), true) => tr!(w, "compare-higher", by = by),
        (Figure::Score | Figure::Line(_), false) => tr!(w, "compare-lower", by = by),
    }
}
