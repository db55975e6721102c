//! Long pages, and the scroll bar of pages and lists: thin, in ink, without a track, and over nothing.

use egui::style::ScrollStyle;
use egui::{Pos2, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

/// What rows leave free on their right for the bar.
pub const ROOM: f32 = 12.0;

/// Gives a part of the window the quiet bar.
pub fn quiet(ui: &mut Ui) {
    ui.spacing_mut().scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        floating_allocated_width: 0.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.35,
        interact_handle_opacity: 0.6,
        ..ScrollStyle::thin()
    };
}

/// A page that scrolls when it is higher than its room. `inside` gets the top of the page and returns
/// its bottom; `height` is that of the last frame, which the bar goes by.
pub fn page(
    ui: &mut Ui,
    name: &str,
    room: Rect,
    height: &mut f32,
    inside: impl FnOnce(&mut Ui, f32) -> f32,
) {
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(room));
    child.set_clip_rect(room.intersect(ui.clip_rect()));
    quiet(&mut child);
    ScrollArea::vertical()
        .id_salt((name, "page"))
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let top = ui.max_rect().top();
            let whole = Rect::from_min_size(
                Pos2::new(room.left(), top),
                Vec2::new(room.width(), *height),
            );
            ui.allocate_rect(whole, Sense::hover());
            let now = inside(ui, top) - top;
            if (now - *height).abs() > 0.5 {
                // The page has another length than the scroll bar thought.
                *height = now;
                ui.ctx().request_repaint();
            }
        });
}
