//! Rounds of short takes: one key between two takes, and at the end what came of them.

use crate::flow::Effect;
use crate::flow::drill::DrillRound;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::update::{practice, screens, task};
use crate::model::attempt::AttemptId;
use crate::model::drill::RoundKind;
use crate::model::language::LanguagePlan;

/// Chooses what the next round practises.
pub(super) fn set_kind(state: &mut State, kind: RoundKind) {
    state.drill.kind = kind;
}

/// Chooses the languages of the next round of answers. A round without a switch is none.
pub(super) fn set_plan(state: &mut State, plan: LanguagePlan) {
    if plan.switch_to().is_some() {
        state.drill.plan = plan;
    }
}

/// Begins a round: its first question stands on the practice screen. One that is under way goes on.
pub(super) fn start(state: &mut State, kind: RoundKind, out: &mut Vec<Effect>) {
    if state.busy() || state.asking().is_some() {
        return;
    }
    if state.practice.task.round().is_none() {
        task::begin(state, Task::default());
        practice::draw(state);
        if !practice::may_record(state) {
            return;
        }
        state.drill.kind = kind;
        state.drill.shown = None;
        let plan = state.drill.plan_of(kind);
        task::begin(state, Task::DrillRound(DrillRound::new(kind, plan)));
    }
    screens::show(state, Screen::Practice, out);
}

/// A take was kept: the next question stands at once, or the round is over.
pub(super) fn advance(state: &mut State, id: &AttemptId, out: &mut Vec<Effect>) {
    let Task::DrillRound(rounding) = &mut state.practice.task else {
        return;
    };
    rounding.first.get_or_insert_with(|| id.clone());
    if rounding.number >= rounding.of {
        end(state, out);
    } else {
        rounding.number += 1;
        practice::draw(state);
    }
}

/// Ends the round, for what came of it; asked again there, puts that away.
pub(super) fn end(state: &mut State, out: &mut Vec<Effect>) {
    if state.busy() {
        return;
    }
    if state.practice.task.round().is_some() {
        task::release(state);
        screens::show(state, Screen::Drill, out);
    } else {
        state.drill.shown = None;
    }
}
