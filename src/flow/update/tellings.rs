//! One story told three times: each telling ends by itself, one key lies between two, and at the end
//! they stand side by side. Not here: their figures (`ui`, from `flow::heard`).

use crate::flow::Effect;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::today::RetellingSet;
use crate::flow::update::{practice, screens, task};
use crate::model::attempt::AttemptId;
use crate::model::language::Language;

/// Begins with the story that is offered, or goes on with what is under way.
pub(super) fn start(state: &mut State, out: &mut Vec<Effect>) {
    if state.practice.task.telling().is_some() {
        if !state.busy() {
            screens::show(state, Screen::Practice, out);
        }
        return;
    }
    let offer = state.telling_offer();
    if let Some((question, language)) = offer.map(|(it, language)| (it.clone(), language)) {
        begin(state, question, language, out);
    }
}

/// Begins with the question of the answer under review, in the language in which that ended.
pub(super) fn start_reviewed(state: &mut State, out: &mut Vec<Effect>) {
    let Some(attempt) = state.reviewed().cloned() else {
        return;
    };
    let language = attempt.language_at(attempt.take.frames);
    let first = state.attempt(attempt.chain()).unwrap_or(&attempt);
    let question = task::question_of(state, first.question.clone());
    begin(state, question, language, out);
}

fn begin(
    state: &mut State,
    question: crate::model::question::Question,
    language: Language,
    out: &mut Vec<Effect>,
) {
    if state.busy() || state.asking().is_some() {
        return;
    }
    task::ask(state, question);
    if practice::may_record(state) {
        state.today.shown = None;
        let telling = RetellingSet::new(language, state.today.equal);
        task::begin(state, Task::Retelling(telling));
        screens::show(state, Screen::Practice, out);
    }
}

/// A telling was kept: the next one stands at once, or they are over.
pub(super) fn advance(state: &mut State, id: &AttemptId, out: &mut Vec<Effect>) {
    let Task::Retelling(telling) = &mut state.practice.task else {
        return;
    };
    telling.first.get_or_insert_with(|| id.clone());
    if telling.number >= telling.of() {
        end(state, out);
    } else {
        telling.number += 1;
        state.practice.other_language = false;
    }
}

/// Ends the tellings, for what came of them; asked again there, puts that away.
pub(super) fn end(state: &mut State, out: &mut Vec<Effect>) {
    if state.busy() {
        return;
    }
    if state.practice.task.telling().is_some() {
        task::release(state);
        screens::show(state, Screen::Today, out);
    } else {
        state.today.shown = None;
    }
}
