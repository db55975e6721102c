//! The stories screen: the person’s stories at the left, the one that is shown at the right; on the
//! other side, where they have been told. In a small window there is one column.

mod area;
mod coverage;
mod editor;
mod empty;
mod fields;
mod head;
mod list;
pub mod view;

use egui::{Pos2, Ui};

use crate::flow::stories::StoriesTab;
use crate::tr;
use crate::ui::settings::parts::Column;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::scroll;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::{Cx, UiContext};

use fields::FieldsMemory;
use view::StoriesView;

/// Width of the list beside a story.
const LIST: f32 = 296.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct StoriesMemory {
    /// The texts as they are being typed.
    fields: FieldsMemory,
    /// Heights of the pages in the last frame.
    list_height: f32,
    page_height: f32,
}

/// Draws the screen into the room right of the rail.
pub fn stories_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut StoriesMemory) {
    let (look, state, now, out) = (&cx.look, cx.state, cx.now, &mut *cx.out);
    let view = StoriesView::new(state);
    let mut asked = Vec::new();
    let shown = match &view {
        StoriesView::Stories(told) => told.shown,
        _ => None,
    };
    memory.fields.follow(ui, shown, &state.stories);
    let room = ui.max_rect();
    let fixed = head::fits(ui, look, &view, room.width());
    let mut page = room;
    if fixed {
        head::show(ui, look, &view, room, &mut asked);
        page.min.y += size::TOP_BAR;
    }
    let beside = !look.small && matches!(&view, StoriesView::Stories(_));
    if let (true, StoriesView::Stories(told)) = (beside, &view) {
        let list = page.with_max_x(page.left() + size::MARGIN + LIST + size::STEP_4);
        scroll::page(ui, "stories", list, &mut memory.list_height, |ui, top| {
            let mut column = Column {
                left: list.left() + size::MARGIN,
                width: LIST,
                y: top + size::STEP_2,
            };
            list::show(ui, look, (told, now), &mut column, &mut asked);
            column.y
        });
        page.min.x = list.right();
    }
    let salt = (
        view.tab() == StoriesTab::Coverage,
        memory.fields.salt().map(str::to_owned),
    );
    ui.push_id(salt, |ui| {
        scroll::page(ui, "story", page, &mut memory.page_height, |ui, top| {
            let margin = if beside { size::STEP_2 } else { size::MARGIN };
            let mut column = Column {
                left: page.left() + margin,
                width: page.width() - margin - size::MARGIN,
                y: top,
            };
            if !fixed {
                let inside = room.with_min_y(top);
                column.y += head::show(ui, look, &view, inside, &mut asked);
            }
            column.y += size::STEP_2;
            match &view {
                StoriesView::Opening => empty::opening(ui, look, page, &mut column),
                StoriesView::Failed(fault) => empty::failed(ui, look, fault, page, &mut column),
                StoriesView::Empty => empty::first(ui, look, page, &mut column, &mut asked),
                StoriesView::Coverage(told) => {
                    coverage::show(ui, look, (told, now), &mut column, &mut asked);
                }
                StoriesView::Stories(told) => match told.shown {
                    Some(story) => {
                        let what = (state, story, !beside);
                        let fields = &mut memory.fields;
                        editor::show(ui, look, what, &mut column, fields, &mut asked);
                    }
                    None if beside => choose_ui(ui, look, &mut column),
                    None => list::show(ui, look, (told, now), &mut column, &mut asked),
                },
            }
            column.y
        });
    });
    memory.fields.settle(ui, !asked.is_empty(), out);
    out.append(&mut asked);
}

/// No story is shown beside the list.
fn choose_ui(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column) {
    let ink = Ink::regular(Size::Body, look.palette.text3);
    let at = Pos2::new(column.left, column.y + size::STEP_6);
    words::left(ui, at, &tr!(look.words, "stories-choose"), ink);
    column.y += size::STEP_10;
}
