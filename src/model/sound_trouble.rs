//! What is wrong with a microphone or a speaker, and the verdict: facts of a sound check in, troubles
//! out. Thresholds that finished takes are judged by as well stand in `trust`. Not here: the words
//! (`i18n::check`).

use crate::model::fault::SoundFault;
use crate::model::sound::Device;
use crate::model::sound_check::{CheckEnd, Heard};
use crate::model::take::seconds_from_frames;
use crate::model::trust::{
    CLIPPED_SHARE, CLIPPED_SHARE_BAD, GAPS_SECS, GAPS_SHARE_BAD, NARROW_BAND_HZ, SILENT_PEAK_DBFS,
    SNR_BAD_DB, SNR_LOW_DB, SPEECH_LOW_DBFS, Verdict,
};

/// Voice above room, in dB, below which nothing was said: syllables rise at least this far.
const SAID_DB: f32 = 10.0;
/// Level of a hum, in dBFS RMS, from which headphones make it heard in the pauses of a voice.
const HUM_DBFS: f32 = -60.0;
/// Level, in dBFS RMS, from which a room disturbs any voice, even one close to the microphone.
const ROOM_LOUD_DBFS: f32 = -40.0;
/// Spread of levels, in dB, below which sound is steady, and so no voice.
const STEADY_DB: f32 = 6.0;
/// Seconds from asking to the first sample that are too long to speak at once.
const SLOW_START_SECS: f64 = 1.0;

/// What is wrong with a microphone or a speaker.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The microphone cannot be used: none, denied, held by another program, gone.
    Fault(SoundFault),
    /// It is what a speaker plays.
    Monitor,
    /// Only zeros.
    Muted,
    /// No voice was heard.
    NothingSaid,
    /// The voice is too loud for the microphone; share of samples at full scale, 0 to 1.
    Clipping(f32),
    /// The room is too loud.
    Noisy {
        /// Voice above room in dB; `None` when nobody was asked to speak.
        snr_db: Option<f32>,
    },
    /// The mains hum, at 50 or 60 Hz.
    Hum(u32),
    /// A headset in call mode, or a microphone that is no better: where the voice ends, in Hz.
    CallMode(u32),
    /// The voice is too quiet.
    TooQuiet,
    /// Parts are missing.
    Dropped {
        /// How long they are together, in seconds.
        secs: f64,
        /// Their share of what was heard, 0 to 1.
        share: f64,
    },
    /// The wished microphone is not there; this one was used.
    NotTheChosen(Device),
    /// The first sample came late; after how many seconds.
    SlowStart(f64),
    /// The speaker cannot be used.
    Speaker(SoundFault),
}

impl Trouble {
    /// What this trouble alone makes of a recording.
    pub fn verdict(&self) -> Verdict {
        let unusable = match self {
            Self::Fault(_) | Self::Monitor | Self::Muted | Self::NothingSaid => true,
            Self::Clipping(share) => *share >= CLIPPED_SHARE_BAD,
            Self::Noisy { snr_db } => snr_db.is_some_and(|snr_db| snr_db < SNR_BAD_DB),
            Self::Dropped { share, .. } => *share >= GAPS_SHARE_BAD,
            Self::Hum(_)
            | Self::CallMode(_)
            | Self::TooQuiet
            | Self::NotTheChosen(_)
            | Self::SlowStart(_)
            | Self::Speaker(_) => false,
        };
        if unusable {
            Verdict::Unusable
        } else {
            Verdict::Usable
        }
    }
}

/// A check is as good as its worst trouble lets it be.
pub fn verdict(troubles: &[Trouble]) -> Verdict {
    let each = troubles.iter().map(Trouble::verdict);
    each.max().unwrap_or(Verdict::Good)
}

/// What is wrong when somebody was asked to speak, the worst first. `wished` is the id of the
/// microphone that was asked for; `None` is the system's default.
pub fn troubles(end: &CheckEnd, wished: Option<&str>) -> Vec<Trouble> {
    let mut found = of_device(end, wished);
    if found.is_empty() || !found.iter().any(Trouble::hides_the_voice) {
        found.extend(of_voice(&end.heard));
    }
    found.sort_by_key(|trouble| std::cmp::Reverse(trouble.verdict()));
    found
}

/// What is wrong that shows without a voice, the worst first; for the check that nobody sees.
pub fn quiet_troubles(end: &CheckEnd, wished: Option<&str>) -> Vec<Trouble> {
    let mut found = of_device(end, wished);
    // A headset that has to wake up is no news, and costs nothing before the answer.
    found.retain(|trouble| !matches!(trouble, Trouble::SlowStart(_)));
    if let Some(levels) = end.heard.levels {
        let steady = levels.speech_dbfs - levels.noise_dbfs < STEADY_DB;
        if steady && levels.noise_dbfs >= ROOM_LOUD_DBFS {
            found.push(match end.heard.hum {
                Some(hum) => Trouble::Hum(hum.mains_hz),
                None => Trouble::Noisy { snr_db: None },
            });
        }
    }
    found.sort_by_key(|trouble| std::cmp::Reverse(trouble.verdict()));
    found
}

