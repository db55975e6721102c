//! The card with the question: the largest and blackest thing on the screen. It looks and lies the
//! same in all phases.

use egui::{CornerRadius, Pos2, Rect, Role, Ui, Vec2};

use crate::flow::Command;
use crate::i18n::names;
use crate::model::drill::RepeatScope;
use crate::model::language::Language;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::follow_up_view::Interruption;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::question_text::{LINES, laid_out, question_text};
use crate::ui::practice::reading;
use crate::ui::practice::view::{Card, Missing, QuestionCard};
use crate::ui::practice::{follow_up, topics};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{card, chip, icon, lines};

/// Draws the card.
pub fn card_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    view: &Card<'_>,
    out: &mut Vec<Command>,
) {
    card::paint(ui, geometry.card);
    match view {
        Card::Question(question) => {
            // The interviewer speaks over the question; it is back where it was afterwards.
            if let Some(interruption) = question.interruption {
                interruption_ui(ui, look, geometry, interruption);
                return;
            }
            match (question.again, &question.follow_up) {
                (Some(again), _) => again_ui(ui, look, geometry, again),
                (None, Some(follow_up)) => {
                    let at = Pos2::new(geometry.card_inner().left(), geometry.head_top());
                    follow_up::head_ui(ui, look, at, follow_up);
                }
                (None, None) if geometry.low => {}
                (None, None) => head(ui, look, geometry, question, out),
            }
            let headed = question.again.is_some() || question.follow_up.is_some();
            match question.aloud.filter(|aloud| aloud.hidden) {
                Some(aloud) => {
                    question_text(ui, look, geometry, &reading::instead(look, aloud), headed);
                }
                None => question_text(ui, look, geometry, question.text, headed),
            }
            foot(ui, look, geometry, question, out);
        }
        Card::Topics(topics) => topics::topics_ui(ui, look, geometry, topics, out),
        Card::Missing(missing) => missing_text(ui, look, geometry, *missing),
    }
}

fn head(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    question: &QuestionCard<'_>,
    out: &mut Vec<Command>,
) {
    let inner = geometry.card_inner();
    let top = geometry.head_top();
    let mut right = inner.right();
    if let Some(story) = question.story {
        right = story_ui(ui, look, (right, top + size::CHIP / 2.0), story, out);
    } else if question.answered > 0 {
        let said = match question.last_score {
            Some(score) => tr!(
                look.words,
                "practice-answered-scored",
                count = question.answered,
                score = format!("{score:.1}")
            ),
            None => tr!(look.words, "practice-answered", count = question.answered),
        };
        let ink = Ink::regular(Size::Caption, look.palette.text3);
        right -= words::right(ui, Pos2::new(right, top + size::CHIP / 2.0), &said, ink);
    }
    let mut x = inner.left();
    for (index, principle) in question.principles.iter().enumerate() {
        let name = names::principle(look.words, *principle);
        let ink = Ink::regular(Size::Caption, look.palette.text2);
        let left_over = question.principles.len() - index;
        // The last that fits gives way to a count rather than run into the words at the right.
        if x + words::width(ui, &name, ink) + size::STEP_6 + size::STEP_4 > right {
            chip::plain(ui, Pos2::new(x, top), &format!("+{left_over}"));
            break;
        }
        x += chip::plain(ui, Pos2::new(x, top), &name) + size::STEP_2;
    }
}

/// The story that is to be told; returns where it begins.
fn story_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (right, y): (f32, f32),
    (title, open): (&str, bool),
    out: &mut Vec<Command>,
) -> f32 {
    let w = look.words;
    let said = tr!(w, "stories-for", title = names::short(title));
    let mut right = right;
    if open {
        let square = Rect::from_center_size(Pos2::new(right - 8.0, y), Vec2::splat(size::CHIP));
        let name = tr!(w, "stories-for-forget");
        let points = Size::Caption.icon();
        if icon::button(ui, square, icons::CLOSE, points, &name, true).clicked() {
            out.push(Command::ForgetStory);
        }
        right -= size::CHIP;
    }
    let ink = Ink::strong(Size::Caption, look.palette.text);
    right - words::right(ui, Pos2::new(right, y), &said, ink)
}

