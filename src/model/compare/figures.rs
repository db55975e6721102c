//! The figures of two answers, and which differences a person can hear. What is below is told as the same:
//! two recordings always differ in something.
//!
//! Tempo and shares: 5 % (Quené 2007). A wait: 0.2 s, as in `progress`. Of the longest pause
//! both have to be passed (ours). Scores are the person's own: a whole point on a line, half a point of
//! their mean (ours).

use crate::model::attempt::Attempt;
use crate::model::fluency::Fluency;
use crate::model::language::Language;
use crate::model::progress::{HEARD_SECS, HEARD_SHARE, Measure};
use crate::model::speech::{Span, Speech};
use crate::model::switch::{Automatic, Switch};
use crate::model::take::seconds_from_frames;

/// The smallest difference of mean scores that is worth a word.
const SCORE_LEAST: f64 = 0.5;
/// The same of the score of one line.
const LINE_LEAST: f64 = 1.0;

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Mean of the latest scores, 1 to 5.
    Score,
    /// Score of a line of the rubric, by its id.
    Line(String),
    /// Length of what is kept, in seconds.
    Length,
    /// From the cue to speech in the new language, in seconds.
    Latency,
    /// From the first voice after the cue's pause to sustained speech, in seconds.
    Restart,
    /// Share of the answer in which the voice sounds, 0 to 1.
    SpeechShare,
    /// Syllables in a second of voice; after a switch in the new language.
    Pace,
    /// Pauses in a minute of voice.
    Pauses,
    /// In seconds.
    LongestPause,
}

impl Figure {
    /// Whether more of it is better; `None` where neither is.
    pub const fn more_is_better(&self) -> Option<bool> {
        match self {
            Self::Score | Self::Line(_) | Self::SpeechShare => Some(true),
            Self::Latency | Self::Restart | Self::Pauses | Self::LongestPause => Some(false),
            Self::Length | Self::Pace => None,
        }
    }

    /// The smallest difference from a figure that counts, in its unit.
    fn least(&self, from: f64) -> f64 {
        match self {
            Self::Score => SCORE_LEAST,
            Self::Line(_) => LINE_LEAST,
            Self::Latency | Self::Restart => Measure::Latency.heard_from(from),
            Self::SpeechShare => Measure::PhonationRatio.heard_from(from),
            Self::Pauses => Measure::PausesPerMin.heard_from(from),
            Self::Length | Self::Pace => from.abs() * HEARD_SHARE,
            Self::LongestPause => HEARD_SECS.max(from.abs() * HEARD_SHARE),
        }
    }
}

/// How a figure of the newer answer differs from that of the earlier one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Difference {
    /// One is not known, or they must not be compared.
    Unknown,
    /// None that could be heard.
    Same,
    /// By so much, in the unit of the figure.
    Heard { by: f64 },
}

/// A figure of both.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub figure: Figure,
    pub newer: Option<f64>,
    pub earlier: Option<f64>,
    pub difference: Difference,
}

impl Row {
    /// Whether the newer answer is the better one by this figure; `None` where nobody can tell.
    pub fn better(&self) -> Option<bool> {
        match self.difference {
            Difference::Heard { by } => Some(self.figure.more_is_better()? == (by > 0.0)),
            Difference::Same | Difference::Unknown => None,
        }
    }
}

/// What is known of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub attempt: &'a Attempt,
    /// What was heard in what is kept.
    pub speech: Option<&'a Speech>,
    pub switch: Option<Switch>,
}

