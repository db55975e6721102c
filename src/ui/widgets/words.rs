//! Words in egui's layout, or one line at a place, by its left or right end and the middle of its
//! height. Screen readers and tests find them.

use std::sync::Arc;

use egui::{Color32, Galley, Id, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo};

use crate::ui::theme::text::{self, Size, Weight};

/// Size, weight and colour of words.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// Size.
    pub size: Size,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub color: Color32,
}

impl Ink {
    /// Words of the regular weight.
    pub const fn regular(size: Size, color: Color32) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            color,
        }
    }

    /// Words of the heavier weight.
    pub const fn strong(size: Size, color: Color32) -> Self {
        Self {
            size,
            weight: Weight::SemiBold,
            color,
        }
    }
}

/// A label in egui's layout.
pub fn label(ui: &mut Ui, words: &str, ink: Ink) -> Response {
    ui.label(text::rich(words, ink.size, ink.weight, ink.color))
}

/// One line in egui's layout, cut where its room ends. What is around it says it to screen readers.
pub fn mute(ui: &mut Ui, words: &str, ink: Ink) -> Response {
    let room = ui.available_width().max(0.0);
    let line = text::line(ui, words, ink.size, ink.weight, ink.color, room);
    galley(ui, line)
}

/// One line in egui's layout, cut where its room ends. Who points at it reads all of it.
pub fn cut(ui: &mut Ui, words: &str, ink: Ink) -> Response {
    let room = ui.available_width().max(0.0);
    let line = text::line(ui, words, ink.size, ink.weight, ink.color, room);
    whole(ui, line, words)
}

/// Words that are laid out already, and may be cut off or have line breaks of their own: screen readers
/// say all of them, and so does a tooltip where they are cut.
pub fn whole(ui: &mut Ui, galley: Arc<Galley>, words: &str) -> Response {
    let cut = galley.elided;
    let response = self::galley(ui, galley);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if cut {
        response.on_hover_text(words)
    } else {
        response
    }
}

/// Words that are laid out already, in egui's layout; they say nothing to screen readers either.
pub fn galley(ui: &mut Ui, galley: Arc<Galley>) -> Response {
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    response
}

/// Words whose left end stands at `at`; returns their width.
pub fn left(ui: &mut Ui, at: Pos2, words: &str, ink: Ink) -> f32 {
    let galley = text::free_line(ui, words, ink.size, ink.weight, ink.color);
    let size = galley.size();
    text::label_at(ui, galley, Pos2::new(at.x, at.y - size.y / 2.0));
    size.x
}

/// Words whose right end stands at `at`; returns their width.
pub fn right(ui: &mut Ui, at: Pos2, words: &str, ink: Ink) -> f32 {
    let width = width(ui, words, ink);
    left(ui, Pos2::new(at.x - width, at.y), words, ink)
}

/// Width of words.
pub fn width(ui: &Ui, words: &str, ink: Ink) -> f32 {
    text::free_line(ui, words, ink.size, ink.weight, ink.color)
        .size()
        .x
}

/// Tells screen readers of something painted that changes, such as a time.
pub fn announce(ui: &Ui, rect: Rect, id: &'static str, role: Role, words: &str) -> Response {
    let response = ui.interact(rect, Id::unique(("announced", id)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, words));
    response
}
