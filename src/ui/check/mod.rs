//! The sound check: which microphone and speaker, one big disc to speak, and then the verdict.

mod devices;
mod result;
mod stage;
pub mod view;
mod wave;

use egui::{Frame, Margin, Ui};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::form;
use crate::ui::widgets::words::{self, Ink};

use view::{CheckView, StageView};

/// Widest page.
const PAGE: f32 = 940.0;
/// The column of devices where it stands at the left.
const LEFT: f32 = 296.0;
/// Left and right of words outside a card, so that they stand under the words inside.
const INSET: i8 = 20;

/// Draws the screen into the room right of the rail.
pub fn check_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let view = CheckView::new(cx.words, cx.state);
    form::head(ui, PAGE, |ui| {
        if form::back(ui, &tr!(cx.words, "check-back"), Action::Close) {
            cx.push(Command::Escape);
        }
        form::title(ui, &tr!(cx.words, "check-title"));
    });
    form::page(ui, "check", PAGE, |ui| {
        ui.add_space(size::STEP_2);
        if cx.small {
            devices::across(ui, cx, &view);
            ui.add_space(size::STEP_4);
            main(ui, cx, &view);
        } else {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(LEFT);
                    devices::column(ui, cx, &view);
                });
                ui.add_space(size::STEP_4);
                ui.vertical(|ui| main(ui, cx, &view));
            });
        }
        ui.add_space(size::STEP_6);
    });
}

/// The disc or the verdict, and what to check next: everything here may be well, and the call still
/// use another microphone.
fn main(ui: &mut Ui, cx: &mut Cx<'_>, view: &CheckView<'_>) {
    match &view.stage {
        StageView::Done(done) => result::show(ui, cx, done),
        going_on => stage::show(ui, cx, going_on),
    }
    ui.add_space(size::STEP_4);
    let ink = Ink::regular(Size::Body, cx.palette.text2);
    let inset = Frame::new().inner_margin(Margin::symmetric(INSET, 0));
    inset.show(ui, |ui| {
        form::beside_icon(ui, icons::INFO, Size::Body, |ui| {
            words::label(ui, &tr!(cx.words, "check-next"), ink)
        })
    });
}
