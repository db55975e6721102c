//! The four parts of a told episode, tapped while speaking or listening, and how much each took.
//! Not here: the sharing out (`analysis::star`).

use serde::{Deserialize, Serialize};

/// A part of an episode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StarPart {
    /// Where and when it was.
    Situation,
    /// What had to be done.
    Task,
    /// What the person did.
    Action,
    /// What came of it.
    Result,
}

impl StarPart {
    /// All parts in order.
    pub const ALL: [Self; 4] = [Self::Situation, Self::Task, Self::Action, Self::Result];
}

/// "Here this part begins."
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tap {
    /// The frame of the take.
    pub frame: u64,
    /// The part.
    pub part: StarPart,
}

/// The share that each part should have, 0 to 1, together 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shape {
    /// Situation.
    pub situation: f64,
    /// Task.
    pub task: f64,
    /// Action.
    pub action: f64,
    /// Result.
    pub result: f64,
}

impl Default for Shape {
    /// 20, 10, 60 and 10 in a hundred.
    fn default() -> Self {
        Self {
            situation: 0.2,
            task: 0.1,
            action: 0.6,
            result: 0.1,
        }
    }
}

impl Shape {
    /// The share of a part.
    pub fn of(self, part: StarPart) -> f64 {
        match part {
            StarPart::Situation => self.situation,
            StarPart::Task => self.task,
            StarPart::Action => self.action,
            StarPart::Result => self.result,
        }
    }
}

/// What one part took.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartShare {
    /// The part.
    pub part: StarPart,
    /// Its length in seconds, pauses included.
    pub secs: f64,
    /// How long the voice sounded in it, in seconds.
    pub phonation_secs: f64,
    /// Its share of the length of all parts, 0 to 1.
    pub time_share: f64,
    /// Its share of the sounding voice of all parts, 0 to 1.
    pub phonation_share: f64,
    /// The share of time that it should have, 0 to 1.
    pub target_share: f64,
}

/// What all parts took.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StarShares {
    /// All four, in order; a part that was not tapped took nothing.
    pub parts: Vec<PartShare>,
    /// Between the first voice and the first tap, in seconds: nobody said which part it is.
    pub untapped_secs: f64,
    /// From the first voice to the first tap of the action, in seconds; `None` without one.
    pub before_action_secs: Option<f64>,
}
