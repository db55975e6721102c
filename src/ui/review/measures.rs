//! The figures of a take, each with what it means. Tenths of a second and whole per cent: finer
//! differences are not to be heard. Not here: counting them (`model::fluency`, `model::switch`).

use egui::scroll_area::ScrollBarVisibility;
use egui::{CornerRadius, Pos2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::i18n::{Words, names};
use crate::model::fluency::{Fluency, Window, tenths};
use crate::model::star::{PartShare, StarShares};
use crate::model::switch::Around;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::card;
use crate::ui::review::heard::Known;
use crate::ui::theme::size;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::widgets::{figures, scroll, words};

/// Height of a row.
const ROW: f32 = 26.0;
/// Between the two columns.
const GAP: f32 = 32.0;
/// Height of a bar.
const BAR: f32 = 6.0;
/// Width of the name of a part.
const PART: f32 = 76.0;
/// Width of the bars.
const BARS: f32 = 150.0;

/// A figure: name, value, meaning.
struct Figure {
    name: String,
    value: String,
    what: String,
}

/// Draws all figures.
pub fn measures_ui(ui: &mut Ui, look: &UiContext<'_>, inner: Rect, known: &Known) {
    let Some(fluency) = &known.fluency else {
        let none = tr!(look.words, "speech-no-voice");
        card::say_ui(ui, look, inner, &none);
        return;
    };
    let mut child = ui.new_child(UiBuilder::new().id_salt("measures").max_rect(inner));
    child.set_clip_rect(inner.intersect(ui.clip_rect()));
    scroll::quiet(&mut child);
    ScrollArea::vertical()
        .id_salt("measures")
        .auto_shrink(false)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show(&mut child, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = inner.width() - scroll::ROOM;
            pairs_ui(ui, look, width, &whole(look.words, fluency));
            if known.turn.is_some() {
                head_ui(ui, look, width, &tr!(look.words, "speech-around"));
                match known.around {
                    Some(around) if around.before.is_some() || around.after.is_some() => {
                        around_ui(ui, look, width, &around);
                    }
                    _ => {
                        let none = tr!(look.words, "speech-around-none");
                        line_ui(ui, look, width, &none);
                    }
                }
            }
            if let Some(star) = &known.star {
                head_ui(ui, look, width, &tr!(look.words, "speech-star"));
                star_ui(ui, look, width, star);
            }
            head_ui(ui, look, width, &tr!(look.words, "speech-limits"));
            for said in card::limits(look) {
                line_ui(ui, look, width, &said);
            }
        });
}

fn secs(w: Words<'_>, secs: f64) -> String {
    tr!(w, "speech-seconds", secs = tenths(secs))
}

fn percent(w: Words<'_>, share: f64) -> String {
    let percent = format!("{:.0}", share * 100.0);
    tr!(w, "speech-percent", percent = percent)
}

fn per_min(w: Words<'_>, count: f64) -> String {
    tr!(w, "speech-per-min", count = format!("{count:.0}"))
}

/// The figures of the whole, most telling first.
fn whole(w: Words<'_>, fluency: &Fluency) -> Vec<Figure> {
    let none = || tr!(w, "speech-none");
    let pause = |of: Option<f64>| of.map_or_else(none, |length| secs(w, length));
    let pauses = fluency.pause_secs;
    let figure = |name, value, what| Figure { name, value, what };
    vec![
        figure(
            tr!(w, "speech-phonation"),
            percent(w, fluency.phonation_ratio),
            tr!(w, "speech-phonation-what"),
        ),
        figure(
            tr!(w, "speech-median"),
            pause(pauses.map(|pauses| pauses.median)),
            tr!(w, "speech-median-what"),
        ),
        figure(
            tr!(w, "speech-run"),
            secs(w, fluency.mean_run_secs),
            tr!(w, "speech-run-what"),
        ),
        figure(
            tr!(w, "speech-p90"),
            pause(pauses.map(|pauses| pauses.p90)),
            tr!(w, "speech-p90-what"),
        ),
        figure(
            tr!(w, "speech-pauses-per-min"),
            per_min(w, fluency.pauses_per_min),
            tr!(w, "speech-pauses-per-min-what"),
        ),
        figure(
            tr!(w, "speech-longest"),
            pause(pauses.map(|pauses| pauses.longest)),
            tr!(w, "speech-longest-what"),
        ),
        figure(
            tr!(w, "speech-first-voice"),
            secs(w, fluency.first_voice_secs),
            tr!(w, "speech-first-voice-what"),
        ),
        figure(
            tr!(w, "speech-rate"),
            tr!(
                w,
                "speech-per-sec",
                count = format!("{:.1}", fluency.articulation_rate)
            ),
            tr!(w, "speech-rate-what"),
        ),
    ]
}

