//! Stories: what is read, typed, saved, deleted and taken back. Not here: which story an answer told
//! (`assignment`).

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Zoned;
use unicode_normalization::UnicodeNormalization as _;

use crate::flow::library::update as library;
use crate::flow::state::{Screen, State, ToastKind};
use crate::flow::stories::draft;
use crate::flow::stories::{Stories, StoriesTab, StoryEdit};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens};
use crate::flow::{Effect, Now};
use crate::model::coverage::Coverage;
use crate::model::fault::{Fault, FileFault};
use crate::model::story::{Story, StoryId};

/// All stories were read. What is typed or on its way is newer than what was read.
pub fn loaded(state: &mut State, read: Vec<Story>, faults: Vec<FileFault>) {
    let stories = &mut state.stories;
    let mut list: Vec<Arc<Story>> = Vec::new();
    for story in read {
        let busy = stories.is_unsaved(&story.id) || stories.trashing.contains(&story.id);
        if !busy {
            let story = match stories.get(&story.id) {
                Some(known) if **known == story => known.clone(),
                _ => Arc::new(story),
            };
            stories.base.insert(story.id.clone(), story.clone());
            list.push(story);
        }
    }
    let unsaved = |story: &&Arc<Story>| {
        stories.is_unsaved(&story.id) || stories.draft.as_ref() == Some(&story.id)
    };
    list.extend(stories.list.iter().filter(unsaved).cloned());
    list.sort_by(|a, b| a.id.cmp(&b.id));
    list.dedup_by(|a, b| a.id == b.id);
    let kept: Vec<StoryId> = list.iter().map(|story| story.id.clone()).collect();
    stories.base.retain(|id, _| kept.binary_search(id).is_ok());
    stories.list = list;
    stories.loaded = true;
    stories.changed();
    let new: Vec<FileFault> = faults
        .iter()
        .filter(|fault| !stories.faults.contains(fault))
        .cloned()
        .collect();
    let mended: Vec<FileFault> = stories
        .faults
        .iter()
        .filter(|fault| !faults.contains(fault))
        .cloned()
        .collect();
    stories.faults = faults;
    notices::mend(state, |fault| match fault {
        Fault::File(fault) => mended.contains(fault),
        Fault::Sound(_) | Fault::Reading(_) => false,
    });
    notices::faults(state, new.into_iter());
    choose(state);
    library::retitle(state);
}

/// What is gone is not shown any more.
fn choose(state: &mut State) {
    let stories = &mut state.stories;
    let there = stories
        .selected
        .as_ref()
        .is_some_and(|id| stories.get(id).is_some());
    if !there {
        stories.selected = None;
    }
}

/// Forgets all that belongs to the library that was open.
pub fn leave(state: &mut State) {
    let tab = state.stories.tab;
    state.stories = Stories {
        tab,
        ..Stories::default()
    };
    state.practice.task.forget_story();
}

/// Works out where stories have been told, when it is looked at.
pub fn follow(state: &mut State) {
    let of = (state.library.revision, state.stories.revision);
    if state.screen == Screen::Stories && !state.stories.coverage.is_of(&of) {
        let attempts = state.library.entries.iter();
        let attempts = attempts.map(|entry| &*entry.attempt);
        let coverage = Coverage::new(&state.stories.list, attempts);
        state.stories.coverage.keep(of, coverage);
    }
}

/// Shows a story, or none.
pub fn select(state: &mut State, id: Option<StoryId>) {
    if id.is_none() || id != state.stories.draft {
        draft::forget(state);
    }
    state.stories.selected = id.filter(|id| state.stories.get(id).is_some());
    state.stories.tab = StoriesTab::Stories;
}

