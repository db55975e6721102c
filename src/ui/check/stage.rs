//! The disc that asks somebody to speak, and the sound while they do. The disc is of ink: red means
//! that something is being recorded, and nothing of this is kept.

use egui::{Align, CornerRadius, Layout, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::tr;
use crate::ui::Cx;
use crate::ui::check::view::StageView;
use crate::ui::check::wave;
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, focus, form, icon, keycap, lines};

/// Diameter of the ring, and of the disc in it.
const RING: f32 = 112.0;
const DISC: f32 = 88.0;
/// Side of the stop square.
const SQUARE: f32 = 32.0;
/// The icon in the disc.
const SIGN: f32 = 40.0;
/// Widest lines of words under the disc.
const WORDS: f32 = 420.0;
/// The key that does what the disc does.
const KEY: &str = "Space";

/// Draws the card.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, stage: &StageView<'_>) {
    let name = match stage {
        StageView::Listening { began: false, .. } => tr!(cx.words, "check-opening"),
        StageView::Listening { began: true, .. } => tr!(cx.words, "check-listening"),
        _ => tr!(cx.words, "check-speak"),
    };
    form::card(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(if cx.small { 20.0 } else { 44.0 });
            disc(ui, cx, stage, &name);
            ui.add_space(size::STEP_4);
            say(ui, cx, &name);
            ui.add_space(size::STEP_3);
            // One height for asking and listening, so that the disc keeps its place.
            let room = Vec2::new(ui.available_width(), wave::HEIGHT);
            ui.allocate_ui_with_layout(room, Layout::top_down(Align::Center), |ui| {
                ui.set_min_height(wave::HEIGHT);
                below(ui, cx, stage);
            });
            ui.add_space(if cx.small { 16.0 } else { 36.0 });
        })
    });
}

fn disc(ui: &mut Ui, cx: &mut Cx<'_>, stage: &StageView<'_>, name: &str) {
    let palette = cx.palette;
    let (ring, response) = ui.allocate_exact_size(Vec2::splat(RING), Sense::click());
    let edge = Stroke::new(size::HAIRLINE, palette.line);
    let painter = ui.painter();
    painter.circle(ring.center(), RING / 2.0 - 1.0, palette.background, edge);
    let fill = if response.hovered() {
        palette.text2
    } else {
        palette.text
    };
    if matches!(stage, StageView::Listening { .. }) {
        let square = Rect::from_center_size(ring.center(), Vec2::splat(SQUARE));
        painter.rect_filled(square, CornerRadius::same(size::RADIUS_SEGMENT), fill);
    } else {
        painter.circle_filled(ring.center(), DISC / 2.0, fill);
        let sign = icons::MICROPHONE.fill();
        icon::paint(ui, ring.center(), sign, SIGN, palette.inverse);
    }
    focus::ring(ui, &response, ring, (RING / 2.0) as u8);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    access::key(&response, KEY);
    if response.clicked() {
        cx.push(Command::CheckSpeak);
    }
}

/// What the disc does, in large letters, and its key.
fn say(ui: &mut Ui, cx: &Cx<'_>, name: &str) {
    let ink = Ink::strong(Size::Title, cx.palette.text);
    let width = words::width(ui, name, ink) + size::STEP_2 + keycap::size_of(ui, KEY).x;
    let room = Vec2::new(width, Size::Title.line());
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        words::mute(ui, name, ink);
        keycap::show(ui, KEY);
    });
}

/// What will happen, a line for each sentence; or what is heard.
fn below(ui: &mut Ui, cx: &Cx<'_>, stage: &StageView<'_>) {
    if let StageView::Listening {
        level_dbfs, peaks, ..
    } = stage
    {
        wave::show(ui, cx, peaks);
        ui.add_space(size::STEP_2);
        wave::meter(ui, cx, *level_dbfs);
    } else {
        let how = tr!(cx.words, "check-speak-how");
        let ink = Ink::regular(Size::Caption, cx.palette.text3);
        let room = WORDS.min(ui.available_width());
        let lines = lines::of(ui, &how, ink.size, ink.weight, room, 3);
        words::label(ui, &lines.text, ink);
    }
}
