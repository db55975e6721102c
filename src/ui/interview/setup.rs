//! Before a session: one that waits, the format with its numbers, what comes, those of before.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::today::TodayCommand;
use crate::flow::{Command, Now, State};
use crate::i18n::{Words, faults, names, sessions};
use crate::model::fault::Fault;
use crate::model::language::LanguagePlan;
use crate::model::question::Subject;
use crate::model::role::Role as PresetRole;
use crate::model::session::shape::{
    Format, LONG_MINUTES, LOOP_INTERVIEWERS, MOST_INTERVIEWERS, Shape,
};
use crate::model::settings::SESSION_PLANS as PLANS;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::interview::view::{Setup, Start};
use crate::ui::interview::{past, paused};
use crate::ui::settings::parts::{Column, PADDING, Rows, group};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::chip::Choice;
use crate::ui::widgets::segments::{self, Segment};
use crate::ui::widgets::{focus, icon, select};

/// Interviewers offered for one's own session.
const INTERVIEWERS: [u8; MOST_INTERVIEWERS as usize] = [1, 2, 3, 4, 5];
/// Minutes offered for an interviewer of one's own session.
const MINUTES: [u8; 9] = [1, 5, 10, 15, 20, 25, 30, 45, 60];
/// Minutes offered for a break of one's own session.
const BREAKS: [u8; 6] = [0, 1, 5, 10, 20, 30];
/// Least height of a format.
const FORMAT: f32 = 64.0;
/// Room for the check beside a format.
const CHECK: f32 = 36.0;
/// Width of a list of choices.
const LIST: f32 = 220.0;
/// Room that a control leaves for its words.
const NAME_LEAST: f32 = 140.0;

/// Draws everything that is chosen.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (state, now): (&State, &Now),
    view: &Setup<'_>,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let blocked = match view.start {
        Start::Ready => None,
        Start::Opening => Some(tr!(w, "drill-blocked-opening")),
        Start::Blocked => Some(tr!(w, "interview-blocked")),
    };
    if let Some(blocked) = blocked {
        sentence(ui, look, column, &blocked);
    }
    if let Some(session) = view.waiting {
        paused::waiting_ui(ui, look, (session, now), column, out);
    }
    let shape = state.settings.session.shape;
    let name = tr!(w, "interview-which");
    group(ui, look, column, &name, |ui, rows| {
        for format in Format::ALL {
            if format_ui(ui, look, (format, format == shape.format), rows) {
                out.push(Command::SetSessionShape(Shape::of(format)));
            }
        }
    });
    let name = tr!(w, "interview-how");
    group(ui, look, column, &name, |ui, rows| {
        numbers(ui, look, state, rows, out);
        plan(ui, look, state.settings.session.plan, rows, out);
        role(ui, look, state, rows, out);
    });
    let name = tr!(w, "interview-comes");
    group(ui, look, column, &name, |ui, rows| {
        comes(ui, look, state, rows);
    });
    past::show(ui, look, (&view.past, now), column, out);
    for fault in view.faults {
        let told = faults::text(w, &Fault::File(fault.clone()));
        let detail = told.detail.unwrap_or_default();
        sentence(ui, look, column, &format!("{} {detail}", told.what));
    }
}

fn sentence(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column, words: &str) {
    let room = (column.width, 4);
    let ink = look.palette.text2;
    let galley = text::paragraph(ui, words, Size::Body, Weight::Regular, ink, room);
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(column.left, column.y));
    column.y += height + size::STEP_4;
}

