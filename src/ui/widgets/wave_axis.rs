//! The labels of time below a waveform, and the pill with what is under the pointer. Not here: the
//! waveform (`take_waveform`).

use std::ops::Range;

use egui::{CornerRadius, Pos2, Rangef, Rect, Stroke, StrokeKind, Ui, Vec2};

use crate::i18n::dates;
use crate::model::take::seconds_from_frames;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::figures;

/// Distances of the labels in seconds, each with the decimals that it needs.
const TICKS: [(f64, u32); 24] = [
    (0.000_1, 4),
    (0.000_2, 4),
    (0.000_5, 4),
    (0.001, 3),
    (0.002, 3),
    (0.005, 3),
    (0.01, 2),
    (0.02, 2),
    (0.05, 2),
    (0.1, 1),
    (0.2, 1),
    (0.5, 1),
    (1.0, 0),
    (2.0, 0),
    (5.0, 0),
    (10.0, 0),
    (20.0, 0),
    (30.0, 0),
    (60.0, 0),
    (120.0, 0),
    (300.0, 0),
    (600.0, 0),
    (1200.0, 0),
    (1800.0, 0),
];
/// Beyond the last of them.
const HOUR: (f64, u32) = (3600.0, 0);
/// Least room that a label has, and each of its decimals.
const ROOM: f64 = 72.0;
const DECIMAL: f64 = 12.0;

/// The axis of a waveform.
pub struct Axis<'a> {
    /// Where the sound is.
    pub wave: Rect,
    /// Middle of the labels.
    pub y: f32,
    /// The frames on show.
    pub range: &'a Range<u64>,
    /// Frames per second.
    pub sample_rate_hz: u32,
}

impl Axis<'_> {
    /// Decimals of the seconds that two points beside each other differ in, at least one.
    pub fn decimals(&self) -> u32 {
        let frames = self.range.end.saturating_sub(self.range.start);
        let per_point = seconds_from_frames(frames, self.sample_rate_hz)
            / f64::from(self.wave.width().max(1.0));
        (-per_point.max(1e-4).log10()).ceil().clamp(1.0, 4.0) as u32
    }

    /// Labels of time; those that the pill of the pointer would cut in two step aside.
    pub fn paint(&self, ui: &Ui, pill: Option<Rangef>) {
        let color = palette(ui.ctx()).text3;
        let wave = self.wave;
        let from = seconds_from_frames(self.range.start, self.sample_rate_hz);
        let to = seconds_from_frames(self.range.end, self.sample_rate_hz);
        if to <= from {
            return;
        }
        let per_sec = f64::from(wave.width()) / (to - from);
        let fits = |tick: &(f64, u32)| tick.0 * per_sec >= ROOM + DECIMAL * f64::from(tick.1);
        let (step, decimals) = TICKS.into_iter().find(fits).unwrap_or(HOUR);
        let mut tick = (from / step).ceil();
        while tick * step <= to {
            let words = dates::clock_decimals(tick * step, decimals);
            let wide = figures::width(ui, &words, Size::Caption, Weight::Regular);
            let x = wave.left() + ((tick * step - from) * per_sec) as f32;
            let left = (x - wide / 2.0).clamp(wave.left(), wave.right() - wide);
            let at = Pos2::new(left, self.y - Size::Caption.line() / 2.0);
            let room = Rangef::new(left, left + wide).expand(size::STEP_1);
            if pill.is_none_or(|pill| !pill.intersects(room)) {
                figures::paint(ui, at, &words, Size::Caption, Weight::Regular, color);
            }
            tick += 1.0;
        }
    }

    /// A line under the pointer and words in a pill on the axis; returns where the pill is.
    pub fn paint_pill(&self, ui: &Ui, x: f32, words: &str) -> Rangef {
        let colors = palette(ui.ctx());
        let wave = self.wave;
        let stroke = Stroke::new(size::HAIRLINE, colors.control);
        ui.painter().vline(x.round() + 0.5, wave.y_range(), stroke);
        let wide = figures::width(ui, words, Size::Caption, Weight::Regular);
        let pill = Vec2::new(wide + size::STEP_4, size::STEP_6);
        let least = wave.left() - size::STEP_2 + pill.x / 2.0;
        let most = wave.right() + size::STEP_2 - pill.x / 2.0;
        let rect = Rect::from_center_size(Pos2::new(x.clamp(least, most), self.y), pill);
        let radius = CornerRadius::same(size::RADIUS_ROW);
        let edge = Stroke::new(size::HAIRLINE, colors.line);
        ui.painter()
            .rect(rect, radius, colors.surface, edge, StrokeKind::Inside);
        let at = Pos2::new(
            rect.left() + size::STEP_2,
            self.y - Size::Caption.line() / 2.0,
        );
        figures::paint(ui, at, words, Size::Caption, Weight::Regular, colors.text);
        rect.x_range()
    }
}
