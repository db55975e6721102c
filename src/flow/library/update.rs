//! The library: opening it, what is in it, and what of it is on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::flow::library::Deleted;
use crate::flow::listening::speech;
use crate::flow::practice::card;
use crate::flow::review::peaks;
use crate::flow::state::{LibraryStatus, Phase, State, ToastKind};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, settings};
use crate::flow::{Effect, Now};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::{Fault, FileFault};
use crate::model::search::SearchKey;
use crate::model::story::StoryId;
use crate::model::sync_copy::SyncCopy;
use crate::model::take::TakeState;
use crate::model::timeline::{Entry, newest_first, place_for, position};

/// Asks for a folder.
pub fn choose(state: &State, out: &mut Out) {
    if !state.busy() {
        out.push(Effect::PickFolder);
    }
}

/// Asks for a folder to be used. The present one stays until the other is open.
pub fn request(state: &mut State, folder: PathBuf, out: &mut Out) {
    // An attempt that is being made belongs where it was begun.
    if state.busy() || state.closing {
        return;
    }
    state.library.status = LibraryStatus::Opening;
    state.library.requested = Some(folder.clone());
    state.library.wanted = Some(folder.clone());
    out.push(Effect::OpenLibrary(folder));
}

/// Tries once more to open a library that could not be opened.
pub fn open_again(state: &mut State, out: &mut Out) {
    let failed = matches!(state.library.status, LibraryStatus::Failed(_));
    let Some(folder) = state.library.wanted.clone().filter(|_| failed) else {
        return;
    };
    if !state.busy() && !state.closing {
        state.library.status = LibraryStatus::Opening;
        out.push(Effect::OpenLibrary(folder));
    }
}

/// Shows the folder in the system's file manager.
pub fn reveal(state: &State, out: &mut Out) {
    if let Some(root) = &state.library.root {
        out.push(Effect::Reveal(root.clone()));
    }
}

/// Whether a library that is open now is not wanted any more: one that was asked for after it is on its way.
pub fn is_late(state: &State, root: &Path) -> bool {
    let library = &state.library;
    let other = |asked: &PathBuf| asked != root;
    library.root.is_some() && library.requested.as_ref().is_some_and(other)
}

/// A library is open, another one than before or not; what is in it follows.
pub fn opened(state: &mut State, root: PathBuf, other: bool, out: &mut Out) {
    notices::mend(state, |fault| match fault {
        Fault::File(
            FileFault::LibraryInUse(_) | FileFault::LibraryMissing { .. } | FileFault::NotLeft,
        ) => true,
        Fault::File(FileFault::LibraryReadOnly(path) | FileFault::LibraryNewer(path)) => {
            *path != root
        }
        Fault::File(FileFault::BrokenAttempt { .. } | FileFault::BrokenSession { .. }) => other,
        _ => false,
    });
    if other && state.library.root.is_some() {
        out.push(Effect::UseLibrary(root.clone()));
    }
    let requested = state.library.requested.take_if(|asked| *asked == root);
    state.library.wanted = None;
    if requested.is_some() {
        // Chosen by the person, so it is the one to open the next time.
        settings::change(state, out, |settings| settings.library = Some(root.clone()));
    }
    state.library.root = Some(root);
    state.library.status = LibraryStatus::Opening;
    out.push(Effect::CheckSpace);
}

/// A library cannot be used. If another one was asked for, the one that is open stays in use.
pub fn failed(state: &mut State, fault: FileFault) {
    let another = state.library.root.is_some() && state.library.requested.take().is_some();
    state.library.status = if another {
        LibraryStatus::Ready
    } else {
        LibraryStatus::Failed(fault.clone())
    };
    notices::fault(state, fault);
}

/// All was read. What is known here already is newer than what was read.
pub fn scanned(
    state: &mut State,
    attempts: Vec<Arc<Attempt>>,
    faults: Vec<FileFault>,
    repaired: usize,
    now: &Now,
) {
    let mut entries = std::mem::take(&mut state.library.entries);
    let known: BTreeSet<AttemptId> = entries.iter().map(|it| it.attempt.id.clone()).collect();
    let new =
        |attempt: &Arc<Attempt>| !known.contains(&attempt.id) && !is_elsewhere(state, &attempt.id);
    let (mends, answers): (Vec<_>, Vec<_>) = attempts
        .into_iter()
        .filter(new)
        .partition(|attempt| attempt.mend_of.is_some());
    entries.extend(answers.into_iter().map(|attempt| entry(state, attempt)));
    for take in mends {
        let known = &mut state.library.mends;
        known.entry(take.id.clone()).or_insert(take);
    }
    entries.sort_by(|a, b| newest_first(&a.attempt, &b.attempt));
    entries.dedup_by(|a, b| a.attempt.id == b.attempt.id);
    if !entries.is_empty() {
        // Somebody who has answers is no beginner, also on a new machine.
        state.setup = None;
    }
    state.library.entries = entries;
    state.library.status = LibraryStatus::Ready;
    state.library.faults.clone_from(&faults);
    state.library.changed();
    notices::faults(state, faults.into_iter());
    if repaired > 0 {
        notices::toast(state, ToastKind::Repaired(repaired), now);
    }
}

