//! What the drill screen shows, as plain data made of the state. No words, no measures.

use crate::flow::State;
use crate::flow::drill::{DrillRound, takes_of};
use crate::flow::heard;
use crate::flow::state::LibraryStatus;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::drill::{RESCUE_TARGET_SECS, RoundKind};
use crate::model::fluency::median;
use crate::model::language::Language;
use crate::model::switch::SaidBy;
use crate::model::take::seconds_from_frames;

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub enum DrillView<'a> {
    /// A round is chosen.
    Setup {
        /// Whether it can begin.
        start: Start,
    },
    /// A round is under way and waits.
    Waiting(&'a DrillRound),
    /// A round is over.
    Summary(Summary<'a>),
}

/// Whether a round can begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// Yes.
    Ready,
    /// Not yet: the library is being opened.
    Opening,
    /// No: there is no library or no question.
    Blocked,
}

/// What came of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary<'a> {
    /// What was practised.
    pub kind: RoundKind,
    /// Its takes in their order.
    pub rows: Vec<Row<'a>>,
    /// Number of cues that came.
    pub cues: usize,
    /// Whether a take is still being listened to.
    pub awaited: bool,
    /// The latencies that are known, in seconds, shortest first.
    pub latencies_secs: Vec<f64>,
}

/// One take of a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// Which attempt.
    pub id: &'a AttemptId,
    /// Its place among the takes that were kept, from 1.
    pub number: usize,
    /// What was asked, in the language in which it was shown.
    pub question: &'a str,
    /// Its cue.
    pub cue: Cue,
}

/// The cue of a take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cue {
    /// It came.
    At {
        /// When, in seconds from the first sample.
        secs: f64,
        /// The language asked for.
        to: Language,
        /// How long the first word took.
        latency: Latency,
    },
    /// None was to come.
    Catch,
    /// The take ended before it.
    NotYet,
}

/// How long the first word took after a cue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Latency {
    /// The take is still being listened to.
    Awaited,
    /// Nobody can tell yet.
    Unknown,
    /// So long.
    Known {
        /// In seconds.
        secs: f64,
        /// Who says so.
        by: SaidBy,
    },
}

impl<'a> DrillView<'a> {
    /// The view of a state.
    pub fn new(state: &'a State) -> Self {
        if let Some(round) = state.practice.task.round() {
            return Self::Waiting(round);
        }
        let summary = state.drill.shown.as_ref().and_then(|first| {
            let entries = state.library.entries.iter();
            let takes = takes_of(entries.map(|entry| &*entry.attempt), first);
            let kind = takes.first()?.round.as_ref()?.kind;
            Some(Summary::new(state, kind, &takes))
        });
        summary.map_or_else(
            || Self::Setup {
                start: start(state),
            },
            Self::Summary,
        )
    }
}

fn start(state: &State) -> Start {
    match state.library.status {
        LibraryStatus::Opening => Start::Opening,
        LibraryStatus::Ready if !state.questions.is_empty() => Start::Ready,
        LibraryStatus::Ready | LibraryStatus::Failed(_) => Start::Blocked,
    }
}

impl<'a> Summary<'a> {
    fn new(state: &State, kind: RoundKind, takes: &[&'a Attempt]) -> Self {
        let rows: Vec<Row<'a>> = takes
            .iter()
            .zip(1..)
            .map(|(attempt, number)| Row {
                id: &attempt.id,
                number,
                question: attempt.question.text.get(attempt.plan.start()),
                cue: cue(state, attempt),
            })
            .collect();
        let latency = |row: &Row<'_>| match row.cue {
            Cue::At {
                latency: Latency::Known { secs, .. },
                ..
            } => Some(secs),
            Cue::At { .. } | Cue::Catch | Cue::NotYet => None,
        };
        let mut latencies_secs: Vec<f64> = rows.iter().filter_map(latency).collect();
        latencies_secs.sort_by(f64::total_cmp);
        let came = |row: &&Row<'_>| matches!(row.cue, Cue::At { .. });
        Self {
            kind,
            cues: rows.iter().filter(came).count(),
            awaited: rows.iter().any(is_awaited),
            rows,
            latencies_secs,
        }
    }

    /// The middle one of the latencies, in seconds.
    pub fn median_secs(&self) -> Option<f64> {
        median(&self.latencies_secs)
    }

    /// How many of the latencies are as short as a rescue line is to be.
    pub fn quick(&self) -> usize {
        let quick = |secs: &&f64| is_quick(**secs);
        self.latencies_secs.iter().filter(quick).count()
    }
}

fn is_awaited(row: &Row<'_>) -> bool {
    let latency = Latency::Awaited;
    matches!(row.cue, Cue::At { latency: of, .. } if of == latency)
}

/// Whether a rescue line came in time.
pub fn is_quick(latency_secs: f64) -> bool {
    latency_secs <= RESCUE_TARGET_SECS
}

fn cue(state: &State, attempt: &Attempt) -> Cue {
    match attempt.cue() {
        Some((mark, to)) => Cue::At {
            secs: seconds_from_frames(mark.frame, attempt.take.sample_rate_hz),
            to,
            latency: latency(state, attempt, mark.frame),
        },
        None if attempt.drill.is_some_and(|drill| drill.is_catch()) => Cue::Catch,
        None => Cue::NotYet,
    }
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

    fn summary(latencies_secs: &[f64]) -> Summary<'static> {
        Summary {
            kind: RoundKind::Rescue,
            rows: vec![],
            cues: 9,
            awaited: false,
            latencies_secs: latencies_secs.to_vec(),
        }
    }

    #[test]
    fn the_median_is_the_middle_or_the_mean_of_the_two_there() {
        assert_eq!(summary(&[]).median_secs(), None);
        assert_eq!(summary(&[1.5]).median_secs(), Some(1.5));
        assert_eq!(summary(&[1.0, 2.0]).median_secs(), Some(1.5));
        assert_eq!(summary(&[1.0, 1.25, 9.0]).median_secs(), Some(1.25));
    }

    #[test]
    fn two_seconds_are_in_time() {
        assert_eq!(summary(&[0.5, 2.0, 2.01]).quick(), 2);
    }
}
