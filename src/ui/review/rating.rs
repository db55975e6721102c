//! The rating panel: one's own scores, line by line, each with the sentence that it stands for.

use std::sync::Arc;

use egui::epaint::RectShape;
use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, Galley, Pos2, Rect, Role, ScrollArea, Sense, Shape, Stroke, Ui,
    UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::part_labels;
use crate::ui::review::view::{LineView, ReviewView, Saved};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::score_cells::{CELL, SCORES, ScoreCells};
use crate::ui::widgets::{figures, icon, keycap};

/// Middle of the title.
const TITLE_Y: f32 = 42.0;
/// Upper edge of the first line.
const LINES_TOP: f32 = 72.0;
/// Height of what stands below the lines.
const FOOTER: f32 = 60.0;
/// Middle of the footer, from below.
const FOOTER_Y: f32 = 30.0;
/// How far the fill of the current line reaches beyond the words at both sides.
const REACH: f32 = 12.0;
/// Height of the fill.
const FILL: f32 = 58.0;
/// The most that lines move apart where the panel is high enough.
const MOST_PITCH: f32 = 60.0;
/// Middle of a line's name, from its upper edge.
const NAME_Y: f32 = 18.0;
/// Middle of the sentence below it.
const ANCHOR_Y: f32 = 42.0;
/// Middles of two sentences, where one line is too short for both.
const TWO_ANCHORS_Y: [f32; 2] = [36.0, 52.0];
/// How much higher and lower the fill reaches then: as far as the neighbours' words allow. The
/// lines themselves keep their places, so that nothing moves under the pointer.
const TWO_ANCHORS_REACH: (f32, f32) = (3.0, 5.0);

/// Draws the panel.
pub fn rating_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    panel: Rect,
    view: &ReviewView<'_>,
    reveal: bool,
    out: &mut Vec<Command>,
) {
    let colors = look.palette;
    ui.painter()
        .rect_filled(panel, CornerRadius::ZERO, colors.surface);
    let edge = Stroke::new(size::HAIRLINE, colors.line);
    let x = panel.left() + size::HAIRLINE / 2.0;
    ui.painter().vline(x, panel.y_range(), edge);
    let inside = Rect::from_min_max(
        Pos2::new(panel.left() + size::MARGIN + size::HAIRLINE, panel.top()),
        Pos2::new(panel.right() - size::MARGIN, panel.bottom()),
    );
    title_ui(ui, look, inside, view);
    let lines = Rect::from_min_max(
        Pos2::new(
            inside.left() - REACH,
            panel.top() + LINES_TOP - TWO_ANCHORS_REACH.0,
        ),
        Pos2::new(inside.right() + REACH, panel.bottom() - FOOTER),
    );
    ui.scope_builder(UiBuilder::new().max_rect(lines), |ui| {
        ScrollArea::vertical()
            .id_salt("rubric")
            .auto_shrink(false)
            .show(ui, |ui| lines_ui(ui, look, lines.size(), view, reveal, out));
    });
    footer_ui(ui, look, inside, view);
}

/// All lines, below each other, in a room of their own that scrolls when it is too low.
fn lines_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    room: Vec2,
    view: &ReviewView<'_>,
    reveal: bool,
    out: &mut Vec<Command>,
) {
    let count = view.lines.len().max(1) as f32;
    let (above, below) = TWO_ANCHORS_REACH;
    let pitch = ((room.y - above - below) / count)
        .floor()
        .clamp(size::RUBRIC_LINE, MOST_PITCH);
    let all = Vec2::new(room.x, above + pitch * count + below);
    let (rect, _) = ui.allocate_exact_size(all, Sense::hover());
    for (index, line) in view.lines.iter().enumerate() {
        let top = rect.top() + above + index as f32 * pitch;
        let place = Rect::from_min_size(Pos2::new(rect.left(), top), Vec2::new(room.x, FILL));
        line_ui(ui, look, place, view, (index, line), out);
        if reveal && index == view.current {
            ui.scroll_to_rect(place, None);
        }
    }
}

