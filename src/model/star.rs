//! The four parts of an answer told as STAR, and the shape a person aims at. Not here: how long each
//! part of a take is (`analysis`).

use serde::{Deserialize, Serialize};

use crate::model::ids::ids;
use crate::model::speech::{Span, Speech};

/// A part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StarPart {
    /// Where and when.
    Situation,
    /// What had to be done.
    Task,
    /// What the person did.
    Action,
    /// What came of it.
    Result,
}

ids!(StarPart {
    Situation = "situation",
    Task = "task",
    Action = "action",
    Result = "result",
});

/// How much of an answer each part should take, in per cent, in the order of [`StarPart::ALL`].
/// The four add up to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StarShape([u8; 4]);

impl StarShape {
    /// A shape; `None` unless the four add up to 100.
    pub fn new(percent: [u8; 4]) -> Option<Self> {
        let sum: u32 = percent.iter().map(|part| u32::from(*part)).sum();
        (sum == 100).then_some(Self(percent))
    }

    /// Per cent of each part, in the order of [`StarPart::ALL`].
    pub const fn percent(self) -> [u8; 4] {
        self.0
    }
}

impl Default for StarShape {
    /// Most of it is what the person did: a custom of interview advice, not a finding of research.
    fn default() -> Self {
        Self([20, 10, 60, 10])
    }
}

/// Where each part stands within an answer: from its tap to the next one, or to the end. `taps` in the
/// order of their frames.
pub fn part_spans(taps: &[(u64, StarPart)], answer: Span) -> Vec<(StarPart, Span)> {
    let ends = taps.iter().skip(1).map(|(frame, _)| *frame);
    taps.iter()
        .zip(ends.chain([answer.end_frame]))
        .filter_map(|((frame, part), end)| Some((*part, Span::new(*frame, end).within(answer)?)))
        .collect()
}

/// What one part took.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartShare {
    pub part: StarPart,
    /// Its length in seconds, pauses included.
    pub secs: f64,
    /// How long the voice sounded in it, in seconds.
    pub phonation_secs: f64,
    /// Its share of the length of all parts, 0 to 1.
    pub time_share: f64,
    /// Its share of the sounding voice of all parts, 0 to 1.
    pub phonation_share: f64,
    /// The share of time that it should have, 0 to 1.
    pub target_share: f64,
}

/// What all parts took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StarShares {
    /// All four, in order; a part that was not tapped took nothing.
    pub parts: Vec<PartShare>,
    /// Between the first voice and the first tap, in seconds: nobody said which part it is.
    pub untapped_secs: f64,
    /// From the first voice to the first tap of the action, in seconds; `None` without one.
    pub before_action_secs: Option<f64>,
}

