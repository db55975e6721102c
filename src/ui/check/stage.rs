//! The disc that asks somebody to speak, and the sound while they do. The disc is of ink: red means
//! that something is being recorded, and nothing of this is kept.

use egui::{Align2, Color32, CornerRadius, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::model::live::LIVE_PEAKS_PER_SEC;
use crate::model::peaks::Peak;
use crate::model::sound_check::LISTEN_SECS;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::check::Column;
use crate::ui::check::view::StageView;
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{focus, keycap, lines, words};

/// Diameter of the ring, and of the disc in it.
const RING: f32 = 112.0;
const DISC: f32 = 88.0;
/// Side of the stop square.
const SQUARE: f32 = 32.0;
/// The icon in the disc.
const SIGN: f32 = 40.0;
/// Height of the sound.
pub const WAVE: f32 = 56.0;
/// Least height of a bar: silence is visible too.
const LEAST: f32 = 2.0;
/// A bar's part of its place.
const BAR: f32 = 0.75;
/// Ordinary speech peaks at a fifth of full scale; below 1 this lifts it without cutting shouts.
const LIFT: f32 = 0.6;
/// Widest lines of words under the disc.
const WORDS: f32 = 420.0;
/// Cells of the meter, their size, and from one to the next.
const CELLS: u32 = 32;
const CELL: Vec2 = Vec2::new(4.0, 12.0);
const CELL_PITCH: f32 = 6.0;
/// Where the meter begins, in dBFS.
const FLOOR_DBFS: f32 = -48.0;

/// Draws the card; returns its bottom.
pub fn stage_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    stage: &StageView<'_>,
    mut column: Column,
    out: &mut Vec<Command>,
) -> f32 {
    column.card(ui, |ui, column| {
        let middle = (column.left + column.width / 2.0).round();
        column.y += if look.small { 20.0 } else { 44.0 };
        let ring =
            Rect::from_center_size(Pos2::new(middle, column.y + RING / 2.0), Vec2::splat(RING));
        disc_ui(ui, look, ring, stage, out);
        column.y += RING + size::STEP_4;
        say_ui(ui, look, Pos2::new(middle, column.y + 16.0), stage);
        column.y += 32.0 + size::STEP_3;
        // One height for asking and listening, so that the disc keeps its place.
        match stage {
            StageView::Listening {
                level_dbfs, peaks, ..
            } => {
                let wave = Rect::from_min_size(
                    Pos2::new(column.inner_left(), column.y),
                    Vec2::new(column.inner_width(), WAVE),
                );
                wave_ui(ui, look, wave, peaks);
                meter_ui(ui, look, wave, *level_dbfs);
            }
            _ => how_ui(ui, look, Pos2::new(middle, column.y), column.inner_width()),
        }
        column.y += WAVE + size::STEP_2 + CELL.y + if look.small { 16.0 } else { 36.0 };
    });
    column.y
}

fn disc_words(look: &UiContext<'_>, stage: &StageView<'_>) -> String {
    match stage {
        StageView::Listening { began: false, .. } => tr!(look.words, "check-opening"),
        StageView::Listening { began: true, .. } => tr!(look.words, "check-listening"),
        _ => tr!(look.words, "check-speak"),
    }
}

fn disc_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    ring: Rect,
    stage: &StageView<'_>,
    out: &mut Vec<Command>,
) {
    let palette = look.palette;
    let response = ui.interact(ring, ui.scope_id().with("check-disc"), Sense::click());
    let listening = matches!(stage, StageView::Listening { .. });
    let edge = Stroke::new(size::HAIRLINE, palette.line);
    let painter = ui.painter();
    painter.circle(ring.center(), RING / 2.0 - 1.0, palette.background, edge);
    let fill = if response.hovered() {
        palette.text2
    } else {
        palette.text
    };
    if listening {
        let square = Rect::from_center_size(ring.center(), Vec2::splat(SQUARE));
        painter.rect_filled(square, CornerRadius::same(size::RADIUS_SEGMENT), fill);
    } else {
        painter.circle_filled(ring.center(), DISC / 2.0, fill);
        let sign = icons::MICROPHONE.fill();
        painter.text(
            ring.center(),
            Align2::CENTER_CENTER,
            sign.glyph,
            text::icon_font(sign, SIGN),
            palette.inverse,
        );
    }
    focus::ring(ui, &response, ring, (RING / 2.0) as u8);
    let name = disc_words(look, stage);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        out.push(Command::CheckSpeak);
    }
}

