//! A session as it stands: what was asked, what was answered, how much time has passed. The clock
//! is added up here from pieces, so that a pause, a crash or a closed app never counts.
//! Not here: what is asked next (`course`), when a piece of time counts (`flow`).

use std::cmp::Ordering;

use jiff::Zoned;

use crate::model::attempt::{AskedQuestion, AttemptId};
use crate::model::language::{Bilingual, LanguagePlan};
use crate::model::merge::{Merge, merge_fields};
use crate::model::question::FollowUpKind;
use crate::model::session::panel::Interviewer;
use crate::model::session::shape::Shape;
use crate::model::session::{SessionId, SessionPlace};

/// How far a session has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Its clock counts, when the app runs.
    Running,
    /// It waits for the person.
    Paused,
    /// The person went away and may come back.
    Left,
    Over,
}

/// A follow-up that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFollowUp {
    /// What it digs for.
    pub kind: FollowUpKind,
    /// How deep, from 1.
    pub depth: u8,
    /// The words.
    pub text: Bilingual,
}

/// Something that was asked in a session.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Who asked, from 1.
    pub interviewer: u8,
    /// The question, or the one that is dug into.
    pub question: AskedQuestion,
    /// The follow-up, if it is one.
    pub follow_up: Option<AskedFollowUp>,
    /// Whether it is none of the interviewer's own, because those were used up.
    pub general: bool,
    /// Whether the sudden request falls, or fell, in its answer.
    pub sudden: bool,
    /// The clock of the session when it was asked, in seconds.
    pub asked_secs: f64,
    /// The clock when its answer was kept; `None` until then.
    pub answered_secs: Option<f64>,
    /// The answer; `None` until it is kept, and for what was passed over.
    pub attempt: Option<AttemptId>,
}

impl Asked {
    /// The words.
    pub fn text(&self) -> &Bilingual {
        self.follow_up
            .as_ref()
            .map_or(&self.question.text, |follow_up| &follow_up.text)
    }

    /// How deep; 0 for a question itself.
    pub fn depth(&self) -> u8 {
        self.follow_up
            .as_ref()
            .map_or(0, |follow_up| follow_up.depth)
    }
}

/// A session.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Its name.
    pub id: SessionId,
    pub begun: Zoned,
    /// Version of the app that began it.
    pub app_version: String,
    /// Its format.
    pub shape: Shape,
    /// The role that the person prepared for.
    pub role: Option<String>,
    /// The languages. With a switch, one answer has the sudden request.
    pub plan: LanguagePlan,
    /// Seed of all its draws.
    pub seed: u64,
    /// In their order, at least one.
    pub interviewers: Vec<Interviewer>,
    /// In the order in which it was asked.
    pub asked: Vec<Asked>,
    /// Who asks now, from 1; on a break, who asked before it.
    pub at: u8,
    /// Whether the break after that interviewer is on.
    pub on_break: bool,
    /// How far it has come.
    pub status: Status,
    /// Written by a newer version: shown, never rewritten.
    pub read_only: bool,
}

impl Session {
    /// The order of sessions, newest first: by the instant, whatever the clock on the wall said.
    pub fn newest_first(&self, other: &Self) -> Ordering {
        let key = |session: &Self| session.begun.timestamp();
        (key(other), &other.id).cmp(&(key(self), &self.id))
    }

    /// Who asks now; on a break, who asked before it.
    pub fn interviewer(&self) -> Option<&Interviewer> {
        self.interviewers.get(usize::from(self.at).checked_sub(1)?)
    }

    fn interviewer_mut(&mut self) -> Option<&mut Interviewer> {
        let at = usize::from(self.at).checked_sub(1)?;
        self.interviewers.get_mut(at)
    }

    /// What is left of the interviewer's time, in seconds; 0 when they have gone beyond it.
    pub fn left_secs(&self) -> f64 {
        self.interviewer()
            .map_or(0.0, |it| (f64::from(it.secs) - it.used_secs).max(0.0))
    }

