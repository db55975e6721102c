//! The answers of a session on one axis of time, how the speech went from its beginning to its end,
//! what was told twice, what to do next. No words, no measures.

use std::collections::BTreeMap;

use crate::flow::{State, heard};
use crate::model::attempt::Attempt;
use crate::model::fluency::{Fluency, median};
use crate::model::language::Language;
use crate::model::progress::{Change, Measure, within_a_sitting};
use crate::model::session::record::{Asked, Session};
use crate::model::story::StoryId;
use crate::model::take::seconds_from_frames;

/// Most things to do next.
const NEXT: usize = 3;
/// A start that took this long is worth another try, in seconds.
const SLOW_START_SECS: f64 = 2.0;
/// A chain that goes no deeper was broken off early.
const SHALLOW: u8 = 1;

/// A stretch of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The interviewer, from 1; `None` for a break.
    pub interviewer: Option<u8>,
    /// Where it begins, in seconds.
    pub from_secs: f64,
    /// Where it ends, in seconds.
    pub to_secs: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Answer<'a> {
    /// Its number, from 1.
    pub number: u16,
    pub asked: &'a Asked,
    /// The answer; `None` when there is none any more, or never was.
    pub attempt: Option<&'a Attempt>,
    /// Where the answer lies on the axis, in seconds.
    pub span_secs: Option<(f64, f64)>,
    /// Where the request fell, and for which language.
    pub cue: Option<(f64, Language)>,
    /// How deep its chain went; only of questions.
    pub reached: Option<u8>,
    /// The mean of the latest rating.
    pub score: Option<f32>,
    /// How it was spoken, once it was listened to.
    pub fluency: Option<Fluency>,
}

impl Answer<'_> {
    /// From the first sample to the first voice, in seconds.
    pub fn start_secs(&self) -> Option<f64> {
        self.fluency.as_ref().map(|of| of.first_voice_secs)
    }
}

