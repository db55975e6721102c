//! The waveform of a take, or of a part of it: one column of true minimum and maximum for each
//! pixel, in the colour of the language that was asked for. It is also the slider for the place
//! that is heard. Not here: merging peaks into columns frame by frame again and again (the caller
//! keeps them), the row of words above.

use std::ops::Range;

use egui::accesskit::{Action, ActionData};
use egui::{
    Color32, CornerRadius, Key, Mesh, Pos2, Rangef, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::i18n::dates;
use crate::model::language::Language;
use crate::model::peaks::{Peak, Peaks};
use crate::model::take::{Gap, frames_from_seconds, seconds_from_frames};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{Palette, palette, size};
use crate::ui::widgets::figures;
use crate::ui::widgets::focus::{self, Steps};

/// Below this, about -46 dBFS, a column is drawn as silence.
const SILENCE: f32 = 0.005;
/// Share of the height that the loudest column fills.
const FILL: f32 = 0.95;
/// The most a quiet take is enlarged, so that a silent room never looks like speech.
const MOST_GAIN: f32 = 8.0;
/// Least height of a column with sound.
const LEAST: f32 = 2.0;
/// Distance of the stripes over a gap.
const STRIPE: f32 = 6.0;
/// Seconds that one press of an arrow key moves.
const STEP_SECS: f64 = crate::flow::keys::SEEK_SECS;
/// Distances of the labels of the axis, in seconds.
const TICKS: [f64; 12] = [
    1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1200.0, 1800.0,
];
/// Least room that a label of the axis has.
const TICK_ROOM: f32 = 72.0;

/// One peak for each of `count` equal columns of the frames on show.
pub fn columns(peaks: &Peaks, range: &Range<u64>, count: usize) -> Vec<Peak> {
    let frames = range.end.saturating_sub(range.start);
    let count64 = count.max(1) as u64;
    (0..count as u64)
        .map(|column| {
            let from = range.start + frames * column / count64;
            let to = range.start + frames * (column + 1) / count64;
            peaks.over(from, to).unwrap_or_default()
        })
        .collect()
}

/// How much the columns are enlarged so that the loudest of the whole take fills the height.
pub fn gain(peaks: &Peaks) -> f32 {
    let loudest = peaks
        .peaks
        .iter()
        .map(|peak| peak.magnitude())
        .fold(0.0_f32, f32::max);
    (FILL / loudest.max(f32::EPSILON)).min(MOST_GAIN)
}

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

/// A waveform to be placed.
#[derive(Clone)]
pub struct TakeWaveform<'a> {
    /// Its name for screen readers.
    pub name: &'a str,
    /// The place that is heard, in words.
    pub value: &'a str,
    /// The frames on show.
    pub range: Range<u64>,
    /// Frames per second.
    pub sample_rate_hz: u32,
    /// One peak for each physical pixel of its width; empty while they are on their way.
    pub columns: &'a [Peak],
    /// How much they are enlarged.
    pub gain: f32,
    /// The language asked for at the start.
    pub start: Language,
    /// The frame of the cue and the language asked for from there.
    pub cue: Option<(u64, Language)>,
    /// The language most likely spoken at a frame, as far as the voice is known: `None` when it is
    /// not, `Some(None)` in silence and between two languages.
    pub voice: &'a dyn Fn(u64) -> Option<Option<Language>>,
    /// Stretches that were lost.
    pub gaps: &'a [Gap],
    /// The frame that is heard.
    pub playhead: u64,
}

