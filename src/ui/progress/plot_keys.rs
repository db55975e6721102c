//! The keyboard's way through the dots of the plot: one Tab stop, arrows from take to take, Enter or
//! Space opens. Not here: drawing them.

use egui::accesskit::Action;
use egui::{PointerButton, Rect, Response, Role, Sense, Ui, WidgetInfo};

use crate::ui::theme::size;
use crate::ui::widgets::access;
use crate::ui::widgets::focus::{self, Steps};

/// The dot that the keyboard stands on, and what the plot answered.
pub struct Reached {
    pub at: usize,
    /// Whether it is shown: the plot has the keyboard.
    pub shown: bool,
    pub opened: bool,
    response: Response,
}

/// Takes the keys; there are `count` dots, the oldest first.
pub fn take(ui: &Ui, area: Rect, count: usize) -> Reached {
    let id = ui.scope_id().with("progress-keys");
    let response = ui.interact(area, id, Sense::click());
    let last = count.saturating_sub(1);
    let before: usize = ui.data(|data| data.get_temp(id)).unwrap_or(last);
    let Steps { back, on } = focus::steps(ui, &response);
    let at = (before + on).saturating_sub(back).min(last);
    ui.data_mut(|data| data.insert_temp(id, at));
    focus::ring(
        ui,
        &response,
        area.expand(size::STEP_1),
        size::RADIUS_SEGMENT,
    );
    Reached {
        at,
        shown: response.has_focus(),
        opened: response.clicked() && !response.clicked_by(PointerButton::Primary),
        response,
    }
}

impl Reached {
    /// Tells screen readers what the plot is and which dot is reached.
    pub fn tell(&self, name: &str, dot: &str, count: usize) {
        let info = || WidgetInfo::labeled(Role::Slider, true, name);
        self.response.widget_info(info);
        let (at, count) = ((self.at + 1) as f64, count.max(1) as f64);
        access::measure(&self.response, at, 1.0..=count, dot);
        let ctx = &self.response.ctx;
        ctx.accesskit_node_builder(self.response.id, |node| {
            node.set_numeric_value_step(1.0);
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
        });
    }
}
