//! What is known of the sound check: the one that a person asks for, and the quiet one before the
//! first recording of a day. Changed by `update` only.

pub(super) mod update;

use crate::flow::place::Screen;
use crate::model::fault::SoundFault;
use crate::model::mic_issue::MicIssue;
use crate::model::peaks::Peak;
use crate::model::sound_check::CheckEnd;

#[derive(Clone, Debug, Default)]
pub struct Check {
    /// How far the check is that the person asked for.
    pub stage: Stage,
    pub speaker: Speaker,
    pub from: Screen,
    /// The check that nobody sees.
    pub quiet: Quiet,
    /// The day of the newest check of this run, of either kind.
    pub day: Option<jiff::civil::Date>,
    /// Counts checks and their sounds, so that late reports of former ones are told apart.
    pub last_id: u32,
}

#[derive(Clone, Debug, Default)]
pub enum Stage {
    /// Nothing was asked for yet.
    #[default]
    Idle,
    Listening(CheckRecording),
    Done(Box<CheckResult>),
}

#[derive(Clone, Debug)]
pub struct CheckRecording {
    pub id: u32,
    /// Seconds heard so far; 0 until the first samples arrived.
    pub secs: f64,
    /// Peak level of the last report, −120 to 0 dBFS.
    pub level_dbfs: f32,
    /// The sound so far, at `LIVE_PEAKS_PER_SEC`.
    pub peaks: Vec<Peak>,
}

#[derive(Clone, Debug)]
pub struct CheckResult {
    pub end: CheckEnd,
    /// What is wrong, the worst first.
    pub troubles: Vec<MicIssue>,
    /// The sound, at `LIVE_PEAKS_PER_SEC`.
    pub peaks: Vec<Peak>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Speaker {
    #[default]
    Silent,
    Voice(u32),
    Tone(u32),
    Failed(SoundFault),
}

/// The check that runs by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Quiet {
    #[default]
    Nothing,
    Listening(u32),
    /// It found something that is wrong even without a voice, the worst first.
    Found(Vec<MicIssue>),
}
