//! Pages of groups, laid out by egui: a head, a column that scrolls, cards with a name above them, rows.
//! Not here: rows with a control (`row`), what is asked for.

use egui::{
    Align, AsIdSalt, Color32, CornerRadius, Layout, Margin, Rect, Response, Role, ScrollArea,
    Sense, Sides, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::flow::keys::Action;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, card, figures, focus, icon, reading_order, scroll};

/// Height of the strip with the title of a page.
pub const HEAD: f32 = size::TOP_BAR - size::STEP_2;
/// From the edge of a card to what stands in it, left and right.
const PADDING: f32 = 20.0;

/// The strip above the page, its contents from left to right. It ends with the column and begins where that
/// of the widest page begins: titles stand in the same place on all screens.
pub fn head(ui: &mut Ui, widest: f32, inside: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(size::STEP_2);
    let room = ui.available_rect_before_wrap();
    let left = column_of(room, f32::INFINITY).left();
    let place = column_of(room, widest).with_min_x(left);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        let strip = Vec2::new(ui.available_width(), HEAD);
        ui.allocate_ui_with_layout(strip, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_height(strip.y);
            inside(ui);
        });
    });
}

/// The title of a page, in its head.
pub fn title(ui: &mut Ui, words: &str) {
    let ink = palette(ui.ctx()).text;
    let title = ui.label(text::rich(words, Size::Title, Weight::SemiBold, ink));
    access::heading(&title, words, 1);
}

/// The way back, before the title, which a key does too: its arrow begins on the edge of the column.
pub fn back(ui: &mut Ui, name: &str, action: Action) -> bool {
    let points = Size::Body.icon();
    let (_, room) = ui.allocate_space(Vec2::new(size::STEP_6, size::BUTTON));
    let square = icon::square(room.left_center() + Vec2::new(points / 2.0, 0.0));
    let named = (name, Some(action));
    icon::button_for(ui, square, icons::ARROW_LEFT, points, named, true).clicked()
}

/// Things at both ends of a strip; words at the left are cut before they reach the right ones.
pub fn ends(ui: &mut Ui, height: f32, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let sides = Sides::new().height(height).shrink_left().truncate();
    sides.show(ui, left, right);
}

/// Contents at the right end of a strip or row.
pub fn at_right<R>(ui: &mut Ui, inside: impl FnOnce(&mut Ui) -> R) -> R {
    reading_order::keep(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), inside)
            .inner
    })
}

/// A page under its head that scrolls when it is higher than its room. Things follow each other
/// without gaps; `ui.add_space` makes them.
pub fn page(ui: &mut Ui, name: &str, widest: f32, inside: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing.y = 0.0;
    scroll::quiet(ui);
    scroll::show(
        ui,
        ScrollArea::vertical()
            .id_salt((name, "page"))
            .auto_shrink(false),
        |ui| column(ui, widest, inside),
    );
}

/// Width of a column in a room so wide: a margin stays on both sides.
pub fn column_width(room: f32, widest: f32) -> f32 {
    let margin = if room < size::COLUMN_SMALL {
        size::STEP_4
    } else {
        size::MARGIN
    };
    widest.min(room - margin * 2.0).max(0.0)
}

/// The middle of the room, with a margin on both sides.
pub fn column(ui: &mut Ui, widest: f32, inside: impl FnOnce(&mut Ui)) {
    let rect = column_of(ui.available_rect_before_wrap(), widest);
    ui.scope_builder(UiBuilder::new().max_rect(rect), inside);
}

fn column_of(room: Rect, widest: f32) -> Rect {
    let width = column_width(room.width(), widest);
    let left = (room.center().x - width / 2.0).round();
    room.with_min_x(left).with_max_x(left + width)
}

/// A card as wide as its room.
pub fn card<R>(ui: &mut Ui, inside: impl FnOnce(&mut Ui) -> R) -> R {
    card::frame(ui)
        .inner_margin(Margin::symmetric((PADDING - size::HAIRLINE) as i8, 0))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            inside(ui)
        })
        .inner
}

/// A group: its name, and a card.
pub fn group<R>(ui: &mut Ui, name: &str, inside: impl FnOnce(&mut Ui) -> R) -> R {
    let group = UiBuilder::new()
        .accessibility_role(Role::Group)
        .accessibility_label(name);
    ui.scope_builder(group, |ui| {
        heading(ui, name, |_| ());
        group_card(ui, inside)
    })
    .inner
}

/// The name of a group, and what stands at its right end.
pub fn heading<R>(ui: &mut Ui, name: &str, right: impl FnOnce(&mut Ui) -> R) -> R {
    let ink = palette(ui.ctx()).text2;
    let strip = Vec2::new(ui.available_width(), size::CHIP);
    let layout = Layout::left_to_right(Align::Center);
    let right = ui.allocate_ui_with_layout(strip, layout, |ui| {
        ui.add_space(PADDING);
        let shown = ui.label(text::rich(name, Size::Caption, Weight::SemiBold, ink));
        access::heading(&shown, name, 2);
        at_right(ui, |ui| {
            ui.add_space(size::STEP_3);
            right(ui)
        })
    });
    ui.add_space(size::STEP_1);
    right.inner
}

/// The card under a heading, and the distance to the next group.
pub fn group_card<R>(ui: &mut Ui, inside: impl FnOnce(&mut Ui) -> R) -> R {
    let given = card(ui, inside);
    ui.add_space(size::STEP_8 - size::STEP_1);
    given
}

/// A paragraph; captions in the fainter ink.
pub fn sentence(ui: &mut Ui, words: &str, size: Size) {
    let palette = palette(ui.ctx());
    let ink = match size {
        Size::Caption => palette.text3,
        _ => palette.text,
    };
    ui.label(text::rich(words, size, Weight::Regular, ink));
}

