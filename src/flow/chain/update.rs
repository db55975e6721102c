//! Digging deeper: the next follow-up after an answer. Not here: how its attempt is made (`practice::attempt_plan`).

use crate::flow::Now;
use crate::flow::chain::{BreakIn, PendingFollowUp};
use crate::flow::practice::card;
use crate::flow::state::{Screen, State, ToastKind};
use crate::flow::task::Task;
use crate::flow::update::{notices, screens};
use crate::model::attempt::Link;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::chain;
use crate::model::drill::{DrillPlan, Hazard};
use crate::model::fault::FileFault;
use crate::model::language::LanguagePlan;
use crate::model::question::{FollowUp, FollowUpKind, Question};

/// Takes in the follow-ups that fit any answer: under stories, and under explanations.
pub fn follow_ups_loaded(
    state: &mut State,
    (stories, knowledge): (Vec<FollowUp>, Vec<FollowUp>),
    faults: Vec<FileFault>,
) {
    state.general_follow_ups = stories;
    state.knowledge_follow_ups = knowledge;
    notices::faults(state, faults.into_iter());
}

/// Asks the next follow-up after the answer under review; of one kind, or of any.
pub fn ask_reviewed(state: &mut State, kind: Option<FollowUpKind>, now: &Now) {
    let Some(after) = state.reviewed().map(|attempt| attempt.id.clone()) else {
        return;
    };
    if state.busy() || state.closing {
        return;
    }
    if put(state, &after, kind) {
        screens::show(state, Screen::Practice);
    } else {
        notices::toast(state, ToastKind::NothingToAsk, now);
    }
}

/// Asks the next follow-up of any kind, and breaks in while it is answered.
pub fn interrupt_reviewed(state: &mut State, now: &Now) {
    let Some(answer) = state.reviewed().cloned() else {
        return;
    };
    if state.busy() || state.closing {
        return;
    }
    if !state.may_break_in(&answer) || !put(state, &answer.id, None) {
        notices::toast(state, ToastKind::NothingToAsk, now);
        return;
    }
    screens::show(state, Screen::Practice);
    let asked = break_in(state);
    if let Task::FollowUp(following) = &mut state.practice.task {
        following.break_in = asked.map(|asked| BreakIn {
            asked,
            due_secs: f64::INFINITY,
        });
    }
}

/// What the interviewer breaks in with: neither what was asked nor what is being asked.
fn break_in(state: &mut State) -> Option<FollowUp> {
    let following = state.practice.task.follow_up()?;
    let mut asked = state.asked_in(&following.link.first);
    asked.push((following.asked.kind, following.asked.text.clone()));
    let subject = state.practice.question.as_ref()?.subject;
    let draw = state.practice.deck.next_u64();
    chain::interruption(state.general_for(subject), &asked, draw)
}

/// Draws when the interviewer breaks into the take that begins now.
pub fn draw_break_in(state: &mut State) {
    let practice = &mut state.practice;
    if let Task::FollowUp(following) = &mut practice.task
        && let Some(break_in) = &mut following.break_in
    {
        let seed = practice.deck.next_u64();
        let drawn = DrillPlan::draw(seed, Hazard::INTERRUPTION, 0.0);
        break_in.due_secs = drawn.cue_due_secs;
    }
}

/// Puts the next follow-up after an answer on the card; false when nothing is left to ask.
pub fn put(state: &mut State, after: &AttemptId, kind: Option<FollowUpKind>) -> bool {
    let Some(answer) = state.attempt(after).cloned() else {
        return false;
    };
    let first = answer.chain().clone();
    let question = question_under(state, &answer);
    let asked = state.asked_in(&first);
    let draw = state.practice.deck.next_u64();
    let general = state.general_for(question.subject);
    let next = match kind {
        None => chain::next(&question, general, &asked, draw),
        Some(kind) => chain::own_of_kind(&question, kind, &asked)
            .or_else(|| chain::of_kind(general, kind, &asked, draw)),
    };
    let Some(next) = next else {
        return false;
    };
    let link = Link {
        first,
        depth: answer.depth().saturating_add(1),
        kind: next.kind,
    };
    let plan = LanguagePlan::only(answer.language_at(answer.take.frames));
    let following = PendingFollowUp {
        after: answer.id.clone(),
        link,
        asked: next,
        plan,
        break_in: None,
    };
    card::put(state, question, Task::FollowUp(following));
    true
}

/// The question that a chain hangs on, whole. Where the pack and the first answer are gone, the words
/// of this answer stand for it.
fn question_under(state: &State, answer: &Attempt) -> Question {
    let of = state
        .attempt(answer.chain())
        .map_or(answer, |first| &**first);
    card::question_of(state, of.question.clone())
}

/// Puts a follow-up on the card again that was answered; false when the attempt answers none.
pub fn ask_again(state: &mut State, answer: &Attempt) -> bool {
    let Some(link) = answer.link.clone() else {
        return false;
    };
    let question = question_under(state, answer);
    let asked = FollowUp {
        kind: link.kind,
        text: answer.question.text.clone(),
        points: state.points_of(answer).to_vec(),
    };
    let following = PendingFollowUp {
        after: answer.id.clone(),
        link,
        asked,
        plan: LanguagePlan::only(answer.plan.start()),
        break_in: None,
    };
    card::put(state, question, Task::FollowUp(following));
    true
}
