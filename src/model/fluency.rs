//! How fluent a stretch of a recording was, in figures, from runs, pauses and syllables. Not here:
//! hearing those (`analysis`).
//!
//! Definitions follow N. H. de Jong and T. Wempe (2009) and the header of their script of 2010. Counts
//! of syllables are for trends within one language: never compare Korean and English rates.

use serde::{Deserialize, Serialize};

use crate::model::speech::{Span, Speech};

/// The shortest pause, in milliseconds; Goldman-Eisler (1968), tested by de Jong and Bosker (2013).
pub const PAUSE_LEAST_MILLIS: u64 = 250;
/// A long pause, in seconds. Our label, for the list of places to listen to.
pub const LONG_PAUSE_SECS: f64 = 1.0;

/// Seconds as they are shown, to a tenth: finer differences are not to be heard.
pub fn shown_secs(secs: f64) -> f64 {
    (secs * 10.0).round() / 10.0
}

/// Seconds as they are shown, in figures.
pub fn tenths(secs: f64) -> String {
    format!("{:.1}", shown_secs(secs))
}

/// The figures of a stretch, from its first voice to its last.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fluency {
    /// The stretch that was looked at.
    pub span: Span,
    /// From the start of the stretch to the first voice, in seconds.
    pub first_voice_secs: f64,
    /// T: from the first voice to the last, in seconds, more than 0.
    pub answer_secs: f64,
    /// Ph: how long the voice sounded, in seconds, more than 0.
    pub phonation_secs: f64,
    /// Ph / T, more than 0, at most 1: the phonation-time ratio. It needs no syllables.
    pub phonation_ratio: f64,
    /// Stretches of voice, at least 1.
    pub runs: usize,
    /// Ph / runs: the mean length of a run, in seconds.
    pub mean_run_secs: f64,
    /// Pauses of at least 250 ms between two runs.
    pub pauses: usize,
    /// Pauses in a minute of sounding voice: pauses / Ph × 60.
    pub pauses_per_min: f64,
    /// Lengths of the pauses; `None` without one.
    pub pause_secs: Option<PauseLengths>,
    /// Syllables, as far as they can be heard.
    pub nuclei: usize,
    /// Syllables / T in a second: the speech rate. A trend within one language only.
    pub speech_rate: f64,
    /// Syllables / Ph in a second: the articulation rate. A trend within one language only.
    pub articulation_rate: f64,
    /// Syllables / runs: the mean length of a run. A trend within one language only.
    pub mean_run_nuclei: f64,
}

/// How long pauses are, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PauseLengths {
    /// Half of them are no longer.
    pub median: f64,
    /// Nine in ten are no longer.
    pub p90: f64,
    pub longest: f64,
}

/// The figures of a stretch of a fixed length, such as the 15 s before a cue. Silence at its edges
/// counts, unlike in [`Fluency`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Window {
    /// The stretch.
    pub span: Span,
    /// Its length in seconds.
    pub secs: f64,
    /// The share of it in which the voice sounded, 0 to 1.
    pub phonation_ratio: f64,
    /// Pauses of at least 250 ms in a minute of sounding voice; `None` without a voice.
    pub pauses_per_min: Option<f64>,
    /// The mean length of a run, cut at the edges, in seconds; `None` without a voice.
    pub mean_run_secs: Option<f64>,
    /// The longest silence, in seconds; 0 when there is none of at least 250 ms.
    pub longest_pause_secs: f64,
}

impl Fluency {
    /// The figures of a stretch of a recording, from its first voice to its last; `None` without a
    /// voice.
    pub fn of(speech: &Speech, span: Span) -> Option<Self> {
        let runs: Vec<Span> = speech.runs_in(span).collect();
        let (first, last) = (runs.first()?, runs.last()?);
        let answer = Span::new(first.start_frame, last.end_frame);
        let answer_secs = speech.secs(answer.frames());
        let phonation_secs = speech.secs(runs.iter().map(|run| run.frames()).sum());
        let silences = silences(&runs, answer);
        let nuclei = speech.nuclei_in(answer);
        Some(Self {
            span,
            first_voice_secs: speech.secs(first.start_frame.saturating_sub(span.start_frame)),
            answer_secs,
            phonation_secs,
            phonation_ratio: phonation_secs / answer_secs,
            runs: runs.len(),
            mean_run_secs: phonation_secs / runs.len() as f64,
            pauses: silences.len(),
            pauses_per_min: silences.len() as f64 / phonation_secs * 60.0,
            pause_secs: lengths(silences.iter().map(|s| speech.secs(s.frames())).collect()),
            nuclei,
            speech_rate: nuclei as f64 / answer_secs,
            articulation_rate: nuclei as f64 / phonation_secs,
            mean_run_nuclei: nuclei as f64 / runs.len() as f64,
        })
    }
}

