//! Before a round: which of the two, in which languages, with which lines.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::flow::{Command, State};
use crate::i18n::names;
use crate::model::drill::{RESCUE_TARGET_SECS, ROUND_TAKES, RoundKind};
use crate::model::language::LanguagePlan;
use crate::model::settings::CATCH_SHARES;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::drill::lines::{self, LinesMemory};
use crate::ui::drill::view::{DrillView, Start};
use crate::ui::settings::parts::{Column, PADDING, Rows, choice_of, group};
use crate::ui::settings::practice::catch_label;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::segments::{self, Segment};
use crate::ui::widgets::{card, focus, icon};

/// Between the two cards.
const BETWEEN: f32 = 16.0;
/// Lines of the words on a card.
const WORDS_LINES: usize = 4;

/// The plans of a round of answers.
const PLANS: [LanguagePlan; 2] = [LanguagePlan::KoreanToEnglish, LanguagePlan::EnglishToKorean];

/// Draws everything that is chosen.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    column: &mut Column,
    memory: &mut LinesMemory,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let blocked = match DrillView::new(state) {
        DrillView::Setup {
            start: Start::Opening,
        } => Some(tr!(w, "drill-blocked-opening")),
        DrillView::Setup {
            start: Start::Blocked,
        } => Some(tr!(w, "drill-blocked")),
        _ => None,
    };
    if let Some(blocked) = blocked {
        let ink = look.palette.text2;
        let room = (column.width, 2);
        let galley = text::paragraph(ui, &blocked, Size::Body, Weight::Regular, ink, room);
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(column.left, column.y));
        column.y += height + size::STEP_4;
    }
    out.extend(kinds(ui, look, state.drill.kind, column));
    if state.drill.kind == RoundKind::Rescue {
        let name = tr!(w, "drill-lines");
        group(ui, look, column, &name, |ui, rows| {
            lines::show(ui, look, rows, memory);
        });
    }
    let name = tr!(w, "drill-how");
    group(ui, look, column, &name, |ui, rows| {
        if state.drill.kind == RoundKind::Answers {
            out.extend(direction(ui, look, state.drill.plan, rows));
        }
        let name = tr!(w, "drill-catch");
        let caption = tr!(w, "drill-catch-what");
        let shares = CATCH_SHARES.map(|share| (share, catch_label(w, share)));
        let head = (name.as_str(), Some(caption.as_str()));
        let picked = choice_of(ui, rows, head, &shares, &state.settings.catch_share);
        out.extend(picked.map(Command::SetCatchShare));
    });
}

fn direction(
    ui: &mut Ui,
    look: &UiContext<'_>,
    plan: LanguagePlan,
    rows: &mut Rows<'_>,
) -> Option<Command> {
    let labels = PLANS.map(|plan| names::plan(look.words, plan));
    let plans = PLANS.into_iter().zip(&labels);
    let plans: Vec<Segment<'_>> = plans
        .map(|(plan, label)| Segment {
            label,
            plan: Some(plan),
        })
        .collect();
    let name = tr!(look.words, "drill-direction");
    let at = rows.row(ui, &name, None, segments::measure(ui, &plans));
    let chosen = PLANS.iter().position(|each| *each == plan);
    let chosen = chosen.unwrap_or_default();
    let picked = segments::at(ui, at, &name, &plans, chosen, true)?;
    PLANS.get(picked).copied().map(Command::SetRoundPlan)
}

/// The two cards beside each other.
fn kinds(
    ui: &mut Ui,
    look: &UiContext<'_>,
    chosen: RoundKind,
    column: &mut Column,
) -> Option<Command> {
    let w = look.words;
    let (count, target) = (ROUND_TAKES, RESCUE_TARGET_SECS);
    let kinds = [RoundKind::Answers, RoundKind::Rescue].map(|kind| {
        let secs = kind.take_secs();
        match kind {
            RoundKind::Answers => (
                kind,
                tr!(w, "drill-kind-answers"),
                tr!(w, "drill-kind-answers-what", secs = secs, count = count),
            ),
            RoundKind::Rescue => (
                kind,
                tr!(w, "drill-kind-rescue"),
                tr!(
                    w,
                    "drill-kind-rescue-what",
                    secs = secs,
                    count = count,
                    target = target
                ),
            ),
        }
    });
    let width = ((column.width - BETWEEN) / 2.0).floor();
    let ink = look.palette.text2;
    let room = (width - PADDING * 2.0, WORDS_LINES);
    let words = |what: &str| text::paragraph(ui, what, Size::Caption, Weight::Regular, ink, room);
    let galleys = kinds.each_ref().map(|(_, _, what)| words(what));
    let highest = galleys
        .iter()
        .map(|galley| galley.size().y)
        .fold(0.0, f32::max);
    let height = PADDING * 2.0 + Size::Title.line() + size::STEP_1 + highest;
    let mut picked = None;
    let mut corner = Pos2::new(column.left, column.y);
    for ((kind, name, what), galley) in kinds.iter().zip(galleys) {
        let rect = Rect::from_min_size(corner, Vec2::new(width, height));
        if kind_ui(ui, look, rect, (name, what), *kind == chosen) {
            picked = Some(Command::SetRoundKind(*kind));
        }
        let at = rect.min + Vec2::new(PADDING, PADDING + Size::Title.line() + size::STEP_1);
        // The card says it to screen readers.
        ui.painter().galley(at, galley, ink);
        corner.x += width + BETWEEN;
    }
    column.y += height + size::STEP_6;
    picked
}

fn kind_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    rect: Rect,
    (name, what): (&str, &str),
    chosen: bool,
) -> bool {
    let palette = look.palette;
    let response = ui.interact(rect, ui.scope_id().with(("round", name)), Sense::click());
    card::paint(ui, rect);
    let radius = CornerRadius::same(size::RADIUS_CARD);
    if chosen {
        let edge = Stroke::new(size::EMPHASIS, palette.text);
        ui.painter()
            .rect_stroke(rect, radius, edge, StrokeKind::Inside);
        let center = Pos2::new(rect.right() - PADDING - 8.0, rect.top() + PADDING + 16.0);
        icon::paint(ui, center, icons::CHECK_CIRCLE.fill(), 20.0, palette.text);
    } else if response.hovered() {
        ui.painter()
            .rect_filled(rect, radius, palette.surface_variant);
    }
    let galley = text::free_line(ui, name, Size::Title, Weight::SemiBold, palette.text);
    let at = rect.min + Vec2::splat(PADDING);
    ui.painter().galley(at, galley, palette.text);
    focus::ring(ui, &response, rect, size::RADIUS_CARD);
    let said = format!("{name}. {what}");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &said));
    response.clicked()
}
