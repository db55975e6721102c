//! Bilingual twins: the same question answered in Korean alone and in English alone, part by part.
//! What is compared are lengths and pauses, never rates of syllables.

use std::collections::BTreeMap;

use crate::model::attempt::{Attempt, AttemptId};
use crate::model::drill::RepeatScope;
use crate::model::language::{Bilingual, Language};
use crate::model::progress::metrics::{Alone, AttemptMetrics, Part};
use crate::model::speech::Speech;

/// A part in both languages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwinPart {
    pub korean: Part,
    pub english: Part,
}

impl TwinPart {
    /// How many times as long it is in English as in Korean.
    pub fn ratio(&self) -> f64 {
        self.english.secs / self.korean.secs
    }
}

/// Two answers of the same question.
#[derive(Clone, Debug, PartialEq)]
pub struct Twins {
    pub question: Bilingual,
    /// The answer in Korean.
    pub korean: AttemptId,
    /// The answer in English.
    pub english: AttemptId,
    /// Parts that both have taps for; all of it where they have none in common.
    pub parts: Vec<TwinPart>,
}

impl Twins {
    /// Two answers, each in one language alone, whatever they were asked.
    pub fn of(a: (&Attempt, &Speech), b: (&Attempt, &Speech)) -> Option<Self> {
        let alone = |(attempt, speech)| match AttemptMetrics::of(attempt, Some(speech)) {
            AttemptMetrics::Counts {
                sounded: Some(sounded),
                ..
            } => sounded.alone,
            _ => None,
        };
        twins(&(a.0, &alone(a)?), &(b.0, &alone(b)?))
    }
}

/// Pairs among answers in one language alone, given newest first: one of each question, the latest.
/// An answer that says another one again is its twin; otherwise the latest of each language are.
pub fn pairs(answers: &[(&Attempt, &Alone)]) -> Vec<Twins> {
    let mut questions: Vec<(&str, &str)> = Vec::new();
    let mut of: BTreeMap<(&str, &str), Vec<(&Attempt, &Alone)>> = BTreeMap::new();
    for (attempt, alone) in answers {
        let key = (attempt.question.pack.as_str(), attempt.question.id.as_str());
        let known = of.entry(key).or_default();
        if known.is_empty() {
            questions.push(key);
        }
        known.push((attempt, alone));
    }
    questions
        .iter()
        .filter_map(|key| {
            let answers = of.get(key)?;
            linked(answers).or_else(|| latest(answers))
        })
        .collect()
}

fn linked(answers: &[(&Attempt, &Alone)]) -> Option<Twins> {
    answers.iter().find_map(|answer| {
        let follows = answer.0.follows.as_ref()?;
        let first = answers.iter().find(|first| first.0.id == follows.id)?;
        (follows.what == RepeatScope::Whole)
            .then(|| twins(answer, first))
            .flatten()
    })
}

fn latest(answers: &[(&Attempt, &Alone)]) -> Option<Twins> {
    // What says only a part again is shorter for that reason.
    let whole = |attempt: &Attempt| {
        let follows = attempt.follows.as_ref();
        follows.is_none_or(|follows| follows.what == RepeatScope::Whole)
    };
    let of = |language| {
        let mut each = answers.iter();
        each.find(|(attempt, alone)| alone.language == language && whole(attempt))
    };
    twins(of(Language::Korean)?, of(Language::English)?)
}

fn twins(a: &(&Attempt, &Alone), b: &(&Attempt, &Alone)) -> Option<Twins> {
    let (korean, english) = match (a.1.language, b.1.language) {
        (Language::Korean, Language::English) => (a, b),
        (Language::English, Language::Korean) => (b, a),
        _ => return None,
    };
    let mut parts: Vec<TwinPart> = Vec::new();
    for one in &korean.1.parts {
        let other = english.1.parts.iter().find(|other| other.part == one.part);
        parts.extend(other.map(|other| TwinPart {
            korean: *one,
            english: *other,
        }));
    }
    if parts.is_empty() {
        parts.push(TwinPart {
            korean: korean.1.whole,
            english: english.1.whole,
        });
    }
    Some(Twins {
        question: korean.0.question.text.clone(),
        korean: korean.0.id.clone(),
        english: english.0.id.clone(),
        parts,
    })
}
