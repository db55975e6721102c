//! The progress screen: one sentence that says how it stands, the trend of switches, and cards of
//! what else is known. Not here: what is shown (`view`), what the figures are (`model::progress`).

pub mod card_view;
mod cards;
mod empty;
pub(super) mod language_pairs;
mod plot;
mod plot_keys;
mod scale;
pub mod view;

use egui::{Align, Ui};

use crate::i18n::progress as say;
use crate::model::language::Language;
use crate::model::progress::Ledger;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::segments::{self, Cells, Segment};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, lines};

use cards::GAP;
use view::{Chosen, Figures, ProgressView};

/// Widest page.
const PAGE: f32 = 1040.0;
/// Below this width the rail alone names the screen.
const TITLE_ABOVE: f32 = 660.0;
/// From this width on cards stand in two columns.
const TWO_COLUMNS: f32 = 760.0;
/// Cells of the directions.
const CELLS: Cells = Cells {
    height: 32.0,
    padding: 24.0,
    least: 0.0,
};

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct ProgressMemory {
    ledger: Ledger,
    chosen: Chosen,
    limits_open: bool,
}

/// Draws the screen into the room right of the rail.
pub fn progress_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut ProgressMemory) {
    let ProgressMemory {
        ledger,
        chosen,
        limits_open,
    } = memory;
    if !ledger.refresh(&cx.state.library.entries, &cx.state.speech) {
        ui.ctx().request_repaint();
    }
    match ProgressView::new(cx.words, cx.state, ledger.progress(), *chosen) {
        ProgressView::Blank(blank, way_on) => {
            form::head(ui, PAGE, |ui| {
                form::title(ui, &tr!(cx.words, "progress-title"));
            });
            empty::show(ui, cx, &blank, way_on);
        }
        ProgressView::Figures(figures) => {
            head(ui, cx, &figures, chosen);
            form::page(ui, "progress", PAGE, |ui| {
                ui.add_space(size::STEP_2);
                page(ui, cx, &figures);
                limits(ui, cx, limits_open);
                ui.add_space(size::STEP_4);
            });
        }
    }
}

/// The name of the screen; which direction, and which kind of switch where there are several.
fn head(ui: &mut Ui, cx: &Cx<'_>, figures: &Figures<'_>, chosen: &mut Chosen) {
    let w = cx.words;
    let titled = ui.available_width() >= TITLE_ABOVE;
    let languages = [Language::English, Language::Korean];
    let labels = languages.map(|to| say::direction(w, to));
    let directions = labels.each_ref().map(|label| Segment { label, plan: None });
    form::head(ui, PAGE, |ui| {
        if titled {
            form::title(ui, &tr!(w, "progress-title"));
        }
        form::at_right(ui, |ui| {
            ui.spacing_mut().item_spacing.x = size::STEP_3;
            let at = usize::from(figures.line.to == Language::Korean);
            let name = tr!(w, "progress-direction");
            let picked = segments::show(ui, &name, &directions, at, CELLS);
            chosen.to = picked
                .and_then(|at| languages.get(at).copied())
                .or(chosen.to);
            if !figures.kinds.is_empty() {
                let kinds = figures.kinds.iter().map(|kind| Choice {
                    value: *kind,
                    label: say::way(w, *kind),
                    current: *kind == figures.line.way,
                });
                let kinds: Vec<_> = kinds.collect();
                let shown = say::way(w, figures.line.way);
                let name = tr!(w, "progress-way");
                let picked = chip::drop_down(ui, &name, &shown, false, &kinds);
                chosen.kind = picked.or(chosen.kind);
            }
        });
    });
}

fn page(ui: &mut Ui, cx: &mut Cx<'_>, figures: &Figures<'_>) {
    headline(ui, cx, figures);
    plot::show(ui, cx, figures);
    ui.add_space(GAP);
    columns(ui, cx, figures);
    let faint = Ink::regular(Size::Caption, cx.palette.text3);
    for note in &figures.notes {
        words::label(ui, note, faint);
    }
}

/// The largest words, and what became of it.
fn headline(ui: &mut Ui, cx: &Cx<'_>, figures: &Figures<'_>) {
    let size = if cx.small { Size::Title } else { Size::Display };
    let width = ui.available_width();
    let broken = lines::of(ui, &figures.headline, size, Weight::SemiBold, width, 1);
    words::label(ui, &broken.text, Ink::strong(size, cx.palette.text));
    let ink = Ink::regular(Size::Body, cx.palette.text2);
    words::label(ui, &figures.change, ink);
    if let Some(unclear) = &figures.unclear {
        words::label(ui, unclear, Ink::regular(Size::Caption, cx.palette.text3));
    }
    ui.add_space(size::STEP_4);
}

/// The cards, in one column or in two.
fn columns(ui: &mut Ui, cx: &Cx<'_>, figures: &Figures<'_>) {
    let own = |ui: &mut Ui| {
        cards::baseline(ui, cx, &figures.baseline);
        language_pairs::card(ui, cx, &figures.pairs);
    };
    let languages = |ui: &mut Ui| {
        for fluency in &figures.fluency {
            cards::language(ui, cx, fluency);
        }
    };
    if ui.available_width() < TWO_COLUMNS {
        own(ui);
        languages(ui);
        cards::causes(ui, cx, &figures.causes);
        return;
    }
    ui.spacing_mut().item_spacing.x = GAP;
    ui.columns(2, |sides| {
        let [left, right] = sides else { return };
        own(left);
        languages(right);
        let height = |side: &Ui| side.min_rect().height();
        let lower = if height(left) < height(right) {
            left
        } else {
            right
        };
        cards::causes(lower, cx, &figures.causes);
    });
}

/// One line that opens to what the figures cannot know.
fn limits(ui: &mut Ui, cx: &Cx<'_>, open: &mut bool) {
    let w = cx.words;
    let title = tr!(w, "progress-limits");
    let clicked = form::disclosure(ui, icons::INFO, &title, *open).clicked();
    *open ^= clicked;
    if !*open {
        return;
    }
    for line in [
        tr!(w, "progress-limits-language"),
        tr!(w, "progress-limits-content"),
        tr!(w, "progress-limits-um"),
        tr!(w, "progress-limits-compare"),
        tr!(w, "progress-limits-heard"),
    ] {
        words::label(ui, &line, Ink::regular(Size::Body, cx.palette.text2));
    }
    if clicked {
        ui.scroll_to_cursor(Some(Align::BOTTOM));
    }
}
