//! Choosing among the topics of computer science. What is chosen is a filter like others (`practice`).

use crate::flow::state::Topics;
use crate::flow::state::{Screen, State};
use crate::flow::update::screens;

/// Asks which topic it is to be. Asked again, or where there is nothing to choose, nothing happens.
pub(super) fn pick(state: &mut State) {
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
pub(super) fn leave(state: &mut State) -> bool {
    let picks = state.picks_topic();
    let topics = state.practice.topics.take();
    if picks {
        state.practice.question = topics.and_then(|topics| topics.before);
    }
    picks
}
