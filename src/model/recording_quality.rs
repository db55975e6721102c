//! How far a recording can be trusted: what is wrong with its sound, and how much that matters.
//! Derived from the facts of the take, so it can be worked out again at any time. The thresholds are
//! here for whoever judges sound, before an answer or after it. Not here: the words for it.

use crate::model::sound::Levels;
use crate::model::take::{Take, TakeState, seconds_from_frames};

/// Highest sample, in dBFS, below which nothing was said that could be heard. A voice peaks 12 to
/// 20 dB above its own level, so even a whisper into a far microphone gets above this; what stays
/// below is a muted input that only hums.
pub const SILENT_PEAK_DBFS: f32 = -50.0;
/// Level of the voice, in dBFS RMS, below which it is too quiet. Ordinary speech is recorded at
/// −30 to −18; at −45 a 16-bit file still holds it well, but it has to be turned up by 20 dB or more
/// to be heard, and the noise comes up with it.
pub const SPEECH_LOW_DBFS: f32 = -45.0;
/// Voice above room, in dB, below which the room disturbs. At 15 dB listeners still follow every
/// word but hear the noise, and the quiet ends of sentences begin to drown in it.
pub const SNR_LOW_DB: f32 = 15.0;
/// Voice above room, in dB, below which words are lost, and pauses can no longer be told from
/// speech.
pub const SNR_BAD_DB: f32 = 6.0;
/// Peak above the level of the voice, in dB, from which the voice was there for less than a tenth of
/// the take: the peak of speech stands at most 20 dB above its level, so at 30 the two levels are
/// both of the room, and say nothing about the voice.
pub const RARE_VOICE_DB: f32 = 30.0;
/// Share of samples at full scale from which clipping is heard as roughness. One shout touches full
/// scale for a few samples; this is one in ten thousand, about five in each second.
pub const CLIPPED_SHARE: f32 = 0.000_1;
/// Share of samples at full scale from which whole vowels are cut flat. Speech sounds for about half
/// of a take, so this is one in fifty of what was said.
pub const CLIPPED_SHARE_BAD: f32 = 0.01;
/// Highest rate, in Hz, of a microphone that leaves out what tells an S from an F: a rate of 16 kHz
/// holds nothing above 8 kHz. It is what a Bluetooth headset falls back to during a call.
pub const NARROW_BAND_HZ: u32 = 16_000;
/// Missing seconds that are worth a word: a quarter of a syllable.
pub const GAPS_SECS: f64 = 0.05;
/// Missing share of the take from which it does not tell what was said: one word in twenty.
pub const GAPS_SHARE_BAD: f64 = 0.05;

/// How far a recording can be trusted, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing is wrong with it.
    Good,
    /// It can be heard and rated; something disturbs.
    Usable,
    /// What is heard is not what was said.
    Unusable,
}

/// What is wrong with a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QualityIssue {
    /// Nothing is to be heard.
    Silent,
    /// The voice is there for less than a tenth of the take.
    LittleVoice,
    /// The voice is too quiet.
    TooQuiet {
        /// Its level in dBFS, RMS.
        speech_dbfs: f32,
    },
    /// The voice is too loud for the microphone.
    Clipped {
        /// Share of samples at full scale, 0 to 1.
        share: f32,
    },
    /// The room is too loud for the voice.
    Noisy {
        /// Voice above room in dB.
        snr_db: f32,
    },
    /// The microphone leaves out the high sounds.
    NarrowBand {
        /// Frames per second.
        sample_rate_hz: u32,
    },
    /// Parts are missing.
    Gaps {
        /// How long they are together, in seconds.
        secs: f64,
        /// Their share of the take, 0 to 1.
        share: f64,
    },
    /// A crash cut it short; its end is missing.
    Repaired,
}

impl QualityIssue {
    /// What this trouble alone makes of a recording.
    pub fn verdict(self) -> Verdict {
        let unusable = match self {
            Self::Silent => true,
            Self::Clipped { share } => share >= CLIPPED_SHARE_BAD,
            Self::Noisy { snr_db } => snr_db < SNR_BAD_DB,
            Self::Gaps { share, .. } => share >= GAPS_SHARE_BAD,
            Self::LittleVoice
            | Self::TooQuiet { .. }
            | Self::NarrowBand { .. }
            | Self::Repaired => false,
        };
        if unusable {
            Verdict::Unusable
        } else {
            Verdict::Usable
        }
    }
}

