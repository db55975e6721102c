//! Figures whose digits keep their place: each digit is drawn in the middle of a cell of the same
//! width, because Pretendard's own figures are proportional.

use egui::{Color32, Pos2, Response, Sense, Ui, Vec2};

use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::widgets::words::Ink;

fn cell_em(c: char, weight: Weight) -> Option<f32> {
    match (c, weight) {
        ('0'..='9', Weight::Regular) => Some(0.614),
        ('0'..='9', Weight::SemiBold) => Some(0.642),
        (':' | '.', Weight::Regular) => Some(0.254),
        (':' | '.', Weight::SemiBold) => Some(0.273),
        _ => None,
    }
}

/// One piece of a figure: a digit or sign in its cell, or the words between them.
fn pieces(figure: &str, weight: Weight) -> impl Iterator<Item = (&str, Option<f32>)> {
    let mut rest = figure;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let cell = cell_em(first, weight);
        let end = if cell.is_some() {
            first.len_utf8()
        } else {
            // Words stay together, so that their letters keep their distances.
            rest.find(|c| cell_em(c, weight).is_some())
                .unwrap_or(rest.len())
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some((piece, cell))
    })
}

/// Width of a figure.
pub fn width(ui: &Ui, figure: &str, size: Size, weight: Weight) -> f32 {
    pieces(figure, weight)
        .map(|(piece, cell)| match cell {
            Some(em) => em * size.points(),
            None => {
                text::free_line(ui, piece, size, weight, Color32::PLACEHOLDER)
                    .size()
                    .x
            }
        })
        .sum()
}

/// Paints a figure with its left top corner at `at`, one line of its size high; returns its width.
pub fn paint(ui: &Ui, at: Pos2, figure: &str, size: Size, weight: Weight, color: Color32) -> f32 {
    let mut x = at.x;
    for (piece, cell) in pieces(figure, weight) {
        let galley = text::free_line(ui, piece, size, weight, color);
        let cell = cell.map_or(galley.size().x, |em| em * size.points());
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

/// A figure in egui's layout. What is around it says it to screen readers.
pub fn show(ui: &mut Ui, figure: &str, ink: Ink) -> Response {
    let width = width(ui, figure, ink.size, ink.weight);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(width, ink.size.line()), Sense::hover());
    paint(ui, rect.min, figure, ink.size, ink.weight, ink.color);
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_alone_and_words_together() {
        let split: Vec<_> = pieces("saved up to 1:06", Weight::Regular)
            .map(|(piece, cell)| (piece, cell.is_some()))
            .collect();
        let digits = ["1", ":", "0", "6"].map(|digit| (digit, true));
        assert_eq!(split[0], ("saved up to ", false));
        assert_eq!(split[1..], digits);
    }
}
