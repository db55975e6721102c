//! The words of a question on its card, broken by sense. Not here: what stands around them (`card`).

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Galley, Mesh, Pos2, Rect, Response, ScrollArea, Shape, Ui};

use crate::ui::Cx;
use crate::ui::practice::geometry::Geometry;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{access, lines, words};

/// Lines that a question fills at its usual size.
pub const LINES: usize = 3;
/// Lines that a long question may fill before it scrolls, in the wide layout.
const LINES_LONG: usize = 5;

/// The words laid out, broken by hand.
pub fn laid_out(ui: &Ui, cx: &Cx<'_>, words: &str, size: Size, width: f32) -> Arc<Galley> {
    let broken = lines::of(ui, words, size, Weight::SemiBold, width, LINES);
    let mut job = LayoutJob::single_section(
        broken.text,
        text::format(size, Weight::SemiBold, cx.palette.text),
    );
    // Only a word longer than a whole line is broken by this.
    job.wrap = TextWrapping {
        max_width: width + 1.0,
        break_anywhere: false,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// Draws the question into its room, at the largest size at which it is short enough; a longer one
/// scrolls.
pub fn question_text(ui: &mut Ui, cx: &Cx<'_>, geometry: &Geometry, words: &str) {
    let room = ui.max_rect();
    let of_size = |size| laid_out(ui, cx, words, size, room.width());
    let large = [Size::Headline, Size::Display].into_iter();
    let galley = large
        .skip_while(|size| *size != geometry.question)
        .map(of_size)
        .find(|galley| galley.rows.len() <= LINES)
        .unwrap_or_else(|| of_size(Size::Title));
    ui.add_space(above(geometry, room.height(), galley.size().y));
    if galley.size().y <= ui.available_height() + 0.5 {
        tell(&words::whole(ui, galley, words), words);
        return;
    }
    let place = ui.available_rect_before_wrap();
    let shown = ScrollArea::vertical()
        .id_salt(words)
        .auto_shrink(false)
        .show(ui, |ui| tell(&words::whole(ui, galley, words), words));
    if shown.state.clamped_offset().y + shown.inner_rect.height() + 1.0 < shown.content_size.y {
        more_below(ui, place, cx.palette.surface);
    }
}

/// The question is the heading of its screen, and is said when it is drawn.
fn tell(shown: &Response, words: &str) {
    access::heading(shown, words, 1);
    access::announced(shown);
}

/// From the head of the card to a question so high. Five lines reach up to the chips; they do not
/// reach down to the foot.
fn above(geometry: &Geometry, room: f32, height: f32) -> f32 {
    if geometry.low {
        return 0.0;
    }
    let (usual, lines) = if geometry.small {
        (size::STEP_3, LINES)
    } else {
        (size::STEP_6, LINES_LONG)
    };
    let least = room - Size::Title.line() * lines as f32;
    usual.min((room - height).max(least))
}

/// Lets the last line sink into the card, as a sign that the text goes on.
fn more_below(ui: &Ui, room: Rect, surface: Color32) {
    let top = room.bottom() - Size::Title.line();
    let mut mesh = Mesh::default();
    for (y, color) in [(top, Color32::TRANSPARENT), (room.bottom(), surface)] {
        mesh.colored_vertex(Pos2::new(room.left(), y), color);
        mesh.colored_vertex(Pos2::new(room.right(), y), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}
