//! The rating panel: one's own scores, line by line, each with the sentence that it stands for.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align, Color32, CornerRadius, Frame, Galley, Layout, Margin, Rect, Role, ScrollArea, Sense,
    Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::tr;
use crate::ui::review::view::{LineView, ReviewView, Saved};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::score_cells::{CELL, SCORES, ScoreCells, Touched};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, form, icon, keycap, scroll};
use crate::ui::{Cx, UiContext};

/// Height of what stands below the lines.
const FOOTER: f32 = 60.0;
/// How far the fill of the current line reaches beyond the words at both sides.
const REACH: f32 = 12.0;
/// Height of the fill.
const FILL: f32 = 58.0;
/// The most that lines move apart where the panel is high enough.
const MOST_PITCH: f32 = 60.0;
/// Height of a line's name.
const NAME: f32 = 36.0;
/// How much higher and lower the fill reaches then: as far as the neighbours' words allow. The
/// lines themselves keep their places, so that nothing moves under the pointer.
const TWO_ENDS_REACH: (f32, f32) = (3.0, 5.0);

/// Two sentences where one line is too short for both.
pub struct Ends {
    /// From the middle of the first to that of the second.
    pub pitch: f32,
    /// How much higher they begin than one alone.
    pub raised: f32,
}

const ENDS: Ends = Ends {
    pitch: 16.0,
    raised: 6.0,
};

/// Draws the panel as large as its room; `reveal` scrolls to the current line.
pub fn rating_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, reveal: bool) {
    let panel = ui.max_rect();
    let frame = Frame::new()
        .fill(cx.palette.surface)
        .inner_margin(Margin::symmetric((size::MARGIN - REACH) as i8, 0));
    frame.show(ui, |ui| {
        let edge = Stroke::new(size::HAIRLINE, cx.palette.line);
        let x = panel.left() + size::HAIRLINE / 2.0;
        ui.painter().vline(x, panel.y_range(), edge);
        ui.set_min_size(ui.available_size());
        panel_ui(ui, cx, view, reveal);
    });
}

/// What is on the panel, from its title to its foot.
fn panel_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, reveal: bool) {
    let width = ui.available_width();
    ui.spacing_mut().item_spacing = Vec2::new(size::STEP_2, 0.0);
    ui.add_space(size::STEP_4 + size::STEP_1);
    let layout = Layout::left_to_right(Align::Center);
    let strip = Vec2::new(width, Size::Display.line());
    ui.allocate_ui_with_layout(strip, layout, |ui| title_ui(ui, cx, view));
    ui.add_space(size::STEP_1);
    let lines = Vec2::new(width, (ui.available_height() - FOOTER).max(0.0));
    ui.allocate_ui(lines, |ui| {
        scroll::show(
            ui,
            ScrollArea::vertical().id_salt("rubric").auto_shrink(false),
            |ui| lines_ui(ui, cx, lines.y, view, reveal),
        );
    });
    let strip = Vec2::new(width, FOOTER);
    ui.allocate_ui_with_layout(strip, layout, |ui| footer_ui(ui, cx, view));
}

/// All lines, below each other, as far apart as the room's height allows.
fn lines_ui(ui: &mut Ui, cx: &mut Cx<'_>, height: f32, view: &ReviewView<'_>, reveal: bool) {
    let count = view.lines.len().max(1) as f32;
    let (above, below) = TWO_ENDS_REACH;
    let pitch = ((height - above - below) / count)
        .floor()
        .clamp(size::RUBRIC_LINE, MOST_PITCH);
    ui.add_space(above);
    for (index, line) in view.lines.iter().enumerate() {
        let wanted = Vec2::new(ui.available_width(), pitch);
        let (_, rect) = ui.allocate_space(wanted);
        let place = rect.with_max_y(rect.top() + FILL);
        line_ui(ui, cx, place, view, index, line);
        if reveal && index == view.current {
            ui.scroll_to_rect(place, None);
        }
    }
    ui.add_space(below);
}

/// Title, mean and how many lines have a score.
fn title_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ReviewView<'_>) {
    let colors = cx.palette;
    ui.add_space(REACH);
    form::title(ui, &tr!(cx.words, "review-rating"));
    form::at_right(ui, |ui| {
        ui.add_space(REACH);
        if let Some(mean) = view.mean {
            let mean = format!("{mean:.1}");
            let ink = Ink::strong(Size::Display, colors.text);
            let name = tr!(cx.words, "review-mean", mean = mean.as_str());
            figures::show(ui, &mean, ink)
                .widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        }
        let ink = Ink::regular(Size::Caption, colors.text3);
        words::label(ui, &view.progress(cx.words), ink);
    });
}

