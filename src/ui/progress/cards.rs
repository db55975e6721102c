//! The cards below the trend: one's own baseline, each language by itself, causes of pauses.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use crate::i18n::names;
use crate::model::language::Language;
use crate::model::progress::Trend;
use crate::tr;
use crate::ui::progress::card_view::{CauseRow, Causes, Figure, Fluency};
use crate::ui::progress::plot;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::form;
use crate::ui::widgets::row::Row;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::{Cx, UiContext};

/// Between two cards.
pub const GAP: f32 = 20.0;
/// Room of a figure beside a picture: pictures of rows below each other end at the same place.
const FIGURE: f32 = 68.0;
/// Picture of a trend beside its figure.
const SPARK: Vec2 = Vec2::new(92.0, 32.0);
/// Weeks of that picture.
const SPARK_WEEKS: usize = 12;
/// Names of causes, and the height of their rows.
const CAUSE: f32 = 96.0;
const CAUSE_ROW: f32 = 28.0;

/// A card, and the distance to the next one.
pub fn card(ui: &mut Ui, title: &str, inside: impl FnOnce(&mut Ui)) {
    form::titled_card(ui, title, inside);
    ui.add_space(GAP);
}

/// One's own baseline, and what a switch adds to it.
pub fn baseline(ui: &mut Ui, cx: &Cx<'_>, figures: &[Figure<'_>]) {
    card(ui, &tr!(cx.words, "progress-own"), |ui| {
        ui.add_space(size::STEP_2);
        for figure in figures {
            row(ui, cx, Language::English, figure);
        }
        let how = tr!(cx.words, "progress-own-how");
        form::sentence(ui, &how, Size::Caption);
    });
}

/// How fluent a language is, by itself.
pub fn language(ui: &mut Ui, cx: &Cx<'_>, fluency: &Fluency<'_>) {
    let title = names::language(cx.words, fluency.language);
    card(ui, &title, |ui| {
        form::sentence(ui, &fluency.from, Size::Caption);
        ui.add_space(size::STEP_2);
        for figure in &fluency.figures {
            row(ui, cx, fluency.language, figure);
        }
    });
}

/// A name with its figure; before it the weeks that led to it.
fn row(ui: &mut Ui, look: &UiContext<'_>, language: Language, figure: &Figure<'_>) {
    let ink = if figure.figure.is_some() {
        Ink::strong(Size::Title, look.palette.text)
    } else {
        Ink::regular(Size::Title, look.palette.text3)
    };
    let shown = text::free_line(ui, figure.shown(), ink.size, ink.weight, ink.color);
    let mut room = shown.size();
    if figure.weeks.is_some() {
        room.x = room.x.max(FIGURE) + SPARK.x;
    }
    let row = Row::new(&figure.name).caption(&figure.caption);
    row.show(ui, room, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let left_over = FIGURE - shown.size().x;
        ui.label(shown);
        if let Some(weeks) = figure.weeks {
            ui.add_space(left_over.max(0.0));
            let (_, rect) = ui.allocate_space(SPARK);
            spark(ui, look, rect, language, weeks.0);
        }
    });
}

/// The weekly medians of the latest weeks, from nothing to the largest.
fn spark(ui: &Ui, look: &UiContext<'_>, rect: Rect, language: Language, trend: &Trend) {
    let first = trend.weeks.len().saturating_sub(SPARK_WEEKS);
    let medians = trend.weeks.iter().skip(first);
    let medians: Vec<f64> = medians.map(|week| week.summary.median).collect();
    let most = medians.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let steps = medians.len().saturating_sub(1).max(1) as f32;
    let place = |(at, median): (usize, &f64)| {
        let share = Vec2::new(at as f32 / steps, 1.0 - (median / most) as f32);
        rect.min + rect.size() * share
    };
    let points: Vec<Pos2> = medians.iter().enumerate().map(place).collect();
    let palette = look.palette;
    ui.painter().hline(
        rect.x_range(),
        rect.bottom().round() + 0.5,
        Stroke::new(size::HAIRLINE, palette.line),
    );
    let end = points.last().copied();
    let stroke = Stroke::new(size::EMPHASIS, palette.language(language));
    ui.painter().add(Shape::line(points, stroke));
    if let Some(end) = end {
        plot::mark(ui, look, end, language);
    }
}

/// Why there were pauses, in the person's own judgement: the most frequent cause first.
pub fn causes(ui: &mut Ui, cx: &Cx<'_>, causes: &[Causes]) {
    card(ui, &tr!(cx.words, "progress-causes"), |ui| {
        if causes.is_empty() {
            form::sentence(ui, &tr!(cx.words, "progress-causes-none"), Size::Caption);
        }
        for causes in causes {
            ui.add_space(size::STEP_1);
            let name = names::language(cx.words, causes.language);
            words::label(ui, &name, Ink::strong(Size::Caption, cx.palette.text2));
            for row in &causes.rows {
                bar(ui, cx, causes.language, row);
            }
        }
    });
}

fn bar(ui: &mut Ui, look: &UiContext<'_>, language: Language, cause: &CauseRow) {
    let palette = look.palette;
    let wanted = Vec2::new(ui.available_width(), CAUSE_ROW);
    let (row, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let ink = palette.text;
    let name = text::line(ui, &cause.name, Size::Body, Weight::Regular, ink, CAUSE);
    let top = Vec2::new(0.0, -Size::Body.line() / 2.0);
    ui.painter().galley(row.left_center() + top, name, ink);
    let room = row.width() - CAUSE - 48.0;
    let bar = Rect::from_min_size(
        row.left_center() + Vec2::new(CAUSE + size::STEP_2, -4.0),
        Vec2::new((room * cause.share).max(4.0), 8.0),
    );
    let color = palette.language(language);
    ui.painter().rect_filled(bar, CornerRadius::same(2), color);
    let count = cause.count.to_string();
    let count = text::free_line(ui, &count, Size::Body, Weight::SemiBold, ink);
    let left = Vec2::new(-count.size().x, 0.0);
    ui.painter()
        .galley(row.right_center() + top + left, count, ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &cause.spoken));
}
