//! How a switch of language went: from the cue to speech in the other language.
//! Not here: hearing runs and pauses (`analysis`), when the cue comes (`drill`).
//!
//! Korean cannot be told from English by these figures. They rest on the cue, on pauses, and on the
//! mark of the person, which is kept apart and wins where there is one.

use serde::{Deserialize, Serialize};

use crate::model::fluency::{Window, least_pause, median, phonation_ratio};
use crate::model::speech::{Span, Speech};
use crate::model::take::frames_from_seconds;

/// How long after a cue a switch is looked for, in seconds. Ours.
pub const SWITCH_WITHIN_SECS: f64 = 15.0;
/// From which length on a run is no mere "um", in seconds. Ours.
pub const SUSTAINED_SECS: f64 = 1.0;
/// From how many syllables on it is none. Ours.
pub const SUSTAINED_NUCLEI: usize = 3;
/// The stretches before the cue and after the restart that are compared, in seconds. Ours.
pub const WINDOW_SECS: f64 = 15.0;
/// The shortest such stretch that says something, in seconds. Ours.
pub const WINDOW_LEAST_SECS: f64 = 5.0;
/// The sliding stretch that tells when speech has recovered, in seconds. Ours.
pub const RECOVERY_WINDOW_SECS: f64 = 5.0;
/// The share of the former phonation that counts as recovered. Ours.
pub const RECOVERED_SHARE: f64 = 0.8;
/// How far the sliding stretch moves at once, in seconds: as fine as what is shown.
pub const RECOVERY_STEP_SECS: f64 = 0.1;

/// What the sound says of a switch.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Automatic {
    /// A pause and then speech were found.
    Measured(Parts),
    /// It cannot be told; the person is asked for a mark.
    Unclear {
        /// Why not.
        why: Unclear,
    },
}

/// Why a switch cannot be told from the sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unclear {
    /// No pause of 250 ms within 15 s of the cue: the switch came in mid-flow, or not at all.
    NoPause,
    /// After the pause nothing came that is longer than an "um".
    NoRestart,
}

/// A switch in three parts, which add up to the latency.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parts {
    /// From the cue to the end of what was being said, in seconds; 0 when nothing was.
    pub disengage_secs: f64,
    /// The silence from there to the next voice, be it an "um" or a bridge phrase, in seconds.
    pub gap_secs: f64,
    /// From that voice to the first run of at least 1 s or three syllables, in seconds; 0 when
    /// it is that run.
    pub restart_secs: f64,
    /// From the cue to that run, in seconds.
    pub latency_secs: f64,
    /// The frame of the take at which that run begins.
    pub restart_frame: u64,
    /// What surrounds the switch.
    pub around: Around,
}

/// Speech before the cue and after the restart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Around {
    /// At most 15 s before the cue; `None` when there are less than 5 s.
    pub before: Option<Window>,
    /// At most 15 s after the restart; `None` when there are less than 5 s.
    pub after: Option<Window>,
    /// From the restart to the first moment from which on the voice sounds, over 5 s, at least
    /// 80 % as much as it usually did before the cue, in seconds. `None` when that never happens or
    /// nothing is known of before.
    pub recovery_secs: Option<f64>,
}

/// A restart that the person marked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confirmed {
    /// The frame of the take.
    pub restart_frame: u64,
    /// From the cue to it, in seconds.
    pub latency_secs: f64,
    /// What surrounds the switch.
    pub around: Around,
}

/// A switch as it is known: what the sound says, and what the person says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Switch {
    /// The frame of the take at which the cue came.
    pub cue_frame: u64,
    /// What the sound says.
    pub automatic: Automatic,
    /// What the person says.
    pub confirmed: Option<Confirmed>,
}

/// Who says a latency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidBy {
    Sound,
    Person,
}

impl Switch {
    /// The switch after a cue, and what the person marked as its restart, if anything; a mark before the
    /// cue says nothing.
    pub fn of(speech: &Speech, cue_frame: u64, first_word_frame: Option<u64>) -> Self {
        Self {
            cue_frame,
            automatic: automatic(speech, cue_frame),
            confirmed: first_word_frame
                .filter(|mark| *mark > cue_frame)
                .map(|restart_frame| Confirmed {
                    restart_frame,
                    latency_secs: speech.secs(restart_frame - cue_frame),
                    around: around(speech, cue_frame, restart_frame),
                }),
        }
    }

    /// The latency in seconds and who says it: the person's word wins. `None` asks for a mark.
    pub fn latency_secs(&self) -> Option<(f64, SaidBy)> {
        match (self.confirmed, self.automatic) {
            (Some(mark), _) => Some((mark.latency_secs, SaidBy::Person)),
            (None, Automatic::Measured(parts)) => Some((parts.latency_secs, SaidBy::Sound)),
            (None, Automatic::Unclear { .. }) => None,
        }
    }
}

