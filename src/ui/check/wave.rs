//! The sound of a check and its level, drawn by hand.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::i18n::check::decibels;
use crate::model::live::LIVE_PEAKS_PER_SEC;
use crate::model::peaks::Peak;
use crate::model::sound_check::LISTEN_SECS;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::widgets::access;

/// Height of the sound.
const WAVE: f32 = 56.0;
/// Least height of a bar: silence is visible too.
const LEAST: f32 = 2.0;
/// A bar's part of its place.
const BAR: f32 = 0.75;
/// Ordinary speech peaks at a fifth of full scale; below 1 this lifts it without cutting shouts.
const LIFT: f32 = 0.6;
/// Cells of the meter, their size, and from one to the next.
const CELLS: u32 = 32;
const CELL: Vec2 = Vec2::new(4.0, 12.0);
/// Height of a cell that is not lit.
const UNLIT: f32 = 4.0;
const CELL_PITCH: f32 = 6.0;
/// Where the meter begins, in dBFS.
const FLOOR_DBFS: f32 = -48.0;
/// Height of the sound with its level.
pub const HEIGHT: f32 = WAVE + size::STEP_2 + CELL.y;

/// The sound from the left on; what is still to be spoken is a quiet line.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, peaks: &[Peak]) {
    let room = Vec2::new(ui.available_width(), WAVE);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let bars = (LISTEN_SECS * f64::from(LIVE_PEAKS_PER_SEC)) as usize;
    let pitch = rect.width() / bars as f32;
    for bar in 0..bars {
        let (height, color) = match peaks.get(bar) {
            Some(peak) => {
                let lifted = peak.magnitude().powf(LIFT) * rect.height();
                (lifted.max(LEAST), cx.palette.text)
            }
            None => (LEAST, cx.palette.heat1),
        };
        let center = Pos2::new(rect.left() + (bar as f32 + 0.5) * pitch, rect.center().y);
        let bar = Rect::from_center_size(center, Vec2::new(pitch * BAR, height));
        ui.painter().rect_filled(bar, CornerRadius::same(1), color);
    }
    let name = tr!(cx.words, "check-sound");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
}

/// The level, in cells.
pub fn meter(ui: &mut Ui, cx: &Cx<'_>, level_dbfs: f32) {
    let share = ((level_dbfs - FLOOR_DBFS) / -FLOOR_DBFS).clamp(0.0, 1.0);
    let lit = (share * CELLS as f32).round() as u32;
    let room = Vec2::new(CELL_PITCH * CELLS as f32, CELL.y);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    for cell in 0..CELLS {
        let at = rect.min + Vec2::new(CELL_PITCH * cell as f32, 0.0);
        // By height and not by colour alone.
        let (color, height) = if cell < lit {
            (cx.palette.text, CELL.y)
        } else {
            (cx.palette.control, UNLIT)
        };
        let middle = at + CELL / 2.0;
        let cell = Rect::from_center_size(middle, Vec2::new(CELL.x, height));
        ui.painter().rect_filled(cell, CornerRadius::same(1), color);
    }
    let name = tr!(cx.words, "check-level");
    response.widget_info(|| WidgetInfo::labeled(Role::Meter, true, &name));
    let value = tr!(cx.words, "check-dbfs", db = decibels(level_dbfs));
    access::measure(
        &response,
        level_dbfs.into(),
        FLOOR_DBFS.into()..=0.0,
        &value,
    );
}
