//! Going from screen to screen, and out of the app.

use crate::flow::Effect;
use crate::flow::place::Place;
use crate::flow::state::{Home, Phase, Screen, State};
use crate::flow::update::{
    check, draft, interview, listening, notices, playback, practice, reading, recording, review,
    rounds, stories, task, timeline,
};
use crate::model::audio::AudioCommand;

/// Shows a screen. While a take is made the person stays with it; only while it waits for a
/// microphone they may go where one is chosen.
pub(super) fn go_to(state: &mut State, screen: Screen, out: &mut Vec<Effect>) {
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
    if screen == Screen::Check {
        check::enter(state, out);
    } else if screen != Screen::Review {
        show(state, screen, out);
    } else if let Some(id) = state.reviewed().map(|attempt| attempt.id.clone()) {
        review::open(state, &id, out);
    }
}

/// Begins with what to do today. Before the first answer, or when a key was faster than the disk, the
/// question card stays.
pub(super) fn choose_home(state: &mut State, out: &mut Vec<Effect>) {
    if state.home == Home::Open && !state.library.entries.is_empty() {
        show(state, Screen::Today, out);
    }
}

/// Shows the first tab of a place.
pub(super) fn go_to_place(state: &mut State, place: Place, out: &mut Vec<Effect>) {
    if let Some(first) = place.tabs().first() {
        go_to(state, *first, out);
    }
}

/// Shows another tab of the same place.
pub(super) fn move_tab(state: &mut State, steps: i32, out: &mut Vec<Effect>) {
    match state.place() {
        Place::Stories => state.stories.tab = state.stories.tab.other(),
        _ => go_to(state, state.tab_after(steps), out),
    }
}

/// Puts a screen in front. Sound stays behind on the screen that is left.
pub(super) fn show(state: &mut State, screen: Screen, out: &mut Vec<Effect>) {
    state.keys_shown = false;
    if screen == state.screen {
        return;
    }
    playback::pause(state, out);
    check::leave(state, out);
    draft::forget(state);
    state.screen = screen;
    if screen == Screen::Stories && state.library.root.is_some() {
        // Another program may have changed them since.
        out.push(Effect::ReadStories);
    }
    if matches!(screen, Screen::Settings | Screen::Check) {
        out.push(Effect::Audio(AudioCommand::ListDevices));
    }
    if screen == Screen::Settings && state.aloud.found.is_none() {
        reading::look(state, out);
    }
    if screen == Screen::Today {
        // A person who has just edited a role wants to see it.
        out.push(Effect::LoadRoles);
    }
}

/// Closes what lies on top.
pub(super) fn escape(state: &mut State, out: &mut Vec<Effect>) {
    if state.keys_shown {
        state.keys_shown = false;
    } else if state.screen == Screen::Settings && state.interrupted().is_some() {
        // Back to the take first; the banner that speaks of it stays.
        show(state, Screen::Practice, out);
    } else if state.banner.is_some() {
        notices::dismiss(state);
    } else {
        match state.screen {
            Screen::Practice if state.busy() => practice::cancel(state, out),
            Screen::Practice => task::escape(state, out),
            Screen::Drill => rounds::end(state, out),
            Screen::Today => state.today.shown = None,
            Screen::Timeline => timeline::set_query(state, String::new()),
            Screen::Review => {
                if !listening::give_up(state) {
                    review::close(state, out);
                }
            }
            Screen::Interview => interview::escape(state),
            Screen::Stories => stories::select(state, None),
            Screen::Settings | Screen::Progress => {}
            Screen::Check => go_to(state, state.check.from, out),
        }
    }
}

/// The person wants to leave. What they said is made safe first.
pub(super) fn close(state: &mut State, out: &mut Vec<Effect>) {
    let first = !std::mem::replace(&mut state.closing, true);
    match &state.practice.phase {
        Phase::Thinking { .. } | Phase::Arming(_) => practice::cancel(state, out),
        Phase::Recording(_) | Phase::Interrupted(_) => recording::stop(state, out),
        Phase::Idle | Phase::Finishing(_) => {}
    }
    if first {
        interview::close(state, out);
        // A save that failed before gets one more chance.
        let unsaved = std::mem::take(&mut state.library.unsaved);
        for id in unsaved {
            let running = state.recording().is_some_and(|r| r.attempt.id == id);
            if let Some(attempt) = state.attempt(&id) {
                out.push(Effect::SaveAttempt(attempt.clone()));
            } else if !running {
                continue;
            }
            state.library.unsaved.insert(id);
        }
    }
}

/// Closes the window once nothing is under way.
pub(super) fn close_when_safe(state: &State, out: &mut Vec<Effect>) {
    let saved = state.library.unsaved.is_empty()
        && state.interview.unsaved.is_empty()
        && state.stories.saving.is_empty();
    let safe = !state.busy() && saved && state.practice.abandoned.is_empty();
    if state.closing && safe {
        out.push(Effect::CloseWindow);
    }
}
