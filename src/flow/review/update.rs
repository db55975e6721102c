//! One attempt: rating, notes, and the way on.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use crate::flow::Now;
use crate::flow::chain::update as chain;
use crate::flow::library::update as library;
use crate::flow::listening::update as listening;
use crate::flow::practice::card;
use crate::flow::review::{Marking, compare, peaks, playback, zooming};
use crate::flow::state::{Review, Screen, State};
use crate::flow::timeline::update as timeline;
use crate::flow::update::out::Out;
use crate::flow::update::screens;
use crate::model::attempt::{Attempt, AttemptId};
use crate::model::mark::{Mark, MarkKind};
use crate::model::rating::give_score;
use crate::model::star::StarPart;

/// Shows an attempt at the first line that has no score.
pub fn open(state: &mut State, id: &AttemptId, out: &mut Out) {
    if state.busy() {
        return;
    }
    let Some(attempt) = state.attempt(id) else {
        return;
    };
    let line = first_unrated(state, attempt);
    let from = match (&state.review, state.screen) {
        (Some(review), Screen::Review) => review.from,
        (None, Screen::Review) => Screen::Timeline,
        (_, screen) => screen,
    };
    state.review = Some(Review {
        id: id.clone(),
        line,
        sitting: None,
        from,
    });
    compare::forget(state, out);
    listening::begin(state);
    zooming::begin(state);
    state.marking = Marking::default();
    screens::show(state, Screen::Review);
    playback::get_ready(state, id, out);
    timeline::reveal(state, id);
    peaks::want_again(state, id, out);
}

fn first_unrated(state: &State, attempt: &Attempt) -> usize {
    state
        .rubric
        .lines_for(attempt, state.subject_of(&attempt.question))
        .position(|line| attempt.line_score(&line.id).is_none())
        .unwrap_or(0)
}

fn reviewed_id(state: &State) -> Option<AttemptId> {
    state.review.as_ref().map(|review| review.id.clone())
}

/// Ids of the lines on which the attempt under review is rated.
fn lines(state: &State) -> Vec<String> {
    let reviewed = state.reviewed();
    reviewed.map_or_else(Vec::new, |attempt| {
        let subject = state.subject_of(&attempt.question);
        let lines = state.rubric.lines_for(attempt, subject);
        lines.map(|line| line.id.clone()).collect()
    })
}

/// Scores the current line and goes to the next one.
pub fn rate_current(state: &mut State, score: u8, now: &Now, out: &mut Out) {
    let Some(at) = state.review.as_ref().map(|review| review.line) else {
        return;
    };
    let lines = lines(state);
    if let Some(line) = lines.get(at)
        && give(state, line, score, now, out)
        && let Some(review) = &mut state.review
    {
        review.line = (at + 1).min(lines.len() - 1);
    }
}

/// Scores a line and makes it the current one.
pub fn rate(state: &mut State, line: &str, score: u8, now: &Now, out: &mut Out) {
    if let Some(at) = lines(state).iter().position(|id| id == line)
        && give(state, line, score, now, out)
        && let Some(review) = &mut state.review
    {
        review.line = at;
    }
}

fn give(state: &mut State, line: &str, score: u8, now: &Now, out: &mut Out) -> bool {
    if state.screen != Screen::Review || !(1..=5).contains(&score) {
        return false;
    }
    let Some(Review { id, sitting, .. }) = state.review.clone() else {
        return false;
    };
    let at = now.date.clone();
    let given = library::change(state, &id, out, |attempt| {
        give_score(&mut attempt.ratings, sitting.as_ref(), line, score, at);
    });
    if given && let Some(review) = &mut state.review {
        review.sitting = Some(now.date.clone());
    }
    given
}

/// Sets or moves the beginning of a part of a story to the playhead.
pub fn set_part(state: &mut State, part: StarPart, out: &mut Out) {
    let Some(id) = reviewed_id(state) else {
        return;
    };
    let playback = &state.playback;
    let story = |attempt: &Arc<Attempt>| state.subject_of(&attempt.question).tells_a_story();
    let here = state.screen == Screen::Review && playback.id.as_ref() == Some(&id);
    if !here || !state.reviewed().is_some_and(story) {
        return;
    }
    let kind = MarkKind::Part(part);
    let frame = playback.frame;
    library::change(state, &id, out, |attempt| {
        let set = attempt.marks.iter_mut().filter(|mark| mark.kind == kind);
        // A part that was tapped more than once moves where the playhead is nearest.
        match set.min_by_key(|mark| mark.frame.abs_diff(frame)) {
            Some(mark) => mark.frame = frame,
            None => attempt.marks.push(Mark::new(frame, kind)),
        }
    });
}

/// Moves the current line, not beyond the first and the last.
pub fn move_line(state: &mut State, by: i32) {
    let last = lines(state).len().saturating_sub(1);
    if let Some(review) = &mut state.review {
        let by = isize::try_from(by).unwrap_or(0);
        review.line = review.line.saturating_add_signed(by).min(last);
    }
}

/// Replaces the notes. They may arrive after the screen was left: a text field that loses its focus
/// tells so a frame later.
pub fn set_notes(state: &mut State, notes: &str, out: &mut Out) {
    let Some(id) = reviewed_id(state) else {
        return;
    };
    let notes: String = notes.nfc().collect();
    library::change(state, &id, out, |attempt| attempt.notes = notes);
}

pub fn toggle_star(state: &mut State, out: &mut Out) {
    if let Some(id) = reviewed_id(state) {
        library::change(state, &id, out, |attempt| {
            attempt.starred = !attempt.starred;
        });
    }
}

/// Lays the same question on the card again. It shows the languages of the next answer before anything
/// is recorded.
pub fn retake(state: &mut State) {
    if state.busy() || state.closing {
        return;
    }
    let Some(attempt) = state.reviewed().cloned() else {
        return;
    };
    if !chain::ask_again(state, &attempt) {
        let question = card::question_of(state, attempt.question.clone());
        card::ask(state, question);
    }
    screens::show(state, Screen::Practice);
}
