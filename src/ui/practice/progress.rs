//! The progress line: where the answer stands against its target, and in its four parts.

use egui::{CornerRadius, Pos2, Rect, Role, Stroke, Ui, Vec2};

use crate::i18n::dates;
use crate::model::star::{StarPart, StarShape};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::running_view::Running;
use crate::ui::theme::text::{Size, Weight};
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

/// What is said of the four parts.
#[derive(Clone, Copy, Debug)]
enum Parts {
    /// Nothing.
    Hidden,
    /// All of them lie ahead.
    Ahead,
    /// The answer stands in this one.
    At(usize),
}

impl Parts {
    /// What is said of a take, or before there is one.
    fn of(running: Option<&Running<'_>>, target: f64, shape: StarShape) -> Self {
        let Some(running) = running else {
            return Self::Ahead;
        };
        // What the person tapped is known; without taps the clock stands for it.
        let by_clock = || part(running.elapsed_secs, target, shape);
        Self::At(running.part.map_or_else(by_clock, |tapped| {
            StarPart::ALL
                .iter()
                .position(|part| *part == tapped)
                .unwrap_or_default()
        }))
    }
}

/// Draws the line with its words; without a take it stands empty.
pub fn progress_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    running: Option<&Running<'_>>,
    (target_secs, star): (u32, Option<StarShape>),
) {
    let palette = look.palette;
    let target = f64::from(target_secs);
    let elapsed = running.map_or(0.0, |running| running.elapsed_secs);
    let wanted = axis_secs(elapsed, target);
    let shown = ui.ctx().animate_value_with_time(
        ui.scope_id().with(("axis", target_secs)),
        wanted as f32,
        motion::SCREEN_SECS,
    );
    let line = Rect::from_center_size(
        Pos2::new(geometry.card.center().x, geometry.line_y),
        Vec2::new(geometry.card.width(), HEIGHT),
    );
    let x = |secs: f64| line.left() + (secs as f32 / shown).clamp(0.0, 1.0) * line.width();
    let stretch = |from: f32, to: f32, color| {
        if to > from {
            let rect = Rect::from_x_y_ranges(from..=to, line.y_range());
            ui.painter().rect_filled(rect, CornerRadius::same(2), color);
        }
    };
    let (target_x, now_x) = (x(target), x(elapsed));
    stretch(line.left(), line.right(), palette.heat0);
    stretch(line.left(), target_x, palette.heat1);
    if let Some(running) = running {
        let cue = running.cue.map(|(frame, to)| (x(running.secs(frame)), to));
        let cue_x = cue.map_or(now_x, |(cue_x, _)| cue_x);
        stretch(line.left(), cue_x, palette.language(running.start));
        stretch(cue_x, now_x, palette.language(running.language()));
    }
    if let Some(shape) = star {
        for begin in begins(shape).iter().skip(1) {
            let at = x(begin * target).round();
            let gap = Rect::from_x_y_ranges(at - 1.0..=at + 1.0, line.y_range());
            ui.painter()
                .rect_filled(gap, CornerRadius::ZERO, palette.background);
            let below = line.bottom() + 4.0;
            let stroke = Stroke::new(size::HAIRLINE, palette.control);
            ui.painter().vline(at - 0.5, below..=below + 4.0, stroke);
        }
    }
    let tick = |at: f32, color| {
        let reach = line.y_range().expand((TICK - HEIGHT) / 2.0);
        let stroke = Stroke::new(size::EMPHASIS, color);
        ui.painter().vline(at.round(), reach, stroke);
    };
    tick(target_x, palette.text);
    if let Some(running) = running {
        for frame in &running.flags {
            let at = x(running.secs(*frame)).round();
            let above = line.top() - 2.0;
            let stroke = Stroke::new(size::EMPHASIS, palette.text2);
            ui.painter().vline(at, above - 5.0..=above, stroke);
        }
        if let Some((frame, to)) = running.cue {
            tick(x(running.secs(frame)), palette.language(to));
        }
        let knob = Pos2::new(now_x, geometry.line_y);
        ui.painter()
            .circle_filled(knob, KNOB.0 + KNOB.1, palette.background);
        let color = palette.language(running.language());
        ui.painter().circle_filled(knob, KNOB.0, color);
    }
    // A meter and not a progress bar: screen readers speak of those, or beep, over the answer.
    let name = tr!(look.words, "practice-progress");
    let meter = words::announce(ui, line, "progress", Role::Meter, &name);
    let value = tr!(
        look.words,
        "practice-elapsed",
        time = dates::clock(elapsed),
        target = dates::clock(target)
    );
    access::measure(&meter, elapsed, 0.0..=wanted, &value);
    let shape = star.unwrap_or_default();
    let parts = star.map_or(Parts::Hidden, |shape| Parts::of(running, target, shape));
    let ends = (target_x, line, f64::from(shown));
    words_ui(ui, look, geometry, (target, parts, shape), ends);
}

/// The words under the line: the target and the end of the axis first, then the present part, then
/// those of the others that have room.
fn words_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    (target, parts, shape): (f64, Parts, StarShape),
    (target_x, line, shown): (f32, Rect, f64),
) {
    let palette = look.palette;
    let y = geometry.line_words_y;
    let quiet = Ink::regular(Size::Caption, palette.text3);
    let target_words = tr!(look.words, "practice-target", time = dates::clock(target));
    let from = target_x + 8.0;
    let mut taken = vec![from..=from + words::width(ui, &target_words, quiet)];
    words::left(ui, Pos2::new(from, y), &target_words, quiet);
    let end = dates::clock(shown.round());
    let end_width = words::width(ui, &end, quiet);
    let end_room = line.right() - end_width..=line.right();
    if taken
        .iter()
        .all(|room| *room.end() + BESIDE < *end_room.start())
    {
        words::right(ui, Pos2::new(line.right(), y), &end, quiet);
        taken.push(end_room);
    }
    let present = match parts {
        Parts::Hidden => return,
        Parts::Ahead => None,
        Parts::At(index) => Some(index),
    };
    let w = look.words;
    let names = [
        tr!(w, "practice-situation"),
        tr!(w, "practice-task"),
        tr!(w, "practice-action"),
        tr!(w, "practice-result"),
    ];
    let begins = begins(shape);
    let first = present.unwrap_or_default();
    let others = (0..names.len()).filter(|index| *index != first);
    for index in std::iter::once(first).chain(others) {
        let (Some(name), Some(begin)) = (names.get(index), begins.get(index)) else {
            continue;
        };
        let ink = if present == Some(index) {
            Ink::strong(Size::Caption, palette.text)
        } else {
            quiet
        };
        // Measured in the heavier weight, so that words come and go at no other time than the ticks.
        let heavy = Ink {
            weight: Weight::SemiBold,
            ..ink
        };
        let beside = if index == 0 { 0.0 } else { BESIDE };
        let from = line.left() + (begin * target / shown) as f32 * line.width() + beside;
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
