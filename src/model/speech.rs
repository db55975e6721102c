//! What was heard of a voice in a recording: where it sounded, where it paused, its syllables.
//! Not here: how it was heard (`analysis`), what it says about fluency (`fluency`).
//!
//! It cannot be told Korean from English, nor a word from "um".

use serde::{Deserialize, Serialize};

use crate::model::take::seconds_from_frames;

/// A stretch of a recording, in its frames.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first frame.
    pub start_frame: u64,
    /// The first frame after it.
    pub end_frame: u64,
}

impl Span {
    /// From a frame to another.
    pub fn new(start_frame: u64, end_frame: u64) -> Self {
        Self {
            start_frame,
            end_frame,
        }
    }

    /// Length in frames.
    pub fn frames(self) -> u64 {
        self.end_frame.saturating_sub(self.start_frame)
    }

    /// Whether a frame is within.
    pub fn holds(self, frame: u64) -> bool {
        (self.start_frame..self.end_frame).contains(&frame)
    }

    /// What is in both; `None` when nothing is.
    pub fn within(self, other: Self) -> Option<Self> {
        let both = Self {
            start_frame: self.start_frame.max(other.start_frame),
            end_frame: self.end_frame.min(other.end_frame),
        };
        (both.frames() > 0).then_some(both)
    }
}

/// The voice in a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Speech {
    /// The version of the analysis that made it; figures of different versions are not comparable.
    pub version: u32,
    /// Frames per second of the recording.
    pub sample_rate_hz: u32,
    /// The first frame that counts; more than 0 where the beginning was trimmed away.
    #[serde(default)]
    pub start_frame: u64,
    /// The first frame that counts no more: the length of the recording, or less where its end was
    /// trimmed away.
    pub frames: u64,
    /// The noise of the room in dBFS RMS, −120 to 0, above 80 Hz.
    pub noise_dbfs: f32,
    /// The level in dBFS RMS from which on a frame could be voice.
    pub threshold_dbfs: f32,
    /// Stretches of voice in order, at least 100 ms long and 250 ms apart.
    pub runs: Vec<Span>,
    /// The middles of syllables in order, in frames of the recording, each within a run.
    pub nuclei: Vec<u64>,
}

impl Speech {
    /// Frames to seconds of this recording.
    pub fn secs(&self, frames: u64) -> f64 {
        seconds_from_frames(frames, self.sample_rate_hz)
    }

    /// All that counts.
    pub fn whole(&self) -> Span {
        Span::new(self.start_frame, self.frames)
    }

    /// What was heard in a part of the recording: runs are cut at its edges, what is outside is not there.
    #[must_use]
    pub fn within(&self, span: Span) -> Self {
        let kept = span.within(self.whole()).unwrap_or_default();
        Self {
            start_frame: kept.start_frame,
            frames: kept.end_frame,
            runs: self.runs_in(kept).collect(),
            nuclei: self
                .nuclei
                .iter()
                .copied()
                .filter(|at| kept.holds(*at))
                .collect(),
            ..*self
        }
    }

    /// From the first voice to the last; `None` without a voice.
    pub fn answer(&self) -> Option<Span> {
        Some(Span::new(
            self.runs.first()?.start_frame,
            self.runs.last()?.end_frame,
        ))
    }

    /// Runs, and those parts of runs, that are within a span.
    pub fn runs_in(&self, span: Span) -> impl Iterator<Item = Span> {
        self.runs.iter().filter_map(move |run| run.within(span))
    }

    /// Silences between two runs, in order; those before the first and after the last are none.
    pub fn pauses(&self) -> impl Iterator<Item = Span> {
        let next = self.runs.iter().skip(1);
        self.runs
            .iter()
            .zip(next)
            .map(|(run, next)| Span::new(run.end_frame, next.start_frame))
    }

    /// How many syllables have their middle within a span.
    pub fn nuclei_in(&self, span: Span) -> usize {
        let first = |frame| self.nuclei.partition_point(|nucleus| *nucleus < frame);
        first(span.end_frame).saturating_sub(first(span.start_frame))
    }
}
