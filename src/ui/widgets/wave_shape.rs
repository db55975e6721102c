//! The shape of a waveform: one column of true minimum and maximum for each pixel, or, from so near that
//! a frame is wider than a pixel, the samples as a line. Not here: what stands on it (`take_waveform`).

use std::ops::Range;

use egui::{Color32, Mesh, Pos2, Rangef, Rect, Shape, Stroke, Ui};

use crate::model::peaks::{Excerpt, Peak, Peaks};
use crate::ui::theme::{Palette, palette, size};
use crate::ui::widgets::wave_scale::x_of;

/// Below this, about -46 dBFS, a column is drawn as silence.
const SILENCE: f32 = 0.005;
/// Share of the height that the loudest column fills.
const FILL: f32 = 0.95;
/// The most a quiet take is enlarged, so that a silent room never looks like speech.
const MOST_GAIN: f32 = 8.0;
/// Least height of a column with sound.
const LEAST: f32 = 2.0;
/// From this distance on, in points, each sample has a dot.
const DOTS_APART: f32 = 4.0;
/// Radius of a dot.
const DOT: f32 = 1.75;
/// Width of the line of samples.
const LINE: f32 = 1.5;

/// One peak for each of `count` equal columns of the frames on show, from the samples where they are
/// known.
pub fn columns(
    peaks: &Peaks,
    excerpt: Option<&Excerpt>,
    range: &Range<u64>,
    count: usize,
) -> Vec<Peak> {
    let frames = range.end.saturating_sub(range.start);
    let count64 = count.max(1) as u64;
    (0..count as u64)
        .map(|column| {
            let from = range.start + frames * column / count64;
            let to = range.start + frames * (column + 1) / count64;
            // With the sample before, or a steep wave would come apart into bars.
            let exact =
                excerpt.and_then(|it| Peak::of(it.of(from.saturating_sub(1), to.max(from + 1))));
            exact.or_else(|| peaks.over(from, to)).unwrap_or_default()
        })
        .collect()
}

/// How much the columns are enlarged so that the loudest of the whole take fills the height.
pub fn gain(peaks: &Peaks) -> f32 {
    let loudest = peaks.over(0, peaks.frames).map_or(0.0, Peak::magnitude);
    (FILL / loudest.max(f32::EPSILON)).min(MOST_GAIN)
}

/// What a waveform is drawn from.
#[derive(Clone, Copy)]
pub struct WaveShape<'a> {
    /// One peak for each physical pixel of its width; empty while they are on their way.
    pub columns: &'a [Peak],
    /// The samples, where they are known.
    pub excerpt: Option<&'a Excerpt>,
    /// How much both are enlarged.
    pub gain: f32,
}

impl WaveShape<'_> {
    /// The samples on show and one more on each side, with the frame of the first, if they are to be
    /// drawn as a line.
    fn samples(&self, range: &Range<u64>) -> Option<(u64, &[i16])> {
        if range.end.saturating_sub(range.start) >= self.columns.len() as u64 {
            return None;
        }
        let from = range
            .start
            .saturating_sub(1)
            .max(self.excerpt?.frames.start);
        let samples = self.excerpt?.of(from, range.end.saturating_add(2));
        (!samples.is_empty()).then_some((from, samples))
    }

    /// The loudest under a place across, in dBFS; `None` where nothing is known or nothing sounds.
    pub fn level_dbfs(&self, wave: Rect, x: f32) -> Option<f32> {
        let share = (x - wave.left()) / wave.width().max(1.0);
        let at = (share * self.columns.len() as f32).max(0.0) as usize;
        let last = self.columns.len().checked_sub(1)?;
        let magnitude = self.columns.get(at.min(last))?.magnitude();
        (magnitude > 0.0).then(|| 20.0 * magnitude.log10())
    }

    /// Draws it; `color` is that of a frame with sound.
    pub fn paint(&self, ui: &Ui, wave: Rect, range: &Range<u64>, color: &dyn Fn(u64) -> Color32) {
        let colors = palette(ui.ctx());
        if self.columns.is_empty() {
            let line = Stroke::new(size::HAIRLINE, colors.control);
            let middle = wave.center().y.round();
            ui.painter().hline(wave.x_range(), middle, line);
        } else if let Some((first, samples)) = self.samples(range) {
            self.paint_samples(ui, wave, range, color, (first, samples));
        } else {
            self.paint_columns(ui, colors, wave, range, color);
        }
    }

    /// Points above the middle.
    fn reach(&self, wave: Rect, sample: i16) -> f32 {
        let half = wave.height() / 2.0;
        (f32::from(sample) / 32768.0 * self.gain * half).clamp(-half, half)
    }

    fn paint_columns(
        &self,
        ui: &Ui,
        colors: &Palette,
        wave: Rect,
        range: &Range<u64>,
        color: &dyn Fn(u64) -> Color32,
    ) {
        let middle = wave.center().y.round();
        let width = wave.width() / self.columns.len() as f32;
        let frames = range.end.saturating_sub(range.start);
        let mut mesh = Mesh::default();
        for (index, peak) in self.columns.iter().enumerate() {
            let (above, below, color) = if peak.magnitude() < SILENCE {
                let thin = size::HAIRLINE / 2.0;
                (thin, thin, colors.control)
            } else {
                let (above, below) = (self.reach(wave, peak.max), -self.reach(wave, peak.min));
                let missing = (LEAST - above - below).max(0.0) / 2.0;
                let middle = frames * (2 * index as u64 + 1) / (2 * self.columns.len() as u64);
                let color = color(range.start + middle);
                (above + missing, below + missing, color)
            };
            let left = wave.left() + index as f32 * width;
            let column = Rect::from_x_y_ranges(
                Rangef::new(left, left + width),
                Rangef::new(middle - above, middle + below),
            );
            mesh.add_colored_rect(column, color);
        }
        ui.painter().add(Shape::mesh(mesh));
    }

    fn paint_samples(
        &self,
        ui: &Ui,
        wave: Rect,
        range: &Range<u64>,
        color: &dyn Fn(u64) -> Color32,
        (first, samples): (u64, &[i16]),
    ) {
        let painter = ui.painter().with_clip_rect(wave.intersect(ui.clip_rect()));
        let middle = wave.center().y.round();
        let apart = wave.width() / range.end.saturating_sub(range.start).max(1) as f32;
        let point = |frame: u64, sample: i16| {
            Pos2::new(x_of(wave, range, frame), middle - self.reach(wave, sample))
        };
        let points: Vec<(Pos2, Color32)> = (first..)
            .zip(samples)
            .map(|(frame, sample)| (point(frame, *sample), color(frame)))
            .collect();
        // A line changes its colour where the language does.
        for same in points.chunk_by(|(_, one), (_, next)| one == next) {
            let Some((_, color)) = same.first() else {
                continue;
            };
            let line = same.iter().map(|(at, _)| *at).collect();
            painter.line(line, Stroke::new(LINE, *color));
        }
        if apart >= DOTS_APART {
            for (at, color) in &points {
                painter.circle_filled(*at, DOT, *color);
            }
        }
    }
}
