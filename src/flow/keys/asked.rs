//! What a key asks for where a row of the table needs more than a line to say it. Not here: the rows
//! (`table`).

use crate::flow::command::Command;
use crate::flow::drill::takes_of;
use crate::flow::keys::{Key, SEEK_SECS, SHIFT_SECS};
use crate::flow::place::Place;
use crate::flow::review::{MarkCommand, MarkKey};
use crate::flow::state::State;
use crate::flow::today::TodayCommand;
use crate::model::filter::Filter;
use crate::model::star::StarPart;

use Key::{CloseBracket, Digit, Function, Left, Letter, OpenBracket, PageDown, PageUp, Right, Up};

#[allow(clippy::unnecessary_wraps, reason = "the shape of a row's command")]
pub(super) const fn go(place: Place) -> Option<Command> {
    Some(Command::GoToPlace(place))
}

pub(super) fn move_tab(key: Key) -> Option<Command> {
    match key {
        PageUp => Some(Command::MoveTab(-1)),
        PageDown => Some(Command::MoveTab(1)),
        _ => None,
    }
}

pub(super) fn record_or_draw(state: &State) -> Command {
    match state.practice.question {
        Some(_) => Command::Record,
        None => Command::NextQuestion,
    }
}

#[allow(clippy::unnecessary_wraps, reason = "the shape of a row's command")]
pub(super) fn other_language(_: &State, _: Key) -> Option<Command> {
    Some(Command::ToggleQuestionLanguage)
}

/// The part that a key taps.
pub(super) fn part(_: &State, key: Key) -> Option<Command> {
    let part = match key {
        Letter('S') | Function(1) => StarPart::Situation,
        Letter('T') | Function(2) => StarPart::Task,
        Letter('A') | Function(3) => StarPart::Action,
        Letter('R') | Function(4) => StarPart::Result,
        _ => return None,
    };
    Some(Command::TapPart(part))
}

/// The digits choose among the answers below the card.
pub(super) fn answer_setup(state: &State, key: Key) -> Option<Command> {
    let Digit(digit) = key else { return None };
    let choice = usize::from(digit.checked_sub(1)?);
    (choice < state.setup_choices()).then_some(Command::AnswerSetup(choice))
}

/// The digits choose among the topics as they stand on the card.
pub(super) fn topic(state: &State, key: Key) -> Option<Command> {
    let Digit(digit) = key else { return None };
    let topics = state.topics();
    let topic = topics.get(usize::from(digit.checked_sub(1)?))?;
    Some(Command::SetPracticeFilter(Filter::Subject(*topic)))
}

/// The digits open the takes of the round that is shown; 0 is the tenth.
pub(super) fn take_of_round(state: &State, key: Key) -> Option<Command> {
    let round = state.practice.task.round();
    let (Digit(digit), Some(first), None) = (key, &state.drill.shown, round) else {
        return None;
    };
    let at = usize::from(digit.checked_sub(1).unwrap_or(9));
    let entries = state.library.entries.iter();
    let takes = takes_of(entries.map(|entry| &*entry.attempt), first);
    Some(Command::OpenAttempt(takes.get(at)?.id.clone()))
}

/// `Space` is the one filled button of the screen.
pub(super) fn start_or_resume(state: &State) -> Option<Command> {
    let interview = &state.interview;
    if interview.shown.is_some() {
        return None;
    }
    let waits = interview.current().or_else(|| interview.unfinished());
    Some(waits.map_or(Command::StartSession, |session| {
        Command::ResumeSession(session.id.clone())
    }))
}

pub(super) fn seek(key: Key) -> Option<Command> {
    match key {
        Left => Some(Command::SeekBy(-SEEK_SECS)),
        Right => Some(Command::SeekBy(SEEK_SECS)),
        _ => None,
    }
}

pub(super) fn shift_first_word(state: &State, key: Key) -> Option<Command> {
    // Without a marker they move the loop.
    state.listening.marker?;
    match key {
        OpenBracket => Some(Command::ShiftFirstWord(-SHIFT_SECS)),
        CloseBracket => Some(Command::ShiftFirstWord(SHIFT_SECS)),
        _ => None,
    }
}

pub(super) fn rate(key: Key) -> Option<Command> {
    match key {
        Digit(score) => Some(Command::RateCurrent(score)),
        _ => None,
    }
}

/// Up and down lead from answer to answer, left and right from day to day.
pub(super) fn select(key: Key) -> Command {
    match key {
        Left => Command::MoveDay(-1),
        Right => Command::MoveDay(1),
        _ => Command::MoveSelection(step(key)),
    }
}

/// Enter says yes to a question first.
pub(super) fn open_or_export(state: &State) -> Command {
    if state.asks_to_export() {
        Command::ExportShown
    } else {
        Command::OpenSelected
    }
}

/// In the trash all arrows lead from row to row.
pub(super) fn row_step(key: Key) -> i32 {
    if matches!(key, Up | Left) { -1 } else { 1 }
}

/// Which way an arrow leads.
pub(super) fn step(key: Key) -> i32 {
    if key == Up { -1 } else { 1 }
}

pub(super) fn forget_first_word(state: &State) -> Option<Command> {
    state
        .listening
        .marker
        .as_ref()
        .map(|_| Command::ForgetFirstWord)
}

pub(super) fn delete_mark(state: &State) -> Option<Command> {
    let key = MarkKey::of(state.selected_flag()?);
    Some(Command::Mark(MarkCommand::Delete(key)))
}

pub(super) fn start_next(state: &State) -> Option<Command> {
    if state.practice.task.telling().is_some() {
        return Some(Command::Today(TodayCommand::Tell));
    }
    proposal(state, TodayCommand::StartNext)
}

pub(super) fn move_proposal(state: &State, key: Key) -> Option<Command> {
    proposal(state, TodayCommand::Move(step(key)))
}

pub(super) fn put_off(state: &State) -> Option<Command> {
    proposal(state, TodayCommand::PutOffSelected)
}

/// Something of the list of proposals, unless the outcome of tellings lies over it.
fn proposal(state: &State, asked: TodayCommand) -> Option<Command> {
    state.today.shown.is_none().then_some(Command::Today(asked))
}

pub(super) fn play_story(state: &State) -> Option<Command> {
    Some(Command::PlayRow(state.stories.shown()?.captured.clone()?))
}

pub(super) fn delete_story(state: &State) -> Option<Command> {
    Some(Command::DeleteStory(state.stories.shown()?.id.clone()))
}
