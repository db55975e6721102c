//! The trend: single takes as dots, the weekly median as a line, the middle half as an area. A dot
//! opens its take.

use egui::epaint::Mesh;
use egui::{
    CornerRadius, CursorIcon, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo,
};
use jiff::civil::Date;

use crate::flow::Command;
use crate::i18n::{dates, progress as say};
use crate::model::language::Language;
use crate::model::progress::{DataPoint, SwitchSeries, Trend, USUAL_FROM};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::progress::scale::Scale;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::card;
use crate::ui::widgets::words::{self, Ink};

/// Height of the card, wide and small window.
const HEIGHT: f32 = 296.0;
const HEIGHT_SMALL: f32 = 240.0;
/// Margin of the card.
const PADDING: f32 = 24.0;
/// Diameter of a single take.
const DOT: f32 = 4.0;
/// What is shown as not confirmed by the person is a ring, a little larger so that it is seen.
const RING: f32 = 5.5;
/// Side of the mark of a week.
const MARK: f32 = 8.0;
/// How near the pointer must be to a take.
const REACH: f32 = 7.0;
/// Takes that are drawn at most; the latest stay.
const DOTS: usize = 400;

/// Draws the card with its left top corner at `at`; returns its lower end.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (at, width): (Pos2, f32),
    (line, trend): (SwitchSeries, Option<&Trend>),
    today: Date,
    out: &mut Vec<Command>,
) -> f32 {
    let height = if look.small { HEIGHT_SMALL } else { HEIGHT };
    let rect = Rect::from_min_size(at, Vec2::new(width, height));
    card::paint(ui, rect);
    heading(ui, look, rect, line);
    let area = Rect::from_min_max(
        rect.min + Vec2::new(PADDING + 40.0, 72.0),
        rect.max - Vec2::new(PADDING + 6.0, 48.0),
    );
    let scale = Scale::new(trend, today, area);
    axes(ui, look, &scale, rect, today);
    let Some(trend) = trend else {
        let hint = tr!(look.words, "progress-plot-none");
        let ink = Ink::regular(Size::Body, look.palette.text2);
        let left = area.center().x - words::width(ui, &hint, ink) / 2.0;
        words::left(ui, Pos2::new(left, area.center().y), &hint, ink);
        return rect.bottom();
    };
    let name = tr!(look.words, "progress-plot", count = trend.takes.len());
    words::announce(ui, area, "progress-plot", Role::Image, &name);
    let many = trend.takes.len() >= USUAL_FROM;
    if many {
        spread(ui, look, &scale, line.to, trend);
    }
    dots(ui, look, &scale, line.to, trend, today, out);
    if many {
        weeks(ui, look, &scale, line.to, trend, today);
    }
    rect.bottom()
}

