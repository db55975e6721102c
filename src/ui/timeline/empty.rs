//! The timeline without rows: nothing answered yet, being read, cannot be read, nothing found.

use egui::{Color32, Pos2, Rect, Stroke, Ui, Vec2};

use crate::flow::Command;
use crate::flow::keys::Action;
use crate::flow::state::Screen;
use crate::i18n::faults;
use crate::model::fault::{Fault, FileFault};
use crate::tr;
use crate::ui::UiContext;
use crate::ui::theme::size;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::button::Button;

/// Height of picture, words and button together.
const BLOCK: f32 = 376.0;
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

/// Nothing answered yet. Returns where it ends.
pub fn first(ui: &mut Ui, look: &UiContext<'_>, room: Rect, out: &mut Vec<Command>) -> f32 {
    let top = picture(ui, look, room, true);
    let center = room.center().x;
    words(
        ui,
        look,
        Pos2::new(center, top),
        &tr!(look.words, "timeline-empty"),
        &[
            &tr!(look.words, "timeline-empty-how"),
            &tr!(look.words, "timeline-empty-then"),
        ],
    );
    let button = tr!(look.words, "timeline-draw");
    let at = Pos2::new(center, top + 356.0);
    if Button::primary(&button)
        .does(Action::NextQuestion)
        .centered_at(ui, at)
        .clicked()
    {
        out.push(Command::NextQuestion);
    }
    top + BLOCK
}

/// Being read.
pub fn opening(ui: &mut Ui, look: &UiContext<'_>, room: Rect) {
    let top = picture(ui, look, room, false);
    words(
        ui,
        look,
        Pos2::new(room.center().x, top),
        &tr!(look.words, "timeline-opening"),
        &[],
    );
}

/// The library cannot be used.
pub fn failed(
    ui: &mut Ui,
    look: &UiContext<'_>,
    room: Rect,
    fault: &FileFault,
    out: &mut Vec<Command>,
) {
    let top = picture(ui, look, room, false);
    let center = room.center().x;
    let fault = faults::text(look.words, &Fault::File(fault.clone()));
    let detail = fault.detail.unwrap_or_default();
    let what = fault.what.trim_end_matches('.');
    words(
        ui,
        look,
        Pos2::new(center, top),
        what,
        &[&fault.remedy, &detail],
    );
    let button = tr!(look.words, "timeline-open-settings");
    let at = Pos2::new(center, top + 356.0);
    if Button::primary(&button).centered_at(ui, at).clicked() {
        out.push(Command::GoTo(Screen::Settings));
    }
}

/// Answers there are, but none that the filters let through.
pub fn no_match(ui: &mut Ui, look: &UiContext<'_>, room: Rect, out: &mut Vec<Command>) {
    let center = room.center().x;
    let top = room.top() + ((room.height() - 150.0) * 0.4).max(0.0);
    let title = tr!(look.words, "timeline-no-match");
    centered(ui, look, Pos2::new(center, top), &title, Size::Title);
    let hint = tr!(look.words, "timeline-no-match-hint");
    centered(ui, look, Pos2::new(center, top + 36.0), &hint, Size::Body);
    let button = tr!(look.words, "timeline-show-all");
    let at = Pos2::new(center, top + 104.0);
    if Button::secondary(&button).centered_at(ui, at).clicked() {
        out.push(Command::SetQuery(String::new()));
        out.push(Command::SetTimelinePrinciple(None));
        out.push(Command::SetTimelineLanguage(None));
    }
}

/// The picture of what will be here; returns its top.
fn picture(ui: &Ui, look: &UiContext<'_>, room: Rect, promise: bool) -> f32 {
    let palette = look.palette;
    let top = (room.top() + ((room.height() - BLOCK) * 0.453).max(72.0)).round();
    let width = LINES.min(room.width() - size::MARGIN * 2.0);
    let left = (room.center().x - width / 2.0).round();
    for line in 0_u8..5 {
        let y = top + f32::from(line) * PITCH + 0.5;
        ui.painter().hline(
            left..=left + width,
            y,
            Stroke::new(size::HAIRLINE, palette.line),
        );
    }
    if promise {
        let place = |at: Vec2| Pos2::new(left + at.x * width / LINES, top + at.y);
        for at in PROMISED {
            dashed_circle(ui, place(at), palette.background, palette.control);
        }
        let first = place(FIRST);
        ui.painter().circle(
            first,
            14.0,
            palette.background,
            Stroke::new(1.5, palette.korean),
        );
        ui.painter().circle_filled(first, 6.0, palette.korean);
    }
    top
}

fn dashed_circle(ui: &Ui, center: Pos2, fill: Color32, edge: Color32) {
    ui.painter().circle_filled(center, 5.5, fill);
    let points: Vec<Pos2> = (0..=32)
        .map(|step| {
            let angle = std::f32::consts::TAU * step as f32 / 32.0;
            center + Vec2::angled(angle) * 5.0
        })
        .collect();
    for shape in egui::Shape::dashed_line(&points, Stroke::new(1.0, edge), 2.0, 2.0) {
        ui.painter().add(shape);
    }
}

/// Title and sentences under the picture that begins at `top_center`.
fn words(ui: &mut Ui, look: &UiContext<'_>, top_center: Pos2, title: &str, lines: &[&str]) {
    let title_at = top_center + Vec2::new(0.0, 208.0);
    centered(ui, look, title_at, title, Size::Display);
    let mut at = top_center + Vec2::new(0.0, 260.0);
    for line in lines.iter().filter(|line| !line.is_empty()) {
        centered(ui, look, at, line, Size::Body);
        at.y += 24.0;
    }
}

fn centered(ui: &mut Ui, look: &UiContext<'_>, top_center: Pos2, words: &str, size: Size) {
    let (weight, color) = match size {
        Size::Headline | Size::Display | Size::Title => (Weight::SemiBold, look.palette.text),
        Size::Body | Size::Caption => (Weight::Regular, look.palette.text2),
    };
    let room = ui.max_rect().width() - size::MARGIN * 2.0;
    let galley = text::line(ui, words, size, weight, color, room);
    let left = (top_center.x - galley.size().x / 2.0).round();
    text::label_at(ui, galley, Pos2::new(left, top_center.y));
}
