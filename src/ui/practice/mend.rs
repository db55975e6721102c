//! Which take of a sentence is heard: a list below the card. Not here: what is in it (`mend_view`).

use egui::{
    Align, CornerRadius, Layout, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::keys::Action;
use crate::ui::Cx;
use crate::ui::practice::mend_view::{MendRow, MendView};
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, form, icon, scroll};

/// Radii of the circle of what can be chosen, and of the dot in it.
const CIRCLE: (f32, f32) = (7.0, 4.0);

/// Draws the list; one that is longer than its room can be scrolled, and shows its end first.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, view: &MendView) {
    ui.add_space(size::STEP_1);
    let quiet = Ink::regular(Size::Caption, cx.palette.text3);
    words::label(ui, view.lost.as_ref().unwrap_or(&view.name), quiet);
    ui.add_space(size::STEP_1);
    let area = ScrollArea::vertical()
        .auto_shrink(false)
        .stick_to_bottom(true);
    scroll::show(ui, area, |ui| {
        ui.spacing_mut().item_spacing.y = size::STEP_1;
        for row in &view.rows {
            row_ui(ui, cx, row);
        }
    });
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &MendRow) {
    let palette = cx.palette;
    let room = Vec2::new(ui.available_width(), size::BUTTON);
    let (rect, response) = ui.allocate_exact_size(room, Sense::click());
    let radius = CornerRadius::same(size::RADIUS_ROW);
    let fill = match (row.chosen, response.hovered()) {
        (true, _) => palette.selected,
        (false, true) => palette.surface_variant,
        (false, false) => palette.surface,
    };
    ui.painter().rect_filled(rect, radius, fill);
    focus::ring(ui, &response, rect, size::RADIUS_ROW);
    let said = format!("{}, {}", row.words, row.time);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, row.chosen, &said));
    if response.clicked() {
        cx.push(row.keep.clone());
    }
    let inside = rect.shrink2(Vec2::new(size::STEP_3, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
    ui.spacing_mut().item_spacing.x = size::STEP_2;
    circle_ui(ui, cx, row.chosen);
    let ink = if row.chosen {
        Ink::strong(Size::Body, palette.text)
    } else {
        Ink::regular(Size::Body, palette.text)
    };
    words::mute(ui, &row.words, ink);
    figures::show(ui, &row.time, Ink::regular(Size::Body, palette.text3));
    form::at_right(ui, |ui| {
        if let Some((name, delete)) = &row.delete
            && sign_ui(
                ui,
                icons::TRASH,
                name,
                row.chosen.then_some(Action::DeleteTake),
            )
        {
            cx.push(delete.clone());
        }
        let (name, hear) = &row.hear;
        let sign = if row.playing {
            icons::PAUSE
        } else {
            icons::PLAY
        };
        let key = match (&row.delete, row.chosen) {
            (None, _) => Some(Action::HearFirst),
            (Some(_), true) => Some(Action::HearTake),
            (Some(_), false) => None,
        };
        if sign_ui(ui, sign, name, key) {
            cx.push(hear.clone());
        }
    });
}

/// Draws an icon with its key; says whether it was pressed.
fn sign_ui(ui: &mut Ui, sign: Icon, name: &str, key: Option<Action>) -> bool {
    icon::inline_button_for(ui, size::CHIP, sign, (name, key), true).clicked()
}

fn circle_ui(ui: &mut Ui, cx: &Cx<'_>, chosen: bool) {
    let (_, rect) = ui.allocate_space(Vec2::splat(CIRCLE.0 * 2.0));
    let palette = cx.palette;
    let edge = Stroke::new(size::HAIRLINE, palette.control);
    ui.painter().circle_stroke(rect.center(), CIRCLE.0, edge);
    if chosen {
        ui.painter()
            .circle_filled(rect.center(), CIRCLE.1, palette.text);
    }
}
