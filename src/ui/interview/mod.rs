//! The interview screen: what a session is to be, one that waits, its breaks, and what came of it.
//! Not here: its answers, which are made on the practice screen.

mod axis;
mod debrief;
pub mod debrief_view;
mod fatigue;
mod past;
mod paused;
mod setup;
pub mod view;

use egui::{Pos2, Rect, Ui};

use crate::flow::keys::Action;
use crate::flow::{Command, Now};
use crate::i18n::{dates, sessions};
use crate::tr;
use crate::ui::settings::parts::Column;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{icon, scroll};
use crate::ui::{Cx, UiContext};

use view::{InterviewView, Start};

/// Half of the icon that leads back: it ends on the edge of the column.
const BACK_HALF: f32 = 10.0;
/// From the icon that leads back to the title.
const BACK_PITCH: f32 = 32.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct InterviewMemory {
    /// Height of the page in the last frame.
    height: f32,
}

/// Draws the screen into the room right of the rail.
pub fn interview_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut InterviewMemory) {
    let (look, state, now, out) = (&cx.look, cx.state, cx.now, &mut *cx.out);
    let view = InterviewView::new(state);
    let room = ui.max_rect();
    let margin = if room.width() < size::COLUMN_SMALL {
        size::STEP_4
    } else {
        size::MARGIN
    };
    let width = size::COLUMN.min(room.width() - margin * 2.0);
    let left = (room.center().x - width / 2.0).round();
    if let InterviewView::Break(session) = &view {
        paused::break_ui(ui, look, (room, left, width), session, out);
        return;
    }
    head(ui, look, (room, left, width), (now, &view), out);
    let page = room.with_min_y(room.top() + size::TOP_BAR);
    // Each has its own place in its page.
    let name = match &view {
        InterviewView::Debrief(_) => "interview-debrief",
        InterviewView::Setup(_) | InterviewView::Paused(_) | InterviewView::Break(_) => "interview",
    };
    scroll::page(ui, name, page, &mut memory.height, |ui, top| {
        let mut column = Column {
            left,
            width,
            y: top + size::STEP_2,
        };
        match &view {
            InterviewView::Setup(view) => {
                setup::show(ui, look, (state, now), view, &mut column, out);
            }
            InterviewView::Paused(session) => {
                paused::paused_ui(ui, look, session, &mut column, out);
            }
            InterviewView::Debrief(debrief) => {
                debrief::show(ui, look, debrief, &mut column, out);
            }
            InterviewView::Break(_) => {}
        }
        column.y
    });
}

/// The title at the left, the way on at the right.
fn head(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (room, left, width): (Rect, f32, f32),
    (now, view): (&Now, &InterviewView<'_>),
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let y = room.top() + 36.0;
    let mut x = left;
    let mut title = tr!(w, "interview-screen");
    if let InterviewView::Debrief(debrief) = view {
        let back = tr!(w, "check-back");
        let square = icon::square(Pos2::new(left + BACK_HALF, y));
        if icon::button(ui, square, icons::ARROW_LEFT, 20.0, &back, true).clicked() {
            out.push(Command::Escape);
        }
        x += BACK_PITCH;
        let session = debrief.session;
        let at = dates::moment(w, &session.begun, now.date.date());
        title = format!("{} · {at}", sessions::title(w, session.shape.format));
    }
    let mut right = left + width;
    if let InterviewView::Setup(setup) = view {
        // With one that waits, going on with it is the one filled button.
        let words = if setup.waiting.is_some() {
            tr!(w, "interview-start-new")
        } else {
            tr!(w, "interview-start")
        };
        let button = if setup.waiting.is_some() {
            Button::secondary(&words)
        } else {
            Button::primary(&words).does(Action::StartSession)
        };
        let button = button.enabled(setup.start == Start::Ready);
        right -= button.measure(ui).x + size::STEP_3;
        let at = Pos2::new(left + width, y - size::BUTTON / 2.0);
        if button.right_at(ui, at).clicked() {
            out.push(Command::StartSession);
        }
    }
    let room = (right - x).max(size::STEP_10);
    let ink = look.palette.text;
    let galley = text::line(ui, &title, Size::Title, Weight::SemiBold, ink, room);
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(x, y - height / 2.0));
}
