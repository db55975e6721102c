//! The strip above a zoomed waveform: the whole take, and a frame around the part on show that can be
//! dragged. Not here: the waveform (`sound`), wheel and pinch (`zoom`).

use std::ops::Range;
use std::sync::{Arc, Weak};

use egui::accesskit::{Action, ActionData};
use egui::{
    CornerRadius, CursorIcon, Key, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
};

use crate::flow::Command;
use crate::flow::review::wave_view::scrolled;
use crate::i18n::dates;
use crate::model::peaks::{Peak, Peaks};
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::view::ReviewView;
use crate::ui::review::wave::Wave;
use crate::ui::theme::size;
use crate::ui::widgets::access;
use crate::ui::widgets::focus::{self, Steps};
use crate::ui::widgets::wave_scale::{frame_at, x_of};
use crate::ui::widgets::wave_shape::{self, WaveShape};

/// Least width of the frame.
const LEAST: f32 = 8.0;
/// Below so many seconds on show, their ends are told with decimals.
const FINE_SECS: f64 = 10.0;

/// The picture of the whole take, and where the frame is held.
#[derive(Debug, Default)]
pub struct OverviewMemory {
    peaks: Weak<Peaks>,
    columns: Vec<Peak>,
    /// Frames from the start of the part on show to the pointer that holds it.
    grip: Option<u64>,
}

impl OverviewMemory {
    fn follow(&mut self, peaks: &Arc<Peaks>, count: usize) {
        let same = Weak::ptr_eq(&self.peaks, &Arc::downgrade(peaks));
        if !same || self.columns.len() != count {
            self.columns = wave_shape::columns(peaks, None, &(0..peaks.frames), count);
            self.peaks = Arc::downgrade(peaks);
        }
    }
}

/// Draws it into its place.
pub fn overview_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    wave: &Wave<'_>,
    strip: Rect,
    peaks: &Arc<Peaks>,
    memory: &mut OverviewMemory,
) {
    let all = 0..wave.view.attempt.take.frames;
    let count = (strip.width() * ui.pixels_per_point()).round() as usize;
    memory.follow(peaks, count);
    let id = ui.scope_id().with("overview");
    let response = ui
        .interact(strip, id, Sense::click_and_drag())
        .on_hover_cursor(CursorIcon::Grab);
    let shape = WaveShape {
        columns: &memory.columns,
        excerpt: None,
        gain: wave_shape::gain(peaks),
    };
    paint(ui, cx, wave, strip, &shape);
    focus::ring(ui, &response, strip, size::RADIUS_SMALL);
    tell(cx, &response, wave);
    let to = if response.double_clicked() {
        Some(all)
    } else {
        held(&response, wave, strip, &mut memory.grip).or_else(|| stepped(ui, &response, wave))
    };
    if let Some(to) = to.filter(|to| *to != wave.range) {
        cx.push(Command::ShowFrames(to));
    }
}

fn paint(ui: &Ui, cx: &Cx<'_>, wave: &Wave<'_>, strip: Rect, shape: &WaveShape<'_>) {
    let colors = cx.palette;
    let all = 0..wave.view.attempt.take.frames;
    let radius = CornerRadius::same(size::RADIUS_SMALL);
    ui.painter()
        .rect_filled(strip, radius, colors.surface_variant);
    let reach = Rangef::new(
        x_of(strip, &all, wave.range.start),
        x_of(strip, &all, wave.range.end),
    );
    let missing = (LEAST - reach.span()).max(0.0) / 2.0;
    let least = strip.left() + missing;
    let middle = reach
        .center()
        .clamp(least, (strip.right() - missing).max(least));
    let reach = Rangef::new(middle - reach.span() / 2.0, middle + reach.span() / 2.0);
    let frame = Rect::from_x_y_ranges(reach.expand(missing), strip.y_range());
    ui.painter().rect_filled(frame, radius, colors.selected);
    shape.paint(ui, strip.shrink(size::EMPHASIS), &all, &|_| colors.text3);
    let x = x_of(strip, &all, wave.view.position).round() + 0.5;
    let line = Stroke::new(size::HAIRLINE, colors.text);
    ui.painter()
        .vline(x.min(strip.right()), strip.y_range(), line);
    let edge = Stroke::new(size::EMPHASIS, colors.text);
    ui.painter()
        .rect_stroke(frame, radius, edge, StrokeKind::Inside);
}

