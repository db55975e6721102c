//! What came of a session: the axis, what to do next, how the speech went, and every answer.

use egui::{Align, Layout, Role, Ui, WidgetInfo};

use crate::flow::Command;
use crate::tr;
use crate::ui::Cx;
use crate::ui::interview::axis;
use crate::ui::interview::debrief_view::{Debrief, PartRow, Row, Step};
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::row::Row as FormRow;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, form, language_bar};

/// Height of the row of an answer.
const ROW: f32 = 56.0;
/// Room at the right end for the rating.
const SCORE: f32 = 88.0;
/// How far a follow-up stands in, for each depth.
const INDENT: f32 = 16.0;
/// Deeper ones stand in no further.
const DEPTHS: u8 = 5;
/// Height of the row of an interviewer, and of the figures of a part.
const LOW_ROW: f32 = 40.0;
/// Width of the bar of a language.
const BAR: f32 = 16.0;

/// Draws everything.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, debrief: &Debrief<'_>) {
    let w = cx.words;
    form::group(ui, &debrief.headline, |ui| {
        ui.add_space(size::STEP_3);
        if debrief.rows.iter().all(|row| row.attempt.is_none()) {
            form::sentence(ui, &tr!(w, "interview-no-answers"), Size::Body);
        } else {
            axis::show(ui, cx, debrief);
        }
        ui.add_space(size::STEP_3);
    });
    if !debrief.next.is_empty() {
        form::group(ui, &tr!(w, "interview-next-steps"), |ui| {
            for step in &debrief.next {
                step_ui(ui, cx, step);
            }
        });
    }
    if !debrief.twice.is_empty() {
        form::group(ui, &tr!(w, "interview-twice"), |ui| {
            ui.add_space(size::STEP_4);
            for told in &debrief.twice {
                form::sentence(ui, told, Size::Body);
            }
            form::sentence(ui, &tr!(w, "interview-twice-what"), Size::Caption);
            ui.add_space(size::STEP_4);
        });
    }
    form::group(ui, &tr!(w, "interview-tired"), |ui| course(ui, cx, debrief));
    form::group(ui, &debrief.list, |ui| {
        for row in &debrief.rows {
            if let Some(heading) = &row.heading {
                interviewer_ui(ui, cx, heading);
            }
            row_ui(ui, cx, row);
        }
    });
    if let Some(session) = debrief.unfinished {
        let resume = tr!(w, "interview-resume");
        if ui.add(Button::secondary(&resume)).clicked() {
            cx.push(Command::ResumeSession(session.clone()));
        }
        ui.add_space(size::STEP_6);
    }
}

fn step_ui(ui: &mut Ui, cx: &mut Cx<'_>, step: &Step<'_>) {
    let said = format!("{}: {}", step.does, step.question);
    let button = Button::secondary(&step.does).said(&said);
    let row = FormRow::new(step.question).caption(&step.why);
    // The same button stands in several rows: each has its own name by its place.
    let id = ("next", step.attempt.as_str(), &step.does);
    let pressed = row.show(ui, button.measure(ui), |ui| {
        ui.push_id(id, |ui| ui.add(button).clicked()).inner
    });
    if pressed {
        cx.push(Command::OpenAttempt(step.attempt.clone()));
        cx.out.extend(step.then.clone());
    }
}

/// How the speech changed in the course of a session: a row of figures for each part of it, and
/// whether they became worse in a way that can be heard.
fn course(ui: &mut Ui, cx: &Cx<'_>, debrief: &Debrief<'_>) {
    let w = cx.words;
    ui.add_space(size::STEP_3);
    let heads = [
        String::new(),
        tr!(w, "interview-figure-start"),
        tr!(w, "interview-figure-longest"),
        tr!(w, "interview-figure-pauses"),
    ];
    ui.columns(heads.len(), |columns| {
        for (column, head) in columns.iter_mut().zip(&heads).skip(1) {
            let ink = Ink::regular(Size::Caption, cx.palette.text3);
            column.with_layout(Layout::top_down(Align::Max), |ui| {
                words::label(ui, head, ink)
            });
        }
    });
    ui.add_space(size::STEP_2);
    for part in &debrief.parts {
        part_ui(ui, cx, part, &heads);
    }
    ui.add_space(size::STEP_3);
    for change in &debrief.changes {
        form::sentence(ui, change, Size::Caption);
    }
    ui.add_space(size::STEP_4);
}

fn part_ui(ui: &mut Ui, cx: &Cx<'_>, part: &PartRow, heads: &[String]) {
    let ink = Ink::regular(Size::Body, cx.palette.text);
    form::plain(ui, LOW_ROW, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let each = ui.available_width() / (part.figures.len() + 1) as f32;
        // At great zoom the number alone must do.
        let short = part.short.as_ref();
        let short = short.filter(|_| words::width(ui, &part.name, ink) >= each);
        form::at_right(ui, |ui| {
            for (figure, head) in part.figures.iter().zip(heads.iter().skip(1)).rev() {
                form::cell(ui, each, |ui| {
                    let shown = figures::show(ui, figure, ink);
                    let said = format!("{head} {figure}");
                    shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
                });
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                words::label(ui, short.unwrap_or(&part.name), ink);
            });
        });
    });
}

/// Who asked what follows, and what about.
fn interviewer_ui(ui: &mut Ui, cx: &Cx<'_>, heading: &str) {
    let ink = Ink::strong(Size::Caption, cx.palette.text2);
    form::plain(ui, LOW_ROW, |ui| {
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
        words::label(ui, heading, ink);
    });
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, row: &Row<'_>) {
    let name = format!("{} · {}", row.said, row.more);
    let Some(attempt) = row.attempt else {
        let response = form::plain(ui, ROW, |ui| answer(ui, cx, row));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
        return;
    };
    let id = ("answer", row.number);
    let response = form::pressable(ui, id, ROW, None, |ui| answer(ui, cx, row));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.clicked() {
        cx.push(Command::OpenAttempt(attempt.clone()));
    }
}

/// What stands in the row of an answer.
fn answer(ui: &mut Ui, cx: &Cx<'_>, row: &Row<'_>) {
    let palette = cx.palette;
    ui.add_space(f32::from(row.depth.min(DEPTHS)) * INDENT);
    match row.plan {
        Some(plan) => language_bar::show(ui, plan, BAR),
        None => ui.add_space(BAR + size::STEP_2),
    }
    ui.add_space(size::STEP_1);
    form::at_right(ui, |ui| {
        form::cell(ui, SCORE, |ui| {
            let (said, ink) = match &row.score {
                Some(score) => (score, Ink::strong(Size::Body, palette.text)),
                None => (&row.state, Ink::regular(Size::Caption, palette.text3)),
            };
            figures::show(ui, said, ink);
        });
        let question = Ink::regular(Size::Body, palette.text);
        if row.more.is_empty() {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                words::mute(ui, row.question, question);
            });
            return;
        }
        form::lines(ui, |ui| {
            words::mute(ui, row.question, question);
            let ink = Ink::regular(Size::Caption, palette.text3);
            words::mute(ui, &row.more, ink);
        });
    });
}
