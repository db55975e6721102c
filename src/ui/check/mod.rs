//! The sound check: which microphone and speaker, one big disc to speak, and then the verdict.

mod devices;
mod result;
mod stage;
mod view;

use egui::{Galley, Pos2, Rect, Ui};

use std::sync::Arc;

use crate::flow::{Command, State};
use crate::tr;
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{card, icon, scroll};
use crate::ui::{Cx, UiContext};

use view::{CheckView, StageView};

/// Widest page.
const PAGE: f32 = 940.0;
/// The column of devices where it stands at the left.
const LEFT: f32 = 296.0;
/// Between the columns.
const BETWEEN: f32 = 24.0;
/// Inner margin of a card.
const PADDING: f32 = 20.0;
/// Half of the icon that leads back: it ends on the edge of the column.
const BACK_HALF: f32 = 10.0;
/// From the icon that leads back to the title.
const BACK_PITCH: f32 = 32.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct CheckMemory {
    /// Height of the page in the last frame.
    height: f32,
}

/// Draws the screen into the room right of the rail.
pub fn check_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut CheckMemory) {
    let (look, state, out) = (&cx.look, cx.state, &mut *cx.out);
    let view = CheckView::new(state);
    let room = ui.max_rect();
    let width = PAGE.min(room.width() - size::MARGIN * 2.0);
    let left = (room.center().x - width / 2.0).round();
    head(ui, look, room, left, out);

    let page = room.with_min_y(room.top() + size::TOP_BAR);
    scroll::page(ui, "check", page, &mut memory.height, |ui, top| {
        let at = Pos2::new(left, top + size::STEP_2);
        page_ui(ui, look, state, &view, (at, width), out)
    });
}

fn head(ui: &mut Ui, look: &UiContext<'_>, room: Rect, left: f32, out: &mut Vec<Command>) {
    let y = room.top() + 36.0;
    let back = tr!(look.words, "check-back");
    let square = icon::square(Pos2::new(left + BACK_HALF, y));
    if icon::button(ui, square, icons::ARROW_LEFT, 20.0, &back, true).clicked() {
        out.push(Command::Escape);
    }
    let title = tr!(look.words, "check-title");
    let galley = text::free_line(ui, &title, Size::Title, Weight::SemiBold, look.palette.text);
    let at = Pos2::new(left + BACK_PITCH, y - galley.size().y / 2.0);
    text::label_at(ui, galley, at);
}

/// Everything below the title; returns its bottom.
fn page_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    state: &State,
    view: &CheckView<'_>,
    (at, width): (Pos2, f32),
    out: &mut Vec<Command>,
) -> f32 {
    let mut main = Column {
        left: at.x,
        width,
        y: at.y,
    };
    let mut below = at.y;
    if look.small {
        main.y = devices::across_ui(ui, look, state, view, main, out) + size::STEP_4;
    } else {
        let column = Column {
            width: LEFT,
            ..main
        };
        below = devices::column_ui(ui, look, state, view, column, out);
        main.left += LEFT + BETWEEN;
        main.width -= LEFT + BETWEEN;
    }
    main.y = match &view.stage {
        StageView::Done(done) => result::result_ui(ui, look, done, main, out),
        going_on => stage::stage_ui(ui, look, going_on, main, out),
    };
    main.y += size::STEP_4;
    next_ui(ui, look, &mut main);
    main.y.max(below) + size::STEP_6
}

/// What to check next: everything here may be well, and the call still use another microphone.
fn next_ui(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column) {
    let ink = look.palette.text2;
    let points = Size::Body.icon();
    let left = column.left + PADDING;
    let center = Pos2::new(left + points / 2.0, column.y + Size::Body.line() / 2.0);
    icon::paint(ui, center, icons::INFO, points, ink);
    let from = left + points + size::STEP_2;
    let words = tr!(look.words, "check-next");
    let room = column.left + column.width - from - PADDING;
    let galley = text::paragraph(ui, &words, Size::Body, Weight::Regular, ink, (room, 4));
    let height = galley.size().y;
    text::label_at(ui, galley, Pos2::new(from, column.y));
    column.y += height;
}

/// Where the next thing goes.
#[derive(Clone, Copy, Debug)]
struct Column {
    left: f32,
    width: f32,
    y: f32,
}

impl Column {
    fn inner_left(&self) -> f32 {
        self.left + PADDING
    }

    fn inner_width(&self) -> f32 {
        self.width - PADDING * 2.0
    }

    /// Words from the left margin of a card, and the room below them.
    fn say(&mut self, ui: &mut Ui, galley: Arc<Galley>) {
        let height = galley.size().y;
        text::label_at(ui, galley, Pos2::new(self.inner_left(), self.y));
        self.y += height;
    }

    /// A card around what `inside` draws; the column goes on below it.
    fn card(&mut self, ui: &mut Ui, inside: impl FnOnce(&mut Ui, &mut Self)) {
        let under = card::under(ui);
        let top = self.y;
        inside(ui, self);
        let rect = Rect::from_min_max(
            Pos2::new(self.left, top),
            Pos2::new(self.left + self.width, self.y),
        );
        under.paint(ui, rect);
    }
}
