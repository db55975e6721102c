//! A field for one line of text, with or without an icon before it. The buffer is never touched
//! here: an input method may hold a half-made syllable in it.

use egui::{
    CornerRadius, Event, Frame, Id, ImeEvent, Layout, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder,
};

use crate::ui::theme::icons::Icon;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::{focus, icon};

/// Keeps up with whether an input method holds a half-made syllable.
pub fn follow_composing(ui: &Ui, composing: &mut bool) {
    ui.input(|input| {
        for event in &input.events {
            match event {
                Event::Ime(ImeEvent::Preedit { text, .. }) => *composing = !text.is_empty(),
                Event::Ime(ImeEvent::Commit(_)) => *composing = false,
                _ => {}
            }
        }
    });
}

/// A field to be placed.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Field<'a> {
    name: &'a str,
    hint: &'a str,
    icon: Option<Icon>,
    room_right: f32,
    fault: bool,
    most: usize,
}

impl<'a> Field<'a> {
    /// A field; `name` is what screen readers call it.
    pub fn new(name: &'a str) -> Self {
        Self {
            name,
            hint: "",
            icon: None,
            room_right: 0.0,
            fault: false,
            most: usize::MAX,
        }
    }

    /// What stands in it while it is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Puts an icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Keeps room free at the right end, for a key cap or a button.
    pub fn room_right(mut self, room: f32) -> Self {
        self.room_right = room;
        self
    }

    /// Marks it as faulty; the words of the fault stand below it.
    pub fn fault(mut self, fault: bool) -> Self {
        self.fault = fault;
        self
    }

    /// Takes no more characters than these.
    pub fn most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// Places it by egui's layout, as wide as this. The response is the text's.
    pub fn wide(self, ui: &mut Ui, width: f32, id: Id, buffer: &mut String) -> Response {
        let (_, rect) = ui.allocate_space(egui::vec2(width, size::BUTTON));
        self.show(ui, rect, id, buffer)
    }

    /// Places it into a rectangle. The response is the text's.
    pub fn show(self, ui: &mut Ui, rect: Rect, id: Id, buffer: &mut String) -> Response {
        let palette = palette(ui.ctx());
        let focused = ui.memory(|memory| memory.has_focus(id));
        let radius = CornerRadius::same(size::RADIUS_FIELD);
        let edge = if focused || self.fault {
            Stroke::new(size::EMPHASIS, palette.text)
        } else {
            Stroke::new(size::HAIRLINE, palette.control)
        };
        // The whole shape takes the cursor, not the line of text alone.
        if ui.interact(rect, id.with("edge"), Sense::CLICK).clicked() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        ui.painter()
            .rect(rect, radius, palette.surface, edge, StrokeKind::Inside);
        let mut inner = rect.shrink2(egui::vec2(size::STEP_3, 2.0));
        if let Some(icon) = self.icon {
            let center = Pos2::new(inner.left() + 8.0, rect.center().y);
            icon::paint(ui, center, icon, Size::Caption.icon(), palette.text2);
            inner.min.x += 24.0;
        }
        inner.max.x -= self.room_right;
        if buffer.is_empty() {
            let hint = text::line(
                ui,
                self.hint,
                Size::Body,
                Weight::Regular,
                palette.text3,
                inner.width(),
            );
            let at = Pos2::new(inner.left(), rect.center().y - hint.size().y / 2.0);
            ui.painter().galley(at, hint, palette.text3);
        }
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(inner)
                .layout(Layout::left_to_right(egui::Align::Center)),
        );
        let response = child.add(
            TextEdit::singleline(buffer)
                .id(id)
                .char_limit(self.most)
                .frame(Frame::NONE)
                .font(text::font(Size::Body, Weight::Regular))
                .text_color(palette.text)
                .desired_width(inner.width()),
        );
        focus::follow(&response);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_label(self.name);
            node.set_placeholder(self.hint);
            // The whole shape takes the pointer.
            node.set_bounds(egui::accesskit::Rect {
                x0: rect.left().into(),
                y0: rect.top().into(),
                x1: rect.right().into(),
                y1: rect.bottom().into(),
            });
        });
        response
    }
}
