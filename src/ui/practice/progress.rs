//! The progress line: where the answer stands against its target, and in its four parts.

use egui::{Color32, CornerRadius, Pos2, Rect, Role, Stroke, Ui, Vec2};

use crate::i18n::dates;
use crate::model::star::{StarPart, StarShape};
use crate::tr;
use crate::ui::Cx;
use crate::ui::practice::running_view::Running;
use crate::ui::practice::take_view::TakeView;
use crate::ui::theme::text::Size;
use crate::ui::theme::{motion, size};
use crate::ui::widgets::access;
use crate::ui::widgets::words::{self, Ink};

/// The axis is this much longer than the target, until that is passed too.
const BEYOND: f64 = 1.5;
/// Height of the line.
const HEIGHT: f32 = 4.0;
/// Height of the ticks of target and cue.
const TICK: f32 = 16.0;
/// Radius of the knob, and the gap around it.
const KNOB: (f32, f32) = (5.0, 2.0);
/// Room between a tick and its words.
const BESIDE: f32 = 6.0;

/// Length of the axis for an answer so long, in seconds.
fn axis_secs(elapsed: f64, target: f64) -> f64 {
    let mut axis = target.max(1.0) * BEYOND;
    while elapsed > axis {
        axis *= 2.0;
    }
    axis
}

/// Where situation, task, action and result begin, in shares of the target.
fn begins(shape: StarShape) -> [f64; 4] {
    let mut before = 0;
    shape.percent().map(|part| {
        let begin = f64::from(before) / 100.0;
        before += u32::from(part);
        begin
    })
}

/// The part in which an answer so long stands.
fn part(elapsed: f64, target: f64, shape: StarShape) -> usize {
    begins(shape)
        .iter()
        .rposition(|begin| elapsed >= begin * target)
        .unwrap_or_default()
}

/// The part in which a take stands: what the person tapped is known; without taps the clock stands
/// for it.
fn present(running: &Running<'_>, target: f64, shape: StarShape) -> usize {
    let tapped = running.part;
    tapped.map_or_else(
        || part(running.elapsed_secs, target, shape),
        |tapped| {
            let at = StarPart::ALL.iter().position(|part| *part == tapped);
            at.unwrap_or_default()
        },
    )
}

/// Where the line stands, and how long its axis is.
struct Axis {
    line: Rect,
    /// What its right end stands for, in seconds.
    secs: f32,
}

impl Axis {
    fn x(&self, secs: f64) -> f32 {
        self.line.left() + (secs as f32 / self.secs).clamp(0.0, 1.0) * self.line.width()
    }
}

/// Draws the line with its words; without a take it stands empty.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, view: &TakeView<'_>) {
    let running = view.running.as_ref();
    let target = f64::from(view.target_secs);
    let elapsed = running.map_or(0.0, |running| running.elapsed_secs);
    let shown = ui.ctx().animate_value_with_time(
        ui.scope_id().with(("axis", view.target_secs)),
        axis_secs(elapsed, target) as f32,
        motion::SCREEN_SECS,
    );
    let height = TICK + Size::Caption.line();
    let (_, room) = ui.allocate_space(Vec2::new(ui.available_width(), height));
    let (above, below) = room.split_top_bottom_at_y(room.top() + TICK);
    let axis = Axis {
        line: Rect::from_center_size(above.center(), Vec2::new(room.width(), HEIGHT)),
        secs: shown,
    };
    line_ui(ui, cx, &axis, view);
    if let Some(running) = running {
        running_ui(ui, cx, &axis, running);
    }
    words_ui(ui, cx, &axis, below, view);
    let name = tr!(cx.words, "practice-progress");
    // A meter and not a progress bar: screen readers speak of those, or beep, over the answer.
    let meter = words::announce(ui, axis.line, "progress", Role::Meter, &name);
    let value = tr!(
        cx.words,
        "practice-elapsed",
        time = dates::clock(elapsed),
        target = dates::clock(target)
    );
    let end = axis_secs(elapsed, target);
    access::measure(&meter, elapsed, 0.0..=end, &value);
}

/// The line as far as it is spoken, with the ends of its parts and the tick of the target.
fn line_ui(ui: &Ui, cx: &Cx<'_>, axis: &Axis, view: &TakeView<'_>) {
    let (palette, line) = (cx.palette, axis.line);
    let target = f64::from(view.target_secs);
    let stretch = |from: f32, to: f32, color| {
        if to > from {
            let rect = Rect::from_x_y_ranges(from..=to, line.y_range());
            ui.painter().rect_filled(rect, CornerRadius::same(2), color);
        }
    };
    stretch(line.left(), line.right(), palette.heat0);
    stretch(line.left(), axis.x(target), palette.heat1);
    if let Some(running) = &view.running {
        let now_x = axis.x(running.elapsed_secs);
        let cue_x = running
            .cue
            .map_or(now_x, |(frame, _)| axis.x(running.secs(frame)));
        stretch(line.left(), cue_x, palette.language(running.start));
        stretch(cue_x, now_x, palette.language(running.language()));
    }
    for begin in view.star.map(begins).iter().flatten().skip(1) {
        let at = axis.x(begin * target).round();
        let gap = Rect::from_x_y_ranges(at - 1.0..=at + 1.0, line.y_range());
        ui.painter()
            .rect_filled(gap, CornerRadius::ZERO, palette.background);
        let below = line.bottom() + 4.0;
        let stroke = Stroke::new(size::HAIRLINE, palette.control);
        ui.painter().vline(at - 0.5, below..=below + 4.0, stroke);
    }
    tick(ui, axis, axis.x(target), palette.text);
}