/// A line in its place: its fill while it is the current one, its name, its cells and what they stand for.
fn line_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    place: Rect,
    view: &ReviewView<'_>,
    index: usize,
    line: &LineView<'_>,
) {
    let colors = cx.palette;
    let current = index == view.current;
    pick_ui(ui, cx, place, view, index, line);
    let inside = place.shrink2(Vec2::new(REACH, 0.0));
    if current {
        let mut fill = place;
        if line.score.is_none() && ends_in_one(ui, line, colors.text2, inside.width()).is_none() {
            fill.min.y -= TWO_ENDS_REACH.0;
            fill.max.y += TWO_ENDS_REACH.1;
        }
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(fill, radius, colors.surface_variant);
    }
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(inside));
    let touched = name_ui(ui, cx, view, line, current);
    let color = if current { colors.text2 } else { colors.text3 };
    match touched.preview.or(line.score) {
        Some(score) => {
            // In the middle of what is left of the fill.
            ui.add_space(-size::STEP_1);
            let ink = Ink::regular(Size::Caption, color);
            words::cut(ui, line.anchor(score), ink);
        }
        None if current => {
            ui.add_space(-size::STEP_1);
            both_ends(ui, line, color, &ENDS);
        }
        None => {}
    }
}

/// The whole line can be pressed to make it the current one. Reached with the arrow keys, not with Tab.
fn pick_ui(
    ui: &Ui,
    cx: &mut Cx<'_>,
    place: Rect,
    view: &ReviewView<'_>,
    index: usize,
    line: &LineView<'_>,
) {
    let current = index == view.current;
    let response = ui.interact(place, ui.scope_id().with(("line", line.id)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, current, line.name));
    let given = line
        .score
        .map(|score| format!("{score}: {}", line.anchor(score)));
    let given = given.unwrap_or_else(|| tr!(cx.words, "review-unrated"));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(given));
    if response.clicked() && !current {
        let steps = |from: usize, to: usize| i32::try_from(to.saturating_sub(from)).unwrap_or(0);
        let by = steps(view.current, index) - steps(index, view.current);
        cx.push(Command::MoveLine(by));
    }
}

/// The name of the line, and its cells at the right.
fn name_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &ReviewView<'_>,
    line: &LineView<'_>,
    current: bool,
) -> Touched {
    let cells = ScoreCells {
        name: line.name,
        anchors: line.anchors(),
        chosen: line.score,
        current,
        enabled: view.saved != Saved::ReadOnly,
        pitch: CELL,
        figures: Size::Caption,
    };
    let name = Ink {
        weight: if current {
            Weight::SemiBold
        } else {
            Weight::Regular
        },
        ..Ink::regular(Size::Body, cx.palette.text)
    };
    let strip = Vec2::new(ui.available_width(), NAME);
    let layout = Layout::right_to_left(Align::Center);
    let touched = ui.allocate_ui_with_layout(strip, layout, |ui| {
        let touched = cells.show(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            words::mute(ui, line.name, name);
        });
        touched
    });
    cx.out
        .extend(touched.inner.picked.map(|score| Command::Rate {
            line: line.id.to_owned(),
            score,
        }));
    touched.inner
}

/// What the lowest and the highest score stand for, if that fits into one line.
fn ends_in_one(ui: &Ui, line: &LineView<'_>, color: Color32, width: f32) -> Option<Arc<Galley>> {
    let ends = [(1, line.anchor(1)), (SCORES, line.anchor(SCORES))];
    let free = ends_line(ui, &ends, color, f32::INFINITY);
    (free.size().x <= width).then_some(free)
}

/// What the lowest and the highest score stand for: in one line, or one below the other where
/// that is too short.
pub fn both_ends(ui: &mut Ui, line: &LineView<'_>, color: Color32, apart: &Ends) {
    let width = ui.available_width();
    let (low, high) = (line.anchor(1), line.anchor(SCORES));
    if let Some(galley) = ends_in_one(ui, line, color, width) {
        let words = format!("1 {low} … {SCORES} {high}");
        words::whole(ui, galley, &words);
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = apart.pitch - Size::Caption.line();
        ui.add_space(-apart.raised);
        for (score, anchor) in [(1, low), (SCORES, high)] {
            let galley = ends_line(ui, &[(score, anchor)], color, width);
            words::whole(ui, galley, &format!("{score} {anchor}"));
        }
    });
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

/// The keys, and whether what was given is on disk.
fn footer_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ReviewView<'_>) {
    let w = cx.words;
    let quiet = Ink::regular(Size::Caption, cx.palette.text2);
    ui.add_space(REACH);
    if view.saved == Saved::ReadOnly {
        words::cut(ui, &tr!(w, "review-read-only"), quiet);
        return;
    }
    if keycap::letter_keys(ui) {
        keycap::show(ui, "1");
        words::mute(ui, "–", quiet);
        keycap::show(ui, "5");
        words::label(ui, &tr!(w, "review-key-rate"), quiet);
        ui.add_space(size::STEP_4);
    }
    keycap::show(ui, "↑");
    keycap::show(ui, "↓");
    words::label(ui, &tr!(w, "review-key-move"), quiet);
    form::at_right(ui, |ui| {
        ui.add_space(REACH);
        saved_ui(ui, cx, view.saved == Saved::Saving);
    });
}

fn saved_ui(ui: &mut Ui, look: &UiContext<'_>, saving: bool) {
    let quiet = Ink::regular(Size::Caption, look.palette.text2);
    if saving {
        words::label(ui, &tr!(look.words, "review-saving"), quiet);
        return;
    }
    words::label(ui, &tr!(look.words, "review-saved"), quiet);
    icon::plain(ui, icons::CHECK, Size::Caption.icon(), quiet.color);
}
