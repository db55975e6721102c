//! Beside the way that answers again: a sentence of it alone, the sentences that were said again, and
//! the answer with them in their place. Not here: the list of the takes of one (`practice::mend`).

use egui::{Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::mending::{Heard, MendCommand, Mended};
use crate::i18n::dates;
use crate::tr;
use crate::ui::Cx;
use crate::ui::review::view::ReviewView;
use crate::ui::theme::text::Size;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::chip::{self, Choice};
use crate::ui::widgets::{icon, keycap};

/// Width of the sign that opens the list.
pub const SIGN: f32 = 28.0;

/// The sign, and the list that it opens.
pub fn more_ui(ui: &mut Ui, cx: &mut Cx<'_>, view: &ReviewView<'_>) {
    let (_, rect) = ui.allocate_space(Vec2::new(SIGN, size::BUTTON));
    let name = tr!(cx.words, "mend-list");
    let points = Size::Caption.icon();
    let enabled = view.sound.playable();
    let opener = icon::button(ui, rect, icons::CARET_DOWN, points, &name, enabled);
    let picked = chip::list(&opener, &choices(ui, cx, view));
    cx.out.extend(picked.map(Command::Mend));
}

fn choices(ui: &Ui, cx: &Cx<'_>, view: &ReviewView<'_>) -> Vec<Choice<MendCommand>> {
    let w = cx.words;
    let choice = |label: String, value: MendCommand| Choice {
        value,
        label,
        current: false,
    };
    let again = keycap::with_key(ui, tr!(w, "mend-say-again"), Action::SayAgain);
    let mut choices = vec![choice(again, MendCommand::SayAgain)];
    if !cx.state.said(view.attempt).is_empty() {
        let hear = if cx.state.playback.assembled {
            tr!(w, "mend-hear-recorded")
        } else {
            tr!(w, "mend-hear-assembled")
        };
        let hear = keycap::with_key(ui, hear, Action::HearAssembled);
        choices.push(choice(hear, MendCommand::HearAssembled));
        choices.push(choice(tr!(w, "mend-save"), MendCommand::SaveAssembled));
    }
    let mended = cx.state.mended(view.attempt).into_iter();
    choices.extend(mended.map(|mended| {
        let span = mended.span;
        choice(words(cx, view, &mended), MendCommand::Open(span))
    }));
    choices
}

/// Where a sentence is, and what is heard in its place.
fn words(cx: &Cx<'_>, view: &ReviewView<'_>, mended: &Mended) -> String {
    let w = cx.words;
    let clock = |frame| dates::clock_tenths(view.secs(frame));
    let (from, to) = (clock(mended.span.start_frame), clock(mended.span.end_frame));
    match mended.heard {
        Heard::First => tr!(w, "mend-heard-first", from = from, to = to),
        Heard::Take(number) => {
            let of = mended.takes;
            tr!(
                w,
                "mend-heard-take",
                from = from,
                to = to,
                number = number,
                of = of
            )
        }
        Heard::Lost => tr!(w, "mend-heard-lost", from = from, to = to),
    }
}
