//! Parts that scroll: the quiet bar, thin, in ink, without a track, and over nothing; and the keys that
//! scroll them. Not here: what is in them.

use egui::scroll_area::ScrollAreaOutput;
use egui::style::{ScrollAnimation, ScrollStyle};
use egui::{Context, Event, Id, Key, Order, ScrollArea, Ui, Vec2};

/// What rows leave free on their right for the bar.
pub const ROOM: f32 = 12.0;
/// How far an arrow key scrolls, in points.
const LINE: f32 = 48.0;
/// How much of the room a page is: some lines stay to be recognised.
const PAGE: f32 = 0.85;

/// Gives a part of the window the quiet bar.
pub fn quiet(ui: &mut Ui) {
    ui.spacing_mut().scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        floating_allocated_width: 0.0,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.35,
        interact_handle_opacity: 0.6,
        ..ScrollStyle::thin()
    };
}

/// Which of the areas the keys scroll.
#[derive(Clone, Copy, Debug, Default)]
struct Keys {
    /// The one that came first in the pass before.
    area: Option<Area>,
    /// The one that comes first so far.
    best: Option<(Rank, Area)>,
    /// Whether the arrows are free to scroll.
    arrows: bool,
}

/// An area that is higher than its room.
#[derive(Clone, Copy, Debug)]
struct Area {
    id: Id,
    /// How far it is scrolled, and how far it can be, in points.
    at: f32,
    most: f32,
    /// Height of its room.
    room: f32,
}

/// What lies on top comes first, then what holds the keyboard's focus, then the largest.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Rank(Order, bool, f32);

/// To be called once per pass, before anything that scrolls; `arrows` says that the arrow keys do
/// nothing else on this screen.
pub fn begin(ctx: &Context, arrows: bool) {
    ctx.data_mut(|data| {
        let keys = data.get_temp_mut_or_default::<Keys>(Id::NULL);
        keys.area = keys.best.take().map(|(_, area)| area);
        keys.arrows = arrows;
    });
}

/// Shows an area that scrolls up and down, by the keyboard too: the page keys, Home, End, arrows.
pub fn show<R>(
    ui: &mut Ui,
    area: ScrollArea,
    inside: impl FnOnce(&mut Ui) -> R,
) -> ScrollAreaOutput<R> {
    let mut id = ui.scope_id();
    let shown = area.show(ui, |ui| {
        id = ui.scope_id();
        let given = inside(ui);
        // After what is inside: an area in this one would take it.
        if let Some(by) = asked(ui.ctx(), id) {
            ui.scroll_with_delta_animation(Vec2::new(0.0, -by), ScrollAnimation::none());
        }
        given
    });
    let area = Area {
        id,
        at: shown.state.clamped_offset().y,
        most: shown.content_size.y - shown.inner_rect.height(),
        room: shown.inner_rect.height(),
    };
    if area.most >= 1.0 {
        let focused = ui.ctx().memory(egui::Memory::focused);
        let holds = focused.and_then(|id| ui.ctx().read_response(id));
        let holds = holds
            .is_some_and(|it| it.layer_id == ui.layer_id() && shown.inner_rect.intersects(it.rect));
        let rank = Rank(ui.layer_id().order, holds, shown.inner_rect.area());
        ui.ctx().data_mut(|data| {
            let keys = data.get_temp_mut_or_default::<Keys>(Id::NULL);
            if keys.best.is_none_or(|(best, _)| best < rank) {
                keys.best = Some((rank, area));
            }
        });
    }
    shown
}

/// How far the keys of this pass scroll an area, in points.
fn asked(ctx: &Context, id: Id) -> Option<f32> {
    let keys = ctx.data(|data| data.get_temp::<Keys>(Id::NULL))?;
    let area = keys.area.filter(|area| area.id == id)?;
    let free = ctx.memory(egui::Memory::focused).is_none();
    let to = ctx.input(|input| {
        let plain = input.events.iter().filter_map(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if modifiers.is_none() => Some(*key),
            _ => None,
        });
        plain.fold(area.at, |at, key| match key {
            Key::PageDown => at + area.room * PAGE,
            Key::PageUp => at - area.room * PAGE,
            Key::End if free => area.most,
            Key::Home if free => 0.0,
            Key::ArrowDown if free && keys.arrows => at + LINE,
            Key::ArrowUp if free && keys.arrows => at - LINE,
            _ => at,
        })
    });
    let by = to.clamp(0.0, area.most) - area.at;
    (by.abs() > f32::EPSILON).then_some(by)
}
