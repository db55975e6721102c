//! Pauses below the waveform: their lengths, each of which is heard when it is pressed, and a tint on the
//! one that was chosen last. The list of them is for the keyboard and for screen readers.
//! Not here: that list (`pauses`), finding them (`heard`).

use egui::{CornerRadius, CursorIcon, Rangef, Rect, Role, Sense, Ui, WidgetInfo};

use crate::flow::Command;
use crate::i18n::dates;
use crate::model::fluency::tenths;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::heard::{Known, Pause};
use crate::ui::review::wave::Wave;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::speech_marks;

/// Least width in which the pointer finds a pause.
const GRASP: f32 = 24.0;

/// Tints the pause that was chosen last: before the waveform.
pub fn paint_behind(ui: &Ui, cx: &Cx<'_>, wave: &Wave<'_>, known: &Known) {
    let chosen = wave.view.listening.pause;
    let pause = known
        .pauses
        .iter()
        .find(|it| Some(it.span.start_frame) == chosen);
    if let Some(pause) = pause {
        let place = Rect::from_x_y_ranges(wave.reach(pause.span), wave.rect.y_range());
        let place = place.intersect(wave.rect);
        if place.is_positive() {
            let color = cx.palette.surface_variant;
            ui.painter().rect_filled(place, CornerRadius::ZERO, color);
        }
    }
}

/// Draws the lengths; `taken` is where something else stands.
pub fn pauses_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    wave: &Wave<'_>,
    known: &Known,
    taken: Option<Rangef>,
) {
    let lengths = known
        .pauses
        .iter()
        .map(|pause| (pause.span, tenths(pause.secs)));
    let middle = wave.pauses_y;
    let shown = speech_marks::paint_pauses(ui, wave.rect, middle, &wave.range, lengths, taken);
    for (at, room) in shown {
        if let Some(pause) = known.pauses.get(at) {
            pause_ui(ui, cx, wave, pause, room);
        }
    }
}

/// What the pointer finds: the gap between two runs and its length.
fn pause_ui(ui: &mut Ui, cx: &mut Cx<'_>, wave: &Wave<'_>, pause: &Pause, room: Rangef) {
    let gap = wave.reach(pause.span);
    let wide = Rangef::new(
        gap.min.max(wave.rect.left()).min(room.min),
        gap.max.min(wave.rect.right()).max(room.max),
    );
    let wide = wide.expand(((GRASP - wide.span()) / 2.0).max(0.0));
    let below = wave.pauses_y + Size::Caption.line() / 2.0;
    let rect = Rect::from_x_y_ranges(wide, Rangef::new(wave.rect.bottom(), below));
    let start = pause.span.start_frame;
    // The list has the same for the keyboard. It takes drags too, or the waveform would be pressed.
    let sense = Sense::CLICK | Sense::DRAG;
    let response = ui
        .interact(rect, ui.scope_id().with(("pause-mark", start)), sense)
        .on_hover_cursor(CursorIcon::PointingHand);
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_SMALL);
        let line = egui::Stroke::new(size::HAIRLINE, cx.palette.control);
        let kind = egui::StrokeKind::Inside;
        ui.painter().rect_stroke(rect, radius, line, kind);
    }
    let secs = tenths(pause.secs);
    let time = dates::clock_tenths(wave.view.secs(start));
    let name = tr!(cx.words, "wave-pause", secs = secs, time = time);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        cx.push(Command::PlayPauseAt(start));
    }
    response.on_hover_text(name);
}
