//! A field that opens a list of which one is chosen.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::ui::theme::icons;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::{access, focus, icon};

/// Places it into a rectangle; `name` says what is chosen here. Returns what was picked.
pub fn show<T: Clone>(
    ui: &mut Ui,
    rect: Rect,
    name: &str,
    words: &str,
    choices: &[Choice<T>],
) -> Option<T> {
    let palette = palette(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("select", name)), Sense::click());
    let fill = if response.hovered() {
        palette.surface_variant
    } else {
        palette.surface
    };
    ui.painter().rect(
        rect,
        CornerRadius::same(size::RADIUS_FIELD),
        fill,
        Stroke::new(size::HAIRLINE, palette.control),
        StrokeKind::Inside,
    );
    let room = rect.width() - size::STEP_3 * 2.0 - 20.0;
    let galley = text::line(ui, words, Size::Body, Weight::Regular, palette.text, room);
    let at = Pos2::new(
        rect.left() + size::STEP_3,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, palette.text);
    icon::paint(
        ui,
        Pos2::new(rect.right() - 20.0, rect.center().y),
        icons::CARET_DOWN,
        Size::Caption.icon(),
        palette.text2,
    );
    focus::ring(ui, &response, rect, size::RADIUS_FIELD);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {words}")));
    access::opens_list(&response);
    chip::list(&response, choices)
}
