//! The words of a question on its card, broken by sense. Not here: what stands around them (`card`).

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Color32, Galley, Mesh, Pos2, Rect, Response, ScrollArea, Shape, Ui, UiBuilder};

use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{access, lines};

/// Lines that a question fills at its usual size.
pub const LINES: usize = 3;
/// Lines that a long question may fill before it scrolls, in the wide layout.
const LINES_LONG: usize = 5;

/// The words laid out, broken by hand.
pub fn laid_out(ui: &Ui, look: &UiContext<'_>, words: &str, size: Size, width: f32) -> Arc<Galley> {
    let broken = lines::of(ui, words, size, Weight::SemiBold, width, LINES);
    let mut job = LayoutJob::single_section(
        broken.text,
        text::format(size, Weight::SemiBold, look.palette.text),
    );
    // Only a word longer than a whole line is broken by this.
    job.wrap = TextWrapping {
        max_width: width + 1.0,
        break_anywhere: false,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

/// Draws the question at the largest size at which it is short enough; a longer one scrolls. Under
/// other words at the head of the card it begins lower where the card is low.
pub fn question_text(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    said: &str,
    headed: bool,
) {
    let inner = geometry.card_inner();
    let of_size = |size| laid_out(ui, look, said, size, inner.width());
    let large = [Size::Headline, Size::Display].into_iter();
    let galley = large
        .skip_while(|size| *size != geometry.question)
        .map(of_size)
        .find(|galley| galley.rows.len() <= LINES)
        .unwrap_or_else(|| of_size(Size::Title));
    let height = galley.size().y;
    let [usual_top, bottom] = geometry.question_y;
    // Five lines reach up to the chips; they do not reach down to the footer.
    let least_top =
        bottom - Size::Title.line() * if geometry.small { LINES } else { LINES_LONG } as f32;
    let mut top = usual_top.min((bottom - height).max(least_top));
    if geometry.low {
        let head = if headed {
            size::CHIP + size::STEP_1
        } else {
            0.0
        };
        top = geometry.head_top() + head;
    }
    if top + height <= bottom + 0.5 {
        tell(
            &text::label_at(ui, galley, Pos2::new(inner.left(), top)),
            said,
        );
        return;
    }
    let room = Rect::from_min_max(
        Pos2::new(inner.left(), top),
        Pos2::new(inner.right() + size::STEP_3, bottom),
    );
    let mut child = ui.new_child(UiBuilder::new().id_salt("question").max_rect(room));
    let shown = ScrollArea::vertical()
        .id_salt(said)
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let (rect, _) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
            tell(&text::label_at(ui, galley, rect.min), said);
        });
    if shown.state.clamped_offset().y + shown.inner_rect.height() + 1.0 < shown.content_size.y {
        more_below(ui, room, look.palette.surface);
    }
}

/// The question is the heading of its screen, and is said when it is drawn.
fn tell(shown: &Response, said: &str) {
    access::heading(shown, said, 1);
    access::announced(shown);
}

/// Lets the last line sink into the card, as a sign that the text goes on.
fn more_below(ui: &Ui, room: Rect, surface: Color32) {
    let top = room.bottom() - Size::Title.line();
    let mut mesh = Mesh::default();
    for (y, color) in [(top, Color32::TRANSPARENT), (room.bottom(), surface)] {
        mesh.colored_vertex(Pos2::new(room.left(), y), color);
        mesh.colored_vertex(Pos2::new(room.right() - size::STEP_3, y), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}
