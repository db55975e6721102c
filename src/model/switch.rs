//! How a switch of language went: from the cue to speech in the other language.
//! Not here: how it is found in the sound (`analysis::switch`), when the cue comes (`drill`).
//!
//! Korean cannot be told from English by these figures. They rest on the cue, on pauses, and on the
//! mark of the person, which is kept apart and wins where there is one.

use serde::{Deserialize, Serialize};

use crate::model::fluency::Window;

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
    /// The sound.
    Sound,
    /// The person.
    Person,
}

impl Switch {
    /// The latency in seconds and who says it: the person's word wins. `None` asks for a mark.
    pub fn latency_secs(&self) -> Option<(f64, SaidBy)> {
        match (self.confirmed, self.automatic) {
            (Some(mark), _) => Some((mark.latency_secs, SaidBy::Person)),
            (None, Automatic::Measured(parts)) => Some((parts.latency_secs, SaidBy::Sound)),
            (None, Automatic::Unclear { .. }) => None,
        }
    }
}
