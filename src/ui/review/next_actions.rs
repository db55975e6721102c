//! The ways on below everything: the same again, deeper, or another question.

use egui::{Align, Layout, Response, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::model::question::FollowUpKind;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::layout;
use crate::ui::review::mended;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::icons::Icon;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::{form, icon, keycap};

/// Width of the sign that opens the other follow-ups.
const MORE: f32 = 28.0;

/// Draws the ways on. Returns whether the quiet button for rating or notes was pressed.
pub fn ways_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>, swap: Option<&str>) -> bool {
    let w = cx.words;
    let retake = tr!(w, "review-retake");
    // What digs is not told: an interviewer does not announce it either.
    let dig = match view.next {
        Some(FollowUpKind::Step) => tr!(w, "chain-next-step"),
        Some(_) => tr!(w, "chain-next"),
        None => tr!(w, "chain-none-left"),
    };
    let next = tr!(w, "review-next");
    let may_dig = view.next.is_some();
    let mut ways = Ways {
        swap: swap.map(Button::quiet),
        retake: Button::primary(&retake).does(Action::Retake),
        dig: NextAction {
            button: Button::secondary(&dig)
                .does(Action::FollowUp)
                .enabled(may_dig),
            named: (&dig, Action::FollowUp),
            icon: icons::FOLLOW_UP,
            enabled: may_dig,
            as_sign: false,
        },
        next: NextAction {
            button: Button::quiet(&next).does(Action::NextQuestion),
            named: (&next, Action::NextQuestion),
            icon: icons::SHUFFLE,
            enabled: true,
            as_sign: false,
        },
    };
    ways.fit(ui);
    // The words of a quiet button end on the edge of the column, not its padding.
    let place = ui.max_rect();
    let row = place.with_max_x(place.right() + size::STEP_3);
    let ui = &mut layout::part(ui, "row", row, Layout::left_to_right(Align::Center));
    if ui.add(ways.retake).clicked() {
        cx.push(Command::Retake);
    }
    mended::more_ui(ui, cx, view);
    ui.add_space(size::STEP_2);
    if ways.dig.show(ui).clicked() {
        cx.push(Command::AskFollowUp(None));
    }
    if may_dig && view.breaks_in {
        more_ui(ui, cx);
    }
    form::at_right(ui, |ui| {
        if ways.next.show(ui).clicked() {
            cx.push(Command::NextQuestion);
        }
        ways.swap.is_some_and(|swap| ui.add(swap).clicked())
    })
}

/// All ways on.
struct Ways<'a> {
    swap: Option<Button<'a>>,
    retake: Button<'a>,
    dig: NextAction<'a>,
    next: NextAction<'a>,
}

impl Ways<'_> {
    /// Makes them as short as the row needs: first the keys give way, then the words of what has a sign.
    fn fit(&mut self, ui: &Ui) {
        let signs = MORE + mended::SIGN;
        let room = ui.available_width() + size::STEP_3 - size::STEP_2 * 2.0 - signs;
        let swap = self.swap.map_or(0.0, |swap| swap.measure(ui).x);
        for step in [NextAction::without_key, NextAction::sign] {
            let wide = self.retake.measure(ui).x + self.dig.width(ui) + self.next.width(ui) + swap;
            if wide > room {
                self.retake = self.retake.without_key();
                self.dig = step(self.dig);
                self.next = step(self.next);
            }
        }
    }
}

/// A way on: in words, or as a sign with a name where there is little room.
#[derive(Clone, Copy)]
struct NextAction<'a> {
    button: Button<'a>,
    /// What the sign is called, and which key does the same.
    named: (&'a str, Action),
    icon: Icon,
    enabled: bool,
    as_sign: bool,
}

impl NextAction<'_> {
    fn without_key(mut self) -> Self {
        self.button = self.button.without_key();
        self
    }

    fn sign(mut self) -> Self {
        self.as_sign = true;
        self
    }

    fn width(&self, ui: &Ui) -> f32 {
        if self.as_sign {
            size::BUTTON
        } else {
            self.button.measure(ui).x
        }
    }

    fn show(self, ui: &mut Ui) -> Response {
        if self.as_sign {
            icon::inline_button_for(ui, size::BUTTON, self.icon, self.named, self.enabled)
        } else {
            ui.add(self.button)
        }
    }
}

/// The follow-ups of a certain kind, behind a sign beside the button.
fn more_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
    let w = cx.words;
    ui.add_space(2.0);
    let (_, rect) = ui.allocate_space(Vec2::new(MORE, size::BUTTON));
    let name = tr!(w, "chain-more");
    let points = Size::Caption.icon();
    let opener = icon::button(ui, rect, icons::CARET_DOWN, points, &name, true);
    let choice = |label: String, action: Action, value: Command| Choice {
        value,
        label: keycap::with_key(ui, label, action),
        current: false,
    };
    let choices = [
        choice(
            tr!(w, "chain-more-depth"),
            Action::Deeper,
            Command::AskFollowUp(Some(FollowUpKind::Depth)),
        ),
        choice(
            tr!(w, "chain-interrupt"),
            Action::Interrupt,
            Command::InterruptMe,
        ),
    ];
    cx.out.extend(chip::list(&opener, &choices));
}
