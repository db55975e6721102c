//! Before the answer: which languages, how long to think, and the ways on beside the disc.

use egui::{Align, Pos2, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::names;
use crate::model::drill::SwitchStyle;
use crate::model::language::{Language, LanguagePlan};
use crate::model::settings::{Settings, THINK_SECS};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::keycap;
use crate::ui::widgets::segments::{self, Cells, Segment};
use crate::ui::widgets::words::{self, Ink};

/// Steps through the styles.
const STYLE_KEY: &str = "O";

/// Draws plan, think time, and the sentence on what the plan means.
pub fn plan_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    (settings, think_secs): (&Settings, u32),
    out: &mut Vec<Command>,
) {
    let caption = Ink::regular(Size::Caption, look.palette.text3);
    let left = geometry.card.left();
    let plan_name = tr!(look.words, "practice-plan");
    words::left(
        ui,
        Pos2::new(left, geometry.plan_words_y),
        &plan_name,
        caption,
    );
    let labels = LanguagePlan::ALL.map(|plan| names::plan(look.words, plan));
    let plans: Vec<Segment<'_>> = LanguagePlan::ALL
        .into_iter()
        .zip(&labels)
        .map(|(plan, label)| Segment {
            label,
            plan: Some(plan),
        })
        .collect();
    let chosen = LanguagePlan::ALL
        .iter()
        .position(|plan| *plan == settings.plan)
        .unwrap_or_default();
    let cells = Cells {
        height: size::PLAN_SEGMENT,
        padding: if geometry.small { 24.0 } else { 32.0 },
        least: if geometry.small { 0.0 } else { 96.0 },
    };
    let at = Pos2::new(left, geometry.plan_top);
    let picked = segments::at_cells(ui, at, &plan_name, &plans, chosen, (true, cells))
        .and_then(|index| LanguagePlan::ALL.get(index));
    out.extend(picked.map(|plan| Command::SetPlan(*plan)));
    let sentence_y = geometry.plan_top + cells.height + if geometry.small { 31.0 } else { 33.0 };
    let mut sentence_left = left;
    if settings.plan.switch_to().is_some() {
        let style = settings.switch_style;
        if geometry.stacked {
            let at = Pos2::new(geometry.card.right(), geometry.plan_words_y);
            style_ui(ui, look, (at, Align::Max), style, out);
        } else {
            let at = Pos2::new(left, sentence_y);
            sentence_left += style_ui(ui, look, (at, Align::Min), style, out) + size::STEP_3;
        }
    }
    let sentence = sentence(look, settings);
    words::left(ui, Pos2::new(sentence_left, sentence_y), &sentence, caption);
    think_ui(ui, look, geometry, (think_secs, settings.ladder), out);
}

/// How the switch is asked for: quiet, with its key; returns its width. `at` is the middle of its
/// left or right end.
fn style_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (at, end): (Pos2, Align),
    style: SwitchStyle,
    out: &mut Vec<Command>,
) -> f32 {
    let w = look.words;
    let label = |style| names::switch_style(w, style);
    let choices = SwitchStyle::ALL.map(|each| Choice {
        value: each,
        label: label(each),
        current: each == style,
    });
    let name = tr!(w, "drill-style");
    let words = label(style);
    let key = keycap::size_of(ui, STYLE_KEY).x + size::STEP_2;
    let top = at.y - size::CHIP / 2.0;
    let left = match end {
        Align::Max => at.x - key - chip::menu_width(ui, &words),
        _ => at.x,
    };
    let (width, picked) = chip::menu(ui, Pos2::new(left, top), &name, &words, false, &choices);
    out.extend(picked.map(Command::SetSwitchStyle));
    let cap = Pos2::new(left + width + size::STEP_2, at.y);
    keycap::show_at(ui, cap, STYLE_KEY);
    width + key
}

fn sentence(look: &UiContext<'_>, settings: &Settings) -> String {
    use Language::{English, Korean};
    let w = look.words;
    let plan = settings.plan;
    match (plan.switch_to(), settings.switch_style) {
        (Some(English), SwitchStyle::Sudden) => tr!(w, "practice-plan-to-english"),
        (Some(Korean), SwitchStyle::Sudden) => tr!(w, "practice-plan-to-korean"),
        (Some(English), SwitchStyle::Announced) => tr!(w, "drill-announced-to-english"),
        (Some(Korean), SwitchStyle::Announced) => tr!(w, "drill-announced-to-korean"),
        (Some(English), SwitchStyle::ResultAgain) => tr!(w, "drill-result-to-english"),
        (Some(Korean), SwitchStyle::ResultAgain) => tr!(w, "drill-result-to-korean"),
        (Some(English), SwitchStyle::WholeAgain) => tr!(w, "drill-whole-to-english"),
        (Some(Korean), SwitchStyle::WholeAgain) => tr!(w, "drill-whole-to-korean"),
        (None, _) if plan.start() == Korean => tr!(w, "practice-plan-korean"),
        (None, _) => tr!(w, "practice-plan-english"),
    }
}

