//! The ways on below everything: the same again, deeper, or another question.

use egui::{Pos2, Rect, Response, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::model::question::FollowUpKind;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::review::layout::Places;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::icons::Icon;
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
    look: &UiContext<'_>,
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
    let mut retake = Button::primary(&retake).does(Action::Retake);
    let mut dig = NextAction::Words(
        Button::secondary(&dig)
            .does(Action::FollowUp)
            .enabled(view.next.is_some()),
        (&dig, icons::FOLLOW_UP, view.next.is_some()),
    );
    let mut next = NextAction::Words(
        Button::quiet(&next).does(Action::NextQuestion),
        (&next, icons::SHUFFLE, true),
    );
    let swap = swap.map(Button::quiet);
    let room = places.column.span() + size::STEP_3 - size::STEP_2 * 2.0 - MORE;
    let swap_wide = swap.map_or(0.0, |swap| swap.measure(ui).x);
    // First the keys give way, then the words of what has a sign.
    for step in [NextAction::without_key, NextAction::sign] {
        let wide = retake.measure(ui).x + dig.width(ui) + next.width(ui) + swap_wide;
        if wide > room {
            retake = retake.without_key();
            dig = step(dig);
            next = step(next);
        }
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
    let right = places.column.max + size::STEP_3;
    let at = Pos2::new(right - next.width(ui), y);
    let next = next.at(ui, at);
    if next.clicked() {
        out.push(Command::NextQuestion);
    }
    swap.is_some_and(|swap| {
        let right = Pos2::new(next.rect.left(), y);
        swap.right_at(ui, right).clicked()
    })
}

/// A way on: in words, or as a sign with a name where there is little room.
#[derive(Clone, Copy)]
enum NextAction<'a> {
    Words(Button<'a>, Sign<'a>),
    Sign(Sign<'a>),
}

/// Name, icon, and whether it can be pressed.
type Sign<'a> = (&'a str, Icon, bool);

impl NextAction<'_> {
    fn without_key(self) -> Self {
        match self {
            Self::Words(button, sign) => Self::Words(button.without_key(), sign),
            Self::Sign(_) => self,
        }
    }

    fn sign(self) -> Self {
        match self {
            Self::Words(_, sign) | Self::Sign(sign) => Self::Sign(sign),
        }
    }

    fn width(&self, ui: &Ui) -> f32 {
        match self {
            Self::Words(button, _) => button.measure(ui).x,
            Self::Sign(_) => size::BUTTON,
        }
    }

    fn at(self, ui: &mut Ui, at: Pos2) -> Response {
        match self {
            Self::Words(button, _) => button.at(ui, at),
            Self::Sign((name, shape, enabled)) => {
                let rect = Rect::from_min_size(at, Vec2::splat(size::BUTTON));
                icon::button(ui, rect, shape, Size::Body.icon(), name, enabled)
            }
        }
    }
}

/// The follow-ups of a certain kind, behind a sign beside the button.
fn more_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
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