fn tick(ui: &Ui, axis: &Axis, at: f32, color: Color32) {
    let reach = axis.line.y_range().expand((TICK - HEIGHT) / 2.0);
    let stroke = Stroke::new(size::EMPHASIS, color);
    ui.painter().vline(at.round(), reach, stroke);
}

/// Flags, cue and knob of a take.
fn running_ui(ui: &Ui, cx: &Cx<'_>, axis: &Axis, running: &Running<'_>) {
    let palette = cx.palette;
    for frame in &running.flags {
        let at = axis.x(running.secs(*frame)).round();
        let above = axis.line.top() - 2.0;
        let stroke = Stroke::new(size::EMPHASIS, palette.text2);
        ui.painter().vline(at, above - 5.0..=above, stroke);
    }
    if let Some((frame, to)) = running.cue {
        tick(ui, axis, axis.x(running.secs(frame)), palette.language(to));
    }
    let knob = Pos2::new(axis.x(running.elapsed_secs), axis.line.center().y);
    ui.painter()
        .circle_filled(knob, KNOB.0 + KNOB.1, palette.background);
    let color = palette.language(running.language());
    ui.painter().circle_filled(knob, KNOB.0, color);
}

/// The words under the line: the target and the end of the axis first, then the present part, then
/// those of the others that have room.
fn words_ui(ui: &mut Ui, cx: &Cx<'_>, axis: &Axis, place: Rect, view: &TakeView<'_>) {
    let (w, palette, y) = (cx.words, cx.palette, place.center().y);
    let target = f64::from(view.target_secs);
    let quiet = Ink::regular(Size::Caption, palette.text3);
    let target_words = tr!(w, "practice-target", time = dates::clock(target));
    let from = axis.x(target) + 8.0;
    let mut taken = vec![from..=from + words::width(ui, &target_words, quiet)];
    words::left(ui, Pos2::new(from, y), &target_words, quiet);
    let end = dates::clock(f64::from(axis.secs).round());
    let end_room = place.right() - words::width(ui, &end, quiet)..=place.right();
    if taken
        .iter()
        .all(|room| *room.end() + BESIDE < *end_room.start())
    {
        words::right(ui, Pos2::new(place.right(), y), &end, quiet);
        taken.push(end_room);
    }
    let Some(shape) = view.star else {
        return;
    };
    let present = view
        .running
        .as_ref()
        .map(|running| present(running, target, shape));
    let names = [
        tr!(w, "practice-situation"),
        tr!(w, "practice-task"),
        tr!(w, "practice-action"),
        tr!(w, "practice-result"),
    ];
    let mut parts: Vec<_> = names.iter().zip(begins(shape)).enumerate().collect();
    parts.sort_by_key(|(at, _)| present.is_some_and(|present| present != *at));
    for (at, (name, begin)) in parts {
        let ink = if present == Some(at) {
            Ink::strong(Size::Caption, palette.text)
        } else {
            quiet
        };
        // Measured in the heavier weight, so that words come and go at no other time than the ticks.
        let heavy = Ink::strong(Size::Caption, quiet.color);
        let beside = if at == 0 { 0.0 } else { BESIDE };
        let from = axis.x(begin * target) + beside;
        let room = from..=from + words::width(ui, name, heavy);
        let free = taken
            .iter()
            .all(|other| *other.end() + 3.0 < *room.start() || *room.end() + 3.0 < *other.start());
        if free {
            words::left(ui, Pos2::new(from, y), name, ink);
            taken.push(room);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_doubles_past_its_end() {
        for (elapsed, axis) in [
            (0.0, 180.0),
            (180.0, 180.0),
            (180.1, 360.0),
            (900.0, 1440.0),
        ] {
            assert!((axis_secs(elapsed, 120.0) - axis).abs() < 1e-9, "{elapsed}");
        }
    }

    #[test]
    fn the_parts_follow_each_other() {
        for (elapsed, at) in [
            (0.0, 0),
            (23.9, 0),
            (24.0, 1),
            (36.0, 2),
            (107.0, 2),
            (108.0, 3),
            (500.0, 3),
        ] {
            assert_eq!(part(elapsed, 120.0, StarShape::default()), at, "{elapsed}");
        }
    }
}
