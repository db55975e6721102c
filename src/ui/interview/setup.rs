//! Before a session: one that waits, the format with its numbers, what comes, those of before.

use egui::{Align, Layout, Role, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::model::session::shape::Shape;
use crate::tr;
use crate::ui::Cx;
use crate::ui::interview::setup_view::{FormatRow, Past, Pick, Setup};
use crate::ui::interview::standing;
use crate::ui::interview::view::Standing;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::chip::Choice;
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;
use crate::ui::widgets::segments::{self, Segment};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, icon, select};

/// Least height of a format.
const FORMAT: f32 = 64.0;
/// Room for the check beside a format.
const CHECK: f32 = 36.0;
/// Lines of what a format is like.
const FORMAT_LINES: usize = 3;
/// Width of a list of choices, and the most of a row that it takes.
const LIST: f32 = 220.0;
const LIST_SHARE: f32 = 0.6;
/// Room that segments leave for their name.
const NAME_LEAST: f32 = 140.0;
/// Most choices that stand side by side.
const MOST_SEGMENTS: usize = 5;
/// Height of a session of before.
const PAST: f32 = 60.0;
/// Room of its mean, at the right end.
const SCORE: f32 = 80.0;

/// Draws everything that is chosen.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, setup: &Setup<'_>, waiting: Option<&Standing>) {
    let w = cx.words;
    let sentence = Ink::regular(Size::Body, cx.palette.text2);
    if let Some(blocked) = &setup.blocked {
        words::label(ui, blocked, sentence);
        ui.add_space(size::STEP_4);
    }
    if let Some(waiting) = waiting {
        standing::show(ui, cx, waiting);
    }
    form::group(ui, &tr!(w, "interview-which"), |ui| {
        for format in &setup.formats {
            if format_ui(ui, cx, format) {
                cx.push(Command::SetSessionShape(Shape::of(format.format)));
            }
        }
    });
    form::group(ui, &tr!(w, "interview-how"), |ui| {
        for pick in &setup.picks {
            pick_ui(ui, cx, pick);
        }
    });
    form::group(ui, &tr!(w, "interview-comes"), |ui| comes(ui, cx, setup));
    form::group(ui, &tr!(w, "interview-past"), |ui| {
        if setup.past.is_empty() {
            ui.add_space(size::STEP_4);
            form::sentence(ui, &tr!(w, "interview-past-none"), Size::Caption);
            ui.add_space(size::STEP_4);
        }
        for past in &setup.past {
            if past_ui(ui, cx, past) {
                cx.push(Command::ShowSession(past.id.clone()));
            }
        }
    });
    for fault in &setup.faults {
        words::label(ui, fault, sentence);
        ui.add_space(size::STEP_4);
    }
}

/// A format with what it is like; returns whether it was picked.
fn format_ui(ui: &mut Ui, cx: &Cx<'_>, format: &FormatRow) -> bool {
    let palette = cx.palette;
    let room = (ui.available_width() - CHECK, FORMAT_LINES);
    let (size, weight) = (Size::Caption, Weight::Regular);
    let what = text::paragraph(ui, &format.what, size, weight, palette.text3, room);
    let lines = Vec2::new(room.0, Size::Body.line() + what.size().y);
    let height = (lines.y + size::STEP_4).max(FORMAT);
    let id = ("format", format.format.id());
    let response = form::pressable(ui, id, height, None, |ui| {
        ui.allocate_ui_with_layout(lines, Layout::top_down(Align::Min), |ui| {
            let ink = if format.chosen {
                Ink::strong(Size::Body, palette.text)
            } else {
                Ink::regular(Size::Body, palette.text)
            };
            words::mute(ui, &format.name, ink);
            words::galley(ui, what);
        });
        if format.chosen {
            form::at_right(ui, |ui| {
                let sign = icons::CHECK_CIRCLE.fill();
                icon::plain(ui, sign, Size::Body.icon(), palette.text);
            });
        }
    });
    let said = format!("{}. {}", format.name, format.what);
    let info = || WidgetInfo::selected(Role::RadioButton, true, format.chosen, &said);
    response.widget_info(info);
    response.clicked() && !format.chosen
}

