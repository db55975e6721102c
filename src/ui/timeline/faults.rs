//! Files that cannot be read: one calm line, which opens to paths and reasons. Nothing was
//! deleted, and nothing here is red.

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use crate::ui::UiContext;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::timeline::view::Unreadable;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{form, scroll};

/// Draws the line, and what it has opened to.
pub fn show(ui: &mut Ui, look: &UiContext<'_>, unreadable: &Unreadable, open: &mut bool) {
    let margin = Margin::symmetric(size::STEP_6 as i8, 0);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        let line = form::disclosure(ui, icons::WARNING, &unreadable.title, *open);
        if *open {
            let ink = Ink::regular(Size::Caption, look.palette.text2);
            for file in &unreadable.files {
                words::label(ui, file, ink);
                ui.add_space(size::STEP_2);
            }
        }
        *open ^= line.clicked();
    });
}

/// The same at the foot of the screen, where there is no list.
pub fn foot(ui: &mut Ui, look: &UiContext<'_>, unreadable: &Unreadable, open: &mut bool) {
    let most = ui.available_height() / 2.0;
    Panel::bottom("unreadable")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::new())
        .show(ui, |ui| {
            scroll::quiet(ui);
            ScrollArea::vertical()
                .max_height(most)
                .show(ui, |ui| show(ui, look, unreadable, open));
            ui.add_space(size::STEP_2);
        });
}
