//! The timeline without rows: nothing answered yet, being read, cannot be read, nothing found.

use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::state::Screen;
use crate::ui::theme::size;
use crate::ui::timeline::view::{Empty, Why};
use crate::ui::widgets::button::Button;
use crate::ui::{Cx, UiContext};

/// The lines of the picture, and how far they lie apart.
const LINES: f32 = 760.0;
const PITCH: f32 = 32.0;
/// Marks that are promised: right of the first line's left end and below the top line.
const PROMISED: [Vec2; 8] = [
    Vec2::new(90.0, 102.0),
    Vec2::new(170.0, 80.0),
    Vec2::new(236.0, 94.0),
    Vec2::new(318.0, 68.0),
    Vec2::new(392.0, 76.0),
    Vec2::new(470.0, 54.0),
    Vec2::new(548.0, 60.0),
    Vec2::new(620.0, 34.0),
];
const FIRST: Vec2 = Vec2::new(20.0, 96.0);

/// Draws what there is to say, and the way on.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, empty: &Empty) {
    let button = empty.button.as_ref().map(|words| match empty.why {
        Why::First => Button::primary(words).does(Action::NextQuestion),
        Why::NoMatch => Button::secondary(words),
        Why::Opening | Why::Failed => Button::primary(words),
    });
    let picture = match empty.why {
        Why::NoMatch => Vec2::ZERO,
        _ => Vec2::new(LINES, PITCH * 4.0),
    };
    let (look, first) = (cx.look, empty.why == Why::First);
    let pressed = empty
        .blank
        .show(ui, button.as_slice(), picture, |ui, rect| {
            promise(ui, &look, rect, first);
        });
    if pressed.is_none() {
        return;
    }
    match empty.why {
        Why::First => cx.push(Command::NextQuestion),
        Why::Opening | Why::Failed => cx.push(Command::GoTo(Screen::Settings)),
        Why::NoMatch => cx.push(Command::ShowAllAnswers),
    }
}

/// The picture of what will be here; with marks where it is promised.
fn promise(ui: &Ui, look: &UiContext<'_>, rect: Rect, marks: bool) {
    let palette = look.palette;
    for line in 0_u8..5 {
        let y = rect.top() + f32::from(line) * PITCH + 0.5;
        let stroke = Stroke::new(size::HAIRLINE, palette.line);
        ui.painter().hline(rect.x_range(), y, stroke);
    }
    if !marks {
        return;
    }
    let place = |at: Vec2| rect.min + Vec2::new(at.x * rect.width() / LINES, at.y);
    for at in PROMISED {
        dashed_circle(ui, place(at), palette.background, palette.control);
    }
    let first = place(FIRST);
    let edge = Stroke::new(1.5, palette.korean);
    ui.painter().circle(first, 14.0, palette.background, edge);
    ui.painter().circle_filled(first, 6.0, palette.korean);
}

fn dashed_circle(ui: &Ui, center: Pos2, fill: Color32, edge: Color32) {
    ui.painter().circle_filled(center, 5.5, fill);
    let points: Vec<Pos2> = (0..=32)
        .map(|step| {
            let angle = std::f32::consts::TAU * step as f32 / 32.0;
            center + Vec2::angled(angle) * 5.0
        })
        .collect();
    for shape in Shape::dashed_line(&points, Stroke::new(1.0, edge), 2.0, 2.0) {
        ui.painter().add(shape);
    }
}
