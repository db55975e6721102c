//! A round that is under way while the person looked at something else.

use egui::{Role, Ui, WidgetInfo};

use crate::flow::Command;
use crate::flow::drill::DrillRound;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::Cx;
use crate::ui::practice::round_words;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::words::Ink;
use crate::ui::widgets::{access, figures, form, language_bar};

/// Width of the bar that stands for the languages.
const BAR: f32 = 48.0;

/// Draws where it stands, and the two ways on.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, round: &DrillRound) {
    let w = cx.words;
    form::group(ui, &tr!(w, "drill-under-way"), |ui| {
        ui.add_space(size::STEP_6);
        ui.horizontal(|ui| {
            let count = format!("{} / {}", round.number, round.of);
            let shown = figures::show(ui, &count, Ink::strong(Size::Display, cx.palette.text));
            let said = tr!(
                w,
                "drill-take-of",
                number = { round.number },
                of = { round.of }
            );
            shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
            access::described(&shown, &count);
            ui.add_space(size::STEP_2);
            language_bar::show(ui, round.plan, BAR);
        });
        ui.add_space(size::STEP_1);
        let said = round_words(cx.words, round.kind, round.plan.switch_to());
        form::sentence(ui, &said, Size::Body);
        ui.add_space(size::STEP_4);
        ui.horizontal_wrapped(|ui| {
            let go_on = tr!(w, "drill-go-on");
            let go_on = Button::primary(&go_on).does(Action::StartRound);
            if ui.add(go_on).clicked() {
                cx.push(Command::StartRound(round.kind));
            }
            let end = tr!(w, "drill-end");
            let end = Button::quiet(&end).does(Action::EndRound);
            if ui.add(end).clicked() {
                cx.push(Command::EndRound);
            }
        });
        ui.add_space(size::STEP_6);
    });
}
