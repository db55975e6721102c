//! The rating in a small window: a card with one line of the rubric at a time.

use egui::{Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::part_labels;
use crate::ui::review::rating;
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::theme::size;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::widgets::score_cells::ScoreCells;
use crate::ui::widgets::{card, focus, keycap};

/// Middle of the upper row.
const NAME_Y: f32 = 32.0;
/// Middle of the lower row.
const ANCHOR_Y: f32 = 66.0;
/// Middles of two sentences, where one line is too short for both.
const TWO_ANCHORS_Y: [f32; 2] = [57.0, 75.0];
/// Distance of the cells' middles: there is room for larger ones.
const PITCH: f32 = 40.0;

/// Draws the card.
pub fn rating_card_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    place: Rect,
    view: &ReviewView<'_>,
    out: &mut Vec<Command>,
) {
    let colors = look.palette;
    card::paint(ui, place);
    let Some(line) = view.current_line() else {
        return;
    };
    let left = place.left() + size::STEP_6;
    let right = place.right() - size::STEP_6;
    let y = place.top() + NAME_Y;
    let cells = ScoreCells {
        name: line.name,
        chosen: line.score,
        current: true,
        enabled: view.saved != Saved::ReadOnly,
        pitch: PITCH,
        figures: Size::Body,
    };
    let touched = cells.right_at(ui, Pos2::new(right, y));
    if let Some(score) = touched.picked {
        out.push(Command::Rate {
            line: line.id.to_owned(),
            score,
        });
    }
    let strong = (Size::Body, Weight::SemiBold);
    let quiet = (Size::Caption, Weight::Regular);
    let room = right - cells.width() - left;
    let mut x = left;
    let name = part_labels::say_line(ui, (x, y), line.name, strong, colors.text, room);
    x = name.rect.right() + size::STEP_3;
    let number = view.current + 1;
    let of = tr!(
        look.words,
        "review-line-of",
        line = number,
        total = view.lines.len()
    );
    let of = part_labels::say_line(ui, (x, y), &of, quiet, colors.text3, room);
    x = of.rect.right() + size::STEP_3;
    let before = tr!(look.words, "review-line-previous");
    x += step_ui(ui, Pos2::new(x, y), "↑", &before, -1, out) + size::STEP_1;
    let behind = tr!(look.words, "review-line-next");
    step_ui(ui, Pos2::new(x, y), "↓", &behind, 1, out);

    let progress = match view.mean {
        Some(mean) => {
            let mean = format!("{mean:.1}");
            tr!(look.words, "review-mean", mean = mean)
        }
        None => view.progress(look.words),
    };
    let at = (right, place.top() + ANCHOR_Y);
    let end = part_labels::say_line_right(ui, at, &progress, quiet, colors.text3);
    let width = end - size::STEP_4 - left;
    if let Some(score) = touched.preview.or(line.score) {
        let at = (left, place.top() + ANCHOR_Y);
        part_labels::say_line(ui, at, line.anchor(score), quiet, colors.text2, width);
    } else {
        let at = Pos2::new(left, place.top());
        let heights = (ANCHOR_Y, TWO_ANCHORS_Y);
        rating::both_ends(ui, line, at, colors.text2, width, heights);
    }
}

/// A key cap that is also a button; returns its width.
fn step_ui(ui: &mut Ui, left: Pos2, key: &str, name: &str, by: i32, out: &mut Vec<Command>) -> f32 {
    let cap = keycap::size_of(ui, key);
    let rect = Rect::from_min_size(Pos2::new(left.x, left.y - cap.y / 2.0), cap);
    let id = ui.scope_id().with(("line-step", by));
    let response = ui.interact(rect.expand2(Vec2::new(2.0, 6.0)), id, Sense::click());
    keycap::paint(ui, left, key, false);
    focus::ring(ui, &response, rect, size::RADIUS_SMALL);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.clicked() {
        out.push(Command::MoveLine(by));
    }
    response.on_hover_text(name);
    cap.x
}