fn think_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    (think_secs, ladder): (u32, bool),
    out: &mut Vec<Command>,
) {
    let labels = THINK_SECS.map(|secs| match secs {
        0 => tr!(look.words, "practice-think-none"),
        secs => tr!(look.words, "practice-secs", secs = secs),
    });
    let times: Vec<Segment<'_>> = labels
        .iter()
        .map(|label| Segment { label, plan: None })
        .collect();
    let cells = Cells {
        height: size::PLAN_SEGMENT,
        padding: if geometry.small { 32.0 } else { 36.0 },
        least: 0.0,
    };
    let width = segments::measure_cells(ui, &times, cells).x;
    let at = if geometry.stacked {
        Pos2::new(geometry.card.left(), geometry.plan_top + 120.0)
    } else {
        Pos2::new(geometry.card.right() - width, geometry.plan_top)
    };
    // On the ladder the takes of the day decide.
    let name = if ladder {
        tr!(look.words, "drill-think-ladder")
    } else {
        tr!(look.words, "practice-think")
    };
    let words_y = at.y - (geometry.plan_top - geometry.plan_words_y);
    let caption = Ink::regular(Size::Caption, look.palette.text3);
    words::left(ui, Pos2::new(at.x, words_y), &name, caption);
    let chosen = THINK_SECS.iter().position(|secs| *secs == think_secs);
    // A time that is not on offer chooses none of the segments.
    let chosen = chosen.unwrap_or(usize::MAX);
    let picked = segments::at_cells(ui, at, &name, &times, chosen, (!ladder, cells))
        .and_then(|index| THINK_SECS.get(index));
    out.extend(picked.map(|secs| Command::SetThinkSecs(*secs)));
}

/// What stands beside the record button.
#[derive(Clone, Copy, Debug)]
pub struct Hints {
    /// Whether there are questions to draw.
    pub next: bool,
    /// Whether there is a question to go back to.
    pub previous: bool,
    /// Whether the STAR guide is shown; `None` where it has no place.
    pub star_hint: Option<bool>,
}

/// Draws the ways on beside the disc.
pub fn beside_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    hints: Hints,
    out: &mut Vec<Command>,
) {
    let next = tr!(look.words, "practice-next");
    let button = Button::quiet(&next)
        .icon(icons::SHUFFLE)
        .does(Action::NextQuestion)
        .enabled(hints.next);
    if button.centered_at(ui, geometry.beside_disc(-1.0)).clicked() {
        out.push(Command::NextQuestion);
    }
    if hints.previous {
        let previous = tr!(look.words, "practice-previous");
        let button = Button::quiet(&previous)
            .small()
            .does(Action::PreviousQuestion);
        let below = geometry.beside_disc(-1.0) + Vec2::new(0.0, size::STEP_10);
        if button.centered_at(ui, below).clicked() {
            out.push(Command::PreviousQuestion);
        }
    }
    let Some(star_hint) = hints.star_hint else {
        return;
    };
    let star = if star_hint {
        tr!(look.words, "practice-star-hide")
    } else {
        tr!(look.words, "practice-star-show")
    };
    let button = Button::quiet(&star).icon(icons::STAR);
    if button.centered_at(ui, geometry.beside_disc(1.0)).clicked() {
        out.push(Command::ToggleStarHint);
    }
}

/// Draws the way back beside the disc, while thinking or waiting for the microphone.
pub fn cancel_ui(ui: &mut Ui, look: &UiContext<'_>, geometry: &Geometry, out: &mut Vec<Command>) {
    let cancel = tr!(look.words, "practice-cancel");
    let button = Button::quiet(&cancel)
        .icon(icons::ARROW_LEFT)
        .does(Action::Close);
    if button.centered_at(ui, geometry.beside_disc(-1.0)).clicked() {
        out.push(Command::CancelRecording);
    }
}

/// The way back from telling a story for the first time.
pub fn back_to_stories_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    out: &mut Vec<Command>,
) {
    let words = tr!(look.words, "stories-capture-back");
    let button = Button::quiet(&words)
        .icon(icons::ARROW_LEFT)
        .does(Action::Close);
    if button.centered_at(ui, geometry.beside_disc(-1.0)).clicked() {
        out.push(Command::Escape);
    }
}
