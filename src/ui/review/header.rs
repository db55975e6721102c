//! The top of the screen: what was answered, when, and the question again.

use std::sync::Arc;

use egui::{Align, Galley, Layout, Rect, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::review::comparison::CompareCommand;
use crate::flow::state::Screen;
use crate::tr;
use crate::ui::review::recording_quality::Badge;
use crate::ui::review::view::{ReviewView, Saved, Sound};
use crate::ui::review::{layout, story};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, form, icon, language_bar};
use crate::ui::{Cx, UiContext};

/// Width of the bar of languages.
const BAR: f32 = 48.0;
/// Side of the squares of icons.
const ICON: f32 = 36.0;
/// From the edge of such a square to its icon: the outer ones end on the edge of the column.
const ICON_EDGE: f32 = (ICON - Size::Body.icon()) / 2.0;

/// Draws header, question and the sentence about the take from the top of the column on.
pub fn header_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, offer: Option<&str>) {
    ui.spacing_mut().item_spacing = Vec2::new(size::STEP_2, 0.0);
    // Room for two large lines or for three of a question that had to become smaller.
    let (above, rows, height) = if cx.small {
        (size::STEP_1, 1, Size::Title.line())
    } else {
        (size::STEP_3, 2, Size::Body.line() * 3.0)
    };
    ui.add_space(above);
    let centered = Layout::left_to_right(Align::Center);
    let width = ui.available_width();
    // The squares of the outer icons reach beyond the column; what follows does not.
    let row = Rect::from_min_size(ui.cursor().min, Vec2::new(width, ICON));
    let row = row.expand2(Vec2::new(ICON_EDGE, 0.0));
    facts_ui(&mut layout::part(ui, "facts", row, centered), cx, view);
    ui.add_space(ICON);
    let question_room = Vec2::new(width, height);
    ui.allocate_ui(question_room, |ui| {
        ui.set_min_size(question_room);
        let galley = question(ui, cx, view.question, rows);
        ui.add_space((height - galley.size().y).clamp(0.0, size::STEP_2));
        let shown = words::whole(ui, galley, view.question);
        access::heading(&shown, view.question, 1);
    });
    ui.allocate_ui_with_layout(Vec2::new(width, size::CHIP), centered, |ui| {
        story::chip_ui(ui, cx, view);
        let Some(offer) = offer else {
            notice_ui(ui, cx, view);
            return;
        };
        form::at_right(ui, |ui| {
            offer_ui(ui, cx, offer);
            let rest = Layout::left_to_right(Align::Center);
            ui.with_layout(rest, |ui| notice_ui(ui, cx, view));
        });
    });
}

/// The way back, what the answer is, its quality, star and trash.
fn facts_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let w = cx.words;
    if let Some(from) = view.back {
        let name = match from {
            Screen::Progress => tr!(w, "progress-review-back"),
            Screen::Today => tr!(w, "today-back"),
            _ => tr!(w, "review-back"),
        };
        let named = (&*name, Action::Close);
        if icon::inline_button_for(ui, ICON, icons::ARROW_LEFT, named, true).clicked() {
            cx.push(Command::CloseReview);
        }
        ui.add_space(size::STEP_2);
    } else {
        ui.add_space(ICON_EDGE);
    }
    form::at_right(ui, |ui| {
        let name = tr!(w, "review-delete");
        if icon::inline_button(ui, ICON, icons::TRASH, &name, true).clicked() {
            cx.push(Command::Delete(view.attempt.id.clone()));
        }
        let (name, shape) = if view.attempt.starred {
            (tr!(w, "review-unstar"), icons::STAR.fill())
        } else {
            (tr!(w, "review-star"), icons::STAR)
        };
        let named = (&*name, Action::Star);
        let may = view.saved != Saved::ReadOnly;
        if icon::inline_button_for(ui, ICON, shape, named, may).clicked() {
            cx.push(Command::ToggleStar);
        }
        let ink = Ink::regular(Size::Caption, cx.palette.text2);
        let facts = BAR + size::STEP_3 + words::width(ui, &view.facts, ink) + size::STEP_2;
        // Nothing is said of how good a sound is that cannot be heard.
        if !matches!(view.sound, Sound::Broken(_)) {
            let badge = Badge::new(cx, &view.attempt.take);
            // The facts are said nowhere else; what the badge says stands behind it, too.
            let with_words = facts + badge.width(ui, cx) <= ui.available_width();
            badge.show(ui, cx, with_words);
            ui.add_space(size::STEP_2);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            language_bar::show(ui, view.attempt.plan, BAR);
            ui.add_space(size::STEP_3);
            words::cut(ui, &view.facts, ink);
        });
    });
}

