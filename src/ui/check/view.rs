//! What the sound check shows, as plain data made of the state: what is going on, and what was found,
//! in words. No measures.

use crate::flow::State;
use crate::flow::check::{Speaker, Stage};
use crate::i18n::Words;
use crate::i18n::check::{self, decibels, khz, seconds};
use crate::i18n::faults::{self, FaultText};
use crate::model::fault::{Fault, SoundFault};
use crate::model::mic_issue::{MicIssue, verdict};
use crate::model::peaks::Peak;
use crate::model::recording_quality::Verdict;
use crate::model::sound::Mix;
use crate::model::sound_check::CheckEnd;
use crate::model::take::seconds_from_frames;
use crate::tr;

/// Distance that only silence has from zero, in dBFS.
const SILENT_DBFS: f32 = -120.0;

#[derive(Clone, Debug, PartialEq)]
pub struct CheckView<'a> {
    pub stage: StageView<'a>,
    pub tone: bool,
    /// Why the speaker cannot be used, as long as no verdict says it.
    pub speaker_fault: Option<FaultText>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum StageView<'a> {
    Asking,
    Listening {
        began: bool,
        /// Peak level, −120 to 0 dBFS.
        level_dbfs: f32,
        peaks: &'a [Peak],
    },
    Done(Done<'a>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Done<'a> {
    pub verdict: Verdict,
    pub troubles: Vec<FaultText>,
    /// The figures; `None` when nothing was recorded.
    pub facts: Option<Facts>,
    pub peaks: &'a [Peak],
    pub can_replay: bool,
    pub playing: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What they are, and of which microphone.
    pub title: String,
    pub figures: Vec<Fact>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub name: String,
    pub value: String,
}

impl<'a> CheckView<'a> {
    pub fn new(w: Words<'_>, state: &'a State) -> Self {
        let failed = match &state.check.speaker {
            Speaker::Failed(fault) => Some(fault),
            Speaker::Silent | Speaker::Voice(_) | Speaker::Tone(_) => None,
        };
        let shown = stage(w, state, failed);
        let told = matches!(shown, StageView::Done(_));
        Self {
            tone: !matches!(shown, StageView::Listening { .. }),
            speaker_fault: failed
                .filter(|_| !told)
                .map(|fault| faults::text(w, &Fault::Sound(fault.clone()))),
            stage: shown,
        }
    }
}

fn stage<'a>(w: Words<'_>, state: &'a State, failed: Option<&SoundFault>) -> StageView<'a> {
    match &state.check.stage {
        Stage::Idle if no_microphone(state) => {
            let troubles = [MicIssue::Fault(SoundFault::NoMicrophone)];
            StageView::Done(Done {
                verdict: verdict(&troubles),
                troubles: troubles.iter().map(|issue| check::text(w, issue)).collect(),
                facts: None,
                peaks: &[],
                can_replay: false,
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
            let speaker = failed.cloned().map(MicIssue::Speaker);
            let troubles: Vec<_> = result.troubles.iter().cloned().chain(speaker).collect();
            StageView::Done(Done {
                verdict: verdict(&troubles),
                troubles: troubles.iter().map(|issue| check::text(w, issue)).collect(),
                facts: facts(w, &result.end),
                peaks: &result.peaks,
                can_replay: result.end.heard.frames > 0,
                playing: matches!(state.check.speaker, Speaker::Voice(_)),
            })
        }
    }
}

fn no_microphone(state: &State) -> bool {
    let devices = state.devices.as_ref();
    devices.is_some_and(|devices| devices.inputs.is_empty())
}

fn facts(w: Words<'_>, end: &CheckEnd) -> Option<Facts> {
    if end.sample_rate_hz == 0 {
        return None;
    }
    let unknown = || tr!(w, "check-unknown");
    let none = || tr!(w, "check-none");
    let level = |dbfs: f32| {
        if dbfs > SILENT_DBFS {
            tr!(w, "check-dbfs", db = decibels(dbfs))
        } else {
            none()
        }
    };
    let levels = end.heard.levels;
    let secs = |secs: f64| tr!(w, "check-secs", secs = seconds(secs));
    let voice = levels.map_or_else(unknown, |levels| level(levels.speech_dbfs));
    let room = levels.map_or_else(unknown, |levels| level(levels.noise_dbfs));
    let clipping = levels.map_or_else(unknown, |levels| match levels.clipped_frames {
        0 => none(),
        count => tr!(w, "check-samples", count = count),
    });
    let rate = tr!(w, "check-khz", khz = khz(end.sample_rate_hz));
    let first = end.first_sample_secs.map_or_else(unknown, secs);
    let lost = match end.lost_frames {
        0 => none(),
        frames => secs(seconds_from_frames(frames, end.sample_rate_hz)),
    };
    let fact = |name, value| Fact { name, value };
    let device = end.device.as_ref().map_or("", |device| &device.name);
    let channels = match (end.channels, end.mix) {
        (0 | 1, _) => None,
        (2, Mix::Channel(0)) => Some(tr!(w, "check-channels-left")),
        (2, Mix::Channel(_)) => Some(tr!(w, "check-channels-right")),
        (count, Mix::Channel(channel)) => Some(tr!(
            w,
            "check-channels-one",
            count = u32::from(count),
            channel = u32::from(channel).saturating_add(1)
        )),
        (count, Mix::Mean) => Some(tr!(w, "check-channels-all", count = u32::from(count))),
    };
    let channels = channels.map(|value| fact(tr!(w, "check-fact-channels"), value));
    let by_alsa = end
        .device
        .as_ref()
        .is_some_and(|device| device.id.starts_with("alsa:"));
    let system = by_alsa.then(|| fact(tr!(w, "check-fact-system"), tr!(w, "check-alsa")));
    Some(Facts {
        title: format!("{} · {device}", tr!(w, "check-facts")),
        figures: [
            fact(tr!(w, "check-fact-voice"), voice),
            fact(tr!(w, "check-fact-room"), room),
            fact(tr!(w, "check-fact-clipping"), clipping),
            fact(tr!(w, "check-fact-rate"), rate),
            fact(tr!(w, "check-fact-first"), first),
            fact(tr!(w, "check-fact-lost"), lost),
        ]
        .into_iter()
        .chain(channels)
        .chain(system)
        .collect(),
    })
}
