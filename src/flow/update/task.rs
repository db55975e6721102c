//! How an attempt is to be made, and what comes after it: its review, the same again in the other
//! language, or the next take of a round. Not here: rounds themselves (`rounds`).

use crate::flow::chain::PendingFollowUp;
use crate::flow::drill::PendingRepeat;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::update::{
    asking, chain, interview, practice, review, rounds, screens, settings, story_assignment,
    tellings, topics,
};
use crate::flow::{Effect, Now};
use crate::model::attempt::Link;
use crate::model::attempt::{AskedQuestion, AttemptId, RepeatOf, Round};
use crate::model::drill::{DrillPlan, Hazard, SwitchStyle};
use crate::model::language::LanguagePlan;
use crate::model::question::Question;
use crate::model::retelling::Retelling;
use crate::model::session::SessionPlace;
use crate::model::story::StoryId;

/// How an attempt is to be made.
pub(super) struct AttemptPlan {
    pub(super) plan: LanguagePlan,
    pub(super) target_secs: u32,
    pub(super) drill: Option<DrillPlan>,
    pub(super) follows: Option<RepeatOf>,
    pub(super) round: Option<Round>,
    pub(super) link: Option<Link>,
    pub(super) session: Option<SessionPlace>,
    pub(super) retelling: Option<Retelling>,
    pub(super) story: Option<StoryId>,
}

impl AttemptPlan {
    /// An answer that belongs to nothing.
    pub(super) fn alone(plan: LanguagePlan, target_secs: u32) -> Self {
        Self {
            plan,
            target_secs,
            drill: None,
            follows: None,
            round: None,
            link: None,
            session: None,
            retelling: None,
            story: None,
        }
    }
}

/// Takes up a task. What was kept of a round or of tellings under way can be looked at from now on.
pub(super) fn begin(state: &mut State, task: Task) {
    match std::mem::replace(&mut state.practice.task, task) {
        Task::DrillRound(round) => state.drill.shown = round.first,
        Task::Retelling(telling) => state.today.shown = telling.first,
        Task::Free { .. }
        | Task::Repeat(_)
        | Task::FollowUp(_)
        | Task::Scheduled(_)
        | Task::CaptureStory
        | Task::Session { .. } => {}
    }
}

/// The task is over and its question stays on the card.
pub(super) fn release(state: &mut State) {
    let task = Task::of(state.practice.question.as_ref());
    begin(state, task);
}

/// Puts a question on the card, and what its answer is for.
pub(super) fn put(state: &mut State, question: Question, task: Task) {
    begin(state, task);
    state.practice.question = Some(question);
    state.practice.other_language = false;
}

/// Puts a question on the card whose answer belongs to nothing.
pub(super) fn ask(state: &mut State, question: Question) {
    let task = Task::of(Some(&question));
    put(state, question, task);
}

/// Chooses the style of the switch. What was begun goes on as it began.
pub(super) fn set_style(state: &mut State, style: SwitchStyle, out: &mut Vec<Effect>) {
    if !state.busy() && !state.practice.task.settings_locked() {
        settings::change(state, out, |settings| settings.switch_style = style);
    }
}

/// Steps to the next style; a plan without a switch has none.
pub(super) fn cycle_style(state: &mut State, out: &mut Vec<Effect>) {
    if state.settings.plan.switch_to().is_some() {
        set_style(state, state.settings.switch_style.next(), out);
    }
}

/// How the next attempt is to be made; `id` is its own name.
pub(super) fn attempt_plan(state: &mut State, id: &AttemptId) -> AttemptPlan {
    chain::draw_break_in(state);
    let task = state.practice.task.clone();
    let plan = task.plan(&state.settings);
    let alone = AttemptPlan::alone(plan, task.target_secs(&state.settings));
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
            asking::attempt_plan(state, AttemptPlan { link, ..alone })
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

/// An answer was kept. `whole` when nothing went wrong on its way.
pub(super) fn after(state: &mut State, id: &AttemptId, whole: bool, out: &mut Vec<Effect>) {
    match &state.practice.task {
        Task::Free {
            then: Some((what, to)),
            ..
        } if whole => {
            let (what, to, first) = (*what, *to, id.clone());
            begin(state, Task::Repeat(PendingRepeat { what, to, first }));
            state.practice.other_language = false;
        }
        // Either it was the last one, or there is something to read first.
        Task::Free { .. } | Task::Repeat(_) | Task::FollowUp(_) => {
            release(state);
            review::open(state, id, out);
        }
        Task::DrillRound(_) => rounds::advance(state, id, out),
        Task::Retelling(_) => tellings::advance(state, id, out),
        Task::Scheduled(_) => {
            release(state);
            review::open(state, id, out);
            // The way back leads to what is left of today.
            if let Some(review) = &mut state.review {
                review.from = Screen::Today;
            }
        }
        Task::CaptureStory => story_assignment::captured(state, id, out),
        Task::Session { .. } => {
            if !asking::answered(state, id, whole, out) {
                release(state);
                review::open(state, id, out);
            }
        }
    }
}

/// The person asked to listen to an answer that was to be said again.
pub(super) fn keep_to_listen(state: &mut State) {
    if let Task::Free { then, .. } = &mut state.practice.task {
        *then = None;
    }
}

/// Leaves the task for where it came from.
pub(super) fn escape(state: &mut State, out: &mut Vec<Effect>) {
    if state.busy() || topics::leave(state) {
        return;
    }
    match &state.practice.task {
        Task::Free { .. } => {}
        Task::Repeat(PendingRepeat { first: before, .. })
        | Task::FollowUp(PendingFollowUp { after: before, .. }) => {
            let before = before.clone();
            release(state);
            review::open(state, &before, out);
        }
        Task::DrillRound(_) => rounds::end(state, out),
        Task::Retelling(_) => tellings::end(state, out),
        Task::Scheduled(_) => {
            release(state);
            screens::show(state, Screen::Today, out);
        }
        Task::CaptureStory => story_assignment::give_up_capture(state, out),
        Task::Session { .. } => interview::pause(state, out),
    }
}

/// Asks the same question again for the same task, and begins.
pub(super) fn ask_again(state: &mut State, asked: AskedQuestion, now: &Now, out: &mut Vec<Effect>) {
    state.practice.question = Some(question_of(state, asked));
    state.practice.other_language = false;
    screens::show(state, Screen::Practice, out);
    practice::record(state, now, out);
}

/// The question that was asked, whole.
pub(super) fn question_of(state: &State, asked: AskedQuestion) -> Question {
    let in_pack = state.question_of(&asked);
    in_pack.cloned().unwrap_or_else(|| as_question(asked))
}

/// A question whose pack is gone can still be asked again.
fn as_question(asked: AskedQuestion) -> Question {
    Question {
        id: asked.id,
        pack: asked.pack,
        principles: asked.principles,
        text: asked.text,
        ..Question::default()
    }
}
