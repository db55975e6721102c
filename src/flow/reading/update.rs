//! Reading the interviewer's words aloud: when, and never while a microphone listens.

use crate::flow::Effect;
use crate::flow::check::{Quiet, Stage};
use crate::flow::command::Command;
use crate::flow::reading::OnCard;
use crate::flow::state::{Phase, Screen, State};
use crate::flow::update::out::Out;
use crate::flow::update::{notices, settings};
use crate::model::audio::AudioCommand;
use crate::model::fault::Fault;
use crate::model::reading::{Reader, ReadingFault};
use crate::model::settings::Reading;

/// Chooses whether questions are read.
pub fn choose(state: &mut State, reading: Reading, out: &mut Out) {
    settings::change(state, out, |settings| settings.reading = reading);
    if reading != Reading::Off && matches!(state.aloud.found, Some(Err(_))) {
        // Perhaps it was installed meanwhile.
        look(state, out);
    }
}

/// Looks for a voice, when the person wants one or looks at the settings for it.
pub fn look(state: &mut State, out: &mut Out) {
    if !std::mem::replace(&mut state.aloud.looking, true) {
        out.push(Effect::LookForVoices);
    }
}

pub fn found(state: &mut State, found: Result<Reader, ReadingFault>) {
    state.aloud.looking = false;
    if state.settings.reading != Reading::Off
        && let Err(fault) = &found
        && state.aloud.found.as_ref() != Some(&found)
    {
        notices::fault(state, fault.clone());
    }
    if found.is_ok() {
        notices::mend(state, |fault| matches!(fault, Fault::Reading(_)));
    }
    state.aloud.found = Some(found);
}

/// Reads the question once more, or for the first time; asked while it is read, stops it.
pub fn repeat(state: &mut State, out: &mut Out) {
    if state.aloud.reading.is_some() {
        stop(state, out);
        return;
    }
    if state.settings.reading == Reading::Off || state.words_on_card().is_none() {
        return;
    }
    let Some(card) = &mut state.aloud.card else {
        return;
    };
    if card.heard {
        let Some(left) = card.repeats_left.checked_sub(1) else {
            return;
        };
        card.repeats_left = left;
    }
    card.due = true;
}

/// Shows the words that were to be listened to.
pub fn show_words(state: &mut State) {
    if let Some(card) = &mut state.aloud.card {
        card.shown = true;
    }
}

/// A text is over: nothing of it is heard any more.
pub fn ended(state: &mut State, id: u32, fault: Option<ReadingFault>, out: &mut Out) {
    if state.aloud.reading != Some(id) {
        return;
    }
    state.aloud.reading = None;
    state.aloud.stopping = false;
    if let Some(fault) = fault {
        if let Some(card) = &mut state.aloud.card {
            card.fault = Some(fault.clone());
        }
        notices::fault(state, fault);
    }
    if std::mem::take(&mut state.aloud.then_record) {
        out.then(Command::Record);
    }
}

/// Whether something is still being read, so that the microphone has to wait for its end. It is
/// opened right after.
pub fn holds_microphone(state: &mut State, out: &mut Out) -> bool {
    let holds = state.aloud.reading.is_some();
    if holds {
        state.aloud.then_record = true;
        stop(state, out);
    }
    holds
}

fn stop(state: &mut State, out: &mut Out) {
    if !std::mem::replace(&mut state.aloud.stopping, true) {
        out.push(Effect::StopReading);
    }
}

/// Follows what stands on the card: a new question is read, and what is read stops when the person
/// goes on. Called after every input.
pub fn follow(state: &mut State, out: &mut Out) {
    if state.settings.reading != Reading::Off && state.aloud.found.is_none() {
        look(state, out);
    }
    let idle = matches!(state.practice.phase, Phase::Idle);
    let here = state.screen == Screen::Practice && idle && !state.closing;
    if state.aloud.reading.is_some() && (!here || state.settings.reading == Reading::Off) {
        stop(state, out);
    }
    if state.screen != Screen::Practice {
        // Who comes back to the same question has left it; it is not read by itself.
        state.aloud.then_record = false;
    }
    notice(state, out);
    let ready = here && state.aloud.reading.is_none() && !microphone_listens(state);
    let language = state.next_plan().start();
    if !ready || state.can_read(language).is_err() {
        return;
    }
    let Some(card) = state.aloud.card.as_mut().filter(|card| card.due) else {
        return;
    };
    card.due = false;
    card.heard = true;
    let text = card.text.get(language).to_owned();
    state.aloud.last_id = state.aloud.last_id.wrapping_add(1);
    let id = state.aloud.last_id;
    state.aloud.reading = Some(id);
    state.playback.playing = false;
    out.push(Effect::Audio(AudioCommand::PausePlayback));
    out.push(Effect::ReadAloud { id, text, language });
}

/// Takes note of other words on the card. The first question of a run is not read by itself: a
/// program that speaks while it opens would startle.
fn notice(state: &mut State, out: &mut Out) {
    let Some(text) = state.words_on_card().cloned() else {
        return;
    };
    let former = state.aloud.card.as_ref();
    if former.is_some_and(|card| card.text == text) {
        return;
    }
    let due = former.is_some() && state.settings.reading != Reading::Off;
    state.aloud.card = Some(OnCard::new(text, due));
    if state.aloud.reading.is_some() {
        stop(state, out);
    }
}

/// Whether a sound check listens; it would hear the voice.
fn microphone_listens(state: &State) -> bool {
    matches!(state.check.quiet, Quiet::Listening(_))
        || matches!(state.check.stage, Stage::Listening(_))
}
