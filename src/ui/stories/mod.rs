//! The stories screen: the person’s stories at the left, the one that is shown at the right; on the
//! other side, where they have been told. In a small window there is one column.

mod area;
mod coverage;
mod editor;
mod fields;
mod head;
mod list;
pub mod view;

use egui::{Frame, Margin, Panel, ScrollArea, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::stories::StoriesTab;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::blank::Blank;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, scroll};

use fields::FieldsMemory;
use view::StoriesView;

/// Width of the list beside a story.
const LIST: f32 = 296.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct StoriesMemory {
    /// The texts as they are being typed.
    fields: FieldsMemory,
}

/// Draws the screen into the room right of the rail.
pub fn stories_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut StoriesMemory) {
    let view = StoriesView::new(cx.words, cx.state, cx.now.date.date());
    let fields = &mut memory.fields;
    fields.follow(ui, view.shown(), &cx.state.stories);
    ui.spacing_mut().item_spacing.y = 0.0;
    let fixed = head::fits(ui, cx, &view);
    if fixed {
        head::strip(ui, cx, &view);
    }
    let beside = !cx.small && matches!(&view, StoriesView::Stories(_));
    if let (true, StoriesView::Stories(stories)) = (beside, &view) {
        let margin = Margin {
            left: size::MARGIN as i8,
            right: size::STEP_4 as i8,
            ..Margin::ZERO
        };
        Panel::left("stories-list")
            .exact_size(size::MARGIN + LIST + size::STEP_4)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::new())
            .show(ui, |ui| {
                scrolled(ui, "list", margin, |ui| list::show(ui, cx, stories));
            });
    }
    let salt = (view.tab() == StoriesTab::Coverage, fields.salt());
    let room = ui.max_rect().width();
    let edge = ((room - form::column_width(room, f32::INFINITY)) / 2.0) as i8;
    let margin = Margin {
        left: if beside { size::STEP_2 as i8 } else { edge },
        right: edge,
        ..Margin::ZERO
    };
    let salt = format!("{salt:?}");
    if let StoriesView::Blank { blank, first } = &view {
        blank_ui(ui, cx, blank, *first);
    } else {
        scrolled(ui, &salt, margin, |ui| {
            if !fixed {
                head::wrapped(ui, cx, &view);
            }
            page(ui, cx, &view, fields, beside);
        });
    }
    fields.settle(ui, cx.out);
}

/// A part of the screen that scrolls by itself.
fn scrolled(ui: &mut Ui, name: &str, margin: Margin, inside: impl FnOnce(&mut Ui)) {
    scroll::quiet(ui);
    scroll::show(
        ui,
        ScrollArea::vertical()
            .id_salt(("stories", name))
            .auto_shrink(false),
        |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.add_space(size::STEP_2);
                inside(ui);
            });
        },
    );
}

fn page(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    view: &StoriesView<'_>,
    fields: &mut FieldsMemory,
    beside: bool,
) {
    match view {
        StoriesView::Blank { .. } => (),
        StoriesView::Coverage(told) => coverage::show(ui, cx, told),
        StoriesView::Stories(stories) => match &stories.shown {
            Some(story) => editor::show(ui, cx, story, fields, beside),
            None if beside => {
                ui.add_space(size::STEP_3);
                let ink = Ink::regular(Size::Body, cx.palette.text3);
                words::label(ui, &tr!(cx.words, "stories-choose"), ink);
            }
            None => list::show(ui, cx, stories),
        },
    }
}

/// Nothing told yet, or nothing that can be read.
fn blank_ui(ui: &mut Ui, cx: &mut Cx<'_>, blank: &Blank, first: bool) {
    let w = cx.words;
    let [new, capture] = [tr!(w, "stories-new"), tr!(w, "stories-capture")];
    let ways = [
        Button::primary(&new).does(Action::NewStory),
        Button::secondary(&capture).does(Action::CaptureStory),
    ];
    let ways = if first { ways.as_slice() } else { &[] };
    let pressed = blank.show(ui, ways, Vec2::ZERO, |_, _| ());
    cx.out.extend(pressed.map(|at| match at {
        0 => Command::NewStory,
        _ => Command::CaptureStory,
    }));
}
