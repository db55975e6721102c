//! How a take is heard: how fast, with or without its pauses, around and around. Not here: when
//! (`playback`), the edges of a loop (`looped`).

use crate::flow::Effect;
use crate::flow::heard;
use crate::flow::state::State;
use crate::flow::update::out::Out;
use crate::flow::update::settings;
use crate::model::attempt::Attempt;
use crate::model::audio::{AudioCommand, Rendition};
use crate::model::edit_list::EditList;
use crate::model::mend;
use crate::model::settings::{FASTEST, PLAYBACK_SPEEDS, SLOWEST};
use crate::model::speech::Span;
use crate::model::take::frames_from_seconds;

/// How much of each pause stays when they are skipped, in seconds.
const KEPT_SECS: f64 = 0.3;

/// How an attempt is heard now.
pub fn of(state: &State, attempt: &Attempt) -> Rendition {
    let playback = &state.playback;
    let looped = playback.looped;
    let whole = if playback.assembled && playback.only.is_none() {
        mend::assembled(attempt.take.frames, &state.said(attempt))
    } else {
        EditList::whole(state.playable_frames(attempt))
    };
    let whole = whole.within(playback.only.unwrap_or_else(|| attempt.kept()));
    // A part that is heard alone is heard as it was recorded.
    let edit = if state.settings.skip_silence && playback.only.is_none() {
        let skipping = whole.without(&cuts(state, attempt));
        // A loop within a pause is meant to be heard.
        let silent = looped.is_some_and(|looped| skipping.within(looped).pieces().is_empty());
        if silent { whole } else { skipping }
    } else {
        whole
    };
    Rendition {
        edit,
        looped,
        speed: state.settings.playback_speed,
    }
}

/// What of the pauses is skipped: half of what is kept is before it, and half after. A pause that the
/// person asked for is heard.
fn cuts(state: &State, attempt: &Attempt) -> Vec<Span> {
    let Some(speech) = heard::speech(state, attempt) else {
        return Vec::new();
    };
    let half = frames_from_seconds(KEPT_SECS / 2.0, speech.sample_rate_hz);
    let cut = |pause: Span| {
        let end = pause.end_frame.saturating_sub(half);
        Span::new(pause.start_frame.saturating_add(half), end)
    };
    let reviewed = state.review.as_ref().is_some_and(|it| it.id == attempt.id);
    let asked = state.listening.pause.filter(|_| reviewed);
    let skipped = speech
        .pauses()
        .filter(|pause| Some(pause.start_frame) != asked);
    let cuts = skipped.map(cut);
    cuts.filter(|cut| cut.frames() > 0).collect()
}

/// Something about how it is heard has changed; what plays goes on otherwise.
pub fn changed(state: &State, out: &mut Out) {
    if state.playback.playing
        && let Some(attempt) = state.heard()
    {
        let rendition = of(state, attempt);
        out.push(Effect::Audio(AudioCommand::ChangeRendition(rendition)));
    }
}

/// Chooses a speed among those that are possible.
pub fn set_speed(state: &mut State, speed: f32, out: &mut Out) {
    if (SLOWEST..=FASTEST).contains(&speed) {
        let before = state.settings.playback_speed.to_bits();
        settings::change(state, out, |settings| settings.playback_speed = speed);
        if before != speed.to_bits() {
            changed(state, out);
        }
    }
}

/// The next faster of the offered speeds, or, below 0, the next slower; 0 is the usual one.
pub fn step_speed(state: &mut State, by: i32, out: &mut Out) {
    let now = state.settings.playback_speed;
    let next = match by {
        0 => Some(1.0),
        1.. => PLAYBACK_SPEEDS.into_iter().find(|speed| *speed > now),
        _ => PLAYBACK_SPEEDS.into_iter().rfind(|speed| *speed < now),
    };
    if let Some(speed) = next {
        set_speed(state, speed, out);
    }
}

pub fn toggle_skip_silence(state: &mut State, out: &mut Out) {
    settings::change(state, out, |settings| {
        settings.skip_silence = !settings.skip_silence;
    });
    changed(state, out);
}
