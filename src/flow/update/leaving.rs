//! Leaving: what lies on top, a screen, a library, the app.

use crate::flow::check::update as check;
use crate::flow::drill::update as rounds;
use crate::flow::effect::Effect;
use crate::flow::input::Now;
use crate::flow::interview::Interview;
use crate::flow::interview::sessions;
use crate::flow::listening::{speech, update as listening};
use crate::flow::practice::{card, recording, task, update as practice};
use crate::flow::reading::update as reading;
use crate::flow::review::{compare, looped, playback};
use crate::flow::setup::update as setup;
use crate::flow::state::{Phase, Playback, Screen, State, ToastKind};
use crate::flow::stories::{draft, update as stories};
use crate::flow::timeline::{export, trash};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, saving, screens};
use crate::model::audio::AudioCommand;

/// Another screen is in front. Sound stays behind on the one that was left.
pub fn screen(state: &mut State, left: Screen, out: &mut Out) {
    playback::pause(state, out);
    match left {
        Screen::Timeline => {
            export::forget_question(state);
            trash::leave(state, out);
        }
        Screen::Check => check::reset(state, out),
        Screen::Stories => draft::forget(state),
        _ => {}
    }
    match state.screen {
        // Another program may have changed them since.
        Screen::Stories if state.library.root.is_some() => out.push(Effect::ReadStories),
        // A person who has just edited a role wants to see it.
        Screen::Today => out.push(Effect::LoadRoles),
        Screen::Settings => {
            out.push(Effect::Audio(AudioCommand::ListDevices));
            if state.aloud.found.is_none() {
                reading::look(state, out);
            }
        }
        Screen::Check => {
            state.check.from = left;
            out.push(Effect::Audio(AudioCommand::ListDevices));
        }
        _ => {}
    }
}

/// Closes what lies on top.
pub fn escape(state: &mut State, out: &mut Out) {
    if state.keys_shown {
        state.keys_shown = false;
    } else if state.screen == Screen::Settings && state.interrupted().is_some() {
        // Back to the take first; the banner that speaks of it stays.
        screens::show(state, Screen::Practice);
    } else if state.banner.is_some() {
        notices::dismiss(state);
    } else if state.asks_to_export() {
        export::forget_question(state);
    } else {
        match state.screen {
            Screen::Practice if state.busy() => practice::cancel(state, out),
            Screen::Practice if state.setup().is_some() => setup::skip(state, out),
            Screen::Practice => task::escape(state, out),
            Screen::Drill => rounds::end(state),
            Screen::Today => state.today.shown = None,
            Screen::Timeline => {
                if !trash::escape(state, out) {
                    state.timeline.filter.query.clear();
                }
            }
            Screen::Review => {
                let closed = compare::close(state, out)
                    || listening::give_up(state)
                    || looped::end(state, out);
                if !closed {
                    screens::close_review(state);
                }
            }
            Screen::Interview => state.interview.shown = None,
            Screen::Stories => stories::select(state, None),
            Screen::Settings | Screen::Progress => {}
            Screen::Check => screens::go_to(state, state.check.from, out),
        }
    }
}

/// The person wants to leave. What they said is made safe first.
pub fn close(state: &mut State, out: &mut Out) {
    let first = !std::mem::replace(&mut state.closing, true);
    match &state.practice.phase {
        Phase::Thinking { .. } | Phase::Arming(_) => practice::cancel(state, out),
        Phase::Recording(_) | Phase::Interrupted(_) => recording::stop(state, out),
        Phase::Idle | Phase::Finishing(_) => {}
    }
    if first {
        sessions::close(state, out);
        // A save that failed before gets one more chance.
        saving::save_all(state, out);
    }
}

/// Closes the window once nothing is under way, or nothing was heard of it for too long.
pub fn close_when_safe(state: &State, now: &Now, out: &mut Out) {
    let saved = state.library.unsaved.is_empty()
        && state.interview.unsaved.is_empty()
        && state.stories.saving.is_empty();
    let safe = !state.busy() && saved && state.practice.abandoned.is_empty();
    if state.closing && (safe || saving::gives_up(state, now)) {
        out.push(Effect::CloseWindow);
    }
}

/// Forgets all that belongs to the library that was open.
pub fn library(state: &mut State, out: &mut Out) {
    playback::pause(state, out);
    state.playback = Playback::default();
    screens::close_review(state);
    state.review = None;
    if matches!(&state.toast, Some(toast) if matches!(toast.kind, ToastKind::Trashed(_))) {
        state.toast = None;
    }
    state.peaks.clear();
    state.unreadable.clear();
    state.loudness.clear();
    speech::leave(state, out);
    let library = &mut state.library;
    library.entries.clear();
    library.mends.clear();
    library.changed();
    library.faults.clear();
    library.sync_copies.clear();
    library.unsaved.clear();
    library.trashing.clear();
    library.deleted.clear();
    state.timeline.trash = None;
    card::release(state);
    stories::leave(state);
    state.drill.shown = None;
    state.today.shown = None;
    state.today.put_off.clear();
    state.interview = Interview::default();
}
