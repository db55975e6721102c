//! How an attempt is to be made, and what comes after it: its review, the same again in the other
//! language, or the next take of a round. Not here: rounds themselves (`rounds`).

use crate::flow::drill::PendingRepeat;
use crate::flow::state::{Screen, State};
use crate::flow::update::{
    asking, chain, interview, practice, review, rounds, screens, settings, story_assignment,
    tellings, topics,
};
use crate::flow::{Effect, Now};
use crate::model::attempt::{AskedQuestion, AttemptId, RepeatOf, Round};
use crate::model::chain::Link;
use crate::model::drill::{DrillPlan, Hazard, SwitchStyle};
use crate::model::language::LanguagePlan;
use crate::model::question::Question;
use crate::model::retelling::Retelling;
use crate::model::session::SessionPlace;
use crate::model::story::StoryId;
use crate::model::story_words::{CAPTURE_SECS, was_capture};

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

/// Nothing follows any more: neither the rest of a round nor the same again.
pub(super) fn forget(state: &mut State) {
    state.practice.repeat = None;
    state.practice.follow_up = None;
    state.practice.chosen = None;
    tellings::close(state);
    rounds::close(state);
}

/// Chooses the style of the switch. What was begun goes on as it began.
pub(super) fn set_style(state: &mut State, style: SwitchStyle, out: &mut Vec<Effect>) {
    if !state.busy() && !state.bound() {
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
pub(super) fn course(state: &mut State, id: &AttemptId) -> AttemptPlan {
    if let Some(course) = asking::course(state) {
        return course;
    }
    if let Some(rounding) = &state.practice.round {
        let (plan, kind) = (rounding.plan, rounding.kind);
        let round = Some(rounding.place(id));
        return AttemptPlan {
            drill: Some(draw(state, Hazard::of_round(kind), true)),
            round,
            ..AttemptPlan::alone(plan, kind.take_secs())
        };
    }
    if let Some(telling) = &state.practice.telling {
        let plan = LanguagePlan::only(telling.language);
        return AttemptPlan {
            retelling: Some(telling.place(id)),
            ..AttemptPlan::alone(plan, telling.limit_secs())
        };
    }
    let target_secs = state.settings.target_secs;
    chain::draw_break_in(state);
    if let Some(following) = &state.practice.follow_up {
        return AttemptPlan {
            link: Some(following.link.clone()),
            story: story_of(state, &following.link.first),
            ..AttemptPlan::alone(following.plan, target_secs)
        };
    }
    if state.capturing() {
        let plan = LanguagePlan::only(state.settings.plan.start());
        return AttemptPlan::alone(plan, CAPTURE_SECS);
    }
    let story = match &state.practice.repeat {
        Some(PendingRepeat {
            first: Some(first), ..
        }) => story_of(state, first),
        _ => state.practice.story.clone(),
    };
    let alone = |plan, follows| AttemptPlan {
        follows,
        story: story.clone(),
        ..AttemptPlan::alone(plan, target_secs)
    };
    if let Some(PendingRepeat {
        what,
        to,
        first: Some(first),
    }) = &state.practice.repeat
    {
        let (id, what) = (first.clone(), *what);
        return alone(LanguagePlan::only(*to), Some(RepeatOf { id, what }));
    }
    if let Some(plan) = state.practice.chosen.as_ref().map(|chosen| chosen.plan) {
        let switches = plan.switch_to().is_some();
        return AttemptPlan {
            drill: switches.then(|| draw(state, Hazard::ANSWER, true)),
            ..alone(plan, None)
        };
    }
    let plan = state.settings.plan;
    let style = state.settings.switch_style;
    state.practice.repeat = None;
    let Some(to) = plan.switch_to() else {
        return alone(plan, None);
    };
    if let Some(what) = style.again() {
        let first = None;
        state.practice.repeat = Some(PendingRepeat { what, to, first });
        return alone(LanguagePlan::only(plan.start()), None);
    }
    let drill = if style == SwitchStyle::Announced {
        draw(state, Hazard::ANSWER, false).announced()
    } else {
        draw(state, Hazard::ANSWER, true)
    };
    AttemptPlan {
        drill: Some(drill),
        ..alone(plan, None)
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
    state.practice.story = None;
    let told = state.attempt(id);
    if told.is_some_and(|told| told.link.is_none() && was_capture(&told.question)) {
        story_assignment::captured(state, id, out);
        return;
    }
    if asking::answered(state, id, whole, out) {
        return;
    }
    if state.practice.round.is_some() {
        state.practice.repeat = None;
        rounds::advance(state, id, out);
        return;
    }
    if state.practice.telling.is_some() {
        tellings::advance(state, id, out);
        return;
    }
    if state.practice.follow_up.take().is_some() {
        review::open(state, id, out);
        return;
    }
    if state.practice.chosen.take().is_some() {
        review::open(state, id, out);
        // The way back leads to what is left of today.
        if let Some(review) = &mut state.review {
            review.from = Screen::Today;
        }
        return;
    }
    let first = state.practice.repeat.take_if(|repeat| {
        let offers = repeat.first.is_none() && whole;
        if offers {
            repeat.first = Some(id.clone());
            state.practice.other_language = false;
        }
        !offers
    });
    // Either it was the follow-up, or there is something to read first.
    if first.is_some() || state.practice.repeat.is_none() {
        review::open(state, id, out);
    }
}

/// The person asked to listen to an answer that was to be said again.
pub(super) fn keep_to_listen(state: &mut State) {
    let repeat = &mut state.practice.repeat;
    repeat.take_if(|repeat| repeat.first.is_none());
}

/// Leaves the offer for the review of the first answer, or ends the round.
pub(super) fn escape(state: &mut State, out: &mut Vec<Effect>) {
    if state.busy() || topics::leave(state) {
        return;
    }
    if state.asking().is_some() {
        interview::pause(state, out);
    } else if let Some(following) = state.practice.follow_up.take() {
        review::open(state, &following.after, out);
    } else if let Some(repeat) = state.practice.repeat.take() {
        if let Some(first) = repeat.first {
            review::open(state, &first, out);
        }
    } else if state.practice.round.is_some() {
        rounds::end(state, out);
    } else if state.practice.telling.is_some() {
        tellings::end(state, out);
    } else if state.practice.chosen.take().is_some() {
        screens::show(state, Screen::Today, out);
    } else if state.capturing() {
        story_assignment::give_up_capture(state, out);
    }
}

/// Asks a question that was asked before, and begins.
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
