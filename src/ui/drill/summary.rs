//! After a round: how quickly the first words came, and every take with its cue.

use egui::{Align, CornerRadius, Layout, Role, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::model::drill::RoundKind;
use crate::tr;
use crate::ui::Cx;
use crate::ui::drill::view::{LatencyWords, Number, Row, Summary};
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, form, keycap};

/// Height of the row of a take.
const ROW: f32 = 44.0;
/// Room of the latency, at the right end; more where it is judged.
const LATENCY: f32 = 124.0;
const LATENCY_JUDGED: f32 = 200.0;
/// Room of the cue.
const CUE: f32 = 124.0;
/// Height of the mark of the language that a cue asked for.
const MARK: f32 = 14.0;

/// Draws the one number, and the rows.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, summary: &Summary<'_>) {
    form::group(ui, &summary.title, |ui| {
        ui.add_space(size::STEP_4);
        match &summary.number {
            Number::Known {
                figure,
                what,
                range,
            } => {
                form::figure(ui, figure, what);
                form::sentence(ui, range, Size::Caption);
            }
            Number::Missing { why, then } => {
                form::sentence(ui, why, Size::Body);
                form::sentence(ui, then, Size::Caption);
            }
        }
        ui.add_space(size::STEP_4);
    });
    let name = tr!(cx.words, "drill-takes", count = summary.rows.len());
    form::group(ui, &name, |ui| {
        for row in &summary.rows {
            if row_ui(ui, cx, row, summary.kind) {
                cx.push(Command::OpenAttempt(row.id.clone()));
            }
        }
    });
}

/// One take: its key, its question, its cue, its latency; returns whether it is to be opened.
fn row_ui(ui: &mut Ui, cx: &Cx<'_>, row: &Row<'_>, kind: RoundKind) -> bool {
    let palette = cx.palette;
    let response = form::pressable(ui, ("take", row.number), ROW, None, |ui| {
        // The tenth is opened by 0.
        keycap::show(ui, &(row.number % 10).to_string());
        ui.add_space(size::STEP_2);
        form::at_right(ui, |ui| {
            let room = match kind {
                RoundKind::Answers => LATENCY,
                RoundKind::Rescue => LATENCY_JUDGED,
            };
            form::cell(ui, room, |ui| {
                if let Some(latency) = &row.latency {
                    figures::show(ui, &latency.said, latency_ink(cx, latency));
                }
            });
            form::cell(ui, CUE, |ui| {
                figures::show(ui, &row.cue, Ink::regular(Size::Caption, palette.text3));
                if let Some(to) = row.to {
                    let (_, mark) = ui.allocate_space(Vec2::new(size::EMPHASIS, MARK));
                    let color = palette.language(to);
                    ui.painter().rect_filled(mark, CornerRadius::ZERO, color);
                }
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                words::mute(ui, row.question, Ink::regular(Size::Body, palette.text));
            });
        });
    });
    let latency = row.latency.as_ref();
    let took = latency.map_or_else(String::new, |of| format!(" · {}", of.said));
    let name = format!("{} · {} · {}{took}", row.number, row.question, row.cue);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response.clicked()
}

fn latency_ink(cx: &Cx<'_>, latency: &LatencyWords) -> Ink {
    match (latency.known, latency.confirmed) {
        (true, true) => Ink::strong(Size::Body, cx.palette.text),
        (true, false) => Ink::regular(Size::Body, cx.palette.text),
        (false, _) => Ink::regular(Size::Caption, cx.palette.text3),
    }
}
