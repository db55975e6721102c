//! This week's card: on which days of the last twelve weeks something was answered.

use egui::{Color32, CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::i18n::dates;
use crate::tr;
use crate::ui::theme::Palette;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::timeline::Scene;
use crate::ui::timeline::derived::{Day, Derived};
use crate::ui::widgets::card;

/// Height of the card.
pub const HEIGHT: f32 = 200.0;
const PADDING: f32 = 20.0;
const CELL: Vec2 = Vec2::new(16.0, 12.0);
const PITCH: Vec2 = Vec2::new(20.0, 16.0);
/// Left top corner of the first cell within the card.
const CELLS: Vec2 = Vec2::new(44.0, 64.0);

/// Draws the card.
pub fn show(ui: &mut Ui, scene: &Scene<'_>, rect: Rect, derived: &Derived) {
    card::paint(ui, rect);
    let words = scene.look.words;
    let palette = scene.look.palette;
    let title = if derived.days_this_week == 0 {
        tr!(words, "timeline-week-none")
    } else {
        tr!(words, "timeline-week", days = derived.days_this_week)
    };
    let galley = text::free_line(ui, &title, Size::Body, Weight::SemiBold, palette.text);
    let at = Pos2::new(
        rect.left() + PADDING,
        rect.top() + 32.0 - galley.size().y / 2.0,
    );
    text::label_at(ui, galley, at);

    let cells = rect.min + CELLS;
    for (weekday, label) in [
        (0.0, tr!(words, "timeline-mon")),
        (2.0, tr!(words, "timeline-wed")),
        (4.0, tr!(words, "timeline-fri")),
        (6.0, tr!(words, "timeline-sun")),
    ] {
        let galley = text::free_line(ui, &label, Size::Caption, Weight::Regular, palette.text3);
        let middle = cells.y + weekday * PITCH.y + CELL.y / 2.0;
        let at = Pos2::new(rect.left() + PADDING, middle - galley.size().y / 2.0);
        ui.painter().galley(at, galley, palette.text3);
    }
    for day in &derived.days {
        let min = cells
            + Vec2::new(
                f32::from(day.week) * PITCH.x,
                f32::from(day.weekday) * PITCH.y,
            );
        cell(ui, scene, Rect::from_min_size(min, CELL), day);
    }
}

fn cell(ui: &Ui, scene: &Scene<'_>, rect: Rect, day: &Day) {
    let words = scene.look.words;
    ui.painter().rect_filled(
        rect,
        CornerRadius::same(3),
        heat(scene.look.palette, day.answers),
    );
    let id = ui.scope_id().with(("day", day.week, day.weekday));
    // The gap belongs to the cell, so that the tooltip does not flicker on the way.
    let reach = rect.expand2((PITCH - CELL) / 2.0);
    let response = ui.interact(reach, id, Sense::hover());
    let name = || {
        let date = dates::plain_day(words, day.date, scene.today);
        let count = tr!(words, "timeline-day-answers", count = day.answers);
        format!("{date} · {count}")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, name()));
    if response.hovered() {
        response.on_hover_text(name());
    }
}

fn heat(palette: &Palette, answers: u32) -> Color32 {
    match answers {
        0 => palette.heat0,
        1 => palette.heat1,
        2 => palette.heat2,
        3 | 4 => palette.heat3,
        _ => palette.heat4,
    }
}
