//! Progress without a figure: nothing recorded yet, being read, cannot be read.

use egui::{Rect, Shape, Stroke, StrokeKind, Ui, Vec2};

use crate::model::language::Language;
use crate::ui::progress::plot;
use crate::ui::progress::view::WayOn;
use crate::ui::theme::size;
use crate::ui::widgets::blank::Blank;
use crate::ui::widgets::button::Button;
use crate::ui::{Cx, UiContext};

/// The lines of the picture: how wide, how far apart, how many.
const LINES: f32 = 560.0;
const PITCH: f32 = 32.0;
const COUNT: u8 = 4;
/// Weeks that are promised: the share of width and height at which they lie.
const PROMISED: [(f32, f32); 6] = [
    (0.05, 0.12),
    (0.23, 0.24),
    (0.41, 0.36),
    (0.59, 0.54),
    (0.77, 0.66),
    (0.95, 0.76),
];

/// Draws what there is to say, and the way on.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, blank: &Blank, way_on: Option<WayOn>) {
    let button = way_on.as_ref().map(|way_on| {
        let button = Button::primary(&way_on.words);
        way_on.action.map_or(button, |action| button.does(action))
    });
    let picture = Vec2::new(LINES, PITCH * f32::from(COUNT - 1));
    let look = cx.look;
    let pressed = blank.show(ui, button.as_slice(), picture, |ui, rect| {
        promise(ui, &look, rect);
    });
    if pressed.is_some() {
        cx.out.extend(way_on.map(|way_on| way_on.command));
    }
}

/// What this screen will be: a falling line, only promised.
fn promise(ui: &Ui, look: &UiContext<'_>, rect: Rect) {
    let palette = look.palette;
    for line in 0..COUNT {
        ui.painter().hline(
            rect.x_range(),
            rect.top() + f32::from(line) * PITCH + 0.5,
            Stroke::new(size::HAIRLINE, palette.line),
        );
    }
    let points = PROMISED.map(|(x, y)| rect.min + rect.size() * Vec2::new(x, y));
    let stroke = Stroke::new(size::HAIRLINE, palette.control);
    for dash in Shape::dashed_line(&points, stroke, 3.0, 4.0) {
        ui.painter().add(dash);
    }
    for (at, point) in points.into_iter().enumerate() {
        if at == 0 {
            plot::mark(ui, look, point, Language::English);
        } else {
            let mark = Rect::from_center_size(point, Vec2::splat(8.0));
            let fill = palette.background;
            ui.painter()
                .rect(mark, 1.0, fill, stroke, StrokeKind::Inside);
        }
    }
}
