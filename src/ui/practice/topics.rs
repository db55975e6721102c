//! The card on which the candidate chooses a topic: each with its key, and how it went so far.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::flow::Command;
use crate::i18n::names;
use crate::model::filter::Filter;
use crate::tr;
use crate::ui::UiContext;
use crate::ui::practice::geometry::Geometry;
use crate::ui::practice::question_text::laid_out;
use crate::ui::practice::topics_view::TopicView;
use crate::ui::theme::size;
use crate::ui::theme::text::Size;
use crate::ui::widgets::words::{self, Ink};
use crate::ui::widgets::{chip, focus, keycap};

/// Height of a row, wide and small.
const ROW: [f32; 2] = [36.0, 30.0];
/// How far the fill of a row reaches beyond its words.
const REACH: f32 = 12.0;
/// Where the name begins, past the key.
const NAME_X: f32 = 36.0;

/// Draws the choice.
pub fn topics_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    geometry: &Geometry,
    topics: &[TopicView],
    out: &mut Vec<Command>,
) {
    let inner = geometry.card_inner();
    let ask = tr!(look.words, "chain-topic-ask");
    let [wide, small] = ROW;
    let row = if geometry.small { small } else { wide };
    let bottom = inner.bottom() - if geometry.small { 16.0 } else { 28.0 };
    let first = bottom - row * topics.len() as f32;
    let mut top = geometry.head_top();
    if !geometry.small {
        let who = tr!(look.words, "drill-interviewer");
        chip::plain(ui, Pos2::new(inner.left(), top), &who);
        top += size::CHIP + size::STEP_2;
    }
    let galley = laid_out(ui, look, &ask, Size::Title, inner.width());
    // In the middle of what the rows leave.
    let y = (f32::midpoint(top, first) - galley.size().y / 2.0).max(inner.top());
    let corner = Pos2::new(inner.left(), y.round());
    let rect = Rect::from_min_size(corner, galley.size());
    ui.painter().galley(corner, galley, look.palette.text);
    // The words as they are, without the breaks of their lines.
    words::announce(ui, rect, "topic-question", Role::Label, &ask);
    for (at, topic) in topics.iter().enumerate() {
        let y = first + row * at as f32;
        let place = Rect::from_min_size(
            Pos2::new(inner.left() - REACH, y),
            Vec2::new(inner.width() + REACH * 2.0, row),
        );
        row_ui(ui, look, place, (at + 1, topic), out);
    }
}

fn row_ui(
    ui: &mut Ui,
    look: &UiContext<'_>,
    place: Rect,
    (number, topic): (usize, &TopicView),
    out: &mut Vec<Command>,
) {
    let palette = look.palette;
    let id = ui.scope_id().with(("topic", number));
    let response = ui.interact(place, id, Sense::click());
    if response.hovered() {
        let radius = CornerRadius::same(size::RADIUS_ROW);
        ui.painter()
            .rect_filled(place, radius, palette.surface_variant);
    }
    let name = names::subject(look.words, topic.subject);
    let so_far = match (topic.answered, topic.last_score) {
        (0, _) => tr!(look.words, "chain-topic-none"),
        (count, None) => tr!(look.words, "practice-answered", count = count),
        (count, Some(score)) => tr!(
            look.words,
            "practice-answered-scored",
            count = count,
            score = format!("{score:.1}")
        ),
    };
    let left = place.left() + REACH;
    let y = place.center().y;
    keycap::paint(ui, Pos2::new(left, y), &number.to_string(), false);
    let ink = Ink::strong(Size::Body, palette.text);
    words::left(ui, Pos2::new(left + NAME_X, y), &name, ink);
    let quiet = Ink::regular(Size::Caption, palette.text2);
    words::right(ui, Pos2::new(place.right() - REACH, y), &so_far, quiet);
    focus::ring(ui, &response, place, size::RADIUS_ROW);
    let said = format!("{name}, {so_far}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.clicked() {
        let filter = Filter::Subject(topic.subject);
        out.push(Command::SetPracticeFilter(filter));
    }
}
