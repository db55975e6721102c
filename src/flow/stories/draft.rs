//! The names of stories, and a story that was only begun: it has no file until something is typed into it, so that the file can
//! have the name of its title. One that nothing was typed into goes with the screen.

use std::sync::Arc;

use jiff::Zoned;

use crate::flow::state::State;
use crate::flow::stories::{StoriesTab, StoryEdit};
use crate::model::fault::FileFault;
use crate::model::story::{Story, StoryId, name_for};

/// What the file of a story is called that has no title: a moment.
pub fn dated(at: &Zoned) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// Begins a story; its file is called after the moment if it never gets a title.
pub fn begin(state: &mut State, at: &Zoned) -> Option<StoryId> {
    let id = free_name(state, &dated(at))?;
    let story = Story::new(id.clone(), String::new());
    state.stories.put(Arc::new(story));
    show(state, &id);
    state.stories.draft = Some(id.clone());
    Some(id)
}

/// The first thing is typed: from now on there is a file. Returns the story's name, which is that of
/// its title if that is what was typed.
pub fn settle(state: &mut State, id: &StoryId, edit: &StoryEdit) -> StoryId {
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
    let named = (!title.trim().is_empty()).then(|| free_name(state, title));
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
pub fn forget(state: &mut State) {
    let stories = &mut state.stories;
    if let Some(draft) = stories.draft.take() {
        stories.list.retain(|story| story.id != draft);
        stories.selected.take_if(|selected| *selected == draft);
        stories.changed();
    }
}

pub fn show(state: &mut State, id: &StoryId) {
    state.stories.selected = Some(id.clone());
    state.stories.tab = StoriesTab::Stories;
}

/// A name for a story of this title that no other has, also none that is deleted or cannot be read.
pub fn free_name(state: &State, title: &str) -> Option<StoryId> {
    let broken: Vec<String> = state.stories.faults.iter().filter_map(name_of).collect();
    let deleted = state.stories.deleted.iter();
    let deleted: Vec<String> = deleted
        .map(|(_, story)| story.id.as_str().to_lowercase())
        .collect();
    let list = &state.stories.list;
    // What was typed under the name that a story had before its title is still that story's.
    let renamed = state.stories.renamed.as_ref();
    let renamed = renamed.map(|(before, _)| before.as_str().to_lowercase());
    let taken = |name: &str| {
        if renamed.as_deref() == Some(name) {
            return true;
        }
        list.iter()
            .any(|story| story.id.as_str().to_lowercase() == name)
            || broken.iter().chain(&deleted).any(|other| other == name)
    };
    name_for(title, taken)
}

/// The name of a story that cannot be read, in lower case.
fn name_of(fault: &FileFault) -> Option<String> {
    match fault {
        FileFault::BrokenStory { path, .. } => path
            .file_stem()
            .map(|stem| stem.to_string_lossy().to_lowercase()),
        _ => None,
    }
}