fn title_ui(ui: &mut Ui, look: &UiContext<'_>, inside: Rect, view: &ReviewView<'_>) {
    let colors = look.palette;
    let y = inside.top() + TITLE_Y;
    let title = tr!(look.words, "review-rating");
    let strong = (Size::Title, Weight::SemiBold);
    part_labels::say_line(
        ui,
        (inside.left(), y),
        &title,
        strong,
        colors.text,
        inside.width(),
    );
    let mut right = inside.right();
    if let Some(mean) = view.mean {
        let words = format!("{mean:.1}");
        let top = y - Size::Display.line() / 2.0;
        let left = figures::paint_right(
            ui,
            Pos2::new(right, top),
            &words,
            Size::Display,
            Weight::SemiBold,
            colors.text,
        );
        let rect = Rect::from_min_max(
            Pos2::new(left, top),
            Pos2::new(right, top + Size::Display.line()),
        );
        let response = ui.interact(rect, ui.scope_id().with("mean"), Sense::hover());
        let name = tr!(look.words, "review-mean", mean = words);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        right = left - size::STEP_2;
    }
    // On the figures' base line rather than in their middle.
    let quiet = (Size::Caption, Weight::Regular);
    let base = if view.mean.is_some() { y + 3.0 } else { y };
    part_labels::say_line_right(
        ui,
        (right, base),
        &view.progress(look.words),
        quiet,
        colors.text3,
    );
}

fn line_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    place: Rect,
    view: &ReviewView<'_>,
    (index, line): (usize, &LineView<'_>),
    out: &mut Vec<Command>,
) {
    let colors = look.palette;
    let current = index == view.current;
    // Reached with the arrow keys, not with Tab.
    let response = ui.interact(place, ui.scope_id().with(("line", line.id)), Sense::CLICK);
    let fill = ui.painter().add(Shape::Noop);
    let mut filled = place;
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, current, line.name));
    if response.clicked() && !current {
        let steps = |from: usize, to: usize| i32::try_from(to.saturating_sub(from)).unwrap_or(0);
        let by = steps(view.current, index) - steps(index, view.current);
        out.push(Command::MoveLine(by));
    }
    let cells = ScoreCells {
        name: line.name,
        chosen: line.score,
        current,
        enabled: view.saved != Saved::ReadOnly,
        pitch: CELL,
        figures: Size::Caption,
    };
    let left = place.left() + REACH;
    let right = place.right() - REACH;
    let y = place.top() + NAME_Y;
    let touched = cells.right_at(ui, Pos2::new(right, y));
    if let Some(score) = touched.picked {
        out.push(Command::Rate {
            line: line.id.to_owned(),
            score,
        });
    }
    let weight = if current {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let room = right - cells.width() - size::STEP_2 - left;
    let name = text::line(ui, line.name, Size::Body, weight, colors.text, room);
    let at = Pos2::new(left, y - name.size().y / 2.0);
    ui.painter().galley(at, name, colors.text);

    let color = if current { colors.text2 } else { colors.text3 };
    let shown = touched.preview.or(line.score);
    let width = right - left;
    match shown {
        Some(score) => {
            let galley = text::line(
                ui,
                line.anchor(score),
                Size::Caption,
                Weight::Regular,
                color,
                width,
            );
            let at = Pos2::new(left, place.top() + ANCHOR_Y - galley.size().y / 2.0);
            part_labels::say(ui, at, galley, line.anchor(score));
        }
        None if current => {
            let ends = Pos2::new(left, place.top());
            let lines = both_ends(ui, line, ends, color, width, (ANCHOR_Y, TWO_ANCHORS_Y));
            if lines > 1 {
                filled.min.y -= TWO_ANCHORS_REACH.0;
                filled.max.y += TWO_ANCHORS_REACH.1;
            }
        }
        None => {}
    }
    if current {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        let shape = RectShape::filled(filled, radius, colors.surface_variant);
        ui.painter().set(fill, shape);
    }
}

