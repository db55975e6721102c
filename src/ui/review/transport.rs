//! The transport: five seconds back, play or pause, five seconds on, where it stands, how fast, in a loop,
//! without pauses, how loud.

use egui::{Align, CornerRadius, Layout, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::{self, Action, SEEK_SECS};
use crate::i18n::dates;
use crate::model::settings::PLAYBACK_SPEEDS;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::layout;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::icons::{self, Icon};
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{figures, focus, form, icon, keycap, slider};

/// Radius of the circle.
const CIRCLE: f32 = 24.0;
/// Room of the volume slider.
const VOLUME: Vec2 = Vec2::new(56.0, 24.0);
/// Room in which the pointer finds an icon.
const ICON: f32 = 36.0;

/// Draws the transport into its place; in a narrow column what changes how it plays stands below.
pub fn transport_ui(ui: &mut Ui, cx: &mut Cx<'_>, place: Rect, view: &ReviewView<'_>) {
    // The icon, not the room around it, begins on the edge of the column.
    let outside = (ICON - Size::Body.icon()) / 2.0;
    let place = place.with_min_x(place.left() - outside);
    let row = Layout::left_to_right(Align::Center);
    let (above, below) = place.split_top_bottom_at_y(place.top() + layout::TRANSPORT);
    let first = &mut layout::part(ui, "transport", above, row);
    first.spacing_mut().item_spacing.x = size::STEP_2;
    let narrow = below.height() > 1.0;
    play_row_ui(first, cx, view, narrow);
    if narrow {
        form::at_right(first, |ui| volume_ui(ui, cx, view));
        let second = &mut layout::part(ui, "transport-ways", below, row);
        second.spacing_mut().item_spacing.x = size::STEP_2;
        second.add_space(outside);
        ways_ui(second, cx, view);
    } else {
        first.add_space(size::STEP_1);
        ways_ui(first, cx, view);
        form::at_right(first, |ui| volume_ui(ui, cx, view));
    }
}

/// Back, play, on, and where it stands.
fn play_row_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, narrow: bool) {
    let enabled = view.sound.playable();
    let secs = SEEK_SECS as u32;
    let back = tr!(cx.words, "review-back-secs", secs = secs);
    let on = tr!(cx.words, "review-forward-secs", secs = secs);
    let seek = |name: &str, key, by| (Sign::plain(name, key, enabled), Command::SeekBy(by));
    let (back, on) = (seek(&back, "←", -SEEK_SECS), seek(&on, "→", SEEK_SECS));
    sign_ui(ui, cx, icons::REWIND, back);
    if play_ui(ui, cx, view.playing, enabled) {
        cx.push(Command::PlayPause);
    }
    sign_ui(ui, cx, icons::FAST_FORWARD, on);
    ui.add_space(size::STEP_1);
    figures_ui(ui, cx, view, narrow);
}

/// How fast, in a loop, without pauses.
fn ways_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    // All of it fits into the smallest window.
    ui.spacing_mut().item_spacing.x = size::STEP_1;
    speed_ui(ui, cx);
    loop_ui(ui, cx, view);
    skip_ui(ui, cx, view.sound.playable());
}

/// A sign that is pressed.
struct Sign {
    name: String,
    key: &'static str,
    enabled: bool,
    /// For one that stays pressed.
    on: Option<bool>,
}

impl Sign {
    fn plain(name: &str, key: &'static str, enabled: bool) -> Self {
        let name = name.to_owned();
        Self {
            name,
            key,
            enabled,
            on: None,
        }
    }
}

fn sense(enabled: bool) -> Sense {
    if enabled {
        Sense::click()
    } else {
        Sense::hover()
    }
}

fn sign_ui(ui: &mut Ui, cx: &mut Cx<'_>, icon: Icon, (sign, command): (Sign, Command)) {
    let colors = cx.palette;
    let (_, rect) = ui.allocate_space(Vec2::splat(ICON));
    let id = ui.scope_id().with(("sign", sign.key));
    let response = ui.interact(rect, id, sense(sign.enabled));
    let on = sign.on == Some(true);
    let fill = if on {
        Some(colors.selected)
    } else {
        (sign.enabled && response.hovered()).then_some(colors.surface_variant)
    };
    if let Some(fill) = fill {
        let radius = CornerRadius::same(size::RADIUS_FIELD);
        ui.painter().rect_filled(rect, radius, fill);
    }
    let color = if sign.enabled {
        colors.text
    } else {
        colors.heat2
    };
    let icon = if on { icon.fill() } else { icon };
    icon::paint(ui, rect.center(), icon, Size::Body.icon(), color);
    focus::ring(ui, &response, rect, size::RADIUS_FIELD);
    response.widget_info(|| match sign.on {
        Some(on) => WidgetInfo::selected(Role::Switch, sign.enabled, on, &sign.name),
        None => WidgetInfo::labeled(Role::Button, sign.enabled, &sign.name),
    });
    if response.clicked() {
        cx.push(command);
    }
    keycap::tip(response, &sign.name, sign.key);
}