impl Known<'_> {
    fn fluency(&self) -> Option<Fluency> {
        let speech = self.speech?;
        Fluency::of(speech, speech.whole())
    }

    fn length_secs(&self) -> f64 {
        let kept = self.attempt.kept().frames();
        seconds_from_frames(kept, self.attempt.take.sample_rate_hz)
    }

    /// The language of the pace, and the pace. Those of two languages are never compared.
    fn pace(&self) -> Option<(Language, f64)> {
        let speech = self.speech?;
        let whole = speech.whole();
        let start_frame = self.switch.map_or(whole.start_frame, |it| it.cue_frame);
        let span = Span::new(start_frame, whole.end_frame);
        let pace = Fluency::of(speech, span)?.articulation_rate;
        Some((self.attempt.language_at(start_frame), pace))
    }

    fn latency(&self) -> Option<f64> {
        self.switch?.latency_secs().map(|(secs, _)| secs)
    }

    fn restart(&self) -> Option<f64> {
        match self.switch?.automatic {
            Automatic::Measured(parts) => Some(parts.restart_secs),
            Automatic::Unclear { .. } => None,
        }
    }

    fn asked_for(&self) -> Option<Language> {
        self.attempt.cue().map(|(_, to)| to)
    }
}

/// A row, unless neither answer has the figure.
fn row(figure: Figure, newer: Option<f64>, earlier: Option<f64>, comparable: bool) -> Option<Row> {
    newer.or(earlier)?;
    let difference = match newer.zip(earlier).filter(|_| comparable) {
        None => Difference::Unknown,
        Some((newer, earlier)) if (newer - earlier).abs() >= figure.least(earlier) => {
            let by = newer - earlier;
            if by == 0.0 {
                Difference::Same
            } else {
                Difference::Heard { by }
            }
        }
        Some(_) => Difference::Same,
    };
    Some(Row {
        figure,
        newer,
        earlier,
        difference,
    })
}

/// The figures of two answers; of the lines of the rubric those that are named, by their ids.
pub fn rows(newer: &Known<'_>, earlier: &Known<'_>, lines: &[&str]) -> Vec<Row> {
    let score = |known: &Known<'_>| known.attempt.score().map(f64::from);
    let one_cue = newer.asked_for() == earlier.asked_for();
    let (pace, former_pace) = (newer.pace(), earlier.pace());
    let one_language = pace.map(|(language, _)| language) == former_pace.map(|(l, _)| l);
    let (fluency, former) = (newer.fluency(), earlier.fluency());
    let both = |get: fn(&Fluency) -> Option<f64>| {
        (
            fluency.as_ref().and_then(get),
            former.as_ref().and_then(get),
        )
    };
    let share = both(|it| Some(it.phonation_ratio));
    let pauses = both(|it| Some(it.pauses_per_min));
    let longest = both(|it| it.pause_secs.map(|secs| secs.longest));
    let length = (Some(newer.length_secs()), Some(earlier.length_secs()));
    let second = |pace: Option<(Language, f64)>| pace.map(|(_, pace)| pace);
    let of_line = |line: &&str| {
        let score = |known: &Known<'_>| known.attempt.line_score(line).map(f64::from);
        let figure = Figure::Line((*line).to_owned());
        row(figure, score(newer), score(earlier), true)
    };
    let scores = [row(Figure::Score, score(newer), score(earlier), true)];
    let heard = [
        row(Figure::Latency, newer.latency(), earlier.latency(), one_cue),
        row(Figure::Restart, newer.restart(), earlier.restart(), one_cue),
        row(Figure::SpeechShare, share.0, share.1, true),
        row(Figure::Pauses, pauses.0, pauses.1, true),
        row(Figure::LongestPause, longest.0, longest.1, true),
        row(
            Figure::Pace,
            second(pace),
            second(former_pace),
            one_language,
        ),
        row(Figure::Length, length.0, length.1, true),
    ];
    let heard = heard.into_iter().flatten();
    let scores = scores.into_iter().flatten();
    heard
        .chain(scores)
        .chain(lines.iter().filter_map(of_line))
        .collect()
}

/// The difference that says most: of those that can be heard the first in this order.
pub fn telling(rows: &[Row]) -> Option<&Row> {
    const ORDER: [Figure; 6] = [
        Figure::Latency,
        Figure::SpeechShare,
        Figure::Pauses,
        Figure::LongestPause,
        Figure::Pace,
        Figure::Length,
    ];
    let heard = |row: &&Row| matches!(row.difference, Difference::Heard { .. });
    let find = |figure: &Figure| rows.iter().filter(heard).find(|row| row.figure == *figure);
    ORDER.iter().find_map(find)
}
