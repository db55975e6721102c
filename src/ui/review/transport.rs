//! The transport: five seconds back, play or pause, five seconds on, where it stands, how loud.
//! Its order leaves room behind the figures for a loop and for speed.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::SEEK_SECS;
use crate::i18n::dates;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::layout::Places;
use crate::ui::review::part_labels;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::{figures, focus, icon, slider};

/// Middle of the left icon, from the left edge of the column.
const BACK_X: f32 = 11.0;
/// Middle of the circle.
const PLAY_X: f32 = 60.0;
/// Middle of the right icon.
const ON_X: f32 = 109.0;
/// Where the figures begin.
const FIGURES_X: f32 = 138.0;
/// Radius of the circle.
const CIRCLE: f32 = 24.0;
/// Width of the volume slider.
const VOLUME: f32 = 56.0;
/// Room in which the pointer finds an icon.
const ICON: f32 = 36.0;

/// Draws the transport on its line.
pub fn transport_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    out: &mut Vec<Command>,
) {
    let at = |x: f32| Pos2::new(places.column.min + x, places.transport_y);
    let enabled = view.sound.playable();
    let secs = SEEK_SECS as u32;
    let back = tr!(look.words, "review-back-secs", secs = secs);
    if seek_button(ui, look, at(BACK_X), icons::REWIND, (&back, "←"), enabled) {
        out.push(Command::SeekBy(-SEEK_SECS));
    }
    if play_ui(ui, look, at(PLAY_X), view.playing, enabled) {
        out.push(Command::PlayPause);
    }
    let on = tr!(look.words, "review-forward-secs", secs = secs);
    if seek_button(ui, look, at(ON_X), icons::FAST_FORWARD, (&on, "→"), enabled) {
        out.push(Command::SeekBy(SEEK_SECS));
    }
    figures_ui(ui, look, at(FIGURES_X), view);
    volume_ui(ui, look, places, view, out);
}

fn seek_button(
    ui: &mut Ui,
    look: &UiContext<'_>,
    center: Pos2,
    shape: Icon,
    (name, key): (&str, &str),
    enabled: bool,
) -> bool {
    let colors = look.palette;
    let rect = Rect::from_center_size(center, Vec2::splat(ICON));
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, ui.scope_id().with(("seek", key)), sense);
    let hovered = enabled && response.hovered();
    if hovered {
        let radius = CornerRadius::same(size::RADIUS_FIELD);
        ui.painter()
            .rect_filled(rect, radius, colors.surface_variant);
    }
    let color = if enabled { colors.text } else { colors.heat2 };
    icon::paint(ui, center, shape, Size::Body.icon(), color);
    focus::ring(ui, &response, rect, size::RADIUS_FIELD);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let clicked = response.clicked();
    part_labels::tip(response, look, name, key);
    clicked
}

/// The circle. Its signs are shapes and not icons: they stand in the middle by eye.
fn play_ui(ui: &mut Ui, look: &UiContext<'_>, center: Pos2, playing: bool, enabled: bool) -> bool {
    let colors = look.palette;
    let rect = Rect::from_center_size(center, Vec2::splat(CIRCLE * 2.0));
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let response = ui.interact(rect, ui.scope_id().with("play"), sense);
    let fill = if enabled && response.hovered() {
        colors.surface_variant
    } else {
        colors.surface
    };
    let (edge, ink) = if enabled {
        (colors.text, colors.text)
    } else {
        (colors.line, colors.heat2)
    };
    let painter = ui.painter();
    let edge = Stroke::new(size::HAIRLINE, edge);
    painter.circle(center, CIRCLE - 0.5, fill, edge);
    if playing {
        for side in [-5.0, 5.0] {
            let bar =
                Rect::from_center_size(Pos2::new(center.x + side, center.y), Vec2::new(5.0, 18.0));
            painter.rect_filled(bar, CornerRadius::same(1), ink);
        }
    } else {
        // Its weight, not its box, is in the middle.
        let sign = vec![
            Pos2::new(center.x - 5.0, center.y - 9.0),
            Pos2::new(center.x + 10.0, center.y),
            Pos2::new(center.x - 5.0, center.y + 9.0),
        ];
        painter.add(Shape::convex_polygon(sign, ink, Stroke::new(1.0, ink)));
    }
    focus::ring(ui, &response, rect, CIRCLE as u8);
    let name = if playing {
        tr!(look.words, "review-pause")
    } else {
        tr!(look.words, "review-play")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
    let clicked = response.clicked();
    part_labels::tip(response, look, &name, "Space");
    clicked
}

/// `0:51.2 / 1:52`.
fn figures_ui(ui: &mut Ui, look: &UiContext<'_>, left: Pos2, view: &ReviewView<'_>) {
    let colors = look.palette;
    let at = dates::clock_tenths(view.secs(view.position));
    let total = dates::clock(view.secs(view.attempt.take.frames));
    let top = left.y - Size::Body.line() / 2.0;
    let weight = Weight::SemiBold;
    let mut x = left.x;
    x += figures::paint(ui, Pos2::new(x, top), &at, Size::Body, weight, colors.text);
    let of_total = format!(" / {total}");
    let place = Pos2::new(x, top);
    x += figures::paint(
        ui,
        place,
        &of_total,
        Size::Body,
        Weight::Regular,
        colors.text2,
    );
    let rect = Rect::from_min_max(
        Pos2::new(left.x, top),
        Pos2::new(x, top + Size::Body.line()),
    );
    let response = ui.interact(rect, ui.scope_id().with("figures"), Sense::hover());
    let words = format!("{at} / {total}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
}

fn volume_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    places: &Places,
    view: &ReviewView<'_>,
    out: &mut Vec<Command>,
) {
    let right = places.column.max;
    let y = places.transport_y;
    let track = Rect::from_min_size(
        Pos2::new(right - VOLUME, y - size::STEP_3),
        Vec2::new(VOLUME, size::STEP_6),
    );
    let speaker = Pos2::new(track.left() - size::STEP_2 - Size::Body.icon() / 2.0, y);
    icon::paint(
        ui,
        speaker,
        icons::SPEAKER,
        Size::Body.icon(),
        look.palette.text,
    );
    let percent = (view.volume * 100.0).round() as u32;
    let words = tr!(look.words, "review-volume-value", percent = percent);
    let name = tr!(look.words, "review-volume");
    let (response, asked) = slider::at(ui, track, &name, view.volume, &words);
    if let Some(volume) = asked {
        out.push(Command::SetVolume(volume));
    }
    response.on_hover_ui(|ui| {
        let words = format!("{name} {words}");
        text::label(
            ui,
            &words,
            Size::Caption,
            Weight::Regular,
            look.palette.text,
        );
    });
}
