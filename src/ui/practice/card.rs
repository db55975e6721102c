//! The card with the question: the largest and blackest thing on the screen. It looks and lies the
//! same in all phases. Not here: what is on it (`card_view`).

use egui::{Align, CornerRadius, Frame, Layout, Margin, Role, Ui, UiBuilder, Vec2};

use crate::flow::Command;
use crate::model::language::Language;
use crate::ui::Cx;
use crate::ui::practice::card_view::{Card, FootLine, Head, QuestionCard, SoFar};
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::question_text::{LINES, laid_out, question_text};
use crate::ui::practice::{topics, ways};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{chip, form, icon, lines};

/// Draws what is on the card, from its head to its foot.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, card: &Card<'_>) {
    match card {
        Card::Question(question) => question_ui(ui, cx, geometry, question),
        Card::Topics(rows) => topics::show(ui, cx, geometry, rows),
        Card::Missing(title, hint) => {
            strip(ui, |_| ());
            missing_ui(ui, cx, geometry, title, hint.as_deref());
        }
    }
}

/// A line of the card, as high as a chip.
fn strip<R>(ui: &mut Ui, inside: impl FnOnce(&mut Ui) -> R) -> R {
    let room = Vec2::new(ui.available_width(), size::CHIP);
    let layout = Layout::left_to_right(Align::Center);
    let strip = ui.allocate_ui_with_layout(room, layout, |ui| {
        ui.set_min_size(room);
        inside(ui)
    });
    strip.inner
}

fn question_ui(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, question: &QuestionCard<'_>) {
    let whole = ui.max_rect();
    match &question.head {
        Head::Chips(..) if geometry.low => {}
        Head::Chips(names, so_far) => strip(ui, |ui| chips_ui(ui, cx, names, so_far)),
        Head::Who(who) => strip(ui, |ui| chip::show(ui, who)),
        Head::Again(words, to) => strip(ui, |ui| again_ui(ui, cx, words, *to)),
    }
    let room = Vec2::new(ui.available_width(), ui.available_height() - size::CHIP);
    ui.allocate_ui(room, |ui| {
        ui.set_min_size(room);
        question_text(ui, cx, geometry, &question.text);
    });
    strip(ui, |ui| foot_ui(ui, cx, question));
    if question.breaks_in {
        words::announce(ui, whole, "interruption", Role::Alert, &question.text);
    }
}

/// What it is asked for, and how it went so far.
fn chips_ui(ui: &mut Ui, cx: &mut Cx<'_>, names: &[String], so_far: &SoFar) {
    ui.spacing_mut().item_spacing.x = size::STEP_2;
    let quiet = Ink::regular(Size::Caption, cx.palette.text3);
    let width = match so_far {
        SoFar::Nothing => 0.0,
        SoFar::Answered(words) => words::width(ui, words, quiet),
        SoFar::Story(words, forget) => {
            let button = forget.as_ref().map_or(0.0, |_| size::CHIP);
            words::width(
                ui,
                words,
                Ink {
                    weight: Weight::SemiBold,
                    ..quiet
                },
            ) + button
        }
    };
    let right = ui.max_rect().right() - width;
    for (at, name) in names.iter().enumerate() {
        let needed = words::width(ui, name, quiet) + size::STEP_6 + size::STEP_4;
        // The last that fits gives way to a count rather than run into the words at the right.
        if ui.cursor().left() + needed > right {
            chip::show(ui, &format!("+{}", names.len() - at));
            break;
        }
        chip::show(ui, name);
    }
    form::at_right(ui, |ui| match so_far {
        SoFar::Nothing => {}
        SoFar::Answered(words) => _ = words::label(ui, words, quiet),
        SoFar::Story(words, forget) => {
            ui.spacing_mut().item_spacing.x = 0.0;
            if let Some(name) = forget
                && icon::inline_button(ui, size::CHIP, icons::CLOSE, name, true).clicked()
            {
                cx.push(Command::ForgetStory);
            }
            words::cut(ui, words, Ink::strong(Size::Caption, cx.palette.text));
        }
    });
}

/// What is to be said again, in the place of the chips.
fn again_ui(ui: &mut Ui, cx: &Cx<'_>, words: &str, to: Language) {
    let padding = ((size::BADGE - Size::Body.line()) / 2.0) as i8;
    Frame::new()
        .fill(cx.palette.language_tint(to))
        .corner_radius(CornerRadius::same(size::BADGE as u8 / 2))
        .inner_margin(Margin::symmetric(size::STEP_4 as i8, padding))
        .show(ui, |ui| {
            let color = cx.palette.language(to);
            words::label(ui, words, Ink::strong(Size::Body, color));
        });
}

/// The line below the question, and the buttons at its right.
fn foot_ui(ui: &mut Ui, cx: &mut Cx<'_>, question: &QuestionCard<'_>) {
    // The last button's own padding stands outside the margin, so that its cap ends on it.
    let room = ui.max_rect();
    let builder = UiBuilder::new()
        .max_rect(room.with_max_x(room.right() + size::STEP_2))
        .layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = size::STEP_1;
        for way in question.buttons.iter().rev() {
            ways::button(ui, cx, way, true);
        }
        ui.add_space(size::STEP_3);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if let Some(line) = &question.line {
                line_ui(ui, cx, line);
            }
        });
    });
}

fn line_ui(ui: &mut Ui, cx: &Cx<'_>, line: &FootLine) {
    ui.spacing_mut().item_spacing.x = size::STEP_2;
    let ink = if line.strong {
        Ink::strong(Size::Caption, cx.palette.text)
    } else {
        Ink::regular(Size::Caption, cx.palette.text3)
    };
    icon::plain(ui, icons::FOLLOW_UP, Size::Caption.icon(), ink.color);
    words::cut(ui, &line.words, ink);
}

fn missing_ui(ui: &mut Ui, cx: &Cx<'_>, geometry: &Geometry, title: &str, hint: Option<&str>) {
    let width = ui.available_width();
    ui.add_space(size::STEP_4);
    let galley = laid_out(ui, cx, title, geometry.question, width);
    words::whole(ui, galley, title);
    if let Some(hint) = hint {
        ui.add_space(size::STEP_1);
        let (size, weight) = (Size::Body, Weight::Regular);
        let broken = lines::of(ui, hint, size, weight, width, LINES);
        let room = (width + 1.0, LINES);
        let color = cx.palette.text2;
        let galley = text::paragraph(ui, &broken.text, size, weight, color, room);
        words::whole(ui, galley, hint);
    }
}
