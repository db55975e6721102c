//! What practice draws of a round, of an answer said again and of announcements. All of it stands
//! where something else stands otherwise: nothing moves.

use egui::{Pos2, Role, Ui};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::task::Task;
use crate::flow::today::TodayCommand;
use crate::i18n::{dates, names};
use crate::model::drill::RoundKind;
use crate::model::language::{Language, LanguagePlan};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::task_view::TaskHeader;
use crate::ui::practice::{idle, session};
use crate::ui::theme::text::{Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, language_bar};

/// How often the time to an announced switch is said aloud, in seconds.
const SAID_EVERY_SECS: u32 = 10;
/// Width of the bar that stands for the languages.
const BAR: f32 = 32.0;

/// Draws what stands at the top left, up to `right`.
pub fn top_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    top: &TaskHeader,
    right: f32,
) {
    let from = Pos2::new(geometry.screen.left() + size::MARGIN, geometry.bar_y);
    let room = right - from.x - size::STEP_4;
    match *top {
        TaskHeader::Nothing | TaskHeader::Filter { .. } => {}
        TaskHeader::Round {
            number,
            of,
            kind,
            plan,
        } => {
            let palette = look.palette;
            let count = format!("{number} / {of}");
            let corner = Pos2::new(from.x, from.y - Size::Title.line() / 2.0);
            let ink = palette.text;
            let width = figures::paint(ui, corner, &count, Size::Title, Weight::SemiBold, ink);
            let mut x = from.x + width + size::STEP_4;
            language_bar::paint(ui, Pos2::new(x + BAR / 2.0, from.y), plan, BAR);
            x += BAR + size::STEP_3;
            let said = round_words(look, kind, plan.switch_to());
            // All of it or nothing: the words are known from the screen before.
            let ink = Ink::regular(Size::Caption, palette.text2);
            if x + words::width(ui, &said, ink) <= from.x + room {
                words::left(ui, Pos2::new(x, from.y), &said, ink);
            }
            let name = tr!(look.words, "drill-take-of", number = number, of = of);
            session::announce(ui, from, room, "round", Role::Status, &name);
        }
        TaskHeader::Telling {
            number,
            of,
            limit_secs,
            plan,
        } => {
            let time = dates::clock(f64::from(limit_secs));
            let said = tr!(
                look.words,
                "today-telling-of",
                number = number,
                of = of,
                time = time
            );
            let ink = Ink::strong(Size::Title, look.palette.text);
            barred(ui, look, from, room, (plan, &said, ink));
        }
        TaskHeader::Chosen(plan) => {
            let said = tr!(look.words, "today-chosen");
            let ink = Ink::regular(Size::Body, look.palette.text2);
            barred(ui, look, from, room, (plan, &said, ink));
        }
        TaskHeader::Session { .. } => session::top_ui(ui, look, (from, room), top),
        TaskHeader::Announced { to, left_secs } => {
            let w = look.words;
            let said_at = |secs: u32| {
                let time = dates::clock(f64::from(secs));
                match to {
                    Language::English => tr!(w, "drill-soon-english", time = time.as_str()),
                    Language::Korean => tr!(w, "drill-soon-korean", time = time.as_str()),
                }
            };
            let said = said_at(left_secs);
            let color = look.palette.language(to);
            // Digits of one width: the words after them stand still while they count.
            let corner = Pos2::new(from.x, from.y - Size::Title.line() / 2.0);
            figures::paint(ui, corner, &said, Size::Title, Weight::SemiBold, color);
            session::announce(ui, from, room, "announced", Role::Timer, &said);
            // Not each second: a screen reader interrupts itself for an alert.
            let said = said_at(left_secs.div_ceil(SAID_EVERY_SECS) * SAID_EVERY_SECS);
            session::announce(ui, from, room, "announced-soon", Role::Alert, &said);
        }
    }
}

/// The bar of the languages, and words after it.
fn barred(
    ui: &Ui,
    look: &UiContext<'_>,
    from: Pos2,
    room: f32,
    (plan, said, ink): (LanguagePlan, &str, Ink),
) {
    language_bar::paint(ui, Pos2::new(from.x + BAR / 2.0, from.y), plan, BAR);
    let left = from.x + BAR + size::STEP_3;
    let corner = Pos2::new(left, from.y - ink.size.line() / 2.0);
    figures::paint(ui, corner, said, ink.size, ink.weight, ink.color);
    let name = format!("{} · {said}", names::plan(look.words, plan));
    session::announce(ui, from, room, "today", Role::Status, &name);
}

/// What is practised, in a few words.
pub fn round_words(look: &UiContext<'_>, kind: RoundKind, to: Option<Language>) -> String {
    let w = look.words;
    match (kind, to) {
        (RoundKind::Rescue, _) => tr!(w, "drill-round-rescue"),
        (RoundKind::Answers, Some(Language::Korean)) => tr!(w, "drill-round-to-korean"),
        (RoundKind::Answers, _) => tr!(w, "drill-round-to-english"),
    }
}

/// Draws the ways on beside the disc: out of the task, or to another question.
pub fn beside_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    task: &Task,
    out: &mut Vec<Command>,
) {
    let (words, command, others) = match task {
        Task::Session { .. } => return session::beside_ui(ui, look, geometry, out),
        Task::CaptureStory => return idle::back_to_stories_ui(ui, look, geometry, out),
        Task::Retelling(_) => (
            tr!(look.words, "today-telling-end"),
            Command::Today(TodayCommand::EndTelling),
            false,
        ),
        Task::Scheduled(_) => (tr!(look.words, "today-back"), Command::Escape, false),
        Task::DrillRound(_) => (tr!(look.words, "drill-end"), Command::EndRound, true),
        Task::FollowUp(_) => (tr!(look.words, "chain-back"), Command::SkipRepeat, true),
        Task::Free { .. } | Task::Repeat(_) => {
            (tr!(look.words, "drill-skip"), Command::SkipRepeat, false)
        }
    };
    let button = Button::quiet(&words)
        .icon(icons::ARROW_LEFT)
        .does(Action::Close);
    if button.centered_at(ui, geometry.beside_disc(-1.0)).clicked() {
        out.push(command);
    }
    if others {
        let next = tr!(look.words, "practice-next");
        let button = Button::quiet(&next)
            .icon(icons::SHUFFLE)
            .does(Action::NextQuestion);
        if button.centered_at(ui, geometry.beside_disc(1.0)).clicked() {
            out.push(Command::NextQuestion);
        }
    }
}
