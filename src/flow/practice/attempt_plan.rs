//! How an attempt is to be made: its languages, length, switch, and its place in a round, a chain, a
//! session or among tellings.

use crate::flow::chain::update as chain;
use crate::flow::drill::PendingRepeat;
use crate::flow::state::State;
use crate::flow::task::Task;
use crate::model::attempt::Link;
use crate::model::attempt::{AttemptId, RepeatOf, Round};
use crate::model::drill::{DrillPlan, Hazard, SwitchStyle};
use crate::model::language::LanguagePlan;
use crate::model::retelling::Retelling;
use crate::model::session::SessionPlace;
use crate::model::story::StoryId;

/// How an attempt is to be made.
#[derive(Default)]
pub struct AttemptPlan {
    pub plan: LanguagePlan,
    pub target_secs: u32,
    pub drill: Option<DrillPlan>,
    pub follows: Option<RepeatOf>,
    pub round: Option<Round>,
    pub link: Option<Link>,
    pub session: Option<SessionPlace>,
    pub retelling: Option<Retelling>,
    pub story: Option<StoryId>,
}

/// How the next attempt is to be made; `id` is its own name.
pub fn attempt_plan(state: &mut State, id: &AttemptId) -> AttemptPlan {
    chain::draw_break_in(state);
    let task = state.practice.task.clone();
    let plan = task.plan(&state.settings);
    let alone = AttemptPlan {
        plan,
        target_secs: task.target_secs(&state.settings),
        ..AttemptPlan::default()
    };
    match task {
        Task::Free { story, .. } => AttemptPlan {
            story,
            ..free(state, alone)
        },
        Task::Repeat(PendingRepeat { what, first, .. }) => AttemptPlan {
            story: story_of(state, &first),
            follows: Some(RepeatOf { id: first, what }),
            ..alone
        },
        Task::DrillRound(round) => AttemptPlan {
            drill: Some(draw(state, Hazard::of_round(round.kind), true)),
            round: Some(round.place(id)),
            ..alone
        },
        Task::Retelling(telling) => AttemptPlan {
            retelling: Some(telling.place(id)),
            ..alone
        },
        Task::FollowUp(following) => AttemptPlan {
            story: story_of(state, &following.link.first),
            link: Some(following.link),
            ..alone
        },
        Task::Scheduled(_) => {
            let switches = plan.switch_to().is_some();
            AttemptPlan {
                drill: switches.then(|| draw(state, Hazard::ANSWER, true)),
                ..alone
            }
        }
        Task::CaptureStory => alone,
        Task::Session { follow_up, .. } => {
            let link = follow_up.map(|following| following.link);
            in_session(state, AttemptPlan { link, ..alone })
        }
    }
}

/// A free answer with its switch, or with what is to be said again after it.
fn free(state: &mut State, alone: AttemptPlan) -> AttemptPlan {
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
        Some((_, Some(_))) => AttemptPlan {
            plan: LanguagePlan::only(alone.plan.start()),
            ..alone
        },
        Some((_, None)) => {
            let drill = if style == SwitchStyle::Announced {
                draw(state, Hazard::ANSWER, false).announced()
            } else {
                draw(state, Hazard::ANSWER, true)
            };
            AttemptPlan {
                drill: Some(drill),
                ..alone
            }
        }
    }
}

/// Adds what a session asks of an answer: its place, and the sudden request.
fn in_session(state: &State, spoken: AttemptPlan) -> AttemptPlan {
    let Some(session) = state.asking() else {
        return spoken;
    };
    let sudden = session.pending().is_some_and(|pending| pending.sudden);
    AttemptPlan {
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
