//! The scroll bar of pages and lists: thin, in ink, without a track, and over nothing.

use egui::Ui;
use egui::style::ScrollStyle;

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
