//! The role and the day of the interview. The day is handed over when the field is left, and
//! when it was typed and has settled.

use egui::{Align, Id, Layout, Ui, Vec2};
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::flow::Command;
use crate::flow::today::TodayCommand;
use crate::model::day;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::today::view::Day;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::settling::Settling;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, icon, select};

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
    settling: Settling,
    /// The field was left: what it holds in the next frame is the wish, because an input method may
    /// hand over the last syllable together with the key.
    apply_next: bool,
    /// What was typed is no day.
    fault: bool,
}

/// Draws both in one line as long as there is room, and below it why the role weighs as it does.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, day: &Day<'_>, memory: &mut DateMemory) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = size::STEP_2;
        role(ui, cx, day);
        date(ui, cx, memory);
        // They stay together.
        let count = if day.date.is_some() { 3.0 } else { 2.0 };
        let room = Vec2::new((STEP + size::STEP_2) * count, size::BUTTON);
        ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
            steps(ui, cx);
        });
        if let Some(words) = &day.date {
            words::label(ui, words, Ink::regular(Size::Caption, cx.palette.text3));
        }
    });
    ui.add_space(size::STEP_2);
    if memory.fault {
        let ink = Ink::regular(Size::Caption, cx.palette.text);
        words::label(ui, &tr!(cx.words, "today-date-fault"), ink);
    }
    // Why the role weighs as it does, whose guess that is, and the way to one's own.
    if let Some(reason) = day.role.reason {
        form::sentence(ui, reason, Size::Caption);
        let words = tr!(cx.words, "today-role-own");
        let known = cx.state.library.root.is_some();
        if form::flush(ui, Button::quiet(&words).enabled(known)).clicked() {
            cx.push(Command::Today(TodayCommand::MakeRoleOwn));
        }
    }
    ui.add_space(size::STEP_4);
}

fn role(ui: &mut Ui, cx: &mut Cx<'_>, day: &Day<'_>) {
    let width = ROLE.min(ui.max_rect().width());
    let (_, rect) = ui.allocate_space(Vec2::new(width, size::BUTTON));
    let name = tr!(cx.words, "today-role");
    let picked = select::show(ui, rect, &name, &day.role.shown, &day.role.choices);
    let asked = picked.map(TodayCommand::SetRole).map(Command::Today);
    cx.out.extend(asked);
}

fn shown(date: Option<Date>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

fn date(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut DateMemory) {
    let id = Id::unique("today-date");
    let focused = ui.memory(|memory| memory.has_focus(id));
    let set = cx.state.settings.interview_date;
    if memory.seen != set && !focused {
        memory.seen = set;
        memory.handed = set;
        memory.text = shown(set);
        memory.fault = false;
    }
    field::follow_composing(ui, &mut memory.composing);
    memory.apply(cx);
    if focused {
        memory.hand_settled(ui, cx);
    }
    let response = Field::new(&tr!(cx.words, "today-date"))
        .hint(&tr!(cx.words, "today-date-hint"))
        .icon(icons::CALENDAR_BLANK)
        .fault(memory.fault)
        .wide(ui, DAY, id, &mut memory.text);
    if response.changed() {
        memory.settling.changed(ui);
    }
    // Enter leaves the field too.
    if response.lost_focus() {
        memory.apply_next = true;
        ui.ctx().request_repaint();
    }
}

impl DateMemory {
    /// Hands over a day that was typed and has settled, or that may not be drawn again. The field keeps
    /// the cursor and what was typed.
    fn hand_settled(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        let wish = day::parse(self.text.trim(), cx.now.date.date());
        if wish.is_none() || wish == self.handed {
            return;
        }
        if Settling::is_last_moment(ui) || self.settling.is_due(ui, self.composing) {
            self.settling.handed();
            self.handed = wish;
            cx.push(Command::Today(TodayCommand::SetInterview(wish)));
        }
    }

    /// Hands over what was typed, once the field is left.
    fn apply(&mut self, cx: &mut Cx<'_>) {
        if !self.apply_next || self.composing {
            return;
        }
        self.apply_next = false;
        let typed = self.text.trim();
        let wish = day::parse(typed, cx.now.date.date());
        self.fault = wish.is_none() && !typed.is_empty();
        if self.fault {
            return;
        }
        if wish != self.handed {
            self.handed = wish;
            cx.push(Command::Today(TodayCommand::SetInterview(wish)));
        }
        self.text = shown(wish);
    }
}

/// A day earlier, a day later, no day.
fn steps(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    let set = cx.state.settings.interview_date;
    let from = set.unwrap_or(cx.now.date.date());
    let moved = |days: i64| from.checked_add(days.days()).ok();
    let mut step = |sign, name: String, enabled, day: Option<Date>| {
        if icon_button(ui, sign, &name, enabled) {
            cx.push(Command::Today(TodayCommand::SetInterview(day)));
        }
    };
    // There is no day before none.
    let earlier = tr!(w, "today-date-earlier");
    step(icons::MINUS, earlier, set.is_some(), moved(-1));
    step(icons::PLUS, tr!(w, "today-date-later"), true, moved(1));
    if set.is_some() {
        step(icons::CLOSE, tr!(w, "today-date-clear"), true, None);
    }
}

fn icon_button(ui: &mut Ui, sign: Icon, name: &str, enabled: bool) -> bool {
    let (_, rect) = ui.allocate_space(Vec2::new(STEP, size::BUTTON));
    icon::button(ui, rect, sign, Size::Caption.icon(), name, enabled).clicked()
}