impl StarShares {
    /// The shares of the parts of an answer, from its first voice to its last; `None` without a voice or
    /// a tap. Each part lasts from its tap to the next one; a part that is tapped again grows.
    pub fn of(speech: &Speech, taps: &[(u64, StarPart)], aim: StarShape) -> Option<Self> {
        let answer = speech.answer()?;
        let mut taps = taps.to_vec();
        taps.sort_by_key(|(frame, _)| *frame);
        let (first_frame, _) = *taps.first()?;
        let stretches = part_spans(&taps, answer);
        let took = |part: Option<StarPart>| {
            let mut frames = 0;
            let mut sounding = 0;
            for (of, span) in &stretches {
                if part.is_none_or(|part| part == *of) {
                    frames += span.frames();
                    sounding += speech.runs_in(*span).map(Span::frames).sum::<u64>();
                }
            }
            (speech.secs(frames), speech.secs(sounding))
        };
        let (all_secs, all_phonation_secs) = took(None);
        let share = |part: f64, all: f64| if all > 0.0 { part / all } else { 0.0 };
        let since_voice = |frame: u64| speech.secs(frame.saturating_sub(answer.start_frame));
        let action = taps.iter().find(|(_, part)| *part == StarPart::Action);
        Some(Self {
            parts: StarPart::ALL
                .into_iter()
                .zip(aim.percent())
                .map(|(part, percent)| {
                    let (secs, phonation_secs) = took(Some(part));
                    PartShare {
                        part,
                        secs,
                        phonation_secs,
                        time_share: share(secs, all_secs),
                        phonation_share: share(phonation_secs, all_phonation_secs),
                        target_share: f64::from(percent) / 100.0,
                    }
                })
                .collect(),
            untapped_secs: since_voice(first_frame.min(answer.end_frame)),
            before_action_secs: action.map(|(frame, _)| since_voice(*frame)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn speech(runs: &[(u64, u64)]) -> Speech {
        Speech {
            version: 1,
            sample_rate_hz: 1_000,
            start_frame: 0,
            frames: 100_000,
            noise_dbfs: -60.0,
            threshold_dbfs: -50.0,
            runs: runs
                .iter()
                .map(|(from, to)| Span::new(*from, *to))
                .collect(),
            nuclei: Vec::new(),
        }
    }

    fn tap(part: StarPart, frame: u64) -> (u64, StarPart) {
        (frame, part)
    }

    #[test]
    fn shares_of_a_known_answer() {
        let speech = speech(&[(1_000, 21_000), (31_000, 51_000)]);
        let taps = [
            tap(StarPart::Action, 31_000),
            tap(StarPart::Situation, 500),
            tap(StarPart::Task, 11_000),
            tap(StarPart::Situation, 16_000),
        ];
        let found = StarShares::of(&speech, &taps, StarShape::default()).unwrap();
        let table: Vec<_> = found
            .parts
            .iter()
            .map(|part| {
                (
                    part.secs.round() as i64,
                    part.phonation_secs.round() as i64,
                    (part.time_share * 100.0).round() as i64,
                    (part.phonation_share * 1000.0).round() as i64,
                    (part.target_share * 100.0).round() as i64,
                )
            })
            .collect();
        assert_eq!(
            table,
            [
                (25, 15, 50, 375, 20),
                (5, 5, 10, 125, 10),
                (20, 20, 40, 500, 60),
                (0, 0, 0, 0, 10)
            ]
        );
        assert!((found.before_action_secs.unwrap() - 30.0).abs() < 1e-9);
        assert!(found.untapped_secs.abs() < 1e-9);
    }

    #[test]
    fn nothing_is_said_without_voice_or_tap() {
        let target = StarShape::default();
        assert_eq!(
            StarShares::of(&speech(&[]), &[tap(StarPart::Task, 5)], target),
            None
        );
        assert_eq!(StarShares::of(&speech(&[(0, 900)]), &[], target), None);
        let late = [tap(StarPart::Result, 5_000)];
        let found = StarShares::of(&speech(&[(100, 900)]), &late, target).unwrap();
        assert!((found.untapped_secs - 0.8).abs() < 1e-9);
        assert!(
            found
                .parts
                .iter()
                .all(|part| part.secs <= 0.0 && part.time_share <= 0.0)
        );
        assert_eq!(found.before_action_secs, None);
    }

    #[test]
    fn only_whole_answers_are_shapes() {
        assert_eq!(StarShape::new([20, 10, 60, 10]), Some(StarShape::default()));
        assert_eq!(StarShape::new([20, 10, 60, 20]), None);
        assert_eq!(StarShape::new([255, 255, 255, 255]), None);
        let all = StarShape::default().percent().iter().copied().sum::<u8>();
        assert_eq!(all, 100);
    }

    #[test]
    fn names_come_back() {
        for part in StarPart::ALL {
            assert_eq!(StarPart::from_id(part.id()), Some(part));
        }
        assert_eq!(StarPart::from_id("star"), None);
    }

    proptest! {
        #[test]
        fn shares_are_whole(taps in prop::collection::vec((0_usize..4, 0_u64..60_000), 1..12)) {
            let taps: Vec<(u64, StarPart)> = taps
                .into_iter()
                .map(|(part, frame)| tap(StarPart::ALL[part], frame))
                .collect();
            let speech = speech(&[(2_000, 9_000), (12_000, 40_000), (41_000, 61_000)]);
            let found = StarShares::of(&speech, &taps, StarShape::default()).unwrap();
            let time: f64 = found.parts.iter().map(|part| part.time_share).sum();
            let voice: f64 = found.parts.iter().map(|part| part.phonation_share).sum();
            prop_assert!((time - 1.0).abs() < 1e-9 && (voice - 1.0).abs() < 1e-9);
            let secs: f64 = found.parts.iter().map(|part| part.secs).sum();
            prop_assert!((secs + found.untapped_secs - 59.0).abs() < 1e-9);
        }
    }
}
