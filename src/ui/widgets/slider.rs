//! A small slider for a share from 0 to 1: a line, filled up to a knob.

use egui::accesskit::{Action, ActionData};
use egui::{
    CornerRadius, EventFilter, Key, Pos2, Rangef, Rect, Response, Role, Sense, Ui, WidgetInfo,
};

use crate::ui::theme::{palette, size};
use crate::ui::widgets::focus;

/// Radius of the knob.
const KNOB: f32 = 6.0;
/// Share that one press of an arrow key moves.
const STEP: f32 = 0.05;
/// Smaller changes are not worth a word.
const LEAST: f32 = 0.005;

/// Places a slider into a rectangle, whose height is only for the pointer. `words` is the value
/// as it is spoken. Returns the value asked for in this pass.
pub fn at(ui: &mut Ui, rect: Rect, name: &str, value: f32, words: &str) -> (Response, Option<f32>) {
    let colors = palette(ui.ctx());
    let response = ui.interact(
        rect.expand2(egui::vec2(KNOB, 0.0)),
        ui.scope_id().with(("slider", name)),
        Sense::click_and_drag(),
    );
    let value = value.clamp(0.0, 1.0);
    let (left, right) = (rect.left() + KNOB, rect.right() - KNOB);
    let knob = Pos2::new(egui::lerp(left..=right, value), rect.center().y);
    let track = |from: f32, to: f32| {
        Rect::from_x_y_ranges(
            Rangef::new(from, to),
            Rangef::new(knob.y - 2.0, knob.y + 2.0),
        )
    };
    let radius = CornerRadius::same(2);
    let painter = ui.painter();
    painter.rect_filled(track(rect.left(), rect.right()), radius, colors.control);
    painter.rect_filled(track(rect.left(), knob.x), radius, colors.text);
    painter.circle_filled(knob, KNOB, colors.text);
    let around = Rect::from_center_size(rect.center(), egui::vec2(rect.width(), 2.0 * KNOB));
    focus::ring(ui, &response, around.expand(2.0), size::RADIUS_SEGMENT);

    let pointed = response
        .interact_pointer_pos()
        .filter(|_| response.is_pointer_button_down_on() || response.clicked())
        .map(|at| ((at.x - left) / (right - left).max(1.0)).clamp(0.0, 1.0));
    let asked = pointed.or_else(|| stepped(ui, &response, value));

    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, true, name);
        info.value = Some(f64::from(value));
        info.current_text_value = Some(words.to_owned());
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(1.0);
        node.set_numeric_value_step(f64::from(STEP));
        for action in [Action::SetValue, Action::Increment, Action::Decrement] {
            node.add_action(action);
        }
    });
    (
        response,
        asked.filter(|asked| (asked - value).abs() > LEAST),
    )
}

fn stepped(ui: &Ui, response: &Response, value: f32) -> Option<f32> {
    let id = response.id;
    let (mut steps, set) = ui.input(|input| {
        let up = input.num_accesskit_action_requests(id, Action::Increment) as f32;
        let down = input.num_accesskit_action_requests(id, Action::Decrement) as f32;
        let set = input
            .accesskit_action_requests(id, Action::SetValue)
            .filter_map(|request| match request.data {
                Some(ActionData::NumericValue(value)) => Some(value as f32),
                _ => None,
            })
            .last();
        (up - down, set)
    });
    if response.has_focus() {
        // Its arrows move the knob, not the focus.
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        steps += ui.input(|input| {
            let presses = |key| input.num_presses(key) as f32;
            presses(Key::ArrowRight) + presses(Key::ArrowUp)
                - presses(Key::ArrowLeft)
                - presses(Key::ArrowDown)
        });
    }
    set.or((steps != 0.0).then_some(value + steps * STEP))
        .map(|asked| asked.clamp(0.0, 1.0))
}
