//! The four parts of an answer told as STAR, and the shape a person aims at. Not here: how long each
//! part of a take is (`analysis`).

use serde::{Deserialize, Serialize};

/// A part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StarPart {
    /// Where and when.
    Situation,
    /// What had to be done.
    Task,
    /// What the person did.
    Action,
    /// What came of it.
    Result,
}

impl StarPart {
    /// All parts in their order.
    pub const ALL: [Self; 4] = [Self::Situation, Self::Task, Self::Action, Self::Result];

    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Task => "task",
            Self::Action => "action",
            Self::Result => "result",
        }
    }

    /// The part of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.id() == id)
    }
}

/// How much of an answer each part should take, in per cent, in the order of [`StarPart::ALL`].
/// The four add up to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StarShape([u8; 4]);

impl StarShape {
    /// A shape; `None` unless the four add up to 100.
    pub fn new(percent: [u8; 4]) -> Option<Self> {
        let sum: u32 = percent.iter().map(|part| u32::from(*part)).sum();
        (sum == 100).then_some(Self(percent))
    }

    /// Per cent of each part, in the order of [`StarPart::ALL`].
    pub const fn percent(self) -> [u8; 4] {
        self.0
    }
}

impl Default for StarShape {
    /// Most of it is what the person did: a custom of interview advice, not a finding of research.
    fn default() -> Self {
        Self([20, 10, 60, 10])
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_answers_are_shapes() {
        assert_eq!(StarShape::new([20, 10, 60, 10]), Some(StarShape::default()));
        assert_eq!(StarShape::new([20, 10, 60, 20]), None);
        assert_eq!(StarShape::new([255, 255, 255, 255]), None);
        let all = StarShape::default().percent().iter().copied().sum::<u8>();
        assert_eq!(all, 100);
    }

    #[test]
    fn names_come_back() {
        for part in StarPart::ALL {
            assert_eq!(StarPart::from_id(part.id()), Some(part));
        }
        assert_eq!(StarPart::from_id("star"), None);
    }
}
