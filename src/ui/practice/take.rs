//! A take on the practice screen: its time and level, its sound, where it stands against its target.
//! Not here: what is said of it (`take_view`), the bars (`waveform`), the line (`progress`).

use egui::{
    Align, CornerRadius, Frame, Layout, Margin, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2,
};

use crate::i18n::check::decibels;
use crate::i18n::names;
use crate::model::language::Language;
use crate::tr;
use crate::ui::Cx;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::progress;
use crate::ui::practice::running_view::Running;
use crate::ui::practice::take_view::{Level, TakeView, Time};
use crate::ui::practice::waveform::{self, Colors};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, figures, form, icon};

/// Radius of the dot that says that the recording runs.
const DOT: f32 = 6.0;
/// The digits begin here, with or without the dot, so that they keep their cells.
const DIGITS: f32 = 24.0;
/// From the figure to what follows it, and how much lower that stands on the same base line.
const AFTER: Vec2 = Vec2::new(10.0, 3.0);
/// Cells of the level meter.
const CELLS: u32 = 32;
/// Width of a cell, and from one to the next.
const CELL: (f32, f32) = (4.0, 6.0);
/// Height of a cell, and side of the clip light.
const CELL_HEIGHT: f32 = 12.0;
/// Height of a cell that is not lit.
const UNLIT: f32 = 4.0;
/// Level of the first cell's lower end, in dBFS.
const FLOOR_DBFS: f32 = -48.0;
/// How far the area after a cue stands out above and below the waveform.
const AREA_OUT: f32 = 4.0;

/// Room for what is still to be said, right of a take that waits for a microphone.
const TO_COME: f32 = 120.0;
/// From the end of such a take to the dashes after it.
const TO_COME_GAP: f32 = 10.0;
/// From the waveform to the progress line.
const ABOVE_LINE: f32 = 10.0;

/// Draws time, level, sound and progress of a take.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, geometry: &Geometry, view: &TakeView<'_>) {
    let row = Vec2::new(ui.available_width(), Size::Display.line());
    ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(row);
        ui.spacing_mut().item_spacing.x = 0.0;
        time_ui(ui, cx, view);
        form::at_right(ui, |ui| level_ui(ui, cx, view));
    });
    ui.add_space((geometry.wave.top() - ui.cursor().top()).max(0.0));
    let (wave, _) = ui.allocate_exact_size(geometry.wave.size(), Sense::hover());
    match (&view.running, &view.another) {
        (Some(running), _) => sound(ui, cx, wave, running),
        (None, None) => waveform::paint_rest(ui, wave, 0, cx.palette.line),
        (None, Some(another)) => {
            let layout = Layout::left_to_right(Align::Center);
            let place = UiBuilder::new().max_rect(wave).layout(layout);
            another_ui(&mut ui.new_child(place), cx, another);
        }
    }
    ui.add_space(ABOVE_LINE);
    progress::show(ui, cx, view);
}

/// The large figure with what follows it, and the language asked for since the cue.
fn time_ui(ui: &mut Ui, cx: &Cx<'_>, view: &TakeView<'_>) {
    let (palette, time) = (cx.palette, &view.time);
    let (_, sign) = ui.allocate_space(Vec2::new(DIGITS, DOT * 2.0));
    let dot = sign.left_center() + Vec2::new(DOT, 0.0);
    if let Some(running) = &view.running {
        if running.stopped {
            // As on the disc: hollow while the take is open and no samples arrive.
            let stroke = Stroke::new(size::EMPHASIS, palette.recording);
            ui.painter().circle_stroke(dot, DOT - 1.0, stroke);
        } else if !running.closes() {
            ui.painter().circle_filled(dot, DOT, palette.recording);
        }
    }
    figure_ui(ui, cx, time);
    let (_, gap) = ui.allocate_space(Vec2::new(AFTER.x, 0.0));
    let quiet = Ink::regular(Size::Title, palette.text3);
    let wide = figures::width(ui, &time.after, quiet.size, quiet.weight);
    let (_, after) = ui.allocate_space(Vec2::new(wide, quiet.size.line()));
    let at = after.min + Vec2::new(0.0, AFTER.y);
    figures::paint(ui, at, &time.after, quiet.size, quiet.weight, quiet.color);
    let whole = sign.union(gap).union(after);
    words::announce(ui, whole, "time", Role::Timer, &time.said);
    if let Some((_, to)) = view.running.as_ref().and_then(|running| running.cue) {
        ui.add_space(size::STEP_4 + size::STEP_1);
        pill(ui, cx, to);
    }
}

