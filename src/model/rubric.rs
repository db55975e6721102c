//! The rubric: what an answer is rated on, with a sentence for each score.
//! Not here: the ratings themselves (`rating`), the file (`library::packs`).

use crate::model::attempt::Attempt;
use crate::model::language::Bilingual;

/// When a line is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineWhen {
    /// For every attempt.
    Always,
    /// Only when a cue fell.
    AfterSwitch,
}

/// One line of the rubric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricLine {
    /// Stable id, used in ratings.
    pub id: String,
    /// When it is asked.
    pub when: LineWhen,
    /// Its name.
    pub name: Bilingual,
    /// What the scores 1 to 5 stand for.
    pub anchors: [Bilingual; 5],
}

impl RubricLine {
    /// The sentence that a score stands for; `None` outside 1 to 5.
    pub fn anchor(&self, score: u8) -> Option<&Bilingual> {
        self.anchors.get(usize::from(score.checked_sub(1)?))
    }
}

/// The lines in the order in which they are rated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rubric {
    /// All lines.
    pub lines: Vec<RubricLine>,
}

impl Rubric {
    /// The lines that apply to an attempt.
    pub fn lines_for<'a>(&'a self, attempt: &'a Attempt) -> impl Iterator<Item = &'a RubricLine> {
        let switched = attempt.cue().is_some();
        self.lines
            .iter()
            .filter(move |line| line.when == LineWhen::Always || switched)
    }
}