/// Other programs changed attempts. What is typed here and not saved yet is newer: its save finds what
/// they changed.
pub fn rescanned(
    state: &mut State,
    changed: Vec<Arc<Attempt>>,
    faults: Vec<FileFault>,
    out: &mut Out,
) {
    for attempt in changed {
        let id = &attempt.id;
        let newer_here = state.library.unsaved.contains(id) || is_elsewhere(state, id);
        let same = state.attempt(id).is_some_and(|here| **here == *attempt);
        if !newer_here && !same {
            take_in(state, attempt, out);
        }
    }
    peaks::look_again(state, out);
    speech::look_again(state);
    let before = std::mem::replace(&mut state.library.faults, faults.clone());
    notices::mend(state, |fault| match fault {
        Fault::File(fault) => before.contains(fault) && !faults.contains(fault),
        _ => false,
    });
    let new = faults.into_iter().filter(|fault| !before.contains(fault));
    notices::faults(state, new.collect::<Vec<_>>().into_iter());
}

/// Sync programs left copies; new ones are told once.
pub fn sync_copies(state: &mut State, found: Vec<SyncCopy>) {
    let before = std::mem::replace(&mut state.library.sync_copies, found);
    let known = |copy: &SyncCopy| before.iter().any(|it| it.copy == copy.copy);
    let all = &state.library.sync_copies;
    let (new, count) = (all.iter().any(|copy| !known(copy)), all.len());
    notices::mend(
        state,
        |fault| matches!(fault, Fault::File(FileFault::SyncCopies(told)) if *told != count),
    );
    if new {
        notices::fault(state, FileFault::SyncCopies(count));
    }
}

/// Shows the folder in which both versions of a file lie.
pub fn reveal_versions(copy: &Path, out: &mut Out) {
    if let Some(folder) = copy.parent() {
        out.push(Effect::Reveal(folder.to_owned()));
    }
}

/// Keeps one of two versions. Not while an answer is made: it could be one of them.
pub fn keep_version(state: &State, copy: &Path, keep_copy: bool, out: &mut Out) {
    let mut pairs = state.library.sync_copies.iter();
    if let Some(pair) = pairs.find(|pair| pair.copy == copy)
        && !state.busy()
    {
        let pair = pair.clone();
        out.push(Effect::KeepVersion { pair, keep_copy });
        out.push(Effect::Rescan);
    }
}

/// Whether an attempt is not to be listed although its folder may be there: it is being made, or
/// in the trash or on its way there.
pub fn is_elsewhere(state: &State, id: &AttemptId) -> bool {
    let in_hand = state.attempt_in_hand();
    in_hand.is_some_and(|attempt| attempt.id == *id)
        || state.practice.abandoned.contains_key(id)
        || state.library.trashing.contains(id)
        || state
            .library
            .deleted
            .iter()
            .any(|deleted| deleted.attempt.id == *id)
}

/// Forgets what is not to be taken back with Undo any more. Stories among it keep their turn.
pub fn forget_deleted(state: &mut State, is_it: impl Fn(&Deleted) -> bool) {
    let deleted = &mut state.library.deleted;
    while let Some(at) = deleted.iter().position(&is_it) {
        deleted.remove(at);
        for (before, _) in &mut state.stories.deleted {
            if *before > at {
                *before -= 1;
            }
        }
    }
}

/// The last change of an attempt is on disk.
pub fn saved(state: &mut State, id: &AttemptId) {
    state.library.unsaved.remove(id);
    notices::saved(state, |path| path.iter().any(|part| part == id.as_str()));
}

/// What somebody else had changed in an attempt is taken in, unless there is a later change of it: the
/// save of that will find it too.
pub fn merged(state: &mut State, asked: &Arc<Attempt>, on_disk: Arc<Attempt>, out: &mut Out) {
    let here = state.attempt(&asked.id);
    if here.is_some_and(|here| Arc::ptr_eq(here, asked)) {
        take_in(state, on_disk, out);
    }
}

/// Shows an attempt as it is on disk; the next change is made of that.
pub fn take_in(state: &mut State, attempt: Arc<Attempt>, out: &mut Out) {
    insert(state, attempt.clone());
    out.push(Effect::TookInAttempt(attempt));
}

