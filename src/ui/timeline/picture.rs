//! The picture: every listed attempt as a mark over time, its height the mean of one's own scores.

use egui::{CursorIcon, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::flow::Command;
use crate::i18n::{dates, names};
use crate::model::language::{Language, LanguagePlan};
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::timeline::derived::{CloudMark, Derived, time_fraction};
use crate::ui::timeline::list;
use crate::ui::timeline::view::{question, score_words};
use crate::ui::widgets::{card, timeline_mark};

/// How near the pointer must be to a mark.
const REACH: f32 = 12.0;
/// Least distance of two words on the axis of time.
const LABEL_PITCH: f32 = 64.0;

/// Where things lie within the card.
#[derive(Clone, Copy, Debug)]
pub struct Plot {
    card: Rect,
    /// Marks with a score: five at the top, one at the bottom; the ends of time at the sides.
    pub area: Rect,
    /// Marks without a score lie on this line.
    base: f32,
    /// Middle of the words on the axis of time.
    labels: f32,
}

impl Plot {
    /// The plot of a card.
    pub fn new(card: Rect, small: bool) -> Self {
        let (top, bottom, base, labels) = if small {
            (58.0, 122.0, 138.0, 158.0)
        } else {
            (74.0, 186.0, 206.0, 226.0)
        };
        Self {
            card,
            area: Rect::from_min_max(
                card.min + Vec2::new(62.0, top),
                Pos2::new(card.right() - 44.0, card.top() + bottom),
            ),
            base: card.top() + base,
            labels: card.top() + labels,
        }
    }

    fn y(&self, score: f32) -> f32 {
        egui::remap_clamp(score, 1.0..=5.0, self.area.bottom()..=self.area.top())
    }

    fn place(&self, mark: &CloudMark) -> Pos2 {
        let x = self.area.left() + mark.x * self.area.width();
        Pos2::new(x, mark.score.map_or(self.base, |score| self.y(score)))
    }

    fn lines(&self) -> std::ops::RangeInclusive<f32> {
        self.area.left() - 12.0..=self.card.right() - 24.0
    }
}

/// The size of the plot in a card of this size.
pub fn area(card: Vec2, small: bool) -> Vec2 {
    Plot::new(Rect::from_min_size(Pos2::ZERO, card), small)
        .area
        .size()
}

/// Draws the card in this size. A click on a mark selects its answer.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, wanted: Vec2, derived: &Derived) {
    let (_, rect) = ui.allocate_space(wanted);
    card::paint(ui, rect);
    let plot = Plot::new(rect, cx.small);
    heading(ui, cx, rect, title);
    axes(ui, cx, &plot, derived);
    let sense = Rect::from_min_max(
        Pos2::new(*plot.lines().start(), plot.area.top() - REACH),
        Pos2::new(*plot.lines().end(), plot.base + REACH),
    );
    let response = ui.interact(sense, ui.scope_id().with("cloud"), Sense::CLICK);
    let name = tr!(cx.words, "timeline-picture", count = derived.marks.len());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    marks(ui, cx, &plot, derived);

    let near = response.hover_pos().and_then(|pointer| {
        derived
            .marks
            .iter()
            .rev()
            .map(|mark| (mark, plot.place(mark).distance(pointer)))
            .filter(|(_, distance)| *distance <= REACH)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(mark, _)| *mark)
    });
    let Some(mark) = near else {
        return;
    };
    let Some(entry) = cx.state.library.entries.get(mark.entry) else {
        return;
    };
    if response.clicked() {
        cx.push(Command::Select(entry.attempt.id.clone()));
    }
    let moment = dates::moment(cx.words, &entry.attempt.created, cx.now.date.date());
    let score = score_words(cx.words, mark.score);
    let question = question(cx.words, &entry.attempt);
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text_at_pointer(format!("{question}\n{moment} · {score}"));
}

fn heading(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, title: &str) {
    let words = cx.words;
    let palette = cx.palette;
    let middle = rect.top() + if cx.small { 28.0 } else { 32.0 };
    let galley = text::free_line(ui, title, Size::Body, Weight::SemiBold, palette.text);
    let at = Pos2::new(rect.left() + 24.0, middle - galley.size().y / 2.0);
    let end = text::label_at(ui, galley, at).rect.right();

    let start = legend(ui, cx, Pos2::new(rect.right() - 24.0, middle));
    let caption = tr!(words, "timeline-height");
    let galley = text::free_line(ui, &caption, Size::Caption, Weight::Regular, palette.text3);
    if end + 12.0 + galley.size().x < start - 16.0 {
        let at = Pos2::new(end + 12.0, middle - galley.size().y / 2.0);
        text::label_at(ui, galley, at);
    }
}

/// The legend, ending at a point; returns where it begins.
fn legend(ui: &mut Ui, cx: &Cx<'_>, end: Pos2) -> f32 {
    let words = cx.words;
    let palette = cx.palette;
    let mut x = end.x;
    for (plan, label) in [
        (LanguagePlan::KoreanToEnglish, tr!(words, "timeline-switch")),
        (
            LanguagePlan::English,
            names::language(words, Language::English),
        ),
        (
            LanguagePlan::Korean,
            names::language(words, Language::Korean),
        ),
    ] {
        let galley = text::free_line(ui, &label, Size::Caption, Weight::Regular, palette.text2);
        let left = x - galley.size().x;
        let at = Pos2::new(left, end.y - galley.size().y / 2.0);
        text::label_at(ui, galley, at);
        timeline_mark::paint(
            ui.painter(),
            palette,
            Pos2::new(left - 11.0, end.y),
            plan,
            true,
        );
        x = left - 32.0;
    }
    x + 16.0
}

