//! How far the takes have been listened to: a quiet line at the foot of the list, only while it
//! takes a while. Not here: which takes those are (`flow`).

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::tr;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::timeline::Scene;

/// Height of the line with its air.
const HEIGHT: f32 = 36.0;
/// The bar.
const BAR: Vec2 = Vec2::new(120.0, 4.0);

/// Draws the line at the foot of a rectangle; returns how much of it is taken.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, rect: Rect) -> f32 {
    // One take is done before the line could be read.
    let Some((done, total)) = scene
        .state
        .analysis_progress
        .filter(|(_, total)| *total > 1)
    else {
        return 0.0;
    };
    let colors = scene.look.palette;
    let line = rect.with_min_y(rect.bottom() - HEIGHT);
    let words = tr!(
        scene.look.words,
        "speech-working",
        done = done,
        total = total
    );
    let galley = text::free_line(ui, &words, Size::Caption, Weight::Regular, colors.text3);
    let y = line.center().y;
    let at = Pos2::new(line.left() + size::STEP_6, y - galley.size().y / 2.0);
    let left = at.x + galley.size().x + size::STEP_4;
    ui.painter().galley(at, galley, colors.text3);
    let track = Rect::from_min_size(Pos2::new(left, y - BAR.y / 2.0), BAR);
    let radius = CornerRadius::same(BAR.y as u8 / 2);
    ui.painter().rect_filled(track, radius, colors.heat1);
    let share = done as f32 / total.max(1) as f32;
    let filled = track.with_max_x(track.left() + BAR.x * share);
    ui.painter().rect_filled(filled, radius, colors.text3);
    let whole = Rect::from_min_max(at, Pos2::new(track.right(), y + Size::Caption.line() / 2.0));
    let response = ui.interact(whole, ui.scope_id().with("listening"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &words));
    HEIGHT
}
