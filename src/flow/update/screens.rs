//! Going from screen to screen. What happens when one is left or entered: `leaving`.

use crate::flow::command::Command;
use crate::flow::place::Place;
use crate::flow::state::{Home, Screen, State};
use crate::flow::update::out::Out;

/// Shows a screen. While a take is made the person stays with it; only while it waits for a
/// microphone they may go where one is chosen.
pub fn go_to(state: &mut State, screen: Screen, out: &mut Out) {
    let may_leave = match screen {
        Screen::Practice => true,
        Screen::Settings => !state.busy() || state.interrupted().is_some(),
        Screen::Today
        | Screen::Drill
        | Screen::Interview
        | Screen::Stories
        | Screen::Timeline
        | Screen::Progress
        | Screen::Review
        | Screen::Check => !state.busy(),
    };
    if !may_leave {
        return;
    }
    if screen != Screen::Review {
        show(state, screen);
    } else if let Some(id) = state.reviewed().map(|attempt| attempt.id.clone()) {
        out.then(Command::OpenAttempt(id));
    }
}

/// Begins with what to do today. Before the first answer, or when a key was faster than the disk, the
/// question card stays.
pub fn choose_home(state: &mut State) {
    if state.home == Home::Open && !state.library.entries.is_empty() {
        show(state, Screen::Today);
    }
}

pub fn go_to_place(state: &mut State, place: Place, out: &mut Out) {
    if let Some(first) = place.tabs().first() {
        go_to(state, *first, out);
    }
}

/// Shows another tab of the same place.
pub fn move_tab(state: &mut State, steps: i32, out: &mut Out) {
    match state.place() {
        Place::Stories => state.stories.tab = state.stories.tab.other(),
        _ => go_to(state, state.tab_after(steps), out),
    }
}

pub fn show(state: &mut State, screen: Screen) {
    state.keys_shown = false;
    state.screen = screen;
}

/// Goes from the review back to where it was opened from.
pub fn close_review(state: &mut State) {
    if state.screen == Screen::Review {
        show(state, state.tab());
    }
}
