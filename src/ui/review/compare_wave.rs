//! One of two waveforms that lie over each other: it is drawn where it stands on their common line, and is
//! a slider for the place that is heard. Not here: what stands around it (`compare`).

use std::sync::{Arc, Weak};

use egui::accesskit::{Action, ActionData};
use egui::{Color32, Rangef, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::SEEK_SECS;
use crate::flow::review::comparison::{CompareCommand, Pair};
use crate::i18n::dates;
use crate::model::compare::Side;
use crate::model::peaks::{Peak, Peaks};
use crate::model::take::{frames_from_seconds, seconds_from_frames};
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::focus::{self, Steps};
use crate::ui::widgets::wave_axis::Axis;
use crate::ui::widgets::wave_scale::{frame_at, x_of};
use crate::ui::widgets::wave_shape::{self, WaveShape};
use crate::ui::widgets::{access, take_waveform};

/// From the waveform to the middle of its labels of time.
const LABELS: f32 = 14.0;

/// The picture of one of the two.
#[derive(Debug, Default)]
pub struct PictureMemory {
    peaks: Weak<Peaks>,
    range: std::ops::Range<u64>,
    columns: Vec<Peak>,
}

impl PictureMemory {
    fn follow(&mut self, peaks: &Arc<Peaks>, range: &std::ops::Range<u64>, count: usize) {
        let same = Weak::ptr_eq(&self.peaks, &Arc::downgrade(peaks)) && self.range == *range;
        if !same || self.columns.len() != count {
            self.columns = wave_shape::columns(peaks, None, range, count);
            self.peaks = Arc::downgrade(peaks);
            self.range = range.clone();
        }
    }
}

/// Draws one of the two; `name` says which.
pub fn wave_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    (pair, side): (&Pair, Side),
    (place, name): (Rect, &str),
    memory: &mut PictureMemory,
) {
    let line = 0..pair.axis.frames();
    let span = pair.axis.span(side);
    let reach = Rangef::new(
        x_of(place, &line, span.start_frame),
        x_of(place, &line, span.end_frame),
    );
    let wave = Rect::from_x_y_ranges(reach, place.y_range());
    let id = ui.scope_id().with(("compared-wave", side == Side::Newer));
    let response = ui.interact(place, id, Sense::click_and_drag());
    picture_ui(ui, cx, (pair, side), wave, memory);
    focus::ring(ui, &response, place, size::RADIUS_SEGMENT);
    let pointed = response
        .interact_pointer_pos()
        .filter(|_| response.is_pointer_button_down_on() || response.clicked());
    let to = pointed
        .map(|at| frame_at(place, &line, at.x))
        .or_else(|| stepped(ui, &response, cx, pair, side));
    if let Some(frame) = to.filter(|frame| *frame != cx.state.playback.frame) {
        cx.push(Command::Compare(CompareCommand::SeekTo(frame)));
    }
    tell(cx, &response, (pair, side), name);
}

fn picture_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (pair, side): (&Pair, Side),
    wave: Rect,
    memory: &mut PictureMemory,
) {
    let colors = cx.palette;
    let attempt = pair.attempt(side);
    let kept = attempt.kept();
    let range = kept.start_frame..kept.end_frame;
    let peaks = cx.state.peaks.get(&attempt.id).and_then(Option::as_ref);
    let quiet = pair.ear != side;
    let mut shape = WaveShape {
        columns: &[],
        excerpt: None,
        gain: 1.0,
    };
    if let Some(peaks) = peaks {
        let count = (wave.width() * ui.pixels_per_point()).round() as usize;
        memory.follow(peaks, &range, count);
        shape.gain = wave_shape::gain(peaks);
        shape.columns = &memory.columns;
    }
    let color = |frame: u64| -> Color32 {
        if quiet {
            colors.text3
        } else {
            colors.language(attempt.language_at(frame))
        }
    };
    shape.paint(ui, wave, &range, &color);
    if let Some((cue, to)) = attempt.cue().filter(|(cue, _)| kept.holds(cue.frame)) {
        let x = x_of(wave, &range, cue.frame).round();
        let stroke = Stroke::new(size::EMPHASIS, colors.language(to));
        ui.painter().vline(x, wave.y_range(), stroke);
    }
    let axis = Axis {
        wave,
        y: wave.bottom() + LABELS,
        range: &range,
        sample_rate_hz: attempt.take.sample_rate_hz,
    };
    axis.paint(ui, None);
    if peaks.is_none() {
        let words = if cx.state.unreadable.contains_key(&attempt.id) {
            tr!(cx.words, "compare-unreadable")
        } else {
            tr!(cx.words, "review-loading")
        };
        take_waveform::paint_waiting(ui, wave, &words);
    }
}

/// The frame of the line that a press of an arrow, or a screen reader, asks for.
fn stepped(ui: &Ui, response: &Response, cx: &Cx<'_>, pair: &Pair, side: Side) -> Option<u64> {
    let Steps { back, on } = focus::steps(ui, response);
    let rate = pair.attempt(side).take.sample_rate_hz;
    let set = ui.input(|input| {
        let set = input
            .accesskit_action_requests(response.id, Action::SetValue)
            .filter_map(|request| match request.data {
                Some(ActionData::NumericValue(secs)) => Some(secs),
                _ => None,
            });
        set.last()
    });
    if let Some(secs) = set {
        return Some(pair.axis.at(side, frames_from_seconds(secs, rate)));
    }
    let step = frames_from_seconds(SEEK_SECS, pair.axis.rate_hz());
    (back != on).then(|| {
        (cx.state.playback.frame + step * on as u64)
            .saturating_sub(step * back as u64)
            .min(pair.axis.frames())
    })
}

/// A slider in seconds of this answer.
fn tell(cx: &Cx<'_>, response: &Response, (pair, side): (&Pair, Side), name: &str) {
    let take = &pair.attempt(side).take;
    let own = pair.axis.own(side, cx.state.playback.frame);
    let secs = seconds_from_frames(own, take.sample_rate_hz);
    let words = tr!(
        cx.words,
        "review-position-value",
        at = dates::clock_tenths(secs),
        total = dates::clock(take.duration_secs())
    );
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, name);
        info.current_text_value = Some(words.clone());
        info.value = Some(secs);
        info
    });
    access::measure(response, secs, 0.0..=take.duration_secs(), &words);
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_numeric_value_step(SEEK_SECS);
        for action in [Action::SetValue, Action::Increment, Action::Decrement] {
            node.add_action(action);
        }
    });
}
