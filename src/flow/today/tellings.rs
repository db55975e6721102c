//! One story told three times: each telling ends by itself, one key lies between two, and at the end
//! they stand side by side. Not here: their figures (`ui`, from `flow::heard`).

use crate::flow::practice::card;
use crate::flow::state::{Screen, State};
use crate::flow::task::Task;
use crate::flow::today::RetellingSet;
use crate::flow::update::screens;
use crate::model::attempt::AttemptId;
use crate::model::language::Language;

/// Begins with the story that is offered, or goes on with what is under way.
pub fn start(state: &mut State) {
    if state.practice.task.telling().is_some() {
        if !state.busy() {
            screens::show(state, Screen::Practice);
        }
        return;
    }
    let offer = state.telling_offer();
    if let Some((question, language)) = offer.map(|(it, language)| (it.clone(), language)) {
        begin(state, question, language);
    }
}

/// Begins with the question of the answer under review, in the language in which that ended.
pub fn start_reviewed(state: &mut State) {
    let Some(attempt) = state.reviewed().cloned() else {
        return;
    };
    let language = attempt.language_at(attempt.take.frames);
    let first = state.attempt(attempt.chain()).unwrap_or(&attempt);
    let question = card::question_of(state, first.question.clone());
    begin(state, question, language);
}

fn begin(state: &mut State, question: crate::model::question::Question, language: Language) {
    if state.busy() || state.asking().is_some() {
        return;
    }
    card::ask(state, question);
    if card::may_record(state) {
        state.today.shown = None;
        let telling = RetellingSet::new(language, state.today.equal);
        card::begin(state, Task::Retelling(telling));
        screens::show(state, Screen::Practice);
    }
}

/// A telling was kept: the next one stands at once, or they are over.
pub fn advance(state: &mut State, id: AttemptId) {
    let Task::Retelling(telling) = &mut state.practice.task else {
        return;
    };
    telling.first.get_or_insert(id);
    if telling.number >= telling.of() {
        end(state);
    } else {
        telling.number += 1;
        state.practice.other_language = false;
    }
}

/// Ends the tellings, for what came of them; asked again there, puts that away.
pub fn end(state: &mut State) {
    if state.busy() {
        return;
    }
    if state.practice.task.telling().is_some() {
        card::release(state);
        screens::show(state, Screen::Today);
    } else {
        state.today.shown = None;
    }
}
