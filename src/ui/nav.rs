//! The rail: the five places with their tabs, and the one dot that says that a recording runs.

use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo,
};

use crate::flow::Command;
use crate::flow::keys::{self, Action};
use crate::flow::place::Place;
use crate::flow::state::Screen;
use crate::i18n::Words;
use crate::tr;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{focus, icon, keycap};
use crate::ui::{Cx, UiContext};

/// Windows narrower than this, as at great zoom, get a rail of icons alone.
const NARROW_BELOW: f32 = 720.0;
/// Width of the rail of icons alone.
const NARROW: f32 = 56.0;
/// Height of an item.
const ITEM: f32 = 60.0;
/// From one item to the next.
const PITCH: f32 = 64.0;
/// Height of a tab.
const TAB: f32 = 28.0;
/// Bars of the logo: height, and whether it is of the first language.
const LOGO: [(f32, bool); 5] = [
    (8.0, true),
    (20.0, true),
    (12.0, true),
    (24.0, false),
    (8.0, false),
];

/// Width of the rail in a window.
pub fn width(window: Rect) -> f32 {
    if window.width() < NARROW_BELOW {
        NARROW
    } else {
        size::RAIL_WIDTH
    }
}

/// Draws the rail: the places, and under the one that is shown its tabs.
pub fn rail_ui(ui: &mut Ui, cx: &mut Cx<'_>, rail: Rect) {
    ui.painter().vline(
        rail.right() - 0.5,
        rail.y_range(),
        Stroke::new(size::HAIRLINE, cx.palette.line),
    );
    logo(ui, cx, rail);
    let shown = cx.state.place();
    let mut tabs = cx.state.tabs();
    if tabs.len() == 1 {
        tabs.clear();
    }
    let tabs_height = tabs.len() as f32 * TAB;
    let top = rail.top() + if cx.small { 60.0 } else { 72.0 };
    // In low windows, as at great zoom, the items move together.
    let free = rail.bottom() - size::STEP_2 - top - tabs_height;
    let pitch = PITCH.min(free / Place::ALL.len() as f32);
    let height = ITEM - (PITCH - pitch);
    // The settings stand apart, at the bottom.
    let settings_tabs = if shown == Place::Settings {
        tabs_height
    } else {
        0.0
    };
    let mut y = top;
    for place in Place::ALL {
        if place == Place::Settings {
            y = y.max(rail.bottom() - size::STEP_4 - height - settings_tabs);
        }
        let rect = Rect::from_min_size(
            Pos2::new(rail.left() + size::STEP_2, y),
            Vec2::new(rail.width() - size::STEP_4, height),
        );
        if place_ui(ui, cx, rect, place) {
            cx.push(Command::GoToPlace(place));
        }
        y += pitch;
        if place == shown {
            y -= pitch - height;
            for tab in &tabs {
                let rect = Rect::from_min_size(
                    Pos2::new(rail.left() + size::STEP_1, y),
                    Vec2::new(rail.width() - size::STEP_2, TAB),
                );
                if tab_ui(ui, cx, rect, *tab) {
                    cx.push(Command::GoTo(*tab));
                }
                y += TAB;
            }
            y += pitch - height;
        }
    }
}

/// Icon and name of a place.
fn sign(words: Words<'_>, place: Place) -> (Icon, String) {
    match place {
        Place::Today => (icons::CALENDAR_CHECK, tr!(words, "today-screen")),
        Place::Practice => (icons::MICROPHONE, tr!(words, "screen-practice")),
        Place::Stories => (icons::BOOK_OPEN, tr!(words, "stories-screen")),
        Place::Record => (icons::CHART_SCATTER, tr!(words, "place-record")),
        Place::Settings => (icons::GEAR, tr!(words, "screen-settings")),
    }
}

/// What the key does that leads to a place.
const fn key(place: Place) -> Action {
    match place {
        Place::Today => Action::GoToday,
        Place::Practice => Action::GoPractice,
        Place::Stories => Action::GoStories,
        Place::Record => Action::GoRecord,
        Place::Settings => Action::GoSettings,
    }
}

/// Icon and name of a tab.
pub fn tab_sign(words: Words<'_>, tab: Screen) -> (Icon, String) {
    match tab {
        Screen::Practice => (icons::MICROPHONE, tr!(words, "tab-question")),
        Screen::Drill => (icons::BARBELL, tr!(words, "tab-drill")),
        Screen::Interview => (icons::USERS, tr!(words, "tab-interview")),
        Screen::Timeline | Screen::Review => (icons::CHART_SCATTER, tr!(words, "screen-timeline")),
        Screen::Progress => (icons::CHART_LINE, tr!(words, "screen-progress")),
        Screen::Settings => (icons::GEAR, tr!(words, "tab-settings")),
        Screen::Check => (icons::SPEAKER, tr!(words, "tab-check")),
        Screen::Today => (icons::CALENDAR_CHECK, tr!(words, "today-screen")),
        Screen::Stories => (icons::BOOK_OPEN, tr!(words, "stories-screen")),
    }
}

