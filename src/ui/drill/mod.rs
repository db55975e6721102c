//! The drill screen: what a round is to be, the round that waits, and what came of the last one.
//! Not here: the takes of a round, which are made on the practice screen.

mod lines;
mod setup;
mod summary;
pub mod view;
mod waiting;

use egui::{Pos2, Rect, Ui};

use crate::flow::keys::Action;
use crate::flow::{Command, State};
use crate::tr;
use crate::ui::settings::parts::Column;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{icon, scroll};
use crate::ui::{Cx, UiContext};

use lines::LinesMemory;
use view::{DrillView, Start};

/// Half of the icon that leads back: it ends on the edge of the column.
const BACK_HALF: f32 = 10.0;
/// From the icon that leads back to the title.
const BACK_PITCH: f32 = 32.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct DrillMemory {
    /// The rescue lines as they are being typed.
    lines: LinesMemory,
    /// Height of the page in the last frame.
    height: f32,
}

/// Draws the screen into the room right of the rail.
pub fn drill_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut DrillMemory) {
    let (look, state, out) = (&cx.look, cx.state, &mut *cx.out);
    let view = DrillView::new(state);
    let room = ui.max_rect();
    let width = size::COLUMN.min(room.width() - size::MARGIN * 2.0);
    let left = (room.center().x - width / 2.0).round();
    // What was typed belongs to the round that the button starts.
    memory.lines.follow(ui, &state.settings.rescue_lines);
    let mut asked = Vec::new();
    head(ui, look, (room, left, width), (state, &view), &mut asked);

    let page = room.with_min_y(room.top() + size::TOP_BAR);
    scroll::page(ui, "drill", page, &mut memory.height, |ui, top| {
        let mut column = Column {
            left,
            width,
            y: top + size::STEP_2,
        };
        match &view {
            DrillView::Setup { .. } => {
                setup::show(ui, look, state, &mut column, &mut memory.lines, &mut asked);
            }
            DrillView::Waiting(round) => {
                waiting::show(ui, look, round, &mut column, &mut asked);
            }
            DrillView::Summary(summary) => {
                summary::show(ui, look, summary, &mut column, &mut asked);
            }
        }
        column.y
    });
    memory.lines.settle(ui, out);
    out.append(&mut asked);
}

/// The title at the left, the way on at the right: the one filled button.
fn head(
    ui: &mut Ui,
    look: &UiContext<'_>,
    (room, left, width): (Rect, f32, f32),
    (state, view): (&State, &DrillView<'_>),
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let y = room.top() + 36.0;
    let (title, way_on) = match view {
        DrillView::Setup { start } => {
            let words = tr!(w, "drill-start");
            (
                tr!(w, "drill-screen"),
                Some((words, *start == Start::Ready)),
            )
        }
        DrillView::Waiting(_) => (tr!(w, "drill-screen"), None),
        DrillView::Summary(_) => {
            let words = tr!(w, "drill-again");
            (tr!(w, "drill-result"), Some((words, true)))
        }
    };
    let mut x = left;
    if matches!(view, DrillView::Summary(_)) {
        let back = tr!(w, "check-back");
        let square = icon::square(Pos2::new(left + BACK_HALF, y));
        if icon::button(ui, square, icons::ARROW_LEFT, 20.0, &back, true).clicked() {
            out.push(Command::EndRound);
        }
        x += BACK_PITCH;
    }
    let galley = text::free_line(ui, &title, Size::Title, Weight::SemiBold, look.palette.text);
    text::label_at(ui, galley.clone(), Pos2::new(x, y - galley.size().y / 2.0));
    if let Some((words, enabled)) = way_on {
        let button = Button::primary(&words)
            .does(Action::StartRound)
            .enabled(enabled);
        let at = Pos2::new(left + width, y - size::BUTTON / 2.0);
        if button.right_at(ui, at).clicked() {
            out.push(Command::StartRound(state.drill.kind));
        }
    }
}
