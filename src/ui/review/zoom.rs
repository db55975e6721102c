//! Wheel and pinch over the waveform: up and down zoom at the pointer, sideways scrolls, as in audio
//! editors. Not here: the keys (`flow::keys`), what can be shown (`flow::review::wave_view`).

use egui::{Rect, Ui, Vec2};

use crate::flow::Command;
use crate::flow::review::wave_view::{scrolled, zoomed};
use crate::ui::Cx;
use crate::ui::review::wave::Wave;

/// Points of a wheel that zoom by e: what the toolkit takes for a wheel with Ctrl.
const WHEEL: f64 = 200.0;

/// Asks for what wheel and pinch over a place ask for, and leaves nothing of them to what is below.
pub fn gestures(ui: &Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, place: Rect) {
    if !ui.rect_contains_pointer(place) {
        return;
    }
    let Some(at) = ui.input(|input| input.pointer.hover_pos()) else {
        return;
    };
    let pinch = ui.input(egui::InputState::zoom_delta);
    let wheel = ui.input_mut(|input| std::mem::replace(&mut input.smooth_scroll_delta, Vec2::ZERO));
    let mut factor = f64::from(pinch);
    let mut across = 0.0;
    // A finger is never quite straight: one way at a time.
    if wheel.y.abs() > wheel.x.abs() {
        factor *= (f64::from(wheel.y) / WHEEL).exp();
    } else {
        across = -f64::from(wheel.x);
    }
    let frames = wave.range.end - wave.range.start;
    let whole = frames == wave.view.attempt.take.frames;
    if whole && factor <= 1.0 {
        return;
    }
    let near = zoomed(&wave.range, factor, wave.frame(at.x));
    let per_point = frames as f64 / f64::from(wave.rect.width().max(1.0));
    let shown = scrolled(&near, across * per_point);
    if shown != wave.range {
        cx.push(Command::ShowFrames(shown));
    }
}