/// One of several: segments where there is room, else a list.
fn pick_ui(ui: &mut Ui, cx: &mut Cx<'_>, pick: &Pick) {
    let mut row = Row::new(&pick.name);
    if let Some(caption) = &pick.caption {
        row = row.caption(caption);
    }
    let labels: Vec<Segment<'_>> = pick
        .offers
        .iter()
        .map(|offer| Segment {
            label: &offer.label,
            plan: offer.plan,
        })
        .collect();
    let room = ui.available_width();
    let fits = segments::measure(ui, &labels).x + NAME_LEAST <= room;
    // What says more about its choice is long by nature.
    let listed = pick.caption.is_some() || labels.len() > MOST_SEGMENTS || !fits;
    let picked = if listed {
        let control = Vec2::new((room * LIST_SHARE).min(LIST), size::BUTTON);
        row.show(ui, control, |ui| list(ui, pick, control))
    } else {
        row.segments(ui, &labels, pick.chosen)
    };
    let offer = picked.and_then(|at| pick.offers.get(at));
    cx.out.extend(offer.map(|offer| offer.command.clone()));
    if let Some(note) = &pick.note {
        form::sentence(ui, note, Size::Caption);
        ui.add_space(size::STEP_3);
    }
}

fn list(ui: &mut Ui, pick: &Pick, control: Vec2) -> Option<usize> {
    let offers = pick.offers.iter().enumerate();
    let choices: Vec<Choice<usize>> = offers
        .map(|(at, offer)| Choice {
            value: at,
            label: offer.label.clone(),
            current: pick.chosen == Some(at),
        })
        .collect();
    let chosen = pick.chosen.and_then(|at| pick.offers.get(at));
    let shown = chosen.map_or("", |offer| &offer.label);
    let (_, rect) = ui.allocate_space(control);
    select::show(ui, rect, &pick.name, shown, &choices)
}

/// Who comes one after another, and how long all of it takes.
fn comes(ui: &mut Ui, cx: &Cx<'_>, setup: &Setup<'_>) {
    for comer in &setup.comes {
        let ink = Ink::regular(Size::Body, cx.palette.text2);
        let row = Row::new(&comer.who).caption(&comer.what);
        time(ui, row, &comer.time, ink);
    }
    if let Some(breaks) = &setup.breaks {
        form::hairline(ui);
        ui.add_space(size::STEP_3);
        form::sentence(ui, breaks, Size::Caption);
        ui.add_space(size::STEP_2);
    }
    let name = tr!(cx.words, "interview-total");
    let ink = Ink::strong(Size::Body, cx.palette.text);
    time(ui, Row::new(&name), &setup.total, ink);
}

/// A row with a time at its right end.
fn time(ui: &mut Ui, row: Row<'_>, time: &str, ink: Ink) {
    let room = Vec2::new(words::width(ui, time, ink), ink.size.line());
    row.show(ui, room, |ui| words::label(ui, time, ink));
}

/// A session of before; returns whether it is to be shown.
fn past_ui(ui: &mut Ui, cx: &Cx<'_>, past: &Past<'_>) -> bool {
    let palette = cx.palette;
    let response = form::pressable(ui, ("session", past.id.as_str()), PAST, None, |ui| {
        form::at_right(ui, |ui| {
            form::cell(ui, SCORE, |ui| match &past.score {
                Some(score) => _ = figures::show(ui, score, Ink::strong(Size::Body, palette.text)),
                None => _ = words::mute(ui, "–", Ink::regular(Size::Body, palette.text3)),
            });
            form::lines(ui, |ui| {
                words::mute(ui, &past.title, Ink::regular(Size::Body, palette.text));
                let ink = Ink::regular(Size::Caption, palette.text3);
                words::mute(ui, &past.more, ink);
            });
        });
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &past.said));
    response.clicked()
}
