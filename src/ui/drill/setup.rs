//! Before a round: which of the two, in which languages, with which lines.

use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::names;
use crate::model::drill::RoundKind;
use crate::model::language::LanguagePlan;
use crate::tr;
use crate::ui::Cx;
use crate::ui::drill::lines::{self, LinesMemory};
use crate::ui::drill::view::{Kind, Setup};
use crate::ui::settings::practice;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;
use crate::ui::widgets::segments::Segment;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{card, focus, icon};

/// Inner margin of the two cards.
const PADDING: f32 = 20.0;
/// From this width on they stand beside each other.
const BESIDE: f32 = 420.0;
/// Lines of the words on a card.
const WORDS_LINES: usize = 4;
/// The plans of a round of answers.
const PLANS: [LanguagePlan; 2] = [LanguagePlan::KoreanToEnglish, LanguagePlan::EnglishToKorean];

/// Draws everything that is chosen.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, setup: &Setup, memory: &mut LinesMemory) {
    let w = cx.words;
    if let Some(blocked) = &setup.blocked {
        let ink = Ink::regular(Size::Body, cx.palette.text2);
        words::label(ui, blocked, ink);
        ui.add_space(size::STEP_4);
    }
    kinds(ui, cx, setup);
    ui.add_space(size::STEP_6);
    if setup.chosen == RoundKind::Rescue {
        form::group(ui, &tr!(w, "drill-lines"), |ui| lines::show(ui, cx, memory));
    }
    form::group(ui, &tr!(w, "drill-how"), |ui| {
        if setup.chosen == RoundKind::Answers {
            direction(ui, cx);
        }
        practice::catch_share(ui, cx);
    });
}

fn direction(ui: &mut Ui, cx: &mut Cx<'_>) {
    let labels = PLANS.map(|plan| names::plan(cx.words, plan));
    let segments: Vec<Segment<'_>> = PLANS
        .into_iter()
        .zip(&labels)
        .map(|(plan, label)| Segment {
            label,
            plan: Some(plan),
        })
        .collect();
    let chosen = PLANS.iter().position(|each| *each == cx.state.drill.plan);
    let name = tr!(cx.words, "drill-direction");
    let picked = Row::new(&name).segments(ui, &segments, chosen.or(Some(0)));
    let plan = picked.and_then(|at| PLANS.get(at).copied());
    cx.out.extend(plan.map(Command::SetRoundPlan));
}

/// The two cards beside each other, as high as the higher one; one below the other where there is little room.
fn kinds(ui: &mut Ui, cx: &mut Cx<'_>, setup: &Setup) {
    let group = UiBuilder::new()
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(tr!(cx.words, "drill-kinds"));
    ui.scope_builder(group, |ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_4;
        if ui.available_width() < BESIDE {
            for kind in &setup.kinds {
                let room = ui.available_width() - PADDING * 2.0;
                let high = paragraph(ui, cx, kind, room).size().y;
                if kind_card(ui, cx, kind, high) {
                    cx.push(Command::SetRoundKind(kind.kind));
                }
                ui.add_space(size::STEP_3);
            }
            return;
        }
        let room = (ui.available_width() - size::STEP_4) / 2.0 - PADDING * 2.0;
        let high = |kind: &Kind| paragraph(ui, cx, kind, room).size().y;
        let highest = setup.kinds.iter().map(high).fold(0.0, f32::max);
        ui.columns(setup.kinds.len(), |columns| {
            for (column, kind) in columns.iter_mut().zip(&setup.kinds) {
                if kind_card(column, cx, kind, highest) {
                    cx.push(Command::SetRoundKind(kind.kind));
                }
            }
        });
    });
}

fn paragraph(ui: &Ui, cx: &Cx<'_>, kind: &Kind, room: f32) -> std::sync::Arc<egui::Galley> {
    let (size, weight) = (Size::Caption, Weight::Regular);
    let room = (room, WORDS_LINES);
    text::paragraph(ui, &kind.what, size, weight, cx.palette.text2, room)
}

/// A card that says its words to screen readers itself; returns whether it was pressed.
fn kind_card(ui: &mut Ui, cx: &Cx<'_>, kind: &Kind, words_height: f32) -> bool {
    let palette = cx.palette;
    let height = PADDING * 2.0 + Size::Title.line() + size::STEP_1 + words_height;
    let room = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(room, Sense::click());
    card::paint(ui, rect);
    let radius = CornerRadius::same(size::RADIUS_CARD);
    if kind.chosen {
        let edge = Stroke::new(size::EMPHASIS, palette.text);
        ui.painter()
            .rect_stroke(rect, radius, edge, StrokeKind::Inside);
        let (sign, points) = (icons::CHECK_CIRCLE.fill(), Size::Body.icon());
        let center = rect.right_top() + Vec2::new(-PADDING - 8.0, PADDING + 16.0);
        icon::paint(ui, center, sign, points, palette.text);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, radius, palette.surface_variant);
    }
    let ui = &mut ui.new_child(UiBuilder::new().max_rect(rect.shrink(PADDING)));
    words::mute(ui, &kind.name, Ink::strong(Size::Title, palette.text));
    ui.add_space(size::STEP_1);
    let galley = paragraph(ui, cx, kind, ui.available_width());
    words::galley(ui, galley);
    focus::ring(ui, &response, rect, size::RADIUS_CARD);
    let said = format!("{}. {}", kind.name, kind.what);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, kind.chosen, &said));
    response.clicked()
}
