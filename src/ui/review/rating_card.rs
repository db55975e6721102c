//! The rating in a small window: a card with one line of the rubric at a time.

use egui::{Align, Layout, Margin, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::rating::{Ends, both_ends};
use crate::ui::review::view::{LineView, ReviewView, Saved};
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::score_cells::{ScoreCells, Touched};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, card, focus, form, keycap};

/// Distance of the cells' middles: there is room for larger ones.
const PITCH: f32 = 40.0;
/// Room between the edge of the card and what is on it, without the hairline.
const PADDING: Margin = Margin::symmetric(
    (size::STEP_6 - size::HAIRLINE) as i8,
    (size::STEP_3 - size::HAIRLINE) as i8,
);
const ENDS: Ends = Ends {
    pitch: 18.0,
    raised: 5.0,
};

/// Draws the card as large as its room.
pub fn rating_card_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let frame = card::frame(ui).inner_margin(PADDING);
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        if let Some(line) = view.current_line() {
            line_ui(ui, cx, view, line);
        }
    });
}

fn line_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, line: &LineView<'_>) {
    ui.spacing_mut().item_spacing = Vec2::new(size::STEP_3, 0.0);
    let width = ui.available_width();
    let row = Vec2::new(width, size::BUTTON);
    let layout = Layout::left_to_right(Align::Center);
    let touched = ui.allocate_ui_with_layout(row, layout, |ui| name_ui(ui, cx, view, line));
    let row = Vec2::new(width, size::STEP_8);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let progress = match view.mean {
            Some(mean) => tr!(cx.words, "review-mean", mean = format!("{mean:.1}")),
            None => view.progress(cx.words),
        };
        words::label(ui, &progress, Ink::regular(Size::Caption, cx.palette.text3));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let color = cx.palette.text2;
            match touched.inner.preview.or(line.score) {
                Some(score) => {
                    let ink = Ink::regular(Size::Caption, color);
                    words::cut(ui, line.anchor(score), ink);
                }
                None => both_ends(ui, line, color, &ENDS),
            }
        });
    });
}

/// The line, the way to the others, and its cells.
fn name_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, line: &LineView<'_>) -> Touched {
    let w = cx.words;
    let cells = ScoreCells {
        name: line.name,
        anchors: line.anchors(),
        chosen: line.score,
        current: true,
        enabled: view.saved != Saved::ReadOnly,
        pitch: PITCH,
        figures: Size::Body,
    };
    let (number, total) = (view.current + 1, view.lines.len());
    let of = tr!(w, "review-line-of", line = number, total = total);
    let quiet = Ink::regular(Size::Caption, cx.palette.text3);
    form::at_right(ui, |ui| {
        let touched = cells.show(ui);
        cx.out.extend(touched.picked.map(|score| Command::Rate {
            line: line.id.to_owned(),
            score,
        }));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let steps = words::width(ui, &of, quiet) + 64.0;
            let room = ui.available_width() - steps - size::STEP_3 * 2.0;
            let name = Vec2::new(room.max(0.0), Size::Body.line());
            let ink = Ink::strong(Size::Body, cx.palette.text);
            ui.allocate_ui(name, |ui| words::cut(ui, line.name, ink));
            words::cut(ui, &of, quiet);
            let before = tr!(w, "review-line-previous");
            step_ui(ui, cx, "↑", &before, -1);
            ui.add_space(size::STEP_1 - size::STEP_3);
            let behind = tr!(w, "review-line-next");
            step_ui(ui, cx, "↓", &behind, 1);
        });
        touched
    })
}

/// A key cap that is also a button.
fn step_ui(ui: &mut Ui, cx: &mut Cx<'_>, key: &str, name: &str, by: i32) {
    let (_, rect) = ui.allocate_space(keycap::size_of(ui, key));
    let id = ui.scope_id().with(("line-step", by));
    let response = ui.interact(rect.expand2(Vec2::new(2.0, 6.0)), id, Sense::click());
    keycap::paint(ui, rect.left_center(), key, false);
    focus::ring(ui, &response, rect, size::RADIUS_SMALL);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    access::key(&response, key);
    if response.clicked() {
        cx.push(Command::MoveLine(by));
    }
    response.on_hover_text(name);
}
