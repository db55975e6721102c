//! What is asked of the state about chains of follow-ups. Not here: which one comes next (`model::chain`).

use crate::flow::state::State;
use crate::model::attempt::{AskedQuestion, Attempt, AttemptId};
use crate::model::chain::{self, chain_of};
use crate::model::language::Bilingual;
use crate::model::question::{FollowUp, FollowUpKind, Question, Subject};

/// The follow-ups that fit any answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum General {
    /// Under a story.
    Story,
    /// Under an explanation of how a thing works or is built.
    Knowledge,
    /// None do.
    Nothing,
}

/// Which follow-ups fit any answer about a subject.
const fn general(subject: Subject) -> General {
    match subject {
        Subject::Experience => General::Story,
        Subject::OperatingSystem
        | Subject::Network
        | Subject::Storage
        | Subject::Database
        | Subject::Scenario => General::Knowledge,
        Subject::Introduction | Subject::CandidateQuestions => General::Nothing,
    }
}

impl State {
    /// The attempts of a chain from the first answer down.
    pub fn chain(&self, first: &AttemptId) -> Vec<&Attempt> {
        let entries = self.library.entries.iter();
        chain_of(entries.map(|entry| &*entry.attempt), first)
    }

    /// The follow-ups of a chain that were answered, from the first down.
    pub fn asked_in(&self, first: &AttemptId) -> Vec<(FollowUpKind, Bilingual)> {
        let chain = self.chain(first).into_iter();
        let asked = |attempt: &Attempt| {
            let kind = attempt.link.as_ref()?.kind;
            Some((kind, attempt.question.text.clone()))
        };
        chain.filter_map(asked).collect()
    }

    /// The question of a pack that was asked; `None` when the pack is gone.
    pub fn question_of(&self, asked: &AskedQuestion) -> Option<&Question> {
        self.in_pack(&asked.pack, &asked.id)
    }

    /// What a question was about.
    pub fn subject_of(&self, asked: &AskedQuestion) -> Subject {
        let known = self.question_of(asked);
        known.map_or_else(|| asked.former_subject(), |question| question.subject)
    }

    /// The follow-ups that fit any answer about a subject.
    pub fn general_for(&self, subject: Subject) -> &[FollowUp] {
        match general(subject) {
            General::Story => &self.general_follow_ups,
            General::Knowledge => &self.knowledge_follow_ups,
            General::Nothing => &[],
        }
    }

    /// What a good answer has; nothing where nothing is right or wrong.
    pub fn points_of(&self, attempt: &Attempt) -> &[Bilingual] {
        let Some(question) = self.question_of(&attempt.question) else {
            return &[];
        };
        if attempt.link.is_none() {
            return &question.points;
        }
        let said = &attempt.question.text;
        let mut follow_ups = question.follow_ups.iter();
        // A pack may have been reworded in one language since then.
        let asked = follow_ups.find(|it| it.text.en == said.en || it.text.ko == said.ko);
        asked.map_or(&[], |follow_up| &follow_up.points)
    }

    /// Whether the interviewer has something to break in with after an answer.
    pub fn may_break_in(&self, answer: &Attempt) -> bool {
        let general = self.general_for(self.subject_of(&answer.question));
        chain::interruption(general, &self.asked_in(answer.chain()), 0).is_some()
    }

    /// What kind of follow-up would be asked after an answer; `None` when nothing is left.
    pub fn next_kind(&self, answer: &Attempt) -> Option<FollowUpKind> {
        let first = answer.chain();
        let gone = Question::default();
        let question = self.question_of(&answer.question).unwrap_or(&gone);
        let general = self.general_for(question.subject);
        let next = chain::next(question, general, &self.asked_in(first), 0);
        next.map(|next| next.kind)
    }
}