/// A part of a session in figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Its number, from 1.
    pub number: usize,
    /// Median time before the first voice, in seconds.
    pub start_secs: Option<f64>,
    /// The longest pause, in seconds.
    pub longest_pause_secs: Option<f64>,
    /// Median of pauses in a minute of voice.
    pub pauses_per_min: Option<f64>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Next<'a> {
    /// Rate an answer.
    Rate(&'a Attempt),
    /// Say an answer again: its start took this long, in seconds.
    Again(&'a Attempt, f64),
    /// Dig into an answer that nobody dug into much: this deep.
    Deeper(&'a Attempt, u8),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Beginning, middle and end, or interviewer by interviewer.
    pub parts: Vec<Part>,
    /// Whether the parts are interviewers.
    pub by_interviewer: bool,
    /// What became of the time before the first word, from the first five answers to the last five.
    pub start: Change,
    /// What became of the pauses.
    pub pauses: Change,
}

impl Course {
    pub fn new(session: &Session, rows: &[Answer<'_>]) -> Self {
        let figures: Vec<(u8, &Fluency)> = rows
            .iter()
            .filter_map(|row| Some((row.asked.interviewer, row.fluency.as_ref()?)))
            .collect();
        let starts: Vec<f64> = figures.iter().map(|(_, of)| of.first_voice_secs).collect();
        let pauses: Vec<f64> = figures.iter().map(|(_, of)| of.pauses_per_min).collect();
        let by_interviewer = session.interviewers.len() > 1;
        let groups: Vec<Vec<&Fluency>> = if by_interviewer {
            let numbers = (1_u8..).take(session.interviewers.len());
            numbers
                .map(|number| figures.iter().filter(move |(who, _)| *who == number))
                .map(|group| group.map(|(_, of)| *of).collect())
                .collect()
        } else {
            let third = |at| figures.len() * at / 3;
            (0..3)
                .map(|at| figures.iter().take(third(at + 1)).skip(third(at)))
                .map(|group| group.map(|(_, of)| *of).collect())
                .collect()
        };
        Self {
            parts: (1..)
                .zip(&groups)
                .map(|(number, group)| Part::new(number, group))
                .collect(),
            by_interviewer,
            start: within_a_sitting(Measure::Latency, &starts).change,
            pauses: within_a_sitting(Measure::PausesPerMin, &pauses).change,
        }
    }
}

/// The mean of what was rated; `None` when nothing was.
pub fn mean<'a>(attempts: impl Iterator<Item = &'a Attempt>) -> Option<f32> {
    let scores: Vec<f32> = attempts.filter_map(Attempt::score).collect();
    (!scores.is_empty()).then(|| scores.iter().sum::<f32>() / scores.len() as f32)
}

fn fluency(state: &State, attempt: &Attempt) -> Option<Fluency> {
    let speech = heard::speech(state, attempt)?;
    Fluency::of(speech, speech.whole())
}

/// Interviewers and breaks, one after another.
pub fn bands(session: &Session) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut at = 0.0;
    for (interviewer, number) in session.interviewers.iter().zip(1_u8..) {
        for (who, secs) in [
            (Some(number), interviewer.used_secs),
            (None, interviewer.break_used_secs),
        ] {
            if secs > 0.0 {
                bands.push(Band {
                    interviewer: who,
                    from_secs: at,
                    to_secs: at + secs,
                });
                at += secs;
            }
        }
    }
    bands
}

/// What was asked, in its order, and its answers.
pub fn answers<'a>(state: &'a State, session: &'a Session) -> Vec<Answer<'a>> {
    let answers: BTreeMap<u16, &Attempt> = state
        .answers_of(session)
        .into_iter()
        .map(|(number, attempt)| (number, &**attempt))
        .collect();
    let mut rows: Vec<Answer<'a>> = session
        .asked
        .iter()
        .zip(1_u16..)
        .map(|(asked, number)| {
            let attempt = answers.get(&number).copied();
            let span_secs = attempt.map(|attempt| {
                let length = attempt.take.duration_secs();
                let end = asked.answered_secs.unwrap_or(asked.asked_secs + length);
                ((end - length).max(asked.asked_secs), end)
            });
            let cue = attempt.zip(span_secs).and_then(|(attempt, (from, _))| {
                let (mark, to) = attempt.cue()?;
                let secs = seconds_from_frames(mark.frame, attempt.take.sample_rate_hz);
                Some((from + secs, to))
            });
            Answer {
                number,
                asked,
                attempt,
                span_secs,
                cue,
                reached: None,
                score: attempt.and_then(Attempt::score),
                fluency: attempt.and_then(|attempt| fluency(state, attempt)),
            }
        })
        .collect();
    // From the last to the first: a question is reached after its follow-ups.
    let mut deepest = 0;
    for row in rows.iter_mut().rev() {
        if row.attempt.is_some() {
            deepest = deepest.max(row.asked.depth());
        }
        if row.asked.depth() == 0 {
            row.reached = row.attempt.map(|_| deepest);
            deepest = 0;
        }
    }
    rows
}

impl Part {
    fn new(number: usize, group: &[&Fluency]) -> Self {
        let middle = |value: fn(&Fluency) -> f64| {
            let mut values: Vec<f64> = group.iter().map(|of| value(of)).collect();
            values.sort_by(f64::total_cmp);
            median(&values)
        };
        let pauses = group.iter().filter_map(|of| of.pause_secs);
        Self {
            number,
            start_secs: middle(|of| of.first_voice_secs),
            longest_pause_secs: pauses.map(|of| of.longest).max_by(f64::total_cmp),
            pauses_per_min: middle(|of| of.pauses_per_min),
        }
    }
}

/// Stories that were told for more than one question, and how often; a story of a question and of
/// its own follow-ups is told once.
pub fn twice(rows: &[Answer<'_>]) -> Vec<(StoryId, usize)> {
    let mut chains: BTreeMap<&StoryId, Vec<&str>> = BTreeMap::new();
    for attempt in rows.iter().filter_map(|row| row.attempt) {
        if let Some(story) = &attempt.story {
            let told = chains.entry(story).or_default();
            if !told.contains(&attempt.chain().as_str()) {
                told.push(attempt.chain().as_str());
            }
        }
    }
    let often = chains.into_iter().filter(|(_, told)| told.len() > 1);
    often
        .map(|(story, told)| (story.clone(), told.len()))
        .collect()
}

/// The slowest start, the first answer that is not rated, the question that was left soonest; then
/// more that is not rated.
pub fn next<'a>(rows: &[Answer<'a>]) -> Vec<Next<'a>> {
    let mut unrated = rows
        .iter()
        .filter(|row| row.score.is_none())
        .filter_map(|row| row.attempt)
        .map(Next::Rate);
    // Said again is a whole question; a follow-up alone says little.
    let slowest = rows
        .iter()
        .filter(|row| row.asked.depth() == 0)
        .filter_map(|row| Some((row.attempt?, row.start_secs()?)))
        .filter(|(_, secs)| *secs >= SLOW_START_SECS)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(attempt, secs)| Next::Again(attempt, secs));
    let shallow = rows
        .iter()
        .filter_map(|row| Some((row.attempt?, row.reached?)))
        .filter(|(_, reached)| *reached <= SHALLOW)
        .min_by_key(|(_, reached)| *reached)
        .map(|(attempt, reached)| Next::Deeper(attempt, reached));
    let mut found: Vec<Next<'a>> = unrated.next().into_iter().collect();
    found.extend(slowest);
    found.extend(shallow);
    found.extend(unrated);
    found.truncate(NEXT);
    found
}
