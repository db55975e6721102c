//! What an interviewer asks next: which question, whether to dig deeper, and in which answer the
//! sudden request falls. Every draw comes from the seed of the session and the number of the answer,
//! so that a session that was left goes on as it would have.

use std::collections::BTreeSet;

use rand_chacha::rand_core::Rng as _;

use crate::model::chain;
use crate::model::language::Bilingual;
use crate::model::principle::Principle;
use crate::model::question::{FollowUp, FollowUpKind, Question, Subject};
use crate::model::session::panel::{Asks, Interviewer, stream};
use crate::model::session::record::Session;

/// Chance in a hundred of a follow-up after so many of them: two to five are usual.
const DEEPER: [u64; 5] = [100, 90, 70, 50, 30];
/// The same of a talk about the career, which stays at the surface.
const DEEPER_CAREER: [u64; 3] = [70, 40, 20];
/// The stream of draws for the sudden request; no answer has this number.
const SUDDEN: u64 = u64::MAX;
/// The sudden request falls in this share of the time about character, in per cent.
const SUDDEN_WITHIN: f64 = 80.0;

/// How little of an interviewer's time must be left, in seconds, for nothing more to be asked: a
/// tenth, but not more than two minutes.
pub fn nearly_up_secs(secs: u32) -> f64 {
    (f64::from(secs) / 10.0).min(120.0)
}

/// What is asked next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// A follow-up to the last answer.
    FollowUp(FollowUp),
    /// A question of the interviewer's own.
    Own(Question),
    /// A question that everybody is asked: the interviewer has none left.
    General(Question),
}

/// What there is to draw from.
pub struct Store<'a> {
    /// All questions.
    pub questions: &'a [Question],
    /// Follow-ups that fit any answer.
    pub follow_ups: &'a [FollowUp],
    /// The question that the last follow-ups dug into, whole; `None` before the first.
    pub last: Option<&'a Question>,
    /// How often a question was answered.
    pub practised: &'a dyn Fn(&Question) -> usize,
}

/// What comes after the last answer; `None` when the interviewer's time is up or nothing is left.
pub fn next(session: &Session, store: &Store<'_>) -> Option<Next> {
    let interviewer = session.interviewer()?;
    let asked_any = session.asked.iter().any(|it| it.interviewer == session.at);
    if asked_any && session.left_secs() < nearly_up_secs(interviewer.secs) {
        return None;
    }
    let mut rng = stream(session.seed, session.asked.len() as u64 + 1);
    let (chance, which) = (rng.next_u64() % 100, rng.next_u64());
    if asked_any && let Some(follow_up) = deeper(session, store, chance, which) {
        return Some(Next::FollowUp(follow_up));
    }
    question(session, interviewer, store, which)
}

fn deeper(session: &Session, store: &Store<'_>, chance: u64, which: u64) -> Option<FollowUp> {
    let chain = session.chain();
    // What was passed over is not dug into.
    chain.first()?.attempt.as_ref()?;
    let question = store.last?;
    let asked: Vec<(FollowUpKind, Bilingual)> = chain
        .iter()
        .filter_map(|it| it.follow_up.as_ref())
        .map(|follow_up| (follow_up.kind, follow_up.text.clone()))
        .collect();
    let next = chain::next(question, store.follow_ups, &asked, which)?;
    let chances: &[u64] = match question.subject {
        Subject::Introduction | Subject::CandidateQuestions => &DEEPER_CAREER,
        _ => &DEEPER,
    };
    let per_cent = chances.get(asked.len()).copied().unwrap_or(0);
    // A scenario is gone through to its last step.
    (next.kind == FollowUpKind::Step || chance < per_cent).then_some(next)
}

fn question(
    session: &Session,
    interviewer: &Interviewer,
    store: &Store<'_>,
    which: u64,
) -> Option<Next> {
    let used: BTreeSet<(&str, &str)> = session
        .asked
        .iter()
        .map(|it| (it.question.pack.as_str(), it.question.id.as_str()))
        .collect();
    let open: Vec<&Question> = store
        .questions
        .iter()
        .filter(|it| !used.contains(&(it.pack.as_str(), it.id.as_str())))
        .collect();
    let own = match &interviewer.asks {
        Asks::Principles(principles) => {
            // The one that came up least with this interviewer comes next.
            let mut turns = principles.clone();
            turns.sort_by_cached_key(|of| times(session, *of));
            turns.into_iter().find_map(|of| {
                let fits = open.iter().filter(|question| question.shows(of));
                least_practised(fits, store, which)
            })
        }
        Asks::Subject(subject) => {
            let fits = open.iter().filter(|question| question.subject == *subject);
            least_practised(fits, store, which)
        }
    };
    let general = || {
        let fits = open.iter().filter(|question| question.is_general());
        least_practised(fits, store, which)
    };
    own.map(Next::Own).or_else(|| general().map(Next::General))
}

/// How many questions of the interviewer were for a principle.
fn times(session: &Session, of: Principle) -> usize {
    let own = session
        .asked
        .iter()
        .filter(|it| it.interviewer == session.at && it.depth() == 0);
    own.filter(|it| it.question.principles.contains(&of))
        .count()
}

fn least_practised<'a>(
    open: impl Iterator<Item = &'a &'a Question>,
    store: &Store<'_>,
    which: u64,
) -> Option<Question> {
    let fit: Vec<(usize, &Question)> = open
        .map(|question| ((store.practised)(question), *question))
        .collect();
    let least = fit.iter().map(|(times, _)| *times).min()?;
    let rare: Vec<&Question> = fit
        .into_iter()
        .filter_map(|(times, question)| (times == least).then_some(question))
        .collect();
    let at = which.checked_rem(rare.len() as u64)?;
    rare.get(at as usize).copied().cloned()
}

/// Whether the sudden request falls in the answer to what is about to be asked. It falls once, in the
/// first answer about character that begins after a moment drawn from the time of those; and before
/// their time is up in any case. `target_secs` is how long an answer is meant to be.
pub fn is_sudden(session: &Session, target_secs: u32) -> bool {
    let characters = || {
        let each = session.interviewers.iter().zip(1_u8..);
        each.filter(|(interviewer, _)| interviewer.asks.is_character())
    };
    let here = session
        .interviewer()
        .filter(|interviewer| interviewer.asks.is_character());
    let fell = session.asked.iter().any(|asked| asked.sudden);
    let (Some(_), Some(here), false) = (session.plan.switch_to(), here, fell) else {
        return false;
    };
    let all_secs: f64 = characters().map(|(it, _)| f64::from(it.secs)).sum();
    let used_secs: f64 = characters().map(|(it, _)| it.used_secs).sum();
    let per_cent = (stream(session.seed, SUDDEN).next_u64() % 100) as f64 / 100.0 * SUDDEN_WITHIN;
    let last = characters().last().is_some_and(|(_, at)| at == session.at);
    // An answer may take twice its target; none begins when the time is nearly up after it.
    let least_secs = f64::from(target_secs) * 2.0 + nearly_up_secs(here.secs);
    let may_be_the_last_answer = last && session.left_secs() < least_secs;
    used_secs >= all_secs * per_cent / 100.0 || may_be_the_last_answer
}