/// An icon as high as a line of this size, and paragraphs at its right.
pub fn beside_icon<R>(ui: &mut Ui, sign: Icon, size: Size, inside: impl FnOnce(&mut Ui) -> R) -> R {
    let ink = palette(ui.ctx()).text;
    ui.horizontal_top(|ui| {
        let (_, rect) = ui.allocate_space(Vec2::new(size.icon(), size.line()));
        icon::paint(ui, rect.center(), sign, size.icon(), ink);
        ui.vertical(inside).inner
    })
    .inner
}

/// The line between two rows of a card; none above the first.
pub fn hairline(ui: &Ui) {
    if ui.min_rect().height() > 0.0 {
        let line = Stroke::new(size::HAIRLINE, palette(ui.ctx()).line);
        let y = ui.cursor().top().round() + 0.5;
        ui.painter().hline(ui.max_rect().x_range(), y, line);
    }
}

/// A row of a card that is pressed as a whole. Its contents lie side by side and say nothing to
/// screen readers; whoever calls gives the response its name.
pub fn pressable(
    ui: &mut Ui,
    id: impl AsIdSalt,
    height: f32,
    fill: Option<Color32>,
    inside: impl FnOnce(&mut Ui),
) -> Response {
    hairline(ui);
    let (_, inner) = ui.allocate_space(Vec2::new(ui.available_width(), height));
    let edge_to_edge = inner.expand2(Vec2::new(PADDING - size::HAIRLINE, 0.0));
    let response = ui.interact(edge_to_edge, ui.scope_id().with(id), Sense::click());
    let shape = edge_to_edge.shrink2(Vec2::new(size::STEP_1, 2.0));
    let hover = response
        .hovered()
        .then(|| palette(ui.ctx()).surface_variant);
    if let Some(fill) = fill.or(hover) {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter().rect_filled(shape, radius, fill);
    }
    focus::ring(ui, &response, shape, size::RADIUS_ROW);
    let layout = Layout::left_to_right(Align::Center);
    inside(&mut ui.new_child(UiBuilder::new().max_rect(inner).layout(layout)));
    response
}

/// A row of a card that cannot be pressed, its contents side by side.
pub fn plain(ui: &mut Ui, height: f32, inside: impl FnOnce(&mut Ui)) -> Response {
    hairline(ui);
    let room = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(room, Sense::hover());
    let layout = Layout::left_to_right(Align::Center);
    inside(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)));
    response
}

/// A cell of a row: so wide, its contents from its right end on.
pub fn cell(ui: &mut Ui, width: f32, inside: impl FnOnce(&mut Ui)) {
    let (_, rect) = ui.allocate_space(Vec2::new(width, ui.available_height()));
    let layout = Layout::right_to_left(Align::Center);
    inside(&mut ui.new_child(UiBuilder::new().max_rect(rect).layout(layout)));
}

/// Two lines in the middle of a row, one below the other.
pub fn lines(ui: &mut Ui, inside: impl FnOnce(&mut Ui)) {
    let height = Size::Body.line() + Size::Caption.line();
    let room = Vec2::new(ui.available_width().max(0.0), height);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), inside);
}

/// A small quiet button whose words, not its edge, stand on the margin.
pub fn flush(ui: &mut Ui, button: Button<'_>) -> Response {
    let button = button.small();
    let room = button.measure(ui) - Vec2::new(size::STEP_2, 0.0);
    let (_, rect) = ui.allocate_space(room);
    button.at(ui, rect.min - Vec2::new(size::STEP_2, 0.0))
}

/// The one number of a card, and beside it what it is of.
pub fn figure(ui: &mut Ui, figure: &str, beside: &str) {
    let palette = palette(ui.ctx());
    ui.horizontal_top(|ui| {
        let shown = figures::show(ui, figure, Ink::strong(Size::Display, palette.text));
        shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, figure));
        ui.add_space(size::STEP_1);
        ui.vertical(|ui| {
            // Three points below the middle stands nearly the same base line.
            ui.add_space((Size::Display.line() - Size::Body.line()) / 2.0 + 3.0);
            words::label(ui, beside, Ink::regular(Size::Body, palette.text2));
        });
    });
}

/// A card with its title inside.
pub fn titled_card<R>(ui: &mut Ui, title: &str, inside: impl FnOnce(&mut Ui) -> R) -> R {
    card(ui, |ui| {
        ui.add_space(size::STEP_4);
        let shown = words::label(ui, title, Ink::strong(Size::Body, palette(ui.ctx()).text));
        access::heading(&shown, title, 2);
        let given = inside(ui);
        ui.add_space(size::STEP_4);
        given
    })
}

/// A line that opens to more; the response is clicked when it is to open or close.
pub fn disclosure(ui: &mut Ui, sign: Icon, title: &str, open: bool) -> Response {
    let ink = palette(ui.ctx()).text2;
    let galley = text::line(
        ui,
        title,
        Size::Body,
        Weight::Regular,
        ink,
        ui.available_width() - size::STEP_10,
    );
    let wanted = Vec2::new(galley.size().x + size::STEP_10, size::BUTTON);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let sign = if open { icons::CARET_DOWN } else { sign };
    let at = rect.left_center() + Vec2::new(10.0, 0.0);
    icon::paint(ui, at, sign, Size::Body.icon(), ink);
    let at = rect.left_center() + Vec2::new(28.0, -galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    focus::ring(ui, &response, rect, size::RADIUS_FIELD);
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, title));
    access::expanded(&response, open);
    response
}
