//! The interview screen: a whole interview.

use egui::{Pos2, Ui};

use crate::tr;
use crate::ui::Look;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};

/// Draws the screen into the room right of the rail.
pub fn interview_ui(ui: &mut Ui, look: &Look<'_>) {
    let room = ui.max_rect();
    let title = tr!(look.words, "interview-screen");
    let galley = text::free_line(ui, &title, Size::Title, Weight::SemiBold, look.palette.ink);
    text::label_at(
        ui,
        galley,
        Pos2::new(room.left() + size::MARGIN, room.top() + size::MARGIN),
    );
}
