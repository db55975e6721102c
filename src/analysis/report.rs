//! All that is found in a recording, in seconds, for scripts and for a person at a terminal.
//! Not here: reading the file and printing (`app`), words (`i18n`).

use serde::Serialize;

use crate::analysis::frames::Frames;
use crate::analysis::runs::speech;
use crate::model::fluency::Fluency;
use crate::model::speech::Span;
use crate::model::switch::{Automatic, Switch};
use crate::model::take::frames_from_seconds;

/// A stretch in seconds from the start of the recording.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stretch {
    /// Where it begins.
    pub start_secs: f64,
    pub end_secs: f64,
}

/// A run, in seconds from the start of the recording.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Run {
    #[serde(flatten)]
    pub place: Stretch,
    /// Its syllables, as far as they can be heard.
    pub nuclei: usize,
}

/// What is found in a recording.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The version of the analysis.
    pub version: u32,
    /// Frames per second of the recording.
    pub sample_rate_hz: u32,
    /// Its length in seconds.
    pub secs: f64,
    /// The noise of the room in dBFS RMS.
    pub noise_dbfs: f32,
    /// The level in dBFS RMS from which on a frame could be voice.
    pub threshold_dbfs: f32,
    /// Stretches of voice.
    pub runs: Vec<Run>,
    /// Silences between them.
    pub pauses: Vec<Stretch>,
    /// The middles of syllables, in seconds.
    pub nuclei_secs: Vec<f64>,
    /// Figures of the whole; `None` without a voice.
    pub fluency: Option<Fluency>,
    /// The switch after the cue; `None` without a cue.
    pub switch: Option<Automatic>,
}

/// A cue in a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cue {
    /// When it came, in seconds from the start.
    pub at_secs: f64,
    /// How long its sound lasts, in seconds: what is heard meanwhile is no voice. 0 for a silent
    /// cue.
    pub sound_secs: f64,
}

impl Report {
    /// What is found in the frames of a recording.
    pub fn of(frames: &Frames, cue: Option<Cue>) -> Self {
        let frame = |secs: f64| frames_from_seconds(secs, frames.sample_rate_hz);
        let mask =
            cue.map(|cue| Span::new(frame(cue.at_secs), frame(cue.at_secs + cue.sound_secs)));
        let masks: Vec<Span> = mask.into_iter().filter(|mask| mask.frames() > 0).collect();
        let speech = speech(frames, &masks);
        let stretch = |span: Span| Stretch {
            start_secs: speech.secs(span.start_frame),
            end_secs: speech.secs(span.end_frame),
        };
        Self {
            version: speech.version,
            sample_rate_hz: speech.sample_rate_hz,
            secs: speech.secs(speech.frames),
            noise_dbfs: speech.noise_dbfs,
            threshold_dbfs: speech.threshold_dbfs,
            runs: speech
                .runs
                .iter()
                .map(|run| Run {
                    place: stretch(*run),
                    nuclei: speech.nuclei_in(*run),
                })
                .collect(),
            pauses: speech.pauses().map(stretch).collect(),
            nuclei_secs: speech.nuclei.iter().map(|n| speech.secs(*n)).collect(),
            fluency: Fluency::of(&speech, speech.whole()),
            switch: cue.map(|cue| Switch::of(&speech, frame(cue.at_secs), None).automatic),
        }
    }
}