/// Moves the selection, in the order of the titles, not beyond the first and the last.
pub fn move_selection(state: &mut State, by: i32) {
    let order = state.stories.by_title();
    let selected = state.stories.selected.as_ref();
    let place = selected.and_then(|id| order.iter().position(|story| story.id == *id));
    let to = match place {
        Some(place) => place.saturating_add_signed(isize::try_from(by).unwrap_or(0)),
        None => 0,
    };
    let to = to.min(order.len().saturating_sub(1));
    let id = order.get(to).map(|story| story.id.clone());
    state.stories.selected = id;
}

/// Whether stories can be written; says why not.
pub fn may_write(state: &mut State) -> bool {
    state.library.root.is_some() && !notices::library_failed(state)
}

/// Makes a story without a title and shows it; its file is called after the moment. `None` when no name
/// is left for it.
pub fn make(state: &mut State, at: &Zoned, out: &mut Out) -> Option<StoryId> {
    draft::forget(state);
    let id = draft::free_name(state, &draft::dated(at))?;
    let story = Story::new(id.clone(), String::new());
    state.stories.put(Arc::new(story));
    draft::show(state, &id);
    save(state, &id, out);
    Some(id)
}

/// Begins a new story; its file is called after the moment if it never gets a title.
pub fn new(state: &mut State, now: &Now) {
    if state.busy() || !may_write(state) {
        return;
    }
    draft::forget(state);
    screens::show(state, Screen::Stories);
    if draft::begin(state, &now.date).is_some() {
        state.stories.focus_title = state.stories.focus_title.wrapping_add(1);
    }
}

/// Changes a story. It may have gone while it was typed.
pub fn edit(state: &mut State, id: &StoryId, edit: StoryEdit, out: &mut Out) {
    let id = &draft::settle(state, id, &edit);
    let Some(before) = state.stories.get(id).cloned() else {
        return;
    };
    let mut story = Story::clone(&before);
    let composed = |text: String| text.nfc().collect::<String>();
    match edit {
        StoryEdit::Title(title) => story.title = composed(title),
        StoryEdit::Part(language, part, text) => {
            *story.text_mut(language).part_mut(part) = composed(text);
        }
        StoryEdit::Numbers(numbers) => story.numbers = numbers.into_iter().map(composed).collect(),
        StoryEdit::Tags(tags) => story.tags = tags.into_iter().map(composed).collect(),
        StoryEdit::Notes(notes) => story.notes = composed(notes),
        StoryEdit::Principle(principle) => {
            let before = story.principles.len();
            story.principles.retain(|each| *each != principle);
            if story.principles.len() == before {
                story.principles.push(principle);
            }
        }
    }
    if story == *before {
        return;
    }
    if before.read_only {
        let root = state.library.root.clone().unwrap_or_default();
        notices::fault(state, FileFault::LibraryNewer(root));
        return;
    }
    let retitled = story.title != before.title;
    state.stories.put(Arc::new(story));
    save(state, id, out);
    if retitled {
        library::retitle(state);
    }
}

pub fn save(state: &mut State, id: &StoryId, out: &mut Out) {
    let stories = &mut state.stories;
    let Some(story) = stories.get(id).cloned() else {
        return;
    };
    let base = stories.base.insert(id.clone(), story.clone());
    *stories.saving.entry(id.clone()).or_default() += 1;
    out.push(Effect::SaveStory { story, base });
}

fn one_less(stories: &mut Stories, id: &StoryId) -> bool {
    let left = stories.saving.remove(id).unwrap_or(0).saturating_sub(1);
    if left > 0 {
        stories.saving.insert(id.clone(), left);
    }
    left == 0
}

/// A story is on disk. What somebody else had changed in it comes along.
pub fn saved(
    state: &mut State,
    asked: &Arc<Story>,
    on_disk: Story,
    theirs: Option<PathBuf>,
    out: &mut Out,
) {
    let id = asked.id.clone();
    let last = one_less(&mut state.stories, &id);
    if last && let Some(here) = state.stories.get(&id).cloned() {
        // Only what is still as it was asked for takes in what was on disk; empty lines and the like
        // are left as they are typed.
        let came = asked.settled() != on_disk;
        if came && here == *asked {
            let on_disk = Arc::new(on_disk);
            state.stories.base.insert(id.clone(), on_disk.clone());
            state.stories.put(on_disk);
            library::retitle(state);
        }
    }
    notices::saved(state, |path| {
        path.file_stem().is_some_and(|stem| *stem == *id.as_str())
    });
    if let Some(path) = theirs {
        notices::fault(state, FileFault::StoryConflict(path));
        out.push(Effect::ReadStories);
    }
}

