//! What is wrong with a microphone or a speaker, and the verdict: facts of a sound check in, troubles
//! out. Thresholds that finished takes are judged by as well stand in `trust`. Not here: the words
//! (`i18n::check`).

use crate::model::fault::SoundFault;
use crate::model::recording_quality::{
    CLIPPED_SHARE, CLIPPED_SHARE_BAD, GAPS_SECS, GAPS_SHARE_BAD, NARROW_BAND_HZ, SILENT_PEAK_DBFS,
    SNR_BAD_DB, SNR_LOW_DB, SPEECH_LOW_DBFS, Verdict,
};
use crate::model::sound::Device;
use crate::model::sound_check::{CheckEnd, Heard};
use crate::model::take::seconds_from_frames;

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
pub enum MicIssue {
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

impl MicIssue {
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
pub fn verdict(troubles: &[MicIssue]) -> Verdict {
    let each = troubles.iter().map(MicIssue::verdict);
    each.max().unwrap_or(Verdict::Good)
}

/// What is wrong when somebody was asked to speak, the worst first. `wished` is the id of the
/// microphone that was asked for; `None` is the system's default.
pub fn troubles(end: &CheckEnd, wished: Option<&str>) -> Vec<MicIssue> {
    let mut found = of_device(end, wished);
    if found.is_empty() || !found.iter().any(MicIssue::hides_the_voice) {
        found.extend(of_voice(&end.heard));
    }
    found.sort_by_key(|trouble| std::cmp::Reverse(trouble.verdict()));
    found
}

/// What is wrong that shows without a voice, the worst first; for the check that nobody sees.
pub fn quiet_troubles(end: &CheckEnd, wished: Option<&str>) -> Vec<MicIssue> {
    let mut found = of_device(end, wished);
    // A headset that has to wake up is no news, and costs nothing before the answer.
    found.retain(|trouble| !matches!(trouble, MicIssue::SlowStart(_)));
    if let Some(levels) = end.heard.levels {
        let steady = levels.speech_dbfs - levels.noise_dbfs < STEADY_DB;
        if steady && levels.noise_dbfs >= ROOM_LOUD_DBFS {
            found.push(match end.heard.hum {
                Some(hum) => MicIssue::Hum(hum.mains_hz),
                None => MicIssue::Noisy { snr_db: None },
            });
        }
    }
    found.sort_by_key(|trouble| std::cmp::Reverse(trouble.verdict()));
    found
}

impl MicIssue {
    fn hides_the_voice(&self) -> bool {
        matches!(self, Self::Fault(_) | Self::Monitor | Self::Muted)
    }
}

fn of_device(end: &CheckEnd, wished: Option<&str>) -> Vec<MicIssue> {
    if let Some(fault) = &end.fault {
        return vec![MicIssue::Fault(fault.clone())];
    }
    let heard = &end.heard;
    let mut found = Vec::new();
    if end.monitor {
        found.push(MicIssue::Monitor);
    } else if heard.peak_dbfs.is_none() && heard.frames > 0 {
        found.push(MicIssue::Muted);
    }
    if (1..=NARROW_BAND_HZ).contains(&end.sample_rate_hz) {
        found.push(MicIssue::CallMode(end.sample_rate_hz / 2));
    } else if let Some(top_hz) = heard.top_hz {
        found.push(MicIssue::CallMode(top_hz));
    }
    if let (Some(wished), Some(device)) = (wished, &end.device)
        && device.id != wished
    {
        found.push(MicIssue::NotTheChosen(device.clone()));
    }
    let secs = seconds_from_frames(end.lost_frames, end.sample_rate_hz);
    if secs >= GAPS_SECS {
        let all = heard.frames.saturating_add(end.lost_frames).max(1);
        let share = end.lost_frames as f64 / all as f64;
        found.push(MicIssue::Dropped { secs, share });
    }
    if let Some(secs) = end.first_sample_secs.filter(|s| *s >= SLOW_START_SECS) {
        found.push(MicIssue::SlowStart(secs));
    }
    found
}

fn of_voice(heard: &Heard) -> Vec<MicIssue> {
    let mut found = Vec::new();
    if let Some(hum) = heard.hum.filter(|hum| hum.dbfs >= HUM_DBFS) {
        found.push(MicIssue::Hum(hum.mains_hz));
    }
    let levels = heard.levels;
    let peak = heard.peak_dbfs.unwrap_or(f32::NEG_INFINITY);
    let Some(levels) = levels.filter(|_| peak >= SILENT_PEAK_DBFS) else {
        found.push(MicIssue::NothingSaid);
        return found;
    };
    let share = levels.clipped_frames as f32 / heard.frames.max(1) as f32;
    if share >= CLIPPED_SHARE {
        found.push(MicIssue::Clipping(share.min(1.0)));
    }
    let snr_db = levels.speech_dbfs - levels.noise_dbfs;
    // Who speaks without a pause leaves no room to be heard: loud sound is not told to be nothing.
    let loud = levels.noise_dbfs >= SPEECH_LOW_DBFS;
    // A hum is the noise, and a voice cut off at full scale leaves no level to compare it with.
    let explained = !found.is_empty();
    match (snr_db < SAID_DB, loud) {
        (true, false) => found.push(MicIssue::NothingSaid),
        (_, true) if snr_db < SNR_LOW_DB && !explained => found.push(MicIssue::Noisy {
            snr_db: Some(snr_db),
        }),
        _ => {}
    }
    if levels.speech_dbfs < SPEECH_LOW_DBFS && snr_db >= SAID_DB {
        found.push(MicIssue::TooQuiet);
    }
    found
}

#[cfg(test)]
mod tests;
