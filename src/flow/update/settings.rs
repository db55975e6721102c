//! What a person can set. Everything set is saved at once; a slider may ask often, the disk need
//! not write as often.

use unicode_normalization::UnicodeNormalization as _;

use crate::flow::Effect;
use crate::flow::state::State;
use crate::flow::update::notices;
use crate::flow::update::out::Out;
use crate::model::drill::MOST_CATCH_SHARE;
use crate::model::fault::{FileFault, SoundFault};
use crate::model::language::Language;
use crate::model::settings::{
    LONGEST_RESCUE_LINE, MOST_RESCUE_LINES, Settings, TARGET_SECS, ZOOM_PERCENTS,
};
use crate::model::sound::Devices;

/// Changes the settings and saves them, if there is a change.
pub fn change(state: &mut State, out: &mut Out, edit: impl FnOnce(&mut Settings)) {
    let mut settings = state.settings.clone();
    edit(&mut settings);
    if settings != state.settings {
        state.settings = settings.clone();
        out.push(Effect::SaveSettings(settings));
    }
}

/// The last change of the settings is on disk.
pub fn saved(state: &mut State) {
    state.library.saving.settings = false;
    notices::saved(state, |path| path.ends_with("settings.toml"));
}

/// The settings could not be written. They belong to no library, so none is kept open for that.
pub fn save_failed(state: &mut State, fault: FileFault) {
    state.library.saving.settings = true;
    state.library.saving.failed(&fault, state.closing);
    notices::fault(state, fault);
}

/// What somebody else had changed in the settings is taken in, unless they were changed here since.
pub fn merged(state: &mut State, asked: &Settings, on_disk: Box<Settings>, out: &mut Out) {
    if state.settings == *asked {
        state.settings.clone_from(&on_disk);
        out.push(Effect::TookInSettings(on_disk));
    }
}

/// Chooses the interface language; the one of the command line has had its day.
pub fn set_language(state: &mut State, language: Option<Language>, out: &mut Out) {
    state.run_language = None;
    change(state, out, |settings| settings.language = language);
}

/// Chooses the target length among those offered.
pub fn set_target_secs(state: &mut State, secs: u32, out: &mut Out) {
    if TARGET_SECS.contains(&secs) {
        change(state, out, |settings| settings.target_secs = secs);
    }
}

/// Makes everything in the window larger or smaller by steps; 0 is the usual size.
pub fn zoom(state: &mut State, steps: i32, out: &mut Out) {
    let now = state.settings.zoom_percent;
    let next = match steps {
        0 => Some(100),
        1.. => ZOOM_PERCENTS.into_iter().find(|percent| *percent > now),
        _ => ZOOM_PERCENTS.into_iter().rfind(|percent| *percent < now),
    };
    if let Some(percent) = next {
        change(state, out, |settings| settings.zoom_percent = percent);
    }
}

/// Chooses the share of takes without a cue, among those that are possible.
pub fn set_catch_share(state: &mut State, share: f32, out: &mut Out) {
    if (0.0..=MOST_CATCH_SHARE).contains(&share) {
        change(state, out, |settings| settings.catch_share = share);
    }
}

/// Keeps the bridge sentences: composed letters, no empty ones, not too many and not too long.
pub fn set_rescue_lines(state: &mut State, lines: &[String], out: &mut Out) {
    let kept = lines.iter().map(|line| -> String {
        let composed: String = line.trim().nfc().collect();
        composed.chars().take(LONGEST_RESCUE_LINE).collect()
    });
    let kept: Vec<String> = kept
        .filter(|line| !line.is_empty())
        .take(MOST_RESCUE_LINES)
        .collect();
    change(state, out, |settings| settings.rescue_lines = kept);
}

/// Takes in the list of devices. A chosen one that is gone stays chosen: it may come back.
pub fn devices(state: &mut State, devices: Devices) {
    let (microphone, speaker) = (!devices.inputs.is_empty(), !devices.outputs.is_empty());
    state.devices = Some(devices);
    notices::mend_sound(state, |fault| {
        (microphone && *fault == SoundFault::NoMicrophone)
            || (speaker && *fault == SoundFault::NoSpeaker)
    });
}
