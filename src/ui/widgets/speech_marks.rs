//! What is drawn on and below a waveform once the voice in it is known: runs as lines, pauses as
//! numbers, the bracket from the cue to the new language. Not here: finding them, words.

use std::ops::Range;

use egui::{Color32, CornerRadius, Pos2, Rangef, Rect, Stroke, Ui, Vec2};

use crate::model::language::Language;
use crate::model::speech::Span;
use crate::ui::theme::text::{Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::figures;
use crate::ui::widgets::wave_scale::x_of;

/// Height of the line of a run.
const LINE: f32 = 4.0;
/// From the waveform to the lines below it.
const BELOW: f32 = 4.0;
/// Length of the tick where the former language ends.
const TICK: f32 = 8.0;
/// Least room between two numbers.
const APART: f32 = 8.0;

/// Where the lines of runs are, below a waveform.
pub fn line_y(wave: Rect) -> Rangef {
    let top = wave.bottom() + BELOW;
    Rangef::new(top, top + LINE)
}

/// Draws a run as a line: Korean is round, English is square.
pub fn paint_run(ui: &Ui, wave: Rect, range: &Range<u64>, span: Span, language: Option<Language>) {
    let colors = palette(ui.ctx());
    let shown = Span::new(range.start, range.end);
    let Some(span) = span.within(shown) else {
        return;
    };
    let from = x_of(wave, range, span.start_frame);
    let to = x_of(wave, range, span.end_frame).max(from + 1.0);
    let rect = Rect::from_x_y_ranges(Rangef::new(from, to), line_y(wave));
    let (color, radius) = match language {
        Some(language @ Language::Korean) => (colors.language(language), LINE / 2.0),
        Some(language @ Language::English) => (colors.language(language), 0.0),
        None => (colors.control, 0.0),
    };
    ui.painter()
        .rect_filled(rect, CornerRadius::same(radius as u8), color);
}

/// Draws the lengths of pauses below their places, the first of the list first; those for which
/// there is no room are left out. `taken` is where something else stands. Returns which of the list
/// are drawn, and where.
pub fn paint_pauses(
    ui: &Ui,
    wave: Rect,
    middle_y: f32,
    range: &Range<u64>,
    pauses: impl Iterator<Item = (Span, String)>,
    taken: Option<Rangef>,
) -> Vec<(usize, Rangef)> {
    let color = palette(ui.ctx()).text3;
    let mut drawn: Vec<(usize, Rangef)> = Vec::new();
    for (index, (span, words)) in pauses.enumerate() {
        let middle = u64::midpoint(span.start_frame, span.end_frame);
        if !range.contains(&middle) {
            continue;
        }
        let wide = figures::width(ui, &words, Size::Caption, Weight::Regular);
        let half = wide / 2.0;
        let x = x_of(wave, range, middle).clamp(wave.left() + half, wave.right() - half);
        let room = Rangef::new(x - half, x + half);
        let mut others = drawn.iter().map(|(_, room)| *room).chain(taken);
        if others.any(|other| other.expand(APART).intersects(room)) {
            continue;
        }
        let at = Pos2::new(x - half, middle_y - Size::Caption.line() / 2.0);
        figures::paint(ui, at, &words, Size::Caption, Weight::Regular, color);
        drawn.push((index, room));
    }
    drawn
}

/// The bracket from the cue to the new language.
#[derive(Clone, Copy, Debug)]
pub struct Bracket {
    /// Where the cue is.
    pub cue_x: f32,
    /// Where the former language ends.
    pub silent_x: f32,
    /// Where the new language begins.
    pub restart_x: f32,
    /// The new language.
    pub to: Language,
}

impl Bracket {
    /// Draws the area behind: before the waveform.
    pub fn paint_behind(self, ui: &Ui, zone: Rect) {
        let tint = palette(ui.ctx()).language_tint(self.to);
        let x = Rangef::new(self.cue_x, self.restart_x);
        let area = Rect::from_x_y_ranges(x, zone.y_range()).intersect(zone);
        ui.painter().rect_filled(area, CornerRadius::ZERO, tint);
    }

    /// Draws its edges: after the waveform.
    pub fn paint_edges(self, ui: &Ui, zone: Rect) {
        let colors = palette(ui.ctx());
        let stroke = Stroke::new(size::EMPHASIS, colors.language(self.to));
        let painter = ui.painter().with_clip_rect(zone.expand(size::EMPHASIS));
        let half = size::EMPHASIS / 2.0;
        let top = zone.top() + half;
        let across = Rangef::new(self.cue_x - half, self.restart_x + half);
        painter.hline(across, top, stroke);
        painter.vline(self.cue_x, zone.y_range(), stroke);
        painter.vline(self.restart_x, zone.y_range(), stroke);
        let inner = self.silent_x - self.cue_x;
        if inner >= LINE && self.restart_x - self.silent_x >= LINE {
            let tick = Rangef::new(top, top + TICK);
            painter.vline(self.silent_x, tick, stroke);
        }
    }
}

/// Draws the handle at the start of the new language.
pub fn paint_handle(ui: &Ui, center: Pos2, color: Color32, filled: bool) {
    let colors = palette(ui.ctx());
    let fill = if filled { color } else { colors.surface };
    let stroke = Stroke::new(size::EMPHASIS, color);
    let radius = size::HANDLE / 2.0 - size::EMPHASIS / 2.0;
    ui.painter().circle(center, radius, fill, stroke);
}

/// Draws a letter in a small square at the top of a waveform, and a line down to it.
pub fn paint_letter(ui: &Ui, foot: Pos2, letter: &str) -> Rect {
    let colors = palette(ui.ctx());
    let galley = crate::ui::theme::text::free_line(
        ui,
        letter,
        Size::Caption,
        Weight::SemiBold,
        colors.text2,
    );
    let x = foot.x.round() + 0.5;
    let line = Stroke::new(size::HAIRLINE, colors.text2);
    let top = foot.y - Size::Caption.line();
    ui.painter().vline(x, Rangef::new(top + 3.0, foot.y), line);
    let at = Pos2::new(x + 3.0, top);
    let wide = galley.size();
    ui.painter().galley(at, galley, colors.text2);
    Rect::from_min_size(Pos2::new(x - 2.0, top), wide + Vec2::new(6.0, 0.0))
}
