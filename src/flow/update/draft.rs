//! A story that was only begun: it has no file until something is typed into it, so that the file can
//! have the name of its title. One that nothing was typed into goes with the screen.

use std::sync::Arc;

use crate::flow::state::State;
use crate::flow::stories::StoryEdit;
use crate::flow::update::stories;
use crate::model::story::{Story, StoryId};

/// Begins a story; `name` is what its file is called if it never gets a title.
pub(super) fn begin(state: &mut State, name: &str) -> Option<StoryId> {
    let id = stories::free_name(state, name)?;
    let story = Story::new(id.clone(), String::new());
    state.stories.put(Arc::new(story));
    stories::show(state, &id);
    state.stories.draft = Some(id.clone());
    Some(id)
}

/// The first thing is typed: from now on there is a file. Returns the story's name, which is that of
/// its title if that is what was typed.
pub(super) fn settle(state: &mut State, id: &StoryId, edit: &StoryEdit) -> StoryId {
    let id = match &state.stories.renamed {
        // Typed in the same moment as the title.
        Some((before, now)) if before == id => now.clone(),
        _ => id.clone(),
    };
    if state.stories.draft.take_if(|draft| *draft == id).is_none() {
        return id;
    }
    let StoryEdit::Title(title) = edit else {
        return id;
    };
    let named = (!title.trim().is_empty()).then(|| stories::free_name(state, title));
    let Some((named, before)) = named.flatten().zip(state.stories.get(&id).cloned()) else {
        return id;
    };
    let story = Story {
        id: named.clone(),
        ..Story::clone(&before)
    };
    state.stories.list.retain(|other| other.id != id);
    state.stories.put(Arc::new(story));
    if state.stories.selected.as_ref() == Some(&id) {
        state.stories.selected = Some(named.clone());
    }
    state.stories.renamed = Some((id, named.clone()));
    named
}

/// What nothing was typed into is forgotten.
pub(super) fn forget(state: &mut State) {
    let stories = &mut state.stories;
    if let Some(draft) = stories.draft.take() {
        stories.list.retain(|story| story.id != draft);
        stories.selected.take_if(|selected| *selected == draft);
        stories.coverage = None;
    }
}
