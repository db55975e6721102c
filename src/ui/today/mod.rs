//! The today screen: how far the interview is, what to do today and why, and one story told three
//! times. Not here: the answers themselves, which are given on the practice screen.

mod day;
mod head;
mod list;
mod outcome;
mod tell;
pub mod view;

use egui::{Pos2, Rect, Ui};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::state::Screen;
use crate::flow::today::TodayCommand;
use crate::i18n::faults;
use crate::model::fault::{Fault, FileFault};
use crate::tr;
use crate::ui::settings::parts::{Column, group};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{icon, scroll};
use crate::ui::{Cx, UiContext};

use view::{Start, TodayView};

/// Middle of the line of the title, below the top of the screen.
const TITLE_Y: f32 = 36.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct TodayMemory {
    /// The day as it is being typed.
    date: day::DateMemory,
    /// Height of the page in the last frame.
    height: f32,
    /// The chosen row in the last frame; another one is scrolled into view.
    selected: usize,
}

/// Draws the screen into the room right of the rail.
pub fn today_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut TodayMemory) {
    let (look, state, now, out) = (&cx.look, cx.state, cx.now, &mut *cx.out);
    let view = TodayView::new(state);
    let room = ui.max_rect();
    let width = size::COLUMN.min(room.width() - size::MARGIN * 2.0);
    let left = (room.center().x - width / 2.0).round();
    top(ui, look, (room, left, width), &view, out);
    let page = room.with_min_y(room.top() + size::TOP_BAR);
    // What came of tellings begins at its top, however far the list was scrolled.
    let name = match view {
        TodayView::Outcome(_) => "tellings",
        _ => "today",
    };
    scroll::page(ui, name, page, &mut memory.height, |ui, top| {
        let mut column = Column {
            left,
            width,
            y: top + size::STEP_2,
        };
        match &view {
            TodayView::Opening => {
                sentence(ui, look, &mut column, &tr!(look.words, "today-opening"));
            }
            TodayView::Fault(fault) => fault_ui(ui, look, &mut column, fault, out),
            TodayView::Day(day) => {
                head::show(ui, look, day, &mut column);
                let today = now.date.date();
                day::show(ui, look, (state, today), &mut column, &mut memory.date, out);
                let moved = std::mem::replace(&mut memory.selected, day.selected) != day.selected;
                list::show(ui, look, (day, moved), &mut column, out);
                tell::show(ui, look, (&day.story, state.today.equal), &mut column, out);
            }
            TodayView::Outcome(outcome) => outcome::show(ui, look, outcome, &mut column, out),
        }
        column.y
    });
}

/// The title at the left, the way on at the right: the one filled button.
fn top(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (room, left, width): (Rect, f32, f32),
    view: &TodayView<'_>,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let y = room.top() + TITLE_Y;
    let mut x = left;
    let title = if matches!(view, TodayView::Outcome(_)) {
        let back = tr!(w, "today-back");
        let square = icon::square(Pos2::new(left + size::STEP_3, y));
        if icon::button(ui, square, icons::ARROW_LEFT, 20.0, &back, true).clicked() {
            out.push(Command::Today(TodayCommand::EndTelling));
        }
        x += size::STEP_8;
        tr!(w, "today-result")
    } else {
        tr!(w, "today-screen")
    };
    let way_on = match view {
        TodayView::Day(day) => match day.start {
            Start::First => Some((
                tr!(w, "today-start-first"),
                Command::Today(TodayCommand::StartNext),
            )),
            Start::Next => Some((
                tr!(w, "today-start"),
                Command::Today(TodayCommand::StartNext),
            )),
            Start::More => Some((
                tr!(w, "today-more"),
                Command::Today(TodayCommand::StartNext),
            )),
            Start::Nothing | Start::NoQuestions => None,
        },
        // Tellings that wait are gone on with below.
        _ => None,
    };
    let waits = matches!(view, TodayView::Day(day) if matches!(day.story, view::Story::Waiting(_)));
    let mut right = left + width;
    if let Some((words, command)) = way_on.filter(|_| !waits) {
        let at = Pos2::new(right, y - size::BUTTON / 2.0);
        let button = Button::primary(&words).does(Action::StartNext);
        right -= button.measure(ui).x + size::STEP_4;
        if button.right_at(ui, at).clicked() {
            out.push(command);
        }
    }
    let ink = look.palette.text;
    let galley = text::line(ui, &title, Size::Title, Weight::SemiBold, ink, right - x);
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(x, y - height / 2.0));
}

/// A sentence that stands alone on the screen.
fn sentence(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column, words: &str) {
    let ink = look.palette.text2;
    let room = (column.width, usize::MAX);
    let galley = text::paragraph(ui, words, Size::Body, Weight::Regular, ink, room);
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(column.left, column.y));
    column.y += height + size::STEP_4;
}

fn fault_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    column: &mut Column,
    fault: &FileFault,
    out: &mut Vec<Command>,
) {
    let said = faults::text(look.words, &Fault::File(fault.clone()));
    group(ui, look, column, &said.what, |ui, rows| {
        rows.room(size::STEP_4);
        rows.sentence(ui, &said.remedy, Size::Body);
        if let Some(detail) = &said.detail {
            rows.sentence(ui, detail, Size::Caption);
        }
        rows.room(size::STEP_4);
        let at = Pos2::new(rows.column.inner_left(), rows.column.y);
        let words = tr!(look.words, "today-to-settings");
        if Button::primary(&words).at(ui, at).clicked() {
            out.push(Command::GoTo(Screen::Settings));
        }
        rows.room(size::BUTTON + size::STEP_4);
    });
}
