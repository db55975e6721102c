//! The role and the day of the interview. The day is handed over when the field is left, never while a syllable is composed.

use egui::{Color32, Id, Pos2, Rect, Ui, Vec2};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::flow::today::TodayCommand;
use crate::flow::{Command, State};
use crate::i18n::dates;
use crate::model::day;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::Column;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::Choice;
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::{icon, select};

/// Width of the choice of the role.
const ROLE: f32 = 240.0;
/// Width of the field of the day.
const DAY: f32 = 160.0;
/// Width of a button beside it.
const STEP: f32 = 32.0;

/// The day as it is being typed.
#[derive(Debug, Default)]
pub struct DateMemory {
    text: String,
    /// The day when it was last looked at.
    seen: Option<Date>,
    /// The day that was last handed over or looked at.
    handed: Option<Date>,
    /// Whether an input method holds a syllable.
    composing: bool,
    /// The field was left: what it holds in the next frame is the wish, because an input method may
    /// hand over the last syllable together with the key.
    apply_next: bool,
    /// What was typed is no day.
    fault: bool,
}

/// Places things beside each other as long as there is room, and below each other then.
struct Flow {
    left: f32,
    right: f32,
    at: Pos2,
}

impl Flow {
    fn place(&mut self, width: f32) -> Rect {
        if self.at.x > self.left && self.at.x + width > self.right {
            self.at = Pos2::new(self.left, self.at.y + size::BUTTON + size::STEP_2);
        }
        let width = width.min(self.right - self.at.x);
        let rect = Rect::from_min_size(self.at, Vec2::new(width, size::BUTTON));
        self.at.x += width + size::STEP_2;
        rect
    }
}

/// Draws both in one line, and below it why the role weighs as it does.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (state, today): (&State, Date),
    column: &mut Column,
    memory: &mut DateMemory,
    out: &mut Vec<Command>,
) {
    let mut flow = Flow {
        left: column.left,
        right: column.right(),
        at: Pos2::new(column.left, column.y),
    };
    role(ui, look, state, &mut flow, out);
    date(ui, look, (state, today), &mut flow, memory, out);
    column.y = flow.at.y + size::BUTTON + size::STEP_2;
    if memory.fault {
        let words = tr!(look.words, "today-date-fault");
        caption(ui, column, (&words, look.palette.text));
    }
    reason(ui, look, state, column, out);
    column.y += size::STEP_4;
}

fn role(ui: &mut Ui, look: &UiContext<'_>, state: &State, flow: &mut Flow, out: &mut Vec<Command>) {
    let w = look.words;
    let chosen = state.role();
    let each = state.roles.iter().map(|role| Choice {
        value: Some(role.id.clone()),
        label: role.name.get(w.language()).to_owned(),
        current: chosen.is_some_and(|chosen| chosen.id == role.id),
    });
    let choices: Vec<Choice<Option<String>>> = each.collect();
    let words = chosen.map_or_else(
        || tr!(w, "today-role-none"),
        |role| role.name.get(w.language()).to_owned(),
    );
    let rect = flow.place(ROLE);
    let name = tr!(w, "today-role");
    out.extend(
        select::show(ui, rect, &name, &words, &choices)
            .map(TodayCommand::SetRole)
            .map(Command::Today),
    );
}

fn date(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (state, today): (&State, Date),
    flow: &mut Flow,
    memory: &mut DateMemory,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let set = state.settings.interview_date;
    let id = Id::unique("today-date");
    let focused = ui.memory(|memory| memory.has_focus(id));
    let shown = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
    if memory.seen != set && !focused {
        memory.seen = set;
        memory.handed = set;
        memory.text = shown(set);
        memory.fault = false;
    }
    field::follow_composing(ui, &mut memory.composing);
    if memory.apply_next && !memory.composing {
        memory.apply_next = false;
        let typed = memory.text.trim();
        let wish = day::parse(typed, today);
        memory.fault = wish.is_none() && !typed.is_empty();
        if !memory.fault && wish != memory.handed {
            memory.handed = wish;
            out.push(Command::Today(TodayCommand::SetInterview(wish)));
        }
        if !memory.fault {
            memory.text = shown(wish);
        }
    }
    let rect = flow.place(DAY);
    let name = tr!(w, "today-date");
    let response = Field::new(&name)
        .hint(&tr!(w, "today-date-hint"))
        .icon(icons::CALENDAR_BLANK)
        .fault(memory.fault)
        .show(ui, rect, id, &mut memory.text);
    // Enter leaves the field too.
    if response.lost_focus() {
        memory.apply_next = true;
        ui.ctx().request_repaint();
    }
    let step = |days: i64| {
        let from = set.unwrap_or(today);
        let to = from.checked_add(days.days()).ok();
        to.map(|day| Command::Today(TodayCommand::SetInterview(Some(day))))
    };
    // There is no day before none.
    for (sign, name, days) in [
        (icons::MINUS, tr!(w, "today-date-earlier"), -1),
        (icons::PLUS, tr!(w, "today-date-later"), 1),
    ] {
        let rect = flow.place(STEP);
        if icon::button(ui, rect, sign, 16.0, &name, set.is_some() || days > 0).clicked() {
            out.extend(step(days));
        }
    }
    if set.is_some() {
        let clear = tr!(w, "today-date-clear");
        let rect = flow.place(STEP);
        if icon::button(ui, rect, icons::CLOSE, 16.0, &clear, true).clicked() {
            out.push(Command::Today(TodayCommand::SetInterview(None)));
        }
    }
    if let Some(day) = set {
        let words = dates::plain_day(w, day, today);
        let ink = look.palette.text3;
        let galley = text::free_line(ui, &words, Size::Caption, Weight::Regular, ink);
        // The weekday is worth knowing, where it has room beside the field.
        if flow.at.x + galley.size().x <= flow.right {
            let y = flow.at.y + (size::BUTTON - galley.size().y) / 2.0;
            text::label_at(ui, galley, Pos2::new(flow.at.x, y));
        }
    }
}

fn caption(ui: &mut Ui, column: &mut Column, (words, ink): (&str, Color32)) {
    let room = (column.width, 4);
    let galley = text::paragraph(ui, words, Size::Caption, Weight::Regular, ink, room);
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(column.left, column.y));
    column.y += height;
}

/// Why the role weighs as it does, whose guess that is, and the way to one's own.
fn reason(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let Some(role) = state.role() else {
        return;
    };
    let reason = role.reason.get(w.language());
    caption(ui, column, (reason, look.palette.text3));
    let words = tr!(w, "today-role-own");
    // The button's own padding stands outside the column.
    let at = Pos2::new(column.left - size::STEP_2, column.y);
    let known = state.library.root.is_some();
    if Button::quiet(&words)
        .small()
        .enabled(known)
        .at(ui, at)
        .clicked()
    {
        out.push(Command::Today(TodayCommand::MakeRoleOwn));
    }
    column.y += size::CHIP;
}
