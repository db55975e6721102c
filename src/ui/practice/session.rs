//! What practice draws of a session: who asks, how much of their time is left, and the ways out.

use egui::{Pos2, Rect, Role, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::i18n::dates;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::task_view::TaskHeader;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::theme::{icons, size};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::figures;
use crate::ui::widgets::words::{self, Ink};

/// Draws the interviewer and their clock at the top left, within `room`.
pub fn top_ui(ui: &mut Ui, look: &UiContext<'_>, (from, room): (Pos2, f32), top: &TaskHeader) {
    let TaskHeader::Session {
        interviewer,
        of,
        left_secs,
        pauses,
        general,
    } = *top
    else {
        return;
    };
    let w = look.words;
    let palette = look.palette;
    let who = tr!(w, "interview-of", number = interviewer, of = of);
    let time = dates::clock(left_secs.ceil());
    let up = left_secs <= 0.0;
    let clock = if up {
        tr!(w, "interview-time-up")
    } else {
        tr!(w, "interview-left", time = time.as_str())
    };
    let strong = Ink::strong(Size::Body, palette.text);
    let mut x = from.x + words::left(ui, from, &who, strong) + size::STEP_3;
    let corner = Pos2::new(x, from.y - Size::Body.line() / 2.0);
    x += figures::paint(
        ui,
        corner,
        &clock,
        Size::Body,
        Weight::Regular,
        palette.text2,
    );
    let more = match (pauses, general) {
        (true, _) => Some(tr!(w, "interview-pauses")),
        (false, true) => Some(tr!(w, "interview-general")),
        (false, false) => None,
    };
    if let Some(more) = more {
        let ink = Ink::regular(Size::Caption, palette.text3);
        x += size::STEP_3;
        if x + words::width(ui, &more, ink) <= from.x + room {
            words::left(ui, Pos2::new(x, from.y), &more, ink);
        }
    }
    // The minute, not the second: a screen reader would never come to an end.
    let name = if up {
        format!("{who} · {clock}")
    } else {
        let minutes = (left_secs / 60.0).ceil() as u32;
        format!(
            "{who} · {}",
            tr!(w, "interview-minutes-left", minutes = minutes)
        )
    };
    announce(ui, from, room, "session", Role::Status, &name);
}

/// Draws the ways out beside the disc, between two answers.
pub fn beside_ui(ui: &mut Ui, look: &UiContext<'_>, geometry: &Geometry, out: &mut Vec<Command>) {
    let pause = tr!(look.words, "interview-pause");
    let button = Button::quiet(&pause)
        .icon(icons::PAUSE)
        .does(Action::PauseSession);
    if button.centered_at(ui, geometry.beside_disc(-1.0)).clicked() {
        out.push(Command::PauseSession);
    }
    let next = tr!(look.words, "interview-next");
    let button = Button::quiet(&next).icon(icons::FAST_FORWARD);
    if button.centered_at(ui, geometry.beside_disc(1.0)).clicked() {
        out.push(Command::NextInterviewer);
    }
}

/// Tells screen readers of what stands at the top left.
pub(super) fn announce(ui: &Ui, from: Pos2, room: f32, id: &'static str, role: Role, words: &str) {
    let corner = Pos2::new(from.x, from.y - size::BADGE / 2.0);
    let rect = Rect::from_min_size(corner, Vec2::new(room, size::BADGE));
    words::announce(ui, rect, id, role, words);
}
