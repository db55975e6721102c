//! How far the takes have been listened to: a quiet line at the foot of the list, only while it
//! takes a while. Not here: which takes those are (`flow`).

use egui::{
    Align, CornerRadius, Frame, Layout, Panel, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::timeline::view::Analyzing;
use crate::ui::widgets::access;
use crate::ui::widgets::words::{self, Ink};

/// Height of the line with its air.
const HEIGHT: f32 = 36.0;
/// The bar.
const BAR: Vec2 = Vec2::new(120.0, 4.0);

/// Draws the line at the foot of the room.
pub fn show(ui: &mut Ui, look: &UiContext<'_>, analyzing: &Analyzing) {
    let palette = look.palette;
    Panel::bottom("listening")
        .exact_size(HEIGHT)
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new())
        .show(ui, |ui| {
            let layout = Layout::left_to_right(Align::Center);
            let builder = UiBuilder::new().layout(layout).sense(Sense::hover());
            let line = ui.scope_builder(builder, |ui| {
                ui.spacing_mut().item_spacing.x = size::STEP_4;
                ui.add_space(size::STEP_2);
                words::mute(
                    ui,
                    &analyzing.words,
                    Ink::regular(Size::Caption, palette.text3),
                );
                let (_, track) = ui.allocate_space(BAR);
                let radius = CornerRadius::same(BAR.y as u8 / 2);
                ui.painter().rect_filled(track, radius, palette.heat1);
                let filled = track.with_max_x(track.left() + BAR.x * analyzing.share);
                ui.painter().rect_filled(filled, radius, palette.text3);
            });
            let said = &analyzing.words;
            line.response
                .widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, said));
            let value = f64::from(analyzing.share);
            access::measure(&line.response, value, 0.0..=1.0, said);
        });
}
