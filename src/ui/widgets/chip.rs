//! Chips: a word in a rounded shape. Plain ones say something, menus open a list of choices.

use egui::{
    Color32, CornerRadius, Popup, PopupCloseBehavior, Pos2, Rect, Response, Role, Sense, Ui, Vec2,
    WidgetInfo,
};

use crate::flow::keys::{self, Action};
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::{access, focus, icon, keycap, scroll};

/// Room of a chip that opens a list, besides its words.
const MENU_MORE: f32 = 24.0 + 18.0;

/// A plain chip with its left top corner at `at`; returns its width.
pub fn plain(ui: &mut Ui, at: Pos2, words: &str) -> f32 {
    let palette = palette(ui.ctx());
    let galley = text::free_line(ui, words, Size::Caption, Weight::Regular, palette.text2);
    let rect = Rect::from_min_size(at, Vec2::new(galley.size().x + 24.0, size::CHIP));
    ui.painter()
        .rect_filled(rect, CornerRadius::same(14), palette.surface_variant);
    text::label_at(ui, galley.clone(), rect.center() - galley.size() / 2.0);
    rect.width()
}

/// A plain chip, placed by egui's layout.
pub fn show(ui: &mut Ui, words: &str) {
    let galley = text::free_line(
        ui,
        words,
        Size::Caption,
        Weight::Regular,
        Color32::PLACEHOLDER,
    );
    let (_, rect) = ui.allocate_space(Vec2::new(galley.size().x + 24.0, size::CHIP));
    plain(ui, rect.min, words);
}

/// Side of a chip that is only an icon, from left to right.
pub const SIGN: f32 = 36.0;

/// A chip that is only an icon and is on or off, which a key does too: filled and on a fill of its own while
/// it is on.
pub fn sign(ui: &mut Ui, sign: Icon, name: &str, action: Action, on: bool) -> Response {
    let palette = palette(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(Vec2::new(SIGN, size::CHIP), Sense::click());
    let fill = if on || response.hovered() {
        palette.selected
    } else {
        palette.surface_variant
    };
    ui.painter().rect_filled(rect, CornerRadius::same(14), fill);
    let (sign, color) = if on {
        (sign.fill(), palette.text)
    } else {
        (sign, palette.text2)
    };
    icon::paint(ui, rect.center(), sign, Size::Caption.icon(), color);
    focus::ring(ui, &response, rect, 14);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
    keycap::tip(response, name, keys::cap(action))
}

/// A choice within a menu.
#[derive(Clone, Debug)]
pub struct Choice<T> {
    /// What choosing it gives.
    pub value: T,
    /// Its words.
    pub label: String,
    /// Whether it is the present one.
    pub current: bool,
}

/// Width of a chip that opens a list, while it is not active.
pub fn menu_width(ui: &Ui, words: &str) -> f32 {
    let color = Color32::PLACEHOLDER;
    let galley = text::free_line(ui, words, Size::Caption, Weight::Regular, color);
    galley.size().x + MENU_MORE
}

/// A chip that opens a list. `name` says what is chosen here, for screen readers. Returns the
/// chip's width and the value that was picked in this frame.
pub fn menu<T: Clone>(
    ui: &mut Ui,
    at: Pos2,
    name: &str,
    words: &str,
    active: bool,
    choices: &[Choice<T>],
) -> (f32, Option<T>) {
    let palette = palette(ui.ctx());
    let color = if active { palette.text } else { palette.text2 };
    let weight = if active {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let galley = text::free_line(ui, words, Size::Caption, weight, color);
    let width = galley.size().x + MENU_MORE;
    let rect = Rect::from_min_size(at, Vec2::new(width, size::CHIP));
    let response = ui.interact(
        rect,
        ui.scope_id().with(("chip-menu", name)),
        Sense::click(),
    );
    let fill = if active || response.hovered() {
        palette.selected
    } else {
        palette.surface_variant
    };
    ui.painter().rect_filled(rect, CornerRadius::same(14), fill);
    let text_height = galley.size().y;
    ui.painter().galley(
        Pos2::new(rect.left() + 12.0, rect.center().y - text_height / 2.0),
        galley,
        color,
    );
    icon::paint(
        ui,
        Pos2::new(rect.right() - 17.0, rect.center().y),
        icons::CARET_DOWN,
        13.0,
        color,
    );
    focus::ring(ui, &response, rect, 14);
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {words}")));
    access::opens_list(&response);
    (width, list(&response, choices))
}

/// The same, placed by egui's layout.
pub fn drop_down<T: Clone>(
    ui: &mut Ui,
    name: &str,
    words: &str,
    active: bool,
    choices: &[Choice<T>],
) -> Option<T> {
    let weight = if active {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let words_width = text::free_line(ui, words, Size::Caption, weight, Color32::PLACEHOLDER);
    let wanted = Vec2::new(words_width.size().x + MENU_MORE, size::CHIP);
    let (_, rect) = ui.allocate_space(wanted);
    menu(ui, rect.min, name, words, active, choices).1
}

/// The list that a chip or button opens below itself.
pub fn list<T: Clone>(opener: &Response, choices: &[Choice<T>]) -> Option<T> {
    let id = Popup::default_response_id(opener);
    let was_open = Popup::is_id_open(&opener.ctx, id);
    if was_open {
        focus::leave_with_tab(opener, id);
    }
    let mut picked = None;
    Popup::menu(opener)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            // As wide as what opens it, or as its longest words: not beyond the card it lies on.
            let longest = choices.iter().map(|choice| row_width(ui, &choice.label));
            let frame = ui.spacing().menu_margin.sum().x;
            ui.set_width(longest.fold(opener.rect.width() - frame, f32::max));
            ui.spacing_mut().item_spacing.y = 0.0;
            scroll::show(ui, egui::ScrollArea::vertical().max_height(360.0), |ui| {
                for choice in choices {
                    let row = row(ui, &choice.label, choice.current);
                    // The arrows go on from where the list stands.
                    if opener.clicked() && choice.current {
                        row.request_focus();
                    }
                    if row.clicked() {
                        picked = Some(choice.value.clone());
                        ui.close();
                    }
                }
            });
        });
    // The keyboard comes back from where it was.
    if was_open && !Popup::is_id_open(&opener.ctx, id) {
        opener.request_focus();
    }
    picked
}

fn row_width(ui: &Ui, words: &str) -> f32 {
    let color = Color32::PLACEHOLDER;
    let galley = text::free_line(ui, words, Size::Body, Weight::SemiBold, color);
    galley.size().x + 56.0
}

fn row(ui: &mut Ui, words: &str, current: bool) -> Response {
    let palette = palette(ui.ctx());
    let weight = if current {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let galley = text::free_line(ui, words, Size::Body, weight, palette.text);
    let wanted = Vec2::new(ui.available_width(), 36.0);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    focus::follow(&response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(
            rect,
            CornerRadius::same(size::RADIUS_SEGMENT),
            palette.surface_variant,
        );
    }
    if current {
        icon::paint(
            ui,
            Pos2::new(rect.left() + 16.0, rect.center().y),
            icons::CHECK,
            16.0,
            palette.text,
        );
    }
    let at = Pos2::new(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, true, current, words));
    response
}
