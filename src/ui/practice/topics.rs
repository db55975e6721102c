//! The card on which the candidate chooses a topic: each with its key, and how it went so far.

use egui::{Align, CornerRadius, Layout, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::model::filter::Filter;
use crate::tr;
use crate::ui::Cx;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::question_text::laid_out;
use crate::ui::practice::topics_view::TopicRow;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{chip, focus, form, keycap};

/// Height of a row, wide and small.
const ROW: [f32; 2] = [36.0, 30.0];
/// How far the fill of a row reaches beyond its words.
const REACH: f32 = 12.0;

/// Draws the choice.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, geometry: &Geometry, rows: &[TopicRow]) {
    let [wide, small] = ROW;
    let row = if geometry.small { small } else { wide };
    if !geometry.small {
        chip::show(ui, &tr!(cx.words, "drill-interviewer"));
    }
    let ask = tr!(cx.words, "chain-topic-ask");
    let galley = laid_out(ui, cx, &ask, Size::Title, ui.available_width());
    // In the middle of what the rows leave.
    let left = ui.available_height() - row * rows.len() as f32 - galley.size().y;
    let air = (left / 2.0).max(0.0).round();
    ui.add_space(air);
    words::whole(ui, galley, &ask);
    ui.add_space(left.max(0.0) - air);
    for (at, topic) in rows.iter().enumerate() {
        row_ui(ui, cx, row, at + 1, topic);
    }
}

fn row_ui(ui: &mut Ui, cx: &mut Cx<'_>, height: f32, number: usize, topic: &TopicRow) {
    let palette = cx.palette;
    let (_, room) = ui.allocate_space(Vec2::new(ui.available_width(), height));
    let place = room.expand2(Vec2::new(REACH, 0.0));
    let response = ui.interact(place, ui.scope_id().with(("topic", number)), Sense::click());
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(place, radius, palette.surface_variant);
    }
    let layout = Layout::left_to_right(Align::Center);
    let row = &mut ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
    keycap::show(row, &number.to_string());
    row.add_space(size::STEP_4);
    words::mute(row, &topic.name, Ink::strong(Size::Body, palette.text));
    form::at_right(row, |ui| {
        words::mute(
            ui,
            &topic.so_far,
            Ink::regular(Size::Caption, palette.text2),
        );
    });
    focus::ring(ui, &response, place, size::RADIUS_ROW);
    let said = format!("{}, {}", topic.name, topic.so_far);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.clicked() {
        cx.push(Command::SetPracticeFilter(Filter::Subject(topic.subject)));
    }
}