fn heading(ui: &mut Ui, look: &UiContext<'_>, rect: Rect, line: SwitchSeries) {
    let palette = look.palette;
    let middle = rect.top() + 32.0;
    let title = tr!(look.words, "progress-latency");
    let ink = Ink::strong(Size::Body, palette.text);
    let left = rect.left() + PADDING;
    let end = left + words::left(ui, Pos2::new(left, middle), &title, ink);
    let ink = Ink::regular(Size::Caption, palette.text2);
    let mut x = rect.right() - PADDING;
    let legend: [(String, Sign); 3] = [
        (tr!(look.words, "progress-legend-week"), Sign::Week),
        (tr!(look.words, "progress-legend-sound"), Sign::Ring),
        (tr!(look.words, "progress-legend-you"), Sign::Dot),
    ];
    for (label, sign) in legend {
        let start = x - words::width(ui, &label, ink);
        // What has no room beside the title is told by the tooltips.
        if start - 24.0 < end + size::STEP_4 {
            break;
        }
        words::left(ui, Pos2::new(start, middle), &label, ink);
        let center = Pos2::new(start - 12.0, middle);
        match sign {
            Sign::Week => {
                let tint = Rect::from_center_size(center, Vec2::new(16.0, 14.0));
                let color = palette.language_tint(line.to);
                ui.painter().rect_filled(tint, CornerRadius::same(2), color);
                mark(ui, look, center, line.to);
                x = start - 40.0;
            }
            Sign::Ring | Sign::Dot => {
                dot(ui, look, center, line.to, matches!(sign, Sign::Dot));
                x = start - 32.0;
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Sign {
    Dot,
    Ring,
    Week,
}

fn axes(ui: &Ui, look: &UiContext<'_>, scale: &Scale, card: Rect, today: Date) {
    let palette = look.palette;
    let area = scale.area;
    let stroke = Stroke::new(size::HAIRLINE, palette.line);
    for figure in scale.lines() {
        let y = scale.y(figure).round() + 0.5;
        ui.painter()
            .hline(area.left() - 4.0..=card.right() - PADDING, y, stroke);
        let at_top = (figure - scale.top).abs() < 1e-9;
        let digits = usize::from(scale.step < 1.0);
        let number = format!("{figure:.digits$}");
        // The unit stands once, at the top.
        let label = if at_top {
            tr!(look.words, "progress-secs", secs = number)
        } else {
            number
        };
        let galley = text::free_line(ui, &label, Size::Caption, Weight::Regular, palette.text3);
        let at = Pos2::new(
            area.left() - 12.0 - galley.size().x,
            y - galley.size().y / 2.0,
        );
        ui.painter().galley(at, galley, palette.text3);
    }
    let y = area.bottom() + 22.0;
    let label =
        |words: &str| text::free_line(ui, words, Size::Caption, Weight::Regular, palette.text3);
    let first = label(&dates::plain_day(look.words, scale.first, today));
    let at = Pos2::new(area.left(), y - first.size().y / 2.0);
    ui.painter().galley(at, first, palette.text3);
    let last = label(&tr!(look.words, "progress-this-week"));
    let at = Pos2::new(
        card.right() - PADDING - last.size().x,
        y - last.size().y / 2.0,
    );
    ui.painter().galley(at, last, palette.text3);
}

/// The middle half of each week, as one area.
fn spread(ui: &Ui, look: &UiContext<'_>, scale: &Scale, to: Language, trend: &Trend) {
    let color = look.palette.language_tint(to);
    let mut mesh = Mesh::default();
    for (at, week) in (0_u32..).zip(&trend.weeks) {
        mesh.colored_vertex(scale.week(week.monday, week.summary.low), color);
        mesh.colored_vertex(scale.week(week.monday, week.summary.high), color);
        if let Some(before) = (at * 2).checked_sub(2) {
            mesh.add_triangle(before, before + 1, before + 2);
            mesh.add_triangle(before + 1, before + 2, before + 3);
        }
    }
    ui.painter().add(Shape::mesh(mesh));
}

fn dots(
    ui: &mut Ui,
    look: &UiContext<'_>,
    scale: &Scale,
    to: Language,
    trend: &Trend,
    today: Date,
    out: &mut Vec<Command>,
) {
    let first = trend.takes.len().saturating_sub(DOTS);
    for take in trend.takes.iter().skip(first) {
        let center = Pos2::new(scale.x(take.at), scale.y(take.figure));
        dot(ui, look, center, to, take.confirmed);
        if scale.is_above(take.figure) {
            // It is further up than the axis goes.
            let stroke = Stroke::new(size::HAIRLINE, look.palette.language(to));
            let tip = center - Vec2::new(0.0, DOT + 2.0);
            ui.painter()
                .line_segment([tip - Vec2::new(0.0, 4.0), tip], stroke);
        }
        let rect = Rect::from_center_size(center, Vec2::splat(REACH * 2.0));
        let id = ui.scope_id().with(("progress-take", take.id.as_str()));
        let response = ui.interact(rect, id, Sense::CLICK);
        let words = take_words(look, take, today);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
        if response.hovered() {
            let stroke = Stroke::new(1.5, look.palette.text);
            ui.painter().circle_stroke(center, REACH, stroke);
        }
        if response.clicked() {
            out.push(Command::OpenAttempt(take.id.clone()));
        }
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(words);
    }
}

fn take_words(look: &UiContext<'_>, take: &DataPoint, today: Date) -> String {
    let words = look.words;
    let day = dates::plain_day(words, take.at.date(), today);
    let by = if take.confirmed {
        tr!(words, "progress-by-you")
    } else {
        tr!(words, "progress-by-sound")
    };
    tr!(
        words,
        "progress-take",
        moment = format!("{day} {:02}:{:02}", take.at.hour(), take.at.minute()),
        secs = say::secs(words, take.figure),
        by = by
    )
}

fn dot(ui: &Ui, look: &UiContext<'_>, center: Pos2, to: Language, confirmed: bool) {
    let color = look.palette.language(to).gamma_multiply(0.7);
    if confirmed {
        ui.painter().circle_filled(center, DOT / 2.0 + 0.5, color);
    } else {
        let radius = RING / 2.0;
        ui.painter()
            .circle_stroke(center, radius - 0.6, Stroke::new(1.25, color));
    }
}

fn weeks(
    ui: &mut Ui,
    look: &UiContext<'_>,
    scale: &Scale,
    to: Language,
    trend: &Trend,
    today: Date,
) {
    let place = |week: &crate::model::progress::Week| scale.week(week.monday, week.summary.median);
    let points: Vec<Pos2> = trend.weeks.iter().map(place).collect();
    let stroke = Stroke::new(size::EMPHASIS, look.palette.language(to));
    ui.painter().add(Shape::line(points, stroke));
    for week in &trend.weeks {
        let center = place(week);
        mark(ui, look, center, to);
        let words = tr!(
            look.words,
            "progress-week-of",
            day = dates::plain_day(look.words, week.monday, today),
            secs = say::secs(look.words, week.summary.median),
            count = week.summary.count
        );
        let rect = Rect::from_center_size(center, Vec2::splat(MARK + 4.0));
        let id = ui.scope_id().with(("progress-week", week.monday));
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        response.on_hover_text(words);
    }
}

/// The mark of a week: Korean round, English square.
pub fn mark(ui: &Ui, look: &UiContext<'_>, center: Pos2, language: Language) {
    let radius = match language {
        Language::Korean => (MARK / 2.0) as u8,
        Language::English => 1,
    };
    let rect = Rect::from_center_size(center, Vec2::splat(MARK));
    ui.painter().rect(
        rect,
        CornerRadius::same(radius),
        look.palette.language(language),
        Stroke::new(1.5, look.palette.surface),
        StrokeKind::Outside,
    );
}
