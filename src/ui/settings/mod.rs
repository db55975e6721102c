//! The settings screen: one column of groups. Everything takes effect at once; nothing is to be
//! confirmed.

pub mod devices;
pub(super) mod display;
mod library;
pub(super) mod parts;
pub(super) mod practice;
mod reading;
mod sound;

use std::path::PathBuf;

use egui::{Pos2, Rect, Ui};

use crate::flow::State;
use crate::tr;
use crate::ui::settings::parts::Column;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::scroll;
use crate::ui::{Cx, UiContext};

/// Widest column.
const COLUMN: f32 = 640.0;

/// What the screen remembers between frames.
#[derive(Debug, Default)]
pub struct SettingsMemory {
    /// The library's path as it is being typed.
    folder: String,
    /// The library's path when it was last looked at.
    folder_seen: Option<PathBuf>,
    /// Enter was pressed: what the field holds in the next frame is the wish. An input method may
    /// still hand over the last syllable together with the key.
    apply_next: bool,
    /// Height of all groups in the last frame.
    height: f32,
}

/// Draws the screen into the room right of the rail.
pub fn settings_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut SettingsMemory) {
    let (look, state, out) = (&cx.look, cx.state, &mut *cx.out);
    let room = ui.max_rect();
    let width = COLUMN.min(room.width() - size::MARGIN * 2.0);
    let left = (room.center().x - width / 2.0).round();
    head(ui, look, room, left);

    let page = room.with_min_y(room.top() + size::TOP_BAR);
    let mut height = memory.height;
    scroll::page(ui, "settings", page, &mut height, |ui, top| {
        let mut column = Column {
            left,
            width,
            y: top + size::STEP_3,
        };
        display::show(ui, look, state, &mut column, out);
        sound::show(ui, look, state, &mut column, out);
        practice::show(ui, look, state, &mut column, out);
        library::show(ui, look, state, &mut column, memory, out);
        about(ui, look, state, &mut column);
        column.y
    });
    memory.height = height;
}

fn head(ui: &mut Ui, look: &UiContext<'_>, room: Rect, left: f32) {
    let title = tr!(look.words, "settings-title");
    let galley = text::free_line(ui, &title, Size::Title, Weight::SemiBold, look.palette.text);
    let at = Pos2::new(left, room.top() + 36.0 - galley.size().y / 2.0);
    text::label_at(ui, galley, at);
}

fn about(ui: &mut Ui, look: &UiContext<'_>, state: &State, column: &mut Column) {
    let words = look.words;
    let name = tr!(words, "settings-privacy");
    parts::group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_4);
        rows.sentence(ui, &tr!(words, "settings-privacy-all-here"), Size::Body);
        rows.room(size::STEP_4);
    });
    let name = tr!(words, "settings-about");
    parts::group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_4);
        let version = tr!(words, "settings-version", version = state.app_version);
        rows.sentence(ui, &version, Size::Body);
        rows.room(size::STEP_1);
        for line in [
            tr!(words, "settings-licence"),
            tr!(words, "settings-fonts"),
            tr!(words, "settings-not-affiliated"),
        ] {
            rows.sentence(ui, &line, Size::Caption);
        }
        rows.room(size::STEP_4);
    });
}