fn automatic(speech: &Speech, cue_frame: u64) -> Automatic {
    let later: Vec<Span> = speech
        .runs
        .iter()
        .copied()
        .filter(|run| run.end_frame > cue_frame)
        .collect();
    // What begins sooner after the cue than anybody can answer it belongs to what was being said.
    let soonest = cue_frame.saturating_add(least_pause(speech.sample_rate_hz));
    let (said, after) = match later.split_first() {
        Some((first, rest)) if first.start_frame < soonest => (Some(first), rest),
        _ => (None, later.as_slice()),
    };
    let silent_frame = said.map_or(cue_frame, |run| run.end_frame);
    let disengage_secs = speech.secs(silent_frame - cue_frame);
    if disengage_secs > SWITCH_WITHIN_SECS {
        return unclear(Unclear::NoPause);
    }
    let restart = after.iter().find(|run| sustained(speech, **run));
    let (Some(voice), Some(restart)) = (after.first(), restart) else {
        return unclear(Unclear::NoRestart);
    };
    Automatic::Measured(Parts {
        disengage_secs,
        gap_secs: speech.secs(voice.start_frame - silent_frame),
        restart_secs: speech.secs(restart.start_frame - voice.start_frame),
        latency_secs: speech.secs(restart.start_frame - cue_frame),
        restart_frame: restart.start_frame,
        around: around(speech, cue_frame, restart.start_frame),
    })
}

fn unclear(why: Unclear) -> Automatic {
    Automatic::Unclear { why }
}

/// Whether a run is more than an "um".
fn sustained(speech: &Speech, run: Span) -> bool {
    speech.secs(run.frames()) >= SUSTAINED_SECS || speech.nuclei_in(run) >= SUSTAINED_NUCLEI
}

fn around(speech: &Speech, cue_frame: u64, restart_frame: u64) -> Around {
    let frames = |secs| frames_from_seconds(secs, speech.sample_rate_hz);
    let stretch = frames(WINDOW_SECS);
    let least = frames(WINDOW_LEAST_SECS);
    let long_enough = |span: Span| (span.frames() >= least).then(|| Window::of(speech, span));
    let before = Span::new(cue_frame.saturating_sub(stretch), cue_frame);
    // After the last voice the answer is over; its silence is no hesitation.
    let end = speech.answer().map_or(0, |answer| answer.end_frame);
    let after = Span::new(
        restart_frame,
        restart_frame.saturating_add(stretch).min(end),
    );
    Around {
        before: long_enough(before),
        after: long_enough(after),
        recovery_secs: recovery_secs(speech, before, Span::new(restart_frame, end)),
    }
}

/// From the start of `after` to the first moment from which on the voice sounds nearly as much as
/// it usually did in `before`.
fn recovery_secs(speech: &Speech, before: Span, after: Span) -> Option<f64> {
    let mut usual: Vec<f64> = slide(speech, before).map(|(_, ratio)| ratio).collect();
    usual.sort_by(f64::total_cmp);
    let wanted = median(&usual)? * RECOVERED_SHARE;
    slide(speech, after)
        .find(|(_, ratio)| *ratio >= wanted)
        .map(|(frame, _)| speech.secs(frame - after.start_frame))
}

