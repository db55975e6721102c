//! What is known of the sound check: the one that a person asks for, and the quiet one before the
//! first recording of a day. Changed by `update::check` only.

use crate::flow::place::Screen;
use crate::model::fault::SoundFault;
use crate::model::mic_issue::MicIssue;
use crate::model::peaks::Peak;
use crate::model::sound_check::CheckEnd;

/// The sound check.
#[derive(Clone, Debug, Default)]
pub struct Check {
    /// How far the check is that the person asked for.
    pub stage: Stage,
    /// What the speaker does for it.
    pub speaker: Speaker,
    /// Where the screen was opened from.
    pub from: Screen,
    /// The check that nobody sees.
    pub quiet: Quiet,
    /// The day of the newest check of this run, of either kind.
    pub day: Option<jiff::civil::Date>,
    /// Counts checks and their sounds, so that late reports of former ones are told apart.
    pub last_id: u32,
}

/// How far a check is.
#[derive(Clone, Debug, Default)]
pub enum Stage {
    /// Nothing was asked for yet.
    #[default]
    Idle,
    /// It listens.
    Listening(CheckRecording),
    /// It is over.
    Done(Box<CheckResult>),
}

/// A check that listens.
#[derive(Clone, Debug)]
pub struct CheckRecording {
    /// Which.
    pub id: u32,
    /// Seconds heard so far; 0 until the first samples arrived.
    pub secs: f64,
    /// Peak level of the last report, −120 to 0 dBFS.
    pub level_dbfs: f32,
    /// The sound so far, at `LIVE_PEAKS_PER_SEC`.
    pub peaks: Vec<Peak>,
}

/// What a check found.
#[derive(Clone, Debug)]
pub struct CheckResult {
    /// The facts.
    pub end: CheckEnd,
    /// What is wrong, the worst first.
    pub troubles: Vec<MicIssue>,
    /// The sound, at `LIVE_PEAKS_PER_SEC`.
    pub peaks: Vec<Peak>,
}

/// What the speaker does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Speaker {
    /// Nothing.
    #[default]
    Silent,
    /// It plays the voice.
    Voice(u32),
    /// It plays the tone.
    Tone(u32),
    /// It cannot be used.
    Failed(SoundFault),
}

/// The check that runs by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Quiet {
    /// Nothing to say.
    #[default]
    Nothing,
    /// It listens.
    Listening(u32),
    /// It found something that is wrong even without a voice, the worst first.
    Found(Vec<MicIssue>),
}