/// An attempt could not be written, or not even made.
pub fn save_failed(state: &mut State, id: &AttemptId, fault: FileFault) {
    if state.practice.abandoned.remove(id).is_some() {
        return;
    }
    if state.practice.awaits_folder(id) {
        state.practice.phase = Phase::Idle;
    }
    if state.closing {
        // Waiting longer would not save it, and the window must close some time.
        state.library.unsaved.remove(id);
    }
    notices::save_failed(state, fault);
}

/// Puts an attempt into its place in the list, instead of its former self if there is one.
pub fn insert(state: &mut State, attempt: Arc<Attempt>) {
    put(state, attempt);
    state.library.changed();
}

fn put(state: &mut State, attempt: Arc<Attempt>) {
    if attempt.mend_of.is_some() {
        state.library.mends.insert(attempt.id.clone(), attempt);
        return;
    }
    let new = entry(state, attempt);
    let former = state.attempt(&new.attempt.id);
    if former.is_some_and(|former| former.trim != new.attempt.trim) {
        // What was heard in it counts no more, or more counts.
        speech::forget(state, &new.attempt.id);
        state.analysis.looked = None;
    }
    let entries = &mut state.library.entries;
    if let Some(at) = position(entries, &new.attempt.id) {
        entries.remove(at);
    }
    entries.insert(place_for(entries, &new.attempt), new);
}

/// Takes an attempt out of the list; the caller says where it goes.
pub fn remove(state: &mut State, id: &AttemptId) -> Option<Arc<Attempt>> {
    let attempt = match position(&state.library.entries, id) {
        Some(at) => state.library.entries.remove(at).attempt,
        None => state.library.mends.remove(id)?,
    };
    state.library.changed();
    state.library.unsaved.remove(id);
    state.peaks.remove(id);
    state.unreadable.remove(id);
    speech::forget(state, id);
    let repeat = state.practice.task.repeat().map(|repeat| &repeat.first);
    let mending = state.mending().map(|pending| &pending.of);
    if [repeat, mending].contains(&Some(id)) {
        card::release(state);
    }
    Some(attempt)
}

/// Moves an attempt that never was in the list to the trash: nothing was said in it, or it was
/// given up before its first sample.
pub fn trash_unlisted(state: &mut State, mut attempt: Arc<Attempt>, out: &mut Out) {
    if attempt.take.frames == 0 {
        Arc::make_mut(&mut attempt).take.state = TakeState::Empty;
    }
    state.library.unsaved.remove(&attempt.id);
    state.library.trashing.insert(attempt.id.clone());
    out.push(Effect::Trash(attempt));
}

/// Changes an attempt and saves it, if there is a change. One that a newer version wrote is left as
/// it is, and the person is told why; then, or when there is no such attempt, the answer is no.
pub fn change(
    state: &mut State,
    id: &AttemptId,
    out: &mut Out,
    edit: impl FnOnce(&mut Attempt),
) -> bool {
    let Some(before) = state.attempt(id).cloned() else {
        return false;
    };
    let mut attempt = Attempt::clone(&before);
    edit(&mut attempt);
    if attempt == *before {
        return true;
    }
    if before.read_only {
        let root = state.library.root.clone().unwrap_or_default();
        notices::fault(state, FileFault::LibraryNewer(root));
        return false;
    }
    let listed_anew = found_by(&attempt) != found_by(&before);
    let attempt = Arc::new(attempt);
    put(state, attempt.clone());
    if listed_anew {
        state.library.changed();
    } else {
        state.library.rated();
    }
    state.library.unsaved.insert(id.clone());
    out.push(Effect::SaveAttempt(attempt));
    true
}

/// What an attempt is listed and found by, among what can be changed in it.
fn found_by(attempt: &Attempt) -> (&str, Option<&StoryId>, bool) {
    (&attempt.notes, attempt.story.as_ref(), attempt.starred)
}

/// An attempt of the list, found by the title of its story too.
fn entry(state: &State, attempt: Arc<Attempt>) -> Entry {
    let title = attempt.story.as_ref().and_then(|id| state.stories.get(id));
    let key = title.map(|story| SearchKey::new(&story.title));
    let mut entry = Entry::new(attempt);
    entry.title(key.as_ref());
    entry
}

/// Stories came, went or have another title.
pub fn retitle(state: &mut State) {
    let stories = state.stories.list.iter();
    let keys: BTreeMap<StoryId, SearchKey> = stories
        .map(|story| (story.id.clone(), SearchKey::new(&story.title)))
        .collect();
    let mut changed = false;
    for entry in &mut state.library.entries {
        let key = entry.attempt.story.as_ref().and_then(|id| keys.get(id));
        changed |= entry.title(key);
    }
    // Each visit to the stories reads them again, mostly as they were.
    if changed {
        state.library.changed();
    }
}