/// The start and the phonation ratio of each sliding stretch that is whole within a span.
fn slide(speech: &Speech, span: Span) -> impl Iterator<Item = (u64, f64)> {
    let length = frames_from_seconds(RECOVERY_WINDOW_SECS, speech.sample_rate_hz);
    let step = frames_from_seconds(RECOVERY_STEP_SECS, speech.sample_rate_hz).max(1);
    let last = span.end_frame.checked_sub(length);
    let starts = last.map(|last| (span.start_frame..=last).step_by(step as usize));
    starts.into_iter().flatten().map(move |start| {
        let stretch = Span::new(start, start + length);
        (start, phonation_ratio(speech, stretch))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RATE: u32 = 1_000;

    /// Runs in milliseconds, a syllable each 200 ms.
    fn speech(runs: &[(u64, u64)]) -> Speech {
        let nuclei = runs
            .iter()
            .flat_map(|(from, to)| (from + 100..*to).step_by(200));
        Speech {
            version: 1,
            sample_rate_hz: RATE,
            start_frame: 0,
            frames: runs.last().map_or(0, |run| run.1) + 1_000,
            noise_dbfs: -60.0,
            threshold_dbfs: -50.0,
            runs: runs
                .iter()
                .map(|(from, to)| Span::new(*from, *to))
                .collect(),
            nuclei: nuclei.collect(),
        }
    }

    /// Disengage, gap, restart and latency in milliseconds.
    fn parts(runs: &[(u64, u64)], cue: u64) -> Result<[i64; 4], Unclear> {
        match Switch::of(&speech(runs), cue, None).automatic {
            Automatic::Measured(parts) => Ok([
                parts.disengage_secs,
                parts.gap_secs,
                parts.restart_secs,
                parts.latency_secs,
            ]
            .map(|secs| (secs * 1e3).round() as i64)),
            Automatic::Unclear { why } => Err(why),
        }
    }

    #[test]
    fn switches_of_every_kind() {
        let before = (1_000, 20_000);
        for (what, runs, cue, wanted) in [
            (
                "mid-run",
                vec![before, (21_500, 30_000)],
                19_600,
                Ok([400, 1_500, 0, 1_900]),
            ),
            (
                "in a pause",
                vec![before, (23_000, 30_000)],
                20_500,
                Ok([0, 2_500, 0, 2_500]),
            ),
            (
                "an um first",
                vec![before, (21_000, 21_400), (22_000, 26_000)],
                19_900,
                Ok([100, 1_000, 1_000, 2_100]),
            ),
            (
                "three syllables are enough",
                vec![before, (21_000, 21_600), (22_000, 26_000)],
                19_900,
                Ok([100, 1_000, 0, 1_100]),
            ),
            (
                "nobody answers within 250 ms",
                vec![before, (20_700, 22_000), (23_000, 26_000)],
                20_500,
                Ok([1_500, 1_000, 0, 2_500]),
            ),
            (
                "no pause",
                vec![(1_000, 40_000), (41_000, 44_000)],
                20_000,
                Err(Unclear::NoPause),
            ),
            (
                "only an um",
                vec![before, (21_000, 21_400)],
                19_000,
                Err(Unclear::NoRestart),
            ),
            ("nothing", vec![before], 20_000, Err(Unclear::NoRestart)),
            ("no voice at all", vec![], 20_000, Err(Unclear::NoRestart)),
        ] {
            assert_eq!(parts(&runs, cue), wanted, "{what}");
        }
    }

    #[test]
    fn the_word_of_the_person_wins() {
        let speech = speech(&[(1_000, 20_000), (21_000, 30_000)]);
        let sound = Switch::of(&speech, 19_000, None);
        assert_eq!(sound.latency_secs(), Some((2.0, SaidBy::Sound)));
        let marked = Switch::of(&speech, 19_000, Some(24_500));
        assert_eq!(marked.latency_secs(), Some((5.5, SaidBy::Person)));
        assert_eq!(marked.automatic, sound.automatic);
        assert_eq!(Switch::of(&speech, 19_000, Some(18_000)).confirmed, None);
        let unclear = Switch::of(&speech, 29_000, None);
        assert_eq!(unclear.latency_secs(), None);
    }

    #[test]
    fn speech_recovers_once_it_is_as_dense_as_before() {
        // Sounding all the time before; after the restart 1 s in 3 for 9 s, then all the time.
        let runs = [
            (0, 20_000),
            (21_000, 22_000),
            (24_000, 25_000),
            (27_000, 28_000),
            (30_000, 45_000),
        ];
        let Automatic::Measured(parts) = Switch::of(&speech(&runs), 20_000, None).automatic else {
            panic!("not found");
        };
        // 80 % of 5 s are 4 s: from 29.0 s on, which is 8 s after the restart.
        assert!((parts.around.recovery_secs.unwrap() - 8.0).abs() < 0.11);
        let before = parts.around.before.unwrap();
        let after = parts.around.after.unwrap();
        assert!((before.phonation_ratio - 1.0).abs() < 1e-9);
        assert!((after.phonation_ratio - 9.0 / 15.0).abs() < 1e-9);
        assert!((before.secs - 15.0).abs() < 1e-9 && (after.secs - 15.0).abs() < 1e-9);
        let short = Switch::of(&speech(&[(0, 3_000), (4_000, 7_000)]), 3_000, None);
        let Automatic::Measured(parts) = short.automatic else {
            panic!("not found");
        };
        assert_eq!(parts.around, Around::default());
    }

    proptest! {
        #[test]
        fn the_parts_make_up_the_latency(
            lengths in prop::collection::vec((100_u64..6_000, 250_u64..4_000), 0..20),
            cue in 0_u64..60_000,
        ) {
            let mut end = 0;
            let mut runs = Vec::new();
            for (run, pause) in lengths {
                runs.push((end + pause, end + pause + run));
                end += pause + run;
            }
            if let Ok([disengage, gap, restart, latency]) = parts(&runs, cue) {
                prop_assert_eq!(disengage + gap + restart, latency);
                prop_assert!(gap >= 250 && disengage >= 0 && restart >= 0);
            }
        }
    }
}
