//! What one attempt says about progress. Made once for an attempt and kept, because it looks at
//! every run of the take. Not here: what many attempts say together.

use std::collections::BTreeMap;

use crate::model::attempt::Attempt;
use crate::model::drill::RoundKind;
use crate::model::fluency::Fluency;
use crate::model::language::Language;
use crate::model::mark::{CueBy, MarkKind};
use crate::model::recording_quality::{self, Verdict};
use crate::model::speech::{Span, Speech};
use crate::model::star::{StarPart, part_spans};
use crate::model::switch::{Automatic, SaidBy, Switch};
use crate::model::take::{TakeState, seconds_from_frames};

/// Stretches shorter than this from the first voice to the last have no figures, in seconds.
const STRETCH_LEAST_SECS: f64 = 10.0;

/// How a switch was asked for. Switches of different ways are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SwitchKind {
    /// Nobody could foresee it.
    Sudden,
    /// It was announced, or ordered by the person's own key.
    Foreseen,
    /// In a round of rescue lines: a sentence that is known by heart.
    Rescue,
}

impl SwitchKind {
    /// All ways in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Sudden, Self::Foreseen, Self::Rescue];
}

/// Which switches belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SwitchSeries {
    /// The language that was asked for.
    pub to: Language,
    /// How it was asked for.
    pub way: SwitchKind,
}

/// A switch within an attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Restart {
    /// Where it belongs.
    pub line: SwitchSeries,
    /// From the cue to speech in seconds, and whether the person confirmed it; `None` when it
    /// cannot be told, or not yet.
    pub latency: Option<(f64, bool)>,
}

/// Where a stretch of one language stands in its take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Setting {
    /// From the start, to the cue or to the end.
    FromTheStart,
    AfterSwitch,
}

/// A stretch of a take in one language, as far as the cue and the person's mark tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    pub language: Language,
    /// Where it stands.
    pub setting: Setting,
    /// Its figures.
    pub fluency: Fluency,
}

/// What the sound of an attempt says.
#[derive(Clone, Debug, PartialEq)]
pub struct SpeechMetrics {
    /// Version of the analysis.
    pub version: u32,
    /// From the first sample to the first voice in seconds, in the language in which it begins;
    /// `None` where the start was not free: in a rescue round, or when it says something again.
    pub start: Option<(Language, f64)>,
    /// Stretches with figures, in order.
    pub stretches: Vec<Stretch>,
    /// The whole answer and its tapped parts, if it is whole and in one language alone.
    pub alone: Option<Alone>,
}

/// An answer in one language alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Alone {
    pub language: Language,
    /// All of it.
    pub whole: Part,
    /// Its parts, in order; empty without taps.
    pub parts: Vec<Part>,
}

/// What a part of an answer, or all of it, took in one language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Which part; `None` for all of it.
    pub part: Option<StarPart>,
    /// Its length in seconds, pauses included, more than 0.
    pub secs: f64,
    /// Pauses in a minute of sounding voice.
    pub pauses_per_min: f64,
}

impl Part {
    /// The part that is made of stretches of a recording; `None` without a voice.
    pub fn of(speech: &Speech, part: Option<StarPart>, spans: &[Span]) -> Option<Self> {
        let secs = speech.secs(spans.iter().map(|span| span.frames()).sum());
        let found: Vec<Fluency> = spans
            .iter()
            .filter_map(|span| Fluency::of(speech, *span))
            .collect();
        let phonation_secs: f64 = found.iter().map(|one| one.phonation_secs).sum();
        let pauses: usize = found.iter().map(|one| one.pauses).sum();
        (phonation_secs > 0.0).then(|| Self {
            part,
            secs,
            pauses_per_min: pauses as f64 / phonation_secs * 60.0,
        })
    }
}

/// The tapped parts of an answer, in order: each from its tap to the next one, or to the end.
fn parts(attempt: &Attempt, speech: &Speech, answer: Span) -> Vec<Part> {
    let mut taps = attempt.taps();
    taps.sort_unstable();
    let mut spans: BTreeMap<StarPart, Vec<Span>> = BTreeMap::new();
    for (part, span) in part_spans(&taps, answer) {
        spans.entry(part).or_default().push(span);
    }
    spans
        .into_iter()
        .filter_map(|(part, spans)| Part::of(speech, Some(part), &spans))
        .collect()
}

/// What one attempt says about progress.
#[derive(Clone, Debug, PartialEq)]
pub enum AttemptMetrics {
    /// Nothing was recorded, or it is being recorded.
    Nothing,
    /// Its sound cannot be trusted: it is left out.
    LeftOut,
    Counts {
        /// Its switch, if a cue came.
        restart: Option<Restart>,
        /// What its sound says; `None` until somebody has listened.
        sounded: Option<Box<SpeechMetrics>>,
    },
}

impl AttemptMetrics {
    /// Of the analysis that its figures are from.
    pub(super) fn version(&self) -> Option<u32> {
        match self {
            Self::Counts { sounded, .. } => Some(sounded.as_ref()?.version),
            Self::Nothing | Self::LeftOut => None,
        }
    }