/// A story could not be written: the disk is as it was.
pub fn save_failed(state: &mut State, id: &StoryId, base: Option<Arc<Story>>, fault: FileFault) {
    one_less(&mut state.stories, id);
    match base {
        Some(base) => _ = state.stories.base.insert(id.clone(), base),
        None => _ = state.stories.base.remove(id),
    }
    notices::save_failed(state, fault);
}

/// Moves a story to the trash. No question is asked: it can be taken back, and answers keep its name.
pub fn delete(state: &mut State, id: &StoryId, now: &Now, out: &mut Out) {
    if state.stories.draft.as_ref() == Some(id) {
        draft::forget(state);
        return;
    }
    let order = state.stories.by_title();
    let place = order.iter().position(|story| story.id == *id);
    let neighbour = place.and_then(|place| {
        let above = place.checked_sub(1).and_then(|above| order.get(above));
        order.get(place + 1).or(above).map(|story| story.id.clone())
    });
    let Some(story) = state.stories.get(id).cloned() else {
        return;
    };
    if story.read_only {
        let root = state.library.root.clone().unwrap_or_default();
        notices::fault(state, FileFault::LibraryReadOnly(root));
        return;
    }
    let stories = &mut state.stories;
    stories.list.retain(|other| other.id != *id);
    stories.base.remove(id);
    stories.changed();
    stories.trashing.insert(id.clone());
    stories
        .deleted
        .push((state.library.deleted.len(), story.clone()));
    if stories.selected.as_ref() == Some(id) {
        stories.selected = neighbour;
    }
    if state.practice.task.story() == Some(id) {
        state.practice.task.forget_story();
    }
    out.push(Effect::TrashStory(story.clone()));
    notices::toast(state, ToastKind::StoryTrashed(story), now);
    library::retitle(state);
}

pub fn trashed(state: &mut State, id: &StoryId) {
    state.stories.trashing.remove(id);
    state.stories.saving.remove(id);
}

/// Takes back the last story that was deleted, if nothing was deleted after it and no other library is on
/// its way; otherwise `false`.
pub fn undo(state: &mut State, out: &mut Out) -> bool {
    if !state.library.is_settled() {
        return false;
    }
    let attempts = state.library.deleted.len();
    let last = state
        .stories
        .deleted
        .pop_if(|(before, _)| *before >= attempts);
    let Some((_, story)) = last else {
        return false;
    };
    state
        .toast
        .take_if(|toast| matches!(toast.kind, ToastKind::StoryTrashed(_)));
    out.push(Effect::RestoreStory(story));
    true
}

pub fn restored(state: &mut State, story: Story) {
    let story = Arc::new(story);
    let id = story.id.clone();
    state.stories.base.insert(id.clone(), story.clone());
    state.stories.put(story);
    state.stories.selected = Some(id);
    library::retitle(state);
}

/// A story is where it was: in the list if it was to leave, in the trash if it was to come back.
pub fn move_failed(state: &mut State, story: Arc<Story>, fault: FileFault) {
    let id = story.id.clone();
    if state.stories.trashing.remove(&id) {
        state
            .stories
            .deleted
            .retain(|(_, deleted)| deleted.id != id);
        state
            .toast
            .take_if(|toast| matches!(toast.kind, ToastKind::StoryTrashed(_)));
        state.stories.base.insert(id, story.clone());
        state.stories.put(story);
    } else {
        let before = state.library.deleted.len();
        state.stories.deleted.push((before, story));
    }
    notices::fault(state, fault);
}
