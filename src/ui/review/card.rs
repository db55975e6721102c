//! The card below the sound: notes, pauses or figures, with its tabs. Not here: what is on each.

use egui::{CornerRadius, Frame};
use egui::{Popup, PopupCloseBehavior, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::{self, Action};
use crate::flow::listening::ReviewCard;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::heard::Heard;
use crate::ui::review::notes::{self, NotesMemory};
use crate::ui::review::view::ReviewView;
use crate::ui::review::{chain, measures, part_labels, pauses, points};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::segments::{self, Cells, Segment};
use crate::ui::widgets::{focus, icon, keycap, words};

/// Height of the row of tabs and the air below it.
const TABS: f32 = 40.0;
/// Measures of a tab.
const CELLS: Cells = Cells {
    height: 24.0,
    padding: 24.0,
    least: 0.0,
};
/// The same where there is little room.
const NARROW: Cells = Cells {
    padding: 12.0,
    ..CELLS
};
/// Room that is wanted beside the tabs.
const BESIDE: f32 = 144.0;
/// Width of what stands behind the sign of limits.
const LIMITS: f32 = 340.0;

/// Draws tabs and card into a rectangle. Returns whether Escape left the notes.
pub fn card_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    place: Rect,
    view: &ReviewView<'_>,
    (heard, notes): (&Heard<'_>, &mut NotesMemory),
    out: &mut Vec<Command>,
) -> bool {
    let card = view.listening.card;
    tabs_ui(ui, look, place, view, heard, out);
    let inner = place.with_min_y(place.top() + TABS);
    match card {
        ReviewCard::Notes => notes::notes_ui(ui, look, inner, view.attempt, notes),
        ReviewCard::Pauses => {
            match heard.known() {
                Some(known) => pauses::pauses_ui(ui, look, inner, view, known, out),
                None => nothing_ui(ui, look, inner, heard),
            }
            false
        }
        ReviewCard::Measures => {
            match heard.known() {
                Some(known) => measures::measures_ui(ui, look, inner, known),
                None => nothing_ui(ui, look, inner, heard),
            }
            false
        }
        ReviewCard::Chain => {
            chain::chain_ui(ui, look, inner, &view.links, out);
            false
        }
        ReviewCard::Points => {
            points::points_ui(ui, look, inner, view, view.points, out);
            false
        }
    }
}

fn tabs_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    place: Rect,
    view: &ReviewView<'_>,
    heard: &Heard<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let card = view.listening.card;
    let labels: Vec<String> = view.cards.iter().map(|card| label(look, *card)).collect();
    let tabs: Vec<Segment<'_>> = labels
        .iter()
        .map(|label| Segment { label, plan: None })
        .collect();
    let chosen = view.cards.iter().position(|each| *each == card);
    let name = tr!(w, "speech-cards");
    let chosen = chosen.unwrap_or_default();
    let free = place.width() - segments::measure_cells(ui, &tabs, CELLS).x;
    let tight = free < BESIDE;
    let cells = if tight { NARROW } else { CELLS };
    let picked = segments::at_cells(ui, place.min, &name, &tabs, chosen, (true, cells));
    if let Some(card) = picked.and_then(|at| view.cards.get(at)) {
        out.push(Command::ShowCard(*card));
    }
    let wide = segments::measure_cells(ui, &tabs, cells);
    let y = place.top() + wide.y / 2.0;
    let at = Pos2::new(place.left() + wide.x + size::STEP_2, y);

    let mut right = Pos2::new(place.right(), y);
    right.x = limits_ui(ui, look, right) - size::STEP_2;
    right.x = beside_ui(ui, look, (right, tight), view, heard, out);
    // The key is also in the list of keys.
    let cap = keycap::size_of(ui, keys::cap(Action::NextCard)).x;
    if at.x + cap > right.x {
        return;
    }
    keycap::paint(ui, at, keys::cap(Action::NextCard), false);
    let around = Rect::from_center_size(at + Vec2::new(cap / 2.0, 0.0), Vec2::new(cap, size::KEY));
    let next = tr!(w, "speech-card-next");
    ui.interact(around, ui.scope_id().with("card-key"), Sense::hover())
        .on_hover_text(next);
}