/// A recording is as good as its worst trouble lets it be.
pub fn verdict(troubles: &[QualityIssue]) -> Verdict {
    let each = troubles.iter().map(|trouble| trouble.verdict());
    each.max().unwrap_or(Verdict::Good)
}

/// What is wrong with a take, the worst first. What is not known is not held against it: takes of
/// older versions have no levels.
pub fn troubles(take: &Take) -> Vec<QualityIssue> {
    let mut found = Vec::new();
    let whole = take.state == TakeState::Complete;
    match (take.levels, take.peak_dbfs) {
        _ if take.state == TakeState::Empty => found.push(QualityIssue::Silent),
        (Some(levels), peak) => found.extend(of_levels(levels, peak, take.frames)),
        (None, Some(peak)) if peak < SILENT_PEAK_DBFS => found.push(QualityIssue::Silent),
        // Only a whole take without a peak is known to be silent.
        (None, None) if whole && take.frames > 0 => found.push(QualityIssue::Silent),
        (None, _) => {}
    }
    if (1..=NARROW_BAND_HZ).contains(&take.sample_rate_hz) {
        found.push(QualityIssue::NarrowBand {
            sample_rate_hz: take.sample_rate_hz,
        });
    }
    let missing = take.missing_frames();
    let secs = seconds_from_frames(missing, take.sample_rate_hz);
    if secs >= GAPS_SECS {
        let share = (missing as f64 / take.frames.max(1) as f64).min(1.0);
        found.push(QualityIssue::Gaps { secs, share });
    }
    if take.state == TakeState::Repaired {
        found.push(QualityIssue::Repaired);
    }
    found.sort_by_key(|trouble| std::cmp::Reverse(trouble.verdict()));
    found
}

