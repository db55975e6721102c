//! The figures of a take, each with what it means. Tenths of a second and whole per cent: finer
//! differences are not to be heard. Not here: counting them (`model::fluency`, `model::switch`).

use egui::{
    Align, CornerRadius, Layout, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use crate::i18n::{Words, names};
use crate::model::fluency::{Fluency, Window, tenths};
use crate::model::star::{PartShare, StarShares};
use crate::model::switch::Around;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::heard::Known;
use crate::ui::review::list;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::figures;
use crate::ui::widgets::words::{self, Ink};

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
pub fn measures_ui(ui: &mut Ui, look: &UiContext<'_>, known: &Known) {
    let w = look.words;
    let Some(fluency) = &known.fluency else {
        list::say(ui, look, &tr!(w, "speech-no-voice"));
        return;
    };
    list::show(ui, "measures", |ui| {
        for pair in whole(w, fluency).chunks(2) {
            let column = (ui.available_width() - GAP) / 2.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for figure in pair {
                    figure_ui(ui, look, column, figure);
                }
            });
        }
        if known.turn.is_some() {
            head_ui(ui, look, &tr!(w, "speech-around"));
            match known.around {
                Some(around) if around.before.is_some() || around.after.is_some() => {
                    around_ui(ui, look, &around);
                }
                _ => line_ui(ui, look, &tr!(w, "speech-around-none")),
            }
        }
        if let Some(star) = &known.star {
            head_ui(ui, look, &tr!(w, "speech-star"));
            star_ui(ui, look, star);
        }
        head_ui(ui, look, &tr!(w, "speech-limits"));
        for said in list::limits(w) {
            line_ui(ui, look, &said);
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

fn figure_ui(ui: &mut Ui, look: &UiContext<'_>, width: f32, figure: &Figure) {
    let colors = look.palette;
    let (cell, response) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
    let layout = Layout::right_to_left(Align::Center);
    let inside = &mut ui.new_child(UiBuilder::new().max_rect(cell).layout(layout));
    figures::show(inside, &figure.value, Ink::strong(Size::Body, colors.text));
    inside.with_layout(Layout::left_to_right(Align::Center), |ui| {
        words::mute(ui, &figure.name, Ink::regular(Size::Caption, colors.text2));
    });
    let said = format!("{} {}", figure.name, figure.value);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(figure.what.clone());
    });
    response.on_hover_text(&figure.what);
}

fn head_ui(ui: &mut Ui, look: &UiContext<'_>, name: &str) {
    ui.add_space(size::STEP_3);
    words::label(ui, name, Ink::strong(Size::Caption, look.palette.text));
    ui.add_space(size::STEP_1);
}

fn line_ui(ui: &mut Ui, look: &UiContext<'_>, said: &str) {
    words::label(ui, said, Ink::regular(Size::Caption, look.palette.text2));
    ui.add_space(size::STEP_1);
}

/// Two columns in a row; each value stands at the right of its own.
fn columns_ui(ui: &mut Ui, values: [&str; 2], mut inside: impl FnMut(&mut Ui, &str)) -> Response {
    let wanted = Vec2::new(ui.available_width(), ROW);
    let (row, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let middle = row.left() + row.width() * 0.66;
    let layout = Layout::right_to_left(Align::Center);
    for (value, end) in values.into_iter().zip([middle, row.right()]) {
        let room = UiBuilder::new()
            .max_rect(row.with_max_x(end))
            .layout(layout);
        inside(&mut ui.new_child(room), value);
    }
    response
}

/// Two figures behind a name, all of them said by the row.
fn compared_ui(ui: &mut Ui, look: &UiContext<'_>, name: &str, values: [&str; 2]) -> Response {
    let colors = look.palette;
    let strong = Ink::strong(Size::Body, colors.text);
    let row = columns_ui(ui, values, |ui, value| {
        figures::show(ui, value, strong);
    });
    let layout = Layout::left_to_right(Align::Center);
    let room = UiBuilder::new().max_rect(row.rect).layout(layout);
    let quiet = Ink::regular(Size::Caption, colors.text2);
    words::mute(&mut ui.new_child(room), name, quiet);
    row
}

/// Before the cue and after the new language began, side by side.
fn around_ui(ui: &mut Ui, look: &UiContext<'_>, around: &Around) {
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
    let faint = Ink::regular(Size::Caption, look.palette.text3);
    let names = [
        format!("{before} {}", length(&around.before)),
        format!("{after} {}", length(&around.after)),
    ];
    let heads = names.each_ref().map(|name| name.trim_end());
    columns_ui(ui, heads, |ui, name| {
        words::label(ui, name, faint);
    });
    for (name, first, second) in rows {
        let said = format!("{name}: {before} {first}, {after} {second}");
        compared_ui(ui, look, &name, [&first, &second])
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    }
    let recovery = Figure {
        name: tr!(w, "speech-recovery"),
        value: around
            .recovery_secs
            .map_or_else(|| tr!(w, "speech-recovery-none"), |length| secs(w, length)),
        what: tr!(w, "speech-recovery-what"),
    };
    figure_ui(ui, look, ui.available_width(), &recovery);
}

/// Time and voice of each part against what the person aims at.
fn star_ui(ui: &mut Ui, look: &UiContext<'_>, star: &StarShares) {
    for part in &star.parts {
        part_ui(ui, look, part);
    }
    if let Some(length) = star.before_action_secs {
        let secs = tenths(length);
        line_ui(
            ui,
            look,
            &tr!(look.words, "speech-star-before-action", secs = secs),
        );
    }
}

fn part_ui(ui: &mut Ui, look: &UiContext<'_>, part: &PartShare) {
    let w = look.words;
    let colors = look.palette;
    let name = names::part(w, part.part);
    let wanted = Vec2::new(ui.available_width(), ROW + size::STEP_1);
    let (row, response) = ui.allocate_exact_size(wanted, Sense::hover());
    let layout = Layout::left_to_right(Align::Center);
    let inside = &mut ui.new_child(UiBuilder::new().max_rect(row).layout(layout));
    let quiet = Ink::regular(Size::Caption, colors.text2);
    let shown = words::mute(inside, &name, quiet).rect.width();
    inside.add_space((PART - shown).max(0.0));
    bars_ui(inside, look, part);
    inside.add_space(size::STEP_4);
    let time = percent(w, part.time_share);
    let voice = percent(w, part.phonation_share);
    let wanted = percent(w, part.target_share);
    let values = tr!(
        w,
        "speech-star-values",
        secs = tenths(part.secs),
        time = time.as_str(),
        voice = voice.as_str(),
        aim = wanted.as_str()
    );
    words::mute(inside, &values, quiet);
    let said = tr!(
        w,
        "speech-star-line",
        part = name,
        time = time,
        voice = voice,
        aim = wanted
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

/// Time over voice, and a line where the person aims.
fn bars_ui(ui: &mut Ui, look: &UiContext<'_>, part: &PartShare) {
    let colors = look.palette;
    let (_, track) = ui.allocate_space(Vec2::new(BARS, BAR * 2.0));
    let square = CornerRadius::ZERO;
    ui.painter()
        .rect_filled(track, square, colors.surface_variant);
    let bar = |share: f64, top: f32, color| {
        let long = (BARS * share as f32).max(0.0);
        let corner = track.left_top() + Vec2::new(0.0, top);
        let rect = Rect::from_min_size(corner, Vec2::new(long, BAR));
        ui.painter().rect_filled(rect, square, color);
    };
    bar(part.time_share, 0.0, colors.control);
    bar(part.phonation_share, BAR, colors.text);
    let aim = track.left() + BARS * part.target_share as f32;
    let stroke = Stroke::new(size::EMPHASIS, colors.text);
    ui.painter().vline(aim, track.y_range().expand(3.0), stroke);
}
