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
use crate::model::progress::{Trend, USUAL_FROM, Week};
use crate::tr;
use crate::ui::progress::plot_keys;
use crate::ui::progress::scale::Scale;
use crate::ui::progress::view::{Figures, take_words};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::card;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::{Cx, UiContext};

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

/// What the trend is drawn from.
struct Plot<'a> {
    look: UiContext<'a>,
    /// The language switched to.
    to: Language,
    scale: Scale,
    today: Date,
}

/// Draws the card.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, figures: &Figures<'_>) {
    let height = if cx.small { HEIGHT_SMALL } else { HEIGHT };
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), height));
    card::paint(ui, rect);
    let area = Rect::from_min_max(
        rect.min + Vec2::new(PADDING + 40.0, 72.0),
        rect.max - Vec2::new(PADDING + 6.0, 48.0),
    );
    let trend = figures.trend.map(|trend| trend.0);
    let today = cx.now.date.date();
    let plot = Plot {
        look: cx.look,
        to: figures.line.to,
        scale: Scale::new(trend, today, area),
        today,
    };
    plot.heading(ui, rect);
    plot.axes(ui, rect);
    let Some(trend) = trend else {
        let hint = tr!(cx.words, "progress-plot-none");
        let ink = Ink::regular(Size::Body, cx.palette.text2);
        let left = area.center().x - words::width(ui, &hint, ink) / 2.0;
        words::left(ui, Pos2::new(left, area.center().y), &hint, ink);
        return;
    };
    let name = tr!(cx.words, "progress-plot", count = trend.takes.len());
    let newest = trend
        .takes
        .iter()
        .skip(trend.takes.len().saturating_sub(DOTS));
    let newest: Vec<_> = newest.collect();
    let reached = plot_keys::take(ui, area, newest.len());
    if let Some(take) = newest.get(reached.at) {
        reached.tell(&name, &take_words(cx.words, take, today), newest.len());
        if reached.opened {
            cx.push(Command::OpenAttempt(take.id.clone()));
        }
        if reached.shown {
            let center = Pos2::new(plot.scale.x(take.at.datetime()), plot.scale.y(take.figure));
            plot.reach(ui, center);
        }
    }
    let many = trend.takes.len() >= USUAL_FROM;
    if many {
        plot.spread(ui, trend);
    }
    cx.out.extend(plot.dots(ui, trend));
    if many {
        plot.weeks(ui, trend);
    }
}

impl Plot<'_> {
    fn heading(&self, ui: &mut Ui, rect: Rect) {
        let look = &self.look;
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
                    let color = palette.language_tint(self.to);
                    ui.painter().rect_filled(tint, CornerRadius::same(2), color);
                    mark(ui, look, center, self.to);
                    x = start - 40.0;
                }
                Sign::Ring | Sign::Dot => {
                    dot(ui, look, center, self.to, matches!(sign, Sign::Dot));
                    x = start - 32.0;
                }
            }
        }
    }

    fn axes(&self, ui: &Ui, card: Rect) {
        let (look, scale) = (&self.look, &self.scale);
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
        let first = label(&dates::plain_day(look.words, scale.first, self.today));
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
    fn spread(&self, ui: &Ui, trend: &Trend) {
        let scale = &self.scale;
        let color = self.look.palette.language_tint(self.to);
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

    /// Draws single takes; returns what a press on one asks for.
    fn dots(&self, ui: &mut Ui, trend: &Trend) -> Option<Command> {
        let (look, scale) = (&self.look, &self.scale);
        let mut asked = None;
        let first = trend.takes.len().saturating_sub(DOTS);
        for take in trend.takes.iter().skip(first) {
            let center = Pos2::new(scale.x(take.at.datetime()), scale.y(take.figure));
            dot(ui, look, center, self.to, take.confirmed);
            if scale.is_above(take.figure) {
                // It is further up than the axis goes.
                let stroke = Stroke::new(size::HAIRLINE, look.palette.language(self.to));
                let tip = center - Vec2::new(0.0, DOT + 2.0);
                ui.painter()
                    .line_segment([tip - Vec2::new(0.0, 4.0), tip], stroke);
            }
            let rect = Rect::from_center_size(center, Vec2::splat(size::TARGET));
            let id = ui.scope_id().with(("progress-take", take.id.as_str()));
            let response = ui.interact(rect, id, Sense::CLICK);
            let words = take_words(look.words, take, self.today);
            response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
            if response.hovered() {
                self.reach(ui, center);
            }
            if response.clicked() {
                asked = Some(Command::OpenAttempt(take.id.clone()));
            }
            response
                .on_hover_cursor(CursorIcon::PointingHand)
                .on_hover_text(words);
        }
        asked
    }

    /// The ring of the dot under the pointer or the keyboard.
    fn reach(&self, ui: &Ui, center: Pos2) {
        let stroke = Stroke::new(1.5, self.look.palette.text);
        ui.painter().circle_stroke(center, REACH, stroke);
    }

    fn weeks(&self, ui: &mut Ui, trend: &Trend) {
        let (look, scale) = (&self.look, &self.scale);
        let place = |week: &Week| scale.week(week.monday, week.summary.median);
        let points: Vec<Pos2> = trend.weeks.iter().map(place).collect();
        let stroke = Stroke::new(size::EMPHASIS, look.palette.language(self.to));
        ui.painter().add(Shape::line(points, stroke));
        for week in &trend.weeks {
            let center = place(week);
            mark(ui, look, center, self.to);
            let words = tr!(
                look.words,
                "progress-week-of",
                day = dates::plain_day(look.words, week.monday, self.today),
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
}

#[derive(Clone, Copy)]
enum Sign {
    Dot,
    Ring,
    Week,
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
