//! Changes which part of the take under review is on show, and asks for the samples of a short part.
//! Not here: what is kept of it (`wave_view`), the peaks of whole takes (`peaks`).

use std::ops::Range;
use std::sync::Arc;

use crate::flow::Effect;
use crate::flow::review::wave_view::{LEAST_FRAMES, WaveView, scrolled, zoomed};
use crate::flow::state::{Screen, State};
use crate::flow::update::out::Out;
use crate::model::attempt::AttemptId;
use crate::model::peaks::Excerpt;
use crate::model::take::frames_from_seconds;

/// From so many seconds down, samples are read: on the widest screens a column of them is finer than a peak.
const FINE_SECS: f64 = 30.0;
/// Where a view that is moved to the playhead has it, as a share of its length.
const LEAD: f64 = 0.1;

impl State {
    /// The frames of the attempt under review that are on show.
    pub fn frames_on_show(&self) -> Range<u64> {
        let frames = self.reviewed().map_or(0, |attempt| attempt.take.frames);
        match &self.wave.shown {
            // The take may have become another since.
            Some(shown) if shown.end <= frames => shown.clone(),
            _ => 0..frames,
        }
    }

    /// Whether only a part of the take is on show.
    pub fn is_zoomed(&self) -> bool {
        let frames = self.reviewed().map_or(0, |attempt| attempt.take.frames);
        self.frames_on_show() != (0..frames)
    }

    /// The frame that is heard, if it is one of the attempt under review.
    fn playhead(&self) -> Option<u64> {
        let review = self.review.as_ref()?;
        (self.playback.id.as_ref() == Some(&review.id)).then_some(self.playback.frame)
    }

    /// What is on show after zooming in by a factor, out below 1: the playhead stays where it stands, or
    /// else the middle.
    pub fn zoomed(&self, factor: f64) -> Range<u64> {
        let range = self.frames_on_show();
        let middle = u64::midpoint(range.start, range.end);
        let at = self.playhead().filter(|frame| range.contains(frame));
        zoomed(&range, factor, at.unwrap_or(middle))
    }

    /// What is on show after scrolling by a share of its length, back below 0.
    pub fn scrolled(&self, share: f64) -> Range<u64> {
        let range = self.frames_on_show();
        scrolled(&range, share * (range.end - range.start) as f64)
    }
}

/// Shows these frames, moved into the take and not shorter than can be drawn; more than there are show
/// all.
pub fn show(state: &mut State, range: &Range<u64>) {
    let frames = state.reviewed().map_or(0, |attempt| attempt.take.frames);
    let len = range.end.saturating_sub(range.start).max(LEAST_FRAMES);
    state.wave.shown = (len < frames).then(|| {
        let start = range.start.min(frames - len);
        start..start + len
    });
}

/// Another attempt came under review: all of it is shown.
pub fn begin(state: &mut State) {
    state.wave = WaveView::default();
}

/// Where the take under review is heard, and whether it plays, to be compared after an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    frame: Option<u64>,
    playing: bool,
}

/// As it is now.
pub fn heard(state: &State) -> Heard {
    Heard {
        frame: state.playhead(),
        playing: state.playback.playing,
    }
}

/// After every input, a command or not: brings the playhead into view that was asked to go elsewhere or
/// to play, or that runs out of a view in which it was; a view that a person scrolled away from it stays.
/// Then asks for the samples that are needed.
pub fn follow(state: &mut State, before: Heard, command: bool, out: &mut Out) {
    let now = heard(state);
    if state.wave.shown.is_some()
        && let Some(frame) = now.frame
    {
        let range = state.frames_on_show();
        let shows = |frame: u64| (range.start..=range.end).contains(&frame);
        let moved = now.frame != before.frame;
        let began = now.playing && !before.playing;
        let asked = command && (moved || began);
        let ran_out = moved && before.frame.is_some_and(shows);
        if (asked || ran_out) && !shows(frame) {
            let len = range.end - range.start;
            let start = frame.saturating_sub((len as f64 * LEAD) as u64);
            show(state, &(start..start.saturating_add(len)));
        }
    }
    want_excerpt(state, out);
}

/// Asks for the samples around a short view, one part at a time.
fn want_excerpt(state: &mut State, out: &mut Out) {
    if state.screen != Screen::Review || state.wave.asked.is_some() || !state.is_zoomed() {
        return;
    }
    let shown = state.frames_on_show();
    let Some(attempt) = state.reviewed() else {
        return;
    };
    let take = &attempt.take;
    let len = shown.end - shown.start;
    let there = state.wave.excerpt.as_ref().is_some_and(|excerpt| {
        excerpt.frames.start <= shown.start && shown.end <= excerpt.frames.end
    });
    if there || len > frames_from_seconds(FINE_SECS, take.sample_rate_hz) {
        return;
    }
    // As much again on both sides: scrolling needs it next.
    let frames = shown.start.saturating_sub(len)..(shown.end + len).min(take.frames);
    out.push(Effect::LoadExcerpt {
        attempt: Arc::clone(attempt),
        frames: frames.clone(),
    });
    state.wave.asked = Some(frames);
}

/// Forgets samples that were not all there: a sync program may have brought the rest.
pub fn look_again(state: &mut State) {
    state.wave.excerpt.take_if(|excerpt| {
        let frames = excerpt.frames.end - excerpt.frames.start;
        (excerpt.samples.len() as u64) < frames
    });
}

/// Takes in samples, unless another attempt came under review meanwhile.
pub fn loaded(state: &mut State, id: &AttemptId, excerpt: Arc<Excerpt>) {
    let reviewed = state.review.as_ref().is_some_and(|review| review.id == *id);
    if reviewed && state.wave.asked.as_ref() == Some(&excerpt.frames) {
        state.wave.asked = None;
        state.wave.excerpt = Some(excerpt);
    }
}
