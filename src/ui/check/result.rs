//! The verdict in the largest words, what is wrong and what to do, and the figures.

use egui::{Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::Words;
use crate::i18n::check::{self, decibels, khz, seconds};
use crate::model::recording_quality::Verdict;
use crate::model::sound_check::CheckEnd;
use crate::model::take::seconds_from_frames;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::check::stage::{WAVE, wave_ui};
use crate::ui::check::view::Done;
use crate::ui::check::{Column, PADDING};
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{figures, icon};

/// Height of a row of figures.
const ROW: f32 = 36.0;
/// Between two figures of a row.
const GUTTER: f32 = 32.0;
/// Distance that only silence has from zero, in dBFS.
const SILENT_DBFS: f32 = -120.0;

/// Draws the cards; returns their bottom.
pub fn result_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    done: &Done<'_>,
    mut column: Column,
    out: &mut Vec<Command>,
) -> f32 {
    column.card(ui, |ui, column| verdict_ui(ui, look, done, column, out));
    if !done.troubles.is_empty() {
        column.y += size::STEP_4;
        column.card(ui, |ui, column| troubles_ui(ui, look, done, column));
    }
    if let Some(facts) = done.facts.filter(|facts| facts.sample_rate_hz > 0) {
        column.y += size::STEP_4;
        column.card(ui, |ui, column| facts_ui(ui, look, facts, column));
    }
    column.y
}

fn verdict_words(w: Words<'_>, verdict: Verdict) -> (String, String, Icon) {
    match verdict {
        Verdict::Good => (
            tr!(w, "check-good"),
            tr!(w, "check-good-what"),
            icons::CHECK_CIRCLE.fill(),
        ),
        Verdict::Usable => (
            tr!(w, "check-usable"),
            tr!(w, "check-usable-what"),
            icons::WARNING,
        ),
        Verdict::Unusable => (
            tr!(w, "check-unusable"),
            tr!(w, "check-unusable-what"),
            icons::WARNING,
        ),
    }
}

fn verdict_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    done: &Done<'_>,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let palette = look.palette;
    let (verdict, what, sign) = verdict_words(look.words, done.verdict);
    column.y += size::STEP_4;
    let left = column.inner_left();
    let y = column.y + Size::Display.line() / 2.0;
    icon::paint(ui, Pos2::new(left + 14.0, y), sign, 28.0, palette.text);
    let galley = text::free_line(ui, &verdict, Size::Display, Weight::SemiBold, palette.text);
    let at = Pos2::new(left + 40.0, column.y);
    let rect = Rect::from_min_size(at, galley.size());
    ui.painter().galley(at, galley, palette.text);
    // A screen reader says it by itself.
    let id = ui.scope_id().with("check-verdict");
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Status, true, &verdict));
    column.y += Size::Display.line();
    let room = (column.inner_width(), 3);
    let sentence = text::paragraph(ui, &what, Size::Body, Weight::Regular, palette.text2, room);
    column.say(ui, sentence);
    if done.can_replay() {
        column.y += size::STEP_2;
        let wave = Rect::from_min_size(
            Pos2::new(left, column.y),
            Vec2::new(column.inner_width(), WAVE),
        );
        wave_ui(ui, look, wave, done.peaks);
        column.y += WAVE;
    }
    column.y += size::STEP_3;
    buttons_ui(ui, look, done, Pos2::new(left, column.y), out);
    column.y += size::BUTTON + PADDING;
}

fn buttons_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    done: &Done<'_>,
    mut at: Pos2,
    out: &mut Vec<Command>,
) {
    let again = tr!(look.words, "check-again");
    let again = if done.verdict == Verdict::Good {
        Button::secondary(&again)
    } else {
        Button::primary(&again)
    };
    let again = again.does(Action::CheckSpeak);
    let width = again.measure(ui).x;
    if again.at(ui, at).clicked() {
        out.push(Command::CheckSpeak);
    }
    at.x += width + size::STEP_2;
    if done.can_replay() {
        let words = if done.playing {
            tr!(look.words, "check-replaying")
        } else {
            tr!(look.words, "check-replay")
        };
        let replay = Button::secondary(&words)
            .icon(icons::PLAY)
            .does(Action::CheckReplay);
        if replay.at(ui, at).clicked() {
            out.push(Command::CheckReplay);
        }
    }
}

