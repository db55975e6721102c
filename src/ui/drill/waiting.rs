//! A round that is under way while the person looked at something else.

use egui::{Pos2, Ui};

use crate::flow::Command;
use crate::flow::drill::DrillRound;
use crate::flow::keys::Action;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::round_words;
use crate::ui::settings::parts::{Column, group};
use crate::ui::theme::size;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{figures, language_bar};

/// Width of the bar that stands for the languages.
const BAR: f32 = 48.0;

/// Draws where it stands, and the two ways on.
pub fn show(
    ui: &mut Ui,
    look: &UiContext<'_>,
    round: &DrillRound,
    column: &mut Column,
    out: &mut Vec<Command>,
) {
    let w = look.words;
    let name = tr!(w, "drill-under-way");
    group(ui, look, column, &name, |ui, rows| {
        rows.room(size::STEP_6);
        let at = Pos2::new(rows.column.inner_left(), rows.column.y);
        let count = format!("{} / {}", round.number, round.of);
        let ink = look.palette.text;
        let width = figures::paint(ui, at, &count, Size::Display, Weight::SemiBold, ink);
        let middle = at.y + Size::Display.line() / 2.0;
        let bar = Pos2::new(at.x + width + size::STEP_4 + BAR / 2.0, middle);
        language_bar::paint(ui, bar, round.plan, BAR);
        rows.room(Size::Display.line() + size::STEP_1);
        let said = round_words(look, round.kind, round.plan.switch_to());
        rows.sentence(ui, &said, Size::Body);
        rows.room(size::STEP_4);
        let at = Pos2::new(rows.column.inner_left(), rows.column.y);
        let go_on = tr!(w, "drill-go-on");
        let go_on = Button::primary(&go_on).does(Action::StartRound);
        let width = go_on.measure(ui).x;
        if go_on.at(ui, at).clicked() {
            out.push(Command::StartRound(round.kind));
        }
        let end = tr!(w, "drill-end");
        let at = Pos2::new(at.x + width + size::STEP_2, at.y);
        if Button::quiet(&end)
            .does(Action::EndRound)
            .at(ui, at)
            .clicked()
        {
            out.push(Command::EndRound);
        }
        rows.room(size::BUTTON + size::STEP_6);
    });
}