    /// What an attempt says.
    pub fn of(attempt: &Attempt, speech: Option<&Speech>) -> Self {
        let take = &attempt.take;
        if !matches!(take.state, TakeState::Complete | TakeState::Repaired) {
            return Self::Nothing;
        }
        if recording_quality::verdict(&recording_quality::troubles(take)) == Verdict::Unusable {
            return Self::LeftOut;
        }
        let switch = attempt.cue().and_then(|(cue, _)| {
            speech.map(|speech| Switch::of(speech, cue.frame, attempt.first_word_frame()))
        });
        Self::Counts {
            restart: restart(attempt, switch.as_ref()),
            sounded: speech.map(|speech| Box::new(sounded(attempt, speech, switch.as_ref()))),
        }
    }
}

fn restart(attempt: &Attempt, switch: Option<&Switch>) -> Option<Restart> {
    let (cue, to) = attempt.cue()?;
    let line = SwitchSeries {
        to,
        way: way(attempt),
    };
    let latency = match switch {
        Some(switch) => switch
            .latency_secs()
            .map(|(secs, said_by)| (secs, said_by == SaidBy::Person)),
        // What the person marked needs no ear.
        None => attempt
            .first_word_frame()
            .filter(|frame| *frame > cue.frame && attempt.take.sample_rate_hz > 0)
            .map(|frame| {
                let frames = frame - cue.frame;
                let rate_hz = attempt.take.sample_rate_hz;
                (seconds_from_frames(frames, rate_hz), true)
            }),
    };
    Some(Restart { line, latency })
}

fn way(attempt: &Attempt) -> SwitchKind {
    let rescue = attempt
        .round
        .as_ref()
        .is_some_and(|round| round.kind == RoundKind::Rescue);
    let by_hand = attempt.cue().is_some_and(|(mark, _)| {
        matches!(
            mark.kind,
            MarkKind::Cue {
                by: CueBy::Hand,
                ..
            }
        )
    });
    let announced = attempt
        .marks
        .iter()
        .any(|mark| matches!(mark.kind, MarkKind::Announced { .. }));
    match (rescue, by_hand || announced) {
        (true, _) => SwitchKind::Rescue,
        (false, true) => SwitchKind::Foreseen,
        (false, false) => SwitchKind::Sudden,
    }
}

fn sounded(attempt: &Attempt, speech: &Speech, switch: Option<&Switch>) -> SpeechMetrics {
    let rescue = way(attempt) == SwitchKind::Rescue;
    let language = attempt.plan.start();
    let free = !rescue && attempt.follows.is_none();
    let first_voice = speech.runs.first().map(|run| run.start_frame);
    let before_cue = |frame: &u64| attempt.cue().is_none_or(|(cue, _)| *frame < cue.frame);
    let start = first_voice
        .filter(before_cue)
        .filter(|_| free)
        .map(|frame| (language, speech.secs(frame - speech.start_frame)));
    SpeechMetrics {
        version: speech.version,
        start,
        stretches: if rescue {
            Vec::new()
        } else {
            stretches(attempt, speech, switch)
        },
        alone: alone(attempt, speech),
    }
}

fn stretches(attempt: &Attempt, speech: &Speech, switch: Option<&Switch>) -> Vec<Stretch> {
    let end = speech.frames;
    let cue = attempt.cue();
    let start = cue.map_or(end, |(cue, _)| cue.frame);
    let first = (
        attempt.plan.start(),
        Setting::FromTheStart,
        Span::new(speech.start_frame, start),
    );
    // Where the restart cannot be told, nobody knows from where on it was the other language.
    let second = cue.and_then(|(_, to)| {
        let restart = restart_frame(switch?)?;
        Some((to, Setting::AfterSwitch, Span::new(restart, end)))
    });
    [Some(first), second]
        .into_iter()
        .flatten()
        .filter_map(|(language, setting, span)| {
            let fluency = Fluency::of(speech, span)?;
            (fluency.answer_secs >= STRETCH_LEAST_SECS).then_some(Stretch {
                language,
                setting,
                fluency,
            })
        })
        .collect()
}

/// Where speech in the new language begins, by the word of the person or else by the sound.
fn restart_frame(switch: &Switch) -> Option<u64> {
    match (switch.confirmed, switch.automatic) {
        (Some(mark), _) => Some(mark.restart_frame),
        (None, Automatic::Measured(parts)) => Some(parts.restart_frame),
        (None, Automatic::Unclear { .. }) => None,
    }
}

/// A take without a cue was spoken in the language in which it began.
fn alone(attempt: &Attempt, speech: &Speech) -> Option<Alone> {
    let whole = attempt.take.state == TakeState::Complete
        && attempt.round.is_none()
        && attempt.cue().is_none();
    if !whole {
        return None;
    }
    let span = speech.answer()?;
    Some(Alone {
        language: attempt.plan.start(),
        whole: Part::of(speech, None, &[span])?,
        parts: parts(attempt, speech, span),
    })
}
