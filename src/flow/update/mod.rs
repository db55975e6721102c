//! The one way in which the state changes. Who handles what stands in `commands` and `events`, how in
//! the files beside them. Each handler gets a place for effects and for what is handled after it.

mod commands;
mod events;
mod leaving;
pub(super) mod notices;
pub(super) mod out;
mod saving;
pub(super) mod screens;
pub(super) mod settings;

use std::time::Duration;

use crate::flow::check::update as check;
use crate::flow::effect::Effect;
use crate::flow::input::{Input, Now};
use crate::flow::interview::sessions;
use crate::flow::listening::speech;
use crate::flow::mending::update as mending;
use crate::flow::practice::{interrupted, timed_events, update as practice};
use crate::flow::reading::update as reading;
use crate::flow::review::{compare, zooming};
use crate::flow::state::{Home, State};
use crate::flow::stories::update as stories;
use crate::flow::timeline::{export, update as timeline};
use crate::flow::today::update as today;
use out::Out;

/// Handles one input: changes the state and says what the world is to do.
pub fn update(state: &mut State, input: Input, now: &Now) -> Vec<Effect> {
    let mut out = Out::default();
    let due_before = next_change(state, now);
    let screen_before = state.screen;
    let heard_before = zooming::heard(state);
    let ticked = matches!(input, Input::Tick);
    let command = matches!(input, Input::Command(_));
    let mut prepares = false;
    sessions::count(state, now);
    match input {
        Input::Command(asked) => {
            state.home = Home::Left;
            prepares = check::prepares_an_answer(&asked);
            out.then(asked);
        }
        Input::Event(reported) => events::handle(state, reported, now, &mut out),
        Input::Tick => tick(state, now, &mut out),
    }
    while let Some(asked) = out.next.pop_front() {
        commands::handle(state, asked, now, &mut out);
    }
    if state.screen != screen_before {
        leaving::screen(state, screen_before, &mut out);
    }
    if prepares {
        check::quietly(state, now, &mut out);
    }
    check::give_way(state, &mut out);
    sessions::follow(state, &mut out);
    // From here the clock runs that was set going just now.
    sessions::count(state, now);
    speech::follow(state, &mut out);
    mending::follow(state, &mut out);
    compare::follow(state, &mut out);
    zooming::follow(state, heard_before, command, &mut out);
    practice::follow(state, &mut out);
    reading::follow(state, &mut out);
    state.library.look_for_switches();
    timeline::follow(state);
    today::follow(state, now);
    stories::follow(state);
    saving::follow(state, now);
    saving::leave_when_saved(state, &mut out);
    if !ticked || saving::gives_up(state, now) {
        leaving::close_when_safe(state, now, &mut out);
    }
    // A frame forgets what the last one asked for, so a tick asks again; any other input asks only
    // when it changed what there is to wait for.
    let mut due = next_change(state, now);
    if ticked {
        // A tick follows every other input, and is early enough for what takes seconds.
        due = saving::next(state).into_iter().chain(due).min();
    }
    if let Some(due) = due
        && (ticked || Some(due) != due_before)
    {
        out.push(Effect::WakeAfter(due.saturating_sub(now.since_start)));
    }
    out.effects
}

fn tick(state: &mut State, now: &Now, out: &mut Out) {
    notices::tick(state, now);
    export::tick(state, now);
    practice::tick(state, now, out);
    timed_events::tick(state, now, out);
    interrupted::tick(state, now, out);
    saving::tick(state, now, out);
}

/// The next moment at which time alone changes the screen, since the start of the app.
fn next_change(state: &State, now: &Now) -> Option<Duration> {
    let toast = state.toast.as_ref().map(|toast| toast.until);
    let cue = state.recording().and_then(|recording| recording.cue_until);
    let think = practice::next_second(state, now);
    let look = interrupted::next_look(state);
    let breaks_in = state
        .recording()
        .and_then(|recording| recording.interruption_until);
    let session = sessions::next_second(state, now);
    [toast, cue, think, look, breaks_in, session]
        .into_iter()
        .flatten()
        .min()
}
