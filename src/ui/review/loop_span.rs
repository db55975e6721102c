//! The loop on the waveform: what is heard again and again is tinted, and each of its edges can be dragged
//! and moved by key while it plays. Not here: choosing it by a drag (`take_waveform`), by phrase (`flow`).

use egui::accesskit::Action;
use egui::{
    CornerRadius, CursorIcon, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::SHIFT_SECS;
use crate::flow::review::looped::LEAST_SECS;
use crate::i18n::dates;
use crate::model::speech::Span;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::wave::Wave;
use crate::ui::theme::size;
use crate::ui::widgets::access;
use crate::ui::widgets::focus::{self, Steps};
use crate::ui::widgets::take_waveform;

/// Room in which the pointer finds a handle.
const GRASP: Vec2 = Vec2::new(28.0, 44.0);
/// The handle itself.
const HANDLE: Vec2 = Vec2::new(8.0, 24.0);
/// Arrow keys move an edge by so many hundredths of what is on show, if that is less than usual.
const STEP_SHARE: u64 = 100;
/// Decimals of the seconds of an edge.
const DECIMALS: u32 = 2;

/// The loop of the attempt under review.
fn looped(cx: &Cx<'_>, wave: &Wave<'_>) -> Option<Span> {
    let playback = &cx.state.playback;
    let here = playback.id.as_ref() == Some(&wave.view.attempt.id);
    playback.looped.filter(|_| here)
}

/// Tints it: before the waveform.
pub fn paint_behind(ui: &Ui, cx: &Cx<'_>, wave: &Wave<'_>) {
    if let Some(span) = looped(cx, wave) {
        let part = span.start_frame..span.end_frame;
        take_waveform::paint_part(ui, wave.rect, &wave.range, &part);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// Draws its handles. Returns whether one is held, so that what is on show stays under the pointer.
pub fn handles_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>) -> bool {
    let Some(span) = looped(cx, wave) else {
        return false;
    };
    let mut held = false;
    for edge in [Edge::Start, Edge::End] {
        held |= handle_ui(ui, cx, wave, span, edge);
    }
    held
}

fn handle_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, span: Span, edge: Edge) -> bool {
    let (frame, salt) = match edge {
        Edge::Start => (span.start_frame, "loop-start"),
        Edge::End => (span.end_frame, "loop-end"),
    };
    if !wave.shows(frame) {
        return false;
    }
    let x = wave.x(frame).round();
    let response = ui
        .interact(
            grasp(wave, span, edge),
            ui.scope_id().with(salt),
            Sense::click_and_drag(),
        )
        .on_hover_cursor(CursorIcon::ResizeHorizontal);
    paint(ui, cx, wave, x, response.hovered() || response.dragged());
    tell(cx, &response, wave, edge, frame);
    let asked = match response.interact_pointer_pos() {
        Some(at) if response.dragged() => Some(wave.frame(at.x)),
        _ => stepped(ui, &response, wave, frame),
    };
    if let Some(frame) = asked {
        cx.push(Command::SetLoop(Some(moved(wave, span, edge, frame))));
    }
    response.dragged()
}

/// Where the pointer finds a handle: those of a short loop lie beside each other.
fn grasp(wave: &Wave<'_>, span: Span, edge: Edge) -> Rect {
    let reach = wave.reach(span);
    let inner = (reach.span() / 2.0).min(GRASP.x / 2.0);
    let across = match edge {
        Edge::Start => Rangef::new(reach.min + inner - GRASP.x, reach.min + inner),
        Edge::End => Rangef::new(reach.max - inner, reach.max - inner + GRASP.x),
    };
    let up = Rangef::point(wave.rect.center().y).expand(GRASP.y / 2.0);
    Rect::from_x_y_ranges(across, up)
}

fn paint(ui: &Ui, cx: &Cx<'_>, wave: &Wave<'_>, x: f32, strong: bool) {
    let colors = cx.palette;
    let line = Stroke::new(size::EMPHASIS, colors.text);
    ui.painter().vline(x, wave.rect.y_range(), line);
    let center = egui::Pos2::new(x, wave.rect.center().y);
    let fill = if strong { colors.text } else { colors.surface };
    ui.painter().rect(
        Rect::from_center_size(center, HANDLE),
        CornerRadius::same(size::RADIUS_SMALL),
        fill,
        line,
        StrokeKind::Inside,
    );
}

/// A slider for the time of the edge.
fn tell(cx: &Cx<'_>, response: &Response, wave: &Wave<'_>, edge: Edge, frame: u64) {
    let name = match edge {
        Edge::Start => tr!(cx.words, "wave-loop-start"),
        Edge::End => tr!(cx.words, "wave-loop-end"),
    };
    let secs = wave.view.secs(frame);
    let time = dates::clock_decimals(secs, DECIMALS);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, &name);
        info.current_text_value = Some(time.clone());
        info.value = Some(secs);
        info
    });
    let take = 0.0..=wave.view.secs(wave.view.attempt.take.frames);
    access::measure(response, secs, take, &time);
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_numeric_value_step(SHIFT_SECS);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
}

/// Where the arrows and a screen reader move an edge.
fn stepped(ui: &Ui, response: &Response, wave: &Wave<'_>, frame: u64) -> Option<u64> {
    let grasp = response.rect;
    focus::ring(ui, response, grasp, size::RADIUS_SEGMENT);
    let Steps { back, on } = focus::steps(ui, response);
    let near = (wave.range.end - wave.range.start) / STEP_SHARE;
    let step = wave.view.frames(SHIFT_SECS).min(near).max(1);
    let to = (frame + step * on as u64).saturating_sub(step * back as u64);
    (back != on).then_some(to)
}

/// The loop with an edge at another frame, as near to the other edge as it may be.
fn moved(wave: &Wave<'_>, span: Span, edge: Edge, frame: u64) -> Span {
    let least = wave.view.frames(LEAST_SECS).max(1);
    let frames = wave.view.attempt.take.frames;
    match edge {
        Edge::Start => {
            let most = span.end_frame.saturating_sub(least);
            Span::new(frame.min(most), span.end_frame)
        }
        Edge::End => {
            let end = frame.max(span.start_frame + least).min(frames);
            Span::new(span.start_frame, end)
        }
    }
}
