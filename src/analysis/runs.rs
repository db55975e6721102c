//! Where a voice sounds and where it pauses, from frames of 10 ms.
//! Not here: syllables (`nuclei`), measures (`measures`).
//!
//! A frame sounds when it is loud enough and near to what the detector takes for a voice. The edges
//! of a voice are fainter than the level that tells it from noise, so they are followed a little way
//! down. Then gaps that are no pause are closed, and what is too short for a voice is dropped.

use std::ops::Range;

use crate::analysis::frames::Frames;
use crate::analysis::level::SILENCE_DBFS;
use crate::analysis::nuclei;
use crate::analysis::thresholds as at;
use crate::model::speech::{Span, Speech};

/// The levels that tell a voice from a room, in dBFS.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// The noise of the room.
    pub noise: f32,
    /// The loudest parts of the voice.
    pub loud: f32,
}

impl Levels {
    /// From which level on a frame could be voice.
    pub fn threshold(self) -> f32 {
        (self.noise + at::ABOVE_NOISE_DB).max(self.loud - at::BELOW_LOUD_DB)
    }

    /// Down to which level the edges of a voice are followed.
    fn edge(self) -> f32 {
        (self.noise + at::EDGE_ABOVE_NOISE_DB).max(self.loud - at::EDGE_BELOW_LOUD_DB)
    }
}

/// The voice in a recording. Within the masks another sound is known to be, such as a cue: a frame
/// there counts as voice only if the voice sounds right before and right after it.
pub fn speech(frames: &Frames, masks: &[Span]) -> Speech {
    let levels = levels(frames);
    let masks: Vec<_> = masks.iter().map(|mask| cover(frames, *mask)).collect();
    let runs = runs(frames, levels, &masks);
    let nuclei = nuclei::nuclei(frames, levels, &runs);
    Speech {
        version: at::ANALYSIS_VERSION,
        sample_rate_hz: frames.sample_rate_hz,
        frames: frames.take_frames,
        noise_dbfs: levels.noise,
        threshold_dbfs: levels.threshold(),
        runs: runs
            .into_iter()
            .map(|run| Span::new(frames.take_frame(run.start), frames.take_frame(run.end)))
            .collect(),
        nuclei: nuclei
            .into_iter()
            .map(|nucleus| frames.take_frame(nucleus))
            .collect(),
    }
}

/// The analysis frames that a mask touches.
fn cover(frames: &Frames, mask: Span) -> Range<usize> {
    let last = mask.end_frame.saturating_sub(1);
    frames.at(mask.start_frame)..frames.at(last).saturating_add(1)
}

/// How loud room and voice are. Frames in which nothing moves come from muting and lost buffers, not
/// from a room.
pub fn levels(frames: &Frames) -> Levels {
    let near = spread(&enough_voice(frames), at::NOISE_DISTANCE);
    let moving = |level: &f32| *level > SILENCE_DBFS;
    let mut all: Vec<f32> = frames.level_dbfs.iter().copied().filter(moving).collect();
    let mut room: Vec<f32> = frames
        .level_dbfs
        .iter()
        .zip(&near)
        .filter(|(level, near)| moving(level) && !**near)
        .map(|(level, _)| *level)
        .collect();
    let noise = if room.len() >= at::NOISE_FRAMES_LEAST {
        quantile(&mut room, 0.5)
    } else {
        quantile(&mut all, at::NOISE_SHARE)
    };
    Levels {
        noise,
        loud: quantile(&mut all, at::LOUD_SHARE),
    }
}

/// The level that this share of the frames does not exceed.
fn quantile(levels: &mut [f32], share: f64) -> f32 {
    let at = (levels.len() as f64 * share) as usize;
    let at = at.min(levels.len().saturating_sub(1));
    if levels.is_empty() {
        return SILENCE_DBFS;
    }
    *levels.select_nth_unstable_by(at, f32::total_cmp).1
}

/// Frames the detector takes for a voice.
fn enough_voice(frames: &Frames) -> Vec<bool> {
    hysteresis(&frames.voice, at::VOICE_ENTER, at::VOICE_LEAVE)
}

