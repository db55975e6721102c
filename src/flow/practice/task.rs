//! What an answer that was kept leads to: its review, the same again in the other language, the next
//! take of a round; and the way back from a task that is not answered.

use crate::flow::chain::PendingFollowUp;
use crate::flow::command::Command;
use crate::flow::drill::PendingRepeat;
use crate::flow::drill::update as rounds;
use crate::flow::interview::{asking, update as interview};
use crate::flow::listening::ReviewCard;
use crate::flow::mending::update as mending;
use crate::flow::practice::card;
use crate::flow::practice::recording::Kept;
use crate::flow::state::{Screen, State};
use crate::flow::stories::assignment as story_assignment;
use crate::flow::task::Task;
use crate::flow::today::tellings;
use crate::flow::update::out::Out;
use crate::flow::update::screens;

/// Goes on after an answer that was kept.
pub fn kept(state: &mut State, kept: Kept, out: &mut Out) {
    let Kept { id, whole } = kept;
    if state.mending().is_some() {
        mending::made(state, id, out);
        return;
    }
    // Whatever was looked at in another answer: after this one there is something to write down.
    state.listening.card = ReviewCard::Notes;
    match &state.practice.task {
        Task::Free {
            then: Some((what, to)),
            ..
        } if whole => {
            let (what, to, first) = (*what, *to, id);
            card::begin(state, Task::Repeat(PendingRepeat { what, to, first }));
            state.practice.other_language = false;
        }
        // Either it was the last one, or there is something to read first.
        Task::Free { .. } | Task::Repeat(_) | Task::FollowUp(_) | Task::Mend(_) => {
            card::release(state);
            out.then(Command::OpenAttempt(id));
        }
        Task::DrillRound(_) => rounds::advance(state, id),
        Task::Retelling(_) => tellings::advance(state, id),
        Task::Scheduled(_) => {
            card::release(state);
            // The way back leads to what is left of today.
            screens::show(state, Screen::Today);
            out.then(Command::OpenAttempt(id));
        }
        Task::CaptureStory => story_assignment::captured(state, &id, out),
        Task::Session { .. } => {
            if !asking::answered(state, &id, whole, out) {
                card::release(state);
                out.then(Command::OpenAttempt(id));
            }
        }
    }
}

/// Leaves the task for where it came from.
pub fn escape(state: &mut State, out: &mut Out) {
    if state.busy() || card::leave_topics(state) {
        return;
    }
    match &state.practice.task {
        Task::Free { .. } => {}
        Task::Repeat(PendingRepeat { first: before, .. })
        | Task::FollowUp(PendingFollowUp { after: before, .. }) => {
            let before = before.clone();
            card::release(state);
            out.then(Command::OpenAttempt(before));
        }
        Task::DrillRound(_) => rounds::end(state),
        Task::Retelling(_) => tellings::end(state),
        Task::Scheduled(_) => {
            card::release(state);
            screens::show(state, Screen::Today);
        }
        Task::Mend(pending) => mending::leave(state, pending.clone(), out),
        Task::CaptureStory => story_assignment::give_up_capture(state),
        Task::Session { .. } => interview::pause(state, out),
    }
}