impl TakeWaveform<'_> {
    /// Places it: `wave` is where the sound is, `zone` is as wide and reaches above and below as
    /// far as cue and playhead do, `axis_y` is the middle of the labels of time. Returns the frame
    /// that was asked for in this pass.
    pub fn show(&self, ui: &mut Ui, wave: Rect, zone: Rect, axis_y: f32) -> Option<u64> {
        let colors = palette(ui.ctx());
        let response = ui.interact(
            zone,
            ui.scope_id().with("take-waveform"),
            Sense::click_and_drag(),
        );
        self.paint_gaps(ui, colors, wave);
        self.paint_columns(ui, colors, wave);
        self.paint_cue(ui, colors, wave, zone);
        let hovered = response.hover_pos().map(|at| at.x);
        let pill = hovered.map(|x| self.paint_hover(ui, colors, wave, x, axis_y));
        self.paint_axis(ui, colors, wave, axis_y, pill);
        self.paint_playhead(ui, colors, wave, zone);
        focus::ring(ui, &response, zone, size::RADIUS_SEGMENT);
        let asked = self
            .pointed(ui, &response, wave)
            .or_else(|| self.stepped(ui, &response));
        self.tell(ui, &response);
        asked.filter(|frame| *frame != self.playhead)
    }

    /// A press seeks at once, not on release: one hears where the finger is.
    fn pointed(&self, ui: &Ui, response: &Response, wave: Rect) -> Option<u64> {
        let at = response.interact_pointer_pos()?;
        // Held still, it asks for nothing: playback goes on under the pointer.
        let moved = ui.input(|input| {
            input.pointer.any_pressed()
                || input.pointer.any_released()
                || input.pointer.delta() != Vec2::ZERO
        });
        let held =
            response.is_pointer_button_down_on() || response.clicked() || response.drag_stopped();
        (held && moved).then(|| frame_at(wave, &self.range, at.x))
    }

    fn stepped(&self, ui: &Ui, response: &Response) -> Option<u64> {
        let step = frames_from_seconds(STEP_SECS, self.sample_rate_hz);
        let Steps { back, on } = focus::steps(ui, response);
        let has_focus = response.has_focus();
        let to = ui.input(|input| {
            if has_focus && input.key_pressed(Key::End) {
                return Some(self.range.end);
            }
            if has_focus && input.key_pressed(Key::Home) {
                return Some(self.range.start);
            }
            let set = input
                .accesskit_action_requests(response.id, Action::SetValue)
                .filter_map(|request| match request.data {
                    Some(ActionData::NumericValue(secs)) => Some(secs),
                    _ => None,
                })
                .last();
            set.map(|secs| frames_from_seconds(secs, self.sample_rate_hz))
        });
        if let Some(frame) = to {
            return Some(frame.min(self.range.end));
        }
        (back + on > 0).then(|| {
            (self.playhead + step * on as u64)
                .saturating_sub(step * back as u64)
                .min(self.range.end)
        })
    }

    /// A slider in seconds, with words.
    fn tell(&self, ui: &Ui, response: &Response) {
        let secs = seconds_from_frames(self.playhead, self.sample_rate_hz);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Slider, true, self.name);
            info.current_text_value = Some(self.value.to_owned());
            info.value = Some(secs);
            info
        });
        let end = seconds_from_frames(self.range.end, self.sample_rate_hz);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(seconds_from_frames(self.range.start, self.sample_rate_hz));
            node.set_max_numeric_value(end);
            node.set_numeric_value_step(STEP_SECS);
            for action in [Action::SetValue, Action::Increment, Action::Decrement] {
                node.add_action(action);
            }
        });
    }

    fn language_at(&self, frame: u64) -> Language {
        match self.cue {
            Some((cue, to)) if frame >= cue => to,
            _ => self.start,
        }
    }

    fn paint_columns(&self, ui: &Ui, colors: &Palette, wave: Rect) {
        let middle = wave.center().y.round();
        if self.columns.is_empty() {
            let line = Stroke::new(size::HAIRLINE, colors.control);
            ui.painter().hline(wave.x_range(), middle, line);
            return;
        }
        let width = wave.width() / self.columns.len() as f32;
        let half = wave.height() / 2.0;
        let frames = self.range.end.saturating_sub(self.range.start);
        let mut mesh = Mesh::default();
        for (index, peak) in self.columns.iter().enumerate() {
            let at = self.range.start + frames * index as u64 / self.columns.len() as u64;
            let (above, below, color) = if peak.magnitude() < SILENCE {
                let thin = size::HAIRLINE / 2.0;
                (thin, thin, colors.control)
            } else {
                let reach = |sample: i16| {
                    (f32::from(sample) / 32768.0 * self.gain * half).clamp(-half, half)
                };
                let (above, below) = (reach(peak.max), -reach(peak.min));
                let missing = (LEAST - above - below).max(0.0) / 2.0;
                let middle = at + frames / (2 * self.columns.len() as u64);
                let color = match (self.voice)(middle) {
                    Some(None) => colors.control,
                    Some(Some(language)) => colors.language(language),
                    None => colors.language(self.language_at(at)),
                };
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

    /// Lost stretches are hollow and striped: nothing was said there that could be judged.
    fn paint_gaps(&self, ui: &Ui, colors: &Palette, wave: Rect) {
        for gap in self.gaps {
            let from = x_of(wave, &self.range, gap.start_frame);
            let to = x_of(
                wave,
                &self.range,
                gap.start_frame.saturating_add(gap.frames),
            );
            let place = Rect::from_x_y_ranges(
                Rangef::new(from.floor(), to.max(from + size::STEP_1).ceil()),
                wave.y_range(),
            )
            .intersect(wave);
            if !place.is_positive() {
                continue;
            }
            let painter = ui.painter().with_clip_rect(place);
            painter.rect_filled(place, CornerRadius::ZERO, colors.surface_variant);
            let stroke = Stroke::new(size::HAIRLINE, colors.control);
            let mut x = place.left() - place.height();
            while x < place.right() {
                let foot = Pos2::new(x, place.bottom());
                let head = Pos2::new(x + place.height(), place.top());
                painter.line_segment([foot, head], stroke);
                x += STRIPE;
            }
        }
    }

    fn paint_cue(&self, ui: &Ui, colors: &Palette, wave: Rect, zone: Rect) {
        if let Some((frame, to)) = self.cue
            && self.range.contains(&frame)
        {
            let x = x_of(wave, &self.range, frame).round();
            let stroke = Stroke::new(size::EMPHASIS, colors.language(to));
            ui.painter().vline(x, zone.y_range(), stroke);
        }
    }

    fn paint_playhead(&self, ui: &Ui, colors: &Palette, wave: Rect, zone: Rect) {
        if self.playhead < self.range.start || self.playhead > self.range.end {
            return;
        }
        let x = x_of(wave, &self.range, self.playhead).round() + 0.5;
        let top = zone.top() + size::STEP_2;
        let reach = Rangef::new(top, zone.bottom() - size::STEP_2);
        let stroke = Stroke::new(size::HAIRLINE, colors.text);
        ui.painter().vline(x, reach, stroke);
        let head = vec![
            Pos2::new(x - 5.0, top),
            Pos2::new(x + 5.0, top),
            Pos2::new(x, top + size::STEP_2),
        ];
        ui.painter()
            .add(Shape::convex_polygon(head, colors.text, Stroke::NONE));
    }

    /// Labels of time; those that the pill of the pointer would cut in two step aside.
    fn paint_axis(&self, ui: &Ui, colors: &Palette, wave: Rect, axis_y: f32, pill: Option<Rangef>) {
        let rate = self.sample_rate_hz;
        let from = seconds_from_frames(self.range.start, rate);
        let to = seconds_from_frames(self.range.end, rate);
        if to <= from {
            return;
        }
        let per_secs = wave.width() / (to - from) as f32;
        let step = TICKS
            .into_iter()
            .find(|step| *step as f32 * per_secs >= TICK_ROOM)
            .unwrap_or(3600.0);
        let mut secs = (from / step).ceil() * step;
        while secs <= to {
            let words = dates::clock(secs);
            let wide = figures::width(ui, &words, Size::Caption, Weight::Regular);
            let x = wave.left() + (secs - from) as f32 * per_secs;
            let left = (x - wide / 2.0).clamp(wave.left(), wave.right() - wide);
            let at = Pos2::new(left, axis_y - Size::Caption.line() / 2.0);
            let room = Rangef::new(left, left + wide).expand(size::STEP_1);
            if pill.is_none_or(|pill| !pill.intersects(room)) {
                figures::paint(ui, at, &words, Size::Caption, Weight::Regular, colors.text3);
            }
            secs += step;
        }
    }

    /// The time under the pointer, in a pill on the axis; returns where the pill is.
    fn paint_hover(&self, ui: &Ui, colors: &Palette, wave: Rect, x: f32, axis_y: f32) -> Rangef {
        let x = x.clamp(wave.left(), wave.right());
        let stroke = Stroke::new(size::HAIRLINE, colors.control);
        ui.painter().vline(x.round() + 0.5, wave.y_range(), stroke);
        let frame = frame_at(wave, &self.range, x);
        let words = dates::clock_tenths(seconds_from_frames(frame, self.sample_rate_hz));
        let wide = figures::width(ui, &words, Size::Caption, Weight::Regular);
        let pill = Vec2::new(wide + size::STEP_4, size::STEP_6);
        let least = wave.left() - size::STEP_2 + pill.x / 2.0;
        let most = wave.right() + size::STEP_2 - pill.x / 2.0;
        let rect = Rect::from_center_size(Pos2::new(x.clamp(least, most), axis_y), pill);
        let radius = CornerRadius::same(size::RADIUS_ROW);
        let edge = Stroke::new(size::HAIRLINE, colors.line);
        ui.painter()
            .rect(rect, radius, colors.surface, edge, StrokeKind::Inside);
        let at = Pos2::new(
            rect.left() + size::STEP_2,
            axis_y - Size::Caption.line() / 2.0,
        );
        figures::paint(ui, at, &words, Size::Caption, Weight::Regular, colors.text);
        rect.x_range()
    }
}

/// A pennant: a place the person wanted to find again. `foot` is where its pole ends.
pub fn paint_pennant(ui: &Ui, foot: Pos2, height: f32, color: Color32) {
    let x = foot.x.round() + 0.5;
    let top = foot.y - height;
    let pole = Stroke::new(size::HAIRLINE, color);
    ui.painter().vline(x, Rangef::new(top, foot.y), pole);
    let cloth = vec![
        Pos2::new(x, top),
        Pos2::new(x + size::STEP_2, top + 3.5),
        Pos2::new(x, top + 7.0),
    ];
    ui.painter()
        .add(Shape::convex_polygon(cloth, color, Stroke::NONE));
}

/// A calm sentence in the place of a waveform that is not there yet.
pub fn paint_waiting(ui: &mut Ui, wave: Rect, words: &str) {
    let colors = palette(ui.ctx());
    let galley = text::free_line(ui, words, Size::Caption, Weight::Regular, colors.text3);
    let at = Pos2::new(
        wave.center().x - galley.size().x / 2.0,
        wave.center().y - size::STEP_2 - galley.size().y,
    );
    // Cue and playhead may stand just there.
    let patch = Rect::from_min_size(at, galley.size()).expand2(Vec2::new(size::STEP_2, 0.0));
    ui.painter()
        .rect_filled(patch, CornerRadius::ZERO, colors.background);
    text::label_at(ui, galley, at);
}