fn label(look: &UiContext<'_>, card: ReviewCard) -> String {
    let w = look.words;
    match card {
        ReviewCard::Notes => tr!(w, "review-notes"),
        ReviewCard::Pauses => tr!(w, "speech-card-pauses"),
        ReviewCard::Measures => tr!(w, "speech-card-measures"),
        ReviewCard::Chain => tr!(w, "chain-card"),
        ReviewCard::Points => tr!(w, "chain-points-card"),
    }
}

/// What a card needs beside the tabs; returns its left edge.
fn beside_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (right, tight): (Pos2, bool),
    view: &ReviewView<'_>,
    heard: &Heard<'_>,
    out: &mut Vec<Command>,
) -> f32 {
    let w = look.words;
    let top = Pos2::new(right.x, right.y - size::CHIP / 2.0);
    let paused = || heard.known().is_some_and(|known| !known.pauses.is_empty());
    match view.listening.card {
        ReviewCard::Pauses if paused() => {
            let words = tr!(w, "speech-next-pause");
            let next = Button::quiet(&words).small().does(Action::NextPause);
            let next = if tight { next.without_key() } else { next };
            let next = next.right_at(ui, top);
            if next.clicked() {
                out.push(Command::NextPause);
            }
            next.on_hover_text(tr!(w, "speech-next-pause-what"))
                .rect
                .left()
        }
        ReviewCard::Notes
        | ReviewCard::Pauses
        | ReviewCard::Measures
        | ReviewCard::Chain
        | ReviewCard::Points => right.x,
    }
}

/// The sign behind which stands what cannot be known; returns its left edge.
fn limits_ui(ui: &mut Ui, look: &UiContext<'_>, right: Pos2) -> f32 {
    let w = look.words;
    let rect = Rect::from_min_max(
        Pos2::new(right.x - size::CHIP, right.y - size::CHIP / 2.0),
        Pos2::new(right.x, right.y + size::CHIP / 2.0),
    );
    let response = ui.interact(rect, ui.scope_id().with("limits"), Sense::click());
    let radius = size::RADIUS_SEGMENT;
    if response.hovered() {
        ui.painter().rect_filled(
            rect,
            CornerRadius::same(radius),
            look.palette.surface_variant,
        );
    }
    let points = Size::Body.icon();
    icon::paint(ui, rect.center(), icons::INFO, points, look.palette.text2);
    focus::ring(ui, &response, rect, radius);
    let name = tr!(w, "speech-limits");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let frame = Frame::popup(&ui.ctx().global_style()).inner_margin(size::STEP_4);
    Popup::menu(&response)
        .frame(frame)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(LIMITS);
            let ink = look.palette.text;
            text::label(ui, &name, Size::Body, Weight::SemiBold, ink);
            for words in limits(look) {
                let ink = look.palette.text2;
                text::label(ui, &words, Size::Caption, Weight::Regular, ink);
            }
        });
    if !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response)) {
        response.on_hover_text(name);
    }
    rect.left()
}

/// What the figures cannot know, said plainly.
pub fn limits(look: &UiContext<'_>) -> [String; 4] {
    let w = look.words;
    [
        tr!(w, "speech-limit-language"),
        tr!(w, "speech-limit-content"),
        tr!(w, "speech-limit-um"),
        tr!(w, "speech-limit-rates"),
    ]
}

/// Why there is nothing on the card.
fn nothing_ui(ui: &mut Ui, look: &UiContext<'_>, inner: Rect, heard: &Heard<'_>) {
    let said = match heard {
        Heard::Nothing => tr!(look.words, "speech-unknown"),
        Heard::Waiting | Heard::Known(_) => tr!(look.words, "speech-unknown-yet"),
    };
    say_ui(ui, look, inner, &said);
}

/// One calm sentence in the place of a list.
pub fn say_ui(ui: &mut Ui, look: &UiContext<'_>, inner: Rect, said: &str) {
    let ink = words::Ink::regular(Size::Body, look.palette.text2);
    let limits = (inner.width(), 2);
    let galley = text::paragraph(ui, said, ink.size, ink.weight, ink.color, limits);
    part_labels::say(ui, inner.min + Vec2::new(0.0, size::STEP_1), galley, said);
}
