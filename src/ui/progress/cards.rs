//! The cards below the trend: one's own baseline, each language by itself, causes of pauses.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use crate::i18n::{names, progress as say};
use crate::model::language::Language;
use crate::model::progress::{LanguageStats, Measure, Progress, Trend};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::progress::sheet::{Row, Sheet};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::words::Ink;

/// A figure that is not known.
const DASH: &str = "–";
/// Picture of a trend beside its figure.
const SPARK: Vec2 = Vec2::new(92.0, 32.0);
/// Weeks of that picture.
const SPARK_WEEKS: usize = 12;
/// Names of causes, and the height of their rows.
const CAUSE: f32 = 96.0;
const CAUSE_ROW: f32 = 28.0;

const BOTH: [Language; 2] = [Language::English, Language::Korean];

/// One's own baseline, and what a switch adds to it.
pub fn baseline(ui: &mut Ui, look: &UiContext<'_>, progress: &Progress, sheet: &mut Sheet) {
    let words = look.words;
    sheet.card(ui, look, &tr!(words, "progress-own"), |ui, sheet| {
        for language in BOTH {
            start(ui, look, language, progress.own(language), sheet);
        }
        for language in BOTH {
            cost(ui, look, language, progress.own(language), sheet);
        }
        sheet.y += size::STEP_2;
        let how = tr!(words, "progress-own-how");
        sheet.words(ui, &how, Ink::regular(Size::Caption, look.palette.text3));
    });
}

fn start(
    ui: &mut Ui,
    look: &UiContext<'_>,
    language: Language,
    own: &LanguageStats,
    sheet: &mut Sheet,
) {
    let words = look.words;
    let (figure, caption) = match own.start {
        Some(start) => (
            say::secs(words, start.median),
            tr!(
                words,
                "progress-range",
                least = say::secs(words, start.least),
                most = say::secs(words, start.most),
                count = start.count
            ),
        ),
        None => (
            DASH.to_owned(),
            tr!(words, "progress-from-five", have = own.starts),
        ),
    };
    let row = Row {
        name: &say::start(words, language),
        caption: &caption,
        figure: &figure,
        known: own.start.is_some(),
        picture: 0.0,
    };
    sheet.row(ui, look, &row);
}

fn cost(ui: &mut Ui, look: &UiContext<'_>, to: Language, own: &LanguageStats, sheet: &mut Sheet) {
    let words = look.words;
    let (figure, caption) = match own.cost {
        Some(cost) => (
            say::cost(words, cost),
            tr!(
                words,
                "progress-cost-parts",
                switch = say::secs(words, cost.switch_secs),
                start = say::secs(words, cost.start_secs)
            ),
        ),
        None => (DASH.to_owned(), tr!(words, "progress-cost-from-five")),
    };
    let row = Row {
        name: &say::cost_of(words, to),
        caption: &caption,
        figure: &figure,
        known: own.cost.is_some(),
        picture: 0.0,
    };
    sheet.row(ui, look, &row);
}

/// How fluent a language is, by itself.
pub fn language(
    ui: &mut Ui,
    look: &UiContext<'_>,
    language: Language,
    progress: &Progress,
    sheet: &mut Sheet,
) {
    let words = look.words;
    let caption = Ink::regular(Size::Caption, look.palette.text3);
    let title = names::language(words, language);
    sheet.card(ui, look, &title, |ui, sheet| {
        let Some(trends) = &progress.own(language).fluency else {
            sheet.words(ui, &tr!(words, "progress-fluency-none"), caption);
            return;
        };
        let where_from = say::setting(words, trends.setting);
        let which = if trends.phonation_ratio.usual.is_some() {
            format!("{where_from} · {}", tr!(words, "progress-usual"))
        } else {
            where_from
        };
        sheet.words(ui, &which, caption);
        for (measure, trend) in [
            (Measure::PhonationRatio, &trends.phonation_ratio),
            (Measure::PausesPerMin, &trends.pauses_per_min),
            (Measure::MeanRun, &trends.mean_run_secs),
        ] {
            measured(ui, look, (language, measure), trend, sheet);
        }
    });
}

