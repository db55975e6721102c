//! Buttons: primary (filled ink), secondary (edge), quiet (words alone). With or without an icon
//! before and a key cap behind the words.

use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget,
    WidgetInfo,
};

use crate::flow::keys::{self, Action};
use crate::ui::theme::icons::Icon;
use crate::ui::theme::text::{self, Size, Weight};
use crate::ui::theme::{palette, size};
use crate::ui::widgets::{access, focus, icon, keycap};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
}

/// A button to be placed.
#[derive(Clone, Copy, Debug)]
#[must_use]
pub struct Button<'a> {
    kind: Kind,
    label: &'a str,
    /// What screen readers call it.
    said: &'a str,
    key: Option<&'static str>,
    /// Whether the key is drawn, and not said by the tooltip.
    shows_key: bool,
    icon: Option<Icon>,
    enabled: bool,
    size: Size,
}

impl<'a> Button<'a> {
    /// Filled with ink: the one way on.
    pub fn primary(label: &'a str) -> Self {
        Self::new(Kind::Primary, label)
    }

    /// With an edge.
    pub fn secondary(label: &'a str) -> Self {
        Self::new(Kind::Secondary, label)
    }

    /// Words alone.
    pub fn quiet(label: &'a str) -> Self {
        Self::new(Kind::Quiet, label)
    }

    fn new(kind: Kind, label: &'a str) -> Self {
        Self {
            kind,
            label,
            said: label,
            key: None,
            shows_key: true,
            icon: None,
            enabled: true,
            size: Size::Body,
        }
    }

    /// What screen readers call it where several buttons have the same words. It begins with these.
    pub fn said(mut self, said: &'a str) -> Self {
        self.said = said;
        self
    }

    /// Shows the key that does the same, if there is one.
    pub fn does(mut self, action: Action) -> Self {
        let cap = keys::cap(action);
        self.key = (!cap.is_empty()).then_some(cap);
        self
    }

    /// Shows a digit, 1 to 9, as the key that does the same.
    pub fn digit(mut self, digit: usize) -> Self {
        const DIGITS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
        self.key = digit.checked_sub(1).and_then(|at| DIGITS.get(at).copied());
        self
    }

    /// Leaves the key to the tooltip, where there is little room.
    pub fn without_key(mut self) -> Self {
        self.shows_key = false;
        self
    }

    /// The key that does the same in this state of things.
    fn working_key(&self, ui: &Ui) -> Option<&'static str> {
        self.key.filter(|key| keycap::works(ui, key))
    }

    /// Puts an icon before the words.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Whether it can be pressed; a disabled one stays in its place.
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Caption size, for quiet buttons inside cards.
    pub fn small(mut self) -> Self {
        self.size = Size::Caption;
        self
    }

    fn weight(&self) -> Weight {
        match self.kind {
            Kind::Primary | Kind::Secondary => Weight::SemiBold,
            Kind::Quiet => Weight::Regular,
        }
    }

    fn padding(&self) -> f32 {
        match (self.kind, self.size) {
            (Kind::Quiet, Size::Caption) => size::STEP_2,
            (Kind::Quiet, _) => size::STEP_3,
            _ => size::STEP_4,
        }
    }

    /// How much room it takes.
    pub fn measure(&self, ui: &Ui) -> Vec2 {
        let label = text::free_line(
            ui,
            self.label,
            self.size,
            self.weight(),
            Color32::PLACEHOLDER,
        );
        let mut width = self.padding() * 2.0 + label.size().x;
        if self.icon.is_some() {
            width += self.size.icon() + size::STEP_2;
        }
        if let Some(key) = self.working_key(ui).filter(|_| self.shows_key) {
            width += keycap::size_of(ui, key).x + size::STEP_2;
        }
        let height = if self.size == Size::Caption {
            size::CHIP
        } else {
            size::BUTTON
        };
        Vec2::new(width.ceil(), height)
    }

    /// Places it with its left top corner at `at`.
    pub fn at(self, ui: &mut Ui, at: Pos2) -> Response {
        let rect = Rect::from_min_size(at, self.measure(ui));
        self.paint(ui, rect)
    }

    /// Places it with its right top corner at `at`.
    pub fn right_at(self, ui: &mut Ui, at: Pos2) -> Response {
        let width = self.measure(ui).x;
        self.at(ui, Pos2::new(at.x - width, at.y))
    }

    /// Places it around a centre.
    pub fn centered_at(self, ui: &mut Ui, center: Pos2) -> Response {
        let rect = Rect::from_center_size(center, self.measure(ui));
        self.paint(ui, rect)
    }

    fn paint(self, ui: &mut Ui, rect: Rect) -> Response {
        let palette = palette(ui.ctx());
        let sense = if self.enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = ui.interact(rect, ui.scope_id().with(("button", self.label)), sense);
        let hovered = self.enabled && response.hovered();
        let (fill, edge, color) = match (self.kind, self.enabled) {
            (Kind::Primary, true) => {
                let fill = if hovered { palette.text2 } else { palette.text };
                (fill, Stroke::NONE, palette.inverse)
            }
            (Kind::Primary, false) => (palette.surface_variant, Stroke::NONE, palette.heat2),
            (Kind::Secondary, enabled) => {
                let fill = if hovered {
                    palette.surface_variant
                } else {
                    palette.surface
                };
                let color = if enabled { palette.text } else { palette.heat2 };
                (fill, Stroke::new(size::HAIRLINE, palette.control), color)
            }
            (Kind::Quiet, enabled) => {
                let fill = if hovered {
                    palette.surface_variant
                } else {
                    Color32::TRANSPARENT
                };
                let color = match (enabled, hovered) {
                    (false, _) => palette.heat2,
                    (true, true) => palette.text,
                    (true, false) => palette.text2,
                };
                (fill, Stroke::NONE, color)
            }
        };
        let radius = CornerRadius::same(size::RADIUS_FIELD);
        ui.painter()
            .rect(rect, radius, fill, edge, StrokeKind::Inside);
        let mut x = rect.left() + self.padding();
        if let Some(icon) = self.icon {
            let points = self.size.icon();
            icon::paint(
                ui,
                Pos2::new(x + points / 2.0, rect.center().y),
                icon,
                points,
                color,
            );
            x += points + size::STEP_2;
        }
        let label = text::free_line(ui, self.label, self.size, self.weight(), color);
        let label_width = label.size().x;
        ui.painter().galley(
            Pos2::new(x, rect.center().y - label.size().y / 2.0),
            label,
            color,
        );
        let key = self.working_key(ui);
        if let Some(key) = key.filter(|_| self.shows_key) {
            let left = Pos2::new(x + label_width + size::STEP_2, rect.center().y);
            keycap::paint(ui, left, key, self.kind == Kind::Primary && self.enabled);
        }
        focus::ring(ui, &response, rect, size::RADIUS_FIELD);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, self.said));
        match key {
            Some(key) if self.shows_key => access::key(&response, key),
            Some(key) => return keycap::tip(response, self.said, key),
            None => {}
        }
        response
    }
}

/// Placed by egui's layout.
impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let (_, rect) = ui.allocate_space(self.measure(ui));
        self.paint(ui, rect)
    }
}
