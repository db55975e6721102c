//! An attempt: one question, one spoken answer and what was thought of it afterwards.
//! Not here: its file (`library::attempt_file`), because a file format is a promise and this is not.

use jiff::Zoned;

pub use crate::model::attempt_id::AttemptId;
use crate::model::drill::{CUE_SOUND_SECS, DrillPlan, RepeatScope, RoundKind};
use crate::model::language::{Bilingual, Language, LanguagePlan};
use crate::model::mark::{Mark, MarkKind};
use crate::model::mend::{Mend, MendOf};
use crate::model::principle::Principle;
use crate::model::question::{FollowUpKind, Question, Subject};
use crate::model::rating::Rating;
use crate::model::retelling::Retelling;
use crate::model::session::SessionPlace;
use crate::model::speech::Span;
use crate::model::star::StarPart;
use crate::model::story::StoryId;
use crate::model::take::{Take, frames_from_seconds};

/// The question as it was asked, kept whole: packs change, attempts do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestion {
    /// Id within its pack.
    pub id: String,
    /// Id of the pack.
    pub pack: String,
    /// Principle ids it was asked for.
    pub principles: Vec<Principle>,
    /// The words.
    pub text: Bilingual,
}

impl From<&Question> for AskedQuestion {
    fn from(question: &Question) -> Self {
        Self {
            id: question.id.clone(),
            pack: question.pack.clone(),
            principles: question.principles.clone(),
            text: question.text.clone(),
        }
    }
}

/// Questions of built-in packs that are gone and that were not about what the rest of their pack is about:
/// pack, id and subject. Answers to them are still in libraries.
const FORMER: [(&str, &str, Subject); 4] = [
    ("behavioural", "scenario-01", Subject::Scenario),
    ("behavioural", "scenario-02", Subject::Scenario),
    ("behavioural", "scenario-03", Subject::Scenario),
    ("behavioural", "scenario-04", Subject::Scenario),
];

impl AskedQuestion {
    /// What a question was about that its pack no longer has. Most asked for a story.
    pub fn former_subject(&self) -> Subject {
        let mut former = FORMER.iter();
        let known = former.find(|(pack, id, _)| (*pack, *id) == (&*self.pack, &*self.id));
        known.map_or(Subject::Experience, |(_, _, subject)| *subject)
    }

    /// The principles that an answer to it shows: a design shows none, whatever was once written beside it.
    pub fn shown_principles(&self) -> &[Principle] {
        if self.former_subject().tells_a_story() {
            &self.principles
        } else {
            &[]
        }
    }
}

/// An attempt that says another one again, in the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatOf {
    /// The attempt that is said again.
    pub id: AttemptId,
    pub what: RepeatScope,
}

/// The place of an attempt in a round of short takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// The first attempt of the round; its own id for the first.
    pub first: AttemptId,
    /// Counted from 1.
    pub number: u8,
    /// How many takes the round was to have.
    pub of: u8,
    /// What it practises.
    pub kind: RoundKind,
}

/// The place of an attempt in a chain of follow-ups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The attempt that answered the question itself.
    pub first: AttemptId,
    /// How deep: 1 for the first follow-up.
    pub depth: u8,
    /// What it dug for.
    pub kind: FollowUpKind,
}

/// One question answered aloud.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// Its folder name.
    pub id: AttemptId,
    /// When it was begun.
    pub created: Zoned,
    /// Version of the app that recorded it.
    pub app_version: String,
    pub question: AskedQuestion,
    /// Which languages were asked for.
    pub plan: LanguagePlan,
    /// Time to think before the recording, in seconds.
    pub think_secs: u32,
    /// Target length, in seconds.
    pub target_secs: u32,
    /// How the cue was drawn; `None` without a switch.
    pub drill: Option<DrillPlan>,
    /// What it says again, if it does.
    pub follows: Option<RepeatOf>,
    /// The round it belongs to, if it does.
    pub round: Option<Round>,
    /// The follow-up that it answers, if it answers one; its question is then the words of that.
    pub link: Option<Link>,
    /// The session it belongs to, if it does.
    pub session: Option<SessionPlace>,
    /// Its place among tellings of one story in less and less time.
    pub retelling: Option<Retelling>,
    /// The story that was told, as the person said.
    pub story: Option<StoryId>,
    /// The recording.
    pub take: Take,
    /// The part of the take that counts, if not all of it; see [`Attempt::kept`].
    pub trim: Option<Span>,
    /// What it says again, if it mends a sentence; such a take is no answer of its own.
    pub mend_of: Option<MendOf>,
    /// Stretches in whose place other takes are heard, in their order and apart.
    pub mends: Vec<Mend>,
    /// Marks in the order in which they were set.
    pub marks: Vec<Mark>,
    /// Ratings, oldest first.
    pub ratings: Vec<Rating>,
    /// Free notes, NFC.
    pub notes: String,
    /// Whether the person wants to find it again.
    pub starred: bool,
    /// Written by a newer version: shown, played, never rewritten.
    pub read_only: bool,
}