fn measured(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (language, measure): (Language, Measure),
    trend: &Trend,
    sheet: &mut Sheet,
) {
    let words = look.words;
    let (figure, caption) = match trend.usual {
        Some(usual) => (
            say::figure(words, measure, usual.median),
            say::change(words, measure, &trend.verdict),
        ),
        None => (
            DASH.to_owned(),
            tr!(words, "progress-from-five", have = trend.takes.len()),
        ),
    };
    let pictured = trend.usual.is_some() && trend.weeks.len() > 1;
    let row = Row {
        name: &say::measure(words, measure),
        caption: &caption,
        figure: &figure,
        known: trend.usual.is_some(),
        picture: if pictured {
            SPARK.x + size::STEP_3
        } else {
            0.0
        },
    };
    let room = sheet.row(ui, look, &row);
    if pictured {
        let rect = Rect::from_center_size(room.center(), SPARK);
        spark(ui, look, rect, language, trend);
    }
}

/// The weekly medians of the latest weeks, from nothing to the largest.
fn spark(ui: &Ui, look: &UiContext<'_>, rect: Rect, language: Language, trend: &Trend) {
    let first = trend.weeks.len().saturating_sub(SPARK_WEEKS);
    let medians = trend.weeks.iter().skip(first);
    let medians: Vec<f64> = medians.map(|week| week.summary.median).collect();
    let most = medians.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let steps = medians.len().saturating_sub(1).max(1) as f32;
    let points: Vec<Pos2> = medians
        .iter()
        .enumerate()
        .map(|(at, median)| {
            let share = (median / most) as f32;
            Pos2::new(
                rect.left() + rect.width() * at as f32 / steps,
                egui::lerp(rect.bottom()..=rect.top(), share),
            )
        })
        .collect();
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
        super::plot::mark(ui, look, end, language);
    }
}

/// Why there were pauses, in the person's own judgement: the most frequent cause first.
pub fn causes(ui: &mut Ui, look: &UiContext<'_>, progress: &Progress, sheet: &mut Sheet) {
    let words = look.words;
    sheet.card(ui, look, &tr!(words, "progress-causes"), |ui, sheet| {
        let tagged = BOTH.map(|language| (language, progress.own(language).causes.as_slice()));
        if tagged.iter().all(|(_, causes)| causes.is_empty()) {
            let none = tr!(words, "progress-causes-none");
            sheet.words(ui, &none, Ink::regular(Size::Caption, look.palette.text3));
        }
        for (language, causes) in tagged {
            let most = causes.iter().map(|(_, count)| *count).max().unwrap_or(1);
            if causes.is_empty() {
                continue;
            }
            sheet.y += size::STEP_1;
            let name = names::language(words, language);
            sheet.words(ui, &name, Ink::strong(Size::Caption, look.palette.text2));
            for (cause, count) in causes {
                let name = say::cause(words, *cause);
                bar(ui, look, (language, &name), (*count, most), sheet);
            }
        }
    });
}

fn bar(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (language, name): (Language, &str),
    (count, most): (usize, usize),
    sheet: &mut Sheet,
) {
    let palette = look.palette;
    let row = Rect::from_min_size(
        Pos2::new(sheet.left, sheet.y),
        Vec2::new(sheet.width, CAUSE_ROW),
    );
    sheet.y += CAUSE_ROW;
    let middle = row.center().y;
    let galley = text::line(ui, name, Size::Body, Weight::Regular, palette.text, CAUSE);
    let at = Pos2::new(row.left(), middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    let share = count as f32 / most as f32;
    let room = row.width() - CAUSE - 48.0;
    let bar = Rect::from_min_size(
        Pos2::new(row.left() + CAUSE + size::STEP_2, middle - 4.0),
        Vec2::new((room * share).max(4.0), 8.0),
    );
    ui.painter()
        .rect_filled(bar, CornerRadius::same(2), palette.language(language));
    let figure = count.to_string();
    let galley = text::free_line(ui, &figure, Size::Body, Weight::SemiBold, palette.text);
    let at = Pos2::new(
        row.right() - galley.size().x,
        middle - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, palette.text);
    let words = tr!(
        look.words,
        "progress-cause-row",
        language = names::language(look.words, language),
        cause = name,
        count = count
    );
    let id = ui.scope_id().with(("progress-cause", language, name));
    ui.interact(row, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Row, true, &words));
}