impl Window {
    /// The figures of a stretch of a fixed length; silence at its edges counts.
    pub fn of(speech: &Speech, span: Span) -> Self {
        let runs: Vec<Span> = speech.runs_in(span).collect();
        let secs = speech.secs(span.frames());
        let phonation_secs = speech.secs(runs.iter().map(|run| run.frames()).sum());
        let pause_least = least_pause(speech.sample_rate_hz);
        let pauses: Vec<Span> = silences(&runs, span)
            .into_iter()
            .filter(|silence| silence.frames() >= pause_least)
            .collect();
        let longest = pauses.iter().map(|pause| pause.frames()).max();
        let sounds = phonation_secs > 0.0;
        Self {
            span,
            secs,
            phonation_ratio: if secs > 0.0 {
                phonation_secs / secs
            } else {
                0.0
            },
            pauses_per_min: sounds.then(|| pauses.len() as f64 / phonation_secs * 60.0),
            mean_run_secs: sounds.then(|| phonation_secs / runs.len() as f64),
            longest_pause_secs: speech.secs(longest.unwrap_or(0)),
        }
    }
}

impl Speech {
    /// Pauses of at least [`LONG_PAUSE_SECS`], the longest first: the places to listen to again.
    pub fn long_pauses(&self) -> Vec<Span> {
        let mut pauses: Vec<Span> = self
            .pauses()
            .filter(|pause| self.secs(pause.frames()) >= LONG_PAUSE_SECS)
            .collect();
        pauses.sort_by_key(|pause| (std::cmp::Reverse(pause.frames()), pause.start_frame));
        pauses
    }
}

/// How much of a stretch the voice sounds, 0 to 1.
pub fn phonation_ratio(speech: &Speech, span: Span) -> f64 {
    let sounding: u64 = speech.runs_in(span).map(Span::frames).sum();
    sounding as f64 / span.frames().max(1) as f64
}

/// The shortest pause in frames of a rate in frames per second.
pub fn least_pause(sample_rate_hz: u32) -> u64 {
    u64::from(sample_rate_hz) * PAUSE_LEAST_MILLIS / 1000
}

/// What is between runs within a stretch, and between them and its edges.
fn silences(runs: &[Span], span: Span) -> Vec<Span> {
    let starts = runs.iter().map(|run| run.start_frame);
    let ends = runs.iter().map(|run| run.end_frame);
    std::iter::once(span.start_frame)
        .chain(ends)
        .zip(starts.chain([span.end_frame]))
        .map(|(from, to)| Span::new(from, to))
        .filter(|silence| silence.frames() > 0)
        .collect()
}

fn lengths(mut secs: Vec<f64>) -> Option<PauseLengths> {
    secs.sort_by(f64::total_cmp);
    Some(PauseLengths {
        median: median(&secs)?,
        p90: *secs.get(((secs.len() as f64 * 0.9).ceil() as usize).saturating_sub(1))?,
        longest: *secs.last()?,
    })
}

