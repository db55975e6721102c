//! What the sound check shows, as plain data made of the state. No words, no measures.

use crate::flow::State;
use crate::flow::check::{Speaker, Stage};
use crate::model::fault::SoundFault;
use crate::model::mic_issue::{MicIssue, verdict};
use crate::model::peaks::Peak;
use crate::model::recording_quality::Verdict;
use crate::model::sound_check::CheckEnd;

/// The whole screen.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckView<'a> {
    /// What is going on.
    pub stage: StageView<'a>,
    /// Whether the tone may be played.
    pub tone: bool,
    /// Why the speaker cannot be used, as long as no verdict says it.
    pub speaker_fault: Option<&'a SoundFault>,
}

/// What is going on.
#[derive(Clone, Debug, PartialEq)]
pub enum StageView<'a> {
    /// Somebody is asked to speak.
    Asking,
    /// The microphone listens.
    Listening {
        /// Whether samples arrive.
        began: bool,
        /// Peak level, −120 to 0 dBFS.
        level_dbfs: f32,
        /// The sound so far.
        peaks: &'a [Peak],
    },
    /// The verdict.
    Done(Done<'a>),
}

/// The verdict and what it rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Done<'a> {
    /// The verdict.
    pub verdict: Verdict,
    /// What is wrong, the worst first.
    pub troubles: Vec<MicIssue>,
    /// The facts; `None` when no microphone was even asked.
    pub facts: Option<&'a CheckEnd>,
    /// The sound.
    pub peaks: &'a [Peak],
    /// Whether it is being played back.
    pub playing: bool,
}

impl Done<'_> {
    /// Whether there is anything to hear again.
    pub fn can_replay(&self) -> bool {
        self.facts.is_some_and(|facts| facts.heard.frames > 0)
    }
}

impl<'a> CheckView<'a> {
    /// The view of a state.
    pub fn new(state: &'a State) -> Self {
        let failed = match &state.check.speaker {
            Speaker::Failed(fault) => Some(fault),
            Speaker::Silent | Speaker::Voice(_) | Speaker::Tone(_) => None,
        };
        let going_on = stage(state, failed);
        let told = matches!(going_on, StageView::Done(_));
        Self {
            tone: !matches!(going_on, StageView::Listening { .. }),
            speaker_fault: failed.filter(|_| !told),
            stage: going_on,
        }
    }
}

fn stage<'a>(state: &'a State, failed: Option<&SoundFault>) -> StageView<'a> {
    let speaker = failed.cloned().map(MicIssue::Speaker);
    match &state.check.stage {
        Stage::Idle if no_microphone(state) => {
            let troubles = vec![MicIssue::Fault(SoundFault::NoMicrophone)];
            StageView::Done(Done {
                verdict: verdict(&troubles),
                troubles,
                facts: None,
                peaks: &[],
                playing: false,
            })
        }
        Stage::Idle => StageView::Asking,
        Stage::Listening(listening) => StageView::Listening {
            began: listening.secs > 0.0,
            level_dbfs: listening.level_dbfs,
            peaks: &listening.peaks,
        },
        Stage::Done(result) => {
            let troubles: Vec<_> = result.troubles.iter().cloned().chain(speaker).collect();
            StageView::Done(Done {
                verdict: verdict(&troubles),
                troubles,
                facts: Some(&result.end),
                peaks: &result.peaks,
                playing: matches!(state.check.speaker, Speaker::Voice(_)),
            })
        }
    }
}

fn no_microphone(state: &State) -> bool {
    let devices = state.devices.as_ref();
    devices.is_some_and(|devices| devices.inputs.is_empty())
}
