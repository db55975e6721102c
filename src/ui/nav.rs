//! The rail: the screens, and the one dot that says that a recording runs.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::state::{Screen, State};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{focus, icon};

/// Windows narrower than this, as at great zoom, get a rail of icons alone.
const NARROW_BELOW: f32 = 720.0;
/// Width of the rail of icons alone.
const NARROW: f32 = 56.0;
/// Height of an item.
const ITEM: f32 = 60.0;
/// From one item to the next.
const PITCH: f32 = 64.0;
/// How many items there are.
const ITEMS: f32 = 8.0;
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

/// Draws the rail.
pub fn rail_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    rail: Rect,
    state: &State,
    out: &mut Vec<Command>,
) {
    let palette = look.palette;
    ui.painter().vline(
        rail.right() - 0.5,
        rail.y_range(),
        Stroke::new(size::HAIRLINE, palette.line),
    );
    logo(ui, look, rail);
    let top = rail.top() + if look.small { 60.0 } else { 72.0 };
    // In low windows, as at great zoom, the items move together.
    let pitch = PITCH.min((rail.bottom() - size::STEP_2 - top) / ITEMS);
    let height = ITEM - (PITCH - pitch);
    let bottom = (rail.bottom() - size::STEP_4 - height).max(top + pitch * (ITEMS - 1.0));
    let w = look.words;
    let screens = [
        (
            Screen::Practice,
            icons::MICROPHONE,
            tr!(w, "screen-practice"),
        ),
        (Screen::Today, icons::CALENDAR_CHECK, tr!(w, "today-screen")),
        (Screen::Drill, icons::BARBELL, tr!(w, "drill-screen")),
        (Screen::Interview, icons::USERS, tr!(w, "interview-screen")),
        (Screen::Stories, icons::BOOK_OPEN, tr!(w, "stories-screen")),
        (
            Screen::Timeline,
            icons::CHART_SCATTER,
            tr!(w, "screen-timeline"),
        ),
        (
            Screen::Progress,
            icons::CHART_LINE,
            tr!(w, "screen-progress"),
        ),
        (Screen::Settings, icons::GEAR, tr!(w, "screen-settings")),
    ];
    let current = current(state);
    for (index, (screen, icon, name)) in screens.into_iter().enumerate() {
        let y = if screen == Screen::Settings {
            bottom
        } else {
            top + pitch * index as f32
        };
        let rect = Rect::from_min_size(
            Pos2::new(rail.left() + size::STEP_2, y),
            Vec2::new(rail.width() - size::STEP_4, height),
        );
        // A take that waits for a microphone does not run.
        let runs = state.recording().is_some() && state.interrupted().is_none();
        let dot = screen == Screen::Practice && runs;
        let item = Item {
            rect,
            icon,
            name: &name,
            current: screen == current,
            dot,
        };
        if item_ui(ui, look, &item, state.busy()) {
            out.push(Command::GoTo(screen));
        }
    }
}

/// The item that stands for what is shown; a review belongs to where it was opened from.
fn current(state: &State) -> Screen {
    let screen = match state.screen {
        // It belongs to where it was opened from.
        Screen::Check => state.check.from,
        screen => screen,
    };
    match (screen, &state.review) {
        (Screen::Review, Some(review)) => match review.from {
            from @ (Screen::Drill | Screen::Timeline | Screen::Progress) => from,
            _ => Screen::Practice,
        },
        (Screen::Review, None) => Screen::Practice,
        (screen, _) => screen,
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

struct Item<'a> {
    rect: Rect,
    icon: Icon,
    name: &'a str,
    current: bool,
    dot: bool,
}

fn item_ui(ui: &mut Ui, look: &UiContext<'_>, item: &Item<'_>, busy: bool) -> bool {
    let palette = look.palette;
    let rect = item.rect;
    let response = ui.interact(
        rect,
        ui.scope_id().with(("rail", item.icon.glyph)),
        Sense::click(),
    );
    let fill = match (item.current, response.hovered()) {
        (true, _) => Some(palette.selected),
        (false, true) => Some(palette.surface_variant),
        (false, false) => None,
    };
    let radius = size::RADIUS_ROW;
    if let Some(fill) = fill {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius), fill);
    }
    // While a person speaks everything else steps back.
    let color = match (item.current, busy) {
        (true, _) => palette.text,
        (false, true) => palette.text3,
        (false, false) => palette.text2,
    };
    let alone = rect.width() < size::BADGE * 2.0 - size::STEP_2;
    let middle = rect.center().x.round();
    let icon_y = if alone {
        rect.center().y
    } else {
        rect.top() + 19.0
    };
    icon::paint(
        ui,
        Pos2::new(middle, icon_y),
        item.icon,
        Size::Display.icon(),
        color,
    );
    if !alone {
        let weight = if item.current {
            Weight::SemiBold
        } else {
            Weight::Regular
        };
        let words = text::line(ui, item.name, Size::Caption, weight, color, rect.width());
        let at = Pos2::new(middle - words.size().x / 2.0, rect.top() + 33.0);
        ui.painter().galley(at, words, color);
    }
    if item.dot {
        let at = Pos2::new(middle + 13.0, icon_y - 6.0);
        ui.painter().circle_filled(at, 5.0, palette.recording);
    }
    focus::ring(ui, &response, rect, radius);
    let name = if item.dot {
        format!("{} · {}", item.name, tr!(look.words, "shell-recording"))
    } else {
        item.name.to_owned()
    };
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, item.current, &name));
    let clicked = response.clicked();
    if alone {
        response.on_hover_text(&name);
    }
    clicked
}
