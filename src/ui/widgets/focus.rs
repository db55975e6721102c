//! The focus ring: 2 px of ink, 2 px outside the shape; that what has it is in view, and keeps its arrows.

use egui::accesskit::Action;
use egui::{
    CornerRadius, EventFilter, FocusDirection, Id, Key, Popup, Rect, Response, Stroke, StrokeKind,
    Ui,
};

use crate::ui::theme::{palette, size};

/// Draws the ring when the widget has the keyboard, and scrolls to where it is.
pub fn ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    follow(response);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(size::FOCUS_GAP),
            CornerRadius::same(radius.saturating_add(2)),
            Stroke::new(size::EMPHASIS, palette(ui.ctx()).text),
            StrokeKind::Outside,
        );
    }
}

/// Scrolls to a widget that has just been given the keyboard, for those that draw no ring.
pub fn follow(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Closes what a widget opened when Tab is pressed in it: the keyboard does not walk out of it and leave it
/// open. To be called before it is drawn.
pub fn leave_with_tab(opener: &Response, popup: Id) {
    let ctx = &opener.ctx;
    let inside = ctx.memory(|memory| memory.focused().is_some_and(|id| id != opener.id));
    if inside && ctx.input(|input| input.key_pressed(Key::Tab)) {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        Popup::close_id(ctx, popup);
        opener.request_focus();
    }
}

/// Steps that a widget was asked to go.
pub struct Steps {
    pub back: usize,
    pub on: usize,
}

/// What a widget was asked by the arrows while it has the keyboard, which then do not move the focus, and
/// by screen readers.
pub fn steps(ui: &Ui, response: &Response) -> Steps {
    let id = response.id;
    let has_focus = response.has_focus();
    if has_focus {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    ui.input(|input| {
        let asked = |key, action| {
            let presses = if has_focus { input.num_presses(key) } else { 0 };
            presses + input.num_accesskit_action_requests(id, action)
        };
        Steps {
            back: asked(Key::ArrowLeft, Action::Decrement),
            on: asked(Key::ArrowRight, Action::Increment),
        }
    })
}
