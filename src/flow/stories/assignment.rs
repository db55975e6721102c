//! Which story an answer tells: said afterwards, set before, or told for the first time. Not here: the
//! stories themselves (`stories`).

use std::sync::Arc;

use crate::flow::Now;
use crate::flow::command::Command;
use crate::flow::library::update as library;
use crate::flow::practice::{card, update as practice};
use crate::flow::state::{Screen, State, ToastKind};
use crate::flow::stories::StoryEdit;
use crate::flow::stories::update as stories;
use crate::flow::task::Task;
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens};
use crate::model::attempt::AttemptId;
use crate::model::filter::Filter;
use crate::model::language::{Language, LanguagePlan};
use crate::model::principle::Principle;
use crate::model::story::{Story, StoryId};
use crate::model::story_words;

/// Tells a story for the first time, at once.
pub fn capture(state: &mut State, out: &mut Out) {
    if state.busy() || state.closing || !stories::may_write(state) {
        return;
    }
    card::put(state, story_words::capture_question(), Task::CaptureStory);
    out.then(Command::Record);
}

/// A story was told for the first time: it is there now, to be written down.
pub fn captured(state: &mut State, id: &AttemptId, out: &mut Out) {
    card::begin(state, Task::default());
    card::draw(state);
    let Some(attempt) = state.attempt(id).cloned() else {
        return;
    };
    let Some(story) = stories::make(state, &attempt.created, out) else {
        out.then(Command::OpenAttempt(id.clone()));
        return;
    };
    let with_sound = state.stories.get(&story).map(|before| Story {
        captured: Some(id.clone()),
        ..Story::clone(before)
    });
    if let Some(with_sound) = with_sound {
        state.stories.put(Arc::new(with_sound));
        stories::save(state, &story, out);
    }
    library::change(state, id, out, |attempt| attempt.story = Some(story));
    screens::show(state, Screen::Stories);
}

/// Back from the card on which a story was to be told.
pub fn give_up_capture(state: &mut State) {
    card::begin(state, Task::default());
    card::draw(state);
    screens::show(state, Screen::Stories);
}

/// Practises a square: a question of the principle, in the language, for the story.
pub fn practise(
    state: &mut State,
    story: Option<StoryId>,
    (principle, language): (Principle, Language),
    out: &mut Out,
) {
    if state.busy() {
        return;
    }
    card::begin(state, Task::default());
    practice::set_filter(state, Filter::Principle(principle));
    practice::set_plan(state, LanguagePlan::only(language), out);
    practice::next_question(state);
    card::begin(state, Task::free(story));
}

/// Says which story the answer under review told. So did all of its chain, but for answers that told
/// another one, or were to.
pub fn tell(state: &mut State, story: Option<&StoryId>, now: &Now, out: &mut Out) {
    let Some(attempt) = state.reviewed().cloned() else {
        return;
    };
    if attempt.story.as_ref() == story {
        return;
    }
    let mut ids = vec![attempt.id.clone()];
    if !attempt.tells_another() {
        let chain = state.chain(attempt.chain()).into_iter();
        let others = chain.filter(|other| other.id != attempt.id && !other.tells_another());
        let same = others.filter(|other| other.story == attempt.story);
        ids.extend(same.map(|other| other.id.clone()));
    }
    for id in ids {
        let told = story.cloned();
        let set = library::change(state, &id, out, |attempt| attempt.story = told);
        // The session may have heard it before.
        if let Some(story) = story.filter(|_| set && state.told_before(&id).is_some()) {
            notices::toast(state, ToastKind::StoryAgain(story.clone()), now);
        }
    }
    library::retitle(state);
}

/// Steps through the stories that the answer under review may have told; after the last comes none.
pub fn next_likely(state: &mut State, now: &Now, out: &mut Out) {
    let Some(attempt) = state.reviewed().cloned() else {
        return;
    };
    let likely = state.likely_stories(&attempt);
    let place = attempt
        .story
        .as_ref()
        .and_then(|story| likely.iter().position(|id| id == story));
    let next = place.map_or(0, |place| place + 1);
    let next = likely.get(next).cloned();
    tell(state, next.as_ref(), now, out);
}

/// A new story, told by the answer under review.
pub fn new_for_reviewed(state: &mut State, now: &Now, out: &mut Out) {
    let Some(attempt) = state.reviewed().cloned() else {
        return;
    };
    if attempt.read_only || state.busy() || !stories::may_write(state) {
        return;
    }
    screens::show(state, Screen::Stories);
    let Some(id) = stories::make(state, &now.date, out) else {
        return;
    };
    state.stories.focus_title = state.stories.focus_title.wrapping_add(1);
    for principle in attempt.question.principles.clone() {
        stories::edit(state, &id, StoryEdit::Principle(principle), out);
    }
    tell(state, Some(&id), now, out);
}
