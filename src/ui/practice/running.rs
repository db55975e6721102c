//! During the answer: the time, the level, the sound, and the ways on beside the disc. Before the
//! first sound the same places stand empty.

use egui::{CornerRadius, Pos2, Rect, Role, Stroke, StrokeKind, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::check::decibels;
use crate::i18n::{dates, names};
use crate::model::language::Language;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::running_view::Running;
use crate::ui::practice::waveform::{self, Colors};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::access;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, icon};

/// Radius of the dot that says that the recording runs.
const DOT: f32 = 6.0;
/// The digits begin here, with or without the dot, so that they keep their cells.
const DIGITS: f32 = 24.0;
/// Cells of the level meter.
const CELLS: u32 = 32;
/// Width of a cell, and from one to the next.
const CELL: (f32, f32) = (4.0, 6.0);
/// Height of a cell, and side of the clip light.
const CELL_HEIGHT: f32 = 12.0;
/// Level of the first cell's lower end, in dBFS.
const FLOOR_DBFS: f32 = -48.0;
/// How far the area after a cue stands out above and below the waveform.
const AREA_OUT: f32 = 4.0;

/// Room for what is still to be said, right of a take that waits for a microphone.
const TO_COME: f32 = 120.0;
/// From the end of such a take to the dashes after it.
const TO_COME_GAP: f32 = 10.0;

/// Draws the number that counts the think time down.
pub fn countdown_ui(ui: &mut Ui, look: &UiContext<'_>, geometry: &Geometry, left_secs: u32) {
    let number = left_secs.to_string();
    let words = tr!(look.words, "practice-seconds-to-start", count = left_secs);
    time_ui(ui, look, geometry, (&number, Weight::SemiBold), &words);
    let name = tr!(look.words, "practice-countdown", count = left_secs);
    words::announce(ui, time_rect(geometry), "countdown", Role::Timer, &name);
}

/// Draws the time of a take that has no sound yet.
pub fn no_time_ui(ui: &mut Ui, look: &UiContext<'_>, geometry: &Geometry, target_secs: u32) {
    elapsed_ui(ui, look, geometry, 0.0, target_secs);
    meter(ui, look, geometry, None);
}

fn elapsed_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    secs: f64,
    target: u32,
) -> f32 {
    let weight = if secs > f64::from(target) {
        Weight::Regular
    } else {
        Weight::SemiBold
    };
    let elapsed = dates::clock(secs);
    let target = dates::clock(f64::from(target));
    let name = tr!(
        look.words,
        "practice-elapsed",
        time = elapsed.as_str(),
        target = target.as_str()
    );
    words::announce(ui, time_rect(geometry), "elapsed", Role::Timer, &name);
    time_ui(
        ui,
        look,
        geometry,
        (&elapsed, weight),
        &format!("/ {target}"),
    )
}

fn time_rect(geometry: &Geometry) -> Rect {
    Rect::from_center_size(
        Pos2::new(geometry.card.left() + 120.0, geometry.time_y),
        Vec2::new(240.0, Size::Display.line()),
    )
}

/// The large figure and the words after it; returns where they end.
fn time_ui(
    ui: &Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    (figure, weight): (&str, Weight),
    after: &str,
) -> f32 {
    let left = geometry.card.left() + DIGITS;
    let top = geometry.time_y - Size::Display.line() / 2.0;
    figures::paint(
        ui,
        Pos2::new(left, top),
        figure,
        Size::Display,
        weight,
        look.palette.text,
    );
    // The heavier width, so that passing the target moves nothing.
    let x = left + figures::width(ui, figure, Size::Display, Weight::SemiBold) + 10.0;
    // Three points lower stands the same base line.
    let at = Pos2::new(x, geometry.time_y - Size::Title.line() / 2.0 + 3.0);
    let color = look.palette.text3;
    x + figures::paint(ui, at, after, Size::Title, Weight::Regular, color)
}

/// Draws time, level and sound of a take.
pub fn running_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    running: &Running<'_>,
    target_secs: u32,
) {
    let palette = look.palette;
    let dot = Pos2::new(geometry.card.left() + DOT, geometry.time_y);
    if running.stopped {
        // As on the disc: hollow while the take is open and no samples arrive.
        let stroke = Stroke::new(size::EMPHASIS, palette.recording);
        ui.painter().circle_stroke(dot, DOT - 1.0, stroke);
    } else if !running.closes() {
        ui.painter().circle_filled(dot, DOT, palette.recording);
    }
    let end = elapsed_ui(ui, look, geometry, running.elapsed_secs, target_secs);
    if let Some((_, language)) = running.cue {
        pill(
            ui,
            look,
            Pos2::new(end + size::STEP_4 + 5.0, geometry.time_y),
            language,
        );
    }
    if running.stopped {
        saved_ui(ui, look, geometry, running);
    } else {
        meter(
            ui,
            look,
            geometry,
            Some(running).filter(|running| !running.closes()),
        );
    }
    sound(ui, look, geometry, running);
}

