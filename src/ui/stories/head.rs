//! The top of the screen: its name, its two sides, and the two ways to a new story. In little room it
//! takes several lines.

use egui::{Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::stories::StoriesTab;
use crate::tr;
use crate::ui::Cx;
use crate::ui::stories::view::StoriesView;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;
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
    fn new(cx: &Cx<'_>) -> Self {
        let w = cx.words;
        Self {
            title: tr!(w, "stories-screen"),
            tabs: [tr!(w, "stories-tab"), tr!(w, "stories-tab-coverage")],
            new: tr!(w, "stories-new"),
            capture: tr!(w, "stories-capture"),
        }
    }

    fn segments(&self) -> [Segment<'_>; 2] {
        let tabs = self.tabs.each_ref();
        tabs.map(|label| Segment { label, plan: None })
    }

    /// The ways to a new story; their keys where there is room.
    fn ways(&self, cx: &Cx<'_>) -> [(Button<'_>, Command); 2] {
        let new = Button::primary(&self.new);
        let capture = Button::secondary(&self.capture);
        let mut ways = [
            (new.does(Action::NewStory), Command::NewStory),
            (capture.does(Action::CaptureStory), Command::CaptureStory),
        ];
        if cx.small {
            ways = ways.map(|(button, asked)| (button.without_key(), asked));
        }
        ways
    }

    fn tabs(&self, ui: &mut Ui, cx: &mut Cx<'_>, shown: StoriesTab) {
        let chosen = usize::from(shown == StoriesTab::Coverage);
        let name = tr!(cx.words, "stories-side");
        let picked = segments::show(ui, &name, &self.segments(), chosen, CELLS);
        cx.out.extend(picked.map(|index| {
            Command::ShowStoriesTab(if index == 0 {
                StoriesTab::Stories
            } else {
                StoriesTab::Coverage
            })
        }));
    }

    fn buttons(&self, ui: &mut Ui, cx: &mut Cx<'_>) {
        for (button, command) in self.ways(cx) {
            if ui.add(button).clicked() {
                cx.push(command);
            }
        }
    }
}

fn has_tabs(view: &StoriesView<'_>) -> bool {
    !matches!(view, StoriesView::Blank { .. })
}

/// Whether all of it fits into one line.
pub fn fits(ui: &Ui, cx: &Cx<'_>, view: &StoriesView<'_>) -> bool {
    let said = Said::new(cx);
    let ink = Ink::strong(Size::Title, cx.palette.text);
    let mut needed = words::width(ui, &said.title, ink) + size::MARGIN * 2.0;
    if has_tabs(view) {
        needed += segments::measure_cells(ui, &said.segments(), CELLS).x + size::STEP_4;
        let ways = said.ways(cx).map(|(button, _)| button.measure(ui).x);
        needed += ways.iter().sum::<f32>() + size::STEP_6;
    }
    needed <= ui.available_width()
}

/// All of it in one line above the page.
pub fn strip(ui: &mut Ui, cx: &mut Cx<'_>, view: &StoriesView<'_>) {
    let said = Said::new(cx);
    form::head(ui, f32::INFINITY, |ui| {
        form::title(ui, &said.title);
        if has_tabs(view) {
            ui.add_space(size::STEP_2);
            said.tabs(ui, cx, view.tab());
            form::at_right(ui, |ui| said.buttons(ui, cx));
        }
    });
}

/// On as many lines as it needs, at the top of the page.
pub fn wrapped(ui: &mut Ui, cx: &mut Cx<'_>, view: &StoriesView<'_>) {
    let said = Said::new(cx);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(size::STEP_2);
        ui.spacing_mut().interact_size.y = form::HEAD;
        ui.horizontal_wrapped(|ui| {
            form::title(ui, &said.title);
            if has_tabs(view) {
                ui.add_space(size::STEP_2);
                said.tabs(ui, cx, view.tab());
            }
        });
        ui.spacing_mut().interact_size.y = size::BUTTON;
        ui.horizontal_wrapped(|ui| said.buttons(ui, cx));
    });
    ui.add_space(size::STEP_4);
}
