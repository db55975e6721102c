//! What a person can set. Everything set is saved at once; a slider may ask often, the disk need
//! not write as often.

use crate::flow::Effect;
use crate::flow::state::State;
use crate::flow::update::notices;
use crate::model::fault::{Fault, SoundFault};
use crate::model::language::Language;
use crate::model::settings::{Settings, TARGET_SECS};
use crate::model::sound::Devices;

/// Changes the settings and saves them, if there is a change.
pub(super) fn change(state: &mut State, out: &mut Vec<Effect>, edit: impl FnOnce(&mut Settings)) {
    let mut settings = state.settings.clone();
    edit(&mut settings);
    if settings != state.settings {
        state.settings = settings.clone();
        out.push(Effect::SaveSettings(settings));
    }
}

/// Chooses the interface language; the one of the command line has had its day.
pub(super) fn set_language(state: &mut State, language: Option<Language>, out: &mut Vec<Effect>) {
    state.run_language = None;
    change(state, out, |settings| settings.language = language);
}

/// Chooses the target length among those offered.
pub(super) fn set_target_secs(state: &mut State, secs: u32, out: &mut Vec<Effect>) {
    if TARGET_SECS.contains(&secs) {
        change(state, out, |settings| settings.target_secs = secs);
    }
}

/// Takes in the list of devices. A chosen one that is gone stays chosen: it may come back.
pub(super) fn devices(state: &mut State, devices: Devices) {
    let (microphone, speaker) = (!devices.inputs.is_empty(), !devices.outputs.is_empty());
    state.devices = Some(devices);
    notices::mend(state, |fault| match fault {
        Fault::Sound(SoundFault::NoMicrophone) => microphone,
        Fault::Sound(SoundFault::NoSpeaker) => speaker,
        _ => false,
    });
}