fn troubles_ui(ui: &mut Ui, look: &UiContext<'_>, done: &Done<'_>, column: &mut Column) {
    let palette = look.palette;
    let text_left = column.inner_left() + 32.0;
    let width = column.left + column.width - PADDING - text_left;
    for (index, trouble) in done.troubles.iter().enumerate() {
        if index > 0 {
            hairline(ui, look, column);
        }
        let said = check::text(look.words, trouble);
        column.y += size::STEP_3;
        let center = Pos2::new(column.inner_left() + 10.0, column.y + 12.0);
        icon::paint(ui, center, icons::WARNING, 20.0, palette.text);
        for (words, weight, color) in [
            (&said.what, Weight::SemiBold, palette.text),
            (&said.remedy, Weight::Regular, palette.text2),
        ] {
            let room = (width, usize::MAX);
            let galley = text::paragraph(ui, words, Size::Body, weight, color, room);
            let height = galley.size().y;
            text::label_at(ui, galley, Pos2::new(text_left, column.y));
            column.y += height;
        }
        column.y += size::STEP_3;
    }
}

fn hairline(ui: &Ui, look: &UiContext<'_>, column: &Column) {
    let x = column.inner_left()..=column.inner_left() + column.inner_width();
    let line = Stroke::new(size::HAIRLINE, look.palette.line);
    ui.painter().hline(x, column.y.round() + 0.5, line);
}

/// Name and value of each figure.
fn figures_of(w: Words<'_>, facts: &CheckEnd) -> [(String, String); 6] {
    let unknown = || tr!(w, "check-unknown");
    let none = || tr!(w, "check-none");
    let level = |dbfs: f32| {
        if dbfs > SILENT_DBFS {
            tr!(w, "check-dbfs", db = decibels(dbfs))
        } else {
            none()
        }
    };
    let levels = facts.heard.levels;
    let secs = |secs: f64| tr!(w, "check-secs", secs = seconds(secs));
    let lost = seconds_from_frames(facts.lost_frames, facts.sample_rate_hz);
    [
        (
            tr!(w, "check-fact-voice"),
            levels.map_or_else(unknown, |levels| level(levels.speech_dbfs)),
        ),
        (
            tr!(w, "check-fact-room"),
            levels.map_or_else(unknown, |levels| level(levels.noise_dbfs)),
        ),
        (
            tr!(w, "check-fact-clipping"),
            levels.map_or_else(unknown, |levels| match levels.clipped_frames {
                0 => none(),
                count => tr!(w, "check-samples", count = count),
            }),
        ),
        (
            tr!(w, "check-fact-rate"),
            tr!(w, "check-khz", khz = khz(facts.sample_rate_hz)),
        ),
        (
            tr!(w, "check-fact-first"),
            facts.first_sample_secs.map_or_else(unknown, secs),
        ),
        (
            tr!(w, "check-fact-lost"),
            if facts.lost_frames == 0 {
                none()
            } else {
                secs(lost)
            },
        ),
    ]
}

fn facts_ui(ui: &mut Ui, look: &UiContext<'_>, facts: &CheckEnd, column: &mut Column) {
    let palette = look.palette;
    column.y += size::STEP_3;
    let device = facts.device.as_ref().map_or("", |device| &device.name);
    let title = tr!(look.words, "check-facts");
    let words = format!("{title} · {device}");
    let room = column.inner_width();
    let galley = text::line(
        ui,
        &words,
        Size::Caption,
        Weight::SemiBold,
        palette.text2,
        room,
    );
    column.say(ui, galley);
    let width = (column.inner_width() - GUTTER) / 2.0;
    for (index, (name, value)) in figures_of(look.words, facts).into_iter().enumerate() {
        let second = index % 2 == 1;
        let left = column.inner_left() + if second { width + GUTTER } else { 0.0 };
        let rect = Rect::from_min_size(Pos2::new(left, column.y), Vec2::new(width, ROW));
        let y = rect.center().y - Size::Body.line() / 2.0;
        let label = text::free_line(ui, &name, Size::Body, Weight::Regular, palette.text3);
        ui.painter()
            .galley(Pos2::new(left, y), label, palette.text3);
        let end = Pos2::new(rect.right(), y);
        figures::paint_right(ui, end, &value, Size::Body, Weight::Regular, palette.text);
        let id = ui.scope_id().with(("check-fact", index));
        ui.interact(rect, id, Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {value}")));
        if second {
            column.y += ROW;
        }
    }
    column.y += size::STEP_2;
}
