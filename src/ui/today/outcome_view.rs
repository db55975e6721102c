//! What came of tellings, as plain data made of the state, in words. No measures.

use crate::flow::State;
use crate::flow::heard;
use crate::flow::today::tellings_of;
use crate::i18n::{Words, dates, names};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fluency::{Fluency, tenths};
use crate::tr;

/// A difference of pace below this share is not heard (Quené 2007).
const HEARD_SHARE: f64 = 0.05;

#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<'a> {
    pub question: &'a str,
    /// The language of all of them.
    pub language: String,
    pub tellings: Vec<Telling<'a>>,
    pub figures: Vec<Figures>,
    pub verdict: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Telling<'a> {
    pub id: &'a AttemptId,
    pub name: String,
    pub limit: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    pub name: String,
    pub what: String,
    /// Its figure in each telling.
    pub each: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Heard {
    Awaited,
    /// Nothing can be told.
    Unknown,
    Known(Fluency),
}

impl<'a> Outcome<'a> {
    /// What came of the tellings that began with this one; `None` when none is left.
    pub fn new(w: Words<'_>, state: &'a State, first: &AttemptId) -> Option<Self> {
        let entries = state.library.entries.iter();
        let takes = tellings_of(entries.map(|entry| &*entry.attempt), first);
        let one = *takes.first()?;
        let language = one.plan.start();
        let told = takes
            .into_iter()
            .filter_map(|take| Some((take, take.retelling.as_ref()?.number)));
        let told: Vec<(&'a Attempt, u8)> = told.collect();
        let heard: Vec<Heard> = told.iter().map(|(take, _)| heard_of(state, take)).collect();
        let limit = |take: &Attempt| dates::clock(f64::from(take.target_secs));
        Some(Self {
            question: one.question.text.get(language),
            language: names::language(w, language),
            tellings: told
                .iter()
                .map(|(take, number)| Telling {
                    id: &take.id,
                    name: tr!(w, "today-result-number", number = number),
                    limit: tr!(w, "today-result-limit", time = limit(take)),
                })
                .collect(),
            figures: figures(w, &heard),
            verdict: verdict(w, &heard),
        })
    }
}

fn heard_of(state: &State, attempt: &Attempt) -> Heard {
    let Some(speech) = heard::speech(state, attempt) else {
        return if heard::is_awaited(state, attempt) {
            Heard::Awaited
        } else {
            Heard::Unknown
        };
    };
    Fluency::of(speech, speech.whole()).map_or(Heard::Unknown, Heard::Known)
}

fn figures(w: Words<'_>, heard: &[Heard]) -> Vec<Figures> {
    let row = |name, what, figure: &dyn Fn(&Fluency) -> String| Figures {
        name,
        what,
        each: heard
            .iter()
            .map(|heard| match heard {
                Heard::Known(fluency) => figure(fluency),
                Heard::Awaited => "…".to_owned(),
                Heard::Unknown => "–".to_owned(),
            })
            .collect(),
    };
    vec![
        row(
            tr!(w, "today-result-length"),
            tr!(w, "today-result-length-what"),
            &|of| dates::clock(of.answer_secs),
        ),
        row(
            tr!(w, "today-result-rate"),
            tr!(w, "today-result-rate-what"),
            &|of| tenths(of.articulation_rate),
        ),
        row(
            tr!(w, "today-result-pauses"),
            tr!(w, "today-result-pauses-what"),
            &|of| format!("{:.0}", of.pauses_per_min),
        ),
        row(
            tr!(w, "today-result-run"),
            tr!(w, "today-result-run-what"),
            &|of| tenths(of.mean_run_secs),
        ),
        row(
            tr!(w, "today-result-voice"),
            tr!(w, "today-result-voice-what"),
            &|of| {
                let percent = (of.phonation_ratio * 100.0).round();
                tr!(w, "speech-percent", percent = percent)
            },
        ),
    ]
}

/// What may be said: about the pace of the last against the first, and nothing finer than people
/// hear.
fn verdict(w: Words<'_>, heard: &[Heard]) -> String {
    if heard.contains(&Heard::Awaited) {
        return tr!(w, "today-result-awaited");
    }
    let rate = |heard: &Heard| match heard {
        Heard::Known(fluency) if fluency.nuclei > 0 => Some(fluency.articulation_rate),
        _ => None,
    };
    let rates: Option<Vec<f64>> = heard.iter().map(rate).collect();
    let rates = rates.unwrap_or_default();
    let (Some(first), Some(last)) = (rates.first(), rates.last()) else {
        return tr!(w, "today-result-unknown");
    };
    let share = last / first - 1.0;
    let percent = (share.abs() * 100.0).round() as u32;
    match share {
        _ if rates.len() == 1 => tr!(w, "today-result-one"),
        share if share.abs() < HEARD_SHARE => tr!(w, "today-result-same"),
        share if share > 0.0 => tr!(w, "today-result-faster", percent = percent),
        _ => tr!(w, "today-result-slower", percent = percent),
    }
}
