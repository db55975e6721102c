//! The rubric: what an answer is rated on, with a sentence for each score.
//! Not here: the ratings themselves (`rating`), the file (`library::packs`).

use crate::model::attempt::Attempt;
use crate::model::language::Bilingual;
use crate::model::question::{FollowUpKind, Subject};

/// When a line is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineWhen {
    /// For every attempt.
    Always,
    /// Only when a cue fell.
    AfterSwitch,
    /// For a whole story.
    Story,
    /// For a story, and for what is asked about one.
    AboutStory,
    /// For whatever is no whole story.
    NoStory,
    /// For an explanation of how a thing works or is built.
    Knowledge,
    /// For what is said of oneself and of the place: an introduction, a question to the interviewer.
    Talk,
}

impl LineWhen {
    /// Whether an answer about a subject is rated on it; a follow-up digs into one point of a story.
    fn fits(self, subject: Subject, digs: bool, switched: bool) -> bool {
        let about_story = subject.tells_a_story();
        let story = about_story && !digs;
        let talk = matches!(subject, Subject::Introduction | Subject::CandidateQuestions);
        match self {
            Self::Always => true,
            Self::AfterSwitch => switched,
            Self::Story => story,
            Self::AboutStory => about_story,
            Self::NoStory => !story,
            Self::Knowledge => !about_story && !talk,
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
        let link = attempt.link.as_ref();
        let digs = link.is_some_and(|link| link.kind != FollowUpKind::AnotherExample);
        self.lines.iter().filter(move |line| {
            line.when.fits(subject, digs, switched) || attempt.line_score(&line.id).is_some()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_subject_has_lines_of_its_own() {
        use LineWhen::{AboutStory, AfterSwitch, Always, Knowledge, NoStory, Story, Talk};
        let all = [
            Always,
            AfterSwitch,
            Story,
            AboutStory,
            NoStory,
            Knowledge,
            Talk,
        ];
        let fitting = |subject, switched| {
            let fits = |when: &LineWhen| when.fits(subject, false, switched);
            all.into_iter().filter(fits).collect::<Vec<_>>()
        };
        assert_eq!(
            fitting(Subject::Experience, false),
            [Always, Story, AboutStory]
        );
        assert_eq!(
            fitting(Subject::Experience, true),
            [Always, AfterSwitch, Story, AboutStory]
        );
        let digs = |when: &LineWhen| when.fits(Subject::Experience, true, false);
        assert_eq!(
            all.into_iter().filter(digs).collect::<Vec<_>>(),
            [Always, AboutStory, NoStory]
        );
        for subject in [Subject::Network, Subject::Scenario] {
            assert_eq!(fitting(subject, false), [Always, NoStory, Knowledge]);
        }
        for subject in [Subject::Introduction, Subject::CandidateQuestions] {
            assert_eq!(fitting(subject, false), [Always, NoStory, Talk]);
        }
    }
}