/// The figure in the room of the heavier one, so that passing the target moves nothing.
fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, time: &Time) {
    let weight = if time.strong {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let size = Size::Display;
    let wide = figures::width(ui, &time.figure, size, Weight::SemiBold);
    let (_, rect) = ui.allocate_space(Vec2::new(wide, size.line()));
    figures::paint(ui, rect.min, &time.figure, size, weight, cx.palette.text);
}

/// The language asked for since the cue.
fn pill(ui: &mut Ui, cx: &Cx<'_>, language: Language) {
    let padding = ((size::BADGE - Size::Body.line()) / 2.0) as i8;
    Frame::new()
        .fill(cx.palette.language_tint(language))
        .corner_radius(CornerRadius::same(size::BADGE as u8 / 2))
        .inner_margin(Margin::symmetric(14, padding))
        .show(ui, |ui| {
            let name = names::language(cx.words, language);
            let ink = Ink::strong(Size::Body, cx.palette.language(language));
            words::label(ui, &name, ink);
        });
}

/// How loud it is, or what is safe when no sound arrives.
fn level_ui(ui: &mut Ui, cx: &Cx<'_>, view: &TakeView<'_>) {
    let ink = Ink::regular(Size::Caption, cx.palette.text2);
    match &view.level {
        Level::Nothing => {}
        Level::Meter => {
            let running = view.running.as_ref();
            meter(ui, cx, running.filter(|running| !running.closes()));
        }
        Level::Saved(said) => {
            words::label(ui, said, ink);
            ui.add_space(size::STEP_2);
            icon::plain(ui, icons::CHECK_CIRCLE.fill(), Size::Body.icon(), ink.color);
        }
    }
}

/// That another microphone than the chosen one would record.
pub fn another_ui(ui: &mut Ui, cx: &Cx<'_>, said: &str) {
    let ink = Ink::strong(Size::Caption, cx.palette.text);
    ui.spacing_mut().item_spacing.x = size::STEP_2;
    icon::plain(ui, icons::WARNING, Size::Body.icon(), ink.color);
    let line = words::mute(ui, said, ink);
    words::announce(ui, line.rect, "another microphone", Role::Status, said);
}

/// Cells that light from the left, and at their right a light for clipping.
fn meter(ui: &mut Ui, cx: &Cx<'_>, running: Option<&Running<'_>>) {
    let palette = cx.palette;
    let wide = CELL.1 * CELLS as f32 + size::STEP_1 + CELL_HEIGHT;
    let (_, whole) = ui.allocate_space(Vec2::new(wide, CELL_HEIGHT));
    let light = whole.with_min_x(whole.right() - CELL_HEIGHT);
    let lit = lit_cells(running.map_or(FLOOR_DBFS, |running| running.live.level_dbfs));
    let color = running.map_or(palette.heat1, |running| {
        palette.language(running.language())
    });
    for cell in 0..CELLS {
        let left = whole.min + Vec2::new(CELL.1 * cell as f32, 0.0);
        // By height and not by colour alone.
        let (fill, height) = if cell < lit {
            (color, CELL_HEIGHT)
        } else {
            (palette.control, UNLIT)
        };
        let middle = left + Vec2::new(CELL.0, CELL_HEIGHT) / 2.0;
        let rect = Rect::from_center_size(middle, Vec2::new(CELL.0, height));
        ui.painter().rect_filled(rect, CornerRadius::same(1), fill);
    }
    let radius = CornerRadius::same(3);
    if running.is_some_and(|running| running.clipped) {
        ui.painter().rect_filled(light, radius, palette.text);
        ui.add_space(size::STEP_3);
        let said = tr!(cx.words, "practice-too-loud");
        words::label(ui, &said, Ink::strong(Size::Caption, palette.text));
    } else {
        let edge = Stroke::new(size::HAIRLINE, palette.control);
        ui.painter()
            .rect_stroke(light, radius, edge, StrokeKind::Inside);
    }
    let name = tr!(cx.words, "practice-level");
    let meter = words::announce(ui, whole, "level", Role::Meter, &name);
    let level = running.map_or(FLOOR_DBFS, |running| running.live.level_dbfs);
    let value = tr!(cx.words, "check-dbfs", db = decibels(level));
    access::measure(&meter, level.into(), FLOOR_DBFS.into()..=0.0, &value);
}

/// How many cells a level lights.
fn lit_cells(level_dbfs: f32) -> u32 {
    let share = (level_dbfs - FLOOR_DBFS) / -FLOOR_DBFS;
    (share.clamp(0.0, 1.0) * CELLS as f32).round() as u32
}

fn sound(ui: &Ui, cx: &Cx<'_>, whole: Rect, running: &Running<'_>) {
    let palette = cx.palette;
    let wave = if running.waits() {
        whole.with_max_x(whole.right() - TO_COME)
    } else {
        whole
    };
    let live = running.live;
    let cue = running.cue.map(|(frame, to)| {
        let x = waveform::x_of_frame(wave, live, frame).round();
        (frame, to, x)
    });
    let in_view = cue.filter(|(_, _, x)| *x > wave.left());
    if let Some((_, to, _)) = cue {
        let from = in_view.map_or(wave.left(), |(_, _, x)| x);
        let reach = wave.expand2(Vec2::new(0.0, AREA_OUT));
        waveform::paint_area(
            ui,
            reach,
            from,
            palette.language_tint(to),
            palette.background,
        );
    }
    waveform::paint_rest(ui, wave, live.peaks_total, palette.line);
    let colors = Colors {
        before: palette.language(running.start),
        after: palette.language(running.language()),
        room: Some(palette.background),
    };
    waveform::paint(ui, wave, live, cue.map(|(frame, ..)| frame), colors);
    if let Some((_, to, x)) = in_view {
        let reach = wave.y_range().expand(AREA_OUT * 2.0);
        let stroke = Stroke::new(size::EMPHASIS, palette.language(to));
        ui.painter().vline(x, reach, stroke);
    }
    if running.stopped {
        let stroke = Stroke::new(size::EMPHASIS, palette.text);
        let reach = wave.y_range().expand(AREA_OUT);
        let x = if running.waits() {
            wave.right() + 2.0
        } else {
            wave.right() - 1.0
        };
        ui.painter().vline(x, reach, stroke);
        if running.waits() {
            waveform::paint_to_come(ui, whole, x + TO_COME_GAP, palette.control);
        }
    }
    let name = tr!(cx.words, "practice-sound");
    words::announce(ui, whole, "sound", Role::Image, &name);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meter_spans_its_range() {
        for (level, lit) in [(-120.0, 0), (-48.0, 0), (-24.0, 16), (0.0, 32), (3.0, 32)] {
            assert_eq!(lit_cells(level), lit, "{level}");
        }
    }
}