fn axes(ui: &Ui, cx: &Cx<'_>, plot: &Plot, derived: &Derived) {
    let palette = cx.palette;
    let stroke = Stroke::new(size::HAIRLINE, palette.line);
    let number_right = plot.area.left() - 20.0;
    for score in 1_u8..=5 {
        let y = plot.y(f32::from(score)).round() + 0.5;
        ui.painter().hline(plot.lines(), y, stroke);
        axis_word(ui, cx, Pos2::new(number_right, y), &score.to_string());
    }
    if derived.marks.iter().any(|mark| mark.score.is_none()) {
        // The same dash as in the list.
        axis_word(ui, cx, Pos2::new(number_right, plot.base), "–");
    }

    let today_left = today_label(ui, cx, plot);
    let (first, today) = (derived.first_day, cx.now.date.date());
    let days = (today - first).get_days().max(1);
    let per_month = plot.area.width() * 30.4 / days as f32;
    for month in months(first, today, per_month) {
        let part = time_fraction(month.at(0, 0, 0, 0), first, today);
        let x = (plot.area.left() + part * plot.area.width()).round() + 0.5;
        let label = if month.month() == 1 && days > 330 {
            month.year().to_string()
        } else {
            dates::month(cx.words, month.month())
        };
        let galley = text::free_line(ui, &label, Size::Caption, Weight::Regular, palette.text3);
        ui.painter()
            .vline(x, plot.area.top() - 8.0..=plot.labels + 8.0, stroke);
        if x + galley.size().x + 14.0 < today_left {
            let at = Pos2::new(x + 6.0, plot.labels - galley.size().y / 2.0);
            ui.painter().galley(at, galley, palette.text3);
        }
    }
}

/// Days on which months begin, or every second, third, sixth month or year, so that their names
/// have room beside each other.
fn months(first: Date, last: Date, per_month: f32) -> impl Iterator<Item = Date> {
    let step = [1_i8, 2, 3, 6, 12]
        .into_iter()
        .find(|step| f32::from(*step) * per_month >= LABEL_PITCH);
    let years = (LABEL_PITCH / (per_month * 12.0)).ceil().max(1.0) as i16;
    let begin = if first.day() == 1 {
        first
    } else {
        first.first_of_month().saturating_add(1.month())
    };
    begin
        .series(1.month())
        .take_while(move |day| *day <= last)
        .filter(move |day| match step {
            Some(step) => (day.month() - 1) % step == 0,
            None => day.month() == 1 && day.year() % years == 0,
        })
}

fn axis_word(ui: &Ui, cx: &Cx<'_>, right_center: Pos2, word: &str) {
    let color = cx.palette.text3;
    let galley = text::free_line(ui, word, Size::Caption, Weight::Regular, color);
    let at = right_center - Vec2::new(galley.size().x, galley.size().y / 2.0);
    ui.painter().galley(at, galley, color);
}

fn today_label(ui: &Ui, cx: &Cx<'_>, plot: &Plot) -> f32 {
    let color = cx.palette.text;
    let word = tr!(cx.words, "date-today");
    let galley = text::free_line(ui, &word, Size::Caption, Weight::SemiBold, color);
    let at = Pos2::new(
        plot.card.right() - 24.0 - galley.size().x,
        plot.labels - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, color);
    at.x
}

fn marks(ui: &Ui, cx: &Cx<'_>, plot: &Plot, derived: &Derived) {
    let palette = cx.palette;
    let entries = &cx.state.library.entries;
    let chosen = cx
        .state
        .timeline
        .selected
        .as_ref()
        .and_then(|id| crate::model::timeline::position(entries, id));
    for mark in &derived.marks {
        if let Some(entry) = entries.get(mark.entry) {
            timeline_mark::paint(
                ui.painter(),
                palette,
                plot.place(mark),
                entry.attempt.plan,
                mark.score.is_some(),
            );
        }
    }
    // The chosen one may have been merged into another: it is placed by itself, and only if the
    // filter lists it.
    let Some((index, entry)) = chosen.and_then(|index| Some((index, entries.get(index)?))) else {
        return;
    };
    let listed = entries.get(index).is_some() && list::row_of(cx.state, index).is_some();
    if !listed {
        return;
    }
    let mark = CloudMark {
        entry: index,
        x: time_fraction(
            entry.attempt.created.datetime(),
            derived.first_day,
            cx.now.date.date(),
        ),
        score: entry.attempt.score(),
    };
    let at = plot.place(&mark);
    let ring = timeline_mark::RING_SIZE / 2.0;
    let foot = plot.base + 8.0;
    if at.y + ring < foot {
        ui.painter().vline(
            at.x.round() + 0.5,
            at.y + ring..=foot,
            Stroke::new(size::HAIRLINE, palette.text),
        );
    }
    timeline_mark::paint_ring(ui.painter(), palette, at);
    timeline_mark::paint(
        ui.painter(),
        palette,
        at,
        entry.attempt.plan,
        mark.score.is_some(),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_the_axis_have_room_whatever_the_time() {
        let last = jiff::civil::date(2026, 11, 21);
        for years in [0_i16, 1, 2, 5, 20, 60] {
            let first = jiff::civil::date(2026 - years, 8, 30);
            let days = (last - first).get_days() as f32;
            let per_day = 536.0 / days;
            let days: Vec<Date> = months(first, last, per_day * 30.4).collect();
            assert!(!days.is_empty(), "{years} years");
            for pair in days.windows(2) {
                let apart = (pair[1] - pair[0]).get_days() as f32 * per_day;
                assert!(apart > LABEL_PITCH * 0.9, "{years} years: {apart}");
            }
        }
    }
}
