//! The card below the sound: notes, pauses or figures, with its tabs. Not here: what is on each.

use egui::{Align, Layout, Sense, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::{self, Action};
use crate::flow::listening::ReviewCard;
use crate::i18n::Words;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::heard::{Heard, Known};
use crate::ui::review::mark_list::MarkListMemory;
use crate::ui::review::notes::{self, NotesMemory};
use crate::ui::review::view::ReviewView;
use crate::ui::review::{chain, list, mark_list, measures, part_labels, pauses, points};
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::segments::{self, Cells, Segment};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, icon, keycap};

/// Measures of a tab.
const CELLS: Cells = Cells {
    height: 24.0,
    padding: 24.0,
    least: 0.0,
};
/// The same where there is little room.
const NARROW: Cells = Cells {
    padding: 6.0,
    ..CELLS
};
/// Height of the row of tabs.
const TABS: f32 = CELLS.height + 8.0;
/// Room that is wanted beside the tabs.
const BESIDE: f32 = 144.0;

/// Draws tabs and card. Returns whether Escape left the notes.
pub fn card_ui(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &ReviewView<'_>,
    heard: &Heard<'_>,
    (notes, marks): (&mut NotesMemory, &mut MarkListMemory),
) -> bool {
    ui.spacing_mut().item_spacing = Vec2::new(size::STEP_2, 0.0);
    tabs_ui(ui, cx, view, heard);
    ui.add_space(size::STEP_2);
    let known = |ui: &mut Ui, cx: &Cx<'_>| {
        if heard.known().is_none() {
            let said = match heard {
                Heard::Nothing => tr!(cx.words, "speech-unknown"),
                Heard::Waiting | Heard::Known(_) => tr!(cx.words, "speech-unknown-yet"),
            };
            list::say(ui, cx, &said);
        }
        heard.known()
    };
    match view.listening.card {
        ReviewCard::Notes => return notes::notes_ui(ui, cx, view.attempt, notes),
        ReviewCard::Marks => mark_list::marks_ui(ui, cx, view, marks),
        ReviewCard::Pauses => {
            if let Some(known) = known(ui, cx) {
                pauses::pauses_ui(ui, cx, view, known);
            }
        }
        ReviewCard::Measures => {
            if let Some(known) = known(ui, cx) {
                measures::measures_ui(ui, cx, known);
            }
        }
        ReviewCard::Chain => chain::chain_ui(ui, cx, &view.links),
        ReviewCard::Points => points::points_ui(ui, cx, view),
    }
    false
}

fn tabs_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, heard: &Heard<'_>) {
    let w = cx.words;
    let labels: Vec<String> = view.cards.iter().map(|card| label(w, *card)).collect();
    let tabs: Vec<Segment<'_>> = labels
        .iter()
        .map(|label| Segment { label, plan: None })
        .collect();
    let shown = view.listening.card;
    let chosen = view.cards.iter().position(|each| *each == shown);
    let free = ui.available_width() - segments::measure_cells(ui, &tabs, CELLS).x;
    let tight = free < BESIDE;
    let cells = if tight { NARROW } else { CELLS };
    let strip = Vec2::new(ui.available_width(), TABS);
    ui.allocate_ui_with_layout(strip, Layout::left_to_right(Align::Center), |ui| {
        let name = tr!(w, "speech-cards");
        let room = ui.available_width() - size::CHIP * 2.0 - size::STEP_2;
        let picked = if segments::measure_cells(ui, &tabs, cells).x <= room {
            segments::show(ui, &name, &tabs, chosen.unwrap_or_default(), cells)
        } else {
            list_ui(ui, &name, &labels, chosen)
        };
        let picked = picked.and_then(|at| view.cards.get(at));
        cx.out.extend(picked.map(|card| Command::ShowCard(*card)));
        form::at_right(ui, |ui| {
            limits_ui(ui, cx);
            let paused = |known: &Known| !known.pauses.is_empty();
            if shown == ReviewCard::Pauses && heard.known().is_some_and(paused) {
                next_pause_ui(ui, cx, tight);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                next_card_ui(ui, w);
            });
        });
    });
}

/// The tabs as a list that opens, where the card is too narrow for them.
fn list_ui(ui: &mut Ui, name: &str, labels: &[String], chosen: Option<usize>) -> Option<usize> {
    let choices = labels.iter().enumerate().map(|(at, label)| Choice {
        value: at,
        label: label.clone(),
        current: chosen == Some(at),
    });
    let choices: Vec<_> = choices.collect();
    let shown = chosen.and_then(|at| labels.get(at));
    let shown = shown.map_or("", String::as_str);
    chip::drop_down(ui, name, shown, true, &choices)
}

/// The key that shows the next card, where there is room; it is also in the list of keys.
fn next_card_ui(ui: &mut Ui, w: Words<'_>) {
    let key = keys::cap(Action::NextCard);
    let cap = keycap::size_of(ui, key);
    if cap.x > ui.available_width() {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(cap, Sense::hover());
    keycap::show_at(ui, rect.left_center(), key);
    response.on_hover_text(tr!(w, "speech-card-next"));
}

fn label(w: Words<'_>, card: ReviewCard) -> String {
    match card {
        ReviewCard::Notes => tr!(w, "review-notes"),
        ReviewCard::Marks => tr!(w, "marks-card"),
        ReviewCard::Pauses => tr!(w, "speech-card-pauses"),
        ReviewCard::Measures => tr!(w, "speech-card-measures"),
        ReviewCard::Chain => tr!(w, "chain-card"),
        ReviewCard::Points => tr!(w, "chain-points-card"),
    }
}

fn next_pause_ui(ui: &mut Ui, cx: &mut Cx<'_>, tight: bool) {
    let words = tr!(cx.words, "speech-next-pause");
    let next = if tight {
        let named = (words.as_str(), Action::NextPause);
        icon::inline_button_for(ui, size::CHIP, icons::FAST_FORWARD, named, true)
    } else {
        ui.add(Button::quiet(&words).small().does(Action::NextPause))
    };
    if next.clicked() {
        cx.push(Command::NextPause);
    }
    next.on_hover_text(tr!(cx.words, "speech-next-pause-what"));
}

/// The sign behind which stands what cannot be known.
fn limits_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let name = tr!(cx.words, "speech-limits");
    let response = icon::inline_button(ui, size::CHIP, icons::INFO, &name, true);
    part_labels::behind(&response, |ui| {
        words::label(ui, &name, Ink::strong(Size::Body, cx.palette.text));
        for said in list::limits(cx.words) {
            words::label(ui, &said, Ink::regular(Size::Caption, cx.palette.text2));
        }
    });
}