/// What is to be said again, in the place of the chips.
fn again_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    again: (RepeatScope, Language),
) {
    let w = look.words;
    let said = match again {
        (RepeatScope::Result, Language::English) => tr!(w, "drill-again-result-english"),
        (RepeatScope::Result, Language::Korean) => tr!(w, "drill-again-result-korean"),
        (RepeatScope::Whole, Language::English) => tr!(w, "drill-again-whole-english"),
        (RepeatScope::Whole, Language::Korean) => tr!(w, "drill-again-whole-korean"),
    };
    let palette = look.palette;
    let color = palette.language(again.1);
    let galley = text::free_line(ui, &said, Size::Body, Weight::SemiBold, color);
    let inner = geometry.card_inner();
    let middle = geometry.head_top() + size::CHIP / 2.0;
    let pill = Rect::from_min_size(
        Pos2::new(inner.left(), middle - size::BADGE / 2.0),
        Vec2::new(galley.size().x + size::STEP_8, size::BADGE),
    );
    let fill = palette.language_tint(again.1);
    ui.painter().rect_filled(pill, CornerRadius::same(16), fill);
    let at = pill.center() - galley.size() / 2.0;
    text::label_at(ui, galley, at);
}

/// What the interviewer says when they break in.
fn interruption_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    interruption: Interruption<'_>,
) {
    let said = match interruption {
        Interruption::Asked(question) => question.to_owned(),
        Interruption::Point(Language::English) => tr!(look.words, "drill-interruption-english"),
        Interruption::Point(Language::Korean) => tr!(look.words, "drill-interruption-korean"),
    };
    // Somebody else speaks: the place of the chips says who.
    let at = Pos2::new(geometry.card_inner().left(), geometry.head_top());
    chip::plain(ui, at, &tr!(look.words, "drill-interviewer"));
    question_text(ui, look, geometry, &said, true);
    words::announce(ui, geometry.card, "interruption", Role::Alert, &said);
}

fn foot(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    question: &QuestionCard<'_>,
    out: &mut Vec<Command>,
) {
    let inner = geometry.card_inner();
    let y = geometry.foot_y;
    let room = reading::foot_ui(ui, look, (inner.right(), y), question, out) - size::STEP_4;
    let left = Pos2::new(inner.left(), y);
    if follow_up::foot_ui(ui, look, (left, room), question) {
        return;
    }
    if let Some(count) = question.follow_ups.filter(|count| *count > 0) {
        icon::paint(
            ui,
            Pos2::new(inner.left() + 8.0, y),
            icons::FOLLOW_UP,
            Size::Caption.icon(),
            look.palette.text3,
        );
        let said = tr!(look.words, "practice-follow-ups", count = count);
        let ink = Ink::regular(Size::Caption, look.palette.text3);
        words::left(ui, Pos2::new(inner.left() + 24.0, y), &said, ink);
    }
}

fn missing_text(ui: &mut Ui, look: &UiContext<'_>, geometry: &Geometry, missing: Missing) {
    let w = look.words;
    let (title, hint) = match missing {
        Missing::Reading => (tr!(w, "practice-reading"), None),
        Missing::NoQuestions => (
            tr!(w, "practice-no-questions"),
            Some(tr!(w, "practice-no-questions-do")),
        ),
        Missing::NotDrawn => (
            tr!(w, "practice-not-drawn"),
            Some(tr!(w, "practice-not-drawn-do")),
        ),
    };
    let inner = geometry.card_inner();
    let (size, [top, _]) = (geometry.question, geometry.question_y);
    let title = laid_out(ui, look, &title, size, inner.width());
    let height = title.size().y;
    text::label_at(ui, title, Pos2::new(inner.left(), top));
    if let Some(hint) = hint {
        let broken = lines::of(ui, &hint, Size::Body, Weight::Regular, inner.width(), LINES);
        let room = (inner.width() + 1.0, LINES);
        let color = look.palette.text2;
        let galley = text::paragraph(ui, &broken.text, Size::Body, Weight::Regular, color, room);
        text::label_at(
            ui,
            galley,
            Pos2::new(inner.left(), top + height + size::STEP_1),
        );
    }
}
