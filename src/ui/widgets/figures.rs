//! Figures whose digits keep their place: each digit is drawn in the middle of a cell of the same
//! width, because Pretendard's own figures are proportional.

use egui::{Color32, Pos2, Ui};

use crate::ui::theme::text::{self, Size, Weight};

fn cell_em(c: char, weight: Weight) -> Option<f32> {
    match (c, weight) {
        ('0'..='9', Weight::Regular) => Some(0.614),
        ('0'..='9', Weight::SemiBold) => Some(0.642),
        (':' | '.', Weight::Regular) => Some(0.254),
        (':' | '.', Weight::SemiBold) => Some(0.273),
        _ => None,
    }
}

/// Width of a figure.
pub fn width(ui: &Ui, figure: &str, size: Size, weight: Weight) -> f32 {
    figure
        .chars()
        .map(|c| char_width(ui, c, size, weight))
        .sum()
}

fn char_width(ui: &Ui, c: char, size: Size, weight: Weight) -> f32 {
    match cell_em(c, weight) {
        Some(em) => em * size.points(),
        None => {
            text::free_line(
                ui,
                c.encode_utf8(&mut [0; 4]),
                size,
                weight,
                Color32::PLACEHOLDER,
            )
            .size()
            .x
        }
    }
}

/// Paints a figure with its left top corner at `at`, one line of its size high; returns its width.
pub fn paint(ui: &Ui, at: Pos2, figure: &str, size: Size, weight: Weight, color: Color32) -> f32 {
    let mut x = at.x;
    for c in figure.chars() {
        let galley = text::free_line(ui, c.encode_utf8(&mut [0; 4]), size, weight, color);
        let cell = cell_em(c, weight).map_or(galley.size().x, |em| em * size.points());
        let left = x + (cell - galley.size().x) / 2.0;
        ui.painter().galley(Pos2::new(left, at.y), galley, color);
        x += cell;
    }
    x - at.x
}

/// The same, ending at `right`; returns its left edge.
pub fn paint_right(
    ui: &Ui,
    right_top: Pos2,
    figure: &str,
    size: Size,
    weight: Weight,
    color: Color32,
) -> f32 {
    let left = right_top.x - width(ui, figure, size, weight);
    paint(
        ui,
        Pos2::new(left, right_top.y),
        figure,
        size,
        weight,
        color,
    );
    left
}