/// The middle of sorted values, or the mean of the two in the middle; `None` without a value.
pub fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RATE: u32 = 1_000;

    /// Runs and syllables in milliseconds.
    fn speech(runs: &[(u64, u64)], nuclei: &[u64], frames: u64) -> Speech {
        Speech {
            version: 1,
            sample_rate_hz: RATE,
            start_frame: 0,
            frames,
            noise_dbfs: -60.0,
            threshold_dbfs: -50.0,
            runs: runs
                .iter()
                .map(|(from, to)| Span::new(*from, *to))
                .collect(),
            nuclei: nuclei.to_vec(),
        }
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn figures_of_a_known_answer() {
        let speech = speech(
            &[(500, 2_500), (3_000, 4_000), (6_000, 7_000)],
            &[600, 900, 1_200, 3_100, 3_500, 6_500],
            8_000,
        );
        let found = Fluency::of(&speech, speech.whole()).unwrap();
        assert!(close(found.first_voice_secs, 0.5));
        assert!(close(found.answer_secs, 6.5));
        assert!(close(found.phonation_secs, 4.0));
        assert!(close(found.phonation_ratio, 4.0 / 6.5));
        assert_eq!((found.runs, found.pauses, found.nuclei), (3, 2, 6));
        assert!(close(found.mean_run_secs, 4.0 / 3.0));
        assert!(close(found.pauses_per_min, 30.0));
        let lengths = found.pause_secs.unwrap();
        assert!(close(lengths.median, 1.25) && close(lengths.longest, 2.0));
        assert!(close(lengths.p90, 2.0));
        assert!(close(found.articulation_rate, 1.5) && close(found.mean_run_nuclei, 2.0));
        assert!(close(found.speech_rate, 6.0 / 6.5));
        assert_eq!(speech.long_pauses(), [Span::new(4_000, 6_000)]);
    }

    #[test]
    fn a_part_is_cut_at_its_edges_and_silence_has_no_figures() {
        let speech = speech(&[(500, 2_500), (3_000, 4_000)], &[600, 3_100], 8_000);
        let found = Fluency::of(&speech, Span::new(2_000, 3_500)).unwrap();
        assert!(close(found.answer_secs, 1.5) && close(found.phonation_secs, 1.0));
        assert_eq!((found.pauses, found.nuclei), (1, 1));
        assert_eq!(Fluency::of(&speech, Span::new(4_000, 8_000)), None);
    }

    #[test]
    fn silence_at_the_edges_of_a_window_counts() {
        let speech = speech(&[(500, 2_500), (2_700, 4_000)], &[], 8_000);
        let found = Window::of(&speech, Span::new(0, 5_000));
        assert!(close(found.phonation_ratio, 3.3 / 5.0));
        // The 200 ms in the middle are no pause.
        assert!(close(found.pauses_per_min.unwrap(), 2.0 / 3.3 * 60.0));
        assert!(close(found.longest_pause_secs, 1.0));
        assert!(close(found.mean_run_secs.unwrap(), 1.65));
        let empty = Window::of(&speech, Span::new(6_000, 7_000));
        assert_eq!((empty.pauses_per_min, empty.mean_run_secs), (None, None));
        assert!(close(empty.longest_pause_secs, 1.0));
    }

    #[test]
    fn a_tenth_of_a_second_is_shown() {
        for (secs, shown) in [(1.04, 1.0), (1.05, 1.1), (0.0, 0.0), (-0.26, -0.3)] {
            assert!((shown_secs(secs) - shown).abs() < 1e-9, "{secs}");
        }
    }

    proptest! {
        #[test]
        fn voice_and_silence_make_up_the_whole(
            lengths in prop::collection::vec((100_u64..3_000, 250_u64..4_000), 1..40),
            start in 0_u64..5_000,
            shift in 0_u64..9_000,
        ) {
            let mut at = start;
            let mut runs = Vec::new();
            for (run, pause) in lengths {
                runs.push((at, at + run));
                at += run + pause;
            }
            let one = speech(&runs, &[], at);
            let found = Fluency::of(&one, one.whole()).unwrap();
            let silent: u64 = one.pauses().map(Span::frames).sum();
            prop_assert!(close(found.phonation_secs + one.secs(silent), found.answer_secs));
            prop_assert_eq!(found.pauses, one.pauses().count());

            let shifted: Vec<_> = runs.iter().map(|(a, b)| (a + shift, b + shift)).collect();
            let later = speech(&shifted, &[], at + shift);
            let moved = Fluency::of(&later, later.whole()).unwrap();
            let first = found.first_voice_secs + one.secs(shift);
            prop_assert!(close(moved.first_voice_secs, first));
            prop_assert!(close(moved.phonation_ratio, found.phonation_ratio));
            prop_assert_eq!(moved.pause_secs.map(|p| (p.longest * 1e3) as u64), found.pause_secs.map(|p| (p.longest * 1e3) as u64));
        }
    }
}
