//! How the speech changed in the course of a session: a row of figures for each part of it.
//! Not here: how the parts are counted (`debrief_view`).

use egui::{Pos2, Ui};

use crate::i18n::{Words, progress};
use crate::model::progress::{Change, Measure};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::interview::debrief_view::{Debrief, Part};
use crate::ui::settings::parts::Rows;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::figures;
use crate::ui::widgets::words::{self, Ink};

/// Height of a row of figures.
const FIGURES: f32 = 40.0;

/// Figures of the parts, and whether they became worse in a way that can be heard.
pub fn show(ui: &mut Ui, look: &UiContext<'_>, debrief: &Debrief<'_>, rows: &mut Rows<'_>) {
    let w = look.words;
    let palette = look.palette;
    rows.room(size::STEP_3);
    let heads = [
        tr!(w, "interview-figure-start"),
        tr!(w, "interview-figure-longest"),
        tr!(w, "interview-figure-pauses"),
    ];
    let column = &*rows.column;
    let each = column.inner_width() / 4.0;
    let rights = [2.0, 3.0, 4.0].map(|n| column.inner_left() + each * n);
    let y = column.y;
    let mut height = 0.0_f32;
    for (head, right) in heads.iter().zip(rights) {
        let room = each - size::STEP_2;
        let galley = text::paragraph(
            ui,
            head,
            Size::Caption,
            Weight::Regular,
            palette.text3,
            (room, 2),
        );
        let at = Pos2::new(right - galley.size().x, y);
        height = height.max(galley.size().y);
        text::label_at(ui, galley, at);
    }
    rows.room(height + size::STEP_2);
    for part in &debrief.parts {
        part_ui(ui, look, (part, debrief.by_interviewer), rows);
    }
    rows.room(size::STEP_3);
    let start = (tr!(w, "interview-sooner"), tr!(w, "interview-later"));
    let pauses = (tr!(w, "interview-fewer"), tr!(w, "interview-more"));
    for (name, change, words) in [
        (tr!(w, "interview-figure-start"), debrief.start, start),
        (tr!(w, "interview-figure-pauses"), debrief.pauses, pauses),
    ] {
        let said = change_words(w, change, words);
        rows.sentence(ui, &format!("{name}: {said}"), Size::Caption);
    }
    rows.room(size::STEP_4);
}

/// Nothing is claimed that people could not hear.
fn change_words(w: Words<'_>, change: Change, (better, worse): (String, String)) -> String {
    match change {
        Change::NotEnough { have, need } => tr!(w, "interview-few", have = have, need = need),
        Change::NotHeard => tr!(w, "interview-same"),
        Change::Better { .. } => better,
        Change::Worse { .. } => worse,
    }
}

fn part_ui(ui: &mut Ui, look: &UiContext<'_>, (part, person): (&Part, bool), rows: &mut Rows<'_>) {
    let w = look.words;
    let palette = look.palette;
    rows.hairline(ui);
    let column = &mut *rows.column;
    let middle = column.y + FIGURES / 2.0;
    let each = column.inner_width() / 4.0;
    let whole = tr!(w, "interview-number", number = part.number);
    let ink = Ink::regular(Size::Body, palette.text);
    // At great zoom the number alone must do.
    let fits = words::width(ui, &whole, ink) < each;
    let name = match (person, part.number) {
        (true, _) if fits => whole,
        (true, number) => number.to_string(),
        (false, 1) => tr!(w, "interview-third-first"),
        (false, 2) => tr!(w, "interview-third-middle"),
        (false, _) => tr!(w, "interview-third-last"),
    };
    let room = each - size::STEP_2;
    let galley = text::line(ui, &name, Size::Body, Weight::Regular, palette.text, room);
    let top = Pos2::new(column.inner_left(), middle - galley.size().y / 2.0);
    text::label_at(ui, galley, top);
    let secs = |secs: f64| progress::secs(w, secs);
    let values = [
        part.start_secs.map(secs),
        part.longest_pause_secs.map(secs),
        part.pauses_per_min
            .map(|of| progress::figure(w, Measure::PausesPerMin, of)),
    ];
    for (value, n) in values.into_iter().zip([2.0, 3.0, 4.0]) {
        let right = column.inner_left() + each * n;
        let shown = value.unwrap_or_else(|| "–".to_owned());
        let at = Pos2::new(right, middle - Size::Body.line() / 2.0);
        let (size, weight) = (Size::Body, Weight::Regular);
        figures::paint_right(ui, at, &shown, size, weight, palette.text);
    }
    column.y += FIGURES;
}
