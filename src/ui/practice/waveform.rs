//! The sound as it arrives: bars that enter at the right edge and leave at the left. The same bars
//! are drawn on the practice screen and over the cue.

use egui::{Color32, CornerRadius, Mesh, Pos2, Rect, Shape, Stroke, Ui, Vec2};

use crate::model::live::{LIVE_PEAKS_PER_SEC, LiveTake};
use crate::model::peaks::Peak;
use crate::ui::theme::size;

/// One point across stands for one peak, so bars move by whole points and never shimmer.
const POINTS_PER_PEAK: f32 = 1.0;
/// Bars hold peaks of fixed places in the take, whatever has scrolled away before them.
const PEAKS_PER_BAR: u64 = 4;
/// A bar; the rest up to the next one is gap.
const BAR: f32 = 3.0;
/// Silence is visible too.
const LEAST_HEIGHT: f32 = 2.0;
/// How far the left end fades.
const FADE: f32 = 120.0;
/// Ordinary speech peaks at a fifth of full scale; below 1 this lifts it without cutting shouts.
const LIFT: f32 = 0.6;

/// A dash, and the gap after it.
const DASH: f32 = 4.0;

/// Colours of a waveform.
#[derive(Clone, Copy, Debug)]
pub struct Colors {
    /// Bars before the cue.
    pub before: Color32,
    /// Bars from the cue on.
    pub after: Color32,
    /// What the left end fades into; `None` where it stays clear to the edge.
    pub room: Option<Color32>,
}

/// Across where a frame of the take stands; right of the edge for frames still to come.
pub fn x_of_frame(rect: Rect, live: &LiveTake, frame: u64) -> f32 {
    rect.right() - (live.peaks_total as f32 - peak_of_frame(live, frame) as f32) * POINTS_PER_PEAK
}

fn peak_of_frame(live: &LiveTake, frame: u64) -> u64 {
    if live.sample_rate_hz == 0 {
        return 0;
    }
    (frame * u64::from(LIVE_PEAKS_PER_SEC) / u64::from(live.sample_rate_hz)).min(live.peaks_total)
}

/// One bar: first and last peak of the take, and the magnitude of what is known of them.
fn bars(live: &LiveTake, width: f32) -> impl Iterator<Item = (u64, u64, f32)> + '_ {
    let total = live.peaks_total;
    let known_from = total - (live.peaks.len() as u64).min(total);
    let shown = (width / POINTS_PER_PEAK) as u64;
    let first = total.saturating_sub(shown).div_ceil(PEAKS_PER_BAR);
    (first..total.div_ceil(PEAKS_PER_BAR)).map(move |bar| {
        let from = bar * PEAKS_PER_BAR;
        let to = (from + PEAKS_PER_BAR).min(total);
        let magnitude = (from.max(known_from)..to)
            .filter_map(|peak| live.peaks.get((peak - known_from) as usize))
            .copied()
            .map(Peak::magnitude)
            .fold(0.0, f32::max);
        (from, to, magnitude)
    })
}

/// Paints the bars.
pub fn paint(ui: &Ui, rect: Rect, live: &LiveTake, cue: Option<u64>, colors: Colors) {
    let cue_peak = cue.map(|frame| peak_of_frame(live, frame));
    for (from, to, magnitude) in bars(live, rect.width()) {
        let left = rect.right() - (live.peaks_total - from) as f32 * POINTS_PER_PEAK;
        let width = ((to - from) as f32 * POINTS_PER_PEAK).min(BAR);
        let height = (magnitude.powf(LIFT) * rect.height()).max(LEAST_HEIGHT);
        let color = if cue_peak.is_some_and(|cue| from + PEAKS_PER_BAR > cue) {
            colors.after
        } else {
            colors.before
        };
        // Mixed and not covered: a veil of the room's colour would round to stripes.
        let color = colors
            .room
            .map_or(color, |room| room.lerp_to_gamma(color, fade(rect, left)));
        let bar = Rect::from_min_size(
            Pos2::new(left, rect.center().y - height / 2.0),
            Vec2::new(width, height),
        );
        // Round ends only where there is a height to round.
        let radius = if height > BAR { 2 } else { 0 };
        ui.painter()
            .rect_filled(bar, CornerRadius::same(radius), color);
    }
}

