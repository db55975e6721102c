//! Listening closely to the attempt under review: where its first word in the new language begins,
//! where it pauses and why.

use crate::flow::heard;
use crate::flow::library::update as library;
use crate::flow::listening::{ReviewCard, ReviewMarkers};
use crate::flow::review::playback;
use crate::flow::state::{Screen, State};
use crate::flow::update::out::Out;
use crate::model::attempt::AttemptId;
use crate::model::mark::{Mark, MarkKind, PauseCause};
use crate::model::speech::Span;
use crate::model::switch::Automatic;
use crate::model::take::frames_from_seconds;

/// How long before a pause one begins to listen, in seconds.
const BEFORE_PAUSE_SECS: f64 = 2.0;

/// Another attempt came under review; the card stays.
pub fn begin(state: &mut State) {
    state.listening = ReviewMarkers {
        card: state.listening.card,
        ..ReviewMarkers::default()
    };
}

/// Shows a card below the sound.
pub fn show(state: &mut State, card: ReviewCard) {
    state.listening.card = card;
}

/// Shows question and points in the other language, or back.
pub fn toggle_language(state: &mut State) {
    state.listening.other_language = !state.listening.other_language;
}

/// Ticks a point of a good answer, or unticks it.
pub fn toggle_point(state: &mut State, point: u8) {
    let reviewed = state.reviewed();
    let points = reviewed.map_or(0, |attempt| state.points_of(attempt).len());
    if usize::from(point) < points {
        state.listening.toggle_point(point);
    }
}

/// The attempt under review: its id, the frame of its cue and its length.
fn cued(state: &State) -> Option<(AttemptId, u64, u64)> {
    if state.screen != Screen::Review {
        return None;
    }
    let attempt = state.reviewed()?;
    let (cue, _) = attempt.cue()?;
    Some((attempt.id.clone(), cue.frame, attempt.take.frames))
}

/// Where the new language is known or thought to begin.
fn restart(state: &State) -> Option<u64> {
    let attempt = state.reviewed()?;
    attempt.first_word_frame().or_else(|| automatic(state))
}

/// Where the sound says that it begins.
fn automatic(state: &State) -> Option<u64> {
    let attempt = state.reviewed()?;
    let switch = heard::switch(heard::speech(state, attempt)?, attempt)?;
    match switch.automatic {
        Automatic::Measured(parts) => Some(parts.restart_frame),
        Automatic::Unclear { .. } => None,
    }
}

/// Takes the marker up: where the new language begins as far as is known, or where one listens. A
/// marker that is being placed comes to where one listens.
pub fn pick(state: &mut State) {
    let Some((id, cue, frames)) = cued(state) else {
        return;
    };
    let playback = &state.playback;
    let heard_at = (playback.id == Some(id)).then_some(playback.frame);
    let behind = heard_at.filter(|frame| (cue + 1..=frames).contains(frame));
    let asked = playback.playing || state.listening.marker.is_some();
    let known = restart(state);
    let at = behind.filter(|_| asked).or(known).or(behind).unwrap_or(cue);
    state.listening.marker = Some(at);
}

/// Puts the marker on a frame, taking it up if need be.
pub fn set(state: &mut State, frame: u64) {
    if let Some((_, cue, frames)) = cued(state) {
        state.listening.marker = Some(frame.clamp(cue, frames.max(cue)));
    }
}

/// Moves the marker by seconds, back when negative.
pub fn shift(state: &mut State, secs: f64) {
    let rate = state
        .reviewed()
        .map_or(0, |attempt| attempt.take.sample_rate_hz);
    let by = frames_from_seconds(secs.abs(), rate);
    if let Some(at) = state.listening.marker {
        let to = if secs < 0.0 {
            at.saturating_sub(by)
        } else {
            at.saturating_add(by)
        };
        set(state, to);
    }
}

/// Confirms the marker, or, when none is being placed, what the sound says.
pub fn confirm(state: &mut State, out: &mut Out) {
    let Some((id, cue, _)) = cued(state) else {
        return;
    };
    let confirmed = state
        .reviewed()
        .and_then(|attempt| attempt.first_word_frame());
    let frame = match (state.listening.marker, confirmed) {
        (Some(marker), _) => Some(marker),
        (None, None) => automatic(state),
        (None, Some(_)) => None,
    };
    // On the cue itself nobody speaks another language yet.
    let Some(frame) = frame.filter(|frame| *frame > cue) else {
        return;
    };
    let kept = library::change(state, &id, out, |attempt| {
        let same = |mark: &Mark| mark.kind == MarkKind::FirstWord;
        attempt.marks.retain(|mark| !same(mark));
        attempt.marks.push(Mark::new(frame, MarkKind::FirstWord));
    });
    if kept {
        state.listening.marker = None;
    }
}

/// Back to what the sound says.
pub fn forget(state: &mut State, out: &mut Out) {
    state.listening.marker = None;
    if let Some((id, ..)) = cued(state) {
        library::change(state, &id, out, |attempt| {
            attempt
                .marks
                .retain(|mark| mark.kind != MarkKind::FirstWord);
        });
    }
}

/// Gives up placing the marker; says whether one was being placed.
pub fn give_up(state: &mut State) -> bool {
    state.listening.marker.take().is_some()
}

/// Long pauses of the attempt under review, the longest first.
fn pauses(state: &State) -> Vec<Span> {
    let speech = state
        .reviewed()
        .and_then(|attempt| heard::speech(state, attempt));
    speech.map_or_else(Vec::new, |speech| speech.long_pauses())
}

/// Plays from before the next pause by length; after the shortest comes the longest again.
pub fn next_pause(state: &mut State, out: &mut Out) {
    let pauses = pauses(state);
    let last = state.listening.pause;
    let next = pauses
        .iter()
        .position(|pause| Some(pause.start_frame) == last)
        .map_or(0, |at| at + 1);
    if let Some(pause) = pauses.get(next).or(pauses.first()) {
        play_pause_at(state, pause.start_frame, out);
    }
}

/// Plays from before a pause.
pub fn play_pause_at(state: &mut State, start_frame: u64, out: &mut Out) {
    if state.screen != Screen::Review {
        return;
    }
    let Some(attempt) = state.reviewed() else {
        return;
    };
    let (id, rate) = (attempt.id.clone(), attempt.take.sample_rate_hz);
    let before = frames_from_seconds(BEFORE_PAUSE_SECS, rate);
    state.listening.pause = Some(start_frame);
    state.listening.card = ReviewCard::Pauses;
    playback::play(state, &id, start_frame.saturating_sub(before), out);
}

/// Judges why a pause was made. Another cause replaces the former; the same takes it back.
pub fn judge(state: &mut State, start_frame: u64, cause: PauseCause, out: &mut Out) {
    let pause = pauses(state)
        .into_iter()
        .find(|pause| pause.start_frame == start_frame);
    let Some((pause, id)) = pause.zip(state.review.as_ref().map(|review| review.id.clone())) else {
        return;
    };
    library::change(state, &id, out, |attempt| {
        let before = heard::cause(attempt, pause);
        let rate = attempt.take.sample_rate_hz;
        attempt
            .marks
            .retain(|mark| !heard::judges(mark, pause, rate));
        if before != Some(cause) {
            attempt
                .marks
                .push(Mark::new(start_frame, MarkKind::Pause(cause)));
        }
    });
}
