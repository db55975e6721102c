//! Before the answer: which languages, how the switch is asked for, how long to think. Not here: what
//! can be chosen (`plan_view`).

use egui::{Align, Layout, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::{self, Action};
use crate::model::language::LanguagePlan;
use crate::model::settings::THINK_SECS;
use crate::ui::Cx;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::plan_view::{Offer, PlanView, StyleView};
use crate::ui::practice::take;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::segments::{self, Cells, Segment};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{chip, keycap};

/// Draws what is chosen, and below it what else is to be known before the answer.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, view: &PlanView) {
    choices(ui, cx, geometry, view);
    if let Some(another) = &view.another {
        let room = Vec2::new(ui.available_width(), size::CHIP);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            take::another_ui(ui, cx, another);
        });
    }
}

/// Languages and time to think, and the sentence on what the languages mean.
fn choices(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, view: &PlanView) {
    let width = ui.available_width();
    let style = view.style.as_ref();
    let gap = if geometry.small {
        size::STEP_1
    } else {
        size::STEP_2
    };
    ui.spacing_mut().item_spacing.y = gap;
    ui.add_space(gap);
    if geometry.stacked {
        let above = Vec2::new(width, Size::Caption.line());
        ui.allocate_ui_with_layout(above, Layout::left_to_right(Align::Center), |ui| {
            caption(ui, cx, &view.languages.name);
            if let Some(style) = style {
                let cap = keycap::size_of(ui, keys::cap(Action::SwitchStyle)).x;
                let wide = chip::menu_width(ui, &style.words) + size::STEP_2 + cap;
                ui.add_space((ui.available_width() - wide).max(0.0));
                style_ui(ui, cx, style);
            }
        });
        languages(ui, cx, geometry, view);
        below(ui, cx, width, None, &view.sentence);
        think(ui, cx, geometry, view);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            caption(ui, cx, &view.languages.name);
            languages(ui, cx, geometry, view);
        });
        ui.spacing_mut().item_spacing.x = 0.0;
        let (times, cells) = times(geometry, view);
        let width = segments::measure_cells(ui, &times, cells).x;
        ui.add_space((ui.available_width() - width).max(0.0));
        ui.vertical(|ui| think(ui, cx, geometry, view));
    });
    below(ui, cx, width, style, &view.sentence);
}

fn caption(ui: &mut Ui, cx: &Cx<'_>, words: &str) {
    words::label(ui, words, Ink::regular(Size::Caption, cx.palette.text3));
}

/// How the switch is asked for, and what the plan means.
fn below(ui: &mut Ui, cx: &mut Cx<'_>, width: f32, style: Option<&StyleView>, sentence: &str) {
    let room = Vec2::new(width, size::CHIP);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(room);
        if let Some(style) = style {
            style_ui(ui, cx, style);
            ui.add_space(size::STEP_1);
        }
        let ink = Ink::regular(Size::Caption, cx.palette.text3);
        words::cut(ui, sentence, ink);
    });
}

/// A quiet menu, with its key.
fn style_ui(ui: &mut Ui, cx: &mut Cx<'_>, style: &StyleView) {
    ui.spacing_mut().item_spacing.x = size::STEP_2;
    let picked = chip::drop_down(ui, &style.name, &style.words, false, &style.choices);
    cx.out.extend(picked.map(Command::SetSwitchStyle));
    keycap::show(ui, keys::cap(Action::SwitchStyle));
}

fn languages(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, view: &PlanView) {
    let cells = Cells {
        height: size::PLAN_SEGMENT,
        padding: match (geometry.stacked, geometry.small) {
            (true, _) => 18.0,
            (false, true) => 24.0,
            (false, false) => 32.0,
        },
        least: if geometry.small { 0.0 } else { 96.0 },
    };
    let labels = view.languages.labels.iter().zip(LanguagePlan::ALL);
    let offered: Vec<Segment<'_>> = labels
        .map(|(label, plan)| Segment {
            label,
            plan: Some(plan),
        })
        .collect();
    let picked = pick(ui, &view.languages, &offered, cells, true);
    let plan = picked.and_then(|at| LanguagePlan::ALL.get(at));
    cx.out.extend(plan.map(|plan| Command::SetPlan(*plan)));
}

/// The times as segments, and the measures of their cells.
fn times<'a>(geometry: &Geometry, view: &'a PlanView) -> (Vec<Segment<'a>>, Cells) {
    let cells = Cells {
        height: size::PLAN_SEGMENT,
        padding: if geometry.small { 32.0 } else { 36.0 },
        least: 0.0,
    };
    let labels = view.think.labels.iter();
    let times = labels.map(|label| Segment { label, plan: None });
    (times.collect(), cells)
}

fn think(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, view: &PlanView) {
    caption(ui, cx, &view.think.name);
    let (times, cells) = times(geometry, view);
    let picked = pick(ui, &view.think, &times, cells, view.think_free);
    let secs = picked.and_then(|at| THINK_SECS.get(at));
    cx.out.extend(secs.map(|secs| Command::SetThinkSecs(*secs)));
}

fn pick(
    ui: &mut Ui,
    offer: &Offer,
    offered: &[Segment<'_>],
    cells: Cells,
    enabled: bool,
) -> Option<usize> {
    let (_, rect) = ui.allocate_space(segments::measure_cells(ui, offered, cells));
    // What is not on offer chooses none of the segments.
    let chosen = offer.chosen.unwrap_or(usize::MAX);
    segments::at_cells(ui, rect.min, &offer.name, offered, chosen, (enabled, cells))
}