/// What the lowest and the highest score stand for: in one line, or one below the other where
/// that is too short. Returns how many lines it took.
pub fn both_ends(
    ui: &mut Ui,
    line: &LineView<'_>,
    at: Pos2,
    color: Color32,
    width: f32,
    (one_y, two_y): (f32, [f32; 2]),
) -> usize {
    let (low, high) = (line.anchor(1), line.anchor(SCORES));
    let words = format!("1 {low} … {SCORES} {high}");
    let free = ends_line(ui, &[(1, low), (SCORES, high)], color, f32::INFINITY);
    if free.size().x <= width {
        let y = at.y + one_y - free.size().y / 2.0;
        part_labels::say(ui, Pos2::new(at.x, y), free, &words);
        return 1;
    }
    for ((score, anchor), y) in [(1, low), (SCORES, high)].into_iter().zip(two_y) {
        let galley = ends_line(ui, &[(score, anchor)], color, width);
        let y = at.y + y - galley.size().y / 2.0;
        part_labels::say(ui, Pos2::new(at.x, y), galley, &format!("{score} {anchor}"));
    }
    2
}

fn ends_line(ui: &Ui, ends: &[(u8, &str)], color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    let strong = text::format(Size::Caption, Weight::SemiBold, color);
    let plain = text::format(Size::Caption, Weight::Regular, color);
    for (index, (score, anchor)) in ends.iter().enumerate() {
        if index > 0 {
            job.append(" … ", 0.0, plain.clone());
        }
        job.append(&score.to_string(), 0.0, strong.clone());
        job.append(&format!(" {anchor}"), 0.0, plain.clone());
    }
    job.wrap.max_width = width;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.painter().layout_job(job)
}

fn footer_ui(ui: &mut Ui, look: &UiContext<'_>, inside: Rect, view: &ReviewView<'_>) {
    let colors = look.palette;
    let y = inside.bottom() - FOOTER_Y;
    let quiet = (Size::Caption, Weight::Regular);
    let left = inside.left();
    if view.saved == Saved::ReadOnly {
        let words = tr!(look.words, "review-read-only");
        part_labels::say_line(ui, (left, y), &words, quiet, colors.text2, inside.width());
        return;
    }
    let mut x = left;
    x += keycap::paint(ui, Pos2::new(x, y), "1", false) + size::STEP_2;
    x += dash(ui, Pos2::new(x, y), colors.text2) + size::STEP_2;
    x += keycap::paint(ui, Pos2::new(x, y), "5", false) + size::STEP_2;
    let words = tr!(look.words, "review-key-rate");
    x = part_labels::say_line(ui, (x, y), &words, quiet, colors.text2, f32::INFINITY)
        .rect
        .right()
        + size::STEP_6;
    x += keycap::paint(ui, Pos2::new(x, y), "↑", false) + size::STEP_2;
    x += keycap::paint(ui, Pos2::new(x, y), "↓", false) + size::STEP_2;
    let words = tr!(look.words, "review-key-move");
    part_labels::say_line(ui, (x, y), &words, quiet, colors.text2, f32::INFINITY);
    saved_ui(ui, look, Pos2::new(inside.right(), y), view);
}

fn dash(ui: &Ui, left: Pos2, color: Color32) -> f32 {
    let galley = text::free_line(ui, "–", Size::Caption, Weight::Regular, color);
    let wide = galley.size().x;
    let at = Pos2::new(left.x, left.y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
    wide
}

/// Whether what was given is on disk, ending at a place.
fn saved_ui(ui: &mut Ui, look: &UiContext<'_>, right: Pos2, view: &ReviewView<'_>) {
    let quiet = (Size::Caption, Weight::Regular);
    let color = look.palette.text2;
    let saving = view.saved == Saved::Saving;
    let words = if saving {
        tr!(look.words, "review-saving")
    } else {
        tr!(look.words, "review-saved")
    };
    let left = part_labels::say_line_right(ui, (right.x, right.y), &words, quiet, color);
    if !saving {
        let half = Size::Caption.icon() / 2.0;
        let center = Pos2::new(left - size::STEP_2 - half, right.y);
        icon::paint(ui, center, icons::CHECK, half * 2.0, color);
    }
}
