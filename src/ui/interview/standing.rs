//! A session that stands: one that waits from before, one that was paused, and a break.

use egui::{Align, Layout, Rect, Role, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::Cx;
use crate::ui::interview::view::{Break, Standing};
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{access, figures, form, icon};

/// Height of the card of a break, where there is room.
const BREAK: f32 = 320.0;
/// The icon of a break.
const COFFEE: f32 = 32.0;
/// Height of what stands on the card of a break below the icon.
const WORDS: f32 = 152.0;

/// Draws its card.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, standing: &Standing) {
    form::group(ui, &standing.name, |ui| {
        ui.add_space(size::STEP_4);
        if let Some([clock, of]) = &standing.clock {
            form::figure(ui, clock, of);
            ui.add_space(size::STEP_1);
        }
        if let Some(which) = &standing.which {
            form::sentence(ui, which, Size::Body);
        }
        for note in &standing.notes {
            form::sentence(ui, note, Size::Caption);
        }
        ui.add_space(size::STEP_3);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = size::STEP_1;
            for (at, (label, command)) in standing.ways.iter().enumerate() {
                let button = if at == 0 {
                    Button::primary(label).does(Action::StartSession)
                } else {
                    Button::quiet(label)
                };
                if ui.add(button).clicked() {
                    cx.push(command.clone());
                }
            }
        });
        ui.add_space(size::STEP_4);
    });
}

/// A break: how much of it is left, and nothing else.
pub fn break_ui(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Break) {
    let room = ui.max_rect();
    let width = form::column_width(room.width(), size::COLUMN);
    let height = BREAK.min(room.height() - size::STEP_4 * 2.0);
    let card = Vec2::new(width, height.max(0.0));
    let rect = Rect::from_center_size(room.center(), card);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
        form::card(ui, |ui| {
            ui.set_min_height(card.y);
            ui.vertical_centered(|ui| break_words(ui, cx, pause, card.y));
        });
    });
}

fn break_words(ui: &mut Ui, cx: &mut Cx<'_>, pause: &Break, height: f32) {
    let palette = cx.palette;
    // Where there is little room, the picture goes first.
    let picture = if height >= BREAK { COFFEE + 12.0 } else { 0.0 };
    ui.add_space(((height - WORDS - picture) / 2.0).max(0.0));
    if picture > 0.0 {
        icon::plain(ui, icons::COFFEE, COFFEE, palette.text3);
        ui.add_space(size::STEP_3);
    }
    let title = words::label(ui, &pause.title, Ink::strong(Size::Body, palette.text2));
    access::heading(&title, &pause.title, 1);
    ui.add_space(size::STEP_1);
    let clock = figures::show(ui, &pause.clock, Ink::strong(Size::Display, palette.text));
    clock.widget_info(|| WidgetInfo::labeled(Role::Status, true, &pause.said));
    // What is said by itself changes once in a minute; who asks hears the seconds too.
    access::described(&clock, &pause.clock);
    ui.add_space(size::STEP_1);
    words::label(ui, &pause.below, Ink::regular(Size::Caption, palette.text3));
    ui.add_space(size::STEP_4);
    let go_on = Button::primary(&pause.go_on).does(Action::StartSession);
    let wait = tr!(cx.words, "interview-pause");
    let wait = Button::quiet(&wait).does(Action::PauseSession);
    let width = go_on.measure(ui).x + size::STEP_2 + wait.measure(ui).x;
    let room = Vec2::new(width, size::BUTTON);
    ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        if ui.add(go_on).clicked() {
            cx.push(Command::SkipBreak);
        }
        if ui.add(wait).clicked() {
            cx.push(Command::PauseSession);
        }
    });
}