/// Two figures to a row.
fn pairs_ui(ui: &mut Ui, look: &UiContext<'_>, width: f32, all: &[Figure]) {
    let column = (width - GAP) / 2.0;
    for pair in all.chunks(2) {
        let (row, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
        let mut left = row.left();
        for figure in pair {
            let cell = Rect::from_min_size(Pos2::new(left, row.top()), Vec2::new(column, ROW));
            figure_ui(ui, look, cell, figure);
            left += column + GAP;
        }
    }
}

fn figure_ui(ui: &mut Ui, look: &UiContext<'_>, cell: Rect, figure: &Figure) {
    let colors = look.palette;
    let y = cell.center().y;
    let quiet = words::Ink::regular(Size::Caption, colors.text2);
    paint(ui, Pos2::new(cell.left(), y), &figure.name, quiet);
    value_ui(ui, Pos2::new(cell.right(), y), &figure.value, look);
    let id = ui.scope_id().with(("figure", &figure.name));
    let response = ui.interact(cell, id, Sense::hover());
    let said = format!("{} {}", figure.name, figure.value);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_description(figure.what.clone());
    });
    response.on_hover_text(&figure.what);
}

/// Words that are told by what is around them.
fn paint(ui: &Ui, left: Pos2, said: &str, ink: words::Ink) {
    let at = Pos2::new(left.x, left.y - ink.size.line() / 2.0);
    figures::paint(ui, at, said, ink.size, ink.weight, ink.color);
}

fn value_ui(ui: &Ui, right: Pos2, value: &str, look: &UiContext<'_>) {
    let top = Pos2::new(right.x, right.y - Size::Body.line() / 2.0);
    let ink = look.palette.text;
    figures::paint_right(ui, top, value, Size::Body, Weight::SemiBold, ink);
}