    /// What is left of the break, in seconds.
    pub fn break_left_secs(&self) -> f64 {
        let used = self.interviewer().map_or(0.0, |it| it.break_used_secs);
        (f64::from(self.shape.break_minutes) * 60.0 - used).max(0.0)
    }

    /// All that has passed, in seconds.
    pub fn clock_secs(&self) -> f64 {
        let each = self.interviewers.iter();
        each.map(|it| it.used_secs + it.break_used_secs).sum()
    }

    /// Lets time pass for the interviewer or the break, in seconds. A break takes no more than it has.
    pub fn count(&mut self, secs: f64) {
        let resting_secs = secs.min(self.break_left_secs());
        let on_break = self.on_break;
        if let Some(interviewer) = self.interviewer_mut() {
            if on_break {
                interviewer.break_used_secs += resting_secs;
            } else {
                interviewer.used_secs += secs;
            }
        }
    }

    /// What waits for an answer.
    pub fn pending(&self) -> Option<&Asked> {
        let last = self.asked.last()?;
        (last.attempt.is_none() && last.interviewer == self.at && !self.on_break).then_some(last)
    }

    /// The place of the answer to what was asked last.
    pub fn place(&self) -> Option<SessionPlace> {
        Some(SessionPlace {
            session: self.id.clone(),
            interviewer: self.asked.last()?.interviewer,
            number: u16::try_from(self.asked.len()).ok()?,
        })
    }

    /// The question that was asked last and all its follow-ups, in their order.
    pub fn chain(&self) -> &[Asked] {
        let first = self.asked.iter().rposition(|asked| asked.depth() == 0);
        first
            .and_then(|at| self.asked.get(at..))
            .unwrap_or_default()
    }

    /// An answer was kept: its number from 1, the attempt, and whether the sudden request fell in it.
    pub fn keep(&mut self, number: u16, attempt: AttemptId, cue_fell: bool) {
        let clock = self.clock_secs();
        let at = usize::from(number).checked_sub(1);
        if let Some(asked) = at.and_then(|at| self.asked.get_mut(at)) {
            // One whose answer ended before it is still to come.
            asked.sudden &= cue_fell;
            asked.answered_secs = Some(clock);
            asked.attempt = Some(attempt);
        }
    }

    /// The interviewer is done: a break, the next one, or the end.
    pub fn advance(&mut self) {
        // What is passed over had no request in it.
        if let Some(asked) = self.asked.last_mut().filter(|it| it.attempt.is_none()) {
            asked.sudden = false;
        }
        if usize::from(self.at) >= self.interviewers.len() {
            self.status = Status::Over;
        } else if self.shape.break_minutes > 0 && !self.on_break {
            self.on_break = true;
        } else {
            self.on_break = false;
            self.at = self.at.saturating_add(1);
        }
    }

    /// How many answers were kept.
    pub fn answers(&self) -> usize {
        let kept = |asked: &&Asked| asked.attempt.is_some();
        self.asked.iter().filter(kept).count()
    }

    /// Whether it can be gone on with.
    pub fn is_unfinished(&self) -> bool {
        self.status != Status::Over && !self.read_only
    }

    /// The session with the changes of both sides, and whether both changed the same differently; there
    /// ours counts. How far it has come is one thing: two courses are never mixed.
    pub fn merge(base: &Self, ours: &Self, theirs: &Self) -> (Self, bool) {
        let mut merge = Merge::default();
        let course = merge.of(&base.course(), &ours.course(), &theirs.course());
        let (interviewers, asked, at, on_break, status) = course;
        let merged = merge_fields!(merge(base, ours, theirs) => Self {
            id, begun, app_version, shape, role, plan, seed,
        } with {
            interviewers: interviewers.to_vec(),
            asked: asked.to_vec(),
            at: at,
            on_break: on_break,
            status: status,
            read_only: theirs.read_only,
        });
        (merged, merge.clash)
    }

    fn course(&self) -> (&[Interviewer], &[Asked], u8, bool, Status) {
        let (interviewers, asked) = (&self.interviewers, &self.asked);
        (interviewers, asked, self.at, self.on_break, self.status)
    }
}
