//! What is not on disk although it should be: saved again after a failure, waited for at quit, but not
//! for ever. Not here: a save that is asked for because something changed.

use std::path::PathBuf;
use std::time::Duration;

use crate::flow::effect::Effect;
use crate::flow::input::Now;
use crate::flow::interview::sessions;
use crate::flow::library::update as library;
use crate::flow::state::{LibraryStatus, State};
use crate::flow::stories::update as stories;
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::model::fault::FileFault;

/// Saves everything again whose last change is not on disk. A running take is not among it: it is saved
/// when it ends.
pub fn save_all(state: &mut State, out: &mut Out) {
    for id in state.library.unsaved.clone() {
        let running = state.recording().is_some_and(|r| r.attempt.id == id);
        if let Some(attempt) = state.attempt(&id) {
            out.push(Effect::SaveAttempt(attempt.clone()));
        } else if !running {
            state.library.unsaved.remove(&id);
        }
    }
    for id in state.interview.unsaved.clone() {
        sessions::save(state, &id, out);
    }
    for id in state.stories.failed() {
        stories::save(state, &id, out);
    }
    if state.library.saving.settings {
        out.push(Effect::SaveSettings(state.settings.clone()));
    }
}

/// Asks for another library. What is not on disk in the present one is saved first; where that fails the
/// present one stays, and who asks for the same again leaves without it.
pub fn change_library(state: &mut State, folder: PathBuf, out: &mut Out) {
    if state.busy() || state.closing {
        return;
    }
    let saving = &mut state.library.saving;
    let before = saving.leaving.take().or(saving.kept_from.take());
    save_all(state, out);
    if before.as_ref() == Some(&folder) || is_all_saved(state) {
        library::request(state, folder, out);
    } else {
        state.library.saving.leaving = Some(folder);
    }
}

/// Leaves for the library that was asked for, as soon as all is saved in the present one and no answer is
/// being made. That something was not saved before is over then.
pub fn leave_when_saved(state: &mut State, out: &mut Out) {
    if !is_all_saved(state) {
        return;
    }
    if state.library.saving.kept_from.take().is_some() {
        notices::mend(state, |fault| *fault == FileFault::NotLeft.into());
    }
    if !state.busy()
        && !state.closing
        && let Some(folder) = state.library.saving.leaving.take()
    {
        library::request(state, folder, out);
    }
}

/// Whether all that belongs to the library is on disk.
pub fn is_all_saved(state: &State) -> bool {
    let stories = &state.stories;
    state.library.unsaved.is_empty()
        && state.interview.unsaved.is_empty()
        && stories.saving.is_empty()
        && stories.failed().is_empty()
}

/// Tries again what failed: a library that could not be opened, saves that did not succeed.
pub fn try_again(state: &mut State, out: &mut Out) {
    library::open_again(state, out);
    save_all(state, out);
}

/// The window is in front again: another program may have been at work meanwhile.
pub fn focused(state: &mut State, out: &mut Out) {
    library::open_again(state, out);
    let ready = state.library.status == LibraryStatus::Ready && state.library.is_settled();
    if ready && !state.busy() && !state.closing {
        out.push(Effect::Rescan);
        if state.timeline.trash.is_some() {
            out.push(Effect::ReadTrash);
        }
    }
}

/// When the next try is due, and when nothing is waited for any more.
pub fn follow(state: &mut State, now: &Now) {
    state.library.saving.plan(now.since_start, state.closing);
}

/// A save that failed is tried again when its time has come.
pub fn tick(state: &mut State, now: &Now, out: &mut Out) {
    if state.library.saving.take_due(now.since_start) && !state.closing {
        save_all(state, out);
    }
}

/// When the next try is due, or the window has waited long enough.
pub fn next(state: &State) -> Option<Duration> {
    let saving = &state.library.saving;
    saving.close_at.or(saving.again_at)
}

/// Whether the window has waited long enough for a disk or a sound system that does not answer.
pub fn gives_up(state: &State, now: &Now) -> bool {
    let until = state.library.saving.close_at;
    until.is_some_and(|until| now.since_start >= until)
}
