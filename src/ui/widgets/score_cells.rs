//! Five cells of which one is the score of a rubric line.

use egui::{
    CornerRadius, EventFilter, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::{access, focus};

/// Side of a cell.
pub const CELL: f32 = 28.0;
/// Number of scores.
pub const SCORES: u8 = 5;

/// The cells of one line.
#[derive(Clone, Copy, Debug)]
pub struct ScoreCells<'a> {
    /// Name of the line; a cell is called by it and its score.
    pub name: &'a str,
    /// The sentences that the scores stand for, from 1 on.
    pub anchors: [&'a str; SCORES as usize],
    /// The score given.
    pub chosen: Option<u8>,
    /// Whether the line is the current one. Only its cells are reached with Tab: ten times five
    /// would be too many, and the arrow keys go from line to line.
    pub current: bool,
    /// Whether scores can be given.
    pub enabled: bool,
    /// Distance from one cell's middle to the next.
    pub pitch: f32,
    /// Size of the figures.
    pub figures: Size,
}

/// What happened to the cells in this pass.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The score that was picked.
    pub picked: Option<u8>,
    /// The score under the pointer or the keyboard.
    pub preview: Option<u8>,
}

impl ScoreCells<'_> {
    /// How much room they take.
    pub fn width(&self) -> f32 {
        self.pitch * f32::from(SCORES - 1) + CELL
    }

    /// Places them by egui's layout.
    pub fn show(&self, ui: &mut Ui) -> Touched {
        let (_, rect) = ui.allocate_space(Vec2::new(self.width(), CELL));
        self.right_at(ui, rect.right_center())
    }

    /// Places them; `right` is the middle of their right edge.
    pub fn right_at(&self, ui: &mut Ui, right: Pos2) -> Touched {
        let mut touched = Touched::default();
        let room = Rect::from_min_size(
            right - Vec2::new(self.width(), CELL / 2.0),
            Vec2::new(self.width(), CELL),
        );
        let ui = &mut access::part(ui, room, Role::RadioGroup, self.name);
        for score in 1..=SCORES {
            let from_right = f32::from(SCORES - score) * self.pitch + CELL / 2.0;
            let center = Pos2::new(right.x - from_right, right.y);
            self.cell(ui, center, score, &mut touched);
        }
        touched
    }

    fn cell(&self, ui: &mut Ui, center: Pos2, score: u8, touched: &mut Touched) {
        let colors = palette(ui.ctx());
        let rect = Rect::from_center_size(center, Vec2::splat(CELL));
        // The current line's cells are the same five whichever line it is: the keyboard stays on
        // its score while the arrow keys change the line.
        let (id, sense) = match (self.enabled, self.current) {
            (false, _) => (("score", self.name, score), Sense::hover()),
            (true, true) => (("score", "", score), Sense::click()),
            (true, false) => (("score", self.name, score), Sense::CLICK),
        };
        let response = ui.interact(rect, ui.scope_id().with(id), sense);
        focus::follow(&response);
        if response.has_focus() {
            let filter = EventFilter {
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        }
        let chosen = self.chosen == Some(score);
        let preview = self.enabled && (response.hovered() || response.has_focus());
        let radius = CornerRadius::same(size::RADIUS_SEGMENT);
        if chosen {
            ui.painter().rect_filled(rect, radius, colors.text);
        }
        if preview && !chosen {
            let ring = Stroke::new(size::EMPHASIS, colors.text);
            ui.painter()
                .rect(rect, radius, colors.surface, ring, StrokeKind::Inside);
        }
        if chosen {
            focus::ring(ui, &response, rect, size::RADIUS_SEGMENT);
        }
        let (weight, color) = match (chosen, preview) {
            (true, _) => (Weight::SemiBold, colors.inverse),
            (false, true) => (Weight::SemiBold, colors.text),
            (false, false) if self.enabled => (Weight::Regular, colors.text2),
            (false, false) => (Weight::Regular, colors.heat2),
        };
        let figure = text::free_line(ui, &score.to_string(), self.figures, weight, color);
        ui.painter()
            .galley(center - figure.size() / 2.0, figure, color);
        response.widget_info(|| {
            let name = format!("{} {score}", self.name);
            WidgetInfo::selected(Role::RadioButton, self.enabled, chosen, name)
        });
        let anchor = usize::from(score - 1);
        if let Some(anchor) = self.anchors.get(anchor).filter(|words| !words.is_empty()) {
            access::described(&response, anchor);
        }
        if preview {
            touched.preview = Some(score);
        }
        if response.clicked() {
            touched.picked = Some(score);
        }
    }
}
