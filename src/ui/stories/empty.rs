//! The stories screen without stories: none yet, being read, cannot be read.

use egui::{Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::faults;
use crate::model::fault::{Fault, FileFault};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::settings::parts::Column;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::lines;

/// Widest line of words.
const WIDEST: f32 = 560.0;
/// Height of words and buttons together.
const BLOCK: f32 = 260.0;

/// Nothing told yet: what to do first.
pub fn first(
    ui: &mut Ui,
    look: &UiContext<'_>,
    room: Rect,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    lower(room, column);
    say(ui, look, column, &tr!(w, "stories-empty"), true);
    say(ui, look, column, &tr!(w, "stories-empty-how"), false);
    say(ui, look, column, &tr!(w, "stories-empty-then"), false);
    column.y += size::STEP_6;
    let capture = tr!(w, "stories-capture");
    let new = tr!(w, "stories-new");
    let capture = Button::secondary(&capture).does(Action::CaptureStory);
    let new = Button::primary(&new).does(Action::NewStory);
    let widths = [new.measure(ui).x, capture.measure(ui).x];
    let middle = column.left + column.width / 2.0;
    let beside = widths[0] + size::STEP_3 + widths[1] <= column.width;
    let (new_at, capture_at) = if beside {
        let left = middle - (widths[0] + size::STEP_3 + widths[1]) / 2.0;
        let at = Pos2::new(left.round(), column.y);
        (at, at + Vec2::new(widths[0] + size::STEP_3, 0.0))
    } else {
        let at = Pos2::new((middle - widths[0] / 2.0).round(), column.y);
        column.y += size::BUTTON + size::STEP_2;
        (at, Pos2::new((middle - widths[1] / 2.0).round(), column.y))
    };
    if new.at(ui, new_at).clicked() {
        out.push(Command::NewStory);
    }
    if capture.at(ui, capture_at).clicked() {
        out.push(Command::CaptureStory);
    }
    column.y += size::BUTTON + size::STEP_6;
}

/// Being read.
pub fn opening(ui: &mut Ui, look: &UiContext<'_>, room: Rect, column: &mut Column) {
    lower(room, column);
    say(ui, look, column, &tr!(look.words, "stories-opening"), true);
}

/// The library cannot be used.
pub fn failed(
    ui: &mut Ui,
    look: &UiContext<'_>,
    fault: &FileFault,
    room: Rect,
    column: &mut Column,
) {
    let said = faults::text(look.words, &Fault::File(fault.clone()));
    lower(room, column);
    say(ui, look, column, said.what.trim_end_matches('.'), true);
    say(ui, look, column, &said.remedy, false);
    say(ui, look, column, &said.detail.unwrap_or_default(), false);
}

fn lower(room: Rect, column: &mut Column) {
    column.y += ((room.height() - BLOCK) / 2.4 - size::STEP_10)
        .max(0.0)
        .round();
}

/// A line in the middle.
fn say(ui: &mut Ui, look: &UiContext<'_>, column: &mut Column, words: &str, title: bool) {
    if words.is_empty() {
        return;
    }
    let (size, weight, color) = if title {
        (Size::Title, Weight::SemiBold, look.palette.text)
    } else {
        (Size::Body, Weight::Regular, look.palette.text2)
    };
    let width = column.width.min(WIDEST);
    let broken = lines::of(ui, words, size, weight, width, 2);
    let top = column.y;
    for line in broken.text.lines() {
        // Only a path is longer than a line.
        let galley = text::line(ui, line, size, weight, color, column.width);
        let left = column.left + (column.width - galley.size().x) / 2.0;
        let at = Pos2::new(left.round(), column.y);
        column.y += galley.size().y;
        ui.painter().galley(at, galley, color);
    }
    let corner = Pos2::new(column.left, top);
    let rect = Rect::from_min_max(corner, Pos2::new(column.right(), column.y));
    let id = ui.scope_id().with(("said", words));
    ui.interact(rect, id, Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    column.y += size::STEP_2;
}
