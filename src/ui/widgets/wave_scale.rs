//! From frames of a take to places on the screen and back. Not here: what is drawn there.

use std::ops::Range;

use egui::Rect;

/// Where a frame stands.
pub fn x_of(rect: Rect, range: &Range<u64>, frame: u64) -> f32 {
    let frames = range.end.saturating_sub(range.start).max(1) as f64;
    let share = (frame as f64 - range.start as f64) / frames;
    rect.left() + (share * f64::from(rect.width())) as f32
}

/// Which frame stands at a place; outside the range the nearest.
pub fn frame_at(rect: Rect, range: &Range<u64>, x: f32) -> u64 {
    let share = f64::from((x - rect.left()) / rect.width().max(1.0)).clamp(0.0, 1.0);
    let frames = range.end.saturating_sub(range.start) as f64;
    range.start + (share * frames).round() as u64
}