fn logo(ui: &Ui, look: &UiContext<'_>, rail: Rect) {
    let y = rail.top() + if look.small { 30.0 } else { 34.0 };
    let middle = rail.left() + (rail.width() / 2.0).round() + 1.0;
    for (index, (height, first)) in LOGO.into_iter().enumerate() {
        let center = Pos2::new(middle + (index as f32 - 2.0) * 6.0, y);
        let color = if first {
            look.palette.korean
        } else {
            look.palette.english
        };
        let bar = Rect::from_center_size(center, Vec2::new(4.0, height));
        ui.painter().rect_filled(bar, CornerRadius::same(2), color);
    }
}

/// Draws a place; says whether it was chosen.
fn place_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, place: Place) -> bool {
    let palette = cx.palette;
    let current = cx.state.place() == place;
    // A take that waits for a microphone does not run.
    let runs = cx.state.recording().is_some() && cx.state.interrupted().is_none();
    let dot = place == Place::Practice && runs;
    let (icon, name) = sign(cx.words, place);
    let response = ui.interact(
        rect,
        ui.scope_id().with(("rail", icon.glyph)),
        Sense::click(),
    );
    fill(ui, cx, &response, rect, current);
    let color = color(cx, current);
    let alone = is_icon_alone(rect);
    let middle = rect.center().x.round();
    let icon_y = if alone {
        rect.center().y
    } else {
        rect.top() + 19.0
    };
    icon::paint(
        ui,
        Pos2::new(middle, icon_y),
        icon,
        Size::Display.icon(),
        color,
    );
    if !alone {
        let words = text::line(
            ui,
            &name,
            Size::Caption,
            weight(current),
            color,
            rect.width(),
        );
        let at = Pos2::new(middle - words.size().x / 2.0, rect.top() + 33.0);
        ui.painter().galley(at, words, color);
    }
    if dot {
        let at = Pos2::new(middle + 13.0, icon_y - 6.0);
        ui.painter().circle_filled(at, 5.0, palette.recording);
    }
    let name = if dot {
        format!("{name} · {}", tr!(cx.words, "shell-recording"))
    } else {
        name
    };
    is_chosen(ui, response, current, &name, keys::cap(key(place)))
}

/// Draws a tab of the place that is shown; says whether it was chosen.
fn tab_ui(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, tab: Screen) -> bool {
    let current = cx.state.tab() == tab;
    let (icon, name) = tab_sign(cx.words, tab);
    let response = ui.interact(rect, ui.scope_id().with(("tab", tab as u8)), Sense::click());
    let color = color(cx, current);
    if response.hovered() {
        ui.painter().rect_filled(
            rect,
            CornerRadius::same(size::RADIUS_ROW),
            cx.palette.surface_variant,
        );
    }
    let alone = is_icon_alone(rect);
    if alone {
        icon::paint(ui, rect.center(), icon, Size::Body.icon(), color);
    } else {
        let words = text::line(
            ui,
            &name,
            Size::Caption,
            weight(current),
            color,
            rect.width(),
        );
        let at = rect.center() - words.size() / 2.0;
        ui.painter().galley(at, words, color);
    }
    if current {
        // Not by weight alone: a mark at the edge of the rail.
        let mark = Rect::from_min_size(
            Pos2::new(rect.left(), rect.center().y - 8.0),
            Vec2::new(3.0, 16.0),
        );
        ui.painter()
            .rect_filled(mark, CornerRadius::same(2), cx.palette.text);
    }
    is_chosen(ui, response, current, &name, "")
}

/// Whether an item is so narrow that its icon must do.
fn is_icon_alone(rect: Rect) -> bool {
    rect.width() < size::BADGE * 2.0 - size::STEP_2
}

/// Gives an item its focus ring, its name and its key, if there is one; says whether it was chosen.
fn is_chosen(ui: &Ui, response: Response, current: bool, name: &str, cap: &str) -> bool {
    focus::ring(ui, &response, response.rect, size::RADIUS_ROW);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, current, name));
    let clicked = response.clicked();
    if is_icon_alone(response.rect) || !cap.is_empty() {
        keycap::tip(response, name, cap);
    }
    clicked
}

fn fill(ui: &Ui, cx: &Cx<'_>, response: &Response, rect: Rect, current: bool) {
    let fill = match (current, response.hovered()) {
        (true, _) => cx.palette.selected,
        (false, true) => cx.palette.surface_variant,
        (false, false) => return,
    };
    ui.painter()
        .rect_filled(rect, CornerRadius::same(size::RADIUS_ROW), fill);
}

/// While a person speaks everything else steps back.
fn color(cx: &Cx<'_>, current: bool) -> Color32 {
    match (current, cx.state.busy()) {
        (true, _) => cx.palette.text,
        (false, true) => cx.palette.text3,
        (false, false) => cx.palette.text2,
    }
}

fn weight(current: bool) -> Weight {
    if current {
        Weight::SemiBold
    } else {
        Weight::Regular
    }
}
