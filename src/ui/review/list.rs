//! What the cards below the sound have in common: a list that scrolls, one calm sentence in its
//! place, and what no figure can know. Not here: what is on each card.

use egui::{ScrollArea, Ui, Vec2};

use crate::i18n::Words;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::scroll;
use crate::ui::widgets::words::{self, Ink};

/// A list in the rest of the card; its rows leave room for the scroll bar.
pub fn show(ui: &mut Ui, name: &str, inside: impl FnOnce(&mut Ui)) {
    scroll::quiet(ui);
    scroll::show(
        ui,
        ScrollArea::vertical().id_salt(name).auto_shrink(false),
        |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            ui.set_max_width((ui.available_width() - scroll::ROOM).max(0.0));
            inside(ui);
        },
    );
}

/// One calm sentence in the place of a list.
pub fn say(ui: &mut Ui, look: &UiContext<'_>, said: &str) {
    ui.add_space(size::STEP_1);
    words::label(ui, said, Ink::regular(Size::Body, look.palette.text2));
}

/// What the figures cannot know, said plainly.
pub fn limits(w: Words<'_>) -> [String; 4] {
    [
        tr!(w, "speech-limit-language"),
        tr!(w, "speech-limit-content"),
        tr!(w, "speech-limit-um"),
        tr!(w, "speech-limit-rates"),
    ]
}