impl Trouble {
    fn hides_the_voice(&self) -> bool {
        matches!(self, Self::Fault(_) | Self::Monitor | Self::Muted)
    }
}

fn of_device(end: &CheckEnd, wished: Option<&str>) -> Vec<Trouble> {
    if let Some(fault) = &end.fault {
        return vec![Trouble::Fault(fault.clone())];
    }
    let heard = &end.heard;
    let mut found = Vec::new();
    if end.monitor {
        found.push(Trouble::Monitor);
    } else if heard.peak_dbfs.is_none() && heard.frames > 0 {
        found.push(Trouble::Muted);
    }
    if (1..=NARROW_BAND_HZ).contains(&end.sample_rate_hz) {
        found.push(Trouble::CallMode(end.sample_rate_hz / 2));
    } else if let Some(top_hz) = heard.top_hz {
        found.push(Trouble::CallMode(top_hz));
    }
    if let (Some(wished), Some(device)) = (wished, &end.device)
        && device.id != wished
    {
        found.push(Trouble::NotTheChosen(device.clone()));
    }
    let secs = seconds_from_frames(end.lost_frames, end.sample_rate_hz);
    if secs >= GAPS_SECS {
        let all = heard.frames.saturating_add(end.lost_frames).max(1);
        let share = end.lost_frames as f64 / all as f64;
        found.push(Trouble::Dropped { secs, share });
    }
    if let Some(secs) = end.first_sample_secs.filter(|s| *s >= SLOW_START_SECS) {
        found.push(Trouble::SlowStart(secs));
    }
    found
}

