//! The list of attempts: what it shows, what is selected, what is thrown away and taken back.

use std::sync::Arc;

use jiff::civil::Date;

use crate::flow::command::Command;
use crate::flow::library::Deleted;
use crate::flow::library::update as library;
use crate::flow::review::playback;
use crate::flow::state::{Screen, State, ToastKind};
use crate::flow::timeline::trash;
use crate::flow::update::out::Out;
use crate::flow::update::{notices, screens};
use crate::flow::{Effect, Now};
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::fault::FileFault;
use crate::model::take::TakeState;
use crate::model::timeline::{Entry, TimelineFilter, rows};

/// Works the rows out anew when entries or filter changed. The selection stays while it is listed.
pub fn follow(state: &mut State) {
    let (listing, filter) = (state.library.listing, &state.timeline.filter);
    let held = state.timeline.rows.key();
    if held.is_some_and(|(of, by)| *of == listing && by == filter) {
        return;
    }
    let filter = filter.clone();
    let rows = rows(&state.library.entries, &filter);
    state.timeline.rows.keep((listing, filter), rows);
    let listed = listed(state);
    let selected = state.timeline.selected.as_ref();
    if !selected.is_some_and(|selected| listed.contains(&selected)) {
        state.timeline.selected = listed.first().copied().cloned();
    }
}

/// The attempts that are listed, from the top.
fn listed(state: &State) -> Vec<&AttemptId> {
    let entries = state.listed_entries();
    entries.map(|entry| &entry.attempt.id).collect()
}

/// Puts the cursor into the search field.
pub fn focus_search(state: &mut State, out: &mut Out) {
    if !state.busy() {
        screens::show(state, Screen::Timeline);
        trash::leave(state, out);
        state.timeline.focus_search = state.timeline.focus_search.wrapping_add(1);
    }
}

/// Selects an attempt and brings its row into view, if it has one.
pub fn reveal(state: &mut State, id: &AttemptId) {
    follow(state);
    if listed(state).contains(&id) {
        state.timeline.selected = Some(id.clone());
        state.timeline.reveal_selected = state.timeline.reveal_selected.wrapping_add(1);
    }
}

/// Moves the selection, not beyond the first and the last.
pub fn move_selection(state: &mut State, by: i32) {
    let listed = listed(state);
    let selected = state.timeline.selected.as_ref();
    let place = selected.and_then(|selected| listed.iter().position(|id| *id == selected));
    let to = match place {
        Some(place) => place.saturating_add_signed(isize::try_from(by).unwrap_or(0)),
        None => 0,
    };
    let to = to.min(listed.len().saturating_sub(1));
    if let Some(id) = listed.get(to).copied().cloned() {
        reveal(state, &id);
    }
}

/// Selects the newest answer of a day. A filter that hides all of that day goes: who asks for a day
/// wants to see it.
pub fn show_day(state: &mut State, day: Date) {
    let of_day = |entry: &&Entry| entry.attempt.created.date() == day;
    let mut first = state.listed_entries().find(of_day);
    let hidden = first.is_none();
    if hidden {
        first = state.library.entries.iter().find(of_day);
    }
    let Some(id) = first.map(|entry| entry.attempt.id.clone()) else {
        return;
    };
    if hidden {
        state.timeline.filter = TimelineFilter::default();
    }
    reveal(state, &id);
}

/// Moves the selection to another listed day, not beyond the first and the last.
pub fn move_day(state: &mut State, by: i32) {
    let mut days: Vec<Date> = Vec::new();
    let mut at = 0;
    for entry in state.listed_entries() {
        let day = entry.attempt.created.date();
        if days.last() != Some(&day) {
            days.push(day);
        }
        if state.timeline.selected.as_ref() == Some(&entry.attempt.id) {
            at = days.len().saturating_sub(1);
        }
    }
    // The newest day is the first.
    let to = at.saturating_add_signed(isize::try_from(-by).unwrap_or(0));
    if let Some(day) = days.get(to.min(days.len().saturating_sub(1))) {
        show_day(state, *day);
    }
}

pub fn open_selected(state: &mut State, out: &mut Out) {
    if let Some(id) = state.timeline.selected.clone() {
        out.then(Command::OpenAttempt(id));
    }
}

pub fn play_selected(state: &mut State, out: &mut Out) {
    if let Some(id) = state.timeline.selected.clone() {
        playback::toggle(state, &id, out);
    }
}

