//! The settings screen: one column of groups. Everything takes effect at once; nothing is to be
//! confirmed.

mod copies;
pub mod devices;
mod display;
mod library;
pub(super) mod practice;
mod reading;
mod sound;

pub use library::SettingsMemory;

use egui::Ui;

use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::form;

/// Widest column.
const COLUMN: f32 = 640.0;

/// Draws the screen into the room right of the rail.
pub fn settings_ui(ui: &mut Ui, cx: &mut Cx<'_>, memory: &mut SettingsMemory) {
    form::head(ui, COLUMN, |ui| {
        form::title(ui, &tr!(cx.words, "settings-title"));
    });
    form::page(ui, "settings", COLUMN, |ui| {
        ui.add_space(size::STEP_2);
        display::show(ui, cx);
        sound::show(ui, cx);
        practice::show(ui, cx);
        library::show(ui, cx, memory);
        copies::show(ui, cx);
        about(ui, cx);
    });
}

fn about(ui: &mut Ui, cx: &Cx<'_>) {
    let w = cx.words;
    form::group(ui, &tr!(w, "settings-privacy"), |ui| {
        ui.add_space(size::STEP_4);
        form::sentence(ui, &tr!(w, "settings-privacy-all-here"), Size::Body);
        ui.add_space(size::STEP_4);
    });
    form::group(ui, &tr!(w, "settings-about"), |ui| {
        ui.add_space(size::STEP_4);
        let version = tr!(w, "settings-version", version = cx.state.app_version);
        form::sentence(ui, &version, Size::Body);
        ui.add_space(size::STEP_1);
        for line in [
            tr!(w, "settings-licence"),
            tr!(w, "settings-fonts"),
            tr!(w, "settings-not-affiliated"),
        ] {
            form::sentence(ui, &line, Size::Caption);
        }
        ui.add_space(size::STEP_4);
    });
}
