//! The small waveform of a row: thirty bars, coloured by the language that was asked for.

use egui::{Color32, CornerRadius, Pos2, Rect, Ui, Vec2};

use crate::model::peaks::Peaks;
use crate::ui::theme::palette;

/// Number of bars.
pub const BARS: usize = 30;
/// How much room it takes.
pub const SIZE: Vec2 = Vec2::new(120.0, 28.0);

const BAR: f32 = 2.5;
const PITCH: f32 = 4.0;
const LEAST: f32 = 2.0;
const CUE: f32 = 1.5;

/// Heights of the bars, 0 to 1 of the loudest.
pub type Bars = [f32; BARS];

/// The bars of a take: the mean loudness of each thirtieth. The mean and not the extreme, because
/// over several seconds every extreme of speech is the same.
pub fn bars(peaks: &Peaks) -> Bars {
    let all = &peaks.peaks;
    let mut bars: Bars = std::array::from_fn(|bar| {
        let from = all.len() * bar / BARS;
        let to = (all.len() * (bar + 1) / BARS).max(from + 1).min(all.len());
        let part = all.get(from..to).unwrap_or_default();
        let sum: f32 = part.iter().map(|peak| peak.magnitude()).sum();
        sum / part.len().max(1) as f32
    });
    let loudest = bars.iter().copied().fold(0.0_f32, f32::max);
    if loudest > 0.0 {
        for bar in &mut bars {
            *bar /= loudest;
        }
    }
    bars
}

/// What the bars are coloured by.
#[derive(Clone, Copy, Debug)]
pub struct Tint {
    /// Up to the cue.
    pub start: Color32,
    /// Where the cue fell, as a part of the whole, and the colour from there on.
    pub cue: Option<(f32, Color32)>,
}

/// Paints the waveform with its left top corner at `at`. Without bars: a quiet line that keeps
/// the place.
pub fn paint(ui: &Ui, at: Pos2, bars: Option<&Bars>, tint: Tint) {
    let palette = palette(ui.ctx());
    let middle = at.y + SIZE.y / 2.0;
    for index in 0..BARS {
        let left = at.x + index as f32 * PITCH;
        let center = (index as f32 + 0.5) / BARS as f32;
        let (height, color) = match bars.and_then(|bars| bars.get(index)) {
            Some(bar) => {
                let color = match tint.cue {
                    Some((cue, after)) if center >= cue => after,
                    _ => tint.start,
                };
                ((bar * SIZE.y).max(LEAST), color)
            }
            None => (LEAST, palette.heat1),
        };
        let rect =
            Rect::from_center_size(Pos2::new(left + BAR / 2.0, middle), Vec2::new(BAR, height));
        ui.painter().rect_filled(rect, CornerRadius::same(1), color);
    }
    if let Some((cue, color)) = tint.cue {
        let rect = Rect::from_center_size(
            Pos2::new(at.x + cue.clamp(0.0, 1.0) * SIZE.x - 0.75, middle),
            Vec2::new(CUE, SIZE.y + 4.0),
        );
        ui.painter().rect_filled(rect, CornerRadius::ZERO, color);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::peaks::Peak;

    fn peaks(highs: &[i16]) -> Peaks {
        let peaks = highs.iter().map(|high| Peak { min: 0, max: *high });
        Peaks::new(480, highs.len() as u64 * 480, 48_000, peaks.collect())
    }

    #[test]
    fn the_loudest_bar_is_one_and_silence_stays_silent() {
        let loud_end: Vec<i16> = (0..300).map(|n| if n < 150 { 0 } else { 9000 }).collect();
        let bars = bars(&peaks(&loud_end));
        assert!(bars[0].abs() < 1e-6);
        assert!((bars[29] - 1.0).abs() < 1e-6);
    }

    #[test]
    fn takes_shorter_than_the_bars_and_empty_ones_have_bars() {
        for highs in [&[][..], &[5][..], &[1, 2, 3][..]] {
            assert!(
                bars(&peaks(highs))
                    .iter()
                    .all(|bar| (0.0..=1.0).contains(bar))
            );
        }
    }
}