/// Moves an attempt to the trash. No question is asked: it can be taken back.
pub fn delete(state: &mut State, id: &AttemptId, now: &Now, out: &mut Out) {
    let Some(attempt) = take_out(state, id, out) else {
        return;
    };
    // What says it again goes with it, and comes back with it.
    let mends: Vec<AttemptId> = state.mends_of(id).map(|take| take.id.clone()).collect();
    for mend in mends {
        if let Some(take) = take_out(state, &mend, out) {
            throw_away(state, take, Some(id.clone()), out);
        }
    }
    throw_away(state, attempt.clone(), None, out);
    notices::toast(state, ToastKind::Trashed(attempt), now);
}

fn throw_away(state: &mut State, attempt: Arc<Attempt>, with: Option<AttemptId>, out: &mut Out) {
    state.library.trashing.insert(attempt.id.clone());
    state.library.deleted.push(Deleted {
        attempt: attempt.clone(),
        with,
    });
    out.push(Effect::Trash(attempt));
}

/// Takes an attempt out of the list and off the screen; its neighbor is selected instead.
fn take_out(state: &mut State, id: &AttemptId, out: &mut Out) -> Option<Arc<Attempt>> {
    let listed = listed(state);
    let neighbour = listed
        .iter()
        .position(|each| *each == id)
        .and_then(|place| {
            let above = place.checked_sub(1).and_then(|above| listed.get(above));
            listed.get(place + 1).or(above).copied().cloned()
        });
    let attempt = library::remove(state, id)?;
    playback::release(state, id, out);
    if state.timeline.selected.as_ref() == Some(id) {
        state.timeline.selected = neighbour;
    }
    if state.review.as_ref().is_some_and(|review| review.id == *id) {
        screens::close_review(state);
        state.review = None;
    }
    Some(attempt)
}

/// Other programs took attempts out of the library. What is not saved yet makes its file anew.
pub fn vanished(state: &mut State, gone: &[AttemptId], out: &mut Out) {
    for id in gone {
        if !state.library.unsaved.contains(id) && !library::is_elsewhere(state, id) {
            take_out(state, id, out);
        }
    }
}

pub fn delete_selected(state: &mut State, now: &Now, out: &mut Out) {
    if let Some(id) = state.timeline.selected.clone() {
        delete(state, &id, now, out);
    }
}

/// Takes back the last deletion of this run, then the one before it. Not while another library opens: what
/// came back would be listed there.
pub fn undo(state: &mut State, out: &mut Out) {
    if !state.library.is_settled() {
        return;
    }
    if let Some(Deleted { attempt, .. }) = state.library.deleted.pop() {
        clear_toast_of(state, &attempt.id);
        let deleted = &mut state.library.deleted;
        let went_with_it = |it: &mut Deleted| it.with.as_ref() == Some(&attempt.id);
        let with_it = std::iter::from_fn(|| deleted.pop_if(went_with_it));
        out.effects
            .extend(with_it.map(|it| Effect::Restore(it.attempt)));
        out.push(Effect::Restore(attempt));
        if state.timeline.trash.is_some() {
            out.push(Effect::ReadTrash);
        }
    }
}

fn clear_toast_of(state: &mut State, id: &AttemptId) {
    let of_it = |kind: &ToastKind| matches!(kind, ToastKind::Trashed(attempt) if attempt.id == *id);
    state.toast.take_if(|toast| of_it(&toast.kind));
}

pub fn restored(state: &mut State, attempt: Arc<Attempt>) {
    let id = attempt.id.clone();
    library::forget_deleted(state, |it| it.attempt.id == id);
    clear_toast_of(state, &id);
    library::insert(state, attempt);
    reveal(state, &id);
}

/// An attempt is where it was: in the list if it was to leave, in the trash if it was to come back.
pub fn move_failed(state: &mut State, attempt: Arc<Attempt>, fault: FileFault) {
    let id = attempt.id.clone();
    if state.library.trashing.remove(&id) {
        library::forget_deleted(state, |it| it.attempt.id == id);
        clear_toast_of(state, &id);
        if attempt.take.state != TakeState::Empty {
            library::insert(state, attempt);
            reveal(state, &id);
        }
    } else if state.attempt(&id).is_none() {
        library::forget_deleted(state, |it| it.attempt.id == id);
        let with = None;
        state.library.deleted.push(Deleted { attempt, with });
    }
    notices::fault(state, fault);
}
