//! How far the interview is, and what that makes of the day.

use egui::{Pos2, Ui};

use crate::i18n::today;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::Column;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::today::view::Day;

/// Lines of the headline; more would push the list off the screen.
const LINES: usize = 2;

/// Draws the headline and the sentence below it.
pub fn show(ui: &mut Ui, look: &UiContext<'_>, day: &Day<'_>, column: &mut Column) {
    let w = look.words;
    let headline = today::until(w, day.plan.until);
    let what = if day.welcome {
        tr!(w, "today-what-first")
    } else {
        today::plan(w, &day.plan)
    };
    let large = if look.small {
        Size::Title
    } else {
        Size::Display
    };
    let palette = look.palette;
    for (words, size, weight, color) in [
        (headline, large, Weight::SemiBold, palette.text),
        (what, Size::Body, Weight::Regular, palette.text2),
    ] {
        let galley = text::paragraph(ui, &words, size, weight, color, (column.width, LINES));
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(column.left, column.y));
        column.y += height;
    }
    column.y += size::STEP_4;
}