/// A format with what it is like; returns whether it was picked.
fn format_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (format, chosen): (Format, bool),
    rows: &mut Rows<'_>,
) -> bool {
    let w = look.words;
    let palette = look.palette;
    rows.hairline(ui);
    let column = &mut *rows.column;
    let name = sessions::format(w, format);
    let what = sessions::what(w, format);
    let room = (column.inner_width() - CHECK, 3);
    let weight = if chosen {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let words = text::paragraph(
        ui,
        &what,
        Size::Caption,
        Weight::Regular,
        palette.text3,
        room,
    );
    let title = text::line(ui, &name, Size::Body, weight, palette.text, room.0);
    let height = (Size::Body.line() + words.size().y + size::STEP_4).max(FORMAT);
    let rect = Rect::from_min_size(
        Pos2::new(column.left, column.y),
        Vec2::new(column.width, height),
    );
    column.y += height;
    let response = ui.interact(
        rect,
        ui.scope_id().with(("format", format.id())),
        Sense::click(),
    );
    let inside = rect.shrink2(Vec2::new(size::STEP_1, 2.0));
    if response.hovered() && !chosen {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(inside, radius, palette.surface_variant);
    }
    let words_height = Size::Body.line() + words.size().y;
    let top = rect.center().y - words_height / 2.0;
    let left = rect.left() + PADDING;
    // The row says it to screen readers.
    ui.painter()
        .galley(Pos2::new(left, top), title, palette.text);
    let below = Pos2::new(left, top + Size::Body.line());
    ui.painter().galley(below, words, palette.text3);
    if chosen {
        let at = Pos2::new(rect.right() - PADDING - 10.0, rect.center().y);
        icon::paint(ui, at, icons::CHECK_CIRCLE.fill(), 20.0, palette.text);
    }
    focus::ring(ui, &response, inside, size::RADIUS_ROW);
    let said = format!("{name}. {what}");
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &said));
    response.clicked() && !chosen
}

/// One of several: segments where there is room, else a list.
fn pick<T: Copy + PartialEq>(
    ui: &mut Ui,
    rows: &mut Rows<'_>,
    name: &str,
    choices: &[(T, String, Option<LanguagePlan>)],
    current: T,
) -> Option<T> {
    let labels: Vec<Segment<'_>> = choices
        .iter()
        .map(|(_, label, plan)| Segment { label, plan: *plan })
        .collect();
    let chosen = choices.iter().position(|(value, ..)| *value == current);
    let room = segments::measure(ui, &labels);
    if room.x + NAME_LEAST <= rows.column.inner_width() && choices.len() <= 5 {
        let at = rows.row(ui, name, None, room);
        // A value that is not offered leaves all segments unchosen.
        let chosen = chosen.unwrap_or(usize::MAX);
        let picked = segments::at(ui, at, name, &labels, chosen, true)?;
        return choices.get(picked).map(|(value, ..)| *value);
    }
    let width = (rows.column.inner_width() * 0.6).min(LIST);
    let control = Vec2::new(width, size::BUTTON);
    let at = rows.row(ui, name, None, control);
    let listed: Vec<Choice<T>> = choices
        .iter()
        .map(|(value, label, _)| Choice {
            value: *value,
            label: label.clone(),
            current: *value == current,
        })
        .collect();
    let words = chosen.and_then(|at| choices.get(at));
    let words = words.map_or("", |(_, label, _)| label);
    select::show(ui, Rect::from_min_size(at, control), name, words, &listed)
}

/// The numbers that the format leaves open.
fn numbers(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let shape = state.settings.session.shape;
    let people: &[u8] = match shape.format {
        Format::LoopDay => &LOOP_INTERVIEWERS,
        Format::Custom => &INTERVIEWERS,
        _ => &[],
    };
    let minutes: &[u8] = match shape.format {
        Format::PhoneScreen | Format::LoopDay => &LONG_MINUTES,
        Format::Custom => &MINUTES,
        _ => &[],
    };
    if !people.is_empty() {
        let name = tr!(w, "interview-interviewers");
        let choices: Vec<_> = people.iter().map(|n| (*n, n.to_string(), None)).collect();
        let picked = pick(ui, rows, &name, &choices, shape.interviewers);
        out.extend(picked.map(|interviewers| {
            Command::SetSessionShape(Shape {
                interviewers,
                ..shape
            })
        }));
    }
    if !minutes.is_empty() {
        let name = tr!(w, "interview-each");
        let picked = pick(ui, rows, &name, &in_minutes(w, minutes), shape.minutes);
        out.extend(picked.map(|minutes| Command::SetSessionShape(Shape { minutes, ..shape })));
    }
    if shape.format == Format::Custom && shape.interviewers > 1 {
        let name = tr!(w, "interview-break");
        let picked = pick(
            ui,
            rows,
            &name,
            &in_minutes(w, &BREAKS),
            shape.break_minutes,
        );
        out.extend(picked.map(|break_minutes| {
            Command::SetSessionShape(Shape {
                break_minutes,
                ..shape
            })
        }));
    }
    if shape.format == Format::FirstRound {
        let name = tr!(w, "interview-topic");
        let topics = Subject::TOPICS.map(|of| (of, names::subject(w, of), None));
        let picked = pick(ui, rows, &name, &topics, state.settings.session.topic);
        out.extend(picked.map(Command::SetSessionTopic));
    }
}

