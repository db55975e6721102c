//! Giving answers out: all of them, or those that the timeline shows. Not here: what is made of them.

use std::path::PathBuf;

use crate::flow::state::{State, ToastKind};
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::flow::{Effect, Now};
use crate::model::export::Answer;
use crate::model::fault::FileFault;
use crate::model::timeline::{Entry, Row};

/// Asks for all answers, or for those that the timeline shows, to be given out.
pub fn ask(state: &mut State, shown: bool, now: &Now, out: &mut Out) {
    if state.exporting || state.library.root.is_none() {
        return;
    }
    let entries = &state.library.entries;
    let wanted: Vec<&Entry> = if shown {
        let rows = state.timeline.rows.iter();
        let index = rows.filter_map(|row| match row {
            Row::Attempt(index) => entries.get(*index),
            Row::Day(..) => None,
        });
        index.collect()
    } else {
        entries.iter().collect()
    };
    let each = wanted.into_iter().map(|entry| answer(state, entry));
    let mut answers: Vec<Answer> = each.collect();
    // The oldest first: it is read from its beginning, and names sort by time.
    answers.sort_by(|a, b| a.attempt.id.cmp(&b.attempt.id));
    if answers.is_empty() {
        return;
    }
    state.exporting = true;
    out.push(Effect::Export {
        answers,
        language: state.language(),
        at: now.date.clone(),
    });
}

fn answer(state: &State, entry: &Entry) -> Answer {
    let attempt = entry.attempt.clone();
    let story = attempt.story.as_ref();
    Answer {
        speech: state.speech.get(&attempt.id).cloned().flatten(),
        story: story.map(|id| state.story_title(id).0.to_owned()),
        attempt,
    }
}

/// They are there: the folder is shown.
pub fn done(state: &mut State, end: Result<PathBuf, FileFault>, now: &Now, out: &mut Out) {
    state.exporting = false;
    match end {
        Ok(folder) => {
            notices::toast(state, ToastKind::Exported, now);
            out.push(Effect::Reveal(folder));
        }
        Err(fault) => notices::fault(state, fault),
    }
}
