//! Which microphone and which speaker, and the tone.

use egui::{Align, Layout, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::Cx;
use crate::ui::check::view::CheckView;
use crate::ui::settings::devices::{self, DeviceChoice};
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::form;
use crate::ui::widgets::words::{self, Ink};

/// From this width on they stand beside each other.
const BESIDE: f32 = 460.0;

/// Draws them one below the other, beside the disc.
pub fn column(ui: &mut Ui, cx: &mut Cx<'_>, view: &CheckView<'_>) {
    form::card(ui, |ui| {
        ui.add_space(size::STEP_4);
        choice(ui, cx, &devices::microphone(cx.words, cx.state));
        ui.add_space(size::STEP_6);
        speaker(ui, cx, view);
        ui.add_space(size::STEP_4);
    });
}

/// Draws them side by side, above the disc; one below the other where there is little room.
pub fn across(ui: &mut Ui, cx: &mut Cx<'_>, view: &CheckView<'_>) {
    if ui.available_width() < BESIDE {
        column(ui, cx, view);
        return;
    }
    form::card(ui, |ui| {
        ui.add_space(size::STEP_3);
        ui.spacing_mut().item_spacing.x = size::STEP_4;
        ui.columns_const(|[left, right]| {
            // Columns would spread the words of each line over its whole width.
            let lines = Layout::top_down(Align::Min);
            left.with_layout(lines, |ui| {
                choice(ui, cx, &devices::microphone(cx.words, cx.state));
            });
            right.with_layout(lines, |ui| speaker(ui, cx, view));
        });
        ui.add_space(size::STEP_3);
    });
}

fn choice(ui: &mut Ui, cx: &mut Cx<'_>, choice: &DeviceChoice<'_>) {
    let ink = Ink::strong(Size::Caption, cx.palette.text2);
    words::label(ui, &choice.name, ink);
    ui.add_space(size::STEP_1);
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), size::BUTTON));
    choice.show(ui, cx.words, rect, cx.out);
    if let Some(caption) = &choice.caption {
        hint(ui, caption);
    }
}

fn speaker(ui: &mut Ui, cx: &mut Cx<'_>, view: &CheckView<'_>) {
    choice(ui, cx, &devices::speaker(cx.words, cx.state));
    ui.add_space(size::STEP_2);
    let tone = tr!(cx.words, "check-tone");
    let button = Button::secondary(&tone)
        .icon(icons::SPEAKER)
        .does(Action::CheckTone)
        .enabled(view.tone);
    // A column would stretch it.
    if ui.horizontal(|ui| ui.add(button)).inner.clicked() {
        cx.push(Command::CheckTone);
    }
    if let Some(fault) = &view.speaker_fault {
        hint(ui, &format!("{} {}", fault.what, fault.remedy));
    } else if !cx.small {
        hint(ui, &tr!(cx.words, "check-tone-how"));
    }
}

fn hint(ui: &mut Ui, words: &str) {
    ui.add_space(size::STEP_2);
    form::sentence(ui, words, Size::Caption);
}
