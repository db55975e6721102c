//! Which part of the take under review is on show, and the samples of a part so short that the peaks are
//! too coarse for it. Not here: changing it (`zooming`), how it is drawn (`ui::review`).

use std::ops::Range;
use std::sync::Arc;

use crate::model::peaks::Excerpt;

/// The least that can be on show, in frames.
pub(super) const LEAST_FRAMES: u64 = 32;

/// What of the take is on show.
#[derive(Clone, Debug, Default)]
pub struct WaveView {
    /// The frames; `None` is the whole take.
    pub(super) shown: Option<Range<u64>>,
    /// The samples that were read last.
    pub excerpt: Option<Arc<Excerpt>>,
    /// The frames whose samples are on their way.
    pub(super) asked: Option<Range<u64>>,
}

/// A range made shorter by a factor, or longer by one below 1; `at` keeps its place in it. The result may
/// reach beyond the take.
pub fn zoomed(range: &Range<u64>, factor: f64, at: u64) -> Range<u64> {
    let len = range.end.saturating_sub(range.start) as f64;
    let longer = (len / factor).max(LEAST_FRAMES as f64);
    let before = (at as f64 - range.start as f64) * longer / len.max(1.0);
    let start = (at as f64 - before).round().max(0.0) as u64;
    start..start.saturating_add(longer.round() as u64)
}

/// A range moved by frames, not before the start of the take. The result may reach beyond its end.
pub fn scrolled(range: &Range<u64>, frames: f64) -> Range<u64> {
    let start = (range.start as f64 + frames).round().max(0.0) as u64;
    start..start.saturating_add(range.end.saturating_sub(range.start))
}
