//! A row of segments of which one is chosen.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::model::language::LanguagePlan;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{Palette, palette, size};
use crate::ui::widgets::{access, focus, language_bar};

/// One segment.
#[derive(Clone, Debug)]
pub struct Segment<'a> {
    /// Its words.
    pub label: &'a str,
    /// The language plan whose bar stands over the words.
    pub plan: Option<LanguagePlan>,
}

/// Measures of the cells, for rows that stand beside others or in little room.
#[derive(Clone, Copy, Debug)]
pub struct Cells {
    /// Height of each.
    pub height: f32,
    /// Room beside the words, both sides together.
    pub padding: f32,
    /// Least width of each.
    pub least: f32,
}

/// How much room the segments take.
pub fn measure(ui: &Ui, segments: &[Segment<'_>]) -> Vec2 {
    measure_cells(ui, segments, usual(segments))
}

/// How much room the segments take in cells of these measures.
pub fn measure_cells(ui: &Ui, segments: &[Segment<'_>], cells: Cells) -> Vec2 {
    let width: f32 = segments
        .iter()
        .map(|segment| cell_width(ui, segment, cells))
        .sum();
    Vec2::new(width + 8.0, cells.height + 8.0)
}

/// The cells of a row that stands by itself.
pub fn usual(segments: &[Segment<'_>]) -> Cells {
    let plans = segments.iter().any(|segment| segment.plan.is_some());
    Cells {
        height: if plans {
            size::PLAN_SEGMENT
        } else {
            size::SEGMENT
        },
        padding: if plans { 32.0 } else { 36.0 },
        least: 0.0,
    }
}

fn cell_width(ui: &Ui, segment: &Segment<'_>, cells: Cells) -> f32 {
    // Measured in the heavier weight, so that choosing moves nothing.
    let words = text::free_line(
        ui,
        segment.label,
        Size::Body,
        Weight::SemiBold,
        egui::Color32::PLACEHOLDER,
    );
    (words.size().x + cells.padding).ceil().max(cells.least)
}

/// Places the segments with their left top corner at `at`; returns the one that was clicked.
pub fn at(
    ui: &mut Ui,
    at: Pos2,
    name: &str,
    segments: &[Segment<'_>],
    chosen: usize,
    enabled: bool,
) -> Option<usize> {
    at_cells(ui, at, name, segments, chosen, (enabled, usual(segments)))
}

/// The same in cells of these measures.
pub fn at_cells(
    ui: &mut Ui,
    at: Pos2,
    name: &str,
    segments: &[Segment<'_>],
    chosen: usize,
    (enabled, cells): (bool, Cells),
) -> Option<usize> {
    let palette = palette(ui.ctx());
    let track = Rect::from_min_size(at, measure_cells(ui, segments, cells));
    ui.painter().rect_filled(
        track,
        CornerRadius::same(size::RADIUS_ROW),
        palette.surface_variant,
    );
    let ui = &mut access::part(ui, track, Role::RadioGroup, name);
    let mut clicked = None;
    let mut x = track.left() + 4.0;
    for (index, segment) in segments.iter().enumerate() {
        let rect = Rect::from_min_size(
            Pos2::new(x, track.top() + 4.0),
            Vec2::new(cell_width(ui, segment, cells), cells.height),
        );
        x += rect.width();
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = ui.interact(rect, ui.scope_id().with(("segment", name, index)), sense);
        paint(
            ui,
            palette,
            rect,
            segment,
            index == chosen,
            enabled && response.hovered(),
        );
        focus::ring(ui, &response, rect, size::RADIUS_SEGMENT);
        response.widget_info(|| {
            WidgetInfo::selected(Role::RadioButton, enabled, index == chosen, segment.label)
        });
        if response.clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

/// The same, placed by egui's layout.
pub fn show(
    ui: &mut Ui,
    name: &str,
    segments: &[Segment<'_>],
    chosen: usize,
    cells: Cells,
) -> Option<usize> {
    let (_, rect) = ui.allocate_space(measure_cells(ui, segments, cells));
    at_cells(ui, rect.min, name, segments, chosen, (true, cells))
}

fn paint(
    ui: &Ui,
    palette: &Palette,
    rect: Rect,
    segment: &Segment<'_>,
    chosen: bool,
    hovered: bool,
) {
    let radius = CornerRadius::same(size::RADIUS_SEGMENT);
    if chosen {
        ui.painter()
            .add(palette.segment_shadow().as_shape(rect, radius));
        ui.painter()
            .rect_filled(rect, radius, palette.segment_selected());
    }
    let weight = if chosen {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    let color = if chosen || hovered {
        palette.text
    } else {
        palette.text2
    };
    let words = text::free_line(ui, segment.label, Size::Body, weight, color);
    let mut center = rect.center();
    if let Some(plan) = segment.plan {
        language_bar::paint(ui, Pos2::new(center.x, rect.top() + 11.0), plan, 48.0);
        center.y += 5.0;
    }
    ui.painter()
        .galley(center - words.size() / 2.0, words, color);
}
