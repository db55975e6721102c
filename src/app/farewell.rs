//! The last words of a run: what could not be saved. Not here: how long the window waited for it
//! (`flow::library`).

use crate::flow::State;
use crate::i18n::{AllWords, faults};
use crate::model::fault::Fault;
use crate::tr;

/// What is not on disk now that all threads have ended, a line for each; empty when all is.
pub fn not_saved(state: &State, words: &AllWords) -> Vec<String> {
    let w = words.of(state.language());
    let mut lines = Vec::new();
    for fault in &state.library.saving.lost {
        let said = faults::text(w, &Fault::File(fault.clone()));
        let detail = said.detail.unwrap_or_default();
        lines.push(format!("{} {detail}", said.what).trim_end().to_owned());
    }
    let answers = state.library.unsaved.iter().map(ToString::to_string);
    let sessions = state.interview.unsaved.iter().map(ToString::to_string);
    let stories = state.stories.list.iter();
    let stories = stories.filter(|story| state.stories.saving.contains_key(&story.id));
    let stories = stories.map(|story| story.name().to_owned());
    for name in answers.chain(sessions).chain(stories) {
        lines.push(tr!(w, "quit-not-saved-one", name = name));
    }
    lines
}