fn in_minutes(w: Words<'_>, offered: &[u8]) -> Vec<(u8, String, Option<LanguagePlan>)> {
    let label = |minutes: u8| match minutes {
        0 => tr!(w, "interview-no-break"),
        minutes => sessions::minutes(w, u32::from(minutes)),
    };
    offered.iter().map(|of| (*of, label(*of), None)).collect()
}

fn plan(
    ui: &mut Ui,
    look: &UiContext<'_>,
    current: LanguagePlan,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = tr!(w, "interview-languages");
    let plans = PLANS.map(|plan| (plan, names::plan(w, plan), Some(plan)));
    let picked = pick(ui, rows, &name, &plans, current);
    out.extend(picked.map(Command::SetSessionPlan));
    if current.switch_to().is_some() {
        rows.sentence(ui, &tr!(w, "interview-request"), Size::Caption);
        rows.column.y += size::STEP_3;
    }
}

fn role(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    rows: &mut Rows<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = tr!(w, "interview-role");
    let chosen = state.role();
    let named = |role: &PresetRole| role.name.get(w.language()).to_owned();
    let (value, what) = match chosen {
        Some(role) => (named(role), tr!(w, "interview-role-what")),
        None => (
            tr!(w, "interview-role-none"),
            tr!(w, "interview-role-none-what"),
        ),
    };
    let each = state.roles.iter().map(|role| Choice {
        value: Some(role.id.clone()),
        label: named(role),
        current: chosen.is_some_and(|chosen| chosen.id == role.id),
    });
    let none = Choice {
        value: None,
        label: tr!(w, "interview-role-none"),
        current: chosen.is_none(),
    };
    let choices: Vec<Choice<Option<String>>> = std::iter::once(none).chain(each).collect();
    let width = (rows.column.inner_width() * 0.6).min(LIST);
    let control = Vec2::new(width, size::BUTTON);
    let at = rows.row(ui, &name, Some(&what), control);
    let place = Rect::from_min_size(at, control);
    out.extend(
        select::show(ui, place, &name, &value, &choices)
            .map(TodayCommand::SetRole)
            .map(Command::Today),
    );
}

/// Who comes one after another, and how long all of it takes.
fn comes(ui: &mut Ui, look: &UiContext<'_>, state: &State, rows: &mut Rows<'_>) {
    let w = look.words;
    let shape = state.settings.session.shape;
    let each = sessions::minutes(w, u32::from(shape.minutes));
    for number in 1..=shape.interviewers {
        let who = tr!(w, "interview-number", number = number);
        let what = match (shape.format, number) {
            (Format::RecruiterCall, _) => names::subject(w, Subject::Introduction),
            (Format::FirstRound, 1) => {
                let topic = names::subject(w, state.settings.session.topic);
                tr!(w, "interview-technical", topic = topic)
            }
            (Format::PhoneScreen, _) => tr!(w, "interview-either"),
            (Format::LoopDay, number) if number > 1 => tr!(w, "interview-maybe-scenario"),
            _ => tr!(w, "interview-principles"),
        };
        let ink = look.palette.text2;
        let galley = text::free_line(ui, &each, Size::Body, Weight::Regular, ink);
        let at = rows.row(ui, &who, Some(&what), galley.size());
        text::label_at(ui, galley, at);
    }
    if shape.break_minutes > 0 && shape.interviewers > 1 {
        let pause = sessions::minutes(w, u32::from(shape.break_minutes));
        let said = tr!(w, "interview-breaks", time = pause);
        rows.hairline(ui);
        rows.column.y += size::STEP_3;
        rows.sentence(ui, &said, Size::Caption);
        rows.column.y += size::STEP_2;
    }
    let all = sessions::minutes(w, shape.total_minutes());
    let name = tr!(w, "interview-total");
    let ink = look.palette.text;
    let galley = text::free_line(ui, &all, Size::Body, Weight::SemiBold, ink);
    let at = rows.row(ui, &name, None, galley.size());
    text::label_at(ui, galley, at);
}
