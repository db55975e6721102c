//! The same question in both languages, side by side. Not here: which answers are twins (`model`).

use egui::{Color32, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::i18n::names;
use crate::model::language::Language;
use crate::tr;
use crate::ui::progress::card_view::{Pair, PairRow};
use crate::ui::progress::cards;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::form;
use crate::ui::{Cx, UiContext};

/// Height of a row.
const ROW: f32 = 28.0;
/// Width of the columns behind the name, from the right.
const COLUMNS: [f32; 4] = [104.0, 64.0, 68.0, 68.0];

/// Draws the card.
pub fn card(ui: &mut Ui, cx: &Cx<'_>, pairs: &[Pair]) {
    cards::card(ui, &tr!(cx.words, "progress-twins"), |ui| {
        if pairs.is_empty() {
            form::sentence(ui, &tr!(cx.words, "progress-twins-none"), Size::Caption);
        }
        for (at, pair) in pairs.iter().enumerate() {
            if at > 0 {
                ui.add_space(size::STEP_2);
            }
            let (ink, room) = (cx.palette.text2, ui.available_width());
            let question = &pair.question;
            let galley = text::line(ui, question, Size::Caption, Weight::SemiBold, ink, room);
            ui.label(galley);
            ui.add_space(size::STEP_1);
            if at == 0 {
                table_head(ui, cx);
            }
            rows(ui, cx, &pair.rows);
        }
    });
}

/// The names of the columns.
pub fn table_head(ui: &mut Ui, look: &UiContext<'_>) {
    let w = look.words;
    let heads = [
        tr!(w, "progress-twins-pauses"),
        tr!(w, "progress-twins-ratio"),
        names::language(w, Language::English),
        names::language(w, Language::Korean),
    ];
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), size::STEP_6));
    cells(ui, rect, &heads, Size::Caption, look.palette.text3);
}

/// The parts of two answers below each other.
pub fn rows(ui: &mut Ui, look: &UiContext<'_>, rows: &[PairRow]) {
    let ink = look.palette.text;
    for row in rows {
        let wanted = Vec2::new(ui.available_width(), ROW);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
        ui.painter().hline(
            rect.x_range(),
            rect.top().round() + 0.5,
            Stroke::new(size::HAIRLINE, look.palette.line),
        );
        let room = rect.width() - COLUMNS.iter().sum::<f32>();
        let name = text::line(ui, &row.name, Size::Body, Weight::Regular, ink, room);
        let top = Vec2::new(0.0, -Size::Body.line() / 2.0);
        ui.painter().galley(rect.left_center() + top, name, ink);
        cells(ui, rect, &row.cells, Size::Body, ink);
        response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &row.spoken));
    }
}

/// Words in the columns, each ending at the right of its own.
fn cells(ui: &Ui, row: Rect, cells: &[String; 4], size: Size, ink: Color32) {
    let mut right = row.right_center() - Vec2::new(0.0, size.line() / 2.0);
    for (words, column) in cells.iter().zip(COLUMNS) {
        let galley = text::line(ui, words, size, Weight::Regular, ink, column - 4.0);
        let left = (right.x - galley.size().x).max(row.left());
        let at = Pos2::new(left, right.y);
        ui.painter().galley(at, galley, ink);
        right.x -= column;
    }
}
