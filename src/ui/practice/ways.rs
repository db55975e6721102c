//! Beside the disc: the ways on, each side in the middle of its room. Not here: which there are
//! (`ways_view`).

use egui::{Align, Layout, Ui};

use crate::ui::Cx;
use crate::ui::practice::ways_view::Way;
use crate::ui::theme::size;
use crate::ui::widgets::button::Button;

/// Draws the ways of one side below each other: the first as high as the disc, the others below it.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, ways: &[Way]) {
    let height = ui.available_height();
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space((height - size::BUTTON) / 2.0);
        for (at, way) in ways.iter().enumerate() {
            button(ui, cx, way, at > 0);
        }
    });
}

/// A way as a quiet button.
pub fn button(ui: &mut Ui, cx: &mut Cx<'_>, way: &Way, small: bool) {
    let mut button = Button::quiet(&way.words).enabled(way.enabled);
    if small {
        button = button.small();
    }
    if let Some(icon) = way.icon {
        button = button.icon(icon);
    }
    if let Some(key) = way.key {
        button = button.does(key);
    }
    let response = ui.add(button);
    if response.clicked() {
        cx.push(way.command.clone());
    }
    if let Some(more) = &way.more {
        response.on_hover_text(more);
    }
}