impl Attempt {
    /// An attempt that is about to be recorded: no time to think, a target of two minutes, and nothing
    /// that belongs to some attempts only.
    pub fn planned(
        id: AttemptId,
        created: Zoned,
        question: AskedQuestion,
        plan: LanguagePlan,
    ) -> Self {
        Self {
            id,
            created,
            app_version: String::new(),
            question,
            plan,
            think_secs: 0,
            target_secs: 120,
            drill: None,
            follows: None,
            round: None,
            link: None,
            session: None,
            retelling: None,
            story: None,
            take: Take::planned(),
            trim: None,
            mend_of: None,
            mends: Vec::new(),
            marks: Vec::new(),
            ratings: Vec::new(),
            notes: String::new(),
            starred: false,
            read_only: false,
        }
    }

    /// The part of the take that is played, measured and given out: all of it, or what is left of it by
    /// the person's wish. A wish that leaves nothing of this take is none: its file may be another one now.
    pub fn kept(&self) -> Span {
        let whole = Span::new(0, self.take.frames);
        let wish = self.trim.and_then(|trim| trim.within(whole));
        wish.unwrap_or(whole)
    }

    /// The first cue: its mark and the language asked for.
    pub fn cue(&self) -> Option<(&Mark, Language)> {
        self.marks.iter().find_map(|mark| match mark.kind {
            MarkKind::Cue { to, .. } => Some((mark, to)),
            _ => None,
        })
    }

    /// Where parts of the answer begin, by the person's taps, in the order in which they were set.
    pub fn taps(&self) -> Vec<(u64, StarPart)> {
        let part = |mark: &Mark| match mark.kind {
            MarkKind::Part(part) => Some((mark.frame, part)),
            _ => None,
        };
        self.marks.iter().filter_map(part).collect()
    }

    /// Where the sound of a cue may be heard: it is no voice.
    pub fn cue_sounds(&self) -> Vec<Span> {
        let length = frames_from_seconds(CUE_SOUND_SECS, self.take.sample_rate_hz);
        let sounds = self.marks.iter().filter(|m| m.kind == MarkKind::CueSound);
        sounds
            .map(|mark| Span::new(mark.frame, mark.frame.saturating_add(length)))
            .collect()
    }

    /// Where the first word in the new language begins, as the person confirmed.
    pub fn first_word_frame(&self) -> Option<u64> {
        let mark = self.marks.iter().find(|m| m.kind == MarkKind::FirstWord);
        mark.map(|mark| mark.frame)
    }

    /// The attempt that began its chain: itself, if it answers no follow-up.
    pub fn chain(&self) -> &AttemptId {
        self.link.as_ref().map_or(&self.id, |link| &link.first)
    }

    /// How deep it lies in its chain; 0 for an answer to a question itself.
    pub fn depth(&self) -> u8 {
        self.link.as_ref().map_or(0, |link| link.depth)
    }

    /// Whether it was to tell another story than the answer it follows.
    pub fn tells_another(&self) -> bool {
        let link = self.link.as_ref();
        link.is_some_and(|link| link.kind == FollowUpKind::AnotherExample)
    }

    /// Mean of the latest rating.
    pub fn score(&self) -> Option<f32> {
        self.ratings.last().and_then(Rating::mean)
    }

    /// The latest score of one rubric line.
    pub fn line_score(&self, line: &str) -> Option<u8> {
        self.ratings.last()?.scores.get(line).copied()
    }

    /// The language that was asked for at a frame.
    pub fn language_at(&self, frame: u64) -> Language {
        match self.cue() {
            Some((mark, to)) if frame >= mark.frame => to,
            _ => self.plan.start(),
        }
    }
}