/// What the disc does, in large letters, and its key.
fn say_ui(ui: &Ui, look: &UiContext<'_>, center: Pos2, stage: &StageView<'_>) {
    let ink = look.palette.text;
    let said = disc_words(look, stage);
    let galley = text::free_line(ui, &said, Size::Title, Weight::SemiBold, ink);
    let width = galley.size().x;
    let key = "Space";
    let cap = keycap::size_of(ui, key).x;
    let left = (center.x - (width + size::STEP_2 + cap) / 2.0).round();
    let top = center.y - galley.size().y / 2.0;
    ui.painter()
        .galley(Pos2::new(left, top), galley, Color32::PLACEHOLDER);
    let at = Pos2::new(left + width + size::STEP_2, center.y);
    keycap::paint(ui, at, key, false);
}

/// What will happen, a line for each sentence.
fn how_ui(ui: &mut Ui, look: &UiContext<'_>, top: Pos2, room: f32) {
    let how = tr!(look.words, "check-speak-how");
    let kind = (Size::Caption, Weight::Regular);
    let lines = lines::of(ui, &how, kind.0, kind.1, WORDS.min(room), 3);
    for (row, line) in lines.text.lines().enumerate() {
        let galley = text::free_line(ui, line, kind.0, kind.1, look.palette.text3);
        let left = (top.x - galley.size().x / 2.0).round();
        let y = top.y + kind.0.line() * row as f32;
        text::label_at(ui, galley, Pos2::new(left, y));
    }
}

/// The sound from the left on; what is still to be spoken is a quiet line.
pub fn wave_ui(ui: &mut Ui, look: &UiContext<'_>, rect: Rect, peaks: &[Peak]) {
    let palette = look.palette;
    let bars = (LISTEN_SECS * f64::from(LIVE_PEAKS_PER_SEC)) as usize;
    let pitch = rect.width() / bars as f32;
    for bar in 0..bars {
        let (height, color) = match peaks.get(bar) {
            Some(peak) => {
                let lifted = peak.magnitude().powf(LIFT) * rect.height();
                (lifted.max(LEAST), palette.text)
            }
            None => (LEAST, palette.heat1),
        };
        let center = Pos2::new(rect.left() + (bar as f32 + 0.5) * pitch, rect.center().y);
        let bar = Rect::from_center_size(center, Vec2::new(pitch * BAR, height));
        ui.painter().rect_filled(bar, CornerRadius::same(1), color);
    }
    let name = tr!(look.words, "check-sound");
    words::announce(ui, rect, "check-sound", Role::Image, &name);
}

/// The level, under the sound.
fn meter_ui(ui: &mut Ui, look: &UiContext<'_>, wave: Rect, level_dbfs: f32) {
    let share = ((level_dbfs - FLOOR_DBFS) / -FLOOR_DBFS).clamp(0.0, 1.0);
    let lit = (share * CELLS as f32).round() as u32;
    let width = CELL_PITCH * CELLS as f32;
    let left = (wave.center().x - width / 2.0).round();
    let whole = Rect::from_min_size(
        Pos2::new(left, wave.bottom() + size::STEP_2),
        Vec2::new(width, CELL.y),
    );
    for cell in 0..CELLS {
        let at = whole.min + Vec2::new(CELL_PITCH * cell as f32, 0.0);
        let color = if cell < lit {
            look.palette.text
        } else {
            look.palette.heat1
        };
        let rect = Rect::from_min_size(at, CELL);
        ui.painter().rect_filled(rect, CornerRadius::same(1), color);
    }
    let name = tr!(look.words, "check-level");
    words::announce(ui, whole, "check-level", Role::Meter, &name);
}
