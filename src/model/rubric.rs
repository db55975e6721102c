//! The rubric: what an answer is rated on, with a sentence for each score.
//! Not here: the ratings themselves (`rating`), the file (`library::packs`).

use crate::model::attempt::Attempt;
use crate::model::language::Bilingual;
use crate::model::question::Subject;

/// When a line is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineWhen {
    /// For every attempt.
    Always,
    /// Only when a cue fell.
    AfterSwitch,
    Story,
    /// For whatever is no story.
    NoStory,
    /// For an explanation of how a thing works or is built.
    Knowledge,
    /// For what is said of oneself and of the place: an introduction, a question to the interviewer.
    Talk,
}

impl LineWhen {
    /// Whether an answer about a subject is rated on it.
    fn fits(self, subject: Subject, switched: bool) -> bool {
        let story = subject.tells_a_story();
        let talk = matches!(subject, Subject::Introduction | Subject::CandidateQuestions);
        match self {
            Self::Always => true,
            Self::AfterSwitch => switched,
            Self::Story => story,
            Self::NoStory => !story,
            Self::Knowledge => !story && !talk,
            Self::Talk => talk,
        }
    }
}

/// One line of the rubric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RubricLine {
    /// Stable id, used in ratings.
    pub id: String,
    /// When it is asked.
    pub when: LineWhen,
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
    /// The lines that apply to an attempt whose question was about a subject. What was rated stays,
    /// also when its line has been given to other subjects since.
    pub fn lines_for<'a>(
        &'a self,
        attempt: &'a Attempt,
        subject: Subject,
    ) -> impl Iterator<Item = &'a RubricLine> {
        let switched = attempt.cue().is_some();
        self.lines.iter().filter(move |line| {
            line.when.fits(subject, switched) || attempt.line_score(&line.id).is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_subject_has_lines_of_its_own() {
        use LineWhen::{AfterSwitch, Always, Knowledge, NoStory, Story, Talk};
        let all = [Always, AfterSwitch, Story, NoStory, Knowledge, Talk];
        let fitting = |subject, switched| {
            let fits = |when: &LineWhen| when.fits(subject, switched);
            all.into_iter().filter(fits).collect::<Vec<_>>()
        };
        assert_eq!(fitting(Subject::Experience, false), [Always, Story]);
        assert_eq!(
            fitting(Subject::Experience, true),
            [Always, AfterSwitch, Story]
        );
        for subject in [Subject::Network, Subject::Scenario] {
            assert_eq!(fitting(subject, false), [Always, NoStory, Knowledge]);
        }
        for subject in [Subject::Introduction, Subject::CandidateQuestions] {
            assert_eq!(fitting(subject, false), [Always, NoStory, Talk]);
        }
    }
}
