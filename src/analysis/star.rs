//! How much of an answer each tapped part took. Not here: what the parts are (`model::star`).

use crate::model::speech::{Span, Speech};
use crate::model::star::{PartShare, Shape, StarPart, StarShares, Tap};

/// The shares of the parts of an answer, from its first voice to its last; `None` without a voice or
/// a tap. Each part lasts from its tap to the next one; a part that is tapped again grows.
pub fn shares(speech: &Speech, taps: &[Tap], target: Shape) -> Option<StarShares> {
    let answer = speech.answer()?;
    let mut taps = taps.to_vec();
    taps.sort_by_key(|tap| tap.frame);
    let first = taps.first()?;
    let ends = taps.iter().skip(1).map(|tap| tap.frame);
    let stretches: Vec<(StarPart, Span)> = taps
        .iter()
        .zip(ends.chain([answer.end_frame]))
        .filter_map(|(tap, end)| Some((tap.part, Span::new(tap.frame, end).within(answer)?)))
        .collect();
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
    let action = taps.iter().find(|tap| tap.part == StarPart::Action);
    Some(StarShares {
        parts: StarPart::ALL
            .into_iter()
            .map(|part| {
                let (secs, phonation_secs) = took(Some(part));
                PartShare {
                    part,
                    secs,
                    phonation_secs,
                    time_share: share(secs, all_secs),
                    phonation_share: share(phonation_secs, all_phonation_secs),
                    target_share: target.of(part),
                }
            })
            .collect(),
        untapped_secs: since_voice(first.frame.min(answer.end_frame)),
        before_action_secs: action.map(|tap| since_voice(tap.frame)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn speech(runs: &[(u64, u64)]) -> Speech {
        Speech {
            version: 1,
            sample_rate_hz: 1_000,
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

    fn tap(part: StarPart, frame: u64) -> Tap {
        Tap { frame, part }
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
        let found = shares(&speech, &taps, Shape::default()).unwrap();
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
        let target = Shape::default();
        assert_eq!(
            shares(&speech(&[]), &[tap(StarPart::Task, 5)], target),
            None
        );
        assert_eq!(shares(&speech(&[(0, 900)]), &[], target), None);
        let late = [tap(StarPart::Result, 5_000)];
        let found = shares(&speech(&[(100, 900)]), &late, target).unwrap();
        assert!((found.untapped_secs - 0.8).abs() < 1e-9);
        assert!(
            found
                .parts
                .iter()
                .all(|part| part.secs <= 0.0 && part.time_share <= 0.0)
        );
        assert_eq!(found.before_action_secs, None);
    }

    proptest! {
        #[test]
        fn shares_are_whole(taps in prop::collection::vec((0_usize..4, 0_u64..60_000), 1..12)) {
            let taps: Vec<Tap> = taps
                .into_iter()
                .map(|(part, frame)| tap(StarPart::ALL[part], frame))
                .collect();
            let speech = speech(&[(2_000, 9_000), (12_000, 40_000), (41_000, 61_000)]);
            let found = shares(&speech, &taps, Shape::default()).unwrap();
            let time: f64 = found.parts.iter().map(|part| part.time_share).sum();
            let voice: f64 = found.parts.iter().map(|part| part.phonation_share).sum();
            prop_assert!((time - 1.0).abs() < 1e-9 && (voice - 1.0).abs() < 1e-9);
            let secs: f64 = found.parts.iter().map(|part| part.secs).sum();
            prop_assert!((secs + found.untapped_secs - 59.0).abs() < 1e-9);
        }
    }
}