fn of_voice(heard: &Heard) -> Vec<Trouble> {
    let mut found = Vec::new();
    if let Some(hum) = heard.hum.filter(|hum| hum.dbfs >= HUM_DBFS) {
        found.push(Trouble::Hum(hum.mains_hz));
    }
    let levels = heard.levels;
    let peak = heard.peak_dbfs.unwrap_or(f32::NEG_INFINITY);
    let Some(levels) = levels.filter(|_| peak >= SILENT_PEAK_DBFS) else {
        found.push(Trouble::NothingSaid);
        return found;
    };
    let share = levels.clipped_frames as f32 / heard.frames.max(1) as f32;
    if share >= CLIPPED_SHARE {
        found.push(Trouble::Clipping(share.min(1.0)));
    }
    let snr_db = levels.speech_dbfs - levels.noise_dbfs;
    // Who speaks without a pause leaves no room to be heard: loud sound is not told to be nothing.
    let loud = levels.noise_dbfs >= SPEECH_LOW_DBFS;
    match (snr_db < SAID_DB, loud) {
        (true, false) => found.push(Trouble::NothingSaid),
        (_, true) if snr_db < SNR_LOW_DB => found.push(Trouble::Noisy {
            snr_db: Some(snr_db),
        }),
        _ => {}
    }
    if levels.speech_dbfs < SPEECH_LOW_DBFS && snr_db >= SAID_DB {
        found.push(Trouble::TooQuiet);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sound::Levels;
    use crate::model::sound_check::Hum;

    fn device(id: &str) -> Device {
        Device {
            id: id.to_owned(),
            name: id.to_owned(),
        }
    }

    fn good() -> CheckEnd {
        CheckEnd {
            device: Some(device("usb")),
            sample_rate_hz: 48_000,
            first_sample_secs: Some(0.06),
            heard: Heard {
                frames: 144_000,
                peak_dbfs: Some(-9.0),
                levels: Some(levels(-62.0, -24.0)),
                ..Heard::default()
            },
            ..CheckEnd::default()
        }
    }

    fn levels(noise_dbfs: f32, speech_dbfs: f32) -> Levels {
        Levels {
            noise_dbfs,
            speech_dbfs,
            clipped_frames: 0,
        }
    }

    fn with(change: impl FnOnce(&mut CheckEnd)) -> (Verdict, Vec<Trouble>) {
        let mut end = good();
        change(&mut end);
        let found = troubles(&end, Some("usb"));
        (verdict(&found), found)
    }

    #[test]
    fn an_ordinary_voice_is_good() {
        assert_eq!(with(|_| {}), (Verdict::Good, vec![]));
        assert_eq!(troubles(&good(), None), []);
        assert_eq!(quiet_troubles(&good(), Some("usb")), []);
    }

    type Change = Box<dyn FnOnce(&mut CheckEnd)>;

    #[test]
    fn each_trouble_has_its_verdict() {
        use Verdict::{Unusable, Usable};
        let denied = SoundFault::PermissionDenied;
        let cases: Vec<(Change, Verdict, Trouble)> = vec![
            (
                Box::new(|end| end.fault = Some(SoundFault::PermissionDenied)),
                Unusable,
                Trouble::Fault(denied),
            ),
            (
                Box::new(|end| end.heard.peak_dbfs = None),
                Unusable,
                Trouble::Muted,
            ),
            (
                Box::new(|end| end.monitor = true),
                Unusable,
                Trouble::Monitor,
            ),
            (
                Box::new(|end| end.heard.levels = Some(levels(-62.0, -53.0))),
                Unusable,
                Trouble::NothingSaid,
            ),
            (
                Box::new(|end| end.heard.levels = None),
                Unusable,
                Trouble::NothingSaid,
            ),
            (
                Box::new(|end| end.heard.peak_dbfs = Some(-51.0)),
                Unusable,
                Trouble::NothingSaid,
            ),
            (
                Box::new(|end| end.sample_rate_hz = 16_000),
                Usable,
                Trouble::CallMode(8_000),
            ),
            (
                Box::new(|end| end.heard.top_hz = Some(4_000)),
                Usable,
                Trouble::CallMode(4_000),
            ),
            (
                Box::new(|end| end.heard.levels = Some(levels(-70.0, -46.0))),
                Usable,
                Trouble::TooQuiet,
            ),
            (
                Box::new(|end| end.heard.levels = Some(levels(-38.0, -24.0))),
                Usable,
                Trouble::Noisy { snr_db: Some(14.0) },
            ),
            (
                Box::new(|end| end.heard.levels = Some(levels(-29.0, -24.0))),
                Unusable,
                Trouble::Noisy { snr_db: Some(5.0) },
            ),
            (
                Box::new(|end| end.device = Some(device("other"))),
                Usable,
                Trouble::NotTheChosen(device("other")),
            ),
            (
                Box::new(|end| end.first_sample_secs = Some(1.4)),
                Usable,
                Trouble::SlowStart(1.4),
            ),
            (
                Box::new(|end| {
                    end.heard.hum = Some(Hum {
                        mains_hz: 60,
                        dbfs: -50.0,
                    });
                }),
                Usable,
                Trouble::Hum(60),
            ),
        ];
        for (change, verdict, trouble) in cases {
            assert_eq!(with(change), (verdict, vec![trouble]));
        }
    }

    #[test]
    fn losses_and_clipping_grow_from_usable_to_unusable() {
        let lost = |frames| with(move |end| end.lost_frames = frames);
        assert_eq!(lost(2_000).0, Verdict::Good);
        assert_eq!(lost(2_400).0, Verdict::Usable);
        assert_eq!(lost(10_000).0, Verdict::Unusable);
        let clipped = |frames| {
            with(move |end| {
                let levels = end.heard.levels.as_mut().unwrap();
                levels.clipped_frames = frames;
            })
        };
        assert_eq!(clipped(14).0, Verdict::Good);
        assert_eq!(clipped(15).0, Verdict::Usable);
        assert_eq!(clipped(1_440).0, Verdict::Unusable);
    }

    #[test]
    fn the_worst_comes_first_and_what_explains_hides_what_it_explains() {
        let (verdict, found) = with(|end| {
            end.sample_rate_hz = 8_000;
            end.heard.peak_dbfs = None;
            end.heard.levels = None;
        });
        assert_eq!(verdict, Verdict::Unusable);
        assert_eq!(found, [Trouble::Muted, Trouble::CallMode(4_000)]);
        let (_, found) = with(|end| {
            end.monitor = true;
            end.heard.peak_dbfs = None;
        });
        assert_eq!(found, [Trouble::Monitor]);
    }

    #[test]
    fn the_quiet_check_asks_for_no_voice() {
        let quiet = |change: fn(&mut CheckEnd)| {
            let mut end = good();
            end.heard.levels = Some(levels(-63.0, -60.0));
            end.heard.peak_dbfs = Some(-55.0);
            end.heard.frames = 57_600;
            change(&mut end);
            quiet_troubles(&end, Some("usb"))
        };
        assert_eq!(quiet(|_| {}), []);
        assert_eq!(quiet(|end| end.first_sample_secs = Some(2.0)), []);
        assert_eq!(quiet(|end| end.heard.peak_dbfs = None), [Trouble::Muted]);
        assert_eq!(
            quiet(|end| end.heard.levels = Some(levels(-38.0, -36.0))),
            [Trouble::Noisy { snr_db: None }]
        );
        // Somebody who reads the question aloud is no noise.
        assert_eq!(
            quiet(|end| end.heard.levels = Some(levels(-38.0, -20.0))),
            []
        );
    }
}
