//! A field for several lines of text that grows with them. The buffer is never touched here: an input
//! method may hold a half-made syllable in it.

use egui::text::LayoutJob;
use egui::{Frame, Id, Margin, Response, Sense, Stroke, TextBuffer, TextEdit, Ui, UiBuilder, Vec2};

use crate::model::limits;
use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::focus;

/// Room between the outside of the field's edge and its text.
const PADDING: Vec2 = Vec2::new(14.0, 10.0);

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

/// Draws it as wide as its room; the response is the text's.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    id: Id,
    area: &Area<'_>,
    buffer: &mut String,
) -> Response {
    let palette = look.palette;
    let edge = if ui.memory(|memory| memory.has_focus(id)) {
        Stroke::new(size::EMPHASIS, palette.text)
    } else {
        Stroke::new(size::HAIRLINE, palette.control)
    };
    let fill = if area.editable {
        palette.surface
    } else {
        palette.background
    };
    let padding = PADDING - Vec2::splat(edge.width);
    let frame = Frame::new()
        .fill(fill)
        .stroke(edge)
        .corner_radius(size::RADIUS_FIELD)
        .inner_margin(Margin::symmetric(padding.x as i8, padding.y as i8));
    // The edge of the field is part of it.
    let builder = UiBuilder::new().id_salt(id).sense(Sense::CLICK);
    let whole = ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| text(ui, look, id, area, buffer)).inner
    });
    if whole.response.clicked() && area.editable {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(area.name));
    focus::follow(&whole.inner);
    whole.inner
}

fn text(
    ui: &mut Ui,
    look: &UiContext<'_>,
    id: Id,
    area: &Area<'_>,
    buffer: &mut String,
) -> Response {
    let palette = look.palette;
    let width = ui.available_width();
    let mut layouter = |ui: &Ui, typed: &dyn TextBuffer, width: f32| {
        let format = text::format(Size::Body, Weight::Regular, palette.text);
        let mut job = LayoutJob::single_section(typed.as_str().to_owned(), format);
        job.wrap.max_width = width;
        // A space just typed moves the cursor.
        job.keep_trailing_whitespace = true;
        ui.painter().layout_job(job)
    };
    let least = Vec2::new(width, area.lines as f32 * Size::Body.line());
    let hint = text::rich(area.hint, Size::Body, Weight::Regular, palette.text3);
    TextEdit::multiline(buffer)
        .id(id)
        .char_limit(limits::TEXT_CHARS)
        .frame(Frame::NONE)
        .interactive(area.editable)
        .desired_width(width)
        .desired_rows(1)
        .min_size(least)
        .layouter(&mut layouter)
        .hint_text(hint)
        .show(ui)
        .response
        .response
}
