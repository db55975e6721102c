//! The top of the screen: what was answered, when, and the question again.

use std::sync::Arc;

use egui::{Galley, Pos2, Rect, Ui, Vec2};

use crate::flow::Command;
use crate::flow::state::Screen;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::layout::Places;
use crate::ui::review::view::{ReviewView, Saved};
use crate::ui::review::{part_labels, recording_quality, story};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{icon, language_bar};

/// Width of the bar of languages.
const BAR: f32 = 48.0;
/// Distance of the icons at the right, and the side of their squares.
const ICON_PITCH: f32 = 36.0;
/// How much lower the chip of the story stands in the small window, clear of the question.
const SMALL_LOWER: f32 = 3.0;
/// Half of an icon: the outer ones end on the edge of the column.
const ICON_HALF: f32 = 10.0;

/// Draws header, question and the sentence about the take.
pub fn header_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    out: &mut Vec<Command>,
) {
    let y = places.header_y;
    let mut left = places.column.min;
    if let Some(from) = view.back {
        let center = Pos2::new(left + ICON_HALF, y);
        let name = match from {
            Screen::Progress => tr!(look.words, "progress-review-back"),
            Screen::Today => tr!(look.words, "today-back"),
            _ => tr!(look.words, "review-back"),
        };
        if icon_button(ui, center, icons::ARROW_LEFT, &name, true) {
            out.push(Command::CloseReview);
        }
        left += ICON_PITCH;
    }
    let right = icons_ui(ui, look, places, view, out);
    let right = recording_quality::badge_ui(ui, look, &view.attempt.take, (right, y));
    language_bar::paint(ui, Pos2::new(left + BAR / 2.0, y), view.attempt.plan, BAR);
    let at = left + BAR + size::STEP_3;
    let quiet = (Size::Caption, Weight::Regular);
    let room = right - size::STEP_2 - at;
    part_labels::say_line(ui, (at, y), &view.facts, quiet, look.palette.text2, room);

    let galley = question(ui, look, view.question, places.question);
    part_labels::say(ui, places.question.min, galley, view.question);
    let lower = if look.small { SMALL_LOWER } else { 0.0 };
    let y = places.notice_y + lower;
    let left = story::chip_ui(ui, look, view, (places.column.min, y), out);
    notice_ui(ui, look, places, (view, left));
}

/// Star and trash; returns their left edge.
fn icons_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    out: &mut Vec<Command>,
) -> f32 {
    let trash = Pos2::new(places.column.max - ICON_HALF, places.header_y);
    let name = tr!(look.words, "review-delete");
    if icon_button(ui, trash, icons::TRASH, &name, true) {
        out.push(Command::Delete(view.attempt.id.clone()));
    }
    let star = Pos2::new(trash.x - ICON_PITCH, trash.y);
    let (name, shape) = if view.attempt.starred {
        (tr!(look.words, "review-unstar"), icons::STAR.fill())
    } else {
        (tr!(look.words, "review-star"), icons::STAR)
    };
    if icon_button(ui, star, shape, &name, view.saved != Saved::ReadOnly) {
        out.push(Command::ToggleStar);
    }
    star.x - ICON_PITCH / 2.0
}

fn icon_button(ui: &mut Ui, center: Pos2, shape: icons::Icon, name: &str, enabled: bool) -> bool {
    let rect = Rect::from_center_size(center, Vec2::splat(ICON_PITCH));
    icon::button(ui, rect, shape, Size::Body.icon(), name, enabled).clicked()
}

/// The question: as many lines as its place has. Two short lines break where a sentence or a
/// clause ends, not where the column does. One that needs a third line becomes smaller at once,
/// rather than lose its end.
fn question(ui: &Ui, look: &UiContext<'_>, words: &str, place: Rect) -> Arc<Galley> {
    let rows = (place.height() / Size::Title.line()).round() as usize;
    let ink = look.palette.text;
    let weight = Weight::SemiBold;
    let fits = |words: &str| {
        text::free_line(ui, words, Size::Title, weight, ink)
            .size()
            .x
            <= place.width()
    };
    let wrapped = |words: &str, size: Size, rows: usize| {
        text::paragraph(ui, words, size, weight, ink, (place.width(), rows))
    };
    if rows < 2 || fits(words) {
        return text::line(ui, words, Size::Title, weight, ink, place.width());
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

fn notice_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    (view, left): (&ReviewView<'_>, f32),
) {
    let read_only = (places.panel.is_none() && view.saved == Saved::ReadOnly)
        .then(|| tr!(look.words, "review-read-only"));
    let under = view
        .under
        .map(|under| tr!(look.words, "chain-hangs", question = under));
    let notice = read_only.as_ref().or(view.notice.as_ref());
    let (notice, sign) = match (notice, &under) {
        (Some(notice), _) => (notice, icons::INFO),
        (None, Some(under)) => (under, icons::FOLLOW_UP),
        (None, None) => return,
    };
    let half = Size::Caption.icon() / 2.0;
    let y = places.notice_y;
    let color = look.palette.text2;
    icon::paint(ui, Pos2::new(left + half, y), sign, half * 2.0, color);
    let at = left + half * 2.0 + size::STEP_2;
    let quiet = (Size::Caption, Weight::Regular);
    part_labels::say_line(ui, (at, y), notice, quiet, color, places.column.max - at);
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
