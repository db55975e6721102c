//! What the drill screen shows, as plain data made of the state, in words. No measures.

use crate::flow::State;
use crate::flow::drill::{DrillRound, takes_of};
use crate::flow::heard;
use crate::flow::state::LibraryStatus;
use crate::i18n::{Words, dates};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::drill::{RESCUE_TARGET_SECS, ROUND_TAKES, RoundKind};
use crate::model::fluency::median;
use crate::model::language::Language;
use crate::model::switch::SaidBy;
use crate::model::take::seconds_from_frames;
use crate::tr;

#[derive(Clone, Debug, PartialEq)]
pub enum DrillView<'a> {
    Setup(Setup),
    Waiting(&'a DrillRound),
    Summary(Summary<'a>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    pub blocked: Option<String>,
    pub kinds: [Kind; 2],
    pub chosen: RoundKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    pub kind: RoundKind,
    pub name: String,
    pub what: String,
    pub chosen: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Summary<'a> {
    pub kind: RoundKind,
    pub title: String,
    pub number: Number,
    pub rows: Vec<Row<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    Known {
        figure: String,
        what: String,
        /// What it rests on.
        range: String,
    },
    Missing {
        why: String,
        then: String,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    pub id: &'a AttemptId,
    /// Its place among the takes that were kept, from 1.
    pub number: usize,
    /// What was asked, in the language in which it was shown.
    pub question: &'a str,
    /// When its cue came, or why there was none.
    pub cue: String,
    /// The language that the cue asked for; `None` without a cue.
    pub to: Option<Language>,
    /// How long the first word took after the cue.
    pub latency: Option<LatencyWords>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatencyWords {
    /// How long, or why nobody can tell.
    pub said: String,
    pub known: bool,
    /// Whether the person said it.
    pub confirmed: bool,
}

/// How long the first word took after a cue.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Latency {
    /// The take is still being listened to.
    Awaited,
    /// Nobody can tell yet.
    Unknown,
    /// So long.
    Known {
        /// In seconds.
        secs: f64,
        by: SaidBy,
    },
}

impl<'a> DrillView<'a> {
    pub fn new(w: Words<'_>, state: &'a State) -> Self {
        if let Some(round) = state.practice.task.round() {
            return Self::Waiting(round);
        }
        let summary = state.drill.shown.as_ref().and_then(|first| {
            let entries = state.library.entries.iter();
            let takes = takes_of(entries.map(|entry| &*entry.attempt), first);
            let kind = takes.first()?.round.as_ref()?.kind;
            Some(Summary::new(w, state, kind, &takes))
        });
        summary.map_or_else(|| Self::Setup(Setup::new(w, state)), Self::Summary)
    }
}

impl Setup {
    fn new(w: Words<'_>, state: &State) -> Self {
        let chosen = state.drill.kind;
        Self {
            blocked: match state.library.status {
                LibraryStatus::Opening => Some(tr!(w, "drill-blocked-opening")),
                LibraryStatus::Ready if !state.questions.is_empty() => None,
                LibraryStatus::Ready | LibraryStatus::Failed(_) => Some(tr!(w, "drill-blocked")),
            },
            kinds: [RoundKind::Answers, RoundKind::Rescue].map(|kind| Kind {
                kind,
                name: name(w, kind),
                what: what(w, kind),
                chosen: kind == chosen,
            }),
            chosen,
        }
    }
}

fn name(w: Words<'_>, kind: RoundKind) -> String {
    match kind {
        RoundKind::Answers => tr!(w, "drill-kind-answers"),
        RoundKind::Rescue => tr!(w, "drill-kind-rescue"),
    }
}

fn what(w: Words<'_>, kind: RoundKind) -> String {
    let (secs, count, target) = (kind.take_secs(), ROUND_TAKES, RESCUE_TARGET_SECS);
    match kind {
        RoundKind::Answers => tr!(w, "drill-kind-answers-what", secs = secs, count = count),
        RoundKind::Rescue => tr!(
            w,
            "drill-kind-rescue-what",
            secs = secs,
            count = count,
            target = target
        ),
    }
}

impl<'a> Summary<'a> {
    fn new(w: Words<'_>, state: &State, kind: RoundKind, takes: &[&'a Attempt]) -> Self {
        let cues: Vec<_> = takes.iter().map(|take| cue(state, take)).collect();
        let rows = takes.iter().zip(&cues).zip(1..);
        Self {
            kind,
            title: name(w, kind),
            number: number(w, kind, &cues),
            rows: rows
                .map(|((attempt, cue), number)| Row {
                    id: &attempt.id,
                    number,
                    question: attempt.question.text.get(attempt.plan.start()),
                    cue: cue_words(w, attempt, *cue),
                    to: cue.map(|cue| cue.to),
                    latency: cue.map(|cue| latency_words(w, cue.latency, kind)),
                })
                .collect(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Cue {
    /// When, in seconds from the first sample.
    secs: f64,
    to: Language,
    latency: Latency,
}

/// The one number with what it says, or why there is none.
fn number(w: Words<'_>, kind: RoundKind, cues: &[Option<Cue>]) -> Number {
    let came: Vec<Latency> = cues.iter().flatten().map(|cue| cue.latency).collect();
    let known = came.iter().filter_map(|latency| match latency {
        Latency::Known { secs, .. } => Some(*secs),
        Latency::Awaited | Latency::Unknown => None,
    });
    let mut known: Vec<f64> = known.collect();
    known.sort_by(f64::total_cmp);
    let (Some(median), Some(least), Some(most)) = (median(&known), known.first(), known.last())
    else {
        let (why, then) = if came.is_empty() {
            (tr!(w, "drill-no-cues"), tr!(w, "drill-no-cues-do"))
        } else if came.contains(&Latency::Awaited) {
            (tr!(w, "drill-listening"), tr!(w, "drill-listening-do"))
        } else {
            (tr!(w, "drill-none-known"), tr!(w, "drill-none-known-do"))
        };
        return Number::Missing { why, then };
    };
    let median = tenth(median);
    let all = known.len();
    let range = tr!(
        w,
        "drill-range",
        count = all,
        cues = came.len(),
        least = tenth(*least),
        most = tenth(*most)
    );
    match kind {
        RoundKind::Answers => Number::Known {
            figure: tr!(w, "drill-secs", secs = median),
            what: tr!(w, "drill-median"),
            range,
        },
        RoundKind::Rescue => Number::Known {
            figure: tr!(w, "drill-within-of", count = quick(&known), all = all),
            what: tr!(w, "drill-within", target = RESCUE_TARGET_SECS),
            range: format!("{} · {range}", tr!(w, "drill-median-is", secs = median)),
        },
    }
}

/// A time to a tenth of a second: more is not heard.
fn tenth(secs: f64) -> String {
    format!("{secs:.1}")
}

/// Whether a rescue line came in time.
fn is_quick(latency_secs: f64) -> bool {
    latency_secs <= RESCUE_TARGET_SECS
}

/// How many latencies are as short as a rescue line is to be.
fn quick(latencies_secs: &[f64]) -> usize {
    let quick = |secs: &&f64| is_quick(**secs);
    latencies_secs.iter().filter(quick).count()
}

fn cue_words(w: Words<'_>, attempt: &Attempt, cue: Option<Cue>) -> String {
    match cue {
        Some(cue) => tr!(w, "drill-cue-at", time = dates::clock(cue.secs)),
        None if attempt.drill.is_some_and(|drill| drill.is_catch()) => tr!(w, "drill-cue-none"),
        None => tr!(w, "drill-cue-not-yet"),
    }
}

fn latency_words(w: Words<'_>, latency: Latency, kind: RoundKind) -> LatencyWords {
    let unknown = |said| LatencyWords {
        said,
        known: false,
        confirmed: false,
    };
    let (secs, by) = match latency {
        Latency::Known { secs, by } => (secs, by),
        Latency::Awaited => return unknown(tr!(w, "drill-awaited")),
        Latency::Unknown => return unknown(tr!(w, "drill-unknown")),
    };
    let mut said = tr!(w, "drill-secs", secs = tenth(secs));
    if kind == RoundKind::Rescue {
        let target = RESCUE_TARGET_SECS;
        let judged = if is_quick(secs) {
            tr!(w, "drill-quick", target = target)
        } else {
            tr!(w, "drill-slow", target = target)
        };
        said = format!("{said} · {judged}");
    }
    // Measured by the program, until the person confirms it.
    if by == SaidBy::Sound {
        said = format!("{said} · {}", tr!(w, "speech-automatic"));
    }
    LatencyWords {
        said,
        known: true,
        confirmed: by == SaidBy::Person,
    }
}

fn cue(state: &State, attempt: &Attempt) -> Option<Cue> {
    let (mark, to) = attempt.cue()?;
    Some(Cue {
        secs: seconds_from_frames(mark.frame, attempt.take.sample_rate_hz),
        to,
        latency: latency(state, attempt, mark.frame),
    })
}

/// From the cue to the first word: as the person confirmed it, else as it was heard.
fn latency(state: &State, attempt: &Attempt, cue_frame: u64) -> Latency {
    let confirmed = attempt.first_word_frame();
    if let Some(frames) = confirmed.and_then(|frame| frame.checked_sub(cue_frame)) {
        let secs = seconds_from_frames(frames, attempt.take.sample_rate_hz);
        let by = SaidBy::Person;
        return Latency::Known { secs, by };
    }
    let Some(speech) = heard::speech(state, attempt) else {
        return if heard::is_awaited(state, attempt) {
            Latency::Awaited
        } else {
            Latency::Unknown
        };
    };
    let known = heard::switch(speech, attempt).and_then(|switch| switch.latency_secs());
    known.map_or(Latency::Unknown, |(secs, by)| Latency::Known { secs, by })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_there() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[1.5]), Some(1.5));
        assert_eq!(median(&[1.0, 2.0]), Some(1.5));
        assert_eq!(median(&[1.0, 1.25, 9.0]), Some(1.25));
    }

    #[test]
    fn two_seconds_are_in_time() {
        assert_eq!(quick(&[0.5, 2.0, 2.01]), 2);
    }
}