fn head_ui(ui: &mut Ui, look: &UiContext<'_>, width: f32, name: &str) {
    ui.add_space(size::STEP_3);
    let (row, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
    let ink = words::Ink::strong(Size::Caption, look.palette.text);
    words::left(ui, row.left_center(), name, ink);
}

fn line_ui(ui: &mut Ui, look: &UiContext<'_>, width: f32, said: &str) {
    ui.scope(|ui| {
        ui.set_max_width(width);
        let ink = look.palette.text2;
        crate::ui::theme::text::label(ui, said, Size::Caption, Weight::Regular, ink);
    });
    ui.add_space(size::STEP_1);
}

/// Before the cue and after the new language began, side by side.
fn around_ui(ui: &mut Ui, look: &UiContext<'_>, width: f32, around: &Around) {
    let w = look.words;
    let none = || tr!(w, "speech-none");
    let row = |name: String, of: &dyn Fn(&Window) -> Option<String>| {
        let value = |window: &Option<Window>| window.as_ref().and_then(of).unwrap_or_else(none);
        (name, value(&around.before), value(&around.after))
    };
    let rows = [
        row(tr!(w, "speech-phonation"), &|window| {
            Some(percent(w, window.phonation_ratio))
        }),
        row(tr!(w, "speech-run"), &|window| {
            window.mean_run_secs.map(|length| secs(w, length))
        }),
        row(tr!(w, "speech-pauses-per-min"), &|window| {
            window.pauses_per_min.map(|count| per_min(w, count))
        }),
        row(tr!(w, "speech-longest"), &|window| {
            Some(secs(w, window.longest_pause_secs))
        }),
    ];
    let length = |window: &Option<Window>| {
        window
            .as_ref()
            .map_or_else(String::new, |window| secs(w, window.secs))
    };
    let (before, after) = (tr!(w, "speech-before"), tr!(w, "speech-after"));
    let ends = [width * 0.66, width];
    let quiet = words::Ink::regular(Size::Caption, look.palette.text3);
    let (head, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
    let names = [
        format!("{before} {}", length(&around.before)),
        format!("{after} {}", length(&around.after)),
    ];
    for (end, name) in ends.into_iter().zip(names) {
        let at = Pos2::new(head.left() + end, head.center().y);
        words::right(ui, at, name.trim_end(), quiet);
    }
    for (name, first, second) in rows {
        let (row, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
        let quiet = words::Ink::regular(Size::Caption, look.palette.text2);
        paint(ui, row.left_center(), &name, quiet);
        for (end, value) in ends.into_iter().zip([&first, &second]) {
            let at = Pos2::new(row.left() + end, row.center().y);
            value_ui(ui, at, value, look);
        }
        let said = format!("{name}: {before} {first}, {after} {second}");
        let response = ui.interact(row, ui.scope_id().with(("around", &name)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    }
    let (row, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
    let recovery = Figure {
        name: tr!(w, "speech-recovery"),
        value: around
            .recovery_secs
            .map_or_else(|| tr!(w, "speech-recovery-none"), |length| secs(w, length)),
        what: tr!(w, "speech-recovery-what"),
    };
    figure_ui(ui, look, row, &recovery);
}

/// Time and voice of each part against what the person aims at.
fn star_ui(ui: &mut Ui, look: &UiContext<'_>, width: f32, star: &StarShares) {
    let w = look.words;
    for part in &star.parts {
        let (row, _) = ui.allocate_exact_size(Vec2::new(width, ROW + 4.0), Sense::hover());
        part_ui(ui, look, row, part);
    }
    if let Some(length) = star.before_action_secs {
        let said = tr!(w, "speech-star-before-action", secs = tenths(length));
        line_ui(ui, look, width, &said);
    }
}

fn part_ui(ui: &mut Ui, look: &UiContext<'_>, row: Rect, part: &PartShare) {
    let w = look.words;
    let colors = look.palette;
    let name = names::part(look.words, part.part);
    let y = row.center().y;
    let quiet = words::Ink::regular(Size::Caption, colors.text2);
    paint(ui, Pos2::new(row.left(), y), &name, quiet);
    let left = row.left() + PART;
    let bar = |share: f64, y: f32, color| {
        let long = (BARS * share as f32).max(0.0);
        let rect = Rect::from_min_size(Pos2::new(left, y), Vec2::new(long, BAR));
        ui.painter().rect_filled(rect, CornerRadius::ZERO, color);
    };
    let track = Rect::from_min_size(Pos2::new(left, y - BAR), Vec2::new(BARS, BAR * 2.0));
    ui.painter()
        .rect_filled(track, CornerRadius::ZERO, colors.surface_variant);
    bar(part.time_share, y - BAR, colors.control);
    bar(part.phonation_share, y, colors.text);
    let aim = left + BARS * part.target_share as f32;
    let reach = egui::Rangef::new(y - BAR - 3.0, y + BAR + 3.0);
    let stroke = egui::Stroke::new(size::EMPHASIS, colors.text);
    ui.painter().vline(aim, reach, stroke);
    let time = percent(w, part.time_share);
    let voice = percent(w, part.phonation_share);
    let wanted = percent(w, part.target_share);
    let words = tr!(
        w,
        "speech-star-values",
        secs = tenths(part.secs),
        time = time.as_str(),
        voice = voice.as_str(),
        aim = wanted.as_str()
    );
    let at = Pos2::new(left + BARS + size::STEP_4, y);
    paint(ui, at, &words, quiet);
    let said = tr!(
        w,
        "speech-star-line",
        part = name,
        time = time,
        voice = voice,
        aim = wanted
    );
    let id = ui.scope_id().with(("star-share", part.part.id()));
    let response = ui.interact(row, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}
