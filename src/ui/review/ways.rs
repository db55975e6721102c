//! The ways on below everything: the same again, deeper, or another question.

use egui::{Pos2, Rect, Ui, Vec2};

use crate::flow::Command;
use crate::model::question::FollowUpKind;
use crate::tr;
use crate::ui::Look;
use crate::ui::review::layout::Places;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::icon;

/// Width of the sign that opens the other follow-ups.
const MORE: f32 = 28.0;

/// Draws the ways on. Returns whether the quiet button for rating or notes was pressed.
pub fn ways_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    places: &Places,
    (view, swap): (&ReviewView<'_>, Option<&str>),
    out: &mut Vec<Command>,
) -> bool {
    let w = look.words;
    let y = places.buttons_y;
    let retake = tr!(w, "review-retake");
    // What digs is not told: an interviewer does not announce it either.
    let dig = match view.next {
        Some(FollowUpKind::Step) => tr!(w, "chain-next-step"),
        Some(_) => tr!(w, "chain-next"),
        None => tr!(w, "chain-none-left"),
    };
    let next = tr!(w, "review-next");
    let mut retake = Button::primary(&retake).key("R");
    let mut dig = Button::secondary(&dig)
        .key("F")
        .enabled(view.next.is_some());
    let mut next = Button::quiet(&next).key("N");
    let swap = swap.map(Button::quiet);
    let all = [Some(retake), Some(dig), Some(next), swap];
    let wide: f32 = all.iter().flatten().map(|it| it.measure(ui).x).sum();
    let room = places.column.span() + size::STEP_3 - size::STEP_2 * 2.0 - MORE;
    if wide > room {
        retake = retake.without_key();
        dig = dig.without_key();
        next = next.without_key();
    }
    let left = Pos2::new(places.column.min, y);
    let retake = retake.at(ui, left);
    if retake.clicked() {
        out.push(Command::Retake);
    }
    let dig = dig.at(ui, Pos2::new(retake.rect.right() + size::STEP_2, y));
    if dig.clicked() {
        out.push(Command::AskFollowUp(None));
    }
    more_ui(ui, look, dig.rect, view, out);
    // The words of a quiet button end on the edge of the column, not its padding.
    let right = Pos2::new(places.column.max + size::STEP_3, y);
    let next = next.right_at(ui, right);
    if next.clicked() {
        out.push(Command::NextQuestion);
    }
    swap.is_some_and(|swap| {
        let right = Pos2::new(next.rect.left(), y);
        swap.right_at(ui, right).clicked()
    })
}

/// The follow-ups of a certain kind, behind a sign beside the button.
fn more_ui(
    ui: &mut Ui,
    look: &Look<'_>,
    beside: Rect,
    view: &ReviewView<'_>,
    out: &mut Vec<Command>,
) {
    if view.next.is_none() || !view.breaks_in {
        return;
    }
    let w = look.words;
    let corner = Pos2::new(beside.right() + 2.0, beside.top());
    let rect = Rect::from_min_size(corner, Vec2::new(MORE, beside.height()));
    let name = tr!(w, "chain-more");
    let points = Size::Caption.icon();
    let opener = icon::button(ui, rect, icons::CARET_DOWN, points, &name, true);
    let choice = |label: String, key: &str, value: Command| Choice {
        value,
        label: format!("{label} · {key}"),
        current: false,
    };
    let choices = [
        choice(
            tr!(w, "chain-more-depth"),
            "D",
            Command::AskFollowUp(Some(FollowUpKind::Depth)),
        ),
        choice(tr!(w, "chain-interrupt"), "K", Command::InterruptMe),
    ];
    out.extend(chip::list(&opener, &choices));
}
