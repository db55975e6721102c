//! A field for several lines of text that grows with them. The buffer is never touched here: an input
//! method may hold a half-made syllable in it.

use egui::text::LayoutJob;
use egui::{
    CornerRadius, Frame, Id, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, TextBuffer,
    TextEdit, Ui, UiBuilder, Vec2,
};

use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};

/// Room between the field's edge and its text.
const PADDING: Vec2 = Vec2::new(13.0, 9.0);

/// What a field is called, what stands in it while it is empty, and how many lines it has at least.
pub struct Area<'a> {
    /// What screen readers call it.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Lines that it has room for while there are fewer.
    pub lines: usize,
    /// Whether it can be changed.
    pub editable: bool,
}

/// Draws it with its left top corner at `at`; returns its height and the response of the text.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (at, width): (Pos2, f32),
    id: Id,
    area: &Area<'_>,
    buffer: &mut String,
) -> (f32, Response) {
    let palette = look.palette;
    let under = ui.painter().add(Shape::Noop);
    let frame = ui.scope_id().with((id, "frame"));
    let before: f32 = ui.data(|data| data.get_temp(frame)).unwrap_or(size::BUTTON);
    // The edge of the field is part of it.
    let whole = Rect::from_min_size(at, Vec2::new(width, before));
    if ui.interact(whole, frame, Sense::CLICK).clicked() && area.editable {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let room = Vec2::new(width - PADDING.x * 2.0, f32::MAX);
    let inner = Rect::from_min_size(at + PADDING, room);
    let mut child = ui.new_child(UiBuilder::new().id_salt(id).max_rect(inner));
    let least = area.lines as f32 * Size::Body.line();
    let mut layouter = |ui: &Ui, typed: &dyn TextBuffer, width: f32| {
        let format = text::format(Size::Body, Weight::Regular, palette.text);
        let mut job = LayoutJob::single_section(typed.as_str().to_owned(), format);
        job.wrap.max_width = width;
        // A space just typed moves the cursor.
        job.keep_trailing_whitespace = true;
        ui.painter().layout_job(job)
    };
    let hint = text::rich(area.hint, Size::Body, Weight::Regular, palette.text3);
    let response = TextEdit::multiline(buffer)
        .id(id)
        .frame(Frame::NONE)
        .interactive(area.editable)
        .desired_width(room.x)
        .desired_rows(1)
        .min_size(Vec2::new(room.x, least))
        .layouter(&mut layouter)
        .hint_text(hint)
        .show(&mut child)
        .response
        .response;
    let height = response.rect.height().max(least) + PADDING.y * 2.0;
    ui.data_mut(|data| data.insert_temp(frame, height));
    let focused = ui.memory(|memory| memory.has_focus(id));
    let edge = if focused {
        Stroke::new(size::EMPHASIS, palette.text)
    } else {
        Stroke::new(size::HAIRLINE, palette.control)
    };
    let fill = if area.editable {
        palette.surface
    } else {
        palette.background
    };
    let rect = Rect::from_min_size(at, Vec2::new(width, height));
    let radius = CornerRadius::same(size::RADIUS_FIELD);
    let shape = egui::epaint::RectShape::new(rect, radius, fill, edge, StrokeKind::Inside);
    ui.painter().set(under, shape);
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(area.name));
    (height, response)
}