/// A press beside the frame brings its middle there; one on it takes it along.
fn held(
    response: &Response,
    wave: &Wave<'_>,
    strip: Rect,
    grip: &mut Option<u64>,
) -> Option<Range<u64>> {
    let all = 0..wave.view.attempt.take.frames;
    let len = wave.range.end - wave.range.start;
    let at = response
        .interact_pointer_pos()
        .filter(|_| response.is_pointer_button_down_on());
    let Some(at) = at else {
        *grip = None;
        return None;
    };
    let at = frame_at(strip, &all, at.x);
    let on_it = wave.range.contains(&at).then(|| at - wave.range.start);
    let grip = *grip.get_or_insert(on_it.unwrap_or(len / 2));
    let start = at.saturating_sub(grip).min(all.end.saturating_sub(len));
    Some(start..start + len)
}

/// Arrows scroll by half of what is on show, Home and End go to the ends; a screen reader sets where it
/// begins.
fn stepped(ui: &Ui, response: &Response, wave: &Wave<'_>) -> Option<Range<u64>> {
    let Steps { back, on } = focus::steps(ui, response);
    let has_focus = response.has_focus();
    let len = wave.range.end - wave.range.start;
    let last = wave.view.attempt.take.frames.saturating_sub(len);
    let start = ui.input(|input| {
        if has_focus && input.key_pressed(Key::Home) {
            return Some(0);
        }
        if has_focus && input.key_pressed(Key::End) {
            return Some(last);
        }
        let set = input
            .accesskit_action_requests(response.id, Action::SetValue)
            .filter_map(|request| match request.data {
                Some(ActionData::NumericValue(secs)) => Some(wave.view.frames(secs)),
                _ => None,
            });
        set.last()
    });
    if let Some(start) = start {
        let start = start.min(last);
        return Some(start..start + len);
    }
    (back != on).then(|| {
        let half = len as f64 / 2.0 * (on as f64 - back as f64);
        let start = scrolled(&wave.range, half).start.min(last);
        start..start + len
    })
}

/// A slider for where the part on show begins.
fn tell(cx: &Cx<'_>, response: &Response, wave: &Wave<'_>) {
    let view = wave.view;
    let words = value(cx, view, &wave.range);
    let name = tr!(cx.words, "wave-overview");
    let secs = view.secs(wave.range.start);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, &name);
        info.current_text_value = Some(words.clone());
        info.value = Some(secs);
        info
    });
    let len = wave.range.end - wave.range.start;
    let last = view.attempt.take.frames.saturating_sub(len);
    access::measure(response, secs, 0.0..=view.secs(last), &words);
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_numeric_value_step(view.secs(len / 2));
        for action in [Action::SetValue, Action::Increment, Action::Decrement] {
            node.add_action(action);
        }
    });
}

/// `1:20 to 1:40 of 3:00`.
fn value(cx: &Cx<'_>, view: &ReviewView<'_>, range: &Range<u64>) -> String {
    let secs = view.secs(range.end - range.start);
    let decimals = if secs >= FINE_SECS {
        0
    } else {
        (-secs.max(1e-3).log10()).ceil().clamp(0.0, 3.0) as u32 + 1
    };
    tr!(
        cx.words,
        "wave-overview-value",
        from = dates::clock_decimals(view.secs(range.start), decimals),
        to = dates::clock_decimals(view.secs(range.end), decimals),
        total = dates::clock(view.secs(view.attempt.take.frames))
    )
}
