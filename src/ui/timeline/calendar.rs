//! This week's card: on which days of the last twelve weeks something was answered.

use egui::{Color32, CornerRadius, CursorIcon, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::dates;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{Palette, size};
use crate::ui::timeline::derived::{Day, Derived, WEEKS};
use crate::ui::widgets::form;
use crate::ui::widgets::words::{self, Ink};

const CELL: Vec2 = Vec2::new(16.0, 12.0);
const PITCH: Vec2 = Vec2::new(20.0, 16.0);
/// Room of the names of weekdays.
const WEEKDAY: f32 = 24.0;

/// Draws the card.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, derived: &Derived) {
    let w = cx.words;
    let title = if derived.days_this_week == 0 {
        tr!(w, "timeline-week-none")
    } else {
        tr!(w, "timeline-week", days = derived.days_this_week)
    };
    form::card(ui, |ui| {
        ui.add_space(size::STEP_4 + size::STEP_1);
        words::label(ui, &title, Ink::strong(Size::Body, cx.palette.text));
        ui.add_space(size::STEP_4 + size::STEP_1);
        let weeks = Vec2::new(WEEKS as f32, 7.0) * PITCH;
        let (_, grid) = ui.allocate_space(weeks + Vec2::new(WEEKDAY, 0.0));
        for (weekday, label) in [
            (0.0, tr!(w, "timeline-mon")),
            (2.0, tr!(w, "timeline-wed")),
            (4.0, tr!(w, "timeline-fri")),
            (6.0, tr!(w, "timeline-sun")),
        ] {
            let ink = cx.palette.text3;
            let galley = text::free_line(ui, &label, Size::Caption, Weight::Regular, ink);
            let middle = weekday * PITCH.y + CELL.y / 2.0;
            let at = grid.min + Vec2::new(0.0, middle - galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink);
        }
        for day in &derived.days {
            let place = Vec2::new(f32::from(day.week), f32::from(day.weekday)) * PITCH;
            let min = grid.min + Vec2::new(WEEKDAY, 0.0) + place;
            cell(ui, cx, Rect::from_min_size(min, CELL), day);
        }
        ui.add_space(size::STEP_6);
    });
}

/// The square of a day. A click opens a day that saw an answer; `Left` and `Right` do the same by key, so
/// that Tab need not step over eighty squares.
fn cell(ui: &Ui, cx: &mut Cx<'_>, rect: Rect, day: &Day) {
    let w = cx.words;
    let fill = heat(cx.palette, day.answers);
    ui.painter().rect_filled(rect, CornerRadius::same(3), fill);
    let id = ui.scope_id().with(("day", day.week, day.weekday));
    // The gap belongs to the cell, so that the tooltip does not flicker on the way.
    let reach = rect.expand2((PITCH - CELL) / 2.0);
    let opens = day.answers > 0;
    let sense = if opens { Sense::CLICK } else { Sense::hover() };
    let response = ui.interact(reach, id, sense);
    if response.clicked() {
        cx.push(Command::ShowDay(day.date));
    }
    let name = || {
        let date = dates::plain_day(w, day.date, cx.now.date.date());
        let count = tr!(w, "timeline-day-answers", count = day.answers);
        format!("{date} · {count}")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, name()));
    if !response.hovered() {
        return;
    }
    if opens {
        let way = tr!(w, "timeline-day-open");
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(format!("{}\n{way}", name()));
    } else {
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