/// What is wrong with sound of known levels. `peak_dbfs` is its highest sample, `None` for zeros
/// only; `frames` its length.
pub fn of_levels(levels: Levels, peak_dbfs: Option<f32>, frames: u64) -> Vec<QualityIssue> {
    let Some(peak_dbfs) = peak_dbfs.filter(|peak| *peak >= SILENT_PEAK_DBFS) else {
        return vec![QualityIssue::Silent];
    };
    let mut found = Vec::new();
    let share = levels.clipped_frames as f32 / frames.max(1) as f32;
    if share >= CLIPPED_SHARE {
        found.push(QualityIssue::Clipped {
            share: share.min(1.0),
        });
    }
    let speech_dbfs = levels.speech_dbfs;
    if peak_dbfs - speech_dbfs >= RARE_VOICE_DB {
        found.push(QualityIssue::LittleVoice);
        return found;
    }
    if speech_dbfs < SPEECH_LOW_DBFS {
        found.push(QualityIssue::TooQuiet { speech_dbfs });
    }
    let snr_db = speech_dbfs - levels.noise_dbfs;
    if snr_db < SNR_LOW_DB {
        found.push(QualityIssue::Noisy { snr_db });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::take::{Gap, GapCause};

    const RATE_HZ: u32 = 48_000;

    fn levels(noise_dbfs: f32, speech_dbfs: f32) -> Levels {
        Levels {
            noise_dbfs,
            speech_dbfs,
            clipped_frames: 0,
        }
    }

    fn take(secs: u64, levels: Option<Levels>) -> Take {
        Take {
            state: TakeState::Complete,
            sample_rate_hz: RATE_HZ,
            frames: secs * u64::from(RATE_HZ),
            peak_dbfs: Some(-9.0),
            levels,
            ..Take::planned()
        }
    }

    fn gap(frames: u64) -> Gap {
        Gap {
            start_frame: 0,
            frames,
            cause: GapCause::Dropped,
            away_secs: 0,
        }
    }

    fn of(take: &Take) -> (Verdict, Vec<QualityIssue>) {
        let found = troubles(take);
        (verdict(&found), found)
    }

    #[test]
    fn an_ordinary_answer_is_good_and_so_is_an_old_one_without_levels() {
        assert_eq!(of(&take(60, Some(levels(-62.0, -24.0)))).0, Verdict::Good);
        assert_eq!(of(&take(60, None)), (Verdict::Good, vec![]));
        // A take that is being made, or whose process died, is judged by nothing.
        assert_eq!(of(&Take::planned()), (Verdict::Good, vec![]));
    }

    #[test]
    fn the_room_is_judged_against_the_voice() {
        for (noise_dbfs, wanted) in [
            (-39.5, Verdict::Good),
            (-38.5, Verdict::Usable),
            (-30.5, Verdict::Usable),
            (-29.5, Verdict::Unusable),
        ] {
            let (verdict, found) = of(&take(60, Some(levels(noise_dbfs, -24.0))));
            assert_eq!(verdict, wanted, "{noise_dbfs}: {found:?}");
        }
    }

    #[test]
    fn a_quiet_voice_can_be_used_and_silence_cannot() {
        let mut quiet = take(60, Some(levels(-80.0, -46.0)));
        quiet.peak_dbfs = Some(-30.0);
        let trouble = QualityIssue::TooQuiet { speech_dbfs: -46.0 };
        assert_eq!(of(&quiet), (Verdict::Usable, vec![trouble]));
        for peak_dbfs in [None, Some(-51.0)] {
            for levels in [None, Some(levels(-90.0, -70.0))] {
                let silent = Take {
                    peak_dbfs,
                    ..take(60, levels)
                };
                let wanted = (Verdict::Unusable, vec![QualityIssue::Silent]);
                assert_eq!(of(&silent), wanted);
            }
        }
        // A crash leaves no peak, and that says nothing.
        let repaired = Take {
            peak_dbfs: None,
            state: TakeState::Repaired,
            ..take(60, None)
        };
        assert_eq!(
            of(&repaired),
            (Verdict::Usable, vec![QualityIssue::Repaired])
        );
    }

    #[test]
    fn a_few_words_in_a_long_silence_are_not_called_a_quiet_voice() {
        let rare = take(60, Some(levels(-75.0, -70.0)));
        assert_eq!(
            of(&rare),
            (Verdict::Usable, vec![QualityIssue::LittleVoice])
        );
    }

    #[test]
    fn one_shout_is_no_clipping_and_flat_vowels_are_no_recording() {
        let clipped = |clipped_frames| {
            let levels = Levels {
                clipped_frames,
                ..levels(-62.0, -12.0)
            };
            of(&Take {
                peak_dbfs: Some(0.0),
                ..take(10, Some(levels))
            })
        };
        assert_eq!(clipped(40).0, Verdict::Good);
        assert_eq!(clipped(48).0, Verdict::Usable);
        assert_eq!(clipped(4_700).0, Verdict::Usable);
        assert_eq!(clipped(4_800).0, Verdict::Unusable);
    }

    #[test]
    fn a_headset_in_a_call_is_told_by_its_rate() {
        for (sample_rate_hz, narrow) in [(0, false), (8_000, true), (16_000, true), (22_050, false)]
        {
            let mut take = take(60, None);
            take.sample_rate_hz = sample_rate_hz;
            assert_eq!(!troubles(&take).is_empty(), narrow, "{sample_rate_hz}");
        }
    }

    #[test]
    fn gaps_count_together_and_the_worst_trouble_comes_first() {
        let with = |gaps: Vec<Gap>| {
            of(&Take {
                gaps,
                state: TakeState::Repaired,
                ..take(10, None)
            })
        };
        assert_eq!(with(vec![gap(1000)]).1, vec![QualityIssue::Repaired]);
        let (verdict, found) = with(vec![gap(1200), gap(1200)]);
        assert_eq!(verdict, Verdict::Usable);
        assert!(matches!(
            found.as_slice(),
            [QualityIssue::Gaps { secs, .. }, QualityIssue::Repaired] if (secs - 0.05).abs() < 1e-9
        ));
        let (verdict, found) = with(vec![gap(u64::MAX), gap(24_000)]);
        assert_eq!(verdict, Verdict::Unusable);
        assert!(matches!(found.first(), Some(QualityIssue::Gaps { share, .. }) if *share <= 1.0));
    }
}
