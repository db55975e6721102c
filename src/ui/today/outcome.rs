//! After three tellings: their figures side by side, and what may be said of them.

use egui::{Align, Frame, Layout, Margin, Role, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::today::outcome_view::{Figures, Outcome, Telling};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::figures;
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;
use crate::ui::widgets::words::{self, Ink};

/// Widest column of a telling.
const CELL: f32 = 112.0;
/// Share of the card that a telling may take.
const CELL_SHARE: f32 = 0.2;
/// How far the edge of a small button stands from its words.
const BUTTON_MARGIN: i8 = 8;

/// Draws the question, the figures and the sentence.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, outcome: &Outcome<'_>) {
    let ink = Ink::strong(Size::Title, cx.palette.text);
    words::label(ui, outcome.question, ink);
    ui.add_space(size::STEP_4);
    form::group(ui, &outcome.language, |ui| {
        let cell = (ui.available_width() * CELL_SHARE).min(CELL).floor();
        ui.add_space(size::STEP_3);
        heads(ui, cx, &outcome.tellings, cell);
        ui.add_space(size::STEP_2);
        for row in &outcome.figures {
            row_ui(ui, cx, row, cell);
        }
        form::hairline(ui);
        ui.add_space(size::STEP_4);
        form::sentence(ui, &outcome.verdict, Size::Body);
        ui.add_space(size::STEP_4);
    });
}

/// The tellings by their numbers; each opens its attempt.
fn heads(ui: &mut Ui, cx: &mut Cx<'_>, tellings: &[Telling<'_>], cell: f32) {
    let height = size::CHIP + Size::Caption.line();
    let room = Vec2::new(ui.available_width(), height);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for telling in tellings.iter().rev() {
            let room = Vec2::new(cell, height);
            ui.allocate_ui_with_layout(room, Layout::top_down(Align::Max), |ui| {
                ui.set_width(cell);
                // The words end on the margin of the figures.
                let margin = Margin {
                    right: -BUTTON_MARGIN,
                    ..Margin::ZERO
                };
                let button = Button::quiet(&telling.name).small();
                let button = Frame::new()
                    .outer_margin(margin)
                    .show(ui, |ui| ui.add(button));
                if button.inner.clicked() {
                    cx.push(Command::OpenAttempt(telling.id.clone()));
                }
                let ink = Ink::regular(Size::Caption, cx.palette.text3);
                figures::show(ui, &telling.limit, ink);
            });
        }
    });
}

/// A measure, and its figure in each telling.
fn row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &Figures, cell: f32) {
    let control = Vec2::new(cell * row.each.len() as f32, Size::Title.line());
    let row_of = Row::new(&row.name).caption(&row.what);
    row_of.show(ui, control, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let ink = Ink::strong(Size::Title, cx.palette.text);
        let whole = ui.scope(|ui| {
            for figure in row.each.iter().rev() {
                form::cell(ui, cell, |ui| _ = figures::show(ui, figure, ink));
            }
        });
        let said = format!("{}: {}", row.name, row.each.join(" · "));
        let label = || WidgetInfo::labeled(Role::Label, true, &said);
        whole.response.widget_info(label);
    });
}
