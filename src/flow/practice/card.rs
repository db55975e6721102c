//! The question card: what stands on it, and what its answer is for. Not here: how the answer is
//! recorded (`practice`), what it leads to (`task`).

use crate::flow::practice::questions::questions_of;
use crate::flow::state::{Screen, State, Topics};
use crate::flow::task::Task;
use crate::flow::update::{notices, screens};
use crate::model::attempt::AskedQuestion;
use crate::model::filter::Filter;
use crate::model::question::Question;

/// Takes up a task. What was kept of a round or of tellings under way can be looked at from now on.
pub fn begin(state: &mut State, task: Task) {
    match std::mem::replace(&mut state.practice.task, task) {
        Task::DrillRound(round) => state.drill.shown = round.first,
        Task::Retelling(telling) => state.today.shown = telling.first,
        Task::Free { .. }
        | Task::Repeat(_)
        | Task::FollowUp(_)
        | Task::Scheduled(_)
        | Task::CaptureStory
        | Task::Mend(_)
        | Task::Session { .. } => {}
    }
}

/// The task is over and its question stays on the card.
pub fn release(state: &mut State) {
    let task = Task::of(state.practice.question.as_ref());
    begin(state, task);
}

/// Puts a question on the card, and what its answer is for.
pub fn put(state: &mut State, question: Question, task: Task) {
    begin(state, task);
    show(state, Some(question));
}

/// Puts a question on the card whose answer belongs to nothing.
pub fn ask(state: &mut State, question: Question) {
    let task = Task::of(Some(&question));
    put(state, question, task);
}

/// Draws a question.
pub fn draw(state: &mut State) {
    let general = state.practice.filter == Filter::General;
    let role = state.role().filter(|_| general).cloned();
    let practice = &mut state.practice;
    let of_filter = questions_of(&state.questions, &state.library.entries, &practice.filter);
    let drawn = practice.deck.draw(of_filter, role.as_ref()).cloned();
    lay(state, drawn);
}

/// Lays a question on the card, after those that were there before.
pub fn lay(state: &mut State, question: Option<Question>) {
    if let Some(question) = &question {
        state.practice.shown.push(question.key());
    }
    show(state, question);
}

/// Shows a question on the card, in the language of the plan.
pub fn show(state: &mut State, question: Option<Question>) {
    let practice = &mut state.practice;
    practice.question = question;
    practice.other_language = false;
    practice.topics = None;
}

/// Whether there is a question, and a place to keep the answer. Says why not when there is a reason
/// that a person can do something about.
pub fn may_record(state: &mut State) -> bool {
    !state.closing
        && state.practice.question.is_some()
        && !notices::library_failed(state)
        && state.library.is_settled()
}

/// The question that was asked, whole.
pub fn question_of(state: &State, asked: AskedQuestion) -> Question {
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

/// Asks which topic it is to be. Asked again, or where there is nothing to choose, nothing happens.
pub fn pick_topic(state: &mut State) {
    if state.busy()
        || state.practice.task.settings_locked()
        || state.picks_topic()
        || state.topics().len() < 2
    {
        return;
    }
    let before = state.practice.question.take();
    state.practice.topics = Some(Topics { before });
    screens::show(state, Screen::Practice);
}

/// Goes back to the question that was there; says whether there was a choice to leave.
pub fn leave_topics(state: &mut State) -> bool {
    let picks = state.picks_topic();
    let topics = state.practice.topics.take();
    if picks {
        state.practice.question = topics.and_then(|topics| topics.before);
    }
    picks
}
