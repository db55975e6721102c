//! The top of the screen: its name, its two sides, and the two ways to a new story. In little room it
//! takes several lines.

use egui::{Pos2, Rect, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::stories::StoriesTab;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::stories::view::StoriesView;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::segments::{self, Cells, Segment};
use crate::ui::widgets::words::{self, Ink};

/// Cells of the two sides.
const CELLS: Cells = Cells {
    height: 32.0,
    padding: 28.0,
    least: 0.0,
};

struct Said {
    title: String,
    tabs: [String; 2],
    new: String,
    capture: String,
}

impl Said {
    fn new(look: &UiContext<'_>) -> Self {
        let w = look.words;
        Self {
            title: tr!(w, "stories-screen"),
            tabs: [tr!(w, "stories-tab"), tr!(w, "stories-tab-coverage")],
            new: tr!(w, "stories-new"),
            capture: tr!(w, "stories-capture"),
        }
    }

    fn segments(&self) -> [Segment<'_>; 2] {
        self.tabs
            .each_ref()
            .map(|label| Segment { label, plan: None })
    }

    fn new_button<'a>(&'a self, look: &UiContext<'_>) -> Button<'a> {
        let button = Button::primary(&self.new);
        if look.small {
            button
        } else {
            button.does(Action::NewStory)
        }
    }

    fn capture_button<'a>(&'a self, look: &UiContext<'_>) -> Button<'a> {
        let button = Button::secondary(&self.capture);
        if look.small {
            button
        } else {
            button.does(Action::CaptureStory)
        }
    }
}

fn title_ink(look: &UiContext<'_>) -> Ink {
    Ink::strong(Size::Title, look.palette.text)
}

/// Whether all of it fits into one line.
pub fn fits(ui: &Ui, look: &UiContext<'_>, view: &StoriesView<'_>, width: f32) -> bool {
    let said = Said::new(look);
    let mut needed = words::width(ui, &said.title, title_ink(look)) + size::MARGIN * 2.0;
    if has_tabs(view) {
        needed += segments::measure_cells(ui, &said.segments(), CELLS).x + size::STEP_4;
        needed += said.new_button(look).measure(ui).x + size::STEP_4;
        needed += said.capture_button(look).measure(ui).x + size::STEP_2;
    }
    needed <= width
}

fn has_tabs(view: &StoriesView<'_>) -> bool {
    matches!(view, StoriesView::Stories(_) | StoriesView::Coverage(_))
}

/// Draws it; returns its height.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    view: &StoriesView<'_>,
    room: Rect,
    out: &mut Vec<Command>,
) -> f32 {
    let said = Said::new(look);
    let one_line = fits(ui, look, view, room.width());
    let left = room.left() + size::MARGIN;
    let right = room.right() - size::MARGIN;
    let mut y = room.top() + 36.0;
    let title = words::left(ui, Pos2::new(left, y), &said.title, title_ink(look));
    if !has_tabs(view) {
        return size::TOP_BAR;
    }
    let segments = said.segments();
    let wanted = segments::measure_cells(ui, &segments, CELLS);
    let mut at = Pos2::new(left + title + size::STEP_4, y - wanted.y / 2.0);
    if !one_line && at.x + wanted.x > right {
        y += size::TOP_BAR - size::STEP_2;
        at = Pos2::new(left, y - wanted.y / 2.0);
    }
    let chosen = usize::from(view.tab() == StoriesTab::Coverage);
    let name = tr!(look.words, "stories-side");
    let picked = segments::at_cells(ui, at, &name, &segments, chosen, (true, CELLS));
    out.extend(picked.map(|index| {
        Command::ShowStoriesTab(if index == 0 {
            StoriesTab::Stories
        } else {
            StoriesTab::Coverage
        })
    }));
    let new = said.new_button(look);
    let capture = said.capture_button(look);
    let widths = Vec2::new(new.measure(ui).x, capture.measure(ui).x);
    let (mut new_at, mut capture_at);
    if one_line {
        let top = y - size::BUTTON / 2.0;
        new_at = Pos2::new(right - widths.x, top);
        capture_at = Pos2::new(new_at.x - size::STEP_2 - widths.y, top);
    } else {
        y += size::TOP_BAR - size::STEP_2;
        new_at = Pos2::new(left, y - size::BUTTON / 2.0);
        capture_at = Pos2::new(left + widths.x + size::STEP_2, new_at.y);
        if capture_at.x + widths.y > right {
            capture_at = Pos2::new(left, new_at.y + size::BUTTON + size::STEP_2);
            y += size::BUTTON + size::STEP_2;
        }
    }
    new_at.x = new_at.x.round();
    capture_at.x = capture_at.x.round();
    if new.at(ui, new_at).clicked() {
        out.push(Command::NewStory);
    }
    if capture.at(ui, capture_at).clicked() {
        out.push(Command::CaptureStory);
    }
    y + size::STEP_8 - room.top()
}
