//! The card with the question: the largest and blackest thing on the screen. It looks and lies the
//! same in all phases.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, Galley, Mesh, Pos2, Rect, Role, ScrollArea, Shape, Ui, UiBuilder, Vec2,
};

use crate::flow::Command;
use crate::i18n::names;
use crate::model::drill::RepeatScope;
use crate::model::language::Language;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::follow_up_view::Interruption;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::reading;
use crate::ui::practice::view::{Card, Missing, QuestionCard};
use crate::ui::practice::{follow_up, topics};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{card, chip, icon, lines};

/// Lines that a question fills at its usual size.
const LINES: usize = 3;
/// Lines that a long question may fill before it scrolls, in the wide layout.
const LINES_LONG: usize = 5;

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
                    let at = Pos2::new(inner(geometry).left(), head_top(geometry));
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

/// Top of the chips.
pub(super) fn head_top(geometry: &Geometry) -> f32 {
    geometry.card.top() + if geometry.small { 24.0 } else { 32.0 }
}

pub(super) fn inner(geometry: &Geometry) -> Rect {
    geometry.card.shrink2(Vec2::new(geometry.card_padding, 0.0))
}

fn head(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    question: &QuestionCard<'_>,
    out: &mut Vec<Command>,
) {
    let inner = inner(geometry);
    let top = head_top(geometry);
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
    let inner = inner(geometry);
    let middle = head_top(geometry) + size::CHIP / 2.0;
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
    let at = Pos2::new(inner(geometry).left(), head_top(geometry));
    chip::plain(ui, at, &tr!(look.words, "drill-interviewer"));
    question_text(ui, look, geometry, &said, true);
    words::announce(ui, geometry.card, "interruption", Role::Alert, &said);
}

/// The words laid out, broken by hand.
pub(super) fn laid_out(
    ui: &Ui,
    look: &UiContext<'_>,
    words: &str,
    size: Size,
    width: f32,
) -> Arc<Galley> {
    let broken = lines::of(ui, words, size, Weight::SemiBold, width, LINES);
    let mut job = LayoutJob::single_section(
        broken.text,
        text::format(size, Weight::SemiBold, look.palette.text),
    );
    // Only a word longer than a whole line is broken by this.
    job.wrap = TextWrapping {
        max_width: width + 1.0,
        break_anywhere: false,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}

fn question_text(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    words: &str,
    headed: bool,
) {
    let inner = inner(geometry);
    let mut galley = None;
    if !geometry.small {
        let wide = laid_out(ui, look, words, geometry.question, inner.width());
        galley = Some(wide).filter(|wide| wide.rows.len() <= LINES);
    }
    let galley = galley.unwrap_or_else(|| laid_out(ui, look, words, Size::Title, inner.width()));
    let height = galley.size().y;
    let [usual_top, bottom] = geometry.question_y;
    // Five lines reach up to the chips; they do not reach down to the footer.
    let least_top =
        bottom - Size::Title.line() * if geometry.small { LINES } else { LINES_LONG } as f32;
    let mut top = usual_top.min((bottom - height).max(least_top));
    if geometry.low {
        let head = if headed {
            size::CHIP + size::STEP_1
        } else {
            0.0
        };
        top = head_top(geometry) + head;
    }
    if top + height <= bottom + 0.5 {
        text::label_at(ui, galley, Pos2::new(inner.left(), top));
        return;
    }
    let room = Rect::from_min_max(
        Pos2::new(inner.left(), top),
        Pos2::new(inner.right() + size::STEP_3, bottom),
    );
    let mut child = ui.new_child(UiBuilder::new().id_salt("question").max_rect(room));
    let shown = ScrollArea::vertical()
        .id_salt(words)
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let (rect, _) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
            text::label_at(ui, galley, rect.min);
        });
    if shown.state.clamped_offset().y + shown.inner_rect.height() + 1.0 < shown.content_size.y {
        more_below(ui, room, look.palette.surface);
    }
}

/// Lets the last line sink into the card, as a sign that the text goes on.
fn more_below(ui: &Ui, room: Rect, surface: Color32) {
    let top = room.bottom() - Size::Title.line();
    let mut mesh = Mesh::default();
    for (y, color) in [(top, Color32::TRANSPARENT), (room.bottom(), surface)] {
        mesh.colored_vertex(Pos2::new(room.left(), y), color);
        mesh.colored_vertex(Pos2::new(room.right() - size::STEP_3, y), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}

fn foot(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    question: &QuestionCard<'_>,
    out: &mut Vec<Command>,
) {
    let inner = inner(geometry);
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
    let inner = inner(geometry);
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
