//! Where the interviewer broke in: a sign above the sound that takes the playhead there.

use std::ops::Range;

use egui::{Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::dates;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::layout::Places;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::take_waveform::x_of;
use crate::ui::widgets::{focus, icon};

/// Side of the square that takes presses.
const SIDE: f32 = 20.0;

/// Draws the sign at a frame, if it is in view.
pub fn sign_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    (frame, range): (u64, &Range<u64>),
    out: &mut Vec<Command>,
) {
    if !(range.start..=range.end).contains(&frame) {
        return;
    }
    let x = x_of(places.wave, range, frame);
    let center = Pos2::new(x, places.wave.top() - SIDE / 2.0);
    let rect = Rect::from_center_size(center, Vec2::splat(SIDE));
    let id = ui.scope_id().with(("broke-in", frame));
    // It takes drags too, or the waveform below would seek as soon as it is pressed.
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let color = if response.hovered() {
        look.palette.text
    } else {
        look.palette.text2
    };
    icon::paint(ui, center, icons::USERS, Size::Body.icon(), color);
    focus::ring(ui, &response, rect, size::RADIUS_SMALL);
    let time = dates::clock_tenths(view.secs(frame));
    let name = tr!(look.words, "chain-broke-in", time = time);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        out.push(Command::SeekTo(frame));
    }
    response.on_hover_text(name);
}
