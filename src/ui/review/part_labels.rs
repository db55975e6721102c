//! Small parts of this screen only: a label with its own words, a tooltip with a key cap.

use std::sync::Arc;

use egui::{Color32, Galley, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo};

use crate::ui::UiContext;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::keycap;

/// A label whose words may be longer than what is drawn: cut off, or with line breaks of its own.
/// Who points at it reads all of them.
pub fn say(ui: &mut Ui, at: Pos2, galley: Arc<Galley>, words: &str) -> Response {
    let rect = Rect::from_min_size(at, galley.size());
    let id = ui.scope_id().with(("say", words, at.x as i32, at.y as i32));
    let response = ui.interact(rect, id, Sense::hover());
    let cut = galley.elided;
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if cut {
        response.on_hover_text(words)
    } else {
        response
    }
}

/// A tooltip that also names the key.
pub fn tip(response: Response, look: &UiContext<'_>, name: &str, key: &str) -> Response {
    response.on_hover_ui(|ui| {
        ui.horizontal(|ui| {
            let ink = look.palette.text;
            text::label(ui, name, Size::Caption, Weight::Regular, ink);
            let (rect, _) = ui.allocate_exact_size(keycap::size_of(ui, key), Sense::hover());
            keycap::paint(ui, rect.left_center(), key, false);
        });
    })
}