/// The question: as many lines as its place has. Two short lines break where a sentence or a
/// clause ends, not where the column does. One that needs a third line becomes smaller at once,
/// rather than lose its end.
fn question(ui: &Ui, look: &UiContext<'_>, words: &str, rows: usize) -> Arc<Galley> {
    let width = ui.available_width();
    let ink = look.palette.text;
    let weight = Weight::SemiBold;
    let fits = |words: &str| {
        text::free_line(ui, words, Size::Title, weight, ink)
            .size()
            .x
            <= width
    };
    let wrapped = |words: &str, size: Size, rows: usize| {
        text::paragraph(ui, words, size, weight, ink, (width, rows))
    };
    if rows < 2 || fits(words) {
        return text::line(ui, words, Size::Title, weight, ink, width);
    }
    if let Some(broken) = broken_after(words, fits) {
        return wrapped(&broken, Size::Title, rows);
    }
    let large = wrapped(words, Size::Title, rows);
    if large.elided {
        wrapped(words, Size::Body, rows + 1)
    } else {
        large
    }
}

/// The words with a break after a sentence, else after a clause, so that both lines fit.
fn broken_after(words: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    let ends = [['.', '?', '!'].as_slice(), [',', ';', ':'].as_slice()];
    ends.into_iter().find_map(|ends| {
        words
            .match_indices(' ')
            .filter_map(|(at, _)| Some((words.get(..at)?, words.get(at + 1..)?)))
            .filter(|(first, _)| first.ends_with(ends))
            .find(|(first, second)| fits(first) && fits(second))
            .map(|(first, second)| format!("{first}\n{second}"))
    })
}

/// How it differs from the last answer to the same; a press compares the two. Its words, not their room,
/// end on the edge of the column.
fn offer_ui(ui: &mut Ui, cx: &mut Cx<'_>, offer: &str) {
    let button = Button::quiet(offer).icon(icons::PLAY).small();
    let button = button.does(Action::Compare);
    if form::flush(ui, button).clicked() {
        cx.push(Command::Compare(CompareCommand::Open));
    }
}

/// One calm sentence: about the take, or under which question the answer hangs.
fn notice_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ReviewView<'_>) {
    let read_only = cx.small && view.saved == Saved::ReadOnly;
    let read_only = read_only.then(|| tr!(cx.words, "review-read-only"));
    let under = view
        .under
        .map(|under| tr!(cx.words, "chain-hangs", question = under));
    let notice = read_only.as_ref().or(view.notice.as_ref());
    let (notice, sign) = match (notice, &under) {
        (Some(notice), _) => (notice, icons::INFO),
        (None, Some(under)) => (under, icons::FOLLOW_UP),
        (None, None) => return,
    };
    let ink = Ink::regular(Size::Caption, cx.palette.text2);
    icon::plain(ui, sign, Size::Caption.icon(), ink.color);
    words::cut(ui, notice, ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_breaks_after_a_sentence_before_it_breaks_after_a_comma() {
        let fits = |words: &str| words.len() <= 30;
        assert_eq!(
            broken_after("One, two, three? Then four and five.", fits).as_deref(),
            Some("One, two, three?\nThen four and five.")
        );
        assert_eq!(
            broken_after("Only one sentence here, with a comma", fits).as_deref(),
            Some("Only one sentence here,\nwith a comma")
        );
        assert_eq!(
            broken_after("No place to break this line at all", fits),
            None
        );
    }
}