/// The speed, and a list of those that are offered.
fn speed_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let now = cx.state.settings.playback_speed;
    let words = |speed: f32| {
        let speed = speed.to_string();
        tr!(cx.words, "playback-speed-value", speed = speed)
    };
    let choice = |speed: f32| Choice {
        value: speed,
        label: words(speed),
        current: speed.to_bits() == now.to_bits(),
    };
    let choices: Vec<Choice<f32>> = PLAYBACK_SPEEDS.into_iter().map(choice).collect();
    let name = tr!(cx.words, "playback-speed");
    let usual = 1.0_f32.to_bits() == now.to_bits();
    let shown = words(now);
    let part = ui.scope(|ui| chip::drop_down(ui, &name, &shown, !usual, &choices));
    cx.out.extend(part.inner.map(Command::SetSpeed));
    let keys = [keys::cap(Action::Slower), keys::cap(Action::Faster)].join(" ");
    keycap::tip(part.response, &name, &keys);
}

/// Whether one goes round, and where.
fn loop_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let looped = cx.state.playback.looped;
    let clock = |frame| dates::clock_tenths(view.secs(frame));
    let name = match looped {
        Some(span) => {
            let (from, to) = (clock(span.start_frame), clock(span.end_frame));
            tr!(cx.words, "playback-loop-value", from = from, to = to)
        }
        None => tr!(cx.words, "playback-loop"),
    };
    let sign = Sign {
        on: Some(looped.is_some()),
        ..Sign::plain(&name, keys::cap(Action::LoopPhrase), view.sound.playable())
    };
    sign_ui(ui, cx, icons::LOOP, (sign, Command::LoopPhrase));
}

fn skip_ui(ui: &mut Ui, cx: &mut Cx<'_>, enabled: bool) {
    let name = tr!(cx.words, "playback-skip");
    let sign = Sign {
        on: Some(cx.state.settings.skip_silence),
        ..Sign::plain(&name, keys::cap(Action::SkipSilence), enabled)
    };
    sign_ui(ui, cx, icons::SKIP, (sign, Command::ToggleSkipSilence));
}

/// The circle. Its signs are shapes and not icons: they stand in the middle by eye.
fn play_ui(ui: &mut Ui, cx: &Cx<'_>, playing: bool, enabled: bool) -> bool {
    let colors = cx.palette;
    let (_, rect) = ui.allocate_space(Vec2::splat(CIRCLE * 2.0));
    let center = rect.center();
    let response = ui.interact(rect, ui.scope_id().with("play"), sense(enabled));
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
            let middle = center + Vec2::new(side, 0.0);
            let bar = Rect::from_center_size(middle, Vec2::new(5.0, 18.0));
            painter.rect_filled(bar, CornerRadius::same(1), ink);
        }
    } else {
        // Its weight, not its box, is in the middle.
        let sign = vec![
            center + Vec2::new(-5.0, -9.0),
            center + Vec2::new(10.0, 0.0),
            center + Vec2::new(-5.0, 9.0),
        ];
        painter.add(Shape::convex_polygon(sign, ink, Stroke::new(1.0, ink)));
    }
    focus::ring(ui, &response, rect, CIRCLE as u8);
    let name = if playing {
        tr!(cx.words, "review-pause")
    } else {
        tr!(cx.words, "review-play")
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
    let clicked = response.clicked();
    keycap::tip(response, &name, "Space");
    clicked
}

/// `0:51.2 / 1:52`, or in a narrow row that has no room for it without the whole length.
fn figures_ui(ui: &mut Ui, cx: &Cx<'_>, view: &ReviewView<'_>, narrow: bool) {
    let at = dates::clock_tenths(view.secs(view.position));
    let total = dates::clock(view.secs(view.attempt.take.frames));
    let ink = Ink::strong(Size::Body, cx.palette.text);
    let quiet = Ink::regular(Size::Body, cx.palette.text2);
    let of = format!(" / {total}");
    let width = |figure: &str, ink: Ink| figures::width(ui, figure, ink.size, ink.weight);
    let volume = VOLUME.x + Size::Body.icon() + size::STEP_2 * 3.0;
    let fits = width(&at, ink) + width(&of, quiet) <= ui.available_width() - volume;
    let both = ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let row = |ui: &mut Ui| {
            figures::show(ui, &at, ink);
            if fits || !narrow {
                figures::show(ui, &of, quiet);
            }
        };
        if !cx.state.playback.assembled {
            return row(ui);
        }
        // Nobody is to take it for what was recorded.
        ui.vertical(|ui| {
            ui.horizontal(row);
            let assembled = tr!(cx.words, "mend-assembled");
            words::label(ui, &assembled, Ink::strong(Size::Caption, cx.palette.text));
        });
    });
    let said = format!("{at} / {total}");
    let label = || WidgetInfo::labeled(Role::Label, true, &said);
    both.response.widget_info(label);
}

fn volume_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let (_, track) = ui.allocate_space(VOLUME);
    icon::plain(ui, icons::SPEAKER, Size::Body.icon(), cx.palette.text);
    let percent = (view.volume * 100.0).round() as u32;
    let said = tr!(cx.words, "review-volume-value", percent = percent);
    let name = tr!(cx.words, "review-volume");
    let (response, asked) = slider::at(ui, track, &name, view.volume, &said);
    cx.out.extend(asked.map(Command::SetVolume));
    response.on_hover_ui(|ui| {
        let ink = Ink::regular(Size::Caption, cx.palette.text);
        words::label(ui, &format!("{name} {said}"), ink);
    });
}
