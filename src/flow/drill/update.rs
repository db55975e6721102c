//! Rounds of short takes: one key between two takes, and at the end what came of them.

use crate::flow::drill::DrillRound;
use crate::flow::practice::card;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::update::screens;
use crate::model::attempt::AttemptId;
use crate::model::drill::RoundKind;
use crate::model::language::LanguagePlan;

/// Chooses the languages of the next round of answers. A round without a switch is none.
pub fn set_plan(state: &mut State, plan: LanguagePlan) {
    if plan.switch_to().is_some() {
        state.drill.plan = plan;
    }
}

/// Begins a round: its first question stands on the practice screen. One that is under way goes on.
pub fn start(state: &mut State, kind: RoundKind) {
    if state.busy() || state.asking().is_some() {
        return;
    }
    if state.practice.task.round().is_none() {
        card::begin(state, Task::default());
        card::draw(state);
        if !card::may_record(state) {
            return;
        }
        state.drill.kind = kind;
        state.drill.shown = None;
        let plan = state.drill.plan_of(kind);
        card::begin(state, Task::DrillRound(DrillRound::new(kind, plan)));
    }
    screens::show(state, Screen::Practice);
}

/// A take was kept: the next question stands at once, or the round is over.
pub fn advance(state: &mut State, id: AttemptId) {
    let Task::DrillRound(rounding) = &mut state.practice.task else {
        return;
    };
    rounding.first.get_or_insert(id);
    if rounding.number >= rounding.of {
        end(state);
    } else {
        rounding.number += 1;
        card::draw(state);
    }
}

/// Ends the round, for what came of it; asked again there, puts that away.
pub fn end(state: &mut State) {
    if state.busy() {
        return;
    }
    if state.practice.task.round().is_some() {
        card::release(state);
        screens::show(state, Screen::Drill);
    } else {
        state.drill.shown = None;
    }
}
