//! The waveform of a take, or of a part of it, in the colour of the language that was asked for, with cue
//! and playhead. It is also the slider for the place that is heard, and a drag over it chooses a part.
//! Not here: its shape (`wave_shape`), the labels of time (`wave_axis`), the row of words above.

use std::ops::Range;

use egui::accesskit::{Action, ActionData};
use egui::{
    Color32, CornerRadius, Key, Pos2, Rangef, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2,
    WidgetInfo,
};

use crate::flow::review::looped::LEAST_SECS;
use crate::model::language::Language;
use crate::model::take::{Gap, frames_from_seconds, seconds_from_frames};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{Palette, palette, size};
use crate::ui::widgets::focus::{self, Steps};
use crate::ui::widgets::wave_axis::Axis;
use crate::ui::widgets::wave_scale::{frame_at, x_of};
use crate::ui::widgets::wave_shape::WaveShape;

/// Distance of the stripes over a gap.
const STRIPE: f32 = 6.0;
/// Seconds that one press of an arrow key moves.
const STEP_SECS: f64 = crate::flow::keys::SEEK_SECS;
/// A part that was dragged over is at least so wide, and as long as a loop may be; less was a click.
const LEAST_PART: f32 = 3.0;

/// What a waveform was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To go to a frame.
    Seek(u64),
    /// A part was dragged over.
    Part(Range<u64>),
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
    /// What is drawn.
    pub shape: WaveShape<'a>,
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
    /// What is said of the place under the pointer: its time, with decimals as far as they can be told
    /// apart, and its level.
    pub pointed: &'a dyn Fn(u64, u32, Option<f32>) -> String,
}

impl TakeWaveform<'_> {
    /// Places it: `wave` is where the sound is, `zone` is as wide and reaches above and below as
    /// far as cue and playhead do, `axis_y` is the middle of the labels of time. `drag` is the frame at
    /// which a part was begun that is being dragged over. Returns what was asked for in this pass.
    pub fn show(
        &self,
        ui: &mut Ui,
        wave: Rect,
        zone: Rect,
        axis_y: f32,
        drag: &mut Option<u64>,
    ) -> Option<Asked> {
        let colors = palette(ui.ctx());
        let response = ui.interact(
            zone,
            ui.scope_id().with("take-waveform"),
            Sense::click_and_drag(),
        );
        let asked = self.pointed(ui, &response, wave, drag);
        if let Some(part) = self.part(&response, wave, *drag) {
            paint_part(ui, wave, &self.range, &part);
        }
        self.paint_gaps(ui, colors, wave);
        self.shape
            .paint(ui, wave, &self.range, &|frame| self.color(colors, frame));
        self.paint_cue(ui, colors, wave, zone);
        let axis = Axis {
            wave,
            y: axis_y,
            range: &self.range,
            sample_rate_hz: self.sample_rate_hz,
        };
        let pill = response.hover_pos().map(|at| {
            let x = at.x.clamp(wave.left(), wave.right());
            let frame = frame_at(wave, &self.range, x);
            let level = self.shape.level_dbfs(wave, x);
            axis.paint_pill(ui, x, &(self.pointed)(frame, axis.decimals(), level))
        });
        axis.paint(ui, pill);
        self.paint_playhead(ui, colors, wave, zone);
        focus::ring(ui, &response, zone, size::RADIUS_SEGMENT);
        let asked = asked.or_else(|| self.stepped(ui, &response).map(Asked::Seek));
        self.tell(ui, &response);
        asked.filter(|asked| *asked != Asked::Seek(self.playhead))
    }

    /// A press seeks at once, not on release: one hears where the finger is. A drag over the sound
    /// chooses a part of it; above and below, where cue and playhead stick out, it goes on seeking.
    fn pointed(
        &self,
        ui: &Ui,
        response: &Response,
        wave: Rect,
        drag: &mut Option<u64>,
    ) -> Option<Asked> {
        let Some(at) = response.interact_pointer_pos() else {
            *drag = None;
            return None;
        };
        if response.drag_started()
            && let Some(origin) = ui.input(|input| input.pointer.press_origin())
            && wave.y_range().contains(origin.y)
        {
            *drag = Some(frame_at(wave, &self.range, origin.x));
        }
        if response.drag_stopped()
            && let Some(part) = self.part(response, wave, drag.take())
        {
            return Some(Asked::Part(part));
        }
        // Held still, it asks for nothing: playback goes on under the pointer.
        let moved = ui.input(|input| {
            input.pointer.any_pressed()
                || input.pointer.any_released()
                || input.pointer.delta() != Vec2::ZERO
        });
        let held =
            response.is_pointer_button_down_on() || response.clicked() || response.drag_stopped();
        let seeks = held && moved && drag.is_none();
        seeks.then(|| Asked::Seek(frame_at(wave, &self.range, at.x)))
    }

    /// The part from where a drag began to the pointer, unless it is so short that it was a click.
    fn part(&self, response: &Response, wave: Rect, began: Option<u64>) -> Option<Range<u64>> {
        let (began, at) = (began?, response.interact_pointer_pos()?);
        let here = frame_at(wave, &self.range, at.x);
        let least = frames_from_seconds(LEAST_SECS, self.sample_rate_hz);
        let wide = (at.x - x_of(wave, &self.range, began)).abs() >= LEAST_PART;
        (wide && began.abs_diff(here) >= least).then(|| began.min(here)..began.max(here))
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

    /// The colour of sound at a frame.
    fn color(&self, colors: &Palette, frame: u64) -> Color32 {
        let asked = match self.cue {
            Some((cue, to)) if frame >= cue => to,
            _ => self.start,
        };
        match (self.voice)(frame) {
            Some(None) => colors.control,
            Some(Some(language)) => colors.language(language),
            None => colors.language(asked),
        }
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
}

/// Tints a part of a waveform from behind.
pub fn paint_part(ui: &Ui, wave: Rect, range: &Range<u64>, part: &Range<u64>) {
    let reach = Rangef::new(x_of(wave, range, part.start), x_of(wave, range, part.end));
    let place = Rect::from_x_y_ranges(reach, wave.y_range()).intersect(wave);
    if place.is_positive() {
        let color = palette(ui.ctx()).selected;
        ui.painter().rect_filled(place, CornerRadius::ZERO, color);
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
