//! How an attempt is to be made: its languages, length, switch, and its place in a round, a chain, a
//! session or among tellings.

use crate::flow::chain::update as chain;
use crate::flow::drill::PendingRepeat;
use crate::flow::state::State;
use crate::flow::task::Task;
use crate::model::attempt::{Attempt, AttemptId, RepeatOf};
use crate::model::drill::{DrillPlan, Hazard, SwitchStyle};
use crate::model::language::LanguagePlan;
use crate::model::mend::MendOf;
use crate::model::story::StoryId;

/// The next attempt as its task wants it. `alone` is an attempt that belongs to nothing.
pub fn attempt_plan(state: &mut State, alone: Attempt) -> Attempt {
    chain::draw_break_in(state);
    let task = state.practice.task.clone();
    let plan = task.plan(&state.settings);
    let alone = Attempt {
        plan,
        target_secs: task.target_secs(&state.settings),
        ..alone
    };
    match task {
        Task::Free { story, .. } => Attempt {
            story,
            ..free(state, alone)
        },
        Task::Repeat(PendingRepeat { what, first, .. }) => Attempt {
            story: story_of(state, &first),
            follows: Some(RepeatOf { id: first, what }),
            ..alone
        },
        Task::DrillRound(round) => Attempt {
            drill: Some(draw(state, Hazard::of_round(round.kind), true)),
            round: Some(round.place(&alone.id)),
            ..alone
        },
        Task::Retelling(telling) => Attempt {
            retelling: Some(telling.place(&alone.id)),
            ..alone
        },
        Task::FollowUp(following) => Attempt {
            story: story_of(state, &following.link.first),
            link: Some(following.link),
            ..alone
        },
        Task::Scheduled(_) => {
            let switches = plan.switch_to().is_some();
            Attempt {
                drill: switches.then(|| draw(state, Hazard::ANSWER, true)),
                ..alone
            }
        }
        Task::CaptureStory => alone,
        Task::Mend(pending) => Attempt {
            mend_of: Some(MendOf {
                id: pending.of,
                span: pending.span,
            }),
            ..alone
        },
        Task::Session { follow_up, .. } => {
            let link = follow_up.map(|following| following.link);
            in_session(state, Attempt { link, ..alone })
        }
    }
}

/// A free answer with its switch, or with what is to be said again after it.
fn free(state: &mut State, alone: Attempt) -> Attempt {
    let style = state.settings.switch_style;
    let again = alone
        .plan
        .switch_to()
        .map(|to| (to, style.again().map(|what| (what, to))));
    if let Task::Free { then, .. } = &mut state.practice.task {
        *then = again.and_then(|(_, then)| then);
    }
    match again {
        None => alone,
        Some((_, Some(_))) => Attempt {
            plan: LanguagePlan::only(alone.plan.start()),
            ..alone
        },
        Some((_, None)) => {
            let drill = if style == SwitchStyle::Announced {
                draw(state, Hazard::ANSWER, false).announced()
            } else {
                draw(state, Hazard::ANSWER, true)
            };
            Attempt {
                drill: Some(drill),
                ..alone
            }
        }
    }
}

/// Adds what a session asks of an answer: its place, and the sudden request.
fn in_session(state: &State, spoken: Attempt) -> Attempt {
    let Some(session) = state.asking() else {
        return spoken;
    };
    let sudden = session.pending().is_some_and(|pending| pending.sudden);
    Attempt {
        plan: if sudden { session.plan } else { spoken.plan },
        // The request may come in a short answer, so it is drawn as in a round.
        drill: sudden.then(|| {
            let seed = session.seed.wrapping_add(session.asked.len() as u64);
            DrillPlan::draw(seed, Hazard::ROUND_ANSWER, 0.0)
        }),
        session: session.place(),
        ..spoken
    }
}

/// The story that an answer told.
fn story_of(state: &State, id: &AttemptId) -> Option<StoryId> {
    state.attempt(id).and_then(|attempt| attempt.story.clone())
}

/// What is announced comes; where it is not, some takes have none.
fn draw(state: &mut State, hazard: Hazard, catches: bool) -> DrillPlan {
    let seed = state.practice.deck.next_u64();
    let share = if catches {
        state.settings.catch_share
    } else {
        0.0
    };
    DrillPlan::draw(seed, hazard, share)
}