/// On from `enter` on, until below `leave`; in both directions of time, so that a slow rise belongs to
/// what follows as a slow fall belongs to what was before.
fn hysteresis(values: &[f32], enter: f32, leave: f32) -> Vec<bool> {
    let mut on = vec![false; values.len()];
    let mut before = false;
    for (on, value) in on.iter_mut().zip(values) {
        before = *value >= enter || (before && *value >= leave);
        *on = before;
    }
    let mut after = false;
    for (on, value) in on.iter_mut().zip(values).rev() {
        after = *on || (after && *value >= leave);
        *on = after;
    }
    on
}

/// On wherever something is on at most `reach` frames away.
fn spread(on: &[bool], reach: usize) -> Vec<bool> {
    let mut wide = vec![false; on.len()];
    for range in ranges(on) {
        let start = range.start.saturating_sub(reach);
        let end = range.end.saturating_add(reach).min(on.len());
        if let Some(wide) = wide.get_mut(start..end) {
            wide.fill(true);
        }
    }
    wide
}

/// The stretches that are on.
fn ranges(on: &[bool]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    for (frame, on) in on.iter().chain([&false]).enumerate() {
        match (on, start) {
            (true, None) => start = Some(frame),
            (false, Some(from)) => {
                found.push(from..frame);
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Runs in analysis frames.
fn runs(frames: &Frames, levels: Levels, masks: &[Range<usize>]) -> Vec<Range<usize>> {
    let near = spread(&enough_voice(frames), at::VOICE_REACH);
    let threshold = levels.threshold();
    let mut on = hysteresis(&frames.level_dbfs, threshold, threshold - at::RELEASE_DB);
    for (on, near) in on.iter_mut().zip(near) {
        *on &= near;
    }
    for range in ranges(&on) {
        let heard = range.start..range.end.saturating_add(at::VOICE_DELAY).min(on.len());
        let scores = frames.voice.get(heard).unwrap_or_default();
        if !scores.iter().any(|score| *score >= at::VOICE_SURE)
            && let Some(on) = on.get_mut(range)
        {
            on.fill(false);
        }
    }
    follow_edges(&mut on, frames, levels.edge());
    for mask in masks {
        cut(&mut on, mask);
    }
    let mut runs = close_gaps(ranges(&on));
    runs.retain(|run| run.len() >= at::RUN_LEAST);
    runs
}

/// Follows both edges of each stretch down to a level; at its end over a short closure, too, as
/// before the last sound of "that", while the detector is still sure.
fn follow_edges(on: &mut [bool], frames: &Frames, edge: f32) {
    for range in ranges(on) {
        let level = |frame: usize| frames.level_dbfs.get(frame).copied();
        let faint = |frame: usize| level(frame).is_some_and(|level| level >= edge);
        let reach = range.start.saturating_sub(at::EDGE_REACH)..range.start;
        let start = reach.rev().take_while(|frame| faint(*frame)).last();
        let mut end = range.end;
        for frame in range.end..range.end.saturating_add(at::EDGE_REACH) {
            let sure = || {
                frames
                    .voice
                    .get(frame)
                    .is_some_and(|v| *v >= at::VOICE_SURE)
            };
            if faint(frame) && (end == frame || sure()) {
                end = frame + 1;
            }
        }
        if let Some(on) = on.get_mut(start.unwrap_or(range.start)..end) {
            on.fill(true);
        }
    }
}

/// Takes a mask out, unless the voice sounds on both sides of it.
fn cut(on: &mut [bool], mask: &Range<usize>) {
    let is_on = |frame: Option<usize>| frame.and_then(|f| on.get(f)).copied().unwrap_or(false);
    let through = is_on(mask.start.checked_sub(1)) && is_on(Some(mask.end));
    let end = mask.end.min(on.len());
    if let Some(masked) = on.get_mut(mask.start.min(end)..end) {
        masked.fill(through);
    }
}

fn close_gaps(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut closed: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match closed.last_mut() {
            Some(last) if range.start.saturating_sub(last.end) < at::PAUSE_LEAST => {
                last.end = range.end;
            }
            _ => closed.push(range),
        }
    }
    closed
}