/// The language asked for since the cue.
fn pill(ui: &mut Ui, look: &UiContext<'_>, left: Pos2, language: Language) {
    let name = names::language(look.words, language);
    let color = look.palette.language(language);
    let galley = text::free_line(ui, &name, Size::Body, Weight::SemiBold, color);
    let rect = Rect::from_min_size(
        Pos2::new(left.x, left.y - size::BADGE / 2.0),
        Vec2::new(galley.size().x + 28.0, size::BADGE),
    );
    let fill = look.palette.language_tint(language);
    ui.painter().rect_filled(rect, CornerRadius::same(16), fill);
    text::label_at(ui, galley.clone(), rect.center() - galley.size() / 2.0);
}

/// What is safe, in the place of the level, when no sound arrives.
fn saved_ui(ui: &mut Ui, look: &UiContext<'_>, geometry: &Geometry, running: &Running<'_>) {
    let time = dates::clock(running.live.written_secs());
    let said = tr!(look.words, "practice-all-saved", time = time);
    let right = Pos2::new(geometry.card.right(), geometry.time_y);
    let ink = Ink::regular(Size::Caption, look.palette.text2);
    let width = words::right(ui, right, &said, ink);
    let center = Pos2::new(right.x - width - 19.0, right.y);
    icon::paint(
        ui,
        center,
        icons::CHECK_CIRCLE.fill(),
        20.0,
        look.palette.text2,
    );
}

fn meter(ui: &mut Ui, look: &UiContext<'_>, geometry: &Geometry, running: Option<&Running<'_>>) {
    let palette = look.palette;
    let y = geometry.time_y;
    let light = Rect::from_center_size(
        Pos2::new(geometry.card.right() - CELL_HEIGHT / 2.0, y),
        Vec2::splat(CELL_HEIGHT),
    );
    let left = light.left() - CELL.1 * CELLS as f32 - size::STEP_1;
    let level = running.map_or(FLOOR_DBFS, |running| running.live.level_dbfs);
    let lit = lit_cells(level);
    let color = running.map_or(palette.heat1, |running| {
        palette.language(running.language())
    });
    for cell in 0..CELLS {
        let rect = Rect::from_min_size(
            Pos2::new(left + CELL.1 * cell as f32, y - CELL_HEIGHT / 2.0),
            Vec2::new(CELL.0, CELL_HEIGHT),
        );
        let fill = if cell < lit { color } else { palette.heat1 };
        ui.painter().rect_filled(rect, CornerRadius::same(1), fill);
    }
    let clipped = running.is_some_and(|running| running.clipped);
    let radius = CornerRadius::same(3);
    if clipped {
        ui.painter().rect_filled(light, radius, palette.text);
        let said = tr!(look.words, "practice-too-loud");
        let at = Pos2::new(left - size::STEP_3, y);
        words::right(ui, at, &said, Ink::strong(Size::Caption, palette.text));
    } else {
        let edge = Stroke::new(size::HAIRLINE, palette.control);
        ui.painter()
            .rect_stroke(light, radius, edge, StrokeKind::Inside);
    }
    let whole = Rect::from_min_max(Pos2::new(left, light.top()), light.max);
    let name = tr!(look.words, "practice-level");
    let shown = words::announce(ui, whole, "level", Role::Meter, &name);
    let value = tr!(look.words, "check-dbfs", db = decibels(level));
    access::measure(&shown, level.into(), FLOOR_DBFS.into()..=0.0, &value);
}

/// How many cells a level lights.
fn lit_cells(level_dbfs: f32) -> u32 {
    let share = (level_dbfs - FLOOR_DBFS) / -FLOOR_DBFS;
    (share.clamp(0.0, 1.0) * CELLS as f32).round() as u32
}

/// Draws the place of the sound before there is any.
pub fn silence_ui(ui: &Ui, look: &UiContext<'_>, geometry: &Geometry) {
    waveform::paint_rest(ui, geometry.wave, 0, look.palette.line);
}

fn sound(ui: &Ui, look: &UiContext<'_>, geometry: &Geometry, running: &Running<'_>) {
    let palette = look.palette;
    let whole = geometry.wave;
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
    let name = tr!(look.words, "practice-sound");
    words::announce(ui, whole, "sound", Role::Image, &name);
}

/// Draws the ways on beside the disc. A switch can be ordered in every plan, but only once.
pub fn beside_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    running: &Running<'_>,
    out: &mut Vec<Command>,
) {
    let flag = tr!(look.words, "practice-flag");
    let button = Button::quiet(&flag)
        .icon(icons::FLAG)
        .does(Action::Flag)
        .enabled(!running.closes());
    if button.centered_at(ui, geometry.beside_disc(-1.0)).clicked() {
        out.push(Command::Flag);
    }
    let switch = tr!(look.words, "practice-switch-now");
    let button = Button::quiet(&switch)
        .icon(icons::TRANSLATE)
        .does(Action::CueNow)
        .enabled(!running.closes() && running.cue.is_none());
    if button.centered_at(ui, geometry.beside_disc(1.0)).clicked() {
        out.push(Command::CueNow);
    }
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
