//! What widgets tell the accessibility tree beyond egui's `WidgetInfo`: headings, groups, keys, ranges,
//! whether a list is open, what is announced. Not here: what is derived for all nodes alike
//! (`ui::access_tree`).

use std::ops::RangeInclusive;

use egui::accesskit::{HasPopup, Live, Role};
use egui::{Popup, Rect, Response, Ui, UiBuilder};

/// Makes words a heading: 1 for the screen, 2 for its parts.
pub fn heading(words: &Response, said: &str, level: usize) {
    words.ctx.accesskit_node_builder(words.id, |node| {
        node.set_role(Role::Heading);
        node.clear_value();
        node.set_label(said);
        node.set_level(level);
    });
}

/// Lets a screen reader say these words by itself as soon as they stand there.
pub fn announced(words: &Response) {
    words
        .ctx
        .accesskit_node_builder(words.id, |node| node.set_live(Live::Polite));
}

/// Keeps a screen reader from saying something by itself, because it goes on and on.
pub fn silent(words: &Response) {
    words
        .ctx
        .accesskit_node_builder(words.id, |node| node.set_live(Live::Off));
}

/// The key that does what a control does, as its cap says it. No adapter of AccessKit hands on its own
/// field for keys yet, so the description says it too.
pub fn key(control: &Response, cap: &str) {
    control.ctx.accesskit_node_builder(control.id, |node| {
        node.set_keyboard_shortcut(cap);
        node.set_description(cap);
    });
}

/// What a screen reader says after the name, to who asks for it.
pub fn described(shown: &Response, said: &str) {
    shown
        .ctx
        .accesskit_node_builder(shown.id, |node| node.set_description(said));
}

/// A measure in its range, and the value in words.
pub fn measure(shown: &Response, value: f64, range: RangeInclusive<f64>, words: &str) {
    shown.ctx.accesskit_node_builder(shown.id, |node| {
        node.set_min_numeric_value(*range.start());
        node.set_max_numeric_value(*range.end());
        node.set_numeric_value(value.clamp(*range.start(), *range.end()));
        node.set_value(words);
    });
}

/// A control that opens a list, and whether the list is open.
pub fn opens_list(opener: &Response) {
    let open = Popup::is_id_open(&opener.ctx, Popup::default_response_id(opener));
    expanded(opener, open);
}

/// A control that opens more below itself.
pub fn expanded(opener: &Response, open: bool) {
    opener.ctx.accesskit_node_builder(opener.id, |node| {
        node.set_expanded(open);
        if node.role() == Role::ComboBox {
            node.set_has_popup(HasPopup::Listbox);
        }
    });
}

/// A part of the window with a role and a name; draw into it what belongs to it.
pub fn part(ui: &mut Ui, rect: Rect, role: Role, name: &str) -> Ui {
    let builder = UiBuilder::new()
        .id_salt((role, name))
        .max_rect(rect)
        .accessibility_role(role)
        .accessibility_label(name);
    ui.new_child(builder)
}