/// Paints the line on which nothing was heard yet, left of the first bar.
pub fn paint_rest(ui: &Ui, rect: Rect, heard: u64, color: Color32) {
    let right = rect.right() - heard as f32 * POINTS_PER_PEAK;
    if right > rect.left() {
        ui.painter().hline(
            rect.left()..=right,
            rect.center().y,
            Stroke::new(size::HAIRLINE, color),
        );
    }
}

/// Paints the line on which the sound will go on, from `left` to the right edge.
pub fn paint_to_come(ui: &Ui, rect: Rect, left: f32, color: Color32) {
    let ends = [left, rect.right()].map(|x| Pos2::new(x, rect.center().y));
    let stroke = Stroke::new(size::HAIRLINE, color);
    ui.painter()
        .extend(Shape::dashed_line(&ends, stroke, DASH, DASH));
}

/// Paints the area behind the bars from `from` to the right edge; it fades like the bars.
pub fn paint_area(ui: &Ui, rect: Rect, from: f32, area: Color32, room: Color32) {
    let clear = rect.left() + FADE;
    if from < clear {
        let mut mesh = Mesh::default();
        for x in [from, clear] {
            let color = room.lerp_to_gamma(area, fade(rect, x));
            mesh.colored_vertex(Pos2::new(x, rect.top()), color);
            mesh.colored_vertex(Pos2::new(x, rect.bottom()), color);
        }
        mesh.add_triangle(0, 1, 2);
        mesh.add_triangle(1, 2, 3);
        ui.painter().add(Shape::mesh(mesh));
    }
    let full = Rect::from_x_y_ranges(from.max(clear)..=rect.right(), rect.y_range());
    ui.painter().rect_filled(full, CornerRadius::ZERO, area);
}

/// How much is left of a colour at a place: nothing at the left edge, all beyond the fade.
fn fade(rect: Rect, x: f32) -> f32 {
    ((x - rect.left()) / FADE).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn live(peaks: usize) -> LiveTake {
        let mut live = LiveTake {
            sample_rate_hz: 48_000,
            ..LiveTake::default()
        };
        for n in 0..peaks {
            live.push_peaks(&[Peak {
                min: 0,
                max: i16::try_from(n * 37 % 20_000).unwrap(),
            }]);
        }
        live
    }

    proptest! {
        #[test]
        fn bars_keep_their_height_while_they_scroll(count in 800_usize..2000) {
            let (now, later) = (live(count), live(count + 1));
            let later: Vec<_> = bars(&later, 760.0).collect();
            for bar in bars(&now, 760.0).filter(|(from, to, _)| to - from == PEAKS_PER_BAR) {
                let same = later.iter().find(|(from, ..)| *from == bar.0);
                prop_assert!(same.is_none_or(|same| *same == bar));
            }
        }
    }

    #[test]
    fn all_of_the_newest_peaks_are_shown() {
        let live = live(1000);
        let last = bars(&live, 760.0).last().unwrap();
        assert_eq!(last.1, 1000);
        assert_eq!(bars(&live, 760.0).count(), 190);
        assert_eq!(bars(&LiveTake::default(), 760.0).count(), 0);
    }

    #[test]
    fn a_cue_enters_at_the_right_edge_and_moves_with_the_bars() {
        let rect = Rect::from_min_size(Pos2::ZERO, Vec2::new(760.0, 72.0));
        let mut live = live(320);
        let cue = 10 * 48_000;
        assert!((x_of_frame(rect, &live, cue) - 760.0).abs() < 0.01);
        live.push_peaks(&[Peak::default(); 64]);
        assert!((x_of_frame(rect, &live, cue) - 696.0).abs() < 0.01);
    }
}
